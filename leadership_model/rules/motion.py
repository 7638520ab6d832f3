"""N3: a motion 动议 is begun for a seat that is empty, or soon will be (先有空缺，后作动议)."""

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri, certain
from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.seating import OUTSIDER, VACANT
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import seat
from leadership_model.rules.pairs import Pairs, Verdicts, Words
from leadership_model.rules.rule import Rule


def vacancy(pairs: Pairs, rule: Rule) -> Verdicts:
    """N3: nobody else holds the seat, or its holder reaches the statutory month soon.

    The one rule that sees the present holder; all others take the holder as gone.
    """
    near = int(rule.parameters["near_months"])
    holder = pairs.seating.holder[pairs.posts]
    free = (holder == VACANT) | (holder == pairs.people)
    low, high = _due(pairs, holder)
    leaves = Tri(high <= pairs.months + near, low <= pairs.months + near)
    ok = certain(free) | leaves
    known = ~free & (low == high) & (high < OPEN)
    cure = np.where(known, high - near, UNKNOWN).astype(np.int32)

    def words(i: int) -> Words:
        need = "岗位空缺或即将空缺"
        if holder[i] == VACANT:
            return "岗位空缺", need, "岗位现空缺，可以动议。"
        if free[i]:
            return "本人在任", need, "本人现任该岗位。"
        name = "库外人员"
        if holder[i] != OUTSIDER:
            name = pairs.snapshot.people.raw("name")[int(holder[i])] or "姓名待核"
        if low[i] != high[i]:
            return f"{name}在任", need, f"现由{name}任职，何时到龄待核，动议前应先形成空缺。"
        shown = f"，{months.show(int(high[i]))}到龄" if high[i] < OPEN else ""
        if leaves.sure[i]:
            return f"{name}在任{shown}", need, f"现由{name}任职{shown}，即将空缺。"
        return f"{name}在任{shown}", need, f"现由{name}任职{shown}，动议前应先形成空缺。"

    return Verdicts(ok, np.ones(len(pairs), np.bool_), cure, words)


def _due(pairs: Pairs, holder: Ints) -> tuple[Ints, Ints]:
    """Give the span of the holder's statutory month; OPEN for somebody outside the base."""
    rule = pairs.book.get("R1")
    size = len(holder)
    inside: Bools = holder >= 0
    low, high = np.full(size, OPEN, np.int32), np.full(size, OPEN, np.int32)
    if rule is not None:
        span = seat.due_months(pairs.snapshot, rule)
        low[inside], high[inside] = span.low[holder[inside]], span.high[holder[inside]]
    return low, high
