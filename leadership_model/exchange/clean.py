"""A form as records: what it says about a person, and what it does not say.

An element that is missing or empty says nothing and never erases a value; 无 says that the thing
does not exist.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from leadership_model import months
from leadership_model.exchange import record_texts, wording
from leadership_model.exchange.fields import CALENDAR, LONG, MODES, TEXTS, TITLES
from leadership_model.exchange.form import PHOTO, Element, Form
from leadership_model.exchange.issue import Issue
from leadership_model.people import codes, reading, resume
from leadership_model.people.career import CareerEntry
from leadership_model.people.gaps import ABSENT, text_of
from leadership_model.people.person import Appraisal, Education, Relative, Reward, Sanction

LARGEST_PHOTO = 5 << 20
_DATA_URL = re.compile(r"^data:[\w/+.;=-]*,")
_PICTURES = (b"\xff\xd8", b"\x89PNG", b"BM", b"GIF8")
_NUMBER = re.compile(r"\d{17}[\dX]|\d{15}")
_GONE = re.compile(r"已?去世|已故|病故|亡故|过世")
_DEGREES = ("博士", "硕士", "学士")
_DISCIPLINES = (
    "哲学 经济学 法学 教育学 文学 历史学 理学 工学 农学 医学 军事学 管理学 艺术学".split()
)


@dataclass(frozen=True, slots=True)
class CleanForm:
    """What a form says. `said` maps fields of Person to values, ABSENT for 无.

    A collection is None when the form does not speak of it. The records bear no ids and no person
    yet. `form` is the file as it was.
    """

    form: Form
    said: dict[str, Any]
    educations: tuple[Education, ...] = ()
    careers: tuple[CareerEntry, ...] | None = None
    rewards: tuple[Reward, ...] | None = None
    sanctions: tuple[Sanction, ...] | None = None
    appraisals: tuple[Appraisal, ...] | None = None
    relatives: tuple[Relative, ...] | None = None
    photo: bytes | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def name(self) -> str:
        """The name, or an empty text."""
        return str(self.said.get("name") or "")


@dataclass(slots=True)
class _Reader:
    """One form being read, with the issues found so far."""

    form: Form
    issues: list[Issue] = field(default_factory=list)

    def complain(self, severity: str, tag: str | None, text: str, line: int | None = None) -> None:
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


def clean(form: Form, areas: reading.Areas = reading.NO_AREAS) -> CleanForm:
    """Read all cells of a form. `areas` are the names of city and counties, for the career."""
    reader = _Reader(form)
    said = dict(_basics(reader))
    said |= {f: t for tag, f in TEXTS.items() if (t := _said(reader.text(tag))) is not None}
    for tag in CALENDAR:
        reader.month(tag)
    careers = _careers(reader, said.get("resume"), areas)
    rewards, sanctions = _deeds(reader, said)
    return CleanForm(
        form,
        said,
        tuple(_educations(reader)),
        careers,
        rewards,
        sanctions,
        _appraisals(reader, said.get("appraisal_text")),
        _relatives(reader),
        _photo(reader),
        tuple(reader.issues),
    )


def _said(text: str) -> Any:
    """Give a text, ABSENT for 无, None for nothing said."""
    return None if not text else ABSENT if wording.is_nothing(text) else text


def _basics(reader: _Reader) -> Iterator[tuple[str, Any]]:
    name = wording.name(reader.text("XingMing"))
    if name:
        yield "name", name
    else:
        reader.complain("error", "XingMing", "表中没有姓名，无法导入")
    yield from _sex(reader)
    yield from _birth(reader)
    yield from _ethnicity(reader)
    yield from _party(reader)
    began = reader.month("CanJiaGongZuoShiJian")
    if began is not None:
        yield "work_start", began[0]
    number = "".join(reader.text("ShenFenZheng").split()).upper()
    if number and not wording.is_nothing(number):
        if not _NUMBER.fullmatch(number):
            reader.complain("warn", "ShenFenZheng", f"身份证号“{number}”的位数不对，请核对")
        yield "id_number", number


def _sex(reader: _Reader) -> Iterator[tuple[str, Any]]:
    text = reader.text("XingBie").removesuffix("性")
    if text in codes.names("sexes"):
        yield "sex", text
    elif text:
        reader.complain("error", "XingBie", f"性别“{text}”不是“男”或“女”，没有读入")


def _birth(reader: _Reader) -> Iterator[tuple[str, Any]]:
    tag = "ChuShengNianYue"
    found = reader.month(tag)
    if found is not None:
        yield "birth", found[0]
        if found[1] is not None:
            yield "birth_date", f"{months.show_digits(found[0])}{found[1]:02d}"
    elif (year := wording.year(reader.text(tag))) is not None:
        reader.complain("warn", tag, f"出生年月只有年份 {year}")
        yield "birth_year", year


def _ethnicity(reader: _Reader) -> Iterator[tuple[str, Any]]:
    text = reader.text("MinZu")
    known = codes.spellings("ethnicities")
    name = known.get(text) or known.get(f"{text}族")
    if text and name is None:
        reader.complain("warn", "MinZu", f"民族“{text}”不在代码表中，按原文读入")
    if text:
        yield "ethnicity", name or _said(text)


def _party(reader: _Reader) -> Iterator[tuple[str, Any]]:
    tag = "RuDangShiJian"
    text = reader.text(tag)
    if not text:
        return
    if wording.is_nothing(text):
        yield "party_joined", ABSENT
        yield "party_text", ABSENT
        return
    yield "party_text", text
    found = wording.membership(text)
    if not found.clear:
        reader.complain("warn", tag, f"入党时间“{text}”没有完全读懂，请核对")
    if found.party is None:
        return
    yield "party", found.party
    yield "other_parties", "、".join(found.others) or ABSENT
    if codes.values("parties", "side")[found.party] != "中共":
        yield "party_joined", ABSENT
    elif found.joined is not None:
        yield "party_joined", found.joined


def _careers(reader: _Reader, text: Any, areas: reading.Areas) -> tuple[CareerEntry, ...] | None:
    if not isinstance(text, str):
        return None if text is None else ()
    lines = resume.read(text)
    at = reader.form.element("JianLi")
    first = at.line if at is not None else None
    rows = 0
    for line in lines:
        for _, sentence in resume.faults((line,)):
            where = None if first is None else first + rows
            reader.complain("warn", "JianLi", sentence, where)
        rows += line.raw.count("\n") + 1
    return reading.careers(lines, areas)


def _deeds(
    reader: _Reader, said: dict[str, Any]
) -> tuple[tuple[Reward, ...] | None, tuple[Sanction, ...] | None]:
    text = said.get("reward_text")
    if text is None:
        return None, None
    if not isinstance(text, str):
        said["rewards_complete"] = True
        return (), ()
    found = record_texts.deeds(text)
    for item in found.unread:
        reader.complain("warn", "JiangChengQingKuang", f"奖惩情况有一项没有读懂：{item[:30]}")
    said["rewards_complete"] = not found.unread
    return found.rewards, found.sanctions


def _appraisals(reader: _Reader, text: Any) -> tuple[Appraisal, ...] | None:
    if not isinstance(text, str):
        return None if text is None else ()
    found = record_texts.appraisals(text)
    for item in found.unread:
        reader.complain("warn", "NianDuKaoHeJieGuo", f"年度考核结果没有读懂：{item[:30]}")
    return found.results


def _educations(reader: _Reader) -> Iterator[Education]:
    for mode, prefix in MODES.items():
        tags = ("_XueLi", "_XueWei", "_XueLi_BiYeYuanXiaoXi", "_XueWei_BiYeYuanXiaoXi")
        cells = [_said(reader.text(prefix + tag)) for tag in tags]
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
            absent=text_of(absent),
        )


def _schooling(reader: _Reader, tag: str, text: str | None) -> str | None:
    if text is None:
        return None
    plain = text.replace("(", "（").replace(")", "）").replace(",", "、")
    known = codes.spellings("education").get(plain)
    if known is None:
        reader.complain("warn", tag, f"学历“{text}”不在代码表中，按原文读入")
    return known or text


def _relatives(reader: _Reader) -> tuple[Relative, ...] | None:
    made = tuple(
        relative
        for order, item in enumerate(reader.form.members())
        if (relative := _relative(reader, item, order)) is not None
    )
    return made or None


def _relative(reader: _Reader, item: Element, order: int) -> Relative | None:
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


def _photo(reader: _Reader) -> bytes | None:
    at = reader.form.element(PHOTO)
    text = "".join(at.text.split()) if at is not None else ""
    if not text:
        return None
    try:
        photo = base64.b64decode(_DATA_URL.sub("", text), validate=True)
    except (binascii.Error, ValueError):
        reader.complain("error", PHOTO, "照片的内容已损坏，没有读入")
        return None
    if len(photo) > LARGEST_PHOTO:
        reader.complain("error", PHOTO, "照片超过 5 MB，没有读入")
        return None
    if not photo.startswith(_PICTURES):
        reader.complain("error", PHOTO, "照片不是可识别的图片，没有读入")
        return None
    return photo
