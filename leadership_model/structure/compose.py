"""Requirements made new or turned into another kind, with what the kind needs filled in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from leadership_model.conditions.protocols import Kind, Names
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.structure.phrase import FIXED, KIND_WORDS
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Measure,
    Requirement,
    Rung,
    Share,
)

NUMERIC: tuple[Kind, ...] = ("number", "month")
VALUED: tuple[Kind, ...] = ("choice", "flag", "set", "text")
FIRST_CONDITION, FIRST_NUMBER, FIRST_CHOICE = "年龄 <= 40", "年龄", "籍贯"
FIRST_SET = "熟悉领域"


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a user is told about one kind."""

    id: str
    kind: type
    title: str
    example: str


KINDS: tuple[KindWords, ...] = (
    KindWords("count", Count, "人数", "女干部不少于 1 人"),
    KindWords("share", Share, "占比", "有乡镇党政正职经历的不少于 1/2"),
    KindWords("average", Average, "平均值", "平均年龄不多于 46 岁"),
    KindWords("extent", Extent, "最大差距", "年龄差不少于 8 岁"),
    KindWords("ladder", Ladder, "梯次", "40 岁以下 2 人、41 至 50 岁 5 人"),
    KindWords("cover", Cover, "覆盖", "经济、农业、城建、法治各有人熟悉"),
    KindWords("distinct", Distinct, "门类", "专业门类不少于 4 种"),
    KindWords("concentration", Concentration, "集中", "同一籍贯县不多于 3 人"),
    KindWords("every", Every, "人人符合", "党委成员均为中共党员"),
    KindWords("apart", Apart, "互不相同", "两名正职不出自同一单位"),
    KindWords("filled", Filled, "配备", "副职实配 4 至 5 人"),
    KindWords("carried", Carried, "职责承担", "经济、农业由符合岗位要求的人承担"),
)


def kind_called(words: str) -> type:
    """Find a kind by its id, its title or the words it has in a sentence."""
    for each in KINDS:
        if words in (each.id, each.title, KIND_WORDS[each.kind]):
            return each.kind
    titles = "、".join(each.title for each in KINDS)
    raise UserError(f"没有“{words}”这种要求，可用的有{titles}。")


def new(kind: type, dimension: str, label: str, id: str, names: Names) -> Requirement:
    """Make a requirement of a kind that can be judged at once and changed piece by piece."""
    start = Requirement(id=id, dimension=dimension, label=label, measure=Filled(), lo=Fraction(1))
    return of_kind(start, kind, names)


def of_kind(requirement: Requirement, kind: type, names: Names) -> Requirement:
    """Turn a requirement into another kind; what both kinds know is kept."""
    if isinstance(requirement.measure, kind):
        return requirement
    measure = measure_of(kind, requirement.measure, names)
    if isinstance(measure, FIXED):
        nothing = Fraction(0)
        return replace(
            requirement,
            measure=measure,
            lo=None,
            hi=None,
            lo_per=nothing,
            hi_per=nothing,
            ideal_lo=None,
            ideal_hi=None,
        )
    return _aimed(replace(requirement, measure=measure), requirement)


def measure_of(kind: type, former: Measure, names: Names) -> Measure:
    """Make what a kind measures, from what was measured before where that fits."""
    makers: dict[type, Callable[[], Measure]] = {
        Count: lambda: Count(_condition(former, names)),
        Share: lambda: Share(_condition(former, names)),
        Every: lambda: Every(_condition(former, names)),
        Average: lambda: Average(_element(former, names, NUMERIC, FIRST_NUMBER)),
        Extent: lambda: Extent(_element(former, names, NUMERIC, FIRST_NUMBER)),
        Ladder: lambda: Ladder(
            _element(former, names, NUMERIC, FIRST_NUMBER),
            (Rung(None, 40, 1), Rung(41, 50, 1), Rung(51, None, 0)),
        ),
        Cover: lambda: _cover(former, names),
        Distinct: lambda: Distinct(_element(former, names, VALUED, FIRST_CHOICE)),
        Concentration: lambda: Concentration(_element(former, names, VALUED, FIRST_CHOICE)),
        Apart: lambda: Apart((_element(former, names, VALUED, FIRST_CHOICE),)),
        Filled: Filled,
        Carried: lambda: Carried(_functions(former)),
    }
    return makers[kind]()


def copied(requirement: Requirement, id: str) -> Requirement:
    """Make a copy under another id and name."""
    return replace(requirement, id=id, label=f"{requirement.label}（副本）")


def elements_for(measure: Measure, names: Catalogue) -> tuple[str, ...]:
    """List the elements a kind can be about: numbers for some, values for the others."""
    kinds = NUMERIC if isinstance(measure, Average | Extent | Ladder) else VALUED
    return tuple(each.label for each in names.elements if each.kind in kinds)


def _condition(former: Measure, names: Names) -> Condition:
    match former:
        case Count(condition) | Share(condition) | Every(condition):
            return condition
        case _:
            return parse(FIRST_CONDITION, names)


def _element(former: Measure, names: Names, kinds: tuple[Kind, ...], first: str) -> str:
    """Keep the element where its kind fits, else take the usual one, else the first that fits."""
    listed: tuple[str, ...] = ()
    match former:
        case Average(name) | Extent(name) | Distinct(name) | Concentration(name):
            listed = (name,)
        case Ladder(element=name) | Cover(element=name):
            listed = (name,)
        case Apart(several):
            listed = several
        case _:
            pass
    for name in (*listed, first, *names.element_names()):
        meaning = names.meaning(name)
        if meaning is not None and meaning.kind in kinds:
            return name
    raise UserError("要素库里没有这种要求可用的要素，请先在要素库里建一个。")


def _cover(former: Measure, names: Names) -> Cover:
    element = _element(former, names, VALUED, FIRST_SET)
    meaning = names.meaning(element)
    values = tuple(meaning.values[:2]) if meaning is not None else ()
    return Cover(element, values or codes.names("functions")[:2])


def _functions(former: Measure) -> tuple[str, ...]:
    return former.functions if isinstance(former, Carried) else codes.names("functions")[:1]


def _aimed(requirement: Requirement, former: Requirement) -> Requirement:
    """Give a target that the kind can have: keep the former one where it can be met."""
    share, was = isinstance(requirement.measure, Share), isinstance(former.measure, Share)
    large = isinstance(requirement.measure, Average | Extent)
    fixed = former.lo is None and former.hi is None
    if not fixed and share == was and large == isinstance(former.measure, Average | Extent):
        return requirement
    value = Fraction(1, 3) if share else Fraction(45) if large else Fraction(1)
    upper = isinstance(requirement.measure, Average | Concentration)
    nothing = Fraction(0)
    return replace(
        requirement,
        lo=None if upper else value,
        hi=value if upper else None,
        lo_per=nothing,
        hi_per=nothing,
        ideal_lo=None,
        ideal_hi=None,
    )
