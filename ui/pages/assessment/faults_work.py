"""同类问题 of the tab 横向比较 as rows: the same fault in many teams, and its teams. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.assessment.comparing import FAULT_WORDS, Fault, Place
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.world import World
from leadership_model.papers.listing import listing
from leadership_model.papers.spread import Spread
from ui import names
from ui.navigation import OpenTeam, Request, ShowPeople, ShowPosts
from ui.pages.assessment.places import short_name
from ui.pages.assessment.work import as_of, state_text
from ui.tables.cell import Cell
from ui.tables.columns import Column

MARKS = {
    "requirement": "red",
    "rule": "yellow",
    "vacancy": "red",
    "unconfigured": "unconfigured",
    "doubt": "unknown",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A fault in one team, in words."""

    place: Place
    name: str
    state: str
    mark: str
    who: str


def spots(world: World, fault: Fault, group: Sequence[Assessment]) -> tuple[Spot, ...]:
    """Write the teams of a fault, the grave ones first."""
    known = {each.team: each for each in group}
    found = sorted(fault.places, key=_gravest)
    return tuple(
        Spot(
            each,
            short_name(world.snapshot, each.team),
            state_text(known[each.team]),
            known[each.team].state,
            "、".join(names.person_name(world.snapshot, p) for p in each.people),
        )
        for each in found
    )


def _gravest(place: Place) -> tuple[bool, int]:
    return not place.grave, place.team


def target(world: World, fault: Fault, spot: Spot) -> Request:
    """Lead from a team of a fault to its people or posts; to the team where it has neither."""
    note = f"来自研判分析 横向比较 · {fault.label} · {as_of(world)}"
    if spot.place.people:
        ids = tuple(world.person_ids[each] for each in spot.place.people)
        return ShowPeople(ids, f"{spot.name} {fault.label} {len(ids)} 人", note)
    if spot.place.posts:
        posts = tuple(world.post_ids[each] for each in spot.place.posts)
        return ShowPosts(posts, f"{spot.name} {fault.label} {len(posts)} 个")
    return OpenTeam(world.snapshot.teams.ids[spot.place.team], "analysis")


def fault_columns() -> tuple[Column, ...]:
    """The columns of the list of faults."""
    return (
        Column(id="kind", title="类型", width=88, cell=_kind),
        Column(
            id="label", title="问题", width=130, cell=_label, tip=_label, search=True, stretch=True
        ),
        Column(id="count", title="班子", width=52, align="right", cell=_count, keys=_counts),
        Column(id="share", title="占比", width=56, align="right", cell=_share, keys=_shares),
        Column(id="grave", title="严重", width=52, align="right", cell=_grave, keys=_graves),
    )


def spot_columns() -> tuple[Column, ...]:
    """The columns of the teams of one fault."""
    return (
        Column(id="name", title="班子", width=140, cell=_name, tip=_name, search=True),
        Column(id="state", title="状态", width=84, cell=_state),
        Column(id="detail", title="情况", width=170, cell=_detail, tip=_detail, stretch=True),
        Column(id="who", title="涉及人员", width=116, cell=_who, tip=_whole),
    )


def _kind(fault: Fault) -> Cell:
    return Cell(text=FAULT_WORDS[fault.kind], mark=MARKS[fault.kind])


def _label(fault: Fault) -> str:
    return fault.label


def _count(fault: Fault) -> Cell:
    return Cell(text=str(len(fault.places)), bold=True)


def _counts(found: Sequence[Fault]) -> list[int]:
    return [len(each.places) for each in found]


def share_text(fault: Fault) -> str:
    """Write which share of the teams asked has a fault."""
    return f"{len(fault.places) / fault.of:.0%}" if fault.of else names.NOTHING


def _share(fault: Fault) -> str:
    return share_text(fault)


def _shares(found: Sequence[Fault]) -> list[float]:
    return [len(each.places) / max(each.of, 1) for each in found]


def _grave(fault: Fault) -> Cell:
    count = sum(each.grave for each in fault.places)
    return Cell(text=str(count), tone="red" if count else "text2")


def _graves(found: Sequence[Fault]) -> list[int]:
    return [sum(place.grave for place in each.places) for each in found]


def _name(spot: Spot) -> str:
    return spot.name


def _state(spot: Spot) -> Cell:
    return Cell(text=spot.state, mark=spot.mark, tone=spot.mark)


def _detail(spot: Spot) -> str:
    return spot.place.detail


def _who(spot: Spot) -> Cell:
    if spot.place.people:
        return Cell(text=spot.who, link=True)
    if spot.place.posts:
        return Cell(text=f"{len(spot.place.posts)} 个岗位", link=True)
    return Cell(text="班子整体", tone="text2")


def _whole(spot: Spot) -> str:
    return spot.who


def spreads(
    world: World, found: Sequence[Fault], group: Sequence[Assessment], title: str, note: str
) -> tuple[Spread, ...]:
    """Make the sheets: the faults with their numbers, and every team of each with its people."""
    lines = [
        (
            FAULT_WORDS[each.kind],
            each.label,
            len(each.places),
            share_text(each),
            sum(place.grave for place in each.places),
        )
        for each in found
    ]
    heads = ("类型", "问题", "班子数", "占比", "其中严重")
    rows = [
        (FAULT_WORDS[fault.kind], fault.label, spot.name, spot.state, spot.place.detail, spot.who)
        for fault in found
        for spot in spots(world, fault, group)
    ]
    return (
        listing("同类问题", title, note, heads, lines, (10, 40, 10, 10, 10)),
        listing(
            "班子明细",
            title,
            note,
            ("类型", "问题", "班子", "状态", "情况", "涉及人员"),
            rows,
            (10, 30, 24, 12, 50, 40),
        ),
    )
