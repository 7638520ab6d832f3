"""A comparison of plans on paper: a sheet for each of its tables, as they are shown. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui import names
from ui.pages.staffing.compare_values import Line

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper
    from leadership_model.papers.spread import Spread
    from leadership_model.staffing.compare import Comparison
    from ui.jobs import Control
    from ui.tables.cell import Cell

VERDICTS = {
    "green": "达标",
    "yellow": "接近",
    "red": "不达标",
    "veto": "一票否决",
    "unknown": "待核",
    "unconfigured": "未配置",
}
TONES = {"green": "green", "yellow": "yellow", "red": "red", "veto": "veto", "unknown": "grey"}
JUDGED = ("teams", "requirements")  # whose marks are verdicts; elsewhere they only draw the eye
HEAD, MORE, TODAY, PLAN = 34.0, 28.0, 20.0, 24.0  # widths in characters
WITHOUT_TODAY = ("moves", "rules")


@dataclass(frozen=True, slots=True)
class Shown:
    """One table as it stands on the screen: its id, title, the words over its first columns."""

    id: str
    title: str
    head: str
    more: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written: the tables, the names of the plans, and the line that says what counts."""

    tables: tuple[Shown, ...]
    plans: tuple[str, ...]
    note: str
    found: "Comparison"


def spreads(beside: Beside) -> "tuple[Spread, ...]":
    """Make a sheet for every table that has lines; the figures have some always."""
    from leadership_model.papers.basis import basis_of

    then = [each for plan in beside.found.then for each in plan.values()]
    foot = basis_of(beside.found.today, [*beside.found.now.values(), *then]).foot
    return tuple(_sheet(beside, each, foot) for each in beside.tables if each.lines)


def written(beside: Beside, path: Path, control: "Control") -> Path:
    """Write the sheets as a workbook or, by the ending of the name, as a Word file."""
    from leadership_model.papers import word_spread, xlsx

    control.check()
    made = spreads(beside)
    if path.suffix.lower() == ".docx":
        word_spread.write(path, path.stem, made)
    else:
        xlsx.write(path, made)
    return path


def paged(beside: Beside, control: "Control") -> "Paper":
    """Lay the sheets out on pages, for PDF and the printer."""
    from leadership_model.papers import sheets

    control.check()
    return sheets.paper_of("方案比较", spreads(beside))


def _sheet(beside: Beside, table: Shown, foot: str) -> "Spread":
    from leadership_model.matching.fit import DISCLAIMER
    from leadership_model.papers.stack import Stack

    today = table.id not in WITHOUT_TODAY
    heads = [(table.head, HEAD), *([(table.more, MORE)] if table.more else [])]
    heads += [("现状", TODAY)] if today else []
    sheet = Stack([*heads, *((plan, PLAN) for plan in beside.plans)], wide=TODAY)
    sheet.title(f"方案比较：{table.title}")
    sheet.note(beside.note)
    sheet.head()
    for line in table.lines:
        cells = (
            line.head,
            *((line.more,) if table.more else ()),
            *((line.today,) if today else ()),
            *_padded(line.cells, len(beside.plans)),
        )
        first = len(heads) - int(today)
        tones = dict(_tones(cells, first, judged=table.id in JUDGED))
        sheet.line([_words(each, judged=table.id in JUDGED) for each in cells], tones)
    sheet.note(f"{DISCLAIMER}。")
    return sheet.spread(table.title, foot)


def _padded(cells: "Sequence[Cell]", count: int) -> "Iterator[Cell]":
    from ui.tables.cell import EMPTY

    for at in range(count):
        yield cells[at] if at < len(cells) else EMPTY


def _words(cell: "Cell", *, judged: bool) -> str:
    """Write a cell; colour never stands alone, so a verdict is named."""
    told = VERDICTS.get(cell.mark, "") if judged else ""
    words = cell.plain()
    return f"{told} {words}".strip() if words != names.NOTHING else words


def _tones(cells: "Sequence[Cell]", first: int, *, judged: bool) -> "Iterator[tuple[int, str]]":
    for at, cell in enumerate(cells):
        mark = cell.mark if judged or at >= first else ""
        if mark in TONES and (judged or mark != "green"):
            yield at, TONES[mark]
