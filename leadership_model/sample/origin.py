"""Where somebody is from, ethnicity, party and other facts drawn from shares."""

import random
from dataclasses import dataclass

from leadership_model import seed
from leadership_model.sample.chance import pick, share, weighted
from leadership_model.sample.place import Ground, Place

OUTSIDE = "市外"
MINORITY_PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社")


@dataclass(frozen=True, slots=True)
class Origin:
    """籍贯 and 出生地 as the form writes them, and the area somebody grew up in."""

    text: str
    birthplace: str
    area: str


def draw_origin(source: random.Random, ground: Ground, place: Place, *, away: bool) -> Origin:
    """Draw an origin: mostly the place somebody works in, never when `away`."""
    content = seed.read("sample/places.toml")
    if share(source, 0.004):
        text = pick(source, content["municipalities"])
        return Origin(text, text, OUTSIDE)
    if share(source, 0.12):
        text = pick(source, content["provinces"]) + pick(source, content["far_counties"])
        return Origin(text, text, OUTSIDE)
    home = place if place in ground.areas and share(source, 0.6) else pick(source, ground.areas)
    if away and home.area == place.area:
        others = [area for area in ground.areas if area.area != place.area]
        if not others:
            text = content["provinces"][0] + pick(source, content["far_counties"])
            return Origin(text, text, OUTSIDE)
        home = pick(source, others)
    text = content["province"] + home.short
    return Origin(text, text, home.area)


def draw_ethnicity(source: random.Random, ground: Ground, area: str) -> str:
    """Draw an ethnicity by the share of groups where somebody is from."""
    groups = next((each.autonomy for each in ground.areas if each.area == area), ())
    if groups:
        weights = {"汉族": 0.42, **dict.fromkeys(groups, 0.52 / len(groups)), "回族": 0.03}
    else:
        weights = {"汉族": 0.82, "彝族": 0.09, "回族": 0.03, "哈尼族": 0.015, "傣族": 0.015}
    return weighted(source, {**weights, "白族": 0.02, "苗族": 0.01})


def draw_party(source: random.Random, want: tuple[str, ...], level: str | None) -> str:
    """Draw 政治面貌; posts of the committees are held by members of the Party."""
    if "党外" in want:
        return weighted(
            source, {"无党派": 0.4, "群众": 0.06, **dict.fromkeys(MINORITY_PARTIES, 0.077)}
        )
    if "中共" in want or not share(source, 0.045 if level else 0.09):
        return "中共党员"
    return weighted(source, {"群众": 0.6, "无党派": 0.16, **dict.fromkeys(MINORITY_PARTIES, 0.034)})


def draw_sex(source: random.Random, want: tuple[str, ...], women: float) -> str:
    """Draw a sex; a seat may be kept for a woman."""
    if "女" in want:
        return "女" if share(source, 0.85) else "男"
    return "女" if share(source, women) else "男"


TITLES = (
    "工程师",
    "高级工程师",
    "高级教师",
    "一级教师",
    "经济师",
    "会计师",
    "农艺师",
    "高级农艺师",
)
SPECIALITIES = (
    "长于农村经济工作",
    "文字综合",
    "项目管理",
    "基层党建",
    "财务管理",
    "法律事务",
    "城乡规划",
)


def draw_facts(source: random.Random, *, titled: bool) -> tuple[dict[str, str | None], list[str]]:
    """Draw health, marriage, title (if `titled`) and speciality; also the fields that are 无."""
    absent = ["religion"]
    facts: dict[str, str | None] = {
        "health": weighted(source, {"健康": 0.965, "一般": 0.02, "": 0.015}) or None,
        "marriage": weighted(source, {"已婚": 0.92, "未婚": 0.035, "": 0.045}) or None,
    }
    for field, options, known in (
        ("technical_title", TITLES, 0.13 if titled else 0.0),
        ("speciality", SPECIALITIES, 0.25),
    ):
        if share(source, known):
            facts[field] = pick(source, options)
        elif share(source, 0.96):
            absent.append(field)
    return facts, absent
