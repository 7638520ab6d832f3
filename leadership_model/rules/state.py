"""State rules asked of present seats: N, A, X1, M1, R1, R2, P1. A fail says: it is so."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np

from leadership_model import months
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.seating import OUTSIDER, VACANT, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import (
    family,
    home,
    leadership,
    recusal,
    remembered,
    rotation,
    seat,
    terms,
)
from leadership_model.rules.appointment import MEANINGS, result, retirement_result
from leadership_model.rules.book import RuleBook
from leadership_model.rules.pairs import Meaning, Pairs, pair
from leadership_model.rules.qualification import span
from leadership_model.rules.results import pair_result, seat_result, team_result
from leadership_model.rules.rule import Answer, Rule, RuleResult
from leadership_model.rules.runs import expand
from leadership_model.rules.seats import FIELDS, ROLES, filled_of, places

ROTATING = ("县级党委", "县级政府", "市直部门")  # Party and government teams of rule X1
APPOINTED = ("任职", "兼任")  # kinds of tenure that can be on probation
KINSHIP = ("A1", "A2", "A3")
# Rules that look at relatives wherever they sit, or at other teams.
ACROSS = (*KINSHIP, "X4")
# Rules asked of each present seat and its holder, with one meaning each.
SEATED: Mapping[str, Meaning] = MappingProxyType(
    {
        **{rule: MEANINGS[rule] for rule in ("A4", "A5", "A6", "A7", "M1", "R2", "T3", "T4")},
        "T2": terms.changes_in_term,
        "X2": rotation.long_in_area,
        "X3": rotation.promoted_at_home,
        "X5": rotation.watched_post,
        "X7": rotation.discipline_after_term,
    }
)
# Posts outside the scope of these are never asked: where no seat lies in it, nothing is worked out.
SCOPES: Mapping[str, Callable[[Snapshot], Bools]] = MappingProxyType(
    {
        **dict.fromkeys(("T2", "T3", "T4"), terms.in_scope),
        **dict.fromkeys(("X2", "X3"), rotation.county_members),
        "X7": rotation.secretaries,
        "A4": family.regulators,
        "A6": home.city_posts,
        "A7": home.township_posts,
    }
)
ORDER = (
    *("N1", "N2", *KINSHIP, "A4", "A5", "A6", "A7", "T1", "T2", "T3", "T4"),
    *("X1", "X2", "X3", "X4", "X5", "X6", "X7", "M1", "R1", "R2", "P1"),
)


def check(seating: Seating, book: RuleBook) -> tuple[RuleResult, ...]:
    """Ask the state rules of all teams; only fail and unknown, in order of team, rule and post."""
    return check_teams(seating, book, range(len(seating.snapshot.teams)))


def check_teams(
    seating: Seating, book: RuleBook, teams: Iterable[int], *, full: bool = False
) -> tuple[RuleResult, ...]:
    """Ask the state rules of some teams; only fail and unknown, with `full` passes as well."""
    now = book.at(seating.as_of)
    chosen = sorted(set(teams))
    posts = _posts_of(seating, chosen)
    held = posts[seating.holder[posts] >= 0]
    ask = partial(_of_holders, now=now, full=full)
    asked = (
        *_across(seating, now, chosen, full),
        *_of_teams(seating, now, chosen, full),
        *remembered.of_holders(seating, book, held, f"state {full}", ask),
    )
    return in_order(asked)


def check_across(
    seating: Seating, book: RuleBook, teams: Iterable[int], *, full: bool = False
) -> tuple[RuleResult, ...]:
    """Ask the rules of ACROSS alone: what other people and teams do may change their answers."""
    return in_order(_across(seating, book.at(seating.as_of), sorted(set(teams)), full))


def in_order(results: Iterable[RuleResult]) -> tuple[RuleResult, ...]:
    """Put results of the state rules in order of team, rule and post."""
    return tuple(sorted(results, key=lambda r: (r.team, ORDER.index(r.rule), r.post, r.people)))


def _across(seating: Seating, now: RuleBook, teams: list[int], full: bool) -> Iterator[RuleResult]:
    """Ask what the relatives of the holders and other teams have a part in."""
    posts = _posts_of(seating, teams)
    held = posts[seating.holder[posts] >= 0]
    for rule in KINSHIP:
        if rule in now:
            yield from _relatives(seating, now[rule], held)
            if full:
                pairs = pair(now, seating, seating.holder[held], held, seating.as_of)
                yield from _without(pairs, now[rule])
    yield from leadership.heads_changed_together(seating, now, teams, full)


def _of_teams(
    seating: Seating, now: RuleBook, teams: list[int], full: bool
) -> Iterator[RuleResult]:
    """Ask each team, whose own seats with their tenures say it all."""
    yield from _quota(seating, now, teams, full)
    posts = _posts_of(seating, teams)
    yield from _vacant_heads(seating, now, posts, full)
    yield from _outsiders(seating, now, posts)
    yield from leadership.terms_over(seating, now, teams, full)
    yield from leadership.moved_together(seating, now, teams, full)


def _of_holders(seating: Seating, held: Ints, now: RuleBook, full: bool) -> Iterator[RuleResult]:
    """Ask each holder, whose own rows and seat say it all."""
    pairs = pair(now, seating, seating.holder[held], held, seating.as_of)
    for rule in SEATED:
        if rule in now and _concerns(pairs, rule):
            yield from _seated(pairs, now[rule], full)
    yield from _long_in_post(pairs, now, full)
    yield from _retiring(pairs, now, full)
    yield from _on_probation(pairs, now, full)


def _posts_of(seating: Seating, teams: list[int]) -> Ints:
    """Give all posts of the teams, in order."""
    posts = seating.snapshot.posts
    return expand(posts.starts, np.array(teams, dtype=np.int32))[1].astype(np.int32)


def _quota(seating: Seating, book: RuleBook, teams: list[int], full: bool) -> Iterator[RuleResult]:
    """N1: more holders than the approved quota of a role; without a quota it cannot be said."""
    if "N1" not in book:
        return
    rule, layout, filled = book["N1"], places(seating.snapshot), filled_of(seating, teams)
    for team, counts in zip(teams, filled, strict=True):
        for r, role in enumerate(ROLES):
            group = team * len(ROLES) + r
            have, quota = int(counts[r]), int(layout.quota[group])
            over = have > quota >= 0
            unclear = quota < 0 and have > 0 and role != "其他"
            asked = quota >= 0 or unclear
            if not (over or unclear or (full and asked)):
                continue
            seats = np.flatnonzero(layout.group == group)
            people = seating.holder[seats]
            approved = f"{quota}名" if quota >= 0 else "待核"
            more = (
                f"，超配{have - quota}名。" if over else "，核定职数未登记。" if unclear else "。"
            )
            yield RuleResult(
                rule="N1",
                result="fail" if over else "unknown" if unclear else "pass",
                severity=rule.severity,
                waiver=rule.waiver,
                people=tuple(dict.fromkeys(int(p) for p in people if p >= 0)),
                team=team,
                have=f"{role}实配{have}名",
                need=f"核定{approved}",
                evidence=f"{role}核定{approved}、实配{have}名{more}",
                field=FIELDS[r],
            )


def _vacant_heads(
    seating: Seating, book: RuleBook, posts: Ints, full: bool
) -> Iterator[RuleResult]:
    """N2: the seat of a head, a member of the team, is empty."""
    if "N2" not in book:
        return
    table, rule = seating.snapshot.posts, book["N2"]
    head = table.texts("role").mask("正职") & (table.ints("member") == 1)
    for post in posts[head[posts]]:
        name, empty = table.raw("name")[post] or "正职", seating.holder[post] == VACANT
        if not (empty or full):
            continue
        words = (f"{name}空缺", "正职在位", f"{name}岗位无人任职。")
        if not empty:
            words = (f"{name}在位", "正职在位", f"{name}岗位有人任职。")
        yield seat_result(seating, rule, "fail" if empty else "pass", int(post), (), *words)


def _relatives(seating: Seating, rule: Rule, held: Ints) -> Iterator[RuleResult]:
    """A1-A3: relatives who meet, each two of them once per team and rule."""
    seen, snapshot = set[tuple[int, frozenset[int]]](), seating.snapshot
    people, team = seating.holder[held], snapshot.posts.ints("team")
    met = recusal.meetings(seating, people, held, rule.id)
    for row in np.argsort(~met.confirmed, kind="stable").tolist():
        i = int(met.pair[row])
        person, post, other = int(people[i]), int(held[i]), int(met.other[row])
        key = (int(team[post]), frozenset((person, other)))
        if key in seen:
            continue
        seen.add(key)
        answer: Answer = "fail" if met.confirmed[row] else "unknown"
        words = recusal.words_met(snapshot, met, row, rule.id)
        both = (min(person, other), max(person, other))
        yield team_result(rule, answer, key[0], -1 if rule.id == "A1" else post, both, *words)


def _without(pairs: Pairs, rule: Rule) -> Iterator[RuleResult]:
    """A1-A3: those who meet no relative."""
    verdicts = recusal.no_relatives(pairs, rule)
    for at in np.flatnonzero(verdicts.ok.sure):
        yield result(pairs, rule, verdicts, int(at))


def _outsiders(seating: Seating, book: RuleBook, posts: Ints) -> Iterator[RuleResult]:
    """A5, M1 of seats held by people outside the base: nothing is known of them."""
    outside = posts[seating.holder[posts] == OUTSIDER]
    home = seating.snapshot.posts.texts("area_head").mask("县")
    groups = seat.autonomies(seating.snapshot) if len(outside) else ()
    for post in outside:
        words = ("库外人员", "可核的登记信息", "该岗位由库外人员担任，相关信息未登记。")
        if "A5" in book and home[post]:
            yield seat_result(seating, book["A5"], "unknown", int(post), (), *words)
        if "M1" in book and groups[post] is not None:
            yield seat_result(seating, book["M1"], "unknown", int(post), (), *words)


def _concerns(pairs: Pairs, rule: str) -> bool:
    """Say whether any of the seats lies in the scope of a rule."""
    return rule not in SCOPES or bool(SCOPES[rule](pairs.snapshot)[pairs.posts].any())


def _seated(pairs: Pairs, rule: Rule, full: bool) -> Iterator[RuleResult]:
    """Give the results of the seats a rule is asked of."""
    verdicts = SEATED[rule.id](pairs, rule)
    for i in np.flatnonzero(verdicts.asked if full else ~verdicts.ok.sure):
        yield result(pairs, rule, verdicts, int(i))


def _long_in_post(pairs: Pairs, book: RuleBook, full: bool) -> Iterator[RuleResult]:
    """X1: a head or deputy of a Party or government team ten years in the same post."""
    if "X1" not in book:
        return
    rule, snapshot = book["X1"], pairs.snapshot
    limit = int(rule.parameters["months"])
    team, at = snapshot.posts.ints("team")[pairs.posts], pairs.seating.as_of
    concerned = snapshot.teams.texts("category").mask(*ROTATING)[team]
    concerned &= places(snapshot).leader[pairs.posts]
    since = pairs.seating.since[pairs.posts]
    long_ago = (since == UNKNOWN) | (at - since >= limit)
    for i in np.flatnonzero(concerned & (full | long_ago)):
        need, start = f"不满{span(limit)}", int(since[i])
        words = ("任现职时间待核", need, "任现职起始时间未登记，是否满十年待核。")
        if start >= 0:
            have = f"任现职{span(at - start)}"
            words = (have, need, f"{months.show(start)}起任现职，至今{span(at - start)}。")
        answer: Answer = "unknown" if start < 0 else "fail" if long_ago[i] else "pass"
        yield pair_result(pairs, rule, answer, int(i), words)


def _retiring(pairs: Pairs, book: RuleBook, full: bool) -> Iterator[RuleResult]:
    """R1: the statutory month is reached, or comes within the next months (a note)."""
    if (rule := book.get("R1")) is None:
        return
    low = seat.due_months(pairs.snapshot, rule).low[pairs.people]
    near = pairs.seating.as_of + int(rule.parameters["near_months"])
    for i in np.flatnonzero(full | (low <= near)):
        yield retirement_result(pairs, rule, int(i))


def _on_probation(pairs: Pairs, book: RuleBook, full: bool) -> Iterator[RuleResult]:
    """P1: promoted into a seat that is not elected less than a year ago; says when it ends."""
    if "P1" not in book:
        return
    rule, seating, snapshot = book["P1"], pairs.seating, pairs.snapshot
    limit, tenures = int(rule.parameters["months"]), snapshot["tenure"]
    row, since = seating.tenure[pairs.posts], seating.since[pairs.posts]
    promoted = np.append(tenures.ints("promoted"), 0)[row]
    kind = np.append(tenures.texts("kind").mask(*APPOINTED), False)[row]
    concerned = kind & (row >= 0) & (promoted != 0)
    concerned &= snapshot.posts.ints("elected")[pairs.posts] != 1
    recent = (since == UNKNOWN) | (seating.as_of - since < limit)
    for i in np.flatnonzero(concerned & (full | recent)):
        sure = bool(promoted[i] == 1 and since[i] >= 0)
        start, end = int(since[i]), int(since[i]) + limit
        words = ("试用期待核", "试用期满", "是否提拔任职或任职时间未登记，试用期待核。")
        if sure:
            text = f"{months.show(start)}提拔任职，试用期至{months.show(end)}。"
            words = (f"试用期内，{months.show(end)}期满", "试用期满", text)
        answer: Answer = "fail" if sure else "unknown"
        if not recent[i]:
            answer, words = (
                "pass",
                ("任职满试用期", "试用期满", f"{months.show(start)}任职，已满试用期。"),
            )
        yield pair_result(pairs, rule, answer, int(i), words, end)
