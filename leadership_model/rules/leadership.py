"""Rules about several together: T1 the term is over, X4 both heads at once, X6 a third at once."""

from collections.abc import Iterable, Iterator

import numpy as np

from leadership_model import months
from leadership_model.people.seating import VACANT, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.tenure import FILLING
from leadership_model.rules.book import RuleBook
from leadership_model.rules.results import noted, team_result
from leadership_model.rules.rule import Answer, RuleResult

ELECTED = ("县级党委", "县级人大", "县级政府", "县级政协", "县级法检", "乡镇")  # teams with a term
PARTY, GOVERNMENT = "县级党委", "县级政府"


def terms_over(
    seating: Seating, book: RuleBook, teams: Iterable[int], full: bool
) -> Iterator[RuleResult]:
    """T1: the team's term has ended, or ends within the next months (a note)."""
    if "T1" not in book:
        return
    rule, table, at = book["T1"], seating.snapshot.teams, seating.as_of
    near = int(rule.parameters["near_months"])
    elected = table.texts("category").mask(*ELECTED)
    start, length = table.ints("term_start"), table.ints("term_months")
    for team in teams:
        if not elected[team]:
            continue
        need = "任期内"
        if start[team] < 0 or length[team] <= 0:
            words = ("本届任期待核", need, "班子本届任期起始未登记，是否届满待核。")
            yield team_result(rule, "unknown", team, -1, (), *words)
            continue
        end = int(start[team] + length[team])
        over, soon = at >= end, at < end <= at + near
        if not (over or soon or full):
            continue
        shown = months.show(end)
        text = f"本届{months.show(int(start[team]))}开始，任期至{shown}"
        words = (f"任期至{shown}", need, f"{text}{'，已届满。' if over else '。'}")
        answer: Answer = "fail" if over or soon else "pass"
        one = noted(rule) if soon else rule
        yield team_result(one, answer, team, -1, (), *words, month=None)


def heads_changed_together(
    seating: Seating, book: RuleBook, teams: Iterable[int], full: bool
) -> Iterator[RuleResult]:
    """X4: Party secretary and head of government of one county began within a few months.

    Shown at the Party committee, for a year; beginnings around the start of a term are usual.
    """
    if "X4" not in book:
        return
    rule, snapshot, at = book["X4"], seating.snapshot, seating.as_of
    apart, shown, usual = (int(rule.parameters[name]) for name in ("apart", "months", "term"))
    start = snapshot.teams.ints("term_start")
    governments = _heads(snapshot, GOVERNMENT)
    asked = set(teams)
    for area, (team, post) in _heads(snapshot, PARTY).items():
        if team not in asked or area not in governments:
            continue
        other = governments[area][1]
        if min(seating.holder[post], seating.holder[other]) < 0:
            continue
        one, two = int(seating.since[post]), int(seating.since[other])
        people = (int(seating.holder[post]), int(seating.holder[other]))
        need = f"党政正职任职相隔{apart}个月以上"
        if min(one, two) < 0:
            words = ("任职时间待核", need, f"{area}党政正职任职起始时间未登记，是否同时易人待核。")
            yield team_result(rule, "unknown", team, post, people, *words)
            continue
        recent = at - max(one, two) < shown
        at_term = any(abs(each - int(start[team])) <= usual for each in (one, two))
        together = recent and not at_term and abs(one - two) < apart and people[0] != people[1]
        if together or full:
            have = f"党委正职{months.show(one)}、政府正职{months.show(two)}任职"
            words = (have, need, f"{area}{have}。")
            yield team_result(rule, "fail" if together else "pass", team, post, people, *words)


def moved_together(
    seating: Seating, book: RuleBook, teams: Iterable[int], full: bool
) -> Iterator[RuleResult]:
    """X6: in one round at most a third of a team (at least one) is new to it.

    A round: the last `months`, but not around the beginning of a term. Whoever sat in the team
    before is not new.
    """
    if "X6" not in book:
        return
    rule, snapshot, at = book["X6"], seating.snapshot, seating.as_of
    recent, parts, usual = (int(rule.parameters[name]) for name in ("months", "parts", "term"))
    term, member = snapshot.teams.ints("term_start"), snapshot.posts.ints("member") == 1
    for team in teams:
        seats = [post for post in seating.seats(team) if member[post]]
        begun = _arrivals(seating, seats)
        if not begun:
            continue
        sure, may = 0, 0
        people = []
        for person, since in begun:
            at_term = term[team] >= 0 and since >= 0 and abs(since - int(term[team])) <= usual
            fresh = since >= 0 and at - since < recent and not at_term
            fresh = fresh and not _sat_here(seating, team, person, since)
            sure, may = sure + fresh, may + (fresh or since < 0)
            people += [person] if fresh and person >= 0 else []
        limit = max(1, len(begun) // parts)
        if may <= limit and not full:
            continue
        answer: Answer = "fail" if sure > limit else "unknown" if may > limit else "pass"
        have, need = f"近{recent}个月新任{sure}名", f"不超过{limit}名"
        text = f"班子成员{len(begun)}名，近{recent}个月内从班子外新任{sure}名"
        text += "；另有任职起始时间未登记，待核。" if answer == "unknown" else "。"
        yield team_result(rule, answer, team, -1, tuple(sorted(people)), have, need, text)


def _arrivals(seating: Seating, seats: list[int]) -> list[tuple[int, int]]:
    """Give each member once with the month he or she came; outsiders one by one (person < 0)."""
    found: dict[tuple[int, int], int] = {}
    for post in seats:
        person, since = int(seating.holder[post]), int(seating.since[post])
        if person == VACANT:
            continue
        key = (person, post if person < 0 else -1)
        found[key] = min(found.get(key, since), since)
    return [(person, since) for (person, _), since in found.items()]


def _sat_here(seating: Seating, team: int, person: int, since: int) -> bool:
    """Say whether somebody held another seat of the team until then."""
    if person < 0:
        return False
    table, posts = seating.snapshot["tenure"], seating.snapshot.posts.ints("team")
    before = seating.snapshot.remember("rules tenures of people", lambda: _tenures(seating))
    return any(
        int(posts[table.ints("post")[row]]) == team
        and int(table.ints("start")[row]) < since <= int(table.ints("end")[row])
        for row in before.get(person, ())
    )


def _tenures(seating: Seating) -> dict[int, list[int]]:
    """Give the rows of tenures that fill a seat, by person."""
    table = seating.snapshot["tenure"]
    person = table.ints("person")
    rows = np.flatnonzero((person >= 0) & table.texts("kind").mask(*FILLING))
    found: dict[int, list[int]] = {}
    for row in rows[table.ints("post")[rows] >= 0].tolist():
        found.setdefault(int(person[row]), []).append(row)
    return found


def _heads(snapshot: Snapshot, category: str) -> dict[str, tuple[int, int]]:
    """Give per area the team of a category and its head's post."""

    def make() -> dict[str, tuple[int, int]]:
        team = snapshot.posts.ints("team")
        head = snapshot.posts.texts("role").mask("正职") & (snapshot.posts.ints("member") == 1)
        head &= np.append(snapshot.teams.texts("category").mask(category), False)[team]
        area = snapshot.teams.raw("area")
        rows = np.flatnonzero(head).tolist()
        return {area[int(team[i])]: (int(team[i]), i) for i in reversed(rows) if area[int(team[i])]}

    return snapshot.remember(("rules heads", category), make)
