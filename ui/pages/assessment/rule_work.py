"""Questions answered by hand, kinship decided, exceptions granted: rows and edits. No Qt."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model import ids, months
from leadership_model.errors import UserError
from leadership_model.people.person import Kinship
from leadership_model.people.rule_notes import RuleCheck, RuleException
from leadership_model.rules import checklist, exceptions
from leadership_model.rules.checklist import Question
from leadership_model.rules.hand import Told
from leadership_model.rules.kinship import kinships
from leadership_model.rules.rule import Rule, RuleResult
from ui import names
from ui.pages.assessment.verdicts import RuleRow
from ui.pages.assessment.work import View, short_post

if TYPE_CHECKING:
    from leadership_model.store.signed import SignedEdit

KIN, HOME = ("A1", "A2", "A3"), ("A5", "A6", "A7")
TOLD_ORDER: dict[Told, int] = {"bad": 0, "doubt": 1, "open": 2, "good": 3}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with names and the answer on record."""

    question: Question
    person: str
    post: str
    check: RuleCheck | None

    @property
    def rule(self) -> Rule:
        """Its rule."""
        return self.question.rule

    @property
    def key(self) -> str:
        """What tells it from others of the team."""
        return f"{self.rule.id} {self.question.person} {self.question.post}"


@dataclass(frozen=True, slots=True)
class Granted:
    """One exception that touches the team, with its rule and names."""

    given: RuleException
    rule: Rule | None
    about: str
    holds: bool


def questions(seen: View) -> tuple[Asked, ...]:
    """List the questions about a team and its members; those answered with trouble first."""
    world = seen.world
    found = [
        _asked(seen, each) for each in checklist.of_teams(world.seating, world.book, (seen.team,))
    ]
    return tuple(sorted(found, key=_order))


def _order(row: Asked) -> tuple[int, int, int, str]:
    question = row.question
    whole = question.rule.id in checklist.OF_PEOPLE
    return TOLD_ORDER[question.told], int(whole), question.person, question.rule.id


def _asked(seen: View, question: Question) -> Asked:
    snapshot = seen.world.snapshot
    table = snapshot["rule_check"]
    return Asked(
        question,
        names.person_name(snapshot, question.person) if question.person >= 0 else "班子整体",
        short_post(names.post_name(snapshot, question.post)) if question.post >= 0 else "",
        table.record(question.row) if question.row >= 0 else None,
    )


def question_of(seen: View, row: RuleRow) -> Asked | None:
    """Make the question behind a result that a person may answer; None where there is none."""
    result, rule = row.result, row.rule
    if rule is None or not rule.question or len(result.people) != 1:
        return None
    seating = seen.world.seating
    begun = int(seating.since[result.post]) if result.post >= 0 else -1
    past = rule.id[0] == "Q" and begun >= 0
    question = Question(
        rule=rule,
        person=result.people[0],
        post=result.post if rule.id in (*HOME, "A4") or past else -1,
        team=seen.team,
        month=begun if past else seen.world.as_of,
        hint=result.evidence,
    )
    stored = _stored(seen, question)
    return replace(_asked(seen, question), check=stored)


def _stored(seen: View, question: Question) -> RuleCheck | None:
    snapshot = seen.world.snapshot
    person = snapshot.people.ids[question.person]
    post = snapshot.posts.ids[question.post] if question.post >= 0 else None
    found = [
        each
        for each in snapshot["rule_check"].records()
        if (each.rule, each.person, each.post) == (question.rule.id, person, post)
    ]
    return max(found, key=_age) if found else None


def _age(check: RuleCheck) -> tuple[int, str]:
    return check.month or 0, check.entered_at or ""


def answering(seen: View, asked: Asked, answer: str, note: str, place: str = "") -> "SignedEdit":
    """Make the edit of an answer; `place`: the 成长地 found out, written into the record too."""
    from leadership_model.store import rule_notes

    snapshot, question, old = seen.world.snapshot, asked.question, asked.check
    person = snapshot.people.ids[question.person] if question.person >= 0 else None
    post = snapshot.posts.ids[question.post] if question.post >= 0 else None
    same = old is not None and (old.person, old.post) == (person, post)
    made = RuleCheck(
        id=old.id if old is not None and same else ids.new("rc"),
        rule=question.rule.id,
        person=person,
        post=post,
        team=None if person else snapshot.teams.ids[question.team],
        answer=answer,
        note=note.strip() or None,
        month=question.month,
    )
    both = None
    if place.strip() and question.person >= 0:
        record = snapshot.people.record(question.person)
        both = (record, replace(record, hometown=place.strip()))
    return rule_notes.answering(old if same else None, made, both)


def withdrawing(asked: Asked) -> "SignedEdit":
    """Make the edit that takes an answer away."""
    from leadership_model.store import rule_notes

    return rule_notes.answering(asked.check, None)


@dataclass(frozen=True, slots=True)
class Relation:
    """Two people, what the family table says, and what was decided of them."""

    people: tuple[int, int]
    names: tuple[str, str]
    title: str
    told: str
    kept: Kinship | None


def relation_of(seen: View, row: RuleRow) -> Relation | None:
    """Make the relation behind a result of A1-A3."""
    if row.result.rule not in KIN or len(row.result.people) != 2:
        return None
    one, two = row.result.people
    snapshot = seen.world.snapshot
    kin = next((each for each in kinships(snapshot).of.get(one, ()) if each.other == two), None)
    first, second = snapshot.people.ids[one], snapshot.people.ids[two]
    kept = [
        each
        for each in snapshot["kinship"].records()
        if {each.person, each.relative} == {first, second}
    ]
    return Relation(
        (one, two),
        (names.person_name(snapshot, one), names.person_name(snapshot, two)),
        "" if kin is None else kin.title,
        row.result.evidence,
        kept[0] if kept else None,
    )


def deciding(seen: View, found: Relation, state: str, title: str, note: str) -> "SignedEdit":
    """Make the edit that confirms or dismisses a relation."""
    from leadership_model.store import rule_notes

    snapshot, old = seen.world.snapshot, found.kept
    first, second = (snapshot.people.ids[each] for each in found.people)
    made = Kinship(
        id=old.id if old else ids.new("k"),
        person=old.person if old else first,
        relative=old.relative if old else second,
        title=title.strip() or None,
        state=state,
        note=note.strip() or None,
    )
    owner = snapshot.people.record(snapshot.people.positions[made.person or first])
    return rule_notes.deciding(old, made, owner)


@dataclass(frozen=True, slots=True)
class Scope:
    """What an exception may be about, in words."""

    words: str
    person: str | None = None
    post: str | None = None
    team: str | None = None


def scopes(seen: View, result: RuleResult) -> tuple[Scope, ...]:
    """List what an exception from a result can be about, the narrowest first."""
    snapshot = seen.world.snapshot
    team = snapshot.teams.ids[seen.team]
    post = snapshot.posts.ids[result.post] if result.post >= 0 else None
    seat = short_post(names.post_name(snapshot, result.post)) if result.post >= 0 else ""
    found = []
    for person in result.people:
        id, name = snapshot.people.ids[person], names.person_name(snapshot, person)
        if post is not None:
            found.append(Scope(f"{name} 任 {seat}", id, post))
        found.append(Scope(f"{name}（不论任何岗位）", id))
    if post is not None and not result.people:
        found.append(Scope(seat, None, post))
    return (*found, Scope(f"{seen.short}（整个班子）", None, None, team))


def scopes_of(row: "Granted") -> tuple[Scope, ...]:
    """Give what a granted exception is about, alone."""
    given = row.given
    return (Scope(row.about, given.person, given.post, given.team),)


def exception_of(seen: View, row: RuleRow) -> RuleException | None:
    """Find the exception in force that covers a result."""
    return exceptions.of_result(seen.world.snapshot, seen.world.as_of, row.result)


def exception_typed(
    rule: Rule | None, old: RuleException | None, scope: Scope, typed: dict[str, str]
) -> RuleException:
    """Read the form of an exception; UserError when a month cannot be read."""
    given = old or RuleException(id=ids.new("ex"), rule=rule.id if rule else "")
    text = {name: value.strip() or None for name, value in typed.items()}
    return replace(
        given,
        person=scope.person,
        post=scope.post,
        team=scope.team,
        reason=text["reason"],
        approver=text["approver"],
        reply_number=text["reply_number"],
        reply_date=text["reply_date"],
        start=_month(text["start"], "起始月份"),
        end=_month(text["end"], "截止月份"),
    )


def _month(text: str | None, words: str) -> int | None:
    month = months.parse(text) if text else None
    if text and month is None:
        raise UserError(f"{words}应写成 2026-11 的样子，不能是“{text}”")
    return month


def grants(seen: View) -> tuple[Granted, ...]:
    """List the exceptions that name the team, one of its seats or one of its members."""
    world, snapshot = seen.world, seen.world.snapshot
    people = {snapshot.people.ids[each] for each in seen.members()}
    posts = {snapshot.posts.ids[each] for each in world.seating.seats(seen.team)}
    book, found = world.book, []
    for listed in exceptions.everywhere(snapshot).values():
        for each in listed:
            if each.person in people or each.post in posts or each.team == seen.id:
                holds = exceptions.holds(each, world.as_of)
                found.append(Granted(each, book.get(each.rule or ""), _about(seen, each), holds))
    return tuple(sorted(found, key=_grant_order))


def _grant_order(row: Granted) -> tuple[bool, str, str]:
    return not row.holds, row.given.rule or "", row.given.id


def _about(seen: View, given: RuleException) -> str:
    snapshot = seen.world.snapshot
    person = snapshot.people.positions.get(given.person or "")
    post = snapshot.posts.positions.get(given.post or "")
    parts = [] if person is None else [names.person_name(snapshot, person)]
    parts += [] if post is None else [short_post(names.post_name(snapshot, post))]
    return " ".join(parts) or seen.short
