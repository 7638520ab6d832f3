"""One piece of a requirement's sentence put otherwise, typed as a text.

What cannot be taken raises a UserError with one sentence that says what to write.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.structure.phrase import BOUNDS, NO_IDEAL, OWN_TOLERANCE, VETO_WORDS
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

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:/[1-9]\d*)?")
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
        case "condition" | "element" | "elements" | "values" | "functions" | "rungs" | "each":
            return replace(requirement, measure=_measure(requirement.measure, slot, plain, names))
        case "bound":
            return _bounded(requirement, plain)
        case "lo" | "hi":
            return _with_bound(requirement, slot, bound(plain))
        case "ideal":
            lo, hi = _band(plain, requirement)
            return replace(requirement, ideal_lo=lo, ideal_hi=hi)
        case "tolerance":
            return replace(requirement, tolerance=_tolerance(plain))
        case "points":
            return replace(requirement, points=float(bound(plain)))
        case "veto":
            return replace(requirement, veto=_veto(plain))
        case "basis":
            return replace(requirement, basis=plain)
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


def bound(text: str) -> Fraction:
    """Read a number: 3, 2.5, 1/3, 50 %; units behind it are passed over."""
    plain = text.replace("％", "%").replace(" ", "")
    found = _NUMBER.match(plain.lstrip("≥≤=<>"))
    if found is None:
        raise UserError(f"“{text}”不是数，请填 3、2.5、1/3 或 50% 这样的数。")
    value = Fraction(found[0])
    return value / 100 if "%" in plain else value


def _scope(text: str) -> Scope:
    if text in _ROLES:
        return Scope(_ROLES[text])
    for name in codes.names("functions"):
        for words, role in _ROLES.items():
            if text == f"分管{name}的{words}":
                return Scope(role, name)
    raise UserError(f"没有“{text}”这个范围，请选全部成员、正职、副职，或分管某一职责板块的成员。")


def _measure(measure: Measure, slot: str, text: str, names: Names) -> Measure:
    listed = tuple(each.strip() for each in re.split(r"[、,，]", text) if each.strip())
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
            return Carried(_some(listed))
        case (Ladder(), "rungs"):
            return replace(measure, rungs=tuple(_rung(each) for each in _some(listed)))
        case _:
            raise ValueError(f"{type(measure).__name__} has no {slot}")


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
    lo, hi = requirement.lo, requirement.hi
    value = lo if lo is not None else hi if hi is not None else Fraction(1)
    makers: dict[str, Callable[[], tuple[Fraction | None, Fraction | None]]] = {
        "least": lambda: (value, None),
        "most": lambda: (None, value if hi is None else hi),
        "exact": lambda: (value, value),
        "between": lambda: (value, value + 1 if hi is None or hi == value else hi),
    }
    lo, hi = makers[kinds[text]]()
    return replace(requirement, lo=lo, hi=hi)


def _with_bound(requirement: Requirement, slot: str, value: Fraction) -> Requirement:
    lo, hi = requirement.lo, requirement.hi
    if lo is not None and lo == hi:
        return replace(requirement, lo=value, hi=value)
    if isinstance(requirement.measure, Share) and value > 1:
        raise UserError("占比不能超过 1，请填 1/3、0.5 或 50% 这样的数。")
    return replace(requirement, lo=value) if slot == "lo" else replace(requirement, hi=value)


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


def _veto(text: str) -> bool:
    words = {word: flag for flag, word in VETO_WORDS.items()}
    if text not in words:
        raise UserError(f"请从{'、'.join(words)}中选择。")
    return words[text]
