"""Rows on files: a roster of everybody to the preview."""

import tempfile
from pathlib import Path

from leadership_model import months
from leadership_model.exchange import folder as folders
from leadership_model.exchange.entry import Entry
from leadership_model.exchange.plan import plan
from leadership_model.people.areas import areas_of
from tests.bench.domain import City, same
from tests.bench.peers import openpyxl_names
from tests.bench.table import Row, median_ms

COLUMNS = ("name", "post_text", "sex", "ethnicity", "origin", "birth", "work_start", "party")
HEADINGS = ("姓名", "现任职务", "性别", "民族", "籍贯", "出生年月", "参加工作时间", "政治面貌")


def roster(city: City) -> Row:
    """Read a workbook with a row for everybody and hold it against the base."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "名册.xlsx"
        _write(city, path)
        areas = areas_of(city.snapshot)
        planned: list[Entry] = []

        def ours() -> None:
            cleaned, issues = folders.read([path], areas)
            planned[:] = plan(city.snapshot, cleaned, issues).entries

        mine = median_ms(ours, 3) / 1000
        other = median_ms(lambda: openpyxl_names.names(path), 1) / 1000
        same([each.name for each in planned], openpyxl_names.names(path))
        same({each.state for each in planned} <= {"unchanged", "conflicting"}, True)
        rows = f"{len(planned)} rows"
        return Row("roster to a plan", rows, mine, "s", "openpyxl (names only)", other, 3.0)


def _write(city: City, path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("名册")
    sheet.append(HEADINGS)
    people = city.snapshot.people
    for row in zip(*(people.raw(name) for name in COLUMNS), strict=True):
        sheet.append([_cell(name, value) for name, value in zip(COLUMNS, row, strict=True)])
    book.save(path)


def _cell(name: str, value: object) -> object:
    if name in ("birth", "work_start") and isinstance(value, int):
        return months.show(value) if value > 0 else ""
    return value or ""


ROWS = (roster,)
