"""Read a roster (xlsx, xls, csv) as forms, one for each person; what a cell says is read as in one.

Sheets without a column 姓名 are passed over. Unit rows, repeated headings and totals are no
people. A dash or an empty cell says nothing; only 无 says that there is none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from leadership_model.exchange import package_forms, sheet_files, workbook
from leadership_model.exchange import roster_headings as headings
from leadership_model.exchange.column_schemes import Scheme, fitting
from leadership_model.exchange.fields import MODES
from leadership_model.exchange.form import Element, Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.roster_headings import Heading
from leadership_model.exchange.sheet_files import Cell
from leadership_model.people import codes

KIND = "roster"
LARGEST = sheet_files.LARGEST
DATES = (
    "ChuShengNianYue",
    "CanJiaGongZuoShiJian",
    headings.JOINED,
    "RenZhiWuCengCiShiJian",
    "RenZhiJiShiJian",
)
SAYS_NOTHING = frozenset({"", "-", "--", "—", "——", "－", "/", "／", "―", "空"})
TOTALS = ("合计", "小计", "总计", "共计", "备注", "说明", "填表人", "制表", "注：", "注:")
_SHORT = re.compile(r"(\d{2})[.．](\d{1,2})")
_PIVOT = 30  # two digits above are years of the last century
Read = tuple[tuple[Form, ...], tuple[Issue, ...]]


def read(data: bytes, file: str = "", schemes: Sequence[Scheme] = ()) -> Read:
    """Read the bytes of a file as (forms, issues); no file, however broken, raises.

    `schemes` say what columns of known sheets mean.
    """
    if len(data) > LARGEST:
        return (), (_issue(file, "文件超过 100 MB，不像名册，没有读入"),)
    sheets, issues = sheet_files.opened(data, file)
    if workbook.is_one([name for name, _ in sheets]):
        found, more = workbook.read(list(_collected(sheets)), file)
        return found, (*issues, *more)
    forms: list[Form] = []
    for name, rows in sheets:
        heading = heading_of(rows, schemes)
        if heading is None:
            continue
        if len(rows) > sheet_files.MOST:
            issues.append(_issue(file, f"“{name}”超过 {sheet_files.MOST} 行，只读入前面的", "warn"))
        if heading.left:
            words = "、".join(dict.fromkeys(heading.left))
            told = f"“{name}”中没有对应栏目的列没有读入：{words}；可用“栏目对应”指定"
            issues.append(_issue(file, told, "note"))
        forms += _forms(
            rows[: sheet_files.MOST], heading, f"{file} {name}" if len(sheets) > 1 else file
        )
    if not forms and not issues:
        text_ = f"前 {headings.TOP} 行里没有“姓名”一列，请补上表头再导入"
        issues.append(_issue(file, text_))
    return tuple(forms), tuple(issues)


def heading_of(rows: Sequence[Sequence[Cell]], schemes: Sequence[Scheme]) -> Heading | None:
    """Find the headings of a sheet, with what was decided about them."""
    top = [[text(cell) for cell in row] for row in rows[: headings.TOP + 1]]
    return headings.find(top, partial(decided, schemes))


def decided(schemes: Sequence[Scheme], words: Sequence[str]) -> Mapping[str, str]:
    """Give what was decided about some headings."""
    found = fitting(schemes, words)
    return {} if found is None else found.columns


def _collected(
    sheets: Iterable[tuple[str, list[list[Cell]]]],
) -> Iterator[tuple[str, int, list[list[str]]]]:
    """Give the sheets of a 信息采集表 as texts, months as months."""
    for name, rows in sheets:
        top = workbook.heading_row(name, [[text(cell) for cell in row] for row in rows[:10]])
        if top is None:
            continue
        dates = workbook.dates_of(name, [text(cell) for cell in rows[top]])
        yield (
            name,
            top,
            [[text(cell, month=at in dates) for at, cell in enumerate(row)] for row in rows],
        )


def text(cell: Cell, *, month: bool = False) -> str:
    """Give the text of a cell; with `month` a number or date as a month or day.

    A number 2001.1 is October: sheets that keep 2001.10 as a number lose its last digit. Whole
    numbers of five digits are days counted by Excel, two digits before the point a short year.
    """
    match cell:
        case None:
            return ""
        case bool():
            return "是" if cell else "否"
        case datetime() | date():
            return _day(cell)
        case int() | float() if month:
            return _month(float(cell))
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            found = str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
            short = _SHORT.fullmatch(found) if month else None
            return _century(int(short[1]), int(short[2])) if short else found


def _month(number: float) -> str:
    if number.is_integer():
        whole = int(number)
        if 10_000 <= whole < 80_000:  # days since 1899-12-30
            return _day(date.fromordinal(date(1899, 12, 30).toordinal() + whole))
        return str(whole)
    year, part = int(number), round((number - int(number)) * 100)
    return _century(year, part) if year < 100 else f"{year}{part:02d}"


def _day(day: date) -> str:
    """Give a date; Excel has the first of a month where only the month was typed."""
    return f"{day.year}{day.month:02d}{'' if day.day == 1 else f'{day.day:02d}'}"


def _century(year: int, month: int) -> str:
    return f"{(1900 if year > _PIVOT else 2000) + year}{month:02d}"


def _issue(file: str, sentence: str, severity: str = "error") -> Issue:
    return Issue(file, None, None, severity, sentence)


def _forms(rows: Sequence[Sequence[Cell]], heading: Heading, file: str) -> Iterator[Form]:
    unit = ""
    names = [at for at, tag in heading.columns.items() if tag == headings.NAME]
    for at in range(heading.row + 1, len(rows)):
        row = rows[at]
        filled = list(dict.fromkeys(text(cell) for cell in row if text(cell)))
        if len(filled) == 1:  # a merged row names the unit of those below
            unit = "" if filled[0].startswith(TOTALS) else headings.plain(filled[0])
            continue
        name = text(row[names[0]]) if names[0] < len(row) else ""
        if not filled or not name or name.startswith(TOTALS) or _again(row, heading):
            continue
        elements = tuple(_elements(row, heading, unit, at + 1))
        yield Form(f"{file} 第{at + 1}行", elements, kind=KIND)


def _again(row: Sequence[Cell], heading: Heading) -> bool:
    """Say whether the headings are repeated, as on a new page."""
    at = next(at for at, tag in heading.columns.items() if tag == headings.NAME)
    return headings.plain(text(row[at])) in headings.WORDS[headings.NAME]


def _elements(row: Sequence[Cell], heading: Heading, unit: str, line: int) -> Iterator[Element]:
    cells: dict[str, str] = {}
    for at, tag in heading.columns.items():
        said = text(row[at], month=tag in DATES) if at < len(row) else ""
        if said not in SAYS_NOTHING:
            cells[tag] = said
    party = _party(cells.pop(headings.PARTY, ""), cells.pop(headings.JOINED, ""))
    post = _post(
        cells.pop(headings.POST, ""),
        cells.pop(headings.SHORT_POST, ""),
        cells.pop(headings.UNIT, "") or unit,
    )
    _part_modes(cells)
    for mode in MODES.values():
        _part_degree(cells, mode)
        _part_school(cells, mode)
    cells |= {"RuDangShiJian": party, "XianRenZhiWu": post}
    years = {tag: cells.pop(tag) for tag in list(cells) if tag.startswith(headings.YEAR)}
    if years:
        yield package_forms.appraisals(
            (tag.removeprefix(headings.YEAR), said) for tag, said in years.items()
        )
    for tag, said in cells.items():
        if said:
            yield Element(tag, said, line=line)


def _party(party: str, joined: str) -> str:
    """Put 政治面貌 and 入党时间 together as the form has them in one cell."""
    if not party or not joined:
        return joined or party
    name = codes.spellings("parties").get(party, party)
    if codes.values("parties", "side").get(name) != "中共":
        return name
    return joined if name == "中共党员" else f"{name} {joined}"


def _post(post: str, short: str, unit: str) -> str:
    """Give the present post in full; a short one is put behind its unit."""
    if post or not short:
        return _flat(post)
    return _flat(short if short.startswith(unit) else f"{unit}{short}")


def _flat(said: str) -> str:
    return "".join(said.split("\n"))


def _part_modes(cells: dict[str, str]) -> None:
    """Part a cell that says both 全日制… and 在职…, one under the other."""
    lines = cells.get(f"{MODES['全日制']}_XueLi", "").split("\n")
    if not any(line.startswith(word) for line in lines for word in MODES):
        return
    cells.pop(f"{MODES['全日制']}_XueLi")
    for line in lines:
        for word, mode in MODES.items():
            if line.startswith(word) and line != word:
                cells.setdefault(f"{mode}_XueLi", line.removeprefix(word))


def _part_school(cells: dict[str, str], mode: str) -> None:
    """Part a cell that holds school and major, one under the other."""
    school, feed, major = cells.get(f"{mode}_XueLi_BiYeYuanXiaoXi", "").partition("\n")
    if feed and f"{mode}_XueWei_BiYeYuanXiaoXi" not in cells:
        cells[f"{mode}_XueLi_BiYeYuanXiaoXi"] = school.strip()
        cells[f"{mode}_XueWei_BiYeYuanXiaoXi"] = _flat(major).strip()


def _part_degree(cells: dict[str, str], mode: str) -> None:
    """Part a cell that holds schooling and degree, one under the other."""
    lines = [each.strip() for each in re.split(r"[\n/、]", cells.get(f"{mode}_XueLi", ""))]
    lines = [each for each in lines if each]
    degrees = [each for each in lines if each.endswith(("学士", "硕士", "博士", "学位"))]
    if not degrees or (len(lines) == len(degrees) and len(lines) > 1):
        return
    schooling = [each for each in lines if each not in degrees]
    cells[f"{mode}_XueLi"] = "".join(schooling)
    cells.setdefault(f"{mode}_XueWei", degrees[0])
