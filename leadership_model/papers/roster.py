"""Rosters as spreads: title, unit rows, headings on two rows, on A4 across.

Ages and times are those of the reference month, which is printed under the title together with the
question the list answers and, where the question uses them, its sensitive elements.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.papers.basis import of_records
from leadership_model.papers.rosters import LAYOUTS, Line, in_post_since
from leadership_model.papers.spread import Align, Spread, SpreadCell, fitted
from leadership_model.people.seating import Seating

__all__ = ["Groups", "RosterNotes", "in_post_since", "made", "roster"]

HEAD_ROW = 2
Groups = Sequence[tuple[str, Sequence[int]]]  # words of a unit row, the people under it


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterNotes:
    """What is printed with a roster: its title, the question asked, sensitive elements used.

    `layout` is one of `rosters.LAYOUTS`; without a title it has its own. `unknown`: of so many
    others it cannot be said whether they belong on the list.
    """

    title: str = ""
    question: str = ""
    sensitive: tuple[str, ...] = ()
    layout: str = "roster"
    unknown: int = 0


def roster(
    seating: Seating, people: Sequence[int], notes: RosterNotes, groups: Groups = ()
) -> Spread:
    """Make the roster of these people (positions), in the order given.

    With `groups` (which hold the same people) each stands under a row of its own.
    """
    layout = LAYOUTS[notes.layout]
    heads = [(each.group, each.title) for each in layout.columns]
    record = seating.snapshot.people.record
    numbered = iter(range(1, len(people) + 1))

    def line(position: int) -> list[str]:
        told = Line(seating, position, next(numbered), record(position))
        return [each.value(told) for each in layout.columns]

    return made(
        seating,
        notes,
        heads,
        [(words, [line(each) for each in inside]) for words, inside in groups or (("", people),)],
        widths=[each.width for each in layout.columns],
        left=[each.left for each in layout.columns],
        title=notes.title or layout.title,
    )


def made(
    seating: Seating,
    notes: RosterNotes,
    heads: Sequence[tuple[str, str]],
    groups: Sequence[tuple[str, Sequence[Sequence[str]]]],
    *,
    widths: Sequence[float],
    left: Sequence[bool],
    title: str,
) -> Spread:
    """Lay out lines of texts under headings; a heading is (group, title)."""
    last, count = len(heads) - 1, sum(len(lines) for _, lines in groups)
    note = _note(seating, count, notes)
    cells = [
        SpreadCell(row=0, column=0, columns=last + 1, value=title, kind="title"),
        SpreadCell(row=1, column=0, columns=last + 1, value=note, kind="note", align="left"),
        *_header(heads),
    ]
    row = HEAD_ROW + 2
    aligns: list[Align] = ["left" if each else "center" for each in left]
    for words, lines in groups:
        if words:
            cells.append(
                SpreadCell(
                    row=row, column=0, columns=last + 1, value=words, kind="group", align="left"
                )
            )
            row += 1
        for line in lines:
            cells += [
                SpreadCell(row=row, column=column, value=value, align=align)
                for column, (value, align) in enumerate(zip(line, aligns, strict=True))
            ]
            row += 1
    return fitted(
        Spread(
            name=title[:31],
            widths=tuple(widths),
            cells=tuple(cells),
            heights=((0, 30.0), (HEAD_ROW, 20.0), (HEAD_ROW + 1, 32.0)),
            repeat=(HEAD_ROW, HEAD_ROW + 1),
            freeze=(HEAD_ROW + 2, _kept(heads)),
            foot=_foot(seating, notes),
        )
    )


def _foot(seating: Seating, notes: RosterNotes) -> str:
    """Write the foot of every page: the month, the state of the data, what was asked."""
    foot = of_records(seating).foot
    return f"{foot}　条件：{notes.question}" if notes.question else foot


def _kept(heads: Sequence[tuple[str, str]]) -> int:
    """Give how many columns stay in sight: up to the name."""
    return heads.index(("", "姓名")) + 1 if ("", "姓名") in heads else 1


def _note(seating: Seating, count: int, notes: RosterNotes) -> str:
    parts = [f"基准日期 {months.show_iso(seating.as_of)}", f"共 {count} 人"]
    if notes.unknown:
        parts.append(f"另有 {notes.unknown} 人因数据待核不能判定，未列入")
    if notes.question:
        parts.append(f"条件：{notes.question}")
    if notes.sensitive:
        parts.append(f"本名册的条件使用了敏感要素：{'、'.join(notes.sensitive)}")
    return "　".join(parts)


def _header(heads: Sequence[tuple[str, str]]) -> Iterator[SpreadCell]:
    done: set[str] = set()
    for column, (group, title) in enumerate(heads):
        if not group:
            yield SpreadCell(row=HEAD_ROW, column=column, rows=2, value=title, kind="head")
            continue
        if group not in done:
            width = sum(each == group for each, _ in heads)
            done.add(group)
            yield SpreadCell(row=HEAD_ROW, column=column, columns=width, value=group, kind="head")
        yield SpreadCell(row=HEAD_ROW + 1, column=column, value=title, kind="head")
