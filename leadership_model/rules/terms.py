"""Terms 任期: T2 changes within a term, T3 two terms in one post, T4 fifteen years at one level.

They speak of members of county Party committees and governments, heads of discipline bodies,
courts and procuratorates, and heads of the working departments of a city (任期暂行规定 第二条).
"""

from dataclasses import replace

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.people.tenure import FILLING
from leadership_model.rules import history
from leadership_model.rules.pairs import Pairs, Verdicts, Words, lasting
from leadership_model.rules.qualification import level_name, span
from leadership_model.rules.rule import Rule
from leadership_model.rules.seats import places

MEMBERS = ("县级党委", "县级政府")
HEADS = ("县级法检", "市直部门")
BY_APPOINTMENT = ("市直部门",)  # no common term: five years run from the appointment
FIVE_YEARS = 60


def in_scope(snapshot: Snapshot) -> Bools:
    """Mark the posts the rules on terms speak of."""
    return snapshot.remember("rules term scope", lambda: _in_scope(snapshot))


def terms_served(pairs: Pairs, full: int, *, ended: bool = False) -> tuple[Ints, Ints]:
    """Count the terms each pair's person has served in the post: (at least, at most).

    A term counts once more than `full` months of it were served; `ended`: only terms that are
    over. Where the team's term is not on record its place is open and the two counts may differ.
    """
    team = places(pairs.snapshot).team[pairs.posts]
    teams = pairs.snapshot.teams
    length = np.maximum(_of(teams.ints("term_months"), team), 0)
    length = np.where(length > 0, length, FIVE_YEARS)
    start = _of(teams.ints("term_start"), team)
    own = teams.texts("category").mask(*BY_APPOINTMENT)
    since = pairs.seating.since[pairs.posts]
    start = np.where(_of(own.astype(np.int32), team) == 1, since, start)
    least, most = np.zeros(len(pairs), np.int32), np.zeros(len(pairs), np.int32)
    known = (start >= 0) & (since >= 0)
    for i in range(len(pairs)):
        begun, now, whole = int(since[i]), int(pairs.months[i]), int(length[i])
        if known[i]:
            count = _counted(begun, now, int(start[i]), whole, full, ended)
            least[i] = most[i] = count
        elif begun >= 0:
            counts = [_counted(begun, now, begun - k, whole, full, ended) for k in range(whole)]
            least[i], most[i] = min(counts), max(counts)
        else:
            most[i] = 1 << 10
    return least, most


def terms_of(
    pairs: Pairs, concerned: Bools, full: int, *, ended: bool = False
) -> tuple[Ints, Ints]:
    """Count the terms as `terms_served` does, for the pairs concerned; 0 for all others."""
    least, most = np.zeros(len(pairs), np.int32), np.zeros(len(pairs), np.int32)
    at = np.flatnonzero(concerned)
    if len(at):
        people, posts, month = pairs.people[at], pairs.posts[at], pairs.months[at]
        some = replace(pairs, people=people, posts=posts, months=month, target=pairs.target[at])
        least[at], most[at] = terms_served(some, full, ended=ended)
    return least, most


def two_terms(pairs: Pairs, rule: Rule) -> Verdicts:
    """T3: two terms running in the same post; not to be proposed for it again.

    Asked of whoever holds the post. A term counts once more than `counts_from` months of it
    were served (T5).
    """
    full, need = int(rule.parameters["counts_from"]), int(rule.parameters["terms"])
    holds = pairs.seating.holder[pairs.posts] == pairs.people
    concerned = in_scope(pairs.snapshot)[pairs.posts] & holds
    least, most = terms_of(pairs, concerned, full)
    ok = Tri(~concerned | (most < need), ~concerned | (least < need))
    since = pairs.seating.since[pairs.posts]

    def words(i: int) -> Words:
        wanted = f"连任同一职务不满{need}个任期"
        if since[i] < 0:
            return "任现职时间待核", wanted, "任现职起始时间未登记，已任几个任期待核。"
        begun, served = months.show(int(since[i])), span(int(pairs.months[i] - since[i]))
        if least[i] != most[i]:
            have = f"任现职{served}，届次待核"
            return have, wanted, f"{begun}起任现职，班子任期起始未登记，已任几个任期待核。"
        have = f"已任{least[i]}个任期"
        return have, wanted, f"{begun}起任现职，至今{served}，计{least[i]}个任期。"

    return lasting(ok, concerned, words)


def years_at_level(pairs: Pairs, rule: Rule) -> Verdicts:
    """T4: fifteen years in all at one level of leading posts; none of that level any more."""
    need = int(rule.parameters["months"])
    own, snapshot = pairs.standing, pairs.snapshot
    same = (own.low == own.high) & (own.low == pairs.target) & (pairs.target > 0)
    concerned = in_scope(snapshot)[pairs.posts] & same
    total = _months_at(pairs)
    by_record = np.where(own.since >= 0, pairs.months - own.since, 0)
    have = np.maximum(total, by_record).astype(np.int32)
    unclear = (own.since < 0) & ~history.complete(snapshot)[pairs.people]
    ok = Tri(~concerned | ((have < need) & ~unclear), ~concerned | (have < need))

    def words(i: int) -> Words:
        name, wanted = level_name(int(pairs.target[i])), f"累计不满{span(need)}"
        if unclear[i] and have[i] < need:
            text = f"任{name}起始时间未登记、简历未完全识别，累计年限待核。"
            return f"{name}，任职年限待核", wanted, text
        served = span(int(have[i]))
        return f"{name}{served}", wanted, f"按登记和简历，任{name}累计{served}。"

    return lasting(ok, concerned, words)


def changes_in_term(pairs: Pairs, rule: Rule) -> Verdicts:
    """T2: within one term at most one change of post for special need, by the tenures on record."""
    most, snapshot = int(rule.parameters["changes"]), pairs.snapshot
    team = places(snapshot).team[pairs.posts]
    start = _of(snapshot.teams.ints("term_start"), team)
    length = _of(snapshot.teams.ints("term_months"), team)
    length = np.where(length > 0, length, FIVE_YEARS)
    running = (start >= 0) & (start <= pairs.months) & (pairs.months < start + length)
    concerned = in_scope(snapshot)[pairs.posts] & running
    count = _begun_after(pairs, start)
    fine = ~concerned | (count <= most)

    def words(i: int) -> Words:
        have, begun = f"本届内职务变动{count[i]}次", months.show(int(start[i]))
        return have, f"不超过{most}次", f"本届{begun}开始，其后登记的领导职务变动{count[i]}次。"

    return lasting(Tri(fine, fine), concerned, words)


def _counted(since: int, now: int, start: int, length: int, full: int, ended: bool) -> int:
    """Count the terms (start + k x length) of which more than `full` months were served."""
    first, last = (since - start) // length, (now - start) // length
    count = 0
    for k in range(first, last if ended else last + 1):
        low, high = start + k * length, start + (k + 1) * length
        count += min(now, high) - max(since, low) > full
    return count


def _in_scope(snapshot: Snapshot) -> Bools:
    layout, category = places(snapshot), snapshot.teams.texts("category")
    members, heads = (np.append(category.mask(*names), False) for names in (MEMBERS, HEADS))
    role = snapshot.posts.texts("role").mask("正职")
    among = members[layout.team] & layout.leader & layout.member
    answer: Bools = among | (heads[layout.team] & role)
    return answer


def _months_at(pairs: Pairs) -> Ints:
    """Count the months at exactly the level of each pair's post, by the career rows."""
    total = np.zeros(len(pairs), np.int32)
    for rank in np.unique(pairs.target[pairs.target > 0]):
        here = pairs.target == rank
        people, until = pairs.people[here], pairs.months[here]
        upper = history.levels(pairs.snapshot, int(rank) + 1).total(people, until)
        total[here] = history.levels(pairs.snapshot, int(rank)).total(people, until) - upper
    return total


def _begun_after(pairs: Pairs, start: Ints) -> Ints:
    """Count the months after `start`, up to the pair's, in which its person took posts in scope."""
    tenures, scope = pairs.snapshot["tenure"], in_scope(pairs.snapshot)
    post, begun, who = tenures.ints("post"), tenures.ints("start"), tenures.ints("person")
    chosen = tenures.texts("kind").mask(*FILLING) & (post >= 0) & (who >= 0) & (begun >= 0)
    chosen &= np.append(scope, False)[post]
    keys = np.unique(who[chosen].astype(np.int64) << 21 | begun[chosen])
    people = pairs.people.astype(np.int64) << 21
    high = np.searchsorted(keys, people | (pairs.months + 1))
    low = np.searchsorted(keys, people | np.maximum(start + 1, 0))
    counted: Ints = np.maximum(high - low, 0).astype(np.int32)
    return counted


def _of(column: Ints, at: Ints) -> Ints:
    """Read a team column at each pair's team, UNKNOWN where there is none."""
    return np.where(at >= 0, np.append(column, UNKNOWN)[at], UNKNOWN).astype(np.int32)
