"""破格 promotions: which they are by the data (Q12), and whether a reply is on record (Q13)."""

import numpy as np

from leadership_model.conditions.tri import Tri, constant
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.table import Bools
from leadership_model.rules import exception, exceptions, hand, qualification
from leadership_model.rules.pairs import Meaning, Pairs, Verdicts, Words
from leadership_model.rules.rule import Rule

# Whoever misses one of these and is promoted all the same is promoted 破格 (第八条, 第九条).
BROKEN: dict[str, Meaning] = {
    "Q1": qualification.work_years,
    "Q2": qualification.grassroots,
    "Q4": qualification.deputy_years,
    "Q5": qualification.lower_head_years,
    "Q10": exception.step_by_step,
}


def exceptional(pairs: Pairs) -> Tri:
    """Say which promotions are 破格: one of Q1, Q2, Q4, Q5, Q10 is not met.

    Only what surely is not met counts: where a record is missing the rule itself says so.
    """
    found = constant(len(pairs), False)
    for sure in broken(pairs).values():
        found = found | Tri(sure, sure)
    return found


def of_exceptional(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q12: asked of 破格 promotions, as far as the data shows them."""
    return hand.judged(pairs, rule, exceptional(pairs))


def broken(pairs: Pairs) -> dict[str, Bools]:
    """Give for each rule of 破格 which pairs surely break it; asked by two rules, found once."""
    if "broken" not in pairs.known:
        pairs.known["broken"] = {
            id: ~meaning(pairs, pairs.book[id]).ok.possible
            for id, meaning in BROKEN.items()
            if id in pairs.book
        }
    found: dict[str, Bools] = pairs.known["broken"]
    return found


def reported(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q13: the superior's reply to a 破格 promotion is on record, for each rule that was broken.

    Without one somebody's answer decides; without an answer it is unknown, never no.
    """
    misses = broken(pairs)
    applies = np.zeros(len(pairs), np.bool_)
    replied = np.ones(len(pairs), np.bool_)
    for id, missed in misses.items():
        applies |= missed
        replied &= ~missed | _replied(pairs, id, missed)
    return _said(pairs, rule, applies, replied, misses)


def _replied(pairs: Pairs, rule: str, missed: Bools) -> Bools:
    """Mark the pairs whose person has a superior's reply to a rule, in force at the month."""
    found = np.zeros(len(pairs), np.bool_)
    if rule not in exceptions.everywhere(pairs.snapshot):
        return found
    months = np.maximum(pairs.months, pairs.seating.as_of)
    for month in np.unique(months[missed]).tolist():
        here = missed & (months == month)
        people = np.unique(pairs.people[here]).tolist()
        told = [p for p in people if exceptions.replied(pairs.snapshot, rule, p, month)]
        found |= here & np.isin(pairs.people, told)
    return found


def _said(
    pairs: Pairs, rule: Rule, applies: Bools, replied: Bools, misses: dict[str, Bools]
) -> Verdicts:
    rows = hand.rows_for(pairs, rule.id)
    told = hand.told_of(pairs.snapshot, rule, rows)
    fine = ~applies | replied | (told == hand.GOOD)
    ok = Tri(fine, fine | (told != hand.BAD))

    def words(i: int) -> Words:
        which = "、".join(id for id, missed in misses.items() if missed[i])
        need = "破格提拔报经上级组织部门批复同意"
        if replied[i]:
            return "批复已登记", need, f"未达到{which}，例外批复已登记。"
        if rows[i] >= 0:
            have = hand.describe(pairs.snapshot, int(rows[i]))
            return have, need, f"未达到{which}，属于破格提拔；{rule.question}{have}。"
        return "批复未登记", need, f"未达到{which}，属于破格提拔，上级批复未登记，待核。"

    return Verdicts(ok, applies, np.full(len(pairs), UNKNOWN, np.int32), words)
