"""The cells of a form, one kind after the other: texts, dates, educations, relatives, photo."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from leadership_model.exchange import wording
from leadership_model.exchange.fields import LONG, MODES, TITLES
from leadership_model.exchange.form import PHOTO, Element, Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.photos import Picture, Shelf, frame, picture
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, text_of
from leadership_model.people.person import Education, Relative

LARGEST_PHOTO = 5 << 20
MOST_PIXELS = 24_000_000
_DATA_URL = re.compile(r"^data:[\w/+.;=-]*,")
_JPEG = b"\xff\xd8"
_OTHER_PICTURES = (b"\x89PNG", b"BM", b"GIF8", b"RIFF")
_GONE = re.compile(r"已?去世|已故|病故|亡故|过世")
_DEGREES = ("博士", "硕士", "学士")
_DISCIPLINES = (
    "哲学",
    "经济学",
    "法学",
    "教育学",
    "文学",
    "历史学",
    "理学",
    "工学",
    "农学",
    "医学",
    "军事学",
    "管理学",
    "艺术学",
)


@dataclass(slots=True)
class Reader:
    """One form being read, with the issues found so far."""

    form: Form
    issues: list[Issue] = field(default_factory=list)

    def complain(self, severity: str, tag: str | None, text: str, line: int | None = None) -> None:
        """Note an issue at an element's line, or at a line given."""
        at = self.form.element(tag) if tag and line is None else None
        where = at.line if at is not None else line
        self.issues.append(Issue(self.form.file, where, tag, severity, text))

    def text(self, tag: str, element: Element | None = None) -> str:
        """Give a tidied cell; a damaged one counts as empty."""
        at = element.child(tag) if element is not None else self.form.element(tag)
        if at is None:
            return ""
        text = wording.tidy(at.content(), tag in LONG)
        if "\ufffd" in text:
            self.complain("error", tag, "这一栏的文字已损坏，没有读入", at.line)
            return ""
        return text

    def month(self, tag: str, element: Element | None = None) -> tuple[int, int | None] | None:
        """Give a date as (month, day or None); an impossible one is an issue and says nothing."""
        text = self.text(tag, element)
        if not text or wording.is_nothing(text):
            return None
        found = wording.date(text)
        if found is None and wording.year(text) is None:
            line = element.line if element is not None else None
            sentence = f"{TITLES.get(tag, tag)}“{text}”不是可能的日期，没有读入"
            self.complain("error", tag, sentence, line)
        return found


def said(text: str) -> str | int | None:
    """Give a text, ABSENT for 无, None for nothing said."""
    return None if not text else ABSENT if wording.is_nothing(text) else text


def educations(reader: Reader) -> Iterator[Education]:
    """Give the education of each mode the form speaks of."""
    for mode, prefix in MODES.items():
        tags = ("_XueLi", "_XueWei", "_XueLi_BiYeYuanXiaoXi", "_XueWei_BiYeYuanXiaoXi")
        cells = [said(reader.text(prefix + tag)) for tag in tags]
        if all(cell is None for cell in cells):
            continue
        schooling, degree, school, major = (c if isinstance(c, str) else None for c in cells)
        names = ("schooling", "degree", "school", "major")
        absent = {n for n, c in zip(names, cells, strict=True) if c == ABSENT}
        if "degree" in absent:
            absent.add("degree_level")
        yield Education(
            id="",
            person="",
            mode=mode,
            schooling=_schooling(reader, f"{prefix}_XueLi", schooling),
            degree=degree,
            degree_level=next((each for each in _DEGREES if each in (degree or "")), None),
            school=school,
            major=major,
            discipline=next((d for d in _DISCIPLINES if (degree or "").startswith(d)), None),
            start=_study_month(reader, f"{prefix}_RuXueShiJian"),
            end=_study_month(reader, f"{prefix}_BiYeShiJian"),
            absent=text_of(absent),
        )


def _study_month(reader: Reader, tag: str) -> int | None:
    found = reader.month(tag)
    return found[0] if found else None


def _schooling(reader: Reader, tag: str, text: str | None) -> str | None:
    if text is None:
        return None
    plain = text.replace("(", "（").replace(")", "）").replace(",", "、")
    known = codes.spellings("education").get(plain)
    if known is None:
        reader.complain("warn", tag, f"学历“{text}”不在代码表中，按原文读入")
    return known or text


def relatives(reader: Reader) -> tuple[Relative, ...] | None:
    """Give the family list without its empty items; None when nothing is left."""
    made = tuple(
        relative
        for order, item in enumerate(reader.form.members())
        if (relative := _relative(reader, item, order)) is not None
    )
    return made or None


def _relative(reader: Reader, item: Element, order: int) -> Relative | None:
    cells = {tag: reader.text(tag, item) for tag in ("ChengWei", "XingMing", "ZhengZhiMianMao")}
    post = reader.text("GongZuoDanWeiJiZhiWu", item)
    texts = {tag: None if wording.is_nothing(text) else text for tag, text in cells.items()}
    if not (any(texts.values()) or post):
        return None
    birth = reader.month("ChuShengRiQi", item)
    party = texts["ZhengZhiMianMao"] or None
    return Relative(
        id="",
        person="",
        order=order,
        title=texts["ChengWei"] or None,
        name=wording.name(texts["XingMing"] or "") or None,
        birth=birth[0] if birth else None,
        birth_year=wording.year(reader.text("ChuShengRiQi", item)) if not birth else None,
        party=codes.spellings("parties").get(party, party) if party else None,
        post_text=post or None,
        deceased=bool(_GONE.search(post)),
    )


def photo(reader: Reader, shelf: Shelf | None = None) -> Picture | None:
    """Give the photo, a JPEG of at most 5 MB and 24 megapixels; anything else is an issue."""
    if reader.form.picture is not None:
        said = _fault_of(reader.form.picture.read())
        return reader.form.picture if _passes(reader, said) else None
    at = reader.form.element(PHOTO)
    text = "".join(at.text.split()) if at is not None else ""
    if not text:
        return None
    try:
        found = base64.b64decode(_DATA_URL.sub("", text), validate=True)
    except (binascii.Error, ValueError):
        reader.complain("error", PHOTO, "照片的内容已损坏，没有读入")
        return None
    return picture(found, shelf) if _passes(reader, _fault_of(found)) else None


def _passes(reader: Reader, fault: tuple[str, str]) -> bool:
    """Complain of a fault, and say whether the photo can be taken all the same."""
    severity, text = fault
    if text:
        reader.complain(severity, PHOTO, text)
    return not text or severity == "note"


def _fault_of(photo: bytes) -> tuple[str, str]:
    """Give (severity, sentence) of what is wrong with a picture; an empty sentence for nothing."""
    if len(photo) > LARGEST_PHOTO:
        return "error", "照片超过 5 MB，没有读入"
    if photo.startswith(_OTHER_PICTURES):
        return "warn", "照片不是 JPEG，只留在原表中，请换成 jpg 照片"
    if not photo.startswith(_JPEG):
        return "error", "照片不是可识别的图片，没有读入"
    size = frame(photo)
    if size is not None and size[0] * size[1] > MOST_PIXELS:
        words = f"{size[0]}×{size[1]}"
        return "error", f"照片有 {words} 像素，超过 2,400 万，没有读入，请缩小后再导入"
    if size is not None and b"\xff\xd9" not in photo[-256:]:
        return "note", "照片没有结尾，可能没有传完，请核对"
    return "", ""
