"""Read a package of the 全国公务员管理信息系统 (HZB): tables of people, posts, units and photos.

A package is a folder or an archive with `gwyinfo.xml`, `Table/<name>.xml` and `Photos/`. Columns
are attributes of rows. Line feeds stand raw inside attributes, which any XML parser would turn
into blanks, so they are written as references before parsing.
"""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from leadership_model.exchange import package_forms, repair
from leadership_model.exchange.form import Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.package import Row, Tables, grouped, value
from leadership_model.exchange.photos import Shelf, picture

KIND = "hzb"
ABOUT = "gwyinfo.xml"
NEEDED = "A01"
READ = ("A01", "A02", "A05", "A06", "A08", "A14", "A15", "A36", "A57", "A99Z1", "B01")
LARGEST = 64 << 20  # bytes of a table: some 20,000 people with their 简历
Photo = Callable[[str], bytes | None]

_VALUE = re.compile(r'="[^"]*"')


def read(
    tables: Mapping[str, bytes], photo: Photo, file: str = "", shelf: Shelf | None = None
) -> tuple[tuple[Form, ...], tuple[Issue, ...]]:
    """Read the tables of a package, given by name without ending, as forms of its people.

    `photo` gives the content of a file in `Photos`. Each form bears the tables of units and posts
    that `seats` makes a proposal of, and the person's key in them.
    """
    issues: list[Issue] = []
    rows: dict[str, list[Row]] = {}
    for name in READ:
        found, fault = _rows(tables.get(name, b""))
        rows[name] = found
        if fault and (name in tables or name == NEEDED):
            severity = "error" if name == NEEDED else "warn"
            issues.append(Issue(file, None, None, severity, f"数据表 {name} {fault}"))
    left = sorted(name for name in tables if name not in READ and b"<row" in tables[name])
    if left:
        text = f"数据包中的 {'、'.join(left)} 没有对应的内容，没有读入"
        issues.append(Issue(file, None, None, "note", text))
    return forms(rows, photo, file, shelf), tuple(issues)


def forms(
    tables: Tables, photo: Photo, file: str, shelf: Shelf | None, kind: str = KIND
) -> tuple[Form, ...]:
    """Make the forms of the people of table A01."""
    every = {name: grouped(rows) for name, rows in tables.items()}
    places = {name: tables.get(name, ()) for name in ("B01", "A02")}
    made = []
    for row in tables.get(NEEDED, ()):
        key = row.get("A0000", "")
        about = {name: rows.get(key, ()) for name, rows in every.items()}
        named = next((value(r, "A5714") for r in about.get("A57", ())), "")
        content = photo(named or f"{key}.jpg") if key else None
        name = f"{file} {row.get('A0101', '').strip() or key}"
        laid = picture(content, shelf) if content else None
        elements = tuple(package_forms.elements(row, about))
        made.append(Form(name, elements, kind=kind, picture=laid, key=key, tables=places))
    return tuple(made)


def _rows(data: bytes) -> tuple[list[Mapping[str, str]], str]:
    """Give the rows of a table file, and what is wrong with it."""
    if not data:
        return [], "缺失，请重新导出数据包"
    if len(data) > LARGEST:
        return [], "超过 64 MB，没有读入，请按单位分批导出"
    text, _ = repair.drop_illegal(_text(data).replace("\r\n", "\n").replace("\r", "\n"))
    if re.search(r"<!\s*(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        return [], "含有 DOCTYPE 或实体定义，出于安全考虑不予读入"
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True
    )
    for attempt in (_lined(body), _lined(_escaped(body))):
        try:
            root = etree.fromstring(attempt.encode("utf-8"), parser)
        except etree.XMLSyntaxError:
            continue
        return [{str(k): str(v) for k, v in row.attrib.items()} for row in root.iter("row")], ""
    return [], "不是完好的 XML，没有读入，请重新导出数据包"


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _lined(body: str) -> str:
    """Keep line feeds inside values."""
    return _VALUE.sub(_kept, body)


def _kept(found: re.Match[str]) -> str:
    return found[0].replace("\n", "&#10;")


def _escaped(body: str) -> str:
    """Escape what writers forget to escape inside values: & and <."""
    return _VALUE.sub(_plain, body)


def _plain(found: re.Match[str]) -> str:
    bare = re.sub(r"&(?!(?:#\d+|#x[0-9A-Fa-f]+|lt|gt|amp|quot|apos);)", "&amp;", found[0])
    return bare.replace("<", "&lt;")
