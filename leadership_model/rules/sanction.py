"""Sanctions in force (S1-S6) and who may not be put up for inspection (K3, K6)."""

from dataclasses import dataclass

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri
from leadership_model.people import codes, sanctions
from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.pairs import SANCTIONS, Pairs, Verdicts, Words, lasting
from leadership_model.rules.rule import Rule

POOR = ("基本称职", "不称职")


@dataclass(frozen=True, slots=True)
class InForce:
    """Who is under a sanction at a month: surely, possibly, and which row lasts longest."""

    surely: Bools
    possibly: Bools
    row: Ints  # row of the sanction table, -1 none
    until: Ints  # first month out of force, OPEN where not known


def no_promotion(pairs: Pairs, rule: Rule) -> Verdicts:
    """S1-S6: no promotion while a sanction of the rule is in force.

    Parameter `same_level` 1: no post of the person's own level either.
    """
    found = _at_each(pairs, (rule.id,))
    where = pairs.above
    if rule.parameters.get("same_level"):
        same_low, same_high = (
            pairs.target >= pairs.standing.high,
            pairs.target >= pairs.standing.low,
        )
        where = Tri((pairs.target >= 0) & same_low, (pairs.target < 0) | same_high)
    return _verdicts(pairs, where, found, "不在影响期内")


def not_under_measure(pairs: Pairs, _rule: Rule) -> Verdicts:
    """K6: no sanction, 诫勉 or 组织处理 in force."""
    return _verdicts(
        pairs, pairs.above, _at_each(pairs, SANCTIONS), "处分、诫勉、组织处理均已过影响期"
    )


def appraised(pairs: Pairs, rule: Rule) -> Verdicts:
    """K3: the latest yearly appraisal on record is not 基本称职 or lower."""
    span = int(rule.parameters["years"])
    latest, row = np.zeros(len(pairs), np.int32), np.zeros(len(pairs), np.int32)
    for month in np.unique(pairs.months):
        here = pairs.months == month
        year = months.year_of(int(month))
        last, rows = _latest(pairs.snapshot, year)
        latest[here], row[here] = last[pairs.people[here]], rows[pairs.people[here]]
    result = pairs.snapshot["appraisal"].texts("result")
    recent = latest >= pairs.months // 12 - span
    coded = np.append(result.codes, UNKNOWN)[row]
    poor = np.append(result.mask(*POOR), False)[row] & recent
    fine = recent & ~poor & (coded >= 0)

    def words(i: int) -> Words:
        if not recent[i]:
            return "年度考核待核", "上年度考核称职以上", f"近{span}年没有登记年度考核结果。"
        grade = result.at(int(row[i])) or "结果未登记"
        return f"{latest[i]}年度{grade}", "称职以上", f"{latest[i]}年度考核{grade}。"

    ok = ~pairs.above | Tri(fine, ~poor)
    return lasting(ok, pairs.above.possible, words)


def in_force(snapshot: Snapshot, rule: str, month: int, periods: dict[str, float]) -> InForce:
    """Say who is under a sanction of a rule at a month; a kind not known counts for S1 to S5."""
    key = ("rules sanctions", rule, month, tuple(sorted(periods.items())))
    return snapshot.remember(key, lambda: _in_force(snapshot, rule, month, periods))


def describe(snapshot: Snapshot, found: InForce, person: int) -> tuple[str, str]:
    """Say what is in force for one person: (have, evidence)."""
    if found.row[person] < 0:
        return "无影响期内的处分（仅就已登记）", "没有登记影响期内的处分或处理。"
    record = snapshot["sanction"].record(int(found.row[person]))
    kind = record.kind or "处分种类待核"
    when = months.show(record.month) if record.month is not None else "时间待核"
    until = int(found.until[person])
    end = f"影响期至{months.show(until)}" if until < OPEN else "影响期届满时间待核"
    return f"{kind}，{end}", f"{when}受{kind}，{end}。"


def _verdicts(pairs: Pairs, where: Tri, found: InForce, need: str) -> Verdicts:
    """Turn what is in force for each pair into answers."""
    ok = ~where | ~Tri(found.surely, found.possibly)
    cure = np.where(found.surely & (found.until < OPEN), found.until, UNKNOWN).astype(np.int32)

    def words(i: int) -> Words:
        have, evidence = describe(pairs.snapshot, found, i)
        return have, need, evidence

    return Verdicts(ok, where.possible, cure, words)


def _at_each(pairs: Pairs, rules: tuple[str, ...]) -> InForce:
    """Give what is in force for each pair at its own month, the longest of several rules."""
    size = len(pairs)
    whole = InForce(
        np.zeros(size, np.bool_),
        np.zeros(size, np.bool_),
        np.full(size, -1, np.int32),
        np.full(size, UNKNOWN, np.int32),
    )
    for month in np.unique(pairs.months):
        here = np.flatnonzero(pairs.months == month)
        people = pairs.people[here]
        for rule in rules:
            found = in_force(pairs.snapshot, rule, int(month), dict(pairs.periods))
            whole.surely[here] |= found.surely[people]
            whole.possibly[here] |= found.possibly[people]
            longer = found.until[people] > whole.until[here]
            whole.row[here[longer]] = found.row[people[longer]]
            whole.until[here[longer]] = found.until[people[longer]]
    return whole


def _in_force(snapshot: Snapshot, rule: str, month: int, periods: dict[str, float]) -> InForce:
    table, size = snapshot["sanction"], len(snapshot.people)
    surely, possibly = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    row, until = np.full(size, -1, np.int32), np.full(size, UNKNOWN, np.int32)
    ends = sanctions.end_spans(table, periods)
    sure, may = sanctions.in_force(table.ints("month"), ends, month)
    owner, spelled = table.owners(), codes.spellings("sanctions")
    rule_of = codes.values("sanctions", "rule")
    for i in np.flatnonzero(may & (owner >= 0)):
        kind = spelled.get(table.raw("kind")[i] or "")
        if rule_of[kind] != rule if kind else rule == "S6":
            continue
        person = owner[i]
        surely[person] |= bool(sure[i]) and kind is not None
        possibly[person] = True
        if ends.high[i] > until[person]:
            row[person], until[person] = i, ends.high[i]
    return InForce(surely, possibly, row, until)


def _latest(snapshot: Snapshot, year: int) -> tuple[Ints, Ints]:
    """Give the last year before `year` with an appraisal on record, and its row (-1 none)."""
    return snapshot.remember(("rules appraisal", year), lambda: _last_row(snapshot, year))


def _last_row(snapshot: Snapshot, year: int) -> tuple[Ints, Ints]:
    table, size = snapshot["appraisal"], len(snapshot.people)
    last, row = np.full(size, UNKNOWN, np.int32), np.full(size, -1, np.int32)
    years, owner = table.ints("year"), table.owners()
    rows = np.flatnonzero((years < year) & (years > 0) & (owner >= 0))
    rows = rows[np.argsort(years[rows], kind="stable")]
    last[owner[rows]], row[owner[rows]] = years[rows], rows
    return last, row
