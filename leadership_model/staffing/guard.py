"""Guard rails worked out from the values: who is pinned, who keeps his level, what a move empties.

Used to write a problem and, apart from every solver, to verify its plan.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import numpy as np

from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.seating import OUTSIDER, VACANT, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import state
from leadership_model.rules.book import RuleBook
from leadership_model.staffing.options import Options

FOUR_TEAMS = ("党委", "人大", "政府", "政协")
SETTLED = 12  # months in post before somebody is moved
FREE_LEVEL = -10  # below every rank: a level known not to exist


def pins(seating: Seating, book: RuleBook, options: Options) -> dict[int, str]:
    """Say which held posts are pinned 📌 and why: post -> reason."""
    found: dict[int, str] = {}
    for post, reason in (
        *_heads(seating),
        *_on_probation(seating, book),
        *_fresh(seating),
        *_moved_this_term(seating),
        *_attached(seating),
        *((post, "库外人员") for post in np.flatnonzero(seating.holder == OUTSIDER).tolist()),
    ):
        if post not in options.unpinned or reason == "库外人员":
            found.setdefault(int(post), reason)
    for post in options.pinned:
        found[post] = "已固定"
    return found


def _heads(seating: Seating) -> Iterable[tuple[int, str]]:
    posts, teams = seating.snapshot.posts, seating.snapshot.teams
    four = np.append(teams.texts("place").mask(*FOUR_TEAMS), False)[posts.owners()]
    heads = four & posts.texts("role").mask("正职") & (seating.holder >= 0)
    return ((post, "四套班子正职") for post in np.flatnonzero(heads).tolist())


def _on_probation(seating: Seating, book: RuleBook) -> Iterable[tuple[int, str]]:
    """P1: unknown counts too, since what is not known is never silently a no."""
    now = book.at(seating.as_of)
    if "P1" not in now:
        return ()
    only = RuleBook((now["P1"],))
    found = state.check(seating, only)
    return ((each.post, "试用期内或试用期待核") for each in found if each.rule == "P1")


def _fresh(seating: Seating) -> Iterable[tuple[int, str]]:
    held = (seating.holder >= 0) & (seating.since != UNKNOWN)
    recent = held & (seating.as_of - seating.since < SETTLED)
    return ((post, "任现职不满一年") for post in np.flatnonzero(recent).tolist())


def _moved_this_term(seating: Seating) -> Iterable[tuple[int, str]]:
    """Holders who left another seat for this one since the term of its team began."""
    snapshot, tenures = seating.snapshot, seating.snapshot["tenure"]
    terms = np.append(snapshot.teams.ints("term_start"), UNKNOWN)
    begun = terms[snapshot.posts.owners()]
    left = np.full(len(snapshot.people), -1, dtype=np.int64)
    who, end = tenures.ints("person"), tenures.ints("end")
    over = (who >= 0) & (end <= seating.as_of)
    np.maximum.at(left, who[over], end[over])
    held = np.flatnonzero((seating.holder >= 0) & (begun >= 0))
    since = seating.since[held]
    moved = (since > begun[held]) & (left[seating.holder[held]] >= begun[held])
    return ((post, "本届内已调整过") for post in held[moved].tolist())


def _attached(seating: Seating) -> Iterable[tuple[int, str]]:
    tenures = seating.snapshot["tenure"]
    kinds, who = tenures.texts("kind").mask("挂职"), tenures.ints("person")
    away = {int(who[row]) for row in seating.attached if kinds[row] and who[row] >= 0}
    posts = np.flatnonzero(np.isin(seating.holder, sorted(away)) & (seating.holder >= 0))
    return ((post, "挂职") for post in posts.tolist())


def keeps_level(seating: Seating, people: Ints, posts: Ints) -> tuple[Bools, Bools]:
    """Say of pairs whether the post's level surely, and possibly, is the person's or above.

    A person without a recorded level is measured by the present main seat's.
    """
    ranks = codes.ranks("levels")
    snapshot = seating.snapshot
    of_posts = np.append(snapshot.posts.texts("level").mapped(ranks), UNKNOWN)
    own = snapshot.people.texts("level").mapped(ranks)[people]
    main = of_posts[seating.main_post()[people]]
    own = np.where((own == UNKNOWN) & (main >= 0), main, own)
    own = np.where(own == ABSENT, FREE_LEVEL, own)
    new = of_posts[posts]
    free = own == FREE_LEVEL
    known = (own >= 0) & (new >= 0)
    sure = free | (known & (new >= own))
    return sure, sure | (~free & ~known)


def emptied(seating: Seating, changes: Mapping[int, int]) -> dict[int, int]:
    """Say which seats people leave by taking others: post -> person. `changes`: post -> holder."""
    movers = sorted({person for person in changes.values() if person >= 0})
    held = np.flatnonzero(np.isin(seating.holder, movers) & (seating.holder >= 0)).tolist()
    return {
        post: int(seating.holder[post])
        for post in held
        if changes.get(post, None) != int(seating.holder[post])
    }


def completed(seating: Seating, changes: Mapping[int, int]) -> dict[int, int]:
    """Add to changes of holders the seats that fall empty by them."""
    gone = dict.fromkeys(emptied(seating, changes), VACANT)
    return gone | dict(changes)


def allowed_changes(members: int, share: Fraction) -> int:
    """Give how many of a team's members may leave or change seats: rounded down, at least 1."""
    return max(1, int(members * share)) if share > 0 else 0


def linked_groups(seating: Seating) -> dict[int, tuple[int, ...]]:
    """Give for each linked post all posts of its group, in order; not to be changed."""
    return seating.snapshot.remember("staffing linked posts", lambda: _linked(seating.snapshot))


def _linked(snapshot: Snapshot) -> dict[int, tuple[int, ...]]:
    groups: dict[str, list[int]] = {}
    for post, name in enumerate(snapshot.posts.raw("linked")):
        if name:
            groups.setdefault(name, []).append(post)
    return {post: tuple(posts) for posts in groups.values() for post in posts}
