"""Every fault the city holds, found by this room's own code: the answers that tests compare with.

A truth is fail or unknown; what is in order is not listed. Nothing here is shared with the rules:
that two independent readings agree is the point.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.person import Person
from leadership_model.sample import grade_truths
from leadership_model.sample.data_truths import data_truths
from leadership_model.sample.due import due_months
from leadership_model.sample.flag_truths import flag_truths
from leadership_model.sample.register import Register
from leadership_model.sample.rule_truths import rule_truths
from leadership_model.sample.section_truths import section_truths
from leadership_model.sample.sitting import Sitting, sit
from leadership_model.sample.truth import Result, Truth

ROTATING = ("县级党委", "县级政府", "市直部门")


def find(register: Register) -> tuple[Truth, ...]:
    """List every fault, in order of rule, team, post, people and field."""
    sitting = sit(register)
    found: list[Truth] = []
    for each in (_quota, _empty_heads, _kin, _home, _rotation, _sanctions, _autonomy):
        found += each(sitting)
    for each in (_retirement, _probation):
        found += each(sitting)
    found += rule_truths(sitting)
    found += section_truths(sitting)
    found += data_truths(register, sitting.held)
    marked = (truth.marked(register.planted) for truth in found)
    return tuple(sorted(marked, key=lambda truth: truth.order))


def find_flags(register: Register, faults: tuple[Truth, ...]) -> tuple[Truth, ...]:
    """List the warning flags of the teams, in order of rule and team; `faults` as `find` gave."""
    found = (each.marked(register.planted) for each in flag_truths(sit(register), faults))
    return tuple(sorted(found, key=lambda truth: truth.order))


def document(
    truths: tuple[Truth, ...],
    number: int,
    as_of: int,
    flags: tuple[Truth, ...] = (),
    grades: tuple[grade_truths.GradeTruth, ...] = (),
    held: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Put the truths into the form of the file beside a database.

    `faults` is what the rules and the check of data find, `flags` what 班子预警 finds, `grades` who
    stands in the list of 职级 about the month, `held` who is held 暂缓使用 at it.
    """
    faults = [{**asdict(truth), "people": list(truth.people)} for truth in truths]
    up = [{"rule": each.rule, "result": each.result, "team": each.team} for each in flags]
    return {
        "seed": number,
        "as_of": months.show_iso(as_of),
        "faults": faults,
        "flags": up,
        "grades": grade_truths.document(grades),
        "held": list(held),
    }


def _quota(sitting: Sitting) -> Iterator[Truth]:
    """N1: more people in seats that take quota than approved (that of 其他 is optional)."""
    for team in sitting.register.teams.values():
        for role, name, quota in (
            ("正职", "quota_head", team.quota_head),
            ("副职", "quota_deputy", team.quota_deputy),
            ("其他", "quota_other", team.quota_other),
        ):
            holders: list[str] = []
            outsiders = 0
            for post in sitting.posts.get(team.id, []):
                tenure = sitting.held.get(post.id)
                if tenure is None or post.role != role or not post.takes_quota:
                    continue
                if tenure.person is None:
                    outsiders += 1
                elif tenure.person not in holders:
                    holders.append(tenure.person)
            filled = len(holders) + outsiders
            if quota is None and filled and name != "quota_other":
                yield Truth("N1", "unknown", tuple(holders), team.id, field=name)
            elif quota is not None and filled > quota:
                yield Truth("N1", "fail", tuple(holders), team.id, field=name)


def _empty_heads(sitting: Sitting) -> Iterator[Truth]:
    """N2: a head seat nobody holds."""
    for team in sitting.register.teams.values():
        for post in sitting.posts.get(team.id, []):
            if post.role == "正职" and post.member and post.id not in sitting.held:
                yield Truth("N2", "fail", (), team.id, post.id)


def _kin(sitting: Sitting) -> Iterator[Truth]:
    """A1: a family line of a member that fits another member of the team by name and birth."""
    titles = codes.relation_groups()
    for team in sitting.register.teams.values():
        members: dict[str, Person] = {}
        for post in sitting.posts.get(team.id, []):
            tenure = sitting.held.get(post.id)
            if tenure is not None and tenure.person and post.member:
                members[tenure.person] = sitting.register.people[tenure.person]
        pairs: set[tuple[str, str]] = set()
        for person in members:
            for line in sitting.register.relatives.get(person, []):
                if line.deceased or line.title not in titles or line.birth is None:
                    continue
                for other, who in members.items():
                    if other != person and who.name == line.name and who.birth == line.birth:
                        pairs.add((min(person, other), max(person, other)))
        for pair in sorted(pairs):
            yield Truth("A1", "unknown", pair, team.id)


def _home(sitting: Sitting) -> Iterator[Truth]:
    """A5: one of the seven heads of an area grew up there, or nobody knows where."""
    for team, post, _, person in sitting.seats():
        if post.area_head != "县":
            continue
        if person.hometown is None:
            yield Truth("A5", "unknown", (person.id,), team.id, post.id)
        elif person.hometown == team.area:
            yield Truth("A5", "fail", (person.id,), team.id, post.id)


def _rotation(sitting: Sitting) -> Iterator[Truth]:
    """X1: ten years or more in the same post."""
    for team, post, tenure, person in sitting.seats():
        if team.category not in ROTATING or post.role not in ("正职", "副职"):
            continue
        if tenure.start is not None and sitting.register.as_of - tenure.start >= 120:
            yield Truth("X1", "fail", (person.id,), team.id, post.id)


def _sanctions(sitting: Sitting) -> Iterator[Truth]:
    """S1-S6: a sanction whose effect has not ended."""
    rules = codes.values("sanctions", "rule")
    lasts = codes.values("sanctions", "months")
    as_of = sitting.register.as_of
    for team, post, _, person in sitting.seats():
        rows = sitting.register.sanctions.get(person.id, [])
        in_force = {
            rules[row.kind]
            for row in rows
            if row.kind is not None and row.kind in rules and row.month is not None
            and row.month <= as_of < (row.ends or row.month + lasts[row.kind])
        }  # fmt: skip
        for rule in sorted(in_force):
            yield Truth(rule, "fail", (person.id,), team.id, post.id)


def _autonomy(sitting: Sitting) -> Iterator[Truth]:
    """M1: the head of an autonomous county belongs to none of its groups."""
    groups = {
        unit.name: (unit.autonomy or "").split("、")
        for unit in sitting.register.units
        if unit.kind == "地区" and unit.autonomy
    }
    for team, post, _, person in sitting.seats():
        if team.category != "县级政府" or team.area not in groups or post.role != "正职":
            continue
        if person.ethnicity is None:
            yield Truth("M1", "unknown", (person.id,), team.id, post.id)
        elif person.ethnicity not in groups[team.area]:
            yield Truth("M1", "fail", (person.id,), team.id, post.id)


def _retirement(sitting: Sitting) -> Iterator[Truth]:
    """R1: the statutory month is reached, or comes within six months."""
    as_of = sitting.register.as_of
    for team, post, _, person in sitting.seats():
        states = {_state(month, as_of) for month in due_months(person)}
        if states == {"later"}:
            continue
        result: Result = "fail" if len(states) == 1 else "unknown"
        yield Truth("R1", result, (person.id,), team.id, post.id)


def _state(month: int | None, as_of: int) -> str:
    if month is None:
        return "open"
    if as_of >= month:
        return "reached"
    return "soon" if month <= as_of + 6 else "later"


def _probation(sitting: Sitting) -> Iterator[Truth]:
    """P1: promoted less than a year ago into a post that is not elected."""
    for team, post, tenure, person in sitting.seats():
        if post.elected or tenure.kind not in ("任职", "兼任") or tenure.start is None:
            continue
        if tenure.promoted is False or sitting.register.as_of - tenure.start >= 12:
            continue
        result: Result = "fail" if tenure.promoted else "unknown"
        yield Truth("P1", result, (person.id,), team.id, post.id)
