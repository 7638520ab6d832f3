"""两组对比 of the tab 横向比较 as rows: the same measures of two groups side by side. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.assessment.comparing import Measure, measures
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.world import World
from leadership_model.papers.listing import listing
from leadership_model.papers.spread import Spread
from ui import names
from ui.navigation import Request, ShowPosts, ShowTeams
from ui.pages.assessment.beside import Selection
from ui.pages.assessment.places import short_name
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.widgets.picker import Option

KINDS = {"area": "地区", "category": "类别", "team": "班子", "chosen": "所选"}
WHOLE = "chosen:"


@dataclass(frozen=True, slots=True)
class Group:
    """Teams compared with others, and what they are called."""

    id: str
    title: str
    teams: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One measure of both groups; None where a group is not asked it."""

    label: str
    one: Measure | None
    two: Measure | None


def options(found: Selection) -> tuple[Option, ...]:
    """List what can stand at a side: all that is selected, its areas, categories, single teams."""
    teams = found.world.snapshot.teams
    made = [Option(WHOLE, found.title, KINDS["chosen"])]
    for kind in ("area", "category"):
        values = dict.fromkeys(teams.raw(kind)[each.team] for each in found.chosen)
        made += [Option(f"{kind}:{each}", each, KINDS[kind]) for each in values if each]
    made += [
        Option(f"team:{teams.ids[e.team]}", short_name(found.world.snapshot, e.team), KINDS["team"])
        for e in found.chosen
    ]
    return tuple(made)


def group(found: Selection, id: str, category: str = "") -> Group:
    """Give the teams of a side, of one category only where one is named."""
    kind, _, value = id.partition(":")
    teams = found.world.snapshot.teams
    chosen = [e for e in found.chosen if not category or teams.raw("category")[e.team] == category]
    if kind == "team":
        at = teams.positions.get(value, -1)
        some = tuple(each for each in found.chosen if each.team == at)
        return Group(id, short_name(found.world.snapshot, at) if some else value, some)
    if kind in ("area", "category"):
        chosen = [each for each in chosen if teams.raw(kind)[each.team] == value]
    title = value or found.title
    return Group(id, f"{title}·{category}" if category else title, tuple(chosen))


def defaults(found: Selection) -> tuple[str, str]:
    """Choose two sides to begin with: two areas, else two categories, else all and one team."""
    listed = [each.id for each in options(found)]
    for kind in ("area:", "category:", "team:"):
        some = [each for each in listed if each.startswith(kind)]
        if len(some) > 1:
            return some[0], some[1]
    return listed[0], listed[-1]


def pairs(one: Group, two: Group) -> tuple[Pair, ...]:
    """Lay the measures of two groups side by side; those only one is asked come last."""
    first = {each.id: each for each in measures(one.teams)}
    second = {each.id: each for each in measures(two.teams)}
    labels = {key: each.label for key, each in (second | first).items()}
    both = [key for key in labels if key in first and key in second]
    rest = [key for key in labels if key not in both]
    return tuple(Pair(labels[key], first.get(key), second.get(key)) for key in (*both, *rest))


def shown(measure: Measure | None) -> str:
    """Write a measure: 12, 85.2～91.0, 63 %（12 / 19）."""
    if measure is None or measure.low is None or measure.high is None:
        return names.NOTHING
    low, high = measure.low, measure.high
    match measure.unit:
        case "teams" | "posts":
            share = f"（{low / measure.of:.0%}）" if measure.of and measure.id != "teams" else ""
            return f"{low:.0f}{share}"
        case "points":
            return f"{low:.1f}" if f"{low:.1f}" == f"{high:.1f}" else f"{low:.1f}～{high:.1f}"
        case "share":
            text = f"{low:.0%}" if f"{low:.0%}" == f"{high:.0%}" else f"{low:.0%}～{high:.0%}"
            return f"{text}（{measure.of}）"


def difference(pair: Pair) -> float | None:
    """Give one minus two: points, or shares in per cent; None where it says nothing."""
    one, two = _rate(pair.one), _rate(pair.two)
    return None if one is None or two is None else one - two


def _rate(measure: Measure | None) -> float | None:
    if measure is None or measure.low is None:
        return None
    if measure.unit == "points":
        return measure.low
    if measure.unit == "share":
        return measure.low * 100
    if measure.id == "teams" or not measure.of:
        return None
    return measure.low / measure.of * 100


def difference_text(pair: Pair) -> str:
    """Write the difference: points of 100, or percentage points."""
    value = difference(pair)
    if value is None:
        return names.NOTHING
    unit = "分" if pair.one is not None and pair.one.unit == "points" else "个百分点"
    return f"{names.signed(value)} {unit}"


def behind(world: World, side: Group, measure: Measure | None) -> Request | None:
    """Lead from a measure to the teams or posts it counts (of a requirement: who does not meet)."""
    if measure is None or not measure.behind:
        return None
    if measure.kind == "posts":
        posts = tuple(world.post_ids[each] for each in measure.behind)
        return ShowPosts(posts, f"{side.title} {measure.label} {len(posts)} 个")
    ids = tuple(world.snapshot.teams.ids[each] for each in measure.behind)
    what = f"未达标“{measure.label}”" if measure.id.startswith("requirement:") else measure.label
    return ShowTeams(ids, f"{side.title} {what} {len(ids)} 个班子")


def columns(one: Group, two: Group) -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column(
            id="label", title="指标", width=210, cell=_label, tip=_label, search=True, stretch=True
        ),
        Column(id="one", title=one.title, width=170, align="right", cell=_one, tip=_one_tip),
        Column(id="two", title=two.title, width=170, align="right", cell=_two, tip=_two_tip),
        Column(
            id="difference", title="相差", width=130, align="right", cell=_difference, keys=_keys
        ),
    )


def _label(pair: Pair) -> str:
    return pair.label


def _one(pair: Pair) -> Cell:
    return Cell(text=shown(pair.one), link=bool(pair.one and pair.one.behind))


def _two(pair: Pair) -> Cell:
    return Cell(text=shown(pair.two), link=bool(pair.two and pair.two.behind))


def _one_tip(pair: Pair) -> str:
    return _tip(pair.one)


def _two_tip(pair: Pair) -> str:
    return _tip(pair.two)


def _tip(measure: Measure | None) -> str:
    if measure is None:
        return "这一组不考核"
    what = "达标率，括号内为考核的班子数；" if measure.id.startswith("requirement:") else ""
    return f"{what}单击打开所计的班子或岗位"


def _difference(pair: Pair) -> Cell:
    value = difference(pair)
    return Cell(text=difference_text(pair), tone="text" if value else "text2")


def _keys(found: Sequence[Pair]) -> list[float]:
    values = [difference(each) for each in found]
    return [float("nan") if value is None else value for value in values]


def spreads(world: World, one: Group, two: Group, title: str, note: str) -> tuple[Spread, ...]:
    """Make the sheets: the measures, and the teams or posts each counts."""
    found = pairs(one, two)
    lines = [(p.label, shown(p.one), shown(p.two), difference_text(p)) for p in found]
    rows = [
        (side.title, measure.label, name)
        for pair in found
        for side, measure in ((one, pair.one), (two, pair.two))
        if measure is not None
        for name in _named(world, measure)
    ]
    heads = ("指标", one.title, two.title, "相差")
    return (
        listing("两组对比", title, note, heads, lines, (36, 26, 26, 18)),
        listing("所计班子和岗位", title, note, ("组", "指标", "班子或岗位"), rows, (26, 36, 50)),
    )


def _named(world: World, measure: Measure) -> list[str]:
    if measure.kind == "posts":
        return [names.full_post(world.snapshot, each) for each in measure.behind]
    return [short_name(world.snapshot, each) for each in measure.behind]
