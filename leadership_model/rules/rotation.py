"""Rotation 交流: X2 ten years at one level in one place, X3, X5 posts of five years, X7."""

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri
from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import history
from leadership_model.rules.pairs import Pairs, Verdicts, Words, lasting
from leadership_model.rules.qualification import level_name, span
from leadership_model.rules.rule import Rule
from leadership_model.rules.runs import expand, join
from leadership_model.rules.seat import area_of_posts
from leadership_model.rules.seats import places
from leadership_model.rules.terms import MEMBERS, terms_of

SECRETARY = "纪委书记"
TEAMS = ("县级党委", "县级政府", "县级纪委")  # unit kinds of careers in Party and government teams
WATCHED = ("党委书记", "行政正职")  # of the seven posts of A5 those X5 does not speak of


def long_in_area(pairs: Pairs, rule: Rule) -> Verdicts:
    """X2: ten years in all at one level in the Party and government teams of one area."""
    need, concerned = int(rule.parameters["months"]), county_members(pairs.snapshot)[pairs.posts]
    sure, possible = _months_in_area(pairs)
    since_known = pairs.seating.since[pairs.posts] >= 0
    long, may = sure >= need, (possible >= need) | ~since_known
    ok = Tri(~concerned | (~long & ~may), ~concerned | ~long)
    where = area_of_posts(pairs.snapshot)

    def words(i: int) -> Words:
        place, level = where[int(pairs.posts[i])] or "本地", level_name(int(pairs.target[i]))
        wanted = f"不满{span(need)}"
        have = f"在{place}任{level}{span(int(sure[i]))}"
        if may[i] and not long[i]:
            return f"{have}，另有年限待核", wanted, f"{have}；另有简历行或任职时间待核。"
        return (
            have,
            wanted,
            f"按登记和简历，在{place}党政领导班子任{level}累计{span(int(sure[i]))}。",
        )

    return lasting(ok, concerned, words)


def promoted_at_home(pairs: Pairs, rule: Rule) -> Verdicts:
    """X3: newly promoted members of county teams are to come from elsewhere, by plan."""
    recent, snapshot = int(rule.parameters["months"]), pairs.snapshot
    since, row = pairs.seating.since[pairs.posts], pairs.seating.tenure[pairs.posts]
    promoted = np.append(snapshot["tenure"].ints("promoted"), UNKNOWN)[row]
    fresh = (since >= 0) & (pairs.months - since < recent) & (row >= 0) & (promoted == 1)
    concerned = county_members(snapshot)[pairs.posts] & fresh
    before, known = _last_area(pairs, since)
    area = area_of_posts(snapshot)
    here = np.array([area[int(post)] is not None for post in pairs.posts], np.bool_)
    local = np.array(
        [area[int(post)] == name for post, name in zip(pairs.posts, before, strict=True)], np.bool_
    )
    ok = Tri(~concerned | (known & here & ~local), ~concerned | ~(known & here & local))

    def words(i: int) -> Words:
        begun, wanted = months.show(int(since[i])), "有计划地易地交流任职"
        if not known[i]:
            return "提任前任职地待核", wanted, f"{begun}提任，提任前任职地待核。"
        return f"提任前在{before[i]}任职", wanted, f"{begun}提任，提任前在{before[i]}任职。"

    return lasting(ok, concerned, words)


def watched_post(pairs: Pairs, rule: Rule) -> Verdicts:
    """X5: heads of discipline, personnel, court, procuratorate, police, audit: five years."""
    need, concerned = int(rule.parameters["months"]), _watched(pairs.snapshot)[pairs.posts]
    since = pairs.seating.since[pairs.posts]
    served = pairs.months - since
    long = (since >= 0) & (served >= need)
    ok = Tri(~concerned | ((since >= 0) & ~long), ~concerned | ~long)

    def words(i: int) -> Words:
        wanted = f"不满{span(need)}"
        if since[i] < 0:
            return "任现职时间待核", wanted, "任现职起始时间未登记，是否应交流待核。"
        have = span(int(served[i]))
        return f"任现职{have}", wanted, f"{months.show(int(since[i]))}起任现职，至今{have}。"

    return lasting(ok, concerned, words)


def discipline_after_term(pairs: Pairs, rule: Rule) -> Verdicts:
    """X7: the secretary of a county's discipline commission is rotated after one full term."""
    snapshot = pairs.snapshot
    concerned = secretaries(snapshot)[pairs.posts]
    least, most = terms_of(pairs, concerned, int(rule.parameters["counts_from"]), ended=True)
    ok = Tri(~concerned | (most < 1), ~concerned | (least < 1))
    since = pairs.seating.since[pairs.posts]

    def words(i: int) -> Words:
        wanted = "任满一届后原则上交流"
        if since[i] < 0 or least[i] != most[i]:
            return "任期待核", wanted, "任现职时间或班子任期起始未登记，是否任满一届待核。"
        begun, have = months.show(int(since[i])), f"已任满{least[i]}届"
        return have, wanted, f"{begun}起任现职，{have}。"

    return lasting(ok, concerned, words)


def county_members(snapshot: Snapshot) -> Bools:
    """Mark heads and deputies in the Party committee and the government of a county."""

    def make() -> Bools:
        layout = places(snapshot)
        found = np.append(snapshot.teams.texts("category").mask(*MEMBERS), False)[layout.team]
        answer: Bools = found & layout.leader
        return answer

    return snapshot.remember("rules county members", make)


def secretaries(snapshot: Snapshot) -> Bools:
    """Mark the posts of X7: secretaries of discipline commissions in county Party committees."""

    def make() -> Bools:
        category = np.append(snapshot.teams.texts("category").mask("县级党委"), False)
        answer: Bools = category[places(snapshot).team]
        # A member of the standing committee who is secretary too is of kind 常委.
        named = [SECRETARY in (name or "") for name in snapshot.posts.raw("name")]
        kind = snapshot.posts.texts("post_kind").mask(SECRETARY)
        return answer & (kind | np.array(named, np.bool_))

    return snapshot.remember("rules secretaries", make)


def _watched(snapshot: Snapshot) -> Bools:
    """Mark the posts of X5: five of the seven of A5, and heads of units that do such work."""

    def make() -> Bools:
        posts, layout = snapshot.posts, places(snapshot)
        head = posts.texts("area_head").mask("县") & ~posts.texts("post_kind").mask(*WATCHED)
        desk = layout.desk & posts.texts("role").mask("正职")
        answer: Bools = head | desk
        return answer

    return snapshot.remember("rules watched posts", make)


def _months_in_area(pairs: Pairs) -> tuple[Ints, Ints]:
    """Count the months at the post's level in its area's teams: (surely, possibly).

    The present tenure counts; career rows overlap with it and with each other once.
    """
    snapshot, size = pairs.snapshot, len(pairs)
    rows, area = snapshot["career_entry"], area_of_posts(snapshot)
    pair, row = expand(rows.starts, pairs.people)
    names = rows.texts("area")
    place = np.array([names.code(area[int(post)] or "") for post in pairs.posts], np.int32)
    held, sure = history.held_rows(snapshot)
    kind, rank = rows.texts("unit_kind"), history.row_ranks(snapshot)[row]
    known = (names.codes[row] >= 0) & (rank >= 0) & (kind.codes[row] >= 0) & sure[row]
    fits_place = (names.codes[row] == place[pair]) | (names.codes[row] < 0)
    fits_rank = (rank == pairs.target[pair]) | (rank < 0)
    fits_kind = kind.mask(*TEAMS)[row] | (kind.codes[row] < 0)
    may = held[row] & fits_place & fits_rank & fits_kind
    since = pairs.seating.since[pairs.posts]

    def total(chosen: Bools) -> Ints:
        who = np.concatenate([pair[chosen], np.flatnonzero(since >= 0)]).astype(np.int32)
        start = np.concatenate([rows.ints("start")[row[chosen]], since[since >= 0]])
        end = np.concatenate(
            [
                np.minimum(rows.ints("end")[row[chosen]], OPEN),
                np.full(int(np.sum(since >= 0)), OPEN),
            ]
        )
        runs = join(size, who, start.astype(np.int32), end.astype(np.int32))
        return runs.total(np.arange(size, dtype=np.int32), pairs.months)

    return total(may & known), total(may)


def _last_area(pairs: Pairs, since: Ints) -> tuple[list[str | None], Bools]:
    """Give the area of the last post held just before a month, and whether it is known."""
    rows = pairs.snapshot["career_entry"]
    pair, row = expand(rows.starts, pairs.people)
    held, sure = history.held_rows(pairs.snapshot)
    start = rows.ints("start")[row]
    chosen = held[row] & (start >= 0) & (start < since[pair])
    order = np.lexsort((start[chosen], pair[chosen]))
    pair, row = pair[chosen][order], row[chosen][order]
    last = np.full(len(pairs), -1, np.int64)
    last[pair] = row
    area = rows.raw("area")
    found = [area[i] if i >= 0 else None for i in last.tolist()]
    known = [i >= 0 and bool(sure[i]) and area[i] is not None for i in last.tolist()]
    return found, np.array(known, np.bool_)
