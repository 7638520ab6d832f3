"""Sabotages of the appointment rules: each border, unknown, near-miss months."""

from tests.mutants.sabotage import Place

SEATS = Place("rules/seats.py", ("rules/test_state.py", "rules/test_seat.py"))
SEAT = Place("rules/seat.py", ("rules/test_seat.py",))
APPOINTMENT = Place("rules/appointment.py", ("rules/test_appointment.py", "rules/test_state.py"))
QUALIFICATION = Place("rules/qualification.py", ("rules/test_qualification.py",))
SANCTION = Place("rules/sanction.py", ("rules/test_sanction.py",))
PAIRS = Place("rules/pairs.py", ("rules/test_pairs.py",))
RUNS = Place("rules/runs.py", ("rules/test_runs.py",))
RECUSAL = Place("rules/recusal.py", ("rules/test_recusal.py",))
KINSHIP = Place("rules/kinship.py", ("rules/test_kinship.py",))
HISTORY = Place("rules/history.py", ("rules/test_qualification.py",))
HOME = Place("rules/home.py", ("rules/test_home.py",))
SECTION = Place("rules/section.py", ("rules/test_section.py",))

SABOTAGES = (
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
        "rule if at >= low else noted",
        "rule if at > low else noted",
    ),
    APPOINTMENT.where(
        "warnings bar people from a post",
        'if rule.severity == "forbid":',
        'if rule.severity != "note":',
    ),
    APPOINTMENT.where(
        "a near miss names a month that has passed",
        "cured = month if month > pairs.months[i] else None",
        "cured = month",
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
