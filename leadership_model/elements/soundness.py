"""What is wrong with an element or an experience filter before it is saved, in sentences."""

from collections.abc import Iterator

from leadership_model.conditions.check import check as check_condition
from leadership_model.conditions.check import fit_part, row
from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.words import KEYWORDS
from leadership_model.elements import element as kinds
from leadership_model.elements import fields
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.derive import ELSE
from leadership_model.elements.element import Element, ExperienceFilter
from leadership_model.errors import UserError
from leadership_model.people import codes

NUMERIC = ("number", "month")


def faults(element: Element, catalogue: Catalogue) -> tuple[str, ...]:
    """List what is wrong with an element in a catalogue that need not hold it yet.

    Named: a missing part, a circle, an impossible band, a name taken by another, an empty domain.
    """
    found = tuple(_faults(element, catalogue))
    if found:
        return found
    try:
        catalogue.with_element(element)
    except UserError as error:
        return (error.sentence,)
    return ()


def filter_faults(found: ExperienceFilter, catalogue: Catalogue) -> tuple[str, ...]:
    """List what is wrong with an experience filter."""
    return tuple(_filter_faults(found, catalogue))


def _faults(element: Element, catalogue: Catalogue) -> Iterator[str]:
    yield from _name_faults(element.label, "要素")
    if not element.group.strip():
        yield f"要素“{element.label}”没有分组，请填写分组"
    other = catalogue.element(element.label)
    if other is not None and other.id != element.id:
        yield f"已经有名为“{element.label}”的要素，请换一个名称"
    if element.kind in NUMERIC and element.low > element.high:
        yield f"要素“{element.label}”的取值下限高于上限，请改其中一个"
    for text in _definition_faults(element, catalogue):
        yield f"要素“{element.label}”：{text}"


def _definition_faults(element: Element, catalogue: Catalogue) -> Iterator[str]:
    match element.definition:
        case kinds.FieldOf(name) if name not in fields.KINDS:
            yield f"没有名为 {name} 的字段"
        case kinds.YearsSince(name) | kinds.MonthsSince(name) if fields.KINDS.get(name) != "month":
            yield f"字段 {name} 不是年月，不能从它起算"
        case kinds.MonthsUntil(of):
            yield from _kind_faults(of, ("month",), "年月", catalogue)
        case kinds.MonthsIn(name) | kinds.Ever(name) | kinds.CountOf(name):
            if catalogue.filter(name) is None:
                yield f"没有名为“{name}”的经历筛选，请先建立它"
        case kinds.AppraisalCount(years, grade):
            if not 1 <= years <= 20:
                yield f"考核年度数应当在 1 到 20 之间，不能是 {years}"
            if grade not in codes.names("appraisals"):
                yield f"没有名为“{grade}”的考核等次"
        case kinds.SanctionInForce(named):
            for kind in named:
                if kind not in codes.names("sanctions"):
                    yield f"没有名为“{kind}”的处分"
        case kinds.Band() as band:
            yield from _kind_faults(band.of, NUMERIC, "数值或年月", catalogue)
            yield from _band_faults(band, catalogue.meaning(band.of))
        case kinds.Group() as group:
            yield from _kind_faults(group.of, ("choice", "flag"), "选项", catalogue)
            yield from _group_faults(group, catalogue.meaning(group.of))
        case kinds.When(condition):
            yield from check_condition(condition, catalogue)
        case kinds.FamiliarFields(months) if months < 1:
            yield f"分管月数应当大于 0，不能是 {months}"
        case kinds.MarkOf(name) if not name.strip():
            yield "手工录入的名称不能为空"
        case _:
            return


def _kind_faults(
    of: str, wanted: tuple[str, ...], words: str, catalogue: Catalogue
) -> Iterator[str]:
    meaning = catalogue.meaning(of)
    if meaning is None:
        yield f"没有名为“{of}”的要素，请先建立它"
    elif meaning.kind not in wanted:
        yield f"“{of}”不是{words}要素，不能这样用"


def _band_faults(band: kinds.Band, meaning: Meaning | None) -> Iterator[str]:
    edges, labels = band.edges, band.labels
    if not edges:
        yield "至少要有一个分界点"
    if list(edges) != sorted(set(edges)):
        yield "分界点应当由小到大，并且互不相同"
    elif meaning is not None and meaning.kind == "number":
        for at, edge in enumerate(edges):
            if edge <= meaning.low or edge > meaning.high:
                empty = labels[at] if edge <= meaning.low else labels[at + 1]
                reach = f"{meaning.name}只在 {meaning.low:g} 到 {meaning.high:g} 之间"
                yield f"“{empty}”一段不可能有人：{reach}，请改分界点 {edge:g}"
    if len(set(labels)) != len(labels) or not all(label.strip() for label in labels):
        yield "各段的名称不能为空，也不能相同"
    if len(labels) != len(edges) + 1:
        yield "各段的名称应当比分界点多一个"


def _group_faults(group: kinds.Group, meaning: Meaning | None) -> Iterator[str]:
    values = [value for value, _ in group.mapping]
    if not values:
        yield "至少要有一组"
    for value in dict.fromkeys(values):
        if values.count(value) > 1:
            yield f"“{value}”同时归入了两组"
        closed = meaning is not None and meaning.values and not meaning.open_values
        if closed and meaning is not None and value != ELSE and value not in meaning.values:
            yield f"“{group.of}”没有“{value}”这个取值"


def _filter_faults(found: ExperienceFilter, catalogue: Catalogue) -> Iterator[str]:
    yield from _name_faults(found.name, "经历筛选")
    if not found.branches or not all(found.branches):
        yield f"经历筛选“{found.name}”至少要有一个条件"
    for branch in found.branches:
        for part in branch:
            try:
                fit_part(part, row("履历", part.name, catalogue))
            except UserError as error:
                yield f"经历筛选“{found.name}”：{error.sentence}"


def _name_faults(name: str, word: str) -> Iterator[str]:
    if not name.strip():
        yield f"{word}的名称不能为空，请填写名称"
    elif name != name.strip() or "\n" in name:
        yield f"{word}“{name.strip()}”的名称前后不能有空格，也不能换行"
    elif name in KEYWORDS:
        yield f"“{name}”是查询语句用的词，不能作{word}名称，请换一个"
