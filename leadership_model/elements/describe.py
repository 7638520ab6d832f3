"""A definition as a Chinese sentence, in pieces of which some are parts that can be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from leadership_model.conditions.sentence import write, write_parts
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import (
    AppraisalCount,
    Band,
    CountOf,
    Definition,
    EducationOf,
    Element,
    Ever,
    FamiliarFields,
    FieldOf,
    Group,
    MarkOf,
    MonthsAtLevel,
    MonthsIn,
    MonthsInPost,
    MonthsSameAreaLevel,
    MonthsSince,
    MonthsUntil,
    RetirementMonth,
    SanctionInForce,
    When,
    YearsSince,
)
from leadership_model.people.fields import LABELS

KIND_WORDS = {
    "number": "数值",
    "choice": "选项",
    "flag": "是否",
    "month": "年月",
    "set": "多选",
    "text": "文字",
}
# What a field is called that is no field of the form but read off seats, units and levels.
SEATED_LABELS = {
    "unit_name": "所在单位",
    "area": "任职地区",
    "at_home": "是否在成长地任职",
    "came_from": "来源（到任前所在单位）",
    "post_since": "现岗位任职时间",
    "post_role": "现岗位角色",
    "post_kind": "现岗位类别",
    "team_category": "所在班子类别",
    "in_team": "是否在班子任职",
    "rank": "相当层次（职务层次或职级）",
    "lists": "所在名单",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; `part` pieces are what the definition chose, the others plain words.

    `opens` names the element or experience filter the piece stands for, where it does; `slot` what
    an edit of the piece is about (see `edit`).
    """

    text: str
    part: bool = False
    opens: str = ""
    slot: str = ""


def describe(element: Element, catalogue: Catalogue) -> str:
    """Write the definition of an element as one sentence."""
    return "".join(piece.text for piece in pieces(element, catalogue) if piece.slot != "add")


def pieces(element: Element, catalogue: Catalogue) -> tuple[Piece, ...]:
    """Give the sentence of a definition in its pieces."""
    return (*_pieces(element.definition, catalogue), Piece("。"))


def source_of(definition: Definition) -> str:
    """Say in a word where the values come from: 字段, 履历, 学历, 任职 ..."""
    match definition:
        case FieldOf() | YearsSince() | MonthsSince():
            return "字段"
        case MonthsIn() | Ever() | CountOf():
            return "履历"
        case EducationOf():
            return "学历"
        case AppraisalCount():
            return "考核"
        case SanctionInForce():
            return "处分"
        case MonthsInPost() | MonthsAtLevel() | MonthsSameAreaLevel():
            return "任职"
        case RetirementMonth() | MonthsUntil():
            return "推算"
        case Band():
            return "分段"
        case Group():
            return "归组"
        case When():
            return "条件"
        case MarkOf():
            return "手工"
        case FamiliarFields():
            return "履历+手工"
        case _:
            assert_never(definition)


def meaning_of_filter(name: str, catalogue: Catalogue) -> str:
    """Write what an experience filter asks of a line of the 简历."""
    found = catalogue.filter(name)
    if found is None:
        return ""
    words = "，或 ".join(write_parts(branch) for branch in found.branches)
    return f"{words}（{'含' if found.secondment else '不含'}挂职）"


def _pieces(definition: Definition, catalogue: Catalogue) -> tuple[Piece, ...]:
    match definition:
        case FieldOf(field):
            return (Piece("取干部信息中的 "), slot_of(field_label(field), "field"))
        case YearsSince(field):
            return (*_since(field), Piece(" 满了几年（周年，当月即算满）"))
        case MonthsSince(field):
            return (*_since(field), Piece(" 过了几个月"))
        case MonthsUntil(of):
            return (Piece("从基准日期到 "), _named(of), Piece(" 还有几个月，已过为负数"))
        case MonthsIn(name, longest):
            how = "最长连续" if longest else "累计"
            return (*_filtered(name, catalogue), Piece(" 的月数，"), slot_of(how, "measure"))
        case Ever(name):
            return (*_filtered(name, catalogue), Piece(" 的，"), slot_of("记为“是”", "measure"))
        case CountOf(name):
            return (*_filtered(name, catalogue), Piece(" 的"), slot_of("条数", "measure"))
        case Band(of, edges, labels):
            return _banded(of, edges, labels)
        case Group(of, mapping):
            return _grouped(of, mapping)
        case When(condition):
            return (Piece("符合 "), slot_of(write(condition), "condition"), Piece(" 的，记为“是”"))
        case _:
            return _recorded(definition)


def _recorded(definition: Definition) -> tuple[Piece, ...]:
    """Give the sentence of what is read off rows and seats."""
    match definition:
        case EducationOf(mode, what):
            highest = "最高" if what in ("学历", "学位") else "全部"
            way = "全日制和在职" if mode == "全部" else mode
            words = (Piece("取 "), slot_of(way, "mode"), Piece(f" 教育的{highest} "))
            return (*words, slot_of(what, "what"))
        case AppraisalCount(years, grade):
            last = (Piece("基准日期前 "), slot_of(f"{years}", "years"))
            return (*last, Piece(" 个年度中，考核为 "), slot_of(grade, "grade"), Piece(" 的次数"))
        case SanctionInForce(kinds):
            named = "、".join(kinds) or "任何处分"
            return (Piece("基准日期仍在 "), slot_of(named, "kinds"), Piece(" 影响期内的，记为“是”"))
        case MonthsInPost():
            return (Piece("任职时间最长的现岗位，任职至基准日期的月数；不在班子任职的为无"),)
        case MonthsAtLevel():
            return (Piece("连续任现职务层次（或更高层次）至基准日期的月数"),)
        case MonthsSameAreaLevel():
            return (Piece("在现地区任现职务层次的月数，累计"),)
        case RetirementMonth():
            return (Piece("按性别、出生年月和法定退休年龄的渐进办法推算的到龄年月"),)
        case MarkOf(name, sensitive):
            said = slot_of("是敏感信息" if sensitive else "不是敏感信息", "sensitive")
            return (Piece("取手工录入或随名册导入的 "), slot_of(name, "name"), Piece("，"), said)
        case FamiliarFields(months):
            head = (Piece("手工录入的熟悉领域，加上履历中分管满 "), slot_of(f"{months}", "months"))
            return (*head, Piece(" 个月的职责板块"))
        case _:
            raise ValueError(f"no sentence for {definition}")


def field_label(field: str) -> str:
    """Give the name of a recorded field as a user knows it."""
    return LABELS.get(field) or SEATED_LABELS.get(field, field)


def _since(field: str) -> tuple[Piece, ...]:
    return (Piece("从 "), slot_of(field_label(field), "field"), Piece(" 到基准日期"))


def slot_of(text: str, slot: str) -> Piece:
    """Give a piece that can be changed; `slot` names it."""
    return Piece(text, part=True, slot=slot)


def _named(label: str) -> Piece:
    return Piece(label, part=True, opens=label, slot="of")


def _filtered(name: str, catalogue: Catalogue) -> tuple[Piece, ...]:
    found = catalogue.filter(name)
    second = found is not None and found.secondment
    return (
        Piece("履历中属于 "),
        Piece(name, part=True, opens=name, slot="filter"),
        Piece(f"（{'含挂职' if second else '不含挂职'}）"),
    )


def _banded(of: str, edges: tuple[float, ...], labels: tuple[str, ...]) -> tuple[Piece, ...]:
    numbers = "、".join(f"{edge:g}" for edge in edges)
    made = [Piece("把 "), _named(of), Piece(" 按 "), slot_of(numbers or "不分", "edges")]
    made.append(Piece(f" 分为 {len(labels)} 段："))
    for at, label in enumerate(labels):
        made.append(slot_of(label, f"label.{at}"))
        low = f"（{edges[at - 1]:g} 起）" if at else ""
        made.append(Piece(f"{low}；" if at < len(labels) - 1 else low))
    return tuple(made)


def groups_of(mapping: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    """Give the values of each group, groups in the order of their first value."""
    groups: dict[str, tuple[str, ...]] = {}
    for value, group in mapping:
        groups[group] = (*groups.get(group, ()), value)
    return groups


def _grouped(of: str, mapping: tuple[tuple[str, str], ...]) -> tuple[Piece, ...]:
    groups = groups_of(mapping)
    made = [Piece("把 "), _named(of), Piece(f" 归为 {len(groups)} 组：")]
    for at, (group, values) in enumerate(groups.items()):
        words = "、".join("其余" if value == "*" else value for value in values)
        made += [
            slot_of(group, f"group.{at}"),
            Piece("＝"),
            slot_of(words, f"members.{at}"),
            Piece("；"),
        ]
    return (*made, slot_of("加一组", "add"))


def as_options(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give words as options (id, words) that are shown as they are."""
    return tuple((word, word) for word in words)
