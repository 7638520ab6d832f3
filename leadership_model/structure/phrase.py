"""A requirement as a Chinese sentence in pieces, some of which can be put otherwise."""

from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import write
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
    Requirement,
    Rung,
    Scope,
    Share,
)

BOUNDS = {"least": "不少于", "most": "不多于", "exact": "等于", "between": "介于"}
VETO_WORDS = {True: "一票否决", False: "不作否决"}
FIXED = (Ladder, Every, Apart)  # kinds whose target is 0 and cannot be chosen
NO_IDEAL, OWN_TOLERANCE = "不另定", "按惯例"


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


def number(value: Fraction | float) -> str:
    """Write a bound: a whole number, a decimal, or a share such as 1/3."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    return (
        f"{float(exact):g}" if exact.denominator in (2, 4, 5, 10, 20) and exact > 1 else str(exact)
    )


def band(lo: Fraction | None, hi: Fraction | None) -> str:
    """Write a band in signs: ≥ 2, ≤ 49, = 1, 4–6, or nothing."""
    if lo is None and hi is None:
        return ""
    if hi is None:
        return f"≥ {number(lo or Fraction(0))}"
    if lo is None:
        return f"≤ {number(hi)}"
    return f"= {number(lo)}" if lo == hi else f"{number(lo)}–{number(hi)}"


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
            return band(requirement.lo, requirement.hi)


def ideal(requirement: Requirement) -> str:
    """Write the ideal band in signs, a dash where there is none."""
    return band(requirement.ideal_lo, requirement.ideal_hi).removeprefix("≥ ") or "–"


def scope_words(scope: Scope) -> str:
    """Say which members are looked at."""
    role = {"全部": "全部成员", "正职": "正职", "副职": "副职", "其他": "其他成员"}[scope.role]
    return role if scope.function is None else f"分管{scope.function}的{role}"


def rung_text(rung: Rung) -> str:
    """Write one step of a ladder as it is typed: ..40:2, 41..50:5, 51..:0-4."""
    low = "" if rung.low is None else f"{rung.low:g}"
    high = "" if rung.high is None else f"{rung.high:g}"
    most = "" if rung.at_most is None else f"-{rung.at_most}"
    return f"{low}..{high}:{rung.at_least}{most}"


def pieces(requirement: Requirement, names: Names | None = None) -> tuple[Piece, ...]:
    """Give the whole sentence."""
    head = (Piece("在 "), Piece(scope_words(requirement.scope), "scope"), Piece(" 中，"))
    return (
        *head,
        *_measured(requirement),
        *_target(requirement, names),
        *_scored(requirement, names),
    )


def sentence(requirement: Requirement, names: Names | None = None) -> str:
    """Give the whole sentence as one text."""
    return "".join(piece.text for piece in pieces(requirement, names))


def _measured(requirement: Requirement) -> tuple[Piece, ...]:
    match requirement.measure:
        case Count(condition):
            return (Piece(write(condition), "condition"), Piece(" 的人数 "))
        case Share(condition):
            return (Piece(write(condition), "condition"), Piece(" 的人数占比 "))
        case Every(condition):
            return (Piece("每人都应符合 "), Piece(write(condition), "condition"))
        case Average(element):
            return (Piece(element, "element"), Piece(" 的平均值 "))
        case Extent(element):
            return (Piece(element, "element"), Piece(" 的最大差距 "))
        case Distinct(element):
            return (Piece(element, "element"), Piece(" 的不同取值数 "))
        case Concentration(element):
            return (Piece(element, "element"), Piece(" 相同的最多人数 "))
        case Ladder(element, rungs):
            steps = "、".join(rung_text(each) for each in rungs)
            return (Piece(element, "element"), Piece(" 按 "), Piece(steps, "rungs"), Piece(" 配备"))
        case Cover(element, values, each):
            listed = Piece("、".join(values), "values")
            count = (Piece(" 至少各有 "), Piece(f"{each} 人", "each"), Piece(" 的项数 "))
            return (Piece(element, "element"), Piece(" 中 "), listed, *count)
        case Apart(elements):
            return (
                Piece("任意两人的 "),
                Piece("、".join(elements), "elements"),
                Piece(" 不得都相同"),
            )
        case Filled():
            return (Piece("占职数岗位的实配人数 "),)
        case Carried(functions):
            head = (Piece("职责板块 "), Piece("、".join(functions), "functions"))
            return (*head, Piece(" 由符合岗位要求的人承担的项数 "))
        case _:
            assert_never(requirement.measure)


def bound_kind(requirement: Requirement) -> str:
    """Say which bounds are set: least, most, exact or between."""
    if requirement.hi is None:
        return "least"
    if requirement.lo is None:
        return "most"
    return "exact" if requirement.lo == requirement.hi else "between"


def _target(requirement: Requirement, names: Names | None) -> tuple[Piece, ...]:
    if isinstance(requirement.measure, FIXED):
        return ()
    word, kind = unit(requirement, names), bound_kind(requirement)
    made = [Piece(BOUNDS[kind], "bound"), Piece(" ")]
    first = requirement.hi if kind == "most" else requirement.lo
    made.append(Piece(_with(first, word), "hi" if kind == "most" else "lo"))
    if kind == "between":
        made += [Piece(" 与 "), Piece(_with(requirement.hi, word), "hi")]
    best = band(requirement.ideal_lo, requirement.ideal_hi)
    shown = f"{best} {word}".strip() if best else NO_IDEAL
    return (*made, Piece("，理想 "), Piece(shown, "ideal"))


def _scored(requirement: Requirement, names: Names | None) -> tuple[Piece, ...]:
    word = unit(requirement, names)
    slack = OWN_TOLERANCE
    if requirement.tolerance is not None:
        slack = f"{requirement.tolerance:g} {word}".strip()
    return (
        Piece("；达不到时在 "),
        Piece(slack, "tolerance"),
        Piece(" 之内按比例得分，分值 "),
        Piece(f"{requirement.points:g}", "points"),
        Piece("，"),
        Piece(VETO_WORDS[requirement.veto], "veto"),
        Piece("，依据 "),
        Piece(requirement.basis or "未填写", "basis"),
        Piece("。"),
    )


def _with(value: Fraction | None, word: str) -> str:
    return f"{number(value or Fraction(0))} {word}".strip()
