"""Read the names of a roster as a script would: openpyxl, the column under 姓名."""

from pathlib import Path

from openpyxl import load_workbook


def names(path: Path) -> list[str]:
    """Give the names in their order."""
    book = load_workbook(path, read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    at = next(rows).index("姓名")
    found = ["".join(str(row[at]).split()) for row in rows if row[at]]
    book.close()
    return found
