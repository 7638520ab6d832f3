"""Qualification rules Q1, Q2, Q4, Q5, Q9 of the 选拔任用工作条例, each with one meaning.

They speak of posts at 县处级 and above, and only when the post's level is above the person's.
"""

from collections.abc import Callable

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri, certain
from leadership_model.people import codes
from leadership_model.people.disputes import reason, settled
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.retirement import COUNTY_RANK
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.people.verified import CAREER, PARTY, WORK
from leadership_model.rules import history
from leadership_model.rules.pairs import Pairs, Standing, Verdicts, Words
from leadership_model.rules.rule import Rule

CITY_RANK = codes.ranks("levels")["厅局级副职"]
BY_GRADE = "职级转任领导职务按本地规定核"


def work_years(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q1: so many months of work since 参加工作时间, for posts at 县处级 and above."""
    need = int(rule.parameters["months"])
    start = settled(pairs.snapshot, "work_start")[pairs.people]
    enough = (start >= 0) & (pairs.months - start >= need)
    passes = Tri(enough, enough | (start == UNKNOWN))

    def words(i: int) -> Words:
        if start[i] < 0:
            told = reason(pairs.snapshot, int(pairs.people[i]), WORK)
            return "参加工作时间待核", f"工龄满{need}个月", told or "参加工作时间未登记，工龄待核。"
        have = int(pairs.months[i] - start[i])
        shown = months.show(int(start[i]))
        return (
            f"工龄{span(have)}",
            f"满{span(need)}",
            f"{shown}参加工作，至{months.show(int(pairs.months[i]))}工龄{span(have)}。",
        )

    return asked(pairs, county(pairs), passes, np.where(start >= 0, start + need, UNKNOWN), words)


def grassroots(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q2: so many months of grassroots work, for posts at 县处级 and above.

    Overlapping rows count once, time of study and 其间 rows never. Where the career is not
    complete, the form's own answer 是 decides; otherwise it stays unknown.
    """
    need = int(rule.parameters["months"])
    found = history.grassroots(pairs.snapshot, secondment=bool(rule.parameters["secondment"]))
    people, until = pairs.people, pairs.months
    total = found.surely.total(people, until)
    enough = (total >= need) | (found.open[people] & found.recorded[people])
    more = found.possibly.total(people, until) >= need
    passes = Tri(enough, enough | more | found.open[people])
    now = found.surely.since(people, until) >= 0
    cure = np.where(now & (total < need), until + need - total, UNKNOWN)

    def words(i: int) -> Words:
        have = f"基层工作经历{span(int(total[i]))}"
        if found.open[people[i]]:
            have = f"已识别的{have}"
        if enough[i] and total[i] < need:
            return (
                have,
                f"满{span(need)}",
                "简历未完全识别，任免审批表登记为具有两年以上基层工作经历。",
            )
        told = reason(pairs.snapshot, int(people[i]), CAREER)
        if told:
            return have, f"满{span(need)}", told
        return have, f"满{span(need)}", f"按简历累计，{have}（学习、其间、挂职时间不计）。"

    return asked(pairs, county(pairs), passes, cure, words)


def deputy_years(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q4: from deputy to head so many months as deputy, for head levels at 县处级 and above."""
    return _years_below(pairs, rule, head=True)


def lower_head_years(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q5: from head of the lower level to deputy of the upper so many months as head."""
    return _years_below(pairs, rule, head=False)


def party_age(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q9: Party posts ask for full membership, committees of a county or city for years of it."""
    people = pairs.snapshot.people
    committee, party_post, full_member = pairs.snapshot.remember(
        "rules party", lambda: _party_masks(pairs.snapshot)
    )
    committee = committee[pairs.posts]
    need = np.where(committee, rule.parameters["months_county"], rule.parameters["months_other"])
    need = np.where(pairs.target >= CITY_RANK, rule.parameters["months_city"], need).astype(int)
    party = people.texts("party")
    joined = settled(pairs.snapshot, "party_joined")[pairs.people]
    member = full_member[pairs.people]
    unclear = party.codes[pairs.people] == UNKNOWN
    never = joined == ABSENT
    enough = (joined >= 0) & (pairs.months - joined >= need)
    sure = member & (enough | ((need == 0) & ~never))
    passes = Tri(sure, (member | unclear) & ~never & (enough | (joined == UNKNOWN)) | sure)
    cure = np.where(member & (joined >= 0), joined + need, UNKNOWN)
    applies = certain(party_post[pairs.posts])

    def words(i: int) -> Words:
        wanted = f"党龄满{span(int(need[i]))}" if need[i] else "中共正式党员"
        face = party.at(int(pairs.people[i]))
        if joined[i] < 0:
            told = reason(pairs.snapshot, int(pairs.people[i]), PARTY)
            text = f"政治面貌{face or '未登记'}，无可核的入党时间。"
            return face or "政治面貌待核", wanted, told or text
        have = int(pairs.months[i] - joined[i])
        return (
            f"{face or '政治面貌待核'}，党龄{span(have)}",
            wanted,
            f"{months.show(int(joined[i]))}入党，党龄{span(have)}。",
        )

    return asked(pairs, applies, passes, cure, words)


def asked(
    pairs: Pairs, applies: Tri, passes: Tri, cure: Ints, words: Callable[[int], Words]
) -> Verdicts:
    """Ask a rule of promotions only: whoever is not promoted by the post passes it."""
    where = pairs.above & applies
    return Verdicts(~where | passes, where.possible, cure.astype(np.int32), words)


def county(pairs: Pairs) -> Tri:
    """Say which posts are at 县处级 or above."""
    return Tri(pairs.target >= COUNTY_RANK, (pairs.target >= COUNTY_RANK) | (pairs.target < 0))


def standing(pairs: Pairs, rule: Rule) -> Standing:
    """Give the levels as a rule counts people who hold a grade and no level.

    Its parameter `grade_unknown`: 1 = unknown; 0 = the level the grade is compared with counts.
    """
    found = pairs.standing
    if rule.parameters.get("grade_unknown", 1):
        high = np.where(found.by_grade, history.TOP_RANK, found.high).astype(np.int32)
        return Standing(found.low, high, found.since, found.by_grade)
    people = pairs.snapshot.people
    ranks, level = codes.ranks("levels"), codes.values("grades", "level")
    compared = {grade: ranks[level[grade]] for grade in codes.names("grades")}
    rank = people.texts("grade").mapped(compared)[pairs.people]
    since = people.ints("grade_since")[pairs.people]
    use = found.by_grade & (rank >= 0)
    return Standing(
        np.where(use, rank, found.low).astype(np.int32),
        np.where(use, rank, found.high).astype(np.int32),
        np.where(use, np.maximum(since, UNKNOWN), found.since).astype(np.int32),
        found.by_grade & ~use,
    )


def span(count: int) -> str:
    """Write a number of months as years and months."""
    years, rest = divmod(max(count, 0), 12)
    if not years:
        return f"{rest}个月"
    return f"{years}年" + (f"{rest}个月" if rest else "")


def level_name(rank: int) -> str:
    """Give the name of the level with a rank."""
    names = {r: name for name, r in codes.ranks("levels").items()}
    return names.get(rank, "无领导职务层次")


def _party_masks(snapshot: Snapshot) -> tuple[Bools, Bools, Bools]:
    """Mark posts of county committees, Party posts, and people who are full members."""
    team, teams = snapshot.posts.ints("team"), snapshot.teams.texts("category")
    committee = np.append(teams.mask("县级党委"), False)[team]
    party_post = snapshot.posts.ints("party_post") == 1
    return committee, party_post, snapshot.people.texts("party").mask("中共党员")


def _years_below(pairs: Pairs, rule: Rule, *, head: bool) -> Verdicts:
    """Ask for so many months, without a break, at the level next below the post's."""
    need, own, target = int(rule.parameters["months"]), standing(pairs, rule), pairs.target
    is_head = target % 2 == 0
    kind = (is_head == head) & (target >= COUNTY_RANK)
    applies = Tri(kind, kind | (target < 0))
    known = own.low == own.high
    there = known & (own.low == target - 1)
    months_there = pairs.months - own.since
    long_ago = there & (own.since >= 0) & (months_there >= need)
    may = (own.low <= target - 1) & (target - 1 <= own.high) & (~known | (own.since < 0))
    passes = Tri(
        long_ago | (known & (own.low >= target) & (target >= 0)),
        long_ago | may | (own.high >= target) | (target < 0),
    )
    cure = np.where(there & (own.since >= 0), own.since + need, UNKNOWN)
    return asked(pairs, applies, passes, cure, _words_below(pairs, own, need))


def _words_below(pairs: Pairs, own: Standing, need: int) -> Callable[[int], Words]:
    """Make the words of Q4 and Q5."""

    def words(i: int) -> Words:
        wanted = f"任{level_name(int(pairs.target[i]) - 1)}满{span(need)}"
        if own.by_grade[i]:
            return "有职级、无职务层次", wanted, f"{BY_GRADE}。"
        if own.low[i] != own.high[i]:
            return "职务层次待核", wanted, "职务层次未登记，任职年限待核。"
        name = level_name(int(own.low[i]))
        if own.since[i] < 0:
            return f"{name}，任职起始时间待核", wanted, f"现为{name}，任该层次时间未登记。"
        have = int(pairs.months[i] - own.since[i])
        begun = months.show(int(own.since[i]))
        return f"{name}{span(have)}", wanted, f"{begun}起任{name}，至今{span(have)}。"

    return words
