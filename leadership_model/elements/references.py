"""What a definition is built from: other elements, filters, sensitive fields, seats."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Condition,
    Contains,
    Exists,
    Grades,
    Is,
    Not,
    Some,
    Within,
)
from leadership_model.elements.element import (
    AppraisalCount,
    Band,
    CountOf,
    Definition,
    EducationOf,
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
from leadership_model.elements.vocabulary import ROW_NAMES

# Sensitive at the root: sex, ethnicity, party, health, religion, marriage and family, home.
SENSITIVE_FIELDS = frozenset(
    {"sex", "ethnicity", "party", "other_parties", "party_joined", "health", "religion"}
    | {"marriage", "origin", "birthplace", "hometown", "at_home"}
)
# A mark that speaks of one of these is sensitive, whatever its definition says.
SENSITIVE_WORDS = (
    *("性别", "男女", "女性", "民族", "族别", "党派", "政治面貌", "党员", "入党", "健康", "疾病"),
    *("宗教", "信仰", "婚姻", "婚否", "婚育", "配偶", "子女", "生育", "家庭", "家属", "亲属"),
    *("籍贯", "出生地", "成长地", "户籍"),
)
SEATED_FIELDS = frozenset(
    {"post_text", "unit_name", "area", "at_home", "came_from", "post_since", "post_role"}
    | {"post_kind", "team_category", "in_team"}
)


@dataclass(frozen=True, slots=True)
class References:
    """Labels of elements and names of filters used; whether a root is sensitive or a seat."""

    elements: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    sensitive: bool = False
    seated: bool = False


def of_definition(definition: Definition) -> References:
    """Say what a definition is built from."""
    match definition:
        case FieldOf(name) | YearsSince(name) | MonthsSince(name):
            return References(sensitive=name in SENSITIVE_FIELDS, seated=name in SEATED_FIELDS)
        case MonthsUntil(name) | Band(name) | Group(name):
            return References(elements=(name,))
        case MonthsIn(name) | Ever(name) | CountOf(name):
            return References(filters=(name,))
        case When(condition):
            return _of_condition(condition)
        case MarkOf(name, sensitive):
            return References(sensitive=sensitive or any(word in name for word in SENSITIVE_WORDS))
        case RetirementMonth():
            return References(sensitive=True)  # women's line differs from men's
        case MonthsInPost() | MonthsSameAreaLevel():
            return References(seated=True)
        case (
            EducationOf()
            | AppraisalCount()
            | SanctionInForce()
            | MonthsAtLevel()
            | FamiliarFields()
        ):
            return References()
        case _:
            assert_never(definition)


def _of_condition(tree: Condition) -> References:
    leaves = list(_leaves(tree))
    return References(
        elements=tuple(dict.fromkeys(each.elements[0] for each in leaves if each.elements)),
        filters=tuple(dict.fromkeys(each.filters[0] for each in leaves if each.filters)),
        sensitive=any(each.sensitive for each in leaves),
        seated=any(each.seated for each in leaves),
    )


def _leaves(tree: Condition) -> Iterator[References]:
    match tree:
        case All(parts) | Some(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case Career(mode, what):
            filters = (what,) if isinstance(what, str) else ()
            names = () if isinstance(what, str) else tuple(part.name for part in what)
            yield References(
                filters=filters, sensitive=_asks_sensitive("履历", names), seated=mode == "现任"
            )
        case Exists(rows, wanted):
            names = tuple(part.name for part in wanted)
            sensitive = rows == "亲属" or _asks_sensitive(rows, names)
            yield References(sensitive=sensitive, seated=rows == "任职")
        case Grades():
            yield References()
        case Compare(name) | Between(name) | Within(name) | Contains(name) | Is(name):
            yield References(elements=(name,))
        case _:
            assert_never(tree)


def _asks_sensitive(rows: str, names: tuple[str, ...]) -> bool:
    known = ROW_NAMES[rows]
    return any(name in known and known[name].sensitive for name in names)
