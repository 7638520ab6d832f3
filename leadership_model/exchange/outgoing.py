"""A person as a form: what each element would say, and the form with a kept source underneath."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadership_model import months
from leadership_model.exchange import wording
from leadership_model.exchange.clean import clean
from leadership_model.exchange.fields import MEMBER, MODES, NEWER, ORDER, TEXTS, VERSION
from leadership_model.exchange.form import FAMILY, PHOTO, Element, Form
from leadership_model.exchange.form import MEMBER as ITEM
from leadership_model.exchange.resume_text import composed, laid_out
from leadership_model.exchange.whole import Whole, of_clean, shown_education
from leadership_model.people import retirement
from leadership_model.people.person import Education, Person, Relative

Member = tuple[str, ...]
RESUME = "JianLi"
_EDUCATION = (
    ("_XueLi", "schooling"),
    ("_XueWei", "degree"),
    ("_XueLi_BiYeYuanXiaoXi", "school"),
    ("_XueWei_BiYeYuanXiaoXi", "major"),
)


def form_of(whole: Whole, source: Form | None = None) -> Form:
    """Make the form of a person.

    With a source, each element that says what the record says stays as it was, unknown elements
    included; only the others are written anew. Without one: version 3.2.1.16, all elements.
    """
    if source is None:
        return _fresh(whole)
    origin = of_clean(clean(source))
    now, then = texts(whole), texts(origin)
    family_now, family_then = members(whole), members(origin)
    kept: list[Element] = []
    for element in source.elements:
        tag = element.tag
        if tag == PHOTO:
            kept.append(_photo(element, whole, origin))
        elif tag == FAMILY and family_now != family_then:
            kept.append(_family(element, family_now, source))
        elif tag in now and now[tag] != then[tag]:
            written = laid_out(now[tag]) if tag == RESUME else now[tag]
            kept.append(replace(element, text=written, children=(), tails=()))
        else:
            kept.append(element)
    present = {element.tag for element in source.elements}
    for tag in ORDER:
        if tag in now and tag not in present and now[tag] != then[tag]:
            _insert(kept, Element(tag, now[tag]))
    if FAMILY not in present and family_now:
        _insert(kept, _family(Element(FAMILY), family_now, source))
    if PHOTO not in present and whole.photo:
        _insert(kept, Element(PHOTO, _encoded(whole.photo)))
    return replace(source, elements=tuple(kept))


def texts(whole: Whole) -> dict[str, str]:
    """Say for each element what stands in it: a text, 无, or nothing for unknown."""
    person = whole.person
    made = {tag: _plain(person, field) for tag, field in TEXTS.items()}
    made |= {
        "XingMing": person.name or "",
        "XingBie": _plain(person, "sex"),
        "ChuShengNianYue": _birth(person),
        "MinZu": _plain(person, "ethnicity"),
        "RuDangShiJian": _party(person),
        "CanJiaGongZuoShiJian": _month(person.work_start),
        "ShenFenZheng": _plain(person, "id_number"),
        "ZhiWuCengCi": _plain(person, "level"),
        "RenZhiWuCengCiShiJian": _month(person.level_since),
        "ZhiJi": _plain(person, "grade"),
        "RenZhiJiShiJian": _month(person.grade_since),
    }
    for mode, prefix in MODES.items():
        education = shown_education(whole.educations, mode)
        for ending, field in _EDUCATION:
            made[prefix + ending] = _plain(education, field) if education else ""
    made["JianLi"] = made["JianLi"] or composed(whole.careers)
    made["JiangChengQingKuang"] = made["JiangChengQingKuang"] or _deeds(whole)
    made["NianDuKaoHeJieGuo"] = made["NianDuKaoHeJieGuo"] or _appraisals(whole)
    return made


def members(whole: Whole) -> tuple[Member, ...]:
    """Give the family list: title, name, birth, party and work of each."""
    return tuple(_member(each) for each in sorted(whole.relatives, key=lambda each: each.order))


def _plain(record: Person | Education, field: str) -> str:
    if field in record.absent.split():
        return "无"
    return str(getattr(record, field) or "")


def _month(month: int | None) -> str:
    return months.show_digits(month) if month is not None else ""


def _birth(person: Person) -> str:
    if person.birth is None:
        return str(person.birth_year or "")
    digits = months.show_digits(person.birth)
    dated = person.birth_date or ""
    return dated if dated.startswith(digits) else digits


def _party(person: Person) -> str:
    text = person.party_text
    if text:
        found = wording.membership(text)
        recorded = (person.party, person.other_parties or "", person.party_joined)
        if (found.party, "、".join(found.others), found.joined) == recorded:
            return text
    joined = person.party_joined
    if person.party is None and joined is None:
        return (
            "无"
            if person.is_absent("party_text") or person.is_absent("party_joined")
            else (text or "")
        )
    return wording.show_membership(person.party, person.other_parties, joined)


def _deeds(whole: Whole) -> str:
    """Put rewards and sanctions into words where the record has no text of its own."""
    items = [
        "，".join(_dated(each.month, each.organ, each.name or "奖励")) for each in whole.rewards
    ]
    items += [
        "，".join(_dated(each.month, each.organ, f"受{each.kind}处分")) for each in whole.sanctions
    ]
    return "；".join(items) + "。" if items else ""


def _dated(month: int | None, organ: str | None, name: str) -> Iterator[str]:
    if month is not None:
        yield months.show(month)
    if organ:
        yield f"经{organ}批准"
    yield name


def _appraisals(whole: Whole) -> str:
    """Put the appraisals of the last three years on record into words."""
    latest = sorted(whole.appraisals, key=lambda each: each.year or 0)[-3:]
    items = [f"{each.year}年年度考核{each.result}" for each in latest if each.year and each.result]
    return "；".join(items) + "。" if items else ""


def _member(relative: Relative) -> Member:
    birth = _month(relative.birth) or str(relative.birth_year or "")
    cells = (relative.title, relative.name, birth, relative.party, relative.post_text)
    return tuple(cell or "" for cell in cells)


def _family(element: Element, now: Sequence[Member], source: Form) -> Element:
    """Write the family list; an item that says the same as one of the source stays as it was."""
    old = [(_cells_of(each, source), each) for each in element.children if each.tag == ITEM]
    made: list[Element] = []
    for cells in now:
        same = [at for at, (known, _) in enumerate(old) if known == cells]
        near = [at for at, (known, _) in enumerate(old) if known[:2] == cells[:2]]
        at = next(iter(same + near), None)
        found = None if at is None else old.pop(at)[1]
        made.append(_item(found, cells, source))
    others = tuple(each for each in element.children if each.tag != ITEM)
    children = (*made, *others)
    return replace(element, text="", children=children, tails=("",) * len(children))


def _cells_of(item: Element, source: Form) -> Member:
    alone = replace(source, elements=(Element(FAMILY, children=(item,), tails=("",)),))
    return next(iter(members(of_clean(clean(alone)))), ("",) * len(MEMBER))


def _item(item: Element | None, cells: Member, source: Form) -> Element:
    if item is None:
        children = tuple(Element(tag, cell) for tag, cell in zip(MEMBER, cells, strict=True))
        return Element(ITEM, children=children, tails=("",) * len(children))
    known = dict(zip(MEMBER, _cells_of(item, source), strict=True))
    wanted = dict(zip(MEMBER, cells, strict=True))
    children = tuple(
        replace(each, text=wanted[each.tag], children=(), tails=())
        if each.tag in wanted and wanted[each.tag] != known[each.tag]
        else each
        for each in item.children
    )
    present = {each.tag for each in item.children}
    more = tuple(Element(t, c) for t, c in wanted.items() if c and t not in present)
    return replace(item, children=children + more, tails=item.tails + ("",) * len(more))


def _photo(element: Element, whole: Whole, origin: Whole) -> Element:
    if whole.photo == origin.photo or (whole.photo is None and whole.person.has_photo):
        return element
    return replace(element, text=_encoded(whole.photo) if whole.photo else "")


def _encoded(photo: bytes) -> str:
    return base64.b64encode(photo).decode("ascii")


def _insert(elements: list[Element], element: Element) -> None:
    """Put an element at its place in the order: behind the last one that comes before it."""
    place = ORDER.index(element.tag)
    earlier = set(ORDER[:place])
    at = max((i + 1 for i, each in enumerate(elements) if each.tag in earlier), default=0)
    elements.insert(at, element)


def _fresh(whole: Whole) -> Form:
    said = texts(whole)
    elements: list[Element] = []
    for tag in ORDER:
        if tag in NEWER:
            continue
        if tag == FAMILY:
            elements.append(_family(Element(FAMILY), members(whole), Form("", ())))
        elif tag == PHOTO:
            elements.append(Element(PHOTO, _encoded(whole.photo) if whole.photo else ""))
        elif tag == RESUME:
            elements.append(Element(tag, laid_out(said[tag])))
        else:
            elements.append(Element(tag, VERSION if tag == "Version" else said[tag]))
    return Form("", tuple(elements))


def upgraded(form: Form, person: Person, as_of: int) -> Form:
    """Give a form the two elements of 2025; what is in it already stays.

    到龄年月 is the statutory month; 改革前任职年龄界限 the original age, or 已到龄人员 for whoever
    has reached that month. What cannot be said (no birth, no sex) stays empty.
    """
    month, line = retirement.month_of_person(person), retirement.line_of_person(person)
    limit = "" if line is None else f"改革前任职年龄界限为{line}岁"
    if month is not None and month <= as_of:
        limit = "已到龄人员"
    kept = list(form.elements)
    for tag, text in zip(NEWER, (_month(month), limit), strict=True):
        at = next((i for i, each in enumerate(kept) if each.tag == tag), None)
        if at is None:
            _insert(kept, Element(tag, text))
        elif not kept[at].text.strip():
            kept[at] = replace(kept[at], text=text)
    return replace(form, elements=tuple(kept))
