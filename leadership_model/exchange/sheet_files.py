"""Open a table file (xlsx, xls, csv) as sheets of rows of cells, within bounds."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from leadership_model.exchange import sheet_guard
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.packed import DAMAGED

LARGEST = 100 << 20  # bytes of a file
MOST = 200_000  # rows of a sheet
Cell = object
Sheets = list[tuple[str, list[list[Cell]]]]


def opened(data: bytes, file: str) -> tuple[Sheets, list[Issue]]:
    """Give (sheets, issues); no sheets with an issue that says why."""
    issues: list[Issue] = []
    if data[:2] == b"PK":
        try:
            severity, fault = sheet_guard.fault_in(data)
        except (*DAMAGED, RuntimeError):
            return [], [_error(file, "工作簿已损坏，请用 Excel 打开后另存再导入")]
        issues += [Issue(file, None, None, severity, fault)] if fault else []
        if severity == "error":
            return [], issues
    csv_ = file.lower().endswith(".csv")
    found = _csv(data) if csv_ else _workbook(data, file)
    return ([], [*issues, found]) if isinstance(found, Issue) else (found, issues)


def _error(file: str, sentence: str) -> Issue:
    return Issue(file, None, None, "error", sentence)


def _workbook(data: bytes, file: str) -> Sheets | Issue:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            (sheet.name, list(_rows(sheet.iter_rows())))
            for sheet in map(book.get_sheet_by_name, book.sheet_names)
        ]
    except PasswordError:
        return _error(file, "工作簿加了密码，请在 Excel 中去掉密码再导入")
    except (CalamineError, *DAMAGED):
        return _error(file, "文件不是可以读取的工作簿，请用 Excel 打开后另存为 .xlsx 再导入")


def _rows(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Give the rows of a sheet, no more than can be meant."""
    for at, row in enumerate(rows):
        if at > MOST:
            return
        yield list(row)


def _csv(data: bytes) -> Sheets:
    try:
        body = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        body = data.decode("gb18030", errors="replace")
    body = body.replace("\x00", "")
    first = body[: body.find("\n")] if "\n" in body else body
    mark = max(",\t;", key=first.count)
    csv.field_size_limit(LARGEST)
    rows = csv.reader(io.StringIO(body, newline=""), delimiter=mark)
    return [("名册", [list(row) for at, row in enumerate(rows) if at <= MOST])]
