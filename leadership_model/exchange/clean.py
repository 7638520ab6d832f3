"""A form as records: what it says about a person, and what it does not say.

An element that is missing or empty says nothing and never erases a value; 无 says that the thing
does not exist.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import months
from leadership_model.exchange import cells, record_texts, wording
from leadership_model.exchange.column_schemes import MARK
from leadership_model.exchange.fields import CALENDAR, FLAGS, STANDING, TEXTS, TITLES, YEARS
from leadership_model.exchange.form import PHOTO, Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.photos import Picture, Shelf
from leadership_model.people import codes, reading, resume
from leadership_model.people.career import CareerEntry
from leadership_model.people.gaps import ABSENT
from leadership_model.people.person import (
    Appraisal,
    Education,
    Mark,
    Relative,
    Reward,
    Sanction,
)

_NUMBER = re.compile(r"\d{17}[\dX]|\d{15}")


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
    marks: tuple[Mark, ...] = ()
    photo: Picture | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def name(self) -> str:
        """The name, or an empty text."""
        return str(self.said.get("name") or "")


def clean(
    form: Form, areas: reading.Areas = reading.NO_AREAS, shelf: Shelf | None = None
) -> CleanForm:
    """Read all cells of a form. `areas` are the names of city and counties, for the career.

    With a `shelf` the photo is laid on it, and its text is not kept in memory.
    """
    reader = cells.Reader(form)
    said = dict(_basics(reader))
    said |= {f: t for tag, f in TEXTS.items() if (t := cells.said(reader.text(tag))) is not None}
    said |= dict(_standing(reader))
    said |= {
        f: text == "是" for tag, f in FLAGS.items() if (text := reader.text(tag)) in ("是", "否")
    }
    for tag in CALENDAR:
        reader.month(tag)
    careers = _careers(reader, said.get("resume"), areas)
    rewards, sanctions = _deeds(reader, said)
    photo = cells.photo(reader, shelf)
    return CleanForm(
        _kept(form, photo, shelf),
        said,
        tuple(cells.educations(reader)),
        careers,
        rewards,
        sanctions,
        _appraisals(reader, said.get("appraisal_text")),
        cells.relatives(reader),
        tuple(_marks(reader)),
        photo,
        tuple(reader.issues),
    )


def _kept(form: Form, photo: Picture | None, shelf: Shelf | None) -> Form:
    """Leave the text of a photo out where the photo says it all; one refused is kept as text."""
    if photo is None and form.picture is not None and form.kind == "lrmx":
        text = base64.b64encode(form.picture.read()).decode("ascii")
        changed = (replace(e, text=text) if e.tag == PHOTO else e for e in form.elements)
        return replace(form, elements=tuple(changed), picture=None)
    if photo is None or shelf is None or form.picture is not None:
        return form
    at = form.element(PHOTO)
    plain = base64.b64encode(photo.read()).decode("ascii")
    return form.without_photo() if at is not None and at.text.strip() == plain else form


def _basics(reader: cells.Reader) -> Iterator[tuple[str, Any]]:
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


def _marks(reader: cells.Reader) -> Iterator[Mark]:
    """Give the values of hand-entered elements that columns of a sheet hold."""
    for element in reader.form.elements:
        value = reader.text(element.tag) if element.tag.startswith(MARK) else ""
        if value:
            name = element.tag.removeprefix(MARK)
            yield Mark(id="", person="", element=name, value=value)


def _sex(reader: cells.Reader) -> Iterator[tuple[str, Any]]:
    text = reader.text("XingBie").removesuffix("性")
    if text in codes.names("sexes"):
        yield "sex", text
    elif text:
        reader.complain("error", "XingBie", f"性别“{text}”不是“男”或“女”，没有读入")


def _birth(reader: cells.Reader) -> Iterator[tuple[str, Any]]:
    tag = "ChuShengNianYue"
    found = reader.month(tag)
    if found is not None:
        yield "birth", found[0]
        if found[1] is not None:
            yield "birth_date", f"{months.show_digits(found[0])}{found[1]:02d}"
    elif (year := wording.year(reader.text(tag))) is not None:
        reader.complain("warn", tag, f"出生年月只有年份 {year}")
        yield "birth_year", year


def _ethnicity(reader: cells.Reader) -> Iterator[tuple[str, Any]]:
    text = reader.text("MinZu")
    known = codes.spellings("ethnicities")
    name = known.get(text) or known.get(f"{text}族")
    if text and name is None:
        reader.complain("warn", "MinZu", f"民族“{text}”不在代码表中，按原文读入")
    if text:
        yield "ethnicity", name or cells.said(text)


def _party(reader: cells.Reader) -> Iterator[tuple[str, Any]]:
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


def _standing(reader: cells.Reader) -> Iterator[tuple[str, Any]]:
    """Give 职务层次 and 职级 with the months since when, which packages and rosters tell."""
    for tag, (field, listed) in STANDING.items():
        text = reader.text(tag)
        if not text or (listed and wording.is_nothing(text)):
            if text and field == "grade":
                yield field, ABSENT
        elif listed is None:
            month = reader.month(tag)
            if month is not None:
                yield field, month[0]
        elif text in codes.spellings(listed):
            yield field, codes.spellings(listed)[text]
        else:
            reader.complain("warn", tag, f"{TITLES[tag]}“{text}”不在代码表中，没有读入")


def _careers(
    reader: cells.Reader, text: object, areas: reading.Areas
) -> tuple[CareerEntry, ...] | None:
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
    reader: cells.Reader, said: dict[str, Any]
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


def _appraisals(reader: cells.Reader, text: object) -> tuple[Appraisal, ...] | None:
    """Read the years the text names, and those of a list where the source has one."""
    listed = dict(_years(reader))
    if not isinstance(text, str):
        if text is None and not listed:
            return None
        return tuple(listed[year] for year in sorted(listed))
    found = record_texts.appraisals(text)
    for item in found.unread:
        reader.complain("warn", "NianDuKaoHeJieGuo", f"年度考核结果没有读懂：{item[:30]}")
    listed |= {each.year: each for each in found.results if each.year is not None}
    return tuple(listed[year] for year in sorted(listed))


def _years(reader: cells.Reader) -> Iterator[tuple[int, Appraisal]]:
    at = reader.form.element(YEARS)
    for item in at.children if at is not None else ():
        year = wording.year(reader.text("NianDu", item))
        result = reader.text("JieGuo", item)
        found = record_texts.appraisals(f"{year}年{result}").results if year and result else ()
        if len(found) == 1 and found[0].year is not None:
            yield found[0].year, found[0]
        elif year or result:
            said = f"{reader.text('NianDu', item)} {result}".strip()
            reader.complain("warn", YEARS, f"年度考核“{said}”没有读懂，没有读入")
