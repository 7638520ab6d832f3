"""人工核查清单: the questions of rules that no data decides, for seats and appointments.

Each stands with its article and the answer somebody gave. A question without an answer is open:
it never counts as yes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from leadership_model import months
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import exceptional, family, hand, terms
from leadership_model.rules.appointment import MEANINGS
from leadership_model.rules.book import RuleBook
from leadership_model.rules.hand import Told
from leadership_model.rules.pairs import Pairs, pair
from leadership_model.rules.qualification import county
from leadership_model.rules.rule import Rule

TOLD_WORDS: dict[Told, str] = {
    "open": "未核查",
    "good": "符合",
    "bad": "不符合",
    "doubt": "待核",
}
# Asked of everybody in a team in case of a promotion; the others of certain seats only.
OF_PEOPLE = ("K1", "K2", "K4", "K5", "K7", "Q8")
LIST_ONLY = ("A8", "T6")  # they change how other rules are read and give no result of their own
OF_PAIRS = ("K1", "K2", "K4", "K5", "K7", "Q7", "Q8", "Q12", "Q13", "A4")
OF_APPOINTMENTS = ("Q7", "Q12", "Q13")  # about one appointment, not about the person
ORDER = (*OF_PEOPLE, *OF_APPOINTMENTS, "A4", *LIST_ONLY)
AREA_RULES = ("A5", "A6", "A7")
TERM_RULES = ("T2", "T3", "T4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: rule, whom and which seat or team it is about (positions, -1 none).

    `month`: the month an answer to it speaks of. `row`: the answer's row, -1 none; `hint`: what
    the records say of it.
    """

    rule: Rule
    person: int = -1
    post: int = -1
    team: int = -1
    month: int
    row: int = -1
    told: Told = "open"
    hint: str = ""


def of_teams(seating: Seating, book: RuleBook, teams: Iterable[int]) -> tuple[Question, ...]:
    """List the questions about present holders and teams, by team, place in it and rule."""
    now, chosen = book.at(seating.as_of), sorted(set(teams))
    ranges = [np.arange(seating.seats(t).start, seating.seats(t).stop) for t in chosen]
    posts = np.concatenate([np.zeros(0, dtype=np.int64), *ranges]).astype(np.int32)
    held = posts[seating.holder[posts] >= 0]
    pairs = pair(now, seating, seating.holder[held], held, seating.as_of)
    found = [*_of_people(pairs, now), *_of_seats(pairs, now), *_of_promotions(seating, now, held)]
    varied = _varied(pairs, now)
    found += [_of_whole(seating, now["T6"], team) for team in chosen if team in varied]
    place = {(t, p): i for i, (t, p) in reversed(list(enumerate(_seated(pairs))))}
    last = len(place) + 1

    def key(one: Question) -> tuple[int, int, int]:
        return one.team, place.get((one.team, one.person), last), ORDER.index(one.rule.id)

    return tuple(sorted(found, key=key))


def of_pair(
    seating: Seating, book: RuleBook, person: int, post: int, month: int
) -> tuple[Question, ...]:
    """List the questions an appointment raises."""
    now = book.at(month)
    one, place = np.array([person], dtype=np.int32), np.array([post], dtype=np.int32)
    whole = pair(now, seating, one, place, month)
    raised = [id for id in OF_PAIRS if id in now and _raised(whole, now[id])[0]]
    return tuple(
        each
        for id in raised
        for each in _questions(whole, now[id], (0,), seat_too=id in OF_APPOINTMENTS)
    )


def _raised(pairs: Pairs, rule: Rule) -> Bools:
    """Say which pairs a question has to be asked of."""
    match rule.id:
        case "Q7":
            return (pairs.above & county(pairs)).possible
        case "Q12" | "Q13":
            return exceptional.exceptional(pairs).possible
        case "A4":
            return MEANINGS["A4"](pairs, rule).asked
        case _:
            return pairs.above.possible


def _seated(pairs: Pairs) -> list[tuple[int, int]]:
    """Give team and person of each pair."""
    team = pairs.snapshot.posts.ints("team")[pairs.posts]
    return list(zip(team.tolist(), pairs.people.tolist(), strict=True))


def _of_people(pairs: Pairs, book: RuleBook) -> Iterator[Question]:
    """Ask of everybody, once in a team, what is asked in case of a promotion."""
    first = list({each: i for i, each in reversed(list(enumerate(_seated(pairs))))}.values())
    for id in (each for each in OF_PEOPLE if each in book):
        yield from _questions(pairs, book[id], first, seat_too=False)


def _of_seats(pairs: Pairs, book: RuleBook) -> Iterator[Question]:
    """A4 where a family line tells of business; A8 where the home area stands in question."""
    snapshot = pairs.snapshot
    if "A4" in book:
        told = np.isin(pairs.people, list(family.business_signs(snapshot)))
        told |= hand.rows_for(pairs, "A4") >= 0
        chosen = np.flatnonzero(told & family.regulators(snapshot)[pairs.posts])
        yield from _questions(pairs, book["A4"], chosen.tolist(), seat_too=True)
    if "A8" in book:
        chosen = np.flatnonzero(_minority_at_home(pairs, book))
        yield from _questions(pairs, book["A8"], chosen.tolist(), seat_too=True)


def _of_promotions(seating: Seating, book: RuleBook, held: Ints) -> Iterator[Question]:
    """Q7, Q12, Q13 of those promoted, judged as they stood just before."""
    rows = seating.tenure[held]
    promoted = np.append(seating.snapshot["tenure"].ints("promoted"), 0)[rows] == 1
    posts = held[(rows >= 0) & promoted & (seating.since[held] >= 0)]
    since = seating.since[posts]
    pairs = pair(book, seating, seating.holder[posts], posts, since, before=True)
    for id in (each for each in OF_APPOINTMENTS if each in book):
        asked = _raised(pairs, book[id])
        if id == "Q7":
            asked = asked & (seating.as_of - since < int(book[id].parameters["months"]))
        yield from _questions(pairs, book[id], np.flatnonzero(asked).tolist(), seat_too=True)


def _questions(
    pairs: Pairs, rule: Rule, chosen: Iterable[int], *, seat_too: bool
) -> Iterator[Question]:
    """Make the questions of one rule about some pairs; `seat_too`: about the seat as well."""
    rows = hand.rows_for(pairs, rule.id)
    told = hand.told_of(pairs.snapshot, rule, rows)
    team = pairs.snapshot.posts.ints("team")[pairs.posts]
    for i in chosen:
        yield Question(
            rule=rule,
            person=int(pairs.people[i]),
            post=int(pairs.posts[i]) if seat_too else -1,
            team=int(team[i]),
            month=int(pairs.months[i]),
            row=int(rows[i]),
            told=hand.TOLD[int(told[i])],
            hint=_hint(pairs, rule, i),
        )


def _hint(pairs: Pairs, rule: Rule, i: int) -> str:
    """Say what the records say of a question."""
    person, snapshot = int(pairs.people[i]), pairs.snapshot
    match rule.id:
        case "A4":
            return family.business_signs(snapshot).get(person, "")
        case "K5":
            return family.emigration_signs(snapshot).get(person, "家庭成员中未见移居登记")
        case "Q8":
            return f"任免审批表健康状况：{snapshot.people.raw('health')[person] or '未登记'}"
        case "Q7":
            due = int(pairs.months[i]) + int(rule.parameters["months"])
            return f"提任后一年内（{months.show(due)}前）完成"
        case "Q12" | "Q13":
            missed = [id for id, sure in exceptional.broken(pairs).items() if sure[i]]
            return f"未达到{'、'.join(missed)}，属于破格提拔"
        case _:
            return ""


def _minority_at_home(pairs: Pairs, book: RuleBook) -> Bools:
    """Mark minority cadres in seats of autonomous areas that ask for another home than theirs."""
    ethnicity = pairs.snapshot.people.texts("ethnicity")
    minority = (ethnicity.codes >= 0) & ~ethnicity.mask("汉族")
    asked = np.zeros(len(pairs), np.bool_)
    for id in (each for each in AREA_RULES if each in book):
        asked |= ~MEANINGS[id](pairs, book[id]).ok.sure
    return asked & minority[pairs.people] & _in_autonomy(pairs)


def _in_autonomy(pairs: Pairs) -> Bools:
    area = pairs.snapshot.teams.texts("area").mask(*autonomous(pairs.snapshot))
    found: Bools = np.append(area, False)[pairs.snapshot.posts.ints("team")[pairs.posts]]
    return found


def _varied(pairs: Pairs, book: RuleBook) -> set[int]:
    """Give the teams of autonomous areas in which a rule on terms is not met."""
    if "T6" not in book:
        return set()
    open_ = np.zeros(len(pairs), np.bool_)
    found = {"T2": terms.changes_in_term, "T3": terms.two_terms, "T4": terms.years_at_level}
    for id in (each for each in TERM_RULES if each in book):
        open_ |= ~found[id](pairs, book[id]).ok.sure
    team = pairs.snapshot.posts.ints("team")[pairs.posts]
    return set(team[open_ & _in_autonomy(pairs)].tolist())


def _of_whole(seating: Seating, rule: Rule, team: int) -> Question:
    """Ask a question about a team; the latest answer counts."""
    table = seating.snapshot["rule_check"]
    month, at = table.ints("month"), table.raw("entered_at")
    mine = table.texts("rule").mask(rule.id) & (table.ints("team") == team)
    mine &= (table.ints("person") < 0) & (month <= seating.as_of)
    rows = sorted(np.flatnonzero(mine).tolist(), key=lambda r: (int(month[r]), at[r] or ""))
    row = rows[-1] if rows else -1
    told = hand.told_of(seating.snapshot, rule, np.array([row], dtype=np.int32))[0]
    return Question(
        rule=rule, team=team, month=seating.as_of, row=row, told=hand.TOLD[int(told)],
        hint="本班子有任期规则未通过或待核",
    )  # fmt: skip


def autonomous(snapshot: Snapshot) -> frozenset[str]:
    """Give the names of autonomous areas."""

    def make() -> frozenset[str]:
        units = snapshot["unit"]
        rows = zip(*(units.raw(n) for n in ("kind", "name", "area_kind", "autonomy")), strict=True)
        return frozenset(
            name for kind, name, form, groups in rows
            if kind == "地区" and name and (groups or form == "自治县")
        )  # fmt: skip

    return snapshot.remember("rules autonomous areas", make)
