"""Read the 2017 workbook 信息采集表: the sheets of a package, with names in the place of codes.

Row 1 of a sheet is its title, row 2 its headings; all sheets but B01 tell the person by name and ID
number. A sheet that is not known is named in a note.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from leadership_model import seed
from leadership_model.exchange import hzb
from leadership_model.exchange.form import Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.package import Row

KIND = "workbook"
SHEETS: Mapping[str, Mapping[str, str]] = seed.read("codes/workbook_headings.toml")
TOP = 6  # rows in which the headings are looked for
DATES = frozenset(
    {
        *("A0107", "A0134", "A0144", "A0288", "A0192C", "A0243", "A0265", "A0504", "A0517"),
        *("A0604", "A0804", "A0807", "A0904", "A1407", "A3607", "A99Z102", "A99Z104"),
    }
)
_TABLE = re.compile(r"([AB]\d\d(?:Z\d)?)")
_SIGNS = re.compile(r"[\s\u3000]+|[（(][^（）()]*[）)]")
NO_PHOTOS: Mapping[str, bytes] = {}
Texts = Sequence[Sequence[str]]  # a sheet as texts
Read = tuple[tuple[Form, ...], tuple[Issue, ...]]


def is_one(names: Sequence[str]) -> bool:
    """Say whether the sheets of a workbook are those of the 信息采集表."""
    tables = {_table(name) for name in names}
    return hzb.NEEDED in tables and len(tables & SHEETS.keys()) > 1


def _table(name: str) -> str:
    found = _TABLE.match(name.strip())
    return found[1] if found else ""


def dates_of(name: str, words: Sequence[str]) -> frozenset[int]:
    """Give the columns of a sheet that hold months."""
    columns = _columns(SHEETS.get(_table(name), {}), words)
    return frozenset(at for at, column in columns.items() if column in DATES)


def heading_row(name: str, rows: Texts) -> int | None:
    """Give the row of headings: the one of the first with most known words."""
    known = SHEETS.get(_table(name), {})
    counts = [len(_columns(known, row)) for row in rows[:TOP]]
    best = max(counts, default=0)
    return counts.index(best) if best > 1 else None


def read(sheets: Sequence[tuple[str, int, Texts]], file: str) -> Read:
    """Read sheets as forms of their people; each is (name, row of its headings, all rows)."""
    tables: dict[str, list[Row]] = {}
    issues: list[Issue] = []
    for name, top, rows in sheets:
        known = SHEETS[_table(name)]
        columns = _columns(known, rows[top])
        left = [_plain(w) for at, w in enumerate(rows[top]) if w and at not in columns]
        if left:
            text = f"“{name}”中没有对应项目的列没有读入：{'、'.join(dict.fromkeys(left))}"
            issues.append(Issue(file, None, None, "note", text))
        tables[_table(name)] = list(_rows(rows, top, columns))
    _link(tables, file, issues)
    return hzb.forms(tables, NO_PHOTOS.get, file, None, KIND), tuple(issues)


def _columns(known: Mapping[str, str], words: Sequence[str]) -> dict[int, str]:
    made: dict[int, str] = {}
    for at, word in enumerate(words):
        column = known.get(_plain(word)) or known.get("".join(word.split()))
        if column and column not in made.values():
            made[at] = column
    return made


def _plain(word: str) -> str:
    return _SIGNS.sub("", word)


def _rows(rows: Texts, top: int, columns: Mapping[int, str]) -> Iterator[Row]:
    for row in rows[top + 1 :]:
        made = {column: row[at] for at, column in columns.items() if at < len(row)}
        if any(made.values()) and _plain(made.get("A0101", "")) != "姓名":
            yield made


def _link(tables: dict[str, list[Row]], file: str, issues: list[Issue]) -> None:
    """Give every row the key of its person: the ID number, else the name where it is the only one.

    A row of somebody the sheet A01 does not list, or lists twice, is left aside with a word.
    """
    keys: dict[str, str] = {}
    for at, row in enumerate(tables.get(hzb.NEEDED, [])):
        key = f"{at}"
        tables[hzb.NEEDED][at] = {**row, "A0000": key}
        number, name = _number(row), _name(row)
        if number:
            keys[number] = key
        keys[name] = "" if name in keys else key
    for table, rows in tables.items():
        if table in (hzb.NEEDED, "B01"):
            continue
        lost: list[str] = []
        for at, row in enumerate(rows):
            found = keys.get(_number(row)) if _number(row) else keys.get(_name(row))
            rows[at] = {**row, "A0000": found or ""}
            if not found:
                lost.append(_name(row) or "（无姓名）")
        if lost:
            named = "、".join(dict.fromkeys(lost[:5])) + ("等" if len(lost) > 5 else "")
            text = f"{table} 表有 {len(lost)} 行在 A01 人员中找不到本人，没有读入：{named}"
            issues.append(Issue(file, None, None, "warn", text))
    for at, row in enumerate(tables.get("B01", [])):
        tables["B01"][at] = {"B0111": row.get("B0114", ""), **row}


def _number(row: Row) -> str:
    return "".join(row.get("A0184", "").split()).upper()


def _name(row: Row) -> str:
    return "".join(row.get("A0101", "").split())
