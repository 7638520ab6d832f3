"""Exceptions 例外 from rules: which may be granted, what one must name, and whom it covers.

An exception changes no answer: what is so stays so. It is laid beside the result and shown with it
wherever the result is shown.
"""

from collections.abc import Iterable
from dataclasses import replace

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people.rule_notes import RuleException
from leadership_model.people.snapshot import Snapshot
from leadership_model.rules.rule import Rule, RuleResult


def check_exception(rule: Rule | None, given: RuleException) -> None:
    """Refuse an exception that says too little, or that the rule does not allow; UserError."""
    if rule is None:
        raise UserError(f"没有编号为“{given.rule}”的规则，不能登记例外")
    if rule.waiver == "none":
        raise UserError(f"规则 {rule.id}“{rule.title}”不得例外，不能登记例外")
    if not (given.person or given.post or given.team):
        raise UserError("例外要写明针对哪名干部、哪个岗位或哪个班子，请至少选定一项")
    if not (given.reason or "").strip():
        raise UserError("请写明例外的理由")
    date = given.reply_date or ""
    if rule.waiver == "superior":
        if not (given.reply_number or "").strip():
            raise UserError("这条规则的例外须上级批复，请填写批复文号")
    elif not (given.approver or "").strip():
        raise UserError("这条规则的例外须本级批准，请填写批准人或批准机关")
    if not months.is_day(date):
        raise UserError(f"批准日期应写成 2026-11-20 的样子，不能是“{date}”")
    if given.start is not None and given.end is not None and given.end <= given.start:
        raise UserError("例外的截止月份应晚于起始月份，请改正")


def holds(given: RuleException, month: int) -> bool:
    """Say whether an exception is in force at a month (start <= month < end)."""
    begun = given.start is None or given.start <= month
    return begun and (given.end is None or month < given.end)


def everywhere(snapshot: Snapshot) -> dict[str, tuple[RuleException, ...]]:
    """Give the exceptions that belong to no single scenario, by rule."""

    def make() -> dict[str, tuple[RuleException, ...]]:
        found: dict[str, list[RuleException]] = {}
        for each in snapshot["exception"].records():
            if each.scenario is None:
                found.setdefault(each.rule or "", []).append(each)
        order = {
            rule: tuple(sorted(some, key=lambda e: (e.start or 0, e.id)))
            for rule, some in found.items()
        }
        return dict(sorted(order.items()))

    return snapshot.remember("rules exceptions", make)


def of_result(snapshot: Snapshot, month: int, result: RuleResult) -> RuleException | None:
    """Find the exception in force that covers a result: the one begun last; None when none does."""
    listed = everywhere(snapshot).get(result.rule, ())
    fits = [each for each in listed if holds(each, month) and _covers(snapshot, each, result)]
    return fits[-1] if fits else None


def _covers(snapshot: Snapshot, given: RuleException, result: RuleResult) -> bool:
    """Say whether all that an exception names is what the result is about."""
    people = {snapshot.people.ids[each] for each in result.people}
    post = snapshot.posts.ids[result.post] if result.post >= 0 else None
    team = snapshot.teams.ids[result.team] if result.team >= 0 else None
    return (
        (given.person is None or given.person in people)
        and (given.post is None or given.post == post)
        and (given.team is None or given.team == team)
        and (given.person, given.post, given.team) != (None, None, None)
    )


def words(given: RuleException) -> str:
    """Write an exception in one line: who allowed it, when, why."""
    said = [given.reply_number, given.approver, given.reply_date]
    end = f"{months.show(given.end)}止" if given.end is not None else None
    parts = [each for each in (*said, end) if each]
    reason = f"：{given.reason.rstrip('。')}" if given.reason else ""
    return f"例外（{'，'.join(parts)}）{reason}"


def laid(snapshot: Snapshot, month: int, results: Iterable[RuleResult]) -> tuple[RuleResult, ...]:
    """Lay the exceptions in force beside the results they cover; passes need none."""
    listed = everywhere(snapshot)
    if not listed:
        return tuple(results)
    found = []
    for each in results:
        given = None
        if each.result != "pass" and each.rule in listed:
            given = of_result(snapshot, month, each)
        found.append(each if given is None else replace(each, exception=words(given)))
    return tuple(found)


def replied(snapshot: Snapshot, rule: str, person: int, month: int) -> RuleException | None:
    """Find the superior's reply on record for a person and a rule, in force at a month."""
    name = snapshot.people.ids[person]
    fits = [
        each
        for each in everywhere(snapshot).get(rule, ())
        if each.person == name and each.reply_number and holds(each, month)
    ]
    return fits[-1] if fits else None
