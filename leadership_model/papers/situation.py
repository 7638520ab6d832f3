"""班子状态一览表 as a spread: areas x states, then the figures of the first page."""

from collections import Counter
from collections.abc import Sequence

from leadership_model import months
from leadership_model.assessment.areas import rows
from leadership_model.assessment.figure import Figure
from leadership_model.assessment.finding import STATE_WORDS, Assessment, State
from leadership_model.assessment.world import World
from leadership_model.papers.basis import basis_of
from leadership_model.papers.spread import Spread, SpreadCell

STATES: tuple[State, ...] = ("green", "yellow", "red", "veto", "unknown", "unconfigured")
TONES = {"green": "green", "yellow": "yellow", "red": "red", "veto": "veto"}
HEADS = ("地区", "班子数", *(STATE_WORDS[state] for state in STATES), "绿占比")
WIDTHS = (30, 10, 10, 10, 10, 12, 10, 10, 12)


def situation(
    world: World, survey: Sequence[Assessment], figures: Sequence[Figure], title: str
) -> Spread:
    """Count the states of the teams of each area; `title` names the city or the base."""
    last = len(HEADS) - 1
    month = months.show_iso(world.as_of)
    cells = [
        SpreadCell(row=0, column=0, columns=last + 1, value=title, kind="title"),
        SpreadCell(
            row=1,
            column=0,
            columns=last + 1,
            value=f"基准日期 {month}　共 {len(survey)} 个班子",
            kind="note",
            align="left",
        ),
        *(SpreadCell(row=2, column=i, value=text, kind="head") for i, text in enumerate(HEADS)),
    ]
    line = 3
    areas = rows(world.snapshot)
    for area in areas:
        cells += _area(line, area.name, [survey[team] for team in area.teams])
        line += 1
    cells += _area(line, "合计", list(survey), bold=True)
    cells += _figures(line + 2, figures, last + 1)
    return Spread(
        name="班子状态一览",
        widths=WIDTHS,
        cells=tuple(cells),
        heights=((0, 32.0),),
        repeat=(2, 2),
        freeze=(3, 1),
        landscape=False,
        foot=basis_of(world, survey).foot,
    )


def _area(
    line: int, name: str, found: Sequence[Assessment], *, bold: bool = False
) -> list[SpreadCell]:
    counts: Counter[str] = Counter(each.state for each in found)
    share = f"{counts['green'] / len(found) * 100:.1f}%" if found else "–"
    cells = [
        SpreadCell(row=line, column=0, value=name, align="left", kind="group" if bold else "text"),
        SpreadCell(row=line, column=1, value=len(found), kind="group" if bold else "number"),
    ]
    for column, state in enumerate(STATES, 2):
        tone = TONES.get(state, "") if counts[state] and not bold else ""
        cells.append(
            SpreadCell(row=line, column=column, value=counts[state], kind="number", tone=tone)
        )
    cells.append(SpreadCell(row=line, column=len(HEADS) - 1, value=share))
    return cells


def _figures(line: int, figures: Sequence[Figure], width: int) -> list[SpreadCell]:
    """Write the figures below, one a line."""
    if not figures:
        return []
    cells = [
        SpreadCell(row=line, column=0, value="事项", kind="head"),
        SpreadCell(row=line, column=1, value="数量", kind="head"),
        SpreadCell(row=line, column=2, columns=width - 2, value="其中", kind="head"),
    ]
    for at, each in enumerate(figures, line + 1):
        notes = [*each.notes, *([f"待核 {len(each.doubtful)}"] if each.doubtful else [])]
        cells += [
            SpreadCell(row=at, column=0, value=each.label, align="left"),
            SpreadCell(row=at, column=1, value=each.count, kind="number"),
            SpreadCell(row=at, column=2, columns=width - 2, value="，".join(notes), align="left"),
        ]
    return cells
