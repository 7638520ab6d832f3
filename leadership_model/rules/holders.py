"""The record checked: was each present holder qualified when promoted, is a sanction in force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from leadership_model.people.seating import Seating
from leadership_model.people.table import Ints
from leadership_model.rules import remembered, sanction
from leadership_model.rules.appointment import QUALIFICATIONS, result
from leadership_model.rules.book import RuleBook
from leadership_model.rules.pairs import SANCTIONS, pair, sanction_periods
from leadership_model.rules.rule import Answer, RuleResult
from leadership_model.rules.runs import expand


def check(
    seating: Seating,
    book: RuleBook,
    teams: Iterable[int] | None = None,
    *,
    full: bool = False,
) -> tuple[RuleResult, ...]:
    """Ask Q of holders for the month their tenure began, when that was a promotion, and S now.

    Only fail and unknown, with `full` passes as well; in order of team, rule and post. A sanction
    in force is a fail of severity note: it says what is so.
    """
    if teams is None:
        held = np.flatnonzero(seating.holder >= 0).astype(np.int32)
    else:
        chosen = np.array(sorted(set(teams)), dtype=np.int32)
        posts = expand(seating.snapshot.posts.starts, chosen)[1].astype(np.int32)
        held = posts[seating.holder[posts] >= 0]
    ask = partial(_qualified, book=book, full=full)
    found = [
        *remembered.of_holders(seating, book, held, f"Q {full}", ask),
        *_sanctioned(seating, book, held, full),
    ]
    order = (*QUALIFICATIONS, *SANCTIONS)
    return tuple(sorted(found, key=lambda r: (r.team, order.index(r.rule), r.post)))


def _qualified(seating: Seating, held: Ints, book: RuleBook, full: bool) -> Iterator[RuleResult]:
    """Ask each version of the Q rules of the promotions that fell into its time."""
    tenures, row = seating.snapshot["tenure"], seating.tenure[held]
    promoted = np.append(tenures.ints("promoted"), 0)[row] == 1
    posts = held[(row >= 0) & promoted & (seating.since[held] >= 0)]
    since = seating.since[posts]
    pairs = pair(book, seating, seating.holder[posts], posts, since, before=True)
    for rule in book.rules:
        if rule.id not in QUALIFICATIONS or not rule.on:
            continue
        then = (rule.effective_from <= since) & (since < rule.effective_to)
        verdicts = QUALIFICATIONS[rule.id](pairs, rule)
        for i in np.flatnonzero(then & (verdicts.asked if full else ~verdicts.ok.sure)):
            found = result(pairs, rule, verdicts, int(i))
            yield replace(found, month=None, evidence=f"任现职时（按登记核）：{found.evidence}")


def _sanctioned(seating: Seating, book: RuleBook, held: Ints, full: bool) -> Iterator[RuleResult]:
    """Ask of each holder whether a sanction is in force at the month of the seating."""
    now, snapshot = book.at(seating.as_of), seating.snapshot
    periods = dict(sanction_periods(now))
    people, team = seating.holder[held], snapshot.posts.ints("team")
    for rule in (now[name] for name in SANCTIONS if name in now):
        found = sanction.in_force(snapshot, rule.id, seating.as_of, periods)
        for i in np.flatnonzero(full | found.possibly[people]):
            person, post = int(people[i]), int(held[i])
            have, evidence = sanction.describe(snapshot, found, person)
            answer: Answer = "unknown" if found.possibly[person] else "pass"
            until = int(found.until[person])
            yield RuleResult(
                rule=rule.id,
                result="fail" if found.surely[person] else answer,
                severity="note",
                waiver=rule.waiver,
                people=(person,),
                post=post,
                team=int(team[post]),
                have=have,
                need="不在影响期内",
                month=until if found.surely[person] and until < 1 << 20 else None,
                evidence=evidence,
            )
