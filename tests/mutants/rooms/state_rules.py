"""Sabotages of the rules on present seats: state, terms, rotation, leadership, holders."""

from tests.mutants.sabotage import Place

STATE = Place("rules/state.py", ("rules/test_state.py",))
HOLDERS = Place("rules/holders.py", ("rules/test_holders.py",))
TERMS = Place("rules/terms.py", ("rules/test_terms.py",))
ROTATION = Place("rules/rotation.py", ("rules/test_rotation.py",))
LEADERSHIP = Place("rules/leadership.py", ("rules/test_terms.py", "rules/test_leadership.py"))

SABOTAGES = (
    TERMS.where(
        "T3: a term counts from the month itself",
        "count += min(now, high) - max(since, low) > full",
        "count += min(now, high) - max(since, low) >= full",
    ),
    TERMS.where(
        "T3: without a term on record the most favourable place is taken",
        "least[i], most[i] = min(counts), max(counts)",
        "least[i], most[i] = min(counts), min(counts)",
    ),
    TERMS.where(
        "T4: fifteen years to the month are not fifteen years",
        "(have < need) & ~unclear)",
        "(have <= need) & ~unclear)",
    ),
    TERMS.where(
        "T4: years at higher levels count as well",
        "total(people, until) - upper",
        "total(people, until)",
    ),
    TERMS.where(
        "T2: a seat taken in the month the term began is a change",
        "np.maximum(start + 1, 0)",
        "np.maximum(start, 0)",
    ),
    TERMS.where(
        "T: deputies of departments are in scope",
        "among | (heads[layout.team] & role)",
        "among | heads[layout.team]",
    ),
    ROTATION.where(
        "X2: ten years to the month are not ten years",
        "long, may = sure >= need,",
        "long, may = sure > need,",
    ),
    ROTATION.where(
        "X2: a row that may count is none",
        "total(may & known), total(may)",
        "total(may & known), total(may & known)",
    ),
    ROTATION.where(
        "X2: posts in other places count",
        "(names.codes[row] == place[pair])",
        "(names.codes[row] >= 0)",
    ),
    ROTATION.where(
        "X3: the first post decides where somebody comes from",
        "order = np.lexsort((start[chosen], pair[chosen]))",
        "order = np.lexsort((-start[chosen], pair[chosen]))",
    ),
    ROTATION.where(
        "X3: a year to the month is still new",
        "(pairs.months - since < recent)",
        "(pairs.months - since <= recent)",
    ),
    ROTATION.where(
        "X5: the two heads are meant as well",
        '& ~posts.texts("post_kind").mask(*WATCHED)',
        '& ~posts.texts("post_kind").mask()',
    ),
    ROTATION.where(
        "X7: the running term counts",
        "ended=True)",
        "ended=False)",
    ),
    LEADERSHIP.where(
        "T1: the month after the last is still in the term",
        "over, soon = at >= end,",
        "over, soon = at > end,",
    ),
    LEADERSHIP.where(
        "T1: a term not on record is in order",
        'yield team_result(rule, "unknown", team, -1, (), *words)',
        'yield team_result(rule, "pass", team, -1, (), *words)',
    ),
    LEADERSHIP.where(
        "X4: one person in both seats is two who changed",
        "abs(one - two) < apart and people[0] != people[1]",
        "abs(one - two) < apart",
    ),
    LEADERSHIP.where(
        "X4: a change at the beginning of a term is no exception",
        "together = recent and not at_term and",
        "together = recent and",
    ),
    STATE.where(
        "P1: the twelfth month is still probation",
        "(seating.as_of - since < limit)",
        "(seating.as_of - since <= limit)",
    ),
    STATE.where(
        "P1: a tenure of which nobody knows whether it was a promotion is none",
        "concerned = kind & (row >= 0) & (promoted != 0)",
        "concerned = kind & (row >= 0) & (promoted == 1)",
    ),
    STATE.where(
        "P1: elected posts have probation",
        "[pairs.posts] != 1\n    recent",
        "[pairs.posts] != 2\n    recent",
    ),
    STATE.where(
        "X1: ten years to the month are not ten years",
        "(at - since >= limit)",
        "(at - since > limit)",
    ),
    STATE.where(
        "X1: a beginning not on record is no long time",
        "long_ago = (since == UNKNOWN) | (at",
        "long_ago = (since != UNKNOWN) & (at",
    ),
    STATE.where(
        "R1: due in exactly six months is not soon",
        "(low <= near)",
        "(low < near)",
    ),
    STATE.where(
        "N1: a full quota is over it",
        "over = have > quota >= 0",
        "over = have >= quota >= 0",
    ),
    STATE.where(
        "N1: without a quota on record all is well",
        "unclear = quota < 0 and have > 0",
        "unclear = quota < -9 and have > 0",
    ),
    STATE.where(
        "N2: a head from outside the base leaves the seat empty",
        "seating.holder[post] == VACANT",
        "seating.holder[post] < 0",
    ),
    STATE.where(
        "A1-A3: a candidate fails before anybody has confirmed it",
        'answer: Answer = "fail" if met.confirmed[row] else "unknown"',
        'answer: Answer = "fail"',
    ),
    HOLDERS.where(
        "Q is asked of holders who were not promoted",
        'promoted = np.append(tenures.ints("promoted"), 0)[row] == 1',
        'promoted = np.append(tenures.ints("promoted"), 0)[row] != 9',
    ),
)
