"""填报表 of an indicator system: where what stands on the sheet, and a filled one read back.

Row 1 is the title, row 2 says system and period in a form that can be read back, row 3 holds the
headings, row 4 the ids of the items; each row below is one team, its id in the first column. An
empty cell leaves what is stored; every fault is an issue with its row, and nothing is guessed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leadership_model.assessment.filling import clean
from leadership_model.assessment.performance import entries
from leadership_model.errors import UserError
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.mark_column import cell_text
from leadership_model.people import periods
from leadership_model.people.indicator_system import Item, System
from leadership_model.people.snapshot import Snapshot

TITLE, KEY, HEADS, CODES, FIRST = 0, 1, 2, 3, 4  # rows, from 0
FIXED = ("班子编号", "班子")  # the first columns
_KEY = re.compile(r"体系编号 (\S+)\s+年度 (\d{4})\s+期间 (\S+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One team of the sheet: its row (from 1), position and what is entered of each item."""

    row: int
    team: int
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry the sheet would set: from what is stored (None: nothing) to what it says."""

    row: int
    team: int
    item: Item
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled sheet: the system and period it is for, its rows, what it changes, its faults."""

    system: System
    year: int
    period: str
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    unchanged: int
    issues: tuple[Issue, ...]

    def values(self) -> dict[tuple[int, str], str | None]:
        """Give what the sheet sets, by team and item."""
        return {(each.team, each.item.id): each.after for each in self.changes}


def key(system: System, year: int, period: str) -> str:
    """Write the line by which a sheet is known again."""
    return f"体系编号 {system.id}　年度 {year}　期间 {period or '全年'}"


def read(path: Path, snapshot: Snapshot, systems: Sequence[System]) -> Filled:
    """Read a filled sheet; UserError where the file is none, or is for no system in use."""
    rows = _rows(path)
    found = _KEY.search(rows[KEY][0]) if len(rows) > FIRST else None
    system = next((s for s in systems if found is not None and s.id == found[1]), None)
    if found is None:
        raise UserError("这不是指标填报表：请先用“导出填报表”得到空表，填写后再导入")
    if system is None:
        raise UserError(f"填报表所属的指标体系“{found[1]}”不在使用，请核对")
    period = periods.YEAR if found[3] == "全年" else found[3]
    if period not in periods.CODES[system.period]:
        raise UserError(f"填报表的期间“{found[3]}”与指标体系“{system.name}”的填报周期不符")
    issues: list[Issue] = []
    held = system.at(int(found[2]), period)
    columns = _columns(path.name, rows[CODES], held, issues)
    lines = _lines(path.name, rows, snapshot, columns, issues)
    there, year, changes, unchanged = entries(snapshot), int(found[2]), [], 0
    for line in lines:
        for id, text in line.values:
            was = there.get((line.team, system.id, id, year, period))
            before = None if was is None else was.value
            item = next(each for each in columns.values() if each.id == id)
            if before == text:
                unchanged += 1
            else:
                changes.append(Change(line.row, line.team, item, before, text))
    made = tuple(issues)
    return Filled(system, year, period, tuple(lines), tuple(changes), unchanged, made)


def _columns(
    file: str, codes: Sequence[str], system: System, issues: list[Issue]
) -> dict[int, Item]:
    """Say which column holds which item."""
    leaves = {each.id: each for each in system.leaves()}
    found: dict[int, Item] = {}
    for at, code in enumerate(codes[len(FIXED) :], len(FIXED)):
        if code in leaves and leaves[code] not in found.values():
            found[at] = leaves[code]
        elif code:
            why = "重复" if code in leaves else f"不属于“{system.name}”"
            text = f"第 {at + 1} 列的指标编号“{code}”{why}，请用新导出的填报表"
            issues.append(Issue(file, CODES + 1, code, "error", text))
    return found


def _lines(
    file: str,
    rows: Sequence[Sequence[str]],
    snapshot: Snapshot,
    columns: Mapping[int, Item],
    issues: list[Issue],
) -> list[Line]:
    made: list[Line] = []
    seen: dict[int, int] = {}
    for at, row in enumerate(rows[FIRST:], FIRST + 1):
        if not row[0]:
            if any(row[i] for i in columns if i < len(row)):
                text = f"第 {at} 行缺少班子编号，这一行的数值不知属于哪个班子"
                issues.append(Issue(file, at, FIXED[0], "error", text))
            continue
        team = snapshot.teams.positions.get(row[0], -1)
        name = (row[1] if len(row) > 1 else "") or row[0]
        if team < 0:
            text = f"第 {at} 行的班子“{name}”不在干部库中"
            issues.append(Issue(file, at, FIXED[0], "error", text))
        elif team in seen:
            text = f"第 {at} 行的班子“{name}”与第 {seen[team]} 行重复，请只留一行"
            issues.append(Issue(file, at, FIXED[0], "error", text))
        else:
            seen[team] = at
            made.append(Line(at, team, tuple(_values(file, at, row, columns, issues))))
    return made


def _values(
    file: str,
    at: int,
    row: Sequence[str],
    columns: Mapping[int, Item],
    issues: list[Issue],
) -> list[tuple[str, str]]:
    found = []
    for column, item in columns.items():
        text = row[column] if column < len(row) else ""
        try:
            value = clean(item, text)
        except UserError as error:
            sentence = f"第 {at} 行：{error}"
            issues.append(Issue(file, at, item.name, "error", sentence))
            continue
        if value is not None:
            found.append((item.id, value))
    return found


def _rows(path: Path) -> list[list[str]]:
    """Read the first sheet as texts; merged cells hold theirs at the first place."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError, BadZipFile, InvalidFileException) as error:
        raise UserError(f"无法读取“{path.name}”：请确认它是 xlsx 文件且没有损坏") from error
    try:
        rows = book.worksheets[0].iter_rows(values_only=True)
        return [[cell_text(each) for each in row] or [""] for row in rows]
    finally:
        book.close()
