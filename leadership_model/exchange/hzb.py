"""Read a package of the 全国公务员管理信息系统 (HZB): tables of people, families and photos.

A package is a folder or an archive with `gwyinfo.xml`, `Table/<name>.xml` and `Photos/`. Columns
are attributes of rows. Line feeds stand raw inside attributes, which any XML parser would turn
into blanks, so they are written as references before parsing.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from leadership_model.exchange import repair
from leadership_model.exchange.form import FAMILY, MEMBER, Element, Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.photos import Shelf, picture
from leadership_model.people import codes

KIND = "hzb"
ABOUT = "gwyinfo.xml"
NEEDED = "A01"
READ = ("A01", "A36", "A57")  # tables whose rows become part of a form
LARGEST = 64 << 20  # bytes of a table: some 20,000 people with their 简历
Photo = Callable[[str], bytes | None]

_TEXTS = {
    "A0101": "XingMing",
    "A0184": "ShenFenZheng",
    "A0107": "ChuShengNianYue",
    "A0111A": "JiGuan",
    "A0114A": "ChuShengDi",
    "A0128": "JianKangZhuangKuang",
    "A0134": "CanJiaGongZuoShiJian",
    "A0140": "RuDangShiJian",
    "A0196": "ZhuanYeJiShuZhiWu",
    "A0187A": "ShuXiZhuanYeYouHeZhuanChang",
    "QRZXL": "QuanRiZhiJiaoYu_XueLi",
    "QRZXW": "QuanRiZhiJiaoYu_XueWei",
    "QRZXLXX": "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
    "QRZXWXX": "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
    "ZZXL": "ZaiZhiJiaoYu_XueLi",
    "ZZXW": "ZaiZhiJiaoYu_XueWei",
    "ZZXLXX": "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
    "ZZXWXX": "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
    "A0192A": "XianRenZhiWu",
    "NRZW": "NiRenZhiWu",
    "NMZW": "NiMianZhiWu",
    "RMLY": "RenMianLiYou",
    "CBDW": "ChengBaoDanWei",
    "A1701": "JianLi",
    "A14Z101": "JiangChengQingKuang",
    "A15Z101": "NianDuKaoHeJieGuo",
    "A0288": "RenZhiWuCengCiShiJian",
    "A0192C": "RenZhiJiShiJian",
}
_CODED = {
    "A0104": ("XingBie", "sexes"),
    "A0117": ("MinZu", "ethnicities"),
    "A0221": ("ZhiWuCengCi", "levels"),
    "A0192E": ("ZhiJi", "grades"),
}
_FAMILY = {
    "A3604A": "ChengWei",
    "A3601": "XingMing",
    "A3607": "ChuShengRiQi",
    "A3627": "ZhengZhiMianMao",
    "A3611": "GongZuoDanWeiJiZhiWu",
}
_VALUE = re.compile(r'="[^"]*"')


def read(
    tables: Mapping[str, bytes], photo: Photo, file: str = "", shelf: Shelf | None = None
) -> tuple[tuple[Form, ...], tuple[Issue, ...]]:
    """Read the tables of a package, given by name without ending, as forms of its people.

    `photo` gives the content of a file in `Photos`. Tables that tell of posts, units and single
    decisions are named in a note and left aside.
    """
    issues: list[Issue] = []
    rows: dict[str, list[Mapping[str, str]]] = {}
    for name in READ:
        found, fault = _rows(tables.get(name, b""))
        rows[name] = found
        if fault and (name in tables or name == NEEDED):
            severity = "error" if name == NEEDED else "warn"
            issues.append(Issue(file, None, None, severity, f"数据表 {name} {fault}"))
    left = sorted(name for name in tables if name not in READ and b"<row" in tables[name])
    if left:
        text = f"数据包中的 {'、'.join(left)} 没有读入：任职、单位等请在“要素维护”中核对"
        issues.append(Issue(file, None, None, "note", text))
    families = _grouped(rows["A36"])
    pictures = {row.get("A0000", ""): row.get("A5714", "") for row in rows["A57"]}
    forms = []
    for row in rows["A01"]:
        key = row.get("A0000", "")
        content = photo(pictures.get(key) or f"{key}.jpg") if key else None
        elements = [*_elements(row), _family(families.get(key, []))]
        name = f"{file} {row.get('A0101', '').strip() or key}"
        laid = picture(content, shelf) if content else None
        forms.append(Form(name, tuple(elements), kind=KIND, picture=laid))
    return tuple(forms), tuple(issues)


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


def _elements(row: Mapping[str, str]) -> Iterator[Element]:
    for column, tag in _TEXTS.items():
        if column in row and (column != "A0140" or row[column].strip()):
            yield Element(tag, row[column])
    for column, (tag, listed) in _CODED.items():
        if row.get(column, "").strip():
            yield Element(tag, _named(row[column].strip(), listed))
    if not row.get("A0140", "").strip():
        party = _named(row.get("A0141", "").strip(), "parties")
        joined = row.get("A0144", "").strip()
        communist = codes.values("parties", "side").get(party) == "中共"
        yield Element("RuDangShiJian", joined if joined and communist else party)


def _named(code: str, listed: str) -> str:
    """Give the name of a code; what is no code stays as it was, to be complained of later."""
    return _names(listed).get(code, code)


@codes.remembered
def _names(listed: str) -> Mapping[str, str]:
    """Give the names of a list by code, also without the noughts some writers leave out."""
    names = {str(item["code"]): str(item["name"]) for item in codes.items(listed) if "code" in item}
    return {key.lstrip("0"): name for key, name in names.items()} | names


def _grouped(rows: list[Mapping[str, str]]) -> dict[str, list[Mapping[str, str]]]:
    made: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        made.setdefault(row.get("A0000", ""), []).append(row)
    for each in made.values():
        each.sort(key=_place)
    return made


def _place(row: Mapping[str, str]) -> int:
    text = row.get("SORTID", "")
    return int(text) if text.isdecimal() and text.isascii() else 1 << 20


def _family(rows: list[Mapping[str, str]]) -> Element:
    items = []
    for row in rows:
        inner = tuple(Element(tag, row.get(column, "")) for column, tag in _FAMILY.items())
        items.append(Element(MEMBER, children=inner, tails=("",) * len(inner)))
    return Element(FAMILY, children=tuple(items), tails=("",) * len(items))
