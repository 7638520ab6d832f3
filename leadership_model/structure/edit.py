"""One piece of a requirement's sentence put otherwise, typed as a text.

What cannot be taken raises a UserError with one sentence that says what to write.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from leadership_model import months
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.structure.compose import kind_called, of_kind
from leadership_model.structure.figures import bound, grown
from leadership_model.structure.listing import unlisted
from leadership_model.structure.phrase import (
    BOUNDS,
    FIXED,
    NO_BASIS,
    NO_IDEAL,
    OWN_MONTH,
    OWN_TOLERANCE,
    VETO_WORDS,
)
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
    Ladder,
    Measure,
    Requirement,
    Role,
    Rung,
    Scope,
    Share,
)

NOTHING = Fraction(0)
_RUNG = re.compile(r"(\d*(?:\.\d+)?)\.\.(\d*(?:\.\d+)?):(\d+)(?:-(\d+))?")
_ROLES: dict[str, Role] = {
    "全部成员": "全部",
    "正职": "正职",
    "副职": "副职",
    "其他成员": "其他",
}


def scopes() -> tuple[str, ...]:
    """List the scopes that can be chosen."""
    carried = tuple(f"分管{name}的全部成员" for name in codes.names("functions"))
    return (*_ROLES, *carried)


def edited(requirement: Requirement, slot: str, text: str, names: Names) -> Requirement:
    """Put one piece otherwise."""
    plain = text.strip()
    match slot:
        case "scope":
            return replace(requirement, scope=_scope(plain))
        case "kind":
            return of_kind(requirement, kind_called(plain), names)
        case "condition" | "element" | "elements" | "values" | "functions" | "rungs" | "each":
            return replace(requirement, measure=_measure(requirement.measure, slot, plain, names))
        case "bound":
            return _bounded(requirement, plain)
        case "lo" | "hi":
            return _with_bound(requirement, slot, plain)
        case "ideal":
            lo, hi = _band(plain, requirement)
            return replace(requirement, ideal_lo=lo, ideal_hi=hi)
        case "tolerance":
            return replace(requirement, tolerance=_tolerance(plain))
        case "points":
            return replace(requirement, points=float(bound(plain)))
        case "veto":
            return replace(requirement, veto=_veto(plain))
        case "effective":
            return replace(requirement, effective=_month(plain))
        case "basis":
            return replace(requirement, basis="" if plain == NO_BASIS else plain)
        case "why":
            return replace(requirement, why=plain)
        case _:
            raise ValueError(f"no piece of a requirement is called {slot}")


def fault(requirement: Requirement, slot: str, text: str, names: Names) -> str:
    """Say what is wrong with a typed piece; empty when it can be taken."""
    try:
        edited(requirement, slot, text, names)
    except UserError as error:
        return error.sentence
    except ValueError as error:
        return f"{error}。"
    return ""


def _scope(text: str) -> Scope:
    if text in _ROLES:
        return Scope(_ROLES[text])
    for name in codes.names("functions"):
        for words, role in _ROLES.items():
            if text == f"分管{name}的{words}":
                return Scope(role, name)
    raise UserError(f"没有“{text}”这个范围，请选全部成员、正职、副职，或分管某一职责板块的成员。")


def _measure(measure: Measure, slot: str, text: str, names: Names) -> Measure:
    listed = unlisted(text)
    match measure, slot:
        case (Count() | Share() | Every(), "condition"):
            return replace(measure, condition=parse(text, names))
        case (Average() | Extent() | Distinct() | Concentration() | Ladder() | Cover(), "element"):
            if names.meaning(text) is None:
                raise UserError(f"没有名为“{text}”的要素，请在要素库里核对名称。")
            return replace(measure, element=text)
        case (Apart(), "elements"):
            for each in listed:
                if names.meaning(each) is None:
                    raise UserError(f"没有名为“{each}”的要素，请在要素库里核对名称。")
            return Apart(_some(listed))
        case (Cover(), "values"):
            return replace(measure, values=_some(listed))
        case (Cover(), "each"):
            return replace(measure, each=max(1, int(bound(text))))
        case (Carried(), "functions"):
            return Carried(_functions(_some(listed)))
        case (Ladder(), "rungs"):
            return replace(measure, rungs=rungs_of(text))
        case _:
            raise ValueError(f"{type(measure).__name__} has no {slot}")


def rungs_of(text: str) -> tuple[Rung, ...]:
    """Read the steps of a ladder: ..40:2、41..50:5、51..:0-4."""
    return tuple(_rung(each) for each in _some(unlisted(text)))


def _functions(listed: tuple[str, ...]) -> tuple[str, ...]:
    known = codes.names("functions")
    for each in listed:
        if each not in known:
            raise UserError(f"没有名为“{each}”的职责板块，可用的有{'、'.join(known)}。")
    return listed


def _some(listed: tuple[str, ...]) -> tuple[str, ...]:
    if not listed:
        raise UserError("请至少写一项，多项之间用顿号隔开。")
    return listed


def _rung(text: str) -> Rung:
    found = _RUNG.fullmatch(text.replace(" ", ""))
    if found is None:
        raise UserError(f"“{text}”不是一段，请按“..40:2、41..50:5、51..:0-4”的样子写。")
    low, high = (float(each) if each else None for each in (found[1], found[2]))
    return Rung(low, high, int(found[3]), int(found[4]) if found[4] else None)


def _bounded(requirement: Requirement, text: str) -> Requirement:
    kinds = {words: kind for kind, words in BOUNDS.items()}
    if text not in kinds:
        raise UserError(f"请从{'、'.join(kinds)}中选择。")
    lo, hi = (requirement.lo, requirement.lo_per), (requirement.hi, requirement.hi_per)
    none = (None, NOTHING)
    value = lo if lo[0] is not None else hi if hi[0] is not None else (Fraction(1), NOTHING)
    step = Fraction(1, 10) if isinstance(requirement.measure, Share) else Fraction(1)
    above = (min((value[0] or NOTHING) + step, _most(requirement)), value[1])
    makers: dict[str, Callable[[], tuple[_Ends, _Ends]]] = {
        "least": lambda: (value, none),
        "most": lambda: (none, value if hi[0] is None else hi),
        "exact": lambda: (value, value),
        "between": lambda: (value, above if hi[0] is None or hi == value else hi),
        "open": lambda: (none, none),
    }
    return _with_ends(requirement, *makers[kinds[text]]())


_Ends = tuple[Fraction | None, Fraction]


def _most(requirement: Requirement) -> Fraction:
    return Fraction(1) if isinstance(requirement.measure, Share) else Fraction(10**9)


def _with_ends(requirement: Requirement, lo: _Ends, hi: _Ends) -> Requirement:
    return replace(requirement, lo=lo[0], lo_per=lo[1], hi=hi[0], hi_per=hi[1])


def with_bounds(requirement: Requirement, low: str | None, high: str | None) -> Requirement:
    """Put both bounds as they are typed; None = open."""
    none = (None, NOTHING)
    return _with_ends(
        requirement,
        none if low is None else grown(low),
        none if high is None else grown(high),
    )


def _with_bound(requirement: Requirement, slot: str, text: str) -> Requirement:
    if isinstance(requirement.measure, FIXED):
        raise UserError("这种要求的目标固定为 0，不另设上下限。")
    value = grown(text)
    share = isinstance(requirement.measure, Share)
    if share and value[1]:
        raise UserError("占比本身就随人数变化，请直接填 1/3、50% 这样的占比。")
    if share and value[0] > 1:
        raise UserError("占比不能超过 1，请填 1/3、0.5 或 50% 这样的数。")
    if isinstance(requirement.measure, Average | Extent) and value[1]:
        raise UserError("平均值和最大差距不随人数变化，请填具体的数。")
    lo, hi = (requirement.lo, requirement.lo_per), (requirement.hi, requirement.hi_per)
    if lo[0] is not None and lo == hi:
        return _with_ends(requirement, value, value)
    return _with_ends(requirement, *((value, hi) if slot == "lo" else (lo, value)))


def _band(text: str, requirement: Requirement) -> tuple[Fraction | None, Fraction | None]:
    if text in ("", "–", "-", "无", NO_IDEAL):
        return None, None
    parts = re.split(r"[–～~]|(?<=\d)-(?=\d)", text)
    if len(parts) == 2:
        return bound(parts[0]), bound(parts[1])
    value = bound(text)
    if text.lstrip().startswith(("≤", "<")):
        return None, value
    if text.lstrip().startswith("="):
        return value, value
    if text.lstrip().startswith(("≥", ">")) or requirement.hi is None:
        return value, None
    return (None, value) if requirement.lo is None else (value, value)


def _tolerance(text: str) -> float | None:
    return None if text in ("", "–", "默认", OWN_TOLERANCE) else float(bound(text))


def _month(text: str) -> int | None:
    if text in ("", "–", OWN_MONTH):
        return None
    found = months.parse(text)
    if found is None:
        raise UserError(f"“{text}”不是有效的年月，请按 2026-06 的样子填写，或选“{OWN_MONTH}”。")
    return found


def _veto(text: str) -> bool:
    words = {word: flag for flag, word in VETO_WORDS.items()}
    if text not in words:
        raise UserError(f"请从{'、'.join(words)}中选择。")
    return words[text]
