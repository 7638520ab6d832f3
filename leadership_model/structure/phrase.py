"""A requirement as a Chinese sentence in pieces, some of which can be put otherwise."""

from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from leadership_model import months
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import write
from leadership_model.structure.figures import band, digits, formula, grown_band, number
from leadership_model.structure.listing import listed
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
    Scope,
    Share,
)

__all__ = ["band", "number"]  # written here as well, for those who know them by this module

BOUNDS = {
    "least": "不少于",
    "most": "不多于",
    "exact": "等于",
    "between": "介于",
    "open": "不设目标",
}
VETO_WORDS = {True: "一票否决", False: "不作否决"}
FIXED = (Ladder, Every, Apart)  # kinds whose target is 0 and cannot be chosen
NO_IDEAL, OWN_TOLERANCE, OWN_MONTH, NO_BASIS = "不另定", "按惯例", "版本生效之月", "未填写"
KIND_WORDS: dict[type, str] = {
    Count: "的人数",
    Share: "的人数占比",
    Average: "的平均值",
    Extent: "的最大差距",
    Ladder: "按梯次",
    Cover: "的项数",
    Distinct: "的不同取值数",
    Concentration: "相同的最多人数",
    Every: "每人都应符合",
    Apart: "不得都相同",
    Filled: "占职数岗位的实配人数",
    Carried: "由符合岗位要求的人承担的项数",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the sentence; `slot` names what it stands for where it can be changed."""

    text: str
    slot: str = ""


def unit(requirement: Requirement, names: Names | None = None) -> str:
    """Give the unit of the measured value: 人, 项, 种, the element's own; none for a share."""
    match requirement.measure:
        case Count() | Concentration() | Filled() | Every() | Ladder():
            return "人"
        case Cover() | Carried():
            return "项"
        case Distinct():
            return "种"
        case Apart():
            return "对"
        case Share():
            return ""
        case Average(element) | Extent(element):
            found = None if names is None else names.meaning(element)
            return "" if found is None else found.unit
        case _:
            assert_never(requirement.measure)


def target(requirement: Requirement) -> str:
    """Write the target in signs; of a ladder its steps, of every and apart what is asked."""
    match requirement.measure:
        case Ladder(rungs=rungs):
            return "；".join(rung_text(each) for each in rungs)
        case Every():
            return "全部符合"
        case Apart():
            return "不得相同"
        case _:
            return grown_band(
                (requirement.lo, requirement.lo_per), (requirement.hi, requirement.hi_per)
            )


def ideal(requirement: Requirement) -> str:
    """Write the ideal band in signs, a dash where there is none."""
    return band(requirement.ideal_lo, requirement.ideal_hi).removeprefix("≥ ") or "–"


def scope_words(scope: Scope) -> str:
    """Say which members are looked at."""
    role = {"全部": "全部成员", "正职": "正职", "副职": "副职", "其他": "其他成员"}[scope.role]
    return role if scope.function is None else f"分管{scope.function}的{role}"


def rung_text(rung: Rung) -> str:
    """Write one step of a ladder as it is typed: ..40:2, 41..50:5, 51..:0-4."""
    low = "" if rung.low is None else digits(rung.low)
    high = "" if rung.high is None else digits(rung.high)
    most = "" if rung.at_most is None else f"-{rung.at_most}"
    return f"{low}..{high}:{rung.at_least}{most}"


def pieces(requirement: Requirement, names: Names | None = None) -> tuple[Piece, ...]:
    """Give the whole sentence."""
    head = (Piece("在 "), Piece(scope_words(requirement.scope), "scope"), Piece(" 中，"))
    return (
        *head,
        *_measured(requirement.measure),
        *_target(requirement, names),
        *_scored(requirement, names),
    )


def sentence(requirement: Requirement, names: Names | None = None) -> str:
    """Give the whole sentence as one text."""
    return "".join(piece.text for piece in pieces(requirement, names))


def _measured(measure: Measure) -> tuple[Piece, ...]:
    gap, kind = Piece(" "), Piece(KIND_WORDS[type(measure)], "kind")
    match measure:
        case Count(condition) | Share(condition):
            return (Piece(write(condition), "condition"), gap, kind, gap)
        case Every(condition):
            return (kind, gap, Piece(write(condition), "condition"))
        case Average(element) | Extent(element) | Distinct(element) | Concentration(element):
            return (Piece(element, "element"), gap, kind, gap)
        case Ladder(element, rungs):
            steps = "、".join(rung_text(each) for each in rungs)
            return (
                Piece(element, "element"),
                gap,
                kind,
                gap,
                Piece(steps, "rungs"),
                Piece(" 配备"),
            )
        case Cover(element, values, each):
            head = (Piece(element, "element"), Piece(" 中 "), Piece(listed(values), "values"))
            return (*head, Piece(" 至少各有 "), Piece(f"{each} 人", "each"), gap, kind, gap)
        case Apart(elements):
            return (Piece("任意两人的 "), Piece(listed(elements), "elements"), gap, kind)
        case Filled():
            return (kind, gap)
        case Carried(functions):
            return (Piece("职责板块 "), Piece(listed(functions), "functions"), gap, kind, gap)
        case _:
            assert_never(measure)


def bound_kind(requirement: Requirement) -> str:
    """Say which bounds are set: least, most, exact, between or open."""
    if requirement.hi is None:
        return "open" if requirement.lo is None else "least"
    if requirement.lo is None:
        return "most"
    low, high = (requirement.lo, requirement.lo_per), (requirement.hi, requirement.hi_per)
    return "exact" if low == high else "between"


def _target(requirement: Requirement, names: Names | None) -> tuple[Piece, ...]:
    if isinstance(requirement.measure, FIXED):
        return ()
    word, kind = unit(requirement, names), bound_kind(requirement)
    low = _with(requirement.lo, requirement.lo_per, word)
    high = _with(requirement.hi, requirement.hi_per, word)
    made = [Piece(BOUNDS[kind], "bound")]
    if kind != "open":
        first = Piece(high, "hi") if kind == "most" else Piece(low, "lo")
        made += [Piece(" "), first]
    if kind == "between":
        made += [Piece(" 与 "), Piece(high, "hi")]
    best = band(requirement.ideal_lo, requirement.ideal_hi)
    shown = f"{best} {word}".strip() if best else NO_IDEAL
    return (*made, Piece("，理想 "), Piece(shown, "ideal"))


def _scored(requirement: Requirement, names: Names | None) -> tuple[Piece, ...]:
    word = unit(requirement, names)
    slack = OWN_TOLERANCE
    if requirement.tolerance is not None:
        slack = f"{digits(requirement.tolerance)} {word}".strip()
    month = OWN_MONTH
    if requirement.effective is not None:
        month = months.show_iso(requirement.effective)
    return (
        Piece("；达不到时在 "),
        Piece(slack, "tolerance"),
        Piece(" 之内按比例得分，分值 "),
        Piece(digits(requirement.points), "points"),
        Piece("，"),
        Piece(VETO_WORDS[requirement.veto], "veto"),
        Piece("，自 "),
        Piece(month, "effective"),
        Piece(" 起，依据 "),
        Piece(requirement.basis or NO_BASIS, "basis"),
        Piece("。"),
    )


def _with(value: Fraction | None, per: Fraction, word: str) -> str:
    return f"{formula(value or Fraction(0), per)} {word}".strip()
