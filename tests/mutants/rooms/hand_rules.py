"""Sabotages of the rules people answer, of exceptions, parameters and local ages."""

from tests.mutants.sabotage import Place

HAND = Place("rules/hand.py", ("rules/test_hand.py", "rules/test_cases.py"))
EXCEPTIONAL = Place("rules/exceptional.py", ("rules/test_cases.py",))
FAMILY = Place("rules/family.py", ("rules/test_cases.py",))
MOTION = Place("rules/motion.py", ("rules/test_cases.py",))
CHECKLIST = Place("rules/checklist.py", ("rules/test_checklist.py",))
EXCEPTIONS = Place("rules/exceptions.py", ("rules/test_exceptions.py",))
PARAMETERS = Place("rules/parameters.py", ("rules/test_parameters.py",))
SEAT_AGES = Place("rules/seat.py", ("rules/test_cases.py",))
ROUND = Place("rules/leadership.py", ("rules/test_leadership.py", "rules/test_cases.py"))
RETIREMENT = Place("people/retirement.py", ("people/test_retirement.py",))

SABOTAGES = (
    HAND.where(
        "by hand: without an answer it passes as fit for the list",
        "asked = applies.possible & ((told != OPEN) | doubt)",
        "asked = applies.possible",
    ),
    HAND.where(
        "by hand: 待核 bars nobody",
        "doubt = told == DOUBT",
        "doubt = told == 99",
    ),
    HAND.where(
        "by hand: an answer of a later month is seen",
        "fits = pairs.months[part] >= month",
        "fits = pairs.months[part] >= month - 1",
    ),
    HAND.where(
        "by hand: the first answer counts",
        'order = sorted(rows.tolist(), key=lambda i: (int(month[i]), at[i] or "", ids[i]))',
        'order = sorted(rows.tolist(), key=lambda i: (-int(month[i]), at[i] or "", ids[i]))',
    ),
    HAND.where(
        "by hand: an answer about one seat counts in all",
        "fits &= same",
        "fits &= same | True",
    ),
    HAND.where(
        "A5: an answer goes before what is on record",
        "good, bad = open_ & (told == GOOD), open_ & (told == BAD)",
        "good, bad = told == GOOD, open_ & (told == BAD)",
    ),
    EXCEPTIONAL.where(
        "Q13: one reply is enough for all that was broken",
        "replied &= ~missed | _replied(pairs, id, missed)",
        "replied |= ~missed | _replied(pairs, id, missed)",
    ),
    EXCEPTIONAL.where(
        "Q13: without a reply it is in order",
        "fine = ~applies | replied | (told == hand.GOOD)",
        "fine = ~applies | replied | (told != hand.BAD)",
    ),
    EXCEPTIONAL.where(
        "Q12: two years as deputy do not matter",
        '    "Q4": qualification.deputy_years,\n',
        "",
    ),
    FAMILY.where(
        "A4: brothers are of the closest family",
        "mask(*_spouses(), *CHILDREN, *CHILDREN_IN_LAW)",
        'mask(*_spouses(), *CHILDREN, *CHILDREN_IN_LAW, "弟弟")',
    ),
    FAMILY.where(
        "K5: one child abroad is enough",
        "(not mates and away and not here)",
        "(not mates and away)",
    ),
    FAMILY.where(
        "K5: a spouse at home does not matter",
        "(not mates and away and not here)",
        "(away and not mates[1:])",
    ),
    MOTION.where(
        "N3: due in six months is not soon",
        "leaves = Tri(high <= pairs.months + near, low <= pairs.months + near)",
        "leaves = Tri(high < pairs.months + near, low <= pairs.months + near)",
    ),
    MOTION.where(
        "N3: a seat that is held is free",
        "free = (holder == VACANT) | (holder == pairs.people)",
        "free = (holder == VACANT) | (holder != pairs.people)",
    ),
    ROUND.where(
        "X6: half a year ago is still this round",
        "fresh = since >= 0 and at - since < recent and not at_term",
        "fresh = since >= 0 and at - since <= recent and not at_term",
    ),
    ROUND.where(
        "X6: a third of the team is too many",
        'answer: Answer = "fail" if sure > limit else',
        'answer: Answer = "fail" if sure >= limit else',
    ),
    SEAT_AGES.where(
        "R2: the line of 乡科级 is that of all",
        "section = (rank >= 0) & (rank < retirement.COUNTY_RANK)",
        "section = (rank >= 0) & (rank < 0)",
    ),
    SEAT_AGES.where(
        "R2: heads of 人大 leave as others do",
        '((section, "section"), (category[layout.team], "congress"))',
        '((section, "section"),)',
    ),
    CHECKLIST.where(
        "check list: Q7 is asked for ever",
        'asked = asked & (seating.as_of - since < int(book[id].parameters["months"]))',
        "asked = asked & (seating.as_of - since < 1200)",
    ),
    CHECKLIST.where(
        "check list: A8 is asked of Han cadres",
        '(ethnicity.codes >= 0) & ~ethnicity.mask("汉族")',
        "ethnicity.codes >= 0",
    ),
    CHECKLIST.where(
        "check list: T6 is asked of every team",
        "return set(team[open_ & _in_autonomy(pairs)].tolist())",
        "return set(team[open_].tolist())",
    ),
    EXCEPTIONS.where(
        "exceptions: a rule without waiver accepts one",
        'if rule.waiver == "none":',
        'if rule.waiver == "never":',
    ),
    EXCEPTIONS.where(
        "exceptions: they hold in their last month",
        "month < given.end)",
        "month <= given.end)",
    ),
    EXCEPTIONS.where(
        "exceptions: they cover everybody's results",
        "(given.person is None or given.person in people)",
        "(given.person is None or bool(people))",
    ),
    EXCEPTIONS.where(
        "exceptions: those of a plan hold everywhere",
        "if each.scenario is None:",
        "if each.scenario != '':",
    ),
    PARAMETERS.where(
        "parameters: pairs are not compared",
        "    _check_together({**rule.parameters, **values})\n",
        "",
    ),
    PARAMETERS.where(
        "parameters: the bound itself is refused",
        "one.least <= value <= one.most or",
        "one.least < value <= one.most or",
    ),
    RETIREMENT.where(
        "flexible retirement: before the original age",
        "return max(due_month - EARLY_MONTHS, birth + 12 * LINES[age_years].age_years)",
        "return due_month - EARLY_MONTHS",
    ),
)
