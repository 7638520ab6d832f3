"""A definition with one piece chosen anew, and what each piece can become."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from leadership_model.elements import element as kinds
from leadership_model.elements import fields
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.derive import ELSE
from leadership_model.elements.describe import as_options, field_label, groups_of
from leadership_model.elements.element import Definition
from leadership_model.errors import UserError
from leadership_model.people import codes

MEASURES = {
    "sum": "累计月数",
    "longest": "最长连续月数",
    "ever": "是否有过",
    "count": "条数",
}
MODES = {"全部": "全日制和在职", "全日制": "全日制", "在职": "在职"}
WHATS = ("学历", "学位", "专业", "院校", "学科门类")
DROP = "（删去这一组）"
NO_SANCTION = "任何处分"
# options, hint, typed, many, current, text: the fields of `edit.Choices`
Found = tuple[tuple[tuple[str, str], ...], str, bool, bool, tuple[str, ...], str]


def choices(
    definition: Definition, slot: str, catalogue: Catalogue, values: Sequence[str]
) -> Found:
    """Say what a piece of a definition can become."""
    match definition:
        case kinds.FieldOf(name):
            return _listed(_fields(tuple(fields.KINDS)), "字段名、拼音", (name,))
        case kinds.YearsSince(name) | kinds.MonthsSince(name):
            months = tuple(each for each, kind in fields.KINDS.items() if kind == "month")
            return _listed(_fields(months), "年月字段、拼音", (name,))
        case kinds.MonthsUntil(of):
            return _elements(catalogue, ("month",), of)
        case kinds.MonthsIn() | kinds.Ever() | kinds.CountOf():
            if slot == "measure":
                return _listed(tuple(MEASURES.items()), "记什么", (_measure(definition),))
            names = ((name, name) for name in catalogue.filter_names())
            return _listed(names, "经历筛选、拼音", (definition.filter,))
        case kinds.EducationOf(mode, what):
            if slot == "mode":
                return _listed(tuple(MODES.items()), "哪一类教育", (mode,))
            return _listed(as_options(WHATS), "取什么", (what,))
        case kinds.AppraisalCount(years, grade):
            if slot == "grade":
                return _listed(as_options(codes.names("appraisals")), "考核等次", (grade,))
            return (
                as_options(map(str, range(1, 11))),
                "近几个年度",
                True,
                False,
                (str(years),),
                "",
            )
        case kinds.SanctionInForce(named):
            options = as_options((NO_SANCTION, *codes.names("sanctions")))
            return (options, "处分种类，可多选", False, True, named or (NO_SANCTION,), "")
        case kinds.FamiliarFields(months_):
            spans = as_options(("12", "24", "36", "48", "60"))
            return (spans, "满几个月", True, False, (str(months_),), "")
        case kinds.MarkOf(name, sensitive):
            if slot == "sensitive":
                options = (("no", "不是敏感信息"), ("yes", "是敏感信息，不进入个人得分"))
                return _listed(options, "是否敏感", ("yes" if sensitive else "no",))
            return ((), "录入时所用的名称", True, False, (), name)
        case kinds.Band() as band:
            return _band_choices(band, slot, catalogue)
        case kinds.Group() as group:
            return _group_choices(group, slot, catalogue, values)
        case _:
            return ((), "", False, False, (), "")


def edited(definition: Definition, slot: str, picked: object, catalogue: Catalogue) -> Definition:
    """Give the definition with one piece chosen anew; UserError when it cannot be read."""
    text = "、".join(picked) if isinstance(picked, tuple) else str(picked).strip()
    match definition:
        case kinds.FieldOf() | kinds.YearsSince() | kinds.MonthsSince():
            return replace(definition, field=text)
        case kinds.MonthsUntil():
            return replace(definition, of=text)
        case kinds.MonthsIn() | kinds.Ever() | kinds.CountOf():
            if slot == "measure":
                return _measured(definition.filter, text)
            return replace(definition, filter=text)
        case kinds.EducationOf():
            return replace(definition, **{slot: text})
        case kinds.AppraisalCount():
            if slot == "grade":
                return replace(definition, grade=text)
            return replace(definition, years=whole(text))
        case kinds.SanctionInForce():
            named = tuple(each for each in text.split("、") if each != NO_SANCTION)
            return replace(definition, kinds=() if NO_SANCTION in text and not named else named)
        case kinds.FamiliarFields():
            return replace(definition, months=whole(text))
        case kinds.MarkOf():
            if slot == "sensitive":
                return replace(definition, sensitive=text == "yes")
            return replace(definition, name=text)
        case kinds.Band() as band:
            return _band(band, slot, text)
        case kinds.Group() as group:
            return _group(group, slot, picked, text, catalogue)
        case _:
            return definition


def bands_of(edges: Sequence[float]) -> tuple[str, ...]:
    """Name the bands that some edges make: 36 以下, 36-40, 41 以上."""
    if not edges:
        return ("全部",)
    shown = [f"{edge:g}" for edge in edges]
    middle = []
    for low, high in pairwise(edges):
        last = high - 1 if float(high).is_integer() and float(low).is_integer() else high
        middle.append(f"{low:g}" if last == low else f"{low:g}-{last:g}")
    return (f"{shown[0]} 以下", *middle, f"{shown[-1]} 以上")


def whole(text: str) -> int:
    """Read a whole number above 0."""
    if not text.strip().isdigit() or int(text) < 1:
        raise UserError(f"“{text}”应当是大于 0 的整数")
    return int(text)


def _measure(definition: kinds.MonthsIn | kinds.Ever | kinds.CountOf) -> str:
    match definition:
        case kinds.MonthsIn(_, longest):
            return "longest" if longest else "sum"
        case kinds.Ever():
            return "ever"
        case kinds.CountOf():
            return "count"


def _measured(name: str, measure: str) -> Definition:
    match measure:
        case "ever":
            return kinds.Ever(name)
        case "count":
            return kinds.CountOf(name)
        case _:
            return kinds.MonthsIn(name, longest=measure == "longest")


def _band_choices(band: kinds.Band, slot: str, catalogue: Catalogue) -> Found:
    if slot == "of":
        return _elements(catalogue, ("number", "month"), band.of)
    if slot == "edges":
        text = "、".join(f"{edge:g}" for edge in band.edges)
        return ((), "分界点，由小到大，用顿号隔开", True, False, (), text)
    return ((), "这一段的名称", True, False, (), band.labels[_place(slot)])


def _band(band: kinds.Band, slot: str, text: str) -> kinds.Band:
    if slot == "of":
        return replace(band, of=text)
    if slot == "edges":
        parts = text.replace("，", "、").split("、")
        edges = tuple(_number(part) for part in parts if part.strip())
        return replace(band, edges=edges, labels=_kept_labels(band, edges))
    labels = list(band.labels)
    labels[_place(slot)] = text
    return replace(band, labels=tuple(labels))


def _kept_labels(band: kinds.Band, edges: tuple[float, ...]) -> tuple[str, ...]:
    """Name the bands anew; a band whose two ends stay keeps its name."""
    ends = (None, *band.edges, None)
    old = {(ends[at], ends[at + 1]): label for at, label in enumerate(band.labels)}
    fresh = (None, *edges, None)
    spans = pairwise(fresh)
    return tuple(old.get(span, label) for span, label in zip(spans, bands_of(edges), strict=True))


def _group_choices(
    group: kinds.Group, slot: str, catalogue: Catalogue, values: Sequence[str]
) -> Found:
    if slot == "of":
        return _elements(catalogue, ("choice", "flag"), group.of)
    groups = list(groups_of(group.mapping).items())
    if slot == "add":
        return ((), "新的一组的名称", True, False, (), "")
    name, members = groups[_place(slot)]
    if slot.startswith("group"):
        return (((DROP, DROP),), "这一组的名称", True, False, (), name)
    meaning = catalogue.meaning(group.of)
    listed = dict.fromkeys((*(meaning.values if meaning is not None else ()), *values, *members))
    listed.pop(ELSE, None)
    options = (*as_options(listed), (ELSE, "其余"))
    return (options, "归入这一组的取值", False, True, members, "")


def _group(
    group: kinds.Group, slot: str, picked: object, text: str, catalogue: Catalogue
) -> kinds.Group:
    if slot == "of":
        meaning = catalogue.meaning(text)
        first = meaning.values[0] if meaning is not None and meaning.values else ELSE
        return kinds.Group(text, ((first, first),) if first != ELSE else ((ELSE, "全部"),))
    groups = groups_of(group.mapping)
    if slot == "add":
        free = ELSE if all(ELSE not in each for each in groups.values()) else ""
        taken = {value for each in groups.values() for value in each}
        meaning = catalogue.meaning(group.of)
        left = [v for v in (meaning.values if meaning else ()) if v not in taken]
        first = free or (left[0] if left else "")
        if not text or text in groups or not first:
            raise UserError("新的一组要有不同的名称，并且还有取值可以归入")
        return replace(group, mapping=(*group.mapping, (first, text)))
    name = list(groups)[_place(slot)]
    if slot.startswith("group"):
        if text == DROP:
            return replace(group, mapping=tuple(p for p in group.mapping if p[1] != name))
        renamed = tuple((value, text if at == name else at) for value, at in group.mapping)
        return replace(group, mapping=renamed)
    chosen = picked if isinstance(picked, tuple) else (text,)
    groups = {at: tuple(v for v in held if v not in chosen) for at, held in groups.items()}
    groups[name] = tuple(map(str, chosen))
    return replace(group, mapping=tuple((v, at) for at, held in groups.items() for v in held))


def _place(slot: str) -> int:
    return int(slot.rpartition(".")[2])


def _number(text: str) -> float:
    try:
        return float(text.strip())
    except ValueError as error:
        raise UserError(f"“{text.strip()}”不是数字，分界点要写成 36、41、46 的样子") from error


def _elements(catalogue: Catalogue, wanted: tuple[str, ...], now: str) -> Found:
    names = (each.label for each in catalogue.elements if each.kind in wanted and not each.retired)
    return _listed(as_options(names), "要素名、拼音", (now,))


def _fields(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field_label(name)) for name in names)


def _listed(options: Iterable[tuple[str, str]], hint: str, current: tuple[str, ...]) -> Found:
    return (tuple(options), hint, False, False, current, "")
