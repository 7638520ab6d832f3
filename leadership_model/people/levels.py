"""From unit and post to 职务层次: a post stands on the ladder of its unit."""

import re

from leadership_model.people.place_words import CENTRAL, CITY_SCOPE, COUNTY, PROVINCE, Where
from leadership_model.people.post_words import Post

_FULL, _HALF = "正职", "副职"
_SECTION = {"正": f"乡科级{_FULL}", "副": f"乡科级{_HALF}"}
_DIVISION = {"正": f"县处级{_FULL}", "副": f"县处级{_HALF}"}
_BUREAU = {"正": f"厅局级{_FULL}", "副": f"厅局级{_HALF}"}
_MINISTRY = {"正": f"省部级{_FULL}", "副": f"省部级{_HALF}"}
_LADDERS = {
    COUNTY: (_DIVISION, _SECTION, None),
    CITY_SCOPE: (_BUREAU, _DIVISION, _SECTION),
    PROVINCE: (_MINISTRY, _BUREAU, _DIVISION),
    CENTRAL: (None, _MINISTRY, _BUREAU),
}
_STATED = re.compile(r"(?P<rank>正|副)(?P<band>厅|处|县|科|股|乡科|县处)(?:局|处)?级")
_BANDS = {"厅": _BUREAU, "处": _DIVISION, "县": _DIVISION, "县处": _DIVISION,
          "科": _SECTION, "乡科": _SECTION}  # fmt: skip


def level_of(post: Post, where: Where) -> str | None:
    """Give the level of a post; None where posts of the unit have none, or it is not known."""
    if post.clerk:
        return post.clerk
    kind = where.kind or ""
    if kind in ("乡镇", "街道"):
        return "科员" if post.inner else _SECTION.get(post.rank)
    if where.scope not in _LADDERS or kind == "村社区":
        return None
    organ, office, inner = _LADDERS[where.scope]
    if post.inner:
        return _inside(post, where, inner)
    if kind[2:] in ("法院", "检察院"):
        return _in_court(post, where)
    if kind[:2] in ("县级", "市级"):
        ladder = office if post.rank == "副" and post.kind in ("部门副职", "部门其他") else organ
        return (ladder or {}).get("副" if post.rank == "委" else post.rank)
    if kind in ("县直部门", "市直部门", "省直单位", "中央单位", "功能区", "国有企业", "高等院校"):
        return (office or {}).get(post.rank)
    return None


def _inside(post: Post, where: Where, ladder: dict[str, str] | None) -> str | None:
    """Sections of a county's bodies are below 乡科级; those of court, police ... stand higher."""
    kind = where.kind or ""
    if kind[2:] in ("人大", "政协"):
        ladder = _LADDERS[where.scope][1]
        return (ladder or {}).get(post.rank)
    if kind == "功能区":
        ladder = _SECTION
    elif kind not in _WITH_SECTIONS:
        return None
    if where.scope == COUNTY:
        courts = kind in ("县级法院", "县级检察院", "县级党委")
        raised = courts or _RAISED.search(where.inner)
        return _SECTION["副"] if raised and post.rank == "正" else "科员"
    if _RAISED_IN_CITY.search(where.inner):
        return _DIVISION["副"] if post.rank == "正" else _SECTION["正"]
    return (ladder or {}).get(post.rank)


_ORGANS = ("党委", "人大", "政府", "政协", "纪委", "法院", "检察院")
_RAISED = re.compile(r"大队|派出所|庭$|中心$|监察室|检察部|执行局|巡察组")
_RAISED_IN_CITY = re.compile(r"支队$|巡察组$")
_WITH_SECTIONS = frozenset(
    {"县直部门", "市直部门", "省直单位", "中央单位", "功能区"}
    | {f"{scope}级{organ}" for scope in "县市" for organ in _ORGANS}
)


def _in_court(post: Post, where: Where) -> str | None:
    """Presidents stand half a level below the government's head, vice presidents one below them."""
    ladder, lower = (_DIVISION, _SECTION) if where.scope == COUNTY else (_BUREAU, _DIVISION)
    if post.rank == "正":
        return ladder["副"]
    if post.kind == "部门其他":
        return lower["副"]
    return lower["正"] if post.rank == "副" else None


def stated(text: str) -> str | None:
    """Give the level a line states itself: （正科级）, 副处级."""
    found = _STATED.search(text)
    if not found or found["band"] not in _BANDS:
        return None
    return _BANDS[found["band"]][found["rank"]]
