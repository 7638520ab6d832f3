"""Sabotages of judging: measured values, targets, satisfaction, state of a team."""

from tests.mutants.sabotage import Place

JUDGE = Place(
    "assessment/judge.py",
    ("assessment/test_judge.py", "assessment/test_judge_seats.py"),
)
MEASURE = Place("assessment/measure.py", ("assessment/test_measure.py",))
TARGET = Place("assessment/target.py", ("assessment/test_target.py",))
TEAM = Place("assessment/team.py", ("assessment/test_team.py",))
VECTOR = Place("assessment/vector.py", ("assessment/test_judge.py",))
WORLD = Place("assessment/world.py", ("assessment/test_world.py", "assessment/test_judge.py"))
FLAGS = Place("assessment/flags.py", ("assessment/test_flags.py",))
FIGURES = Place("assessment/figures.py", ("assessment/test_flags.py",))
REMINDERS = Place("assessment/reminders.py", ("assessment/test_reminders.py",))
GRADES = Place("assessment/grades.py", ("assessment/test_grades.py",))
FORECAST = Place("assessment/forecast.py", ("assessment/test_forecast.py",))
LEAVING = Place("assessment/leaving.py", ("assessment/test_forecast.py",))
READS = Place("assessment/reads.py", ("assessment/test_reads.py",))
CAUSES = Place("assessment/causes.py", ("assessment/test_causes.py",))
COMPARING = Place("assessment/comparing.py", ("assessment/test_comparing.py",))
INDICATORS = Place("people/indicator_system.py", ("assessment/test_filling.py",))
FILLING = Place("assessment/filling.py", ("assessment/test_filling.py",))

SABOTAGES = (
    INDICATORS.where(
        "indicators: a change acts on the periods before it",
        "return self.since is None or periods.last_month(*self.since) <= month",
        "return self.since is None or periods.last_month(*self.since) <= month + 12",
    ),
    FILLING.where(
        "indicators: a change may begin where there are scores",
        "if periods.last_month(*begin) < periods.last_month(*free):",
        "if periods.last_month(*begin) < periods.last_month(*told[0]):",
    ),
    FORECAST.where(
        "forecast: a version that comes into force is not noticed",
        "if before.models_differ(month):",
        "if before.models_differ(before.as_of):",
    ),
    FORECAST.where(
        "forecast: a seat that is left is not noticed",
        "other = np.flatnonzero(before.seating.holder != holder)",
        "other = np.flatnonzero(holder != holder)",
    ),
    LEAVING.where(
        "leaving: in the month itself nobody has left",
        "reached = (high <= seating.as_of) & (high < OPEN)",
        "reached = (high < seating.as_of) & (high < OPEN)",
    ),
    READS.where(
        "reads: a number that is another is not noticed",
        "rows = ends | gaps | (before.absent != after.absent)",
        "rows = gaps | (before.absent != after.absent)",
    ),
    CAUSES.where(
        "causes: who leaves by age is a change of the records",
        'yield Cause("left", person, rule)',
        'yield Cause("went", person, rule)',
    ),
    COMPARING.where(
        "comparing: what is not known is met",
        'sure = sum(verdict == "green" for _, verdict in verdicts)',
        'sure = sum(verdict in ("green", "unknown") for _, verdict in verdicts)',
    ),
    FLAGS.where(
        "W2: one poor year is enough for three",
        "for k in range(1, years + 1)",
        "for k in range(1, 2)",
    ),
    FLAGS.where(
        "W5: people whose age is not known are old",
        "if 100 * (len(young) + open_) >= share * size",
        "if 100 * len(young) >= share * size",
    ),
    FLAGS.where(
        "W5: the share itself is below the share",
        "if 100 * len(young) >= share * size:",
        "if 100 * len(young) > share * size:",
    ),
    FLAGS.where(
        "W6: a third is not yet many",
        "count * parts >= size)",
        "count * parts > size)",
    ),
    FLAGS.where(
        "W9: nothing on record is a clear record",
        'return "unknown", f"“{name}”未登记", ()',
        'return "pass", f"“{name}”未登记", ()',
    ),
    FLAGS.where(
        "W10: this year only",
        'months.year_of(world.as_of) - int(rule.parameters["years"]), 1)',
        "months.year_of(world.as_of), 1)",
    ),
    FLAGS.where(
        "W3, W11: what is unknown is in order",
        'for answer in ("fail", "unknown"):',
        'for answer in ("fail",):',
    ),
    FIGURES.where(
        "the first of a group is its last",
        "return self.of - self.place + 1",
        "return self.place",
    ),
    REMINDERS.where(
        "the last month asked for is left out",
        "if first <= each.month <= last",
        "if first <= each.month < last",
    ),
    GRADES.where(
        "the year under way is judged already",
        "full = (month < (year + 1) * 12) | (year >= last)",
        "full = (month < (year + 1) * 12) | (year > last)",
    ),
    GRADES.where(
        "a year after the years were full delays as well",
        "full = (month < (year + 1) * 12) | (year >= last)",
        "full = year >= last",
    ),
    GRADES.where(
        "a good year counts before it is over",
        "month = np.maximum(since[who] + np.maximum(need[who] - gained, 0), year * 12)",
        "month = since[who] + np.maximum(need[who] - gained, 0)",
    ),
    GRADES.where(
        "a year nobody recorded was a good one at worst",
        "np.where(told.worst > 0, shorter, -longer * (told.worst < 0)), -longer",
        "np.where(told.worst > 0, shorter, -longer * (told.worst < 0)), shorter",
    ),
    JUDGE.where(
        "a seat of which 占职数 is not recorded never counts",
        "(held != VACANT) & (quota != 0)",
        "(held != VACANT) & (quota == 1)",
    ),
    JUDGE.where(
        "a share of nobody is a share of none",
        "if len(members) or requirement.lo is None:",
        "if len(members) >= 0:",
    ),
    JUDGE.where(
        "who may meet a requirement sheet surely does not",
        "high + bool(sure or possible)",
        "high + bool(sure)",
    ),
    MEASURE.where(
        "count: unknown is taken for yes",
        "sure, possible = answers.sure[members], answers.possible[members]",
        "sure, possible = answers.possible[members], answers.possible[members]",
    ),
    MEASURE.where(
        "every: unknown is taken for a breach",
        "sure, possible = ~answers.possible[members], ~answers.sure[members]",
        "sure, possible = ~answers.sure[members], ~answers.sure[members]",
    ),
    MEASURE.where(
        "mean: those without a value are left out of the denominator",
        "low = float(numbers.floor(members).sum()) / len(members)",
        "low = float(numbers.floor(members).sum())"
        " / max(1, _times(~(numbers.absent | numbers.may_be_absent)[members]))",
    ),
    MEASURE.where(
        "extent: one person's doubt counts as a difference",
        "np.fill_diagonal(spans, 0.0)",
        "spans = spans + 0.0",
    ),
    MEASURE.where(
        "ladder: the upper edge of a rung does not belong to it",
        "value <= rung.high",
        "value < rung.high",
    ),
    MEASURE.where(
        "ladder: who may have no value surely stands on a rung",
        "found.add(-1)",
        "found.discard(-1)",
    ),
    MEASURE.where(
        "ladder: too many on a rung is no miss",
        "max(0, there - rung.at_most)",
        "max(0, there - rung.at_most - 1)",
    ),
    MEASURE.where(
        "cover: one member more than asked is needed",
        "covered = sum(have >= each for",
        "covered = sum(have > each for",
    ),
    MEASURE.where(
        "distinct: unknown members take values the domain does not have",
        "high = len(seen) + min(blank, room)",
        "high = len(seen) + blank",
    ),
    MEASURE.where(
        "concentration: unknown members never have to share",
        "if not blank or values.absent_possible:\n        return top, high",
        "if not blank or values.domain:\n        return top, high",
    ),
    TARGET.where(
        "tolerance of counts is floor(n / 2)",
        "float(math.floor(bound / 2) + 1)",
        "float(math.floor(bound / 2))",
    ),
    TARGET.where(
        "a full quota counts as over it",
        "x > target.ceiling",
        "x >= target.ceiling",
    ),
    TARGET.where(
        "tolerance 0 forgives everything",
        "if slack > 0 else 0.0",
        "if slack > 0 else 1.0",
    ),
    TARGET.where(
        "tolerance of a mean is a tenth",
        "float(bound) / 20",
        "float(bound) / 10",
    ),
    TARGET.where(
        "unknown is judged red",
        "if s_high == 0.0:",
        "if s_low == 0.0:",
    ),
    TARGET.where(
        "an interval that touches the target between its ends does not satisfy it",
        "inner = [min(max(b, low), high) for b",
        "inner = [low for b",
    ),
    TEAM.where(
        "a veto in doubt is a veto",
        "each.veto and each.s_high < 1.0",
        "each.veto and each.s_low < 1.0 and each.s_high <= 1.0",
    ),
    TEAM.where(
        "a veto in doubt does not weigh on the pessimistic end",
        "if any(each.veto and each.s_low < 1.0 for each in findings):",
        "if any(each.veto and each.s_low < 0.0 for each in findings):",
    ),
    TEAM.where(
        "on the red line is red",
        "if score < model.red:",
        "if score <= model.red:",
    ),
    TEAM.where(
        "on the green line is not green",
        "score >= model.green",
        "score > model.green",
    ),
    TEAM.where(
        "green in spite of a red finding",
        "all(s > 0.0 for s in satisfied)",
        "all(s >= 0.0 for s in satisfied)",
    ),
    VECTOR.where(
        "an outsider surely fails every condition",
        "np.append(answer.possible, True)",
        "np.append(answer.possible, False)",
    ),
    WORLD.where(
        "several outsiders count as one",
        "* held.count(OUTSIDER)",
        "* min(1, held.count(OUTSIDER))",
    ),
)
