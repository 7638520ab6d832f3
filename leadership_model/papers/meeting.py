"""上会名单 as a spread: those who move, in the sections a meeting takes them up in."""

from collections.abc import Mapping, Sequence

from leadership_model.papers.basis import of_records
from leadership_model.papers.motion import (
    COLUMNS,
    HEAD_ROW,
    MotionLine,
    MotionNotes,
    cells_of,
    foot_of,
    note_of,
)
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.people.seating import Seating
from leadership_model.rules.pairs import level_ranks, post_ranks

SECTIONS = (
    "拟提任正职人选",
    "拟提任副职人选",
    "拟提任其他职务人选",
    "拟进一步使用人选",
    "拟新进班子成员人选",
    "拟平级交流任职人选",
    "拟降低职务层次人员",
    "职务层次待核人员",
    "拟免职人员",
    "到龄免职人员",
)
ROLES = {"正职": 2, "副职": 1}
NUMBERS = "一二三四五六七八九"


def section_of(seating: Seating, line: MotionLine) -> str:
    """Say under which section a person is taken up; `seating` is the one before the plan.

    Promotion is a higher 职务层次 than the person's. At the same level, a higher role or the step
    into a 党委 team is 进一步使用, a first seat 新进班子, everything else 平级交流.
    """
    if not line.takes:
        return "到龄免职人员" if line.retires else "拟免职人员"
    snapshot = seating.snapshot
    here, ranks = int(level_ranks(snapshot)[line.person]), post_ranks(snapshot)
    target = max((int(ranks[post]) for post in line.takes), default=-1)
    role = max((ROLES.get(_role(seating, post), 0) for post in line.takes), default=0)
    if here < 0 or target < 0:
        return "职务层次待核人员"
    if target > here:
        return ("拟提任其他职务人选", "拟提任副职人选", "拟提任正职人选")[role]
    if target < here:
        return "拟降低职务层次人员"
    held = seating.posts_of(line.person).tolist()
    if not held:
        return "拟新进班子成员人选"
    before = max(ROLES.get(_role(seating, post), 0) for post in held)
    rises = role > before or (_party(seating, line.takes) and not _party(seating, held))
    return "拟进一步使用人选" if rises else "拟平级交流任职人选"


def sectioned(
    seating: Seating, lines: Sequence[MotionLine], chosen: Mapping[int, str]
) -> tuple[tuple[str, tuple[MotionLine, ...]], ...]:
    """Put lines under their sections: those `chosen` for a person before what the facts say.

    The usual sections come in their order, others behind them in the order of the lines.
    """
    found: dict[str, list[MotionLine]] = {}
    for line in lines:
        name = chosen.get(line.person) or section_of(seating, line)
        found.setdefault(name, []).append(line)
    order = (
        *(name for name in SECTIONS if name in found),
        *(n for n in found if n not in SECTIONS),
    )
    return tuple((name, tuple(found[name])) for name in order)


def meeting(
    seating: Seating,
    lines: Sequence[MotionLine],
    notes: MotionNotes,
    chosen: Mapping[int, str] | None = None,
) -> Spread:
    """Make the list. `seating` is today's, before the plan; ages and times are of its month.

    `chosen`: person -> the section somebody put him under.
    """
    last = len(COLUMNS)
    cells = [
        SpreadCell(row=0, column=0, columns=last, value=notes.title, kind="title"),
        SpreadCell(
            row=1,
            column=0,
            columns=last,
            value=note_of(seating, lines, notes),
            kind="note",
            align="left",
        ),
        *(
            SpreadCell(row=HEAD_ROW, column=column, value=title, kind="head")
            for column, (title, _) in enumerate(COLUMNS)
        ),
    ]
    row = HEAD_ROW + 1
    for number, (name, found) in enumerate(sectioned(seating, lines, chosen or {}), 1):
        words = f"{_numeral(number)}、{name}（{len(found)} 人）"
        cells.append(_across(row, words, "group"))
        for at, line in enumerate(found, row + 1):
            cells += cells_of(seating, line, at)
        row += 1 + len(found)
    for at, text in enumerate(foot_of(notes), row):
        cells.append(_across(at, text, "note"))
    return fitted(
        Spread(
            name="上会名单",
            widths=tuple(width for _, width in COLUMNS),
            cells=tuple(cells),
            heights=((0, 30.0), (HEAD_ROW, 32.0)),
            repeat=(HEAD_ROW, HEAD_ROW),
            freeze=(HEAD_ROW + 1, 1),
            foot=of_records(seating).foot,
        )
    )


def _numeral(number: int) -> str:
    """Write 1 to 99 as Chinese count: 七, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    ten = f"{NUMBERS[tens - 1] if tens > 1 else ''}十" if tens else ""
    return ten + (NUMBERS[ones - 1] if ones else "")


def _across(row: int, text: str, kind: str) -> SpreadCell:
    return SpreadCell(
        row=row,
        column=0,
        columns=len(COLUMNS),
        value=text,
        kind="group" if kind == "group" else "note",
        align="left",
    )


def _role(seating: Seating, post: int) -> str:
    return seating.snapshot.posts.raw("role")[post] or ""


def _party(seating: Seating, posts: Sequence[int]) -> bool:
    """Say whether one of some posts is in a 党委 team."""
    places, owners = seating.snapshot.teams.raw("place"), seating.snapshot.posts.owners()
    return any(places[int(owners[post])] == "党委" for post in posts)
