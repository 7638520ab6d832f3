"""New elements and experience filters: one beginning for each way of defining, and copies."""

from dataclasses import replace

from leadership_model import ids
from leadership_model.conditions.tree import Compare
from leadership_model.elements import element as kinds
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.definition_edit import bands_of
from leadership_model.elements.domain import settled, with_kind
from leadership_model.elements.element import Definition, Element, ExperienceFilter, MarkOf

# id -> (words, group); in the order they are offered
STARTS: dict[str, tuple[str, str]] = {
    "field": ("字段", "基本信息"),
    "years_since": ("从某年月起的年数", "自然结构"),
    "months_since": ("从某年月起的月数", "自然结构"),
    "months_until": ("到某年月还有几个月", "自然结构"),
    "months_in": ("履历中的月数", "经历"),
    "ever": ("履历中是否有过", "经历"),
    "count": ("履历中的条数", "经历"),
    "education": ("学历学位", "学历专业"),
    "appraisal": ("年度考核次数", "考核奖惩"),
    "sanction_in_force": ("处分影响期内", "考核奖惩"),
    "months_in_post": ("任现职月数", "职务职级"),
    "months_at_level": ("任现层次月数", "职务职级"),
    "months_same_area_level": ("在现地区任现层次月数", "职务职级"),
    "retirement_month": ("到龄年月", "自然结构"),
    "band": ("数值分段", "自然结构"),
    "group": ("代码归组", "自然结构"),
    "when": ("条件组合", "自然结构"),
    "mark": ("手工录入、标签", "手工录入"),
    "familiar_fields": ("熟悉领域", "功能结构"),
}
USUAL = ("年龄", "到龄时间", "学历")


def begin(start: str, catalogue: Catalogue) -> Element:
    """Make a new element of a kind, sound as it stands, with a name and id not taken yet."""
    words, group = STARTS[start]
    label = free_name(f"新{words}", {each.label for each in catalogue.elements})
    definition = _definition(start, label, catalogue)
    made = Element(id=ids.new("e"), label=label, group=group, kind="text", definition=definition)
    return with_kind(made, "choice") if start == "mark" else settled(made, catalogue)


def copy(element: Element, catalogue: Catalogue) -> Element:
    """Copy an element under a new name; a copied mark is entered under a name of its own."""
    label = free_name(f"{element.label}（副本）", {each.label for each in catalogue.elements})
    made = replace(element, id=ids.new("e"), label=label, retired=False)
    if isinstance(element.definition, MarkOf):
        return replace(made, definition=replace(element.definition, name=label))
    return made


def begin_filter(catalogue: Catalogue) -> ExperienceFilter:
    """Make a new experience filter with one condition."""
    name = free_name("新经历筛选", {each.name for each in catalogue.filters})
    return ExperienceFilter(name, ((Compare("单位类别", "=", "乡镇"),),))


def copy_filter(found: ExperienceFilter, catalogue: Catalogue) -> ExperienceFilter:
    """Copy an experience filter under a new name."""
    taken = {each.name for each in catalogue.filters}
    return replace(found, name=free_name(f"{found.name}（副本）", taken), retired=False)


def free_name(wanted: str, taken: set[str]) -> str:
    """Give a name, with a number behind it where it is taken."""
    names = (wanted, *(f"{wanted}{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _definition(start: str, label: str, catalogue: Catalogue) -> Definition:
    names = catalogue.filter_names()
    first = names[0] if names else ""
    match start:
        case "field":
            return kinds.FieldOf("level")
        case "years_since":
            return kinds.YearsSince("work_start")
        case "months_since":
            return kinds.MonthsSince("level_since")
        case "months_until":
            return kinds.MonthsUntil(_first(catalogue, ("month",)))
        case "months_in":
            return kinds.MonthsIn(first)
        case "ever":
            return kinds.Ever(first)
        case "count":
            return kinds.CountOf(first)
        case "education":
            return kinds.EducationOf("全日制", "学历")
        case "appraisal":
            return kinds.AppraisalCount(3, "优秀")
        case "sanction_in_force":
            return kinds.SanctionInForce()
        case "months_in_post":
            return kinds.MonthsInPost()
        case "months_at_level":
            return kinds.MonthsAtLevel()
        case "months_same_area_level":
            return kinds.MonthsSameAreaLevel()
        case "retirement_month":
            return kinds.RetirementMonth()
        case "band":
            return _band(catalogue)
        case "group":
            return _group(catalogue)
        case "when":
            return _when(catalogue)
        case "mark":
            return MarkOf(label)
        case _:
            return kinds.FamiliarFields()


def _first(catalogue: Catalogue, wanted: tuple[str, ...]) -> str:
    """Give an element of some kinds: one that everybody thinks of first, where it is there."""
    found = [e.label for e in catalogue.elements if e.kind in wanted and not e.retired]
    return next((label for label in USUAL if label in found), next(iter(found), ""))


def _band(catalogue: Catalogue) -> kinds.Band:
    of = _first(catalogue, ("number",))
    meaning = catalogue.meaning(of)
    edge = round((meaning.low + meaning.high) / 2) if meaning is not None else 1
    return kinds.Band(of, (float(edge),), bands_of((float(edge),)))


def _group(catalogue: Catalogue) -> kinds.Group:
    closed = (e for e in catalogue.elements if e.kind == "choice" and e.values and not e.retired)
    element = next(closed, None)
    if element is None:
        return kinds.Group("", ())
    first = element.values[0]
    return kinds.Group(element.label, ((first, first), ("*", "其他")))


def _when(catalogue: Catalogue) -> kinds.When:
    of = _first(catalogue, ("number",))
    meaning = catalogue.meaning(of)
    edge = int((meaning.low + meaning.high) / 2) if meaning is not None else 0
    return kinds.When(Compare(of, "<=", edge))
