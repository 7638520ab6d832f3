"""Sabotages of the appointment and state rules: each border, unknown, near-miss months."""

from tests.mutants.sabotage import Place

STATE = Place("rules/state.py", ("rules/test_state.py",))
SEATS = Place("rules/seats.py", ("rules/test_state.py", "rules/test_seat.py"))
SEAT = Place("rules/seat.py", ("rules/test_seat.py",))
APPOINTMENT = Place("rules/appointment.py", ("rules/test_appointment.py", "rules/test_state.py"))
QUALIFICATION = Place("rules/qualification.py", ("rules/test_qualification.py",))
SANCTION = Place("rules/sanction.py", ("rules/test_sanction.py",))
PAIRS = Place("rules/pairs.py", ("rules/test_pairs.py",))
RUNS = Place("rules/runs.py", ("rules/test_runs.py",))
HOLDERS = Place("rules/holders.py", ("rules/test_holders.py",))
RECUSAL = Place("rules/recusal.py", ("rules/test_recusal.py",))
KINSHIP = Place("rules/kinship.py", ("rules/test_kinship.py",))
HISTORY = Place("rules/history.py", ("rules/test_qualification.py",))
TERMS = Place("rules/terms.py", ("rules/test_terms.py",))
ROTATION = Place("rules/rotation.py", ("rules/test_rotation.py",))
LEADERSHIP = Place("rules/leadership.py", ("rules/test_terms.py", "rules/test_leadership.py"))
HOME = Place("rules/home.py", ("rules/test_home.py",))
SECTION = Place("rules/section.py", ("rules/test_section.py",))

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
    HOME.where(
        "A6: nothing known is in order",
        "(~here & (home != UNKNOWN))",
        "~here",
    ),
    HOME.where(
        "A7: the county alone is in order",
        "(hometown.codes[pairs.people] == UNKNOWN) | county",
        "(hometown.codes[pairs.people] == UNKNOWN) | (county & ~county)",
    ),
    SECTION.where(
        "Q14: three years to the month are not three years",
        "long = have >= need",
        "long = have > need",
    ),
    SECTION.where(
        "Q14: other work never stands for a clerk's",
        "| (other >= need)",
        "| (other >= need + 1200)",
    ),
    SECTION.where(
        "Q14: schooling does not matter",
        "unschooled = ~is_head & (schooling >= 0) & ~schooled",
        "unschooled = ~is_head & (schooling >= 99) & ~schooled",
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
    SEATS.where(
        "N1: outsiders take no quota",
        "outside = group[(group >= 0) & (holder == OUTSIDER)]",
        "outside = group[:0]",
    ),
    SEAT.where(
        "N1: nobody may take the last seat of a quota",
        "& (after <= quota)), ~applies",
        "& (after < quota)), ~applies",
    ),
    SEAT.where(
        "N1: the present holder is not gone",
        "after = _at(full.filled, at) - leaves - here + 1",
        "after = _at(full.filled, at) - here + 1",
    ),
    SEAT.where(
        "A5: a home area that is not known is another one",
        "unclear = (home == UNKNOWN) | (~known & (home != ABSENT))",
        "unclear = (home == ABSENT) & (home == UNKNOWN)",
    ),
    SEAT.where(
        "M1: an unknown nationality is a wrong one",
        "unclear = (mine < 0) | open_list",
        "unclear = open_list",
    ),
    SEAT.where(
        "R1: in the month it falls due retirement is not reached",
        "Tri(pairs.months < low, pairs.months < high)",
        "Tri(pairs.months <= low, pairs.months <= high)",
    ),
    SEAT.where(
        "R2: in the month of the birthday the age is not reached",
        "(pairs.months < early)",
        "(pairs.months <= early)",
    ),
    APPOINTMENT.where(
        "R1: reached this month is only soon",
        "rule.severity if at >= low else",
        "rule.severity if at > low else",
    ),
    APPOINTMENT.where(
        "warnings bar people from a post",
        'if rule.severity == "forbid":',
        'if rule.severity != "note":',
    ),
    APPOINTMENT.where(
        "a near miss names a month that has passed",
        'month=month if answer == "fail" and month > pairs.months[i] else None',
        'month=month if answer == "fail" else None',
    ),
    QUALIFICATION.where(
        "Q1: five years to the month are not five years",
        "(pairs.months - start >= need)",
        "(pairs.months - start > need)",
    ),
    QUALIFICATION.where(
        "Q2: two years to the month are not two years",
        "enough = (total >= need)",
        "enough = (total > need)",
    ),
    QUALIFICATION.where(
        "Q2: a career not wholly understood counts as no",
        "Tri(enough, enough | more | found.open[people])",
        "Tri(enough, enough | more)",
    ),
    QUALIFICATION.where(
        "Q4, Q5: the months to the day are not enough",
        "(months_there >= need)",
        "(months_there > need)",
    ),
    QUALIFICATION.where(
        "Q4, Q5: the near miss is a month late",
        "(own.since >= 0), own.since + need, UNKNOWN)",
        "(own.since >= 0), own.since + need + 1, UNKNOWN)",
    ),
    QUALIFICATION.where(
        "Q9: years in the Party to the month are not enough",
        "(pairs.months - joined >= need)",
        "(pairs.months - joined > need)",
    ),
    QUALIFICATION.where(
        "Q rules are asked of posts of one's own level",
        "where = pairs.above & applies",
        "where = applies",
    ),
    SANCTION.where(
        "S3, S4: a post of one's own level is open",
        'if rule.parameters.get("same_level"):',
        'if rule.parameters.get("same level"):',
    ),
    SANCTION.where(
        "S: a sanction of unknown kind surely bars",
        "bool(sure[i]) and kind is not None",
        "bool(sure[i])",
    ),
    SANCTION.where(
        "K3: an appraisal at the edge of the years is too old",
        "recent = latest >= pairs.months // 12 - span",
        "recent = latest > pairs.months // 12 - span",
    ),
    SANCTION.where(
        "S: of two sanctions the shorter one decides until when",
        "if ends.high[i] > until[person]:",
        "if until[person] < 0 or ends.high[i] < until[person]:",
    ),
    PAIRS.where(
        "a post of one's own level is a promotion",
        "(target > standing.high)",
        "(target >= standing.high)",
    ),
    PAIRS.where(
        "holding a grade and no level counts as the lowest level",
        "high = np.where(low == UNKNOWN, history.TOP_RANK, low)",
        "high = np.where(low == UNKNOWN, 1, low)",
    ),
    RUNS.where(
        "stretches that touch are broken",
        "base[1:] + start[1:] > reach[:-1]",
        "base[1:] + start[1:] >= reach[:-1]",
    ),
    RUNS.where(
        "in the month a stretch ends it still holds",
        "(self.end[at] > at_month)",
        "(self.end[at] >= at_month)",
    ),
    HISTORY.where(
        "Q2: 挂职 counts as grassroots work",
        'return held if secondment else held & (rows.ints("secondment") != 1)',
        "return held",
    ),
    HOLDERS.where(
        "Q is asked of holders who were not promoted",
        'promoted = np.append(tenures.ints("promoted"), 0)[row] == 1',
        'promoted = np.append(tenures.ints("promoted"), 0)[row] != 9',
    ),
    RECUSAL.where(
        "A1: a relative in the very seat stands in the way",
        "_clash(snapshot, rule, post, seat, who) & (seat != post)",
        "_clash(snapshot, rule, post, seat, who)",
    ),
    RECUSAL.where(
        "A2: a relative below is none",
        "seated & (over | under) &",
        "seated & over &",
    ),
    KINSHIP.where(
        "a relation somebody has dismissed stands",
        'if state == "排除":',
        'if state == "删除":',
    ),
    KINSHIP.where(
        "the dead have relatives in office",
        "if dead or owner < 0 or",
        "if owner < 0 or",
    ),
    KINSHIP.where(
        "a relation somebody has confirmed is still a candidate",
        'state == "确认" or known',
        'state == "已确认" or known',
    ),
)
