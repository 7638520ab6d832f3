"""Q14: promotion to posts of 乡科级, for which the rules on civil servants stand, not 第八条."""

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri
from leadership_model.people import codes
from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import history
from leadership_model.rules.exception import highest_schooling
from leadership_model.rules.pairs import Pairs, Verdicts, Words
from leadership_model.rules.qualification import asked, level_name, span
from leadership_model.rules.rule import Rule
from leadership_model.rules.runs import Runs, join

HEAD = codes.ranks("levels")["乡科级正职"]
DEPUTY = codes.ranks("levels")["乡科级副职"]
CLERK = codes.ranks("levels")["科员"]
FIRST_CLERK = codes.ranks("grades")["一级科员"]


def section_years(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q14: to deputy 大专 and so many months as 科员, to head so many months as deputy.

    Other work may be 相当 to that of a 科员: only local rules can say, so it leaves Q14 unknown.
    """
    is_head, is_deputy = pairs.target == HEAD, pairs.target == DEPUTY
    need = np.where(
        is_head, int(rule.parameters["months_deputy"]), int(rule.parameters["months_clerk"])
    )
    below = np.where(is_head, DEPUTY, CLERK).astype(np.int32)
    have, known = _months_below(pairs, below)
    other = _months_at_work(pairs, is_deputy)
    schooling = highest_schooling(pairs.snapshot)[pairs.people]
    schooled = is_head | (schooling >= rule.parameters["rank"])
    unschooled = ~is_head & (schooling >= 0) & ~schooled
    long = have >= need
    above = pairs.standing.low > below
    passes = Tri(
        (long | above) & schooled,
        (long | above | ~known | (other >= need)) & ~unschooled & (pairs.target >= 0),
    )
    concerned = is_head | is_deputy
    begun = pairs.standing.since
    now = (pairs.standing.low == below) & (begun >= 0)
    cure = np.where(now & ~unschooled, begun + need, UNKNOWN)

    def words(i: int) -> Words:
        level = level_name(int(below[i]))
        wanted = f"任{level}满{span(int(need[i]))}" + ("" if is_head[i] else "，大专以上")
        served = f"{level}{span(int(have[i]))}"
        if unschooled[i]:
            return "学历低于大专", wanted, f"登记的最高学历低于大专；{served}。"
        if other[i] >= need[i] and not long[i]:
            text = f"{served}，另有企事业、村社区等工作经历，是否相当按本地规定核。"
            return f"{served}，相当经历待核", wanted, text
        if not known[i] and not long[i]:
            return f"{level}年限待核", wanted, f"任{level}的起始时间未登记或简历未完全识别。"
        since = f"{months.show(int(begun[i]))}起，" if now[i] else ""
        return served, wanted, f"{since}按登记和简历，任{level}{span(int(have[i]))}。"

    return asked(pairs, Tri(concerned, concerned | (pairs.target < 0)), passes, cure, words)


def _months_at_work(pairs: Pairs, concerned: Bools) -> Ints:
    """Count the months in any post held by the career, where that may stand for 科员."""
    snapshot = pairs.snapshot

    def make() -> Runs:
        rows, (held, _) = snapshot["career_entry"], history.held_rows(snapshot)
        end = np.minimum(rows.ints("end")[held], OPEN)
        return join(len(snapshot.people), rows.owners()[held], rows.ints("start")[held], end)

    runs = snapshot.remember("rules work", make)
    return np.where(concerned, runs.total(pairs.people, pairs.months), 0).astype(np.int32)


def _months_below(pairs: Pairs, below: Ints) -> tuple[Ints, Bools]:
    """Count months at the level below: by the record, the grade, the career; and if that is all."""
    standing, people = pairs.standing, pairs.snapshot.people
    recorded = (standing.low == below) & (standing.high == below) & (standing.since >= 0)
    have = np.where(recorded, pairs.months - standing.since, 0)
    grade = people.texts("grade").mapped(codes.ranks("grades"))[pairs.people]
    since = people.ints("grade_since")[pairs.people]
    graded = (below == CLERK) & (grade >= FIRST_CLERK) & (since >= 0)
    have = np.where(graded, np.maximum(have, pairs.months - since), have)
    for rank in (CLERK, DEPUTY):
        here = below == rank
        if here.any():
            runs = history.levels(pairs.snapshot, rank)
            total = runs.total(pairs.people[here], pairs.months[here])
            have[here] = np.maximum(have[here], total)
    known: Bools = recorded | graded | history.complete(pairs.snapshot)[pairs.people]
    return have.astype(np.int32), known
