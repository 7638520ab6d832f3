"""People with gaps, asked one by one: a slow second reading of what a condition means.

A person is a mapping from element to candidates: the values the person may have, None for 无. One
candidate is known. For choices and texts of which nothing is known the candidates are ANYTHING.
"""

import numpy as np
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tree import All, Between, Compare, Contains, Is, Not, Some, Within
from tests.leadership_model.conditions.catalogue import MEANINGS

ANYTHING = "anything"
TEXTS = ("会计", "会计学", "且", "24")
SIGNS = {
    "=": lambda a, b: a == b,
    "≠": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
}


@st.composite
def people(draw):
    person = {}
    for name, meaning in MEANINGS.items():
        match meaning.kind:
            case "number" | "month":
                low = draw(st.integers(int(meaning.low), int(meaning.low) + 6))
                span = draw(st.sampled_from([0, 0, 1, 5]))
                values = list(range(low, low + span + 1))
                gap = draw(st.sampled_from(["no", "no", "maybe", "yes"]))
                person[name] = {"no": values, "maybe": [*values, None], "yes": [None]}[gap]
            case "choice" | "flag":
                known = meaning.values or ("云溪", "青川")
                value = draw(st.sampled_from([*known, None, ANYTHING]))
                person[name] = ANYTHING if value == ANYTHING else [value]
                if value == ANYTHING and meaning.ranks and draw(st.booleans()):
                    least = draw(st.integers(0, len(known) - 1))
                    person[name] = [*known[least:], "+"]
            case "set":
                held = draw(st.sets(st.sampled_from(meaning.values)))
                person[name] = (frozenset(held), draw(st.booleans()))
            case _:
                value = draw(st.sampled_from([*TEXTS, None, ANYTHING]))
                person[name] = ANYTHING if value == ANYTHING else [value]
    return person


def evaluate(tree, person):
    """Answer True, False or None (unknown) for one person."""
    match tree:
        case All(parts):
            found = [evaluate(part, person) for part in parts]
            return False if False in found else None if None in found else True
        case Some(parts):
            found = [evaluate(part, person) for part in parts]
            return True if True in found else None if None in found else False
        case Not(part):
            found = evaluate(part, person)
            return None if found is None else not found
        case _:
            return leaf(tree, person[tree.name], MEANINGS[tree.name])


def leaf(part, candidates, meaning):
    if meaning.kind == "set":
        return set_leaf(part, candidates)
    if isinstance(part, Is):
        known = candidates != ANYTHING and len(candidates) == 1
        state = "待核" if not known else "无" if candidates == [None] else "已知"
        return part.state == state
    if candidates == ANYTHING:
        return None
    if candidates[-1] == "+":
        candidates = candidates[:-1]
        if len(candidates) == 1:
            return one(part, candidates[0], meaning)
    found = {one(part, each, meaning) for each in candidates}
    if isinstance(part, Within) and meaning.kind in ("number", "month") and len(candidates) > 1:
        return None if True in found else False
    return found.pop() if len(found) == 1 else None


def set_leaf(part, candidates):
    held, more = candidates
    if isinstance(part, Is):
        return part.state == ("待核" if more else "已知" if held else "无")
    return True if part.value in held else None if more else False


def one(part, value, meaning):
    if value is None:
        return isinstance(part, Compare) and part.op == "≠"
    ordered = lambda each: place(each, meaning)  # noqa: E731
    match part:
        case Compare(_, ("=" | "≠") as op, wanted):
            return SIGNS[op](plain(value, meaning), plain(wanted, meaning))
        case Compare(_, op, wanted):
            return SIGNS[op](ordered(value), ordered(wanted))
        case Between(_, low, high):
            return ordered(low) <= ordered(value) <= ordered(high)
        case Within(_, values):
            return plain(value, meaning) in [plain(each, meaning) for each in values]
        case Contains(_, piece):
            return piece in value


def plain(value, meaning):
    if meaning.kind == "month" and isinstance(value, str):
        return months.parse(value)
    return np.float32(value) if meaning.kind == "number" else value


def place(value, meaning):
    return meaning.ranks[value] if meaning.kind == "choice" else plain(value, meaning)


class Crowd:
    """The same people as columns; implements Columns."""

    count: int

    def __init__(self, crowd):
        self.people = crowd
        self.count = len(crowd)

    def meaning(self, name):
        return MEANINGS.get(name)

    def career(self, mode, what, measure, months):
        raise NotImplementedError

    def exists(self, rows, parts):
        raise NotImplementedError

    def grades(self, years, grade, times):
        raise NotImplementedError

    def column(self, name):
        found = [person[name] for person in self.people]
        match MEANINGS[name].kind:
            case "number" | "month":
                return number_column(found)
            case "choice" | "flag":
                return choice_column(found)
            case "set":
                values = (*MEANINGS[name].values, "外交")
                bits = np.array([[value in held for value in values] for held, _ in found])
                return SetColumn(bits, values, np.array([more for _, more in found]))
            case _:
                texts = tuple(None if each == ANYTHING else each[0] for each in found)
                return TextColumn(texts, np.array([each == [None] for each in found]))


def number_column(found):
    known = [[value for value in each if value is not None] or [0] for each in found]
    absent = np.array([each == [None] for each in found])
    may = np.array([None in each for each in found]) & ~absent
    low = np.array([min(each) for each in known], dtype=np.float32)
    high = np.array([max(each) for each in known], dtype=np.float32)
    return NumberColumn(low, high, absent, ((low != high) | may) & ~absent, may)


def choice_column(found):
    values = tuple(dict.fromkeys(v for each in found if each != ANYTHING for v in each if v))
    codes, reached = [], []
    for each in found:
        bounded = each != ANYTHING and each[-1] == "+"
        reached.append(values.index(each[0]) if bounded else -1)
        unknown = each == ANYTHING or bounded
        codes.append(-1 if unknown else -2 if each == [None] else values.index(each[0]))
    return ChoiceColumn(np.array(codes), values, np.array(reached))
