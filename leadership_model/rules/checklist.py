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
from leadership_model.rules import exceptional, family, hand, seat, terms
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
    """List the questions about present holders and teams, by team, person and rule."""
    now, found = book.at(seating.as_of), list[Question]()
    for team in sorted(set(teams)):
        found += _of_team(seating, now, team)
    return tuple(found)


def of_pair(
    seating: Seating, book: RuleBook, person: int, post: int, month: int
) -> tuple[Question, ...]:
    """List the questions an appointment raises."""
    now = book.at(month)
    one, place = np.array([person], dtype=np.int32), np.array([post], dtype=np.int32)
    whole = pair(now, seating, one, place, month)
    raised = [id for id in OF_PAIRS if id in now and _raised(whole, now[id])[0]]
    return tuple(
        _question(whole, now[id], 0, post if id in OF_APPOINTMENTS else -1) for id in raised
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


def _of_team(seating: Seating, book: RuleBook, team: int) -> Iterator[Question]:
    posts = np.arange(seating.seats(team).start, seating.seats(team).stop, dtype=np.int32)
    held = posts[seating.holder[posts] >= 0]
    people = seating.holder[held]
    pairs = pair(book, seating, people, held, seating.as_of)
    first = np.unique(people, return_index=True)[1]
    for i in range(len(pairs)):
        if i in first:
            for id in (each for each in OF_PEOPLE if each in book):
                yield _question(pairs, book[id], i, -1)
        yield from _of_seat(book, pairs, i)
    yield from _of_promotions(seating, book, held)
    if "T6" in book and _varies(pairs, book, team):
        yield _of_whole(seating, book["T6"], team)


def _of_seat(book: RuleBook, pairs: Pairs, i: int) -> Iterator[Question]:
    """A4 where a family line tells of business; A8 where the home area stands in question."""
    person, post = int(pairs.people[i]), int(pairs.posts[i])
    business = "A4" in book and bool(family.regulators(pairs.snapshot)[post])
    told = person in family.business_signs(pairs.snapshot) or _answered(pairs, "A4", i)
    if business and told:
        yield _question(pairs, book["A4"], i, post)
    if "A8" in book and _minority_at_home(pairs, book, i):
        yield _question(pairs, book["A8"], i, post)


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
        for i in np.flatnonzero(asked):
            yield _question(pairs, book[id], int(i), int(pairs.posts[i]))


def _question(pairs: Pairs, rule: Rule, i: int, post: int) -> Question:
    row = int(hand.rows_for(pairs, rule.id)[i])
    told = hand.told_of(pairs.snapshot, rule, np.array([row], dtype=np.int32))[0]
    person, place = int(pairs.people[i]), int(pairs.posts[i])
    return Question(
        rule=rule,
        person=person,
        post=post,
        team=int(pairs.snapshot.posts.ints("team")[place]),
        month=int(pairs.months[i]),
        row=row,
        told=hand.TOLD[int(told)],
        hint=_hint(pairs, rule, i),
    )


def _answered(pairs: Pairs, rule: str, i: int) -> bool:
    return bool(hand.rows_for(pairs, rule)[i] >= 0)


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


def _minority_at_home(pairs: Pairs, book: RuleBook, i: int) -> bool:
    """Say whether a seat in an autonomous area asks for another home and its holder is local."""
    person, post = int(pairs.people[i]), int(pairs.posts[i])
    area = seat.area_of_posts(pairs.snapshot)[post]
    ethnicity = pairs.snapshot.people.raw("ethnicity")[person]
    if area not in autonomous(pairs.snapshot) or ethnicity in (None, "汉族"):
        return False
    asked = (id for id in AREA_RULES if id in book)
    return any(not MEANINGS[id](pairs, book[id]).ok.sure[i] for id in asked)


def _varies(pairs: Pairs, book: RuleBook, team: int) -> bool:
    """Say whether a rule on terms is not met in a team of an autonomous area."""
    area = pairs.snapshot.teams.raw("area")[team]
    if area not in autonomous(pairs.snapshot) or not len(pairs):
        return False
    asked = (id for id in TERM_RULES if id in book)
    found = {"T2": terms.changes_in_term, "T3": terms.two_terms, "T4": terms.years_at_level}
    return any(not found[id](pairs, book[id]).ok.sure.all() for id in asked)


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
