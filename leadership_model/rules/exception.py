"""What is general or bounds the exception: Q3 two posts, Q6 schooling, Q10 steps, Q11 破格."""

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri
from leadership_model.people import codes
from leadership_model.people.disputes import disputed, reason
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.people.verified import EDUCATION
from leadership_model.rules import history
from leadership_model.rules.pairs import Pairs, Verdicts, Words
from leadership_model.rules.qualification import (
    BY_GRADE,
    CITY_RANK,
    asked,
    county,
    level_name,
    span,
    standing,
)
from leadership_model.rules.rule import Rule
from leadership_model.rules.runs import expand

NEVER = np.int32(UNKNOWN)


def two_posts(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q3: generally so many different posts at the level next below, by the career rows."""
    need, own, rows = int(rule.parameters["posts"]), standing(pairs, rule), history.held_rows
    sure, possible = _posts_below(pairs, *rows(pairs.snapshot))
    enough, open_end = sure >= need, ~history.complete(pairs.snapshot)[pairs.people]
    local = own.by_grade & (own.low != own.high)
    passes = Tri(
        enough & (pairs.target >= 0), (possible >= need) | open_end | local | (pairs.target < 0)
    )

    def words(i: int) -> Words:
        level = level_name(int(pairs.target[i]) - 1)
        wanted = f"任过{need}个以上{level}职位"
        if local[i] and not enough[i]:
            return "有职级、无职务层次", wanted, f"{BY_GRADE}。"
        return f"{level}职位{sure[i]}个", wanted, f"按简历，任过{level}职位{sure[i]}个。"

    return asked(pairs, county(pairs), passes, np.full(len(pairs), NEVER), words)


def schooling(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q6: generally 大专 and more, at 厅局级 and above 大学, the highest of all schooling."""
    have, bureau = highest_schooling(pairs.snapshot)[pairs.people], pairs.target >= CITY_RANK
    need = np.where(bureau, rule.parameters["rank_bureau"], rule.parameters["rank"])
    enough = have >= need
    never = np.full(len(pairs), NEVER)

    def words(i: int) -> Words:
        wanted = "大学本科以上" if bureau[i] else "大学专科以上"
        if have[i] < 0:
            told = reason(pairs.snapshot, int(pairs.people[i]), EDUCATION)
            return "学历待核", wanted, told or "没有登记学历。"
        names = (n for n, r in codes.ranks("education").items() if r == have[i])
        name = next(names)
        return name, wanted, f"最高学历为{name}（或同等）。"

    return asked(pairs, county(pairs), Tri(enough, enough | (have < 0)), never, words)


def step_by_step(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q10: from the level next below; anything else is 破格."""
    own = standing(pairs, rule)
    sure = (pairs.target >= 0) & (pairs.target - own.low <= 1)
    possible = (pairs.target < 0) | (pairs.target - own.high <= 1)
    never = np.full(len(pairs), NEVER)

    def words(i: int) -> Words:
        wanted = f"逐级提拔，现任{level_name(int(pairs.target[i]) - 1)}"
        if own.by_grade[i]:
            return "有职级、无职务层次", wanted, f"{BY_GRADE}。"
        if own.low[i] != own.high[i]:
            return "职务层次待核", wanted, "职务层次未登记。"
        name = level_name(int(own.low[i]))
        return name, wanted, f"由{name}拟任{level_name(int(pairs.target[i]))}。"

    return asked(pairs, county(pairs), Tri(sure, possible), never, words)


def limits(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q11, as far as data decides: no two levels passed over, none within a year of promotion.

    Whoever has held his level less than a year is promoted 破格 in any case, since two or three
    years are asked for. Whether years were broken before is not on record.
    """
    least, steps = int(rule.parameters["months"]), int(rule.parameters["steps"])
    own = standing(pairs, rule)
    gap_low, gap_high = pairs.target - own.high, pairs.target - own.low
    dated = own.since >= 0
    settled = ~dated | (pairs.months - own.since >= least)
    none = (own.low == 0) & (own.high == 0)
    sure = (pairs.target >= 0) & (gap_high <= steps) & settled & (dated | none)
    possible = ((gap_low <= steps) | (pairs.target < 0)) & settled
    cure = np.where((gap_high <= steps) & dated, own.since + least, UNKNOWN)

    def words(i: int) -> Words:
        wanted = f"不得越两级，提任现层次满{span(least)}"
        if own.by_grade[i]:
            return "有职级、无职务层次", wanted, f"{BY_GRADE}。"
        if own.low[i] != own.high[i]:
            return "职务层次待核", wanted, "职务层次未登记。"
        name = level_name(int(own.low[i]))
        if not dated[i]:
            return name, wanted, f"现为{name}，任该层次时间未登记。"
        have = span(int(pairs.months[i] - own.since[i]))
        return f"{name}{have}", wanted, f"{months.show(int(own.since[i]))}起任{name}，至今{have}。"

    return asked(pairs, county(pairs), Tri(sure & possible, possible), cure, words)


def _posts_below(pairs: Pairs, held: Bools, sure: Bools) -> tuple[Ints, Ints]:
    """Count different posts at the level below, by their texts: (surely, possibly)."""
    table = pairs.snapshot["career_entry"]
    pair, row = expand(table.starts, pairs.people)
    rank = history.row_ranks(pairs.snapshot)[row]
    begun = held[row] & (table.ints("start")[row] <= pairs.months[pair])
    fits = begun & (rank == pairs.target[pair] - 1)
    maybe = begun & (fits | (rank < 0) | ~sure[row])
    texts = table.texts("text")
    text, other = texts.codes[row], len(texts.table)
    key, size = np.where(text >= 0, text, other + row), other + len(table) + 1

    def count(chosen: Bools) -> Ints:
        both = np.unique(pair[chosen] * size + key[chosen])
        found = np.bincount(both // size, minlength=len(pairs))
        return found.astype(np.int32)

    return count(fits & sure[row]), count(maybe)


def highest_schooling(snapshot: Snapshot) -> Ints:
    """Give the rank of everybody's highest schooling; UNKNOWN where none is recorded."""
    return snapshot.remember("rules schooling", lambda: _highest(snapshot))


def _highest(snapshot: Snapshot) -> Ints:
    rows, best = snapshot["education"], np.full(len(snapshot.people), NEVER)
    rank, owner = rows.texts("schooling").mapped(codes.ranks("education")), rows.owners()
    known = (owner >= 0) & (rank >= 0)
    np.maximum.at(best, owner[known], rank[known])
    best[disputed(snapshot, EDUCATION)] = NEVER
    return best
