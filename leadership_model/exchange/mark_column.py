"""A column of a roster as an element: who each row is about, and the value it gives the person.

A row is matched by 身份证号, else by the name with the month of birth where the sheet has one, else
by the name alone where nobody else bears it. What is not matched surely is listed, never guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leadership_model import ids, months
from leadership_model.conditions.protocols import Kind
from leadership_model.errors import UserError
from leadership_model.exchange import roster_headings as headings
from leadership_model.people.person import Mark
from leadership_model.people.snapshot import Snapshot

NAMES = headings.WORDS[headings.NAME]
NUMBERS = headings.WORDS["ShenFenZheng"]
BIRTHS = headings.WORDS["ChuShengNianYue"]
MOST_HEAD = 10  # rows above the headings: title, unit, date
FEW = 12  # different values at most for a column to be a choice
YES_NO = {"是", "否", "无"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first sheet of a file: headings and rows of texts, with the number of the first row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int

    def column(self, heading: str) -> tuple[str, ...]:
        """Give the texts under a heading."""
        at = self.headings.index(heading)
        return tuple(row[at] for row in self.rows)

    def values(self) -> tuple[str, ...]:
        """List the headings that can be values: all but name, number and blanks."""
        known = (*NAMES, *NUMBERS, "序号")
        return tuple(each for each in self.headings if each and each not in known)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, the name it bears, its value, the person or why not."""

    number: int
    name: str
    value: str
    person: str
    fault: str


def read(path: Path) -> Sheet:
    """Read the first sheet of an xlsx file; UserError when there is no row of headings."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise UserError(f"“{path.name}”不是可以读取的 Excel 文件，请另存为 .xlsx 再导入") from error
    try:
        rows = [tuple(cell_text(cell) for cell in row) for row in book.worksheets[0].values]
    finally:
        book.close()
    for at, row in enumerate(rows[:MOST_HEAD]):
        if any(cell in NAMES for cell in row):
            body = tuple(each for each in rows[at + 1 :] if any(each))
            return Sheet(row, body, at + 2)
    raise UserError(f"“{path.name}”的前 {MOST_HEAD} 行里没有“姓名”一列，请补上表头再导入")


def match(sheet: Sheet, heading: str, snapshot: Snapshot) -> tuple[Row, ...]:
    """Say whom each row with a value is about."""
    names = sheet.column(_first(sheet, NAMES))
    numbers, births = _optional(sheet, NUMBERS), _optional(sheet, BIRTHS)
    known = _People.of(snapshot)
    made = []
    for at, (name, value) in enumerate(zip(names, sheet.column(heading), strict=True)):
        if not value:
            continue
        tidy = name.replace(" ", "").replace("\u3000", "")
        person, fault = known.find(tidy, numbers[at], births[at])
        made.append(Row(sheet.first + at, tidy, value, person, fault))
    return tuple(made)


def marks(rows: Sequence[Row], element: str, who: str) -> tuple[Mark, ...]:
    """Make the marks of the rows that were matched; `who` proposed them."""
    return tuple(
        Mark(
            id=ids.new("mark"),
            person=row.person,
            element=element,
            value=row.value,
            entered_by=who or None,
        )
        for row in rows
        if row.person
    )


def kind_of(values: Sequence[str]) -> Kind:
    """Say what kind of value a column holds: 是否, 数值, 年月, 多选, 选项, else 文字."""
    filled = [value for value in values if value and value != "无"]
    if not filled:
        return "text"
    if set(filled) <= YES_NO:
        return "flag"
    if all(_is_number(value) for value in filled):
        monthly = all(months.parse(value) is not None and "." in value for value in filled)
        return "month" if monthly else "number"
    if all(months.parse(value) is not None for value in filled):
        return "month"
    if any("、" in value for value in filled):
        return "set"
    return "choice" if len(set(filled)) <= FEW else "text"


@dataclass(frozen=True, slots=True)
class _People:
    """People by number and by name."""

    by_number: Mapping[str, str]
    by_name: Mapping[str, tuple[tuple[str, int | None], ...]]

    @staticmethod
    def of(snapshot: Snapshot) -> "_People":
        people = snapshot.people
        by_name: dict[str, tuple[tuple[str, int | None], ...]] = {}
        by_number: dict[str, str] = {}
        columns = (people.ids, people.raw("name"), people.raw("birth"), people.raw("id_number"))
        for id, name, birth, number in zip(*columns, strict=True):
            if name:
                by_name[name] = (*by_name.get(name, ()), (id, birth))
            if number:
                by_number[number.upper()] = id
        return _People(by_number, by_name)

    def find(self, name: str, number: str, birth: str) -> tuple[str, str]:
        """Give the person, or why there is none."""
        if number and number.upper() in self.by_number:
            return self.by_number[number.upper()], ""
        found = self.by_name.get(name, ())
        month = months.parse(birth) if birth else None
        if month is not None:
            found = tuple(each for each in found if each[1] == month)
        if len(found) == 1:
            return found[0][0], ""
        if not found:
            return "", f"库中没有“{name}”" + (f"（{birth}）" if birth else "")
        return "", f"库中有 {len(found)} 名“{name}”，请在表中补上身份证号或出生年月"


def _first(sheet: Sheet, wanted: Sequence[str]) -> str:
    return next(each for each in sheet.headings if each in wanted)


def _optional(sheet: Sheet, wanted: Sequence[str]) -> tuple[str, ...]:
    found = next((each for each in sheet.headings if each in wanted), None)
    return sheet.column(found) if found is not None else ("",) * len(sheet.rows)


def cell_text(cell: object) -> str:
    """Write what stands in a cell: whole numbers without a point, dates as 2026.11."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    year, month = getattr(cell, "year", None), getattr(cell, "month", None)
    if isinstance(year, int) and isinstance(month, int):
        return f"{year}.{month:02d}"
    return str(cell).strip()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
