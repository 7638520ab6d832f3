"""Read and write .lrm, the text file of editor 2.0; the photo lies beside it as .pic.

The whole record is one line of quoted cells joined by `","`; quotes inside are not escaped and
简历 holds raw line feeds, hence cells are parted at `","` and nowhere else.
"""

import base64

from leadership_model.exchange.form import FAMILY, MEMBER, PHOTO, Element, Form
from leadership_model.exchange.issue import Issue

KIND = "lrm"
FEWEST = 33  # cells of a record; a 34th holds the ID number
LARGEST = 5 << 20
NUMBER = 33  # the cell of the ID number, left out where there is none
SLOTS = 13  # relatives, the empty ones included
PHOTO_ENDINGS = (".pic", ".jpg", ".jpeg")
# Which element each cell fills; those left out are empty by definition or hold several values.
_CELLS = {
    0: "XingMing",
    1: "XingBie",
    2: "ChuShengNianYue",
    3: "MinZu",
    4: "JiGuan",
    5: "RuDangShiJian",
    6: "JianKangZhuangKuang",
    7: "ChuShengDi",
    8: "CanJiaGongZuoShiJian",
    11: "ZhuanYeJiShuZhiWu",
    16: "ShuXiZhuanYeYouHeZhuanChang",
    17: "JianLi",
    18: "JiangChengQingKuang",
    19: "NianDuKaoHeJieGuo",
    25: "XianRenZhiWu",
    26: "NiRenZhiWu",
    27: "NiMianZhiWu",
    28: "RenMianLiYou",
    29: "ChengBaoDanWei",
    30: "JiSuanNianLingShiJian",
    31: "TianBiaoRen",
    32: "TianBiaoShiJian",
    33: "ShenFenZheng",
}
PARTY = 5  # the cell of 入党时间, without brackets in this format
_DEGREES = (
    ("QuanRiZhiJiaoYu_XueLi", "QuanRiZhiJiaoYu_XueWei"),
    ("ZaiZhiJiaoYu_XueLi", "ZaiZhiJiaoYu_XueWei"),
)
_FAMILY = ("ChengWei", "XingMing", "ChuShengRiQi", "ZhengZhiMianMao", "GongZuoDanWeiJiZhiWu")


def read(
    data: bytes, file: str = "", photo: bytes | None = None
) -> tuple[Form | None, tuple[Issue, ...]]:
    """Read the bytes of a file as (form, issues); the form is None when nothing can be used.

    `photo` is the content of the picture beside it. No file, however broken, raises.
    """
    if len(data) > LARGEST:
        return None, (_error(file, "文件超过 5 MB，不像任免审批表，没有读入"),)
    text, notes = _decoded(data)
    body = text.strip().removeprefix("\ufeff")
    if not (body.startswith('"') and body.endswith('"') and len(body) > 1):
        return None, (_error(file, "文件不是 2.0 版的任免审批表（.lrm），或没有传完，请重新导出"),)
    cells = body[1:-1].split('","')
    if len(cells) < FEWEST:
        text = f"文件只有 {len(cells)} 栏，应有 {FEWEST} 栏，可能没有传完，请重新导出"
        return None, (_error(file, text),)
    elements = [Element(tag, cells[at]) for at, tag in _CELLS.items() if at < len(cells)]
    elements += _education(cells[9], "")
    elements += _education(cells[10], "_BiYeYuanXiaoXi")
    elements.append(_family(cells[20:25]))
    if photo:
        elements.append(Element(PHOTO, base64.b64encode(photo).decode("ascii")))
    issues = tuple(Issue(file, None, None, "note", note) for note in notes)
    return Form(file, tuple(elements), kind=KIND), issues


def _error(file: str, text: str) -> Issue:
    return Issue(file, None, None, "error", text)


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """Decode GB18030, the encoding of these files, or UTF-8 where somebody saved them anew."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", errors="replace"), []
    try:
        return data.decode("gb18030"), []
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("utf-8"), ["文件用 UTF-8 编码（应为 GB18030），已转换"]
    except UnicodeDecodeError:
        note = "文件里有损坏的字节，损坏的栏目没有读入"
        return data.decode("gb18030", errors="replace"), [note]


def _education(cell: str, ending: str) -> list[Element]:
    """Part `全日制学历#全日制学位@在职学历#在职学位` into its four elements."""
    modes = cell.split("@")
    made = []
    for at, names in enumerate(_DEGREES):
        parts = modes[at].split("#") if at < len(modes) else []
        for number, name in enumerate(names):
            made.append(Element(name + ending, parts[number] if number < len(parts) else ""))
    return made


def _family(lists: list[str]) -> Element:
    """Make items of the five lists, whose values are joined by `@`; blank ones are dropped."""
    columns = [each.split("@") for each in lists]
    items = []
    for at in range(max(len(each) for each in columns)):
        texts = [each[at].replace("#", "\n") if at < len(each) else "" for each in columns]
        if any(text.strip() for text in texts):
            inner = tuple(Element(tag, text) for tag, text in zip(_FAMILY, texts, strict=True))
            items.append(Element(MEMBER, children=inner, tails=("",) * len(inner)))
    return Element(FAMILY, children=tuple(items), tails=("",) * len(items))


def write(form: Form) -> bytes:
    """Write a form as .lrm; what is no cell of this format (a photo, unknown elements) is left out.

    A quotation mark beside a comma would part a cell: it becomes a Chinese one. `#` and `@`, which
    part lines and cells, become full-width ones where they would part.
    """
    cells = [_cell(form.text(_CELLS[at]) or "") if at in _CELLS else "" for at in range(NUMBER + 1)]
    cells[PARTY] = cells[PARTY].replace("(", "").replace(")", "")
    cells[9] = _joined_education(form, "")
    cells[10] = _joined_education(form, "_BiYeYuanXiaoXi")
    cells[20:25] = _joined_family(form)
    if not cells[NUMBER]:
        cells.pop()
    return ('"' + '","'.join(cells) + '"\n').encode("gb18030")


def _cell(text: str) -> str:
    plain = text.strip("\n").replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace('",', "”，").replace(',"', "，“") if '"' in plain else plain


def _inside(text: str) -> str:
    """Write a text that stands in a list."""
    plain = _cell(text.strip()).replace("#", "＃").replace("@", "＠")
    return plain.replace("\n", "#")


def _joined_education(form: Form, ending: str) -> str:
    modes = []
    for names in _DEGREES:
        texts = (_inside(form.text(name + ending) or "").replace("#", "") for name in names)
        modes.append("#".join(texts))
    return "@".join(modes) if any(each != "#" for each in modes) else "#@#"


def _joined_family(form: Form) -> list[str]:
    items = list(form.members())
    slots = max(SLOTS, len(items))
    lists = []
    for tag in _FAMILY:
        found = (each.child(tag) for each in items)
        texts = [_inside("" if each is None else each.content()) for each in found]
        lists.append("@".join(texts + [""] * (slots - len(texts))))
    return lists
