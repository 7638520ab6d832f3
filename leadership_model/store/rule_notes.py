"""What people put beside the rules, written and taken back: answers, kinship, exceptions."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sqlalchemy.engine import Connection

from leadership_model.errors import UserError
from leadership_model.people.person import Kinship, Person
from leadership_model.people.rule_notes import ANSWERS, RuleCheck, RuleException
from leadership_model.rules.exceptions import check_exception
from leadership_model.rules.rule import Rule
from leadership_model.store.actor import Actor
from leadership_model.store.joint import JointEdit
from leadership_model.store.signed import SignedEdit

STATES = ("确认", "排除", "待核")


def answering(
    before: RuleCheck | None,
    after: RuleCheck | None,
    person: tuple[Person, Person] | None = None,
) -> SignedEdit:
    """Make the edit of an answer (None = none); `person`: a record that changes with it, both ways.

    UserError when the answer is none of 是, 否, 待核.
    """
    if after is not None and after.answer not in ANSWERS:
        raise UserError(f"核查结果只能是{'、'.join(ANSWERS)}，不能是“{after.answer}”")
    was = () if before is None else (before,)
    now = () if after is None else (after,)
    mine = person or ()
    subject = mine[0].id if mine else ""
    title = "核定成长地" if mine else ""
    return SignedEdit(JointEdit((*mine[:1], *was), (*mine[1:], *now), title=title, subject=subject))


def together(edits: Sequence[SignedEdit]) -> SignedEdit:
    """Make one edit of several answers: written and taken back together."""
    before = tuple(each for edit in edits for each in edit.edit.before)
    after = tuple(each for edit in edits for each in edit.edit.after)
    return SignedEdit(JointEdit(before, after))


def deciding(before: Kinship | None, after: Kinship, person: Person) -> SignedEdit:
    """Make the edit that confirms or dismisses a relation; `person` is the owner of the row.

    UserError without a reason, since others rely on the decision.
    """
    if after.state not in STATES:
        raise UserError(f"亲属关系只能是{'、'.join(STATES)}，不能是“{after.state}”")
    if after.state != "待核" and not (after.note or "").strip():
        raise UserError("请写明确认或排除的依据")
    was = () if before is None else (before,)
    edit = JointEdit((person, *was), (person, after), title="核定亲属关系", subject=person.id)
    return SignedEdit(edit)


def granting(
    rule: Rule | None, before: RuleException | None, after: RuleException | None
) -> JointEdit:
    """Make the edit that grants, changes or takes away an exception.

    UserError, here and again when it is written, where the rule allows none or it says too little.
    """
    if after is not None:
        check_exception(rule, after)
    was = () if before is None else (before,)
    now = () if after is None else (after,)
    guard = None if after is None else partial(_check, rule, after)
    return JointEdit(was, now, guard=guard)


def ending(rule: Rule | None, given: RuleException, month: int) -> JointEdit:
    """Make the edit that ends an exception: it no longer holds at `month`."""
    if given.start is not None and given.start >= month:
        return granting(rule, given, None)
    return granting(rule, given, replace(given, end=month))


def _check(rule: Rule | None, given: RuleException, _in: Connection, _by: Actor) -> None:
    check_exception(rule, given)
