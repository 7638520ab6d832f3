"""The tables of a package: rows of columns with the names of the exchange format.

They come from the tables of an HZB package, or from the sheets of the 2017 workbook, which has the
same columns under Chinese headings and names in the place of codes.
"""

from collections.abc import Mapping, Sequence

from leadership_model.people import codes

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
NO_TABLES: Tables = {}
_YES = frozenset({"1", "true", "是"})


def value(row: Row, column: str) -> str:
    """Give a cell without blanks around it; empty where there is none."""
    return row.get(column, "").strip()


def number(row: Row, column: str) -> int | None:
    """Give a cell as a whole number; None where it holds none."""
    text = value(row, column)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def says_yes(text: str | None) -> bool:
    """Say whether a cell of yes or no says yes."""
    return (text or "").strip().lower() in _YES


def named(code: str, listed: str) -> str:
    """Give the name of a code; what is no code stays as it was, to be complained of later."""
    return _names(listed).get(code, code)


@codes.remembered
def _names(listed: str) -> Mapping[str, str]:
    """Give the names of a list by code, also without the noughts some writers leave out."""
    names = {str(item["code"]): str(item["name"]) for item in codes.items(listed) if "code" in item}
    return {key.lstrip("0"): name for key, name in names.items()} | names


def grouped(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Sort rows by whom they are about, in the order they ask for."""
    made: dict[str, list[Row]] = {}
    for row in rows:
        made.setdefault(row.get("A0000", ""), []).append(row)
    for each in made.values():
        each.sort(key=_place)
    return made


def _place(row: Row) -> int:
    found = number(row, "SORTID")
    return 1 << 20 if found is None else found
