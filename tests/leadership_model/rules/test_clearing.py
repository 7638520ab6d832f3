from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.people.ignored import IgnoredIssue
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.rules import clearing
from leadership_model.rules.quality import check

AS_OF = months.parse("2026-11")


def base(*records):
    return of_records(
        [
            Unit(id="u1", name="财政局"),
            Unit(id="u2", name="审计局"),
            Team(id="t1", unit="u2", name="审计局班子", category="县直部门", quota_head=1),
            Person(id="p1", name="甲", unit="u1"),
            Person(id="p2", name="乙", unit="u2", origin="云"),
            Person(id="p3", name="丙"),
            *records,
        ]
    )


def note(rule, field, person=None, team=None, id="i1"):
    return IgnoredIssue(id=id, rule=rule, field=field, person=person, team=team, reason="已说明")


def test_an_ignored_issue_leaves_the_open_ones_and_keeps_its_reason():
    snapshot = base(note("D03", "origin", person="p2"))
    results = check(snapshot, AS_OF)
    left, stand = clearing.split(snapshot, results)
    assert len(left) == len(results) - 1
    ((result, why),) = stand
    assert (result.rule, result.field, why.reason) == ("D03", "origin", "已说明")


def test_issues_of_teams_can_be_ignored():
    snapshot = base(note("D12", "quota_deputy", team="t1"))
    _, stand = clearing.split(snapshot, check(snapshot, AS_OF))
    assert [each.rule for each, _ in stand] == ["D12"]


def test_another_person_rule_or_field_is_another_issue():
    for other in (
        note("D03", "origin", person="p1"),
        note("D14", "origin", person="p2"),
        note("D03", "name", person="p2"),
    ):
        snapshot = base(other)
        assert not clearing.split(snapshot, check(snapshot, AS_OF))[1]


def test_a_unit_is_clear_where_all_its_issues_are_ignored():
    snapshot = base()
    team = [each for each in check(snapshot, AS_OF) if each.team == 0]
    notes = [note(e.rule, e.field, team="t1", id=f"i{n}") for n, e in enumerate(team)]
    snapshot = base(*notes)
    left, stand = clearing.split(snapshot, check(snapshot, AS_OF))
    rows = clearing.progress(snapshot, left, [each for each, _ in stand])
    second = next(row for row in rows if row.unit == 1)
    assert (second.clear, second.ignored, second.open) == (0, 1, 1)
    assert second.let_stand == len(team)


@given(st.sets(st.integers(0, 60)))
def test_every_record_and_every_issue_counts_once(chosen):
    snapshot = base()
    results = check(snapshot, AS_OF)
    notes = []
    for at in sorted(chosen):
        if at < len(results):
            rule, person, team, field = clearing.key_of(snapshot, results[at])
            notes.append(note(rule, field, person or None, team or None, id=f"i{at}"))
    snapshot = base(*notes)
    left, stand = clearing.split(snapshot, check(snapshot, AS_OF))
    assert len(left) + len(stand) == len(results)
    assert len(stand) == len(notes)
    rows = clearing.progress(snapshot, left, [each for each, _ in stand])
    assert sum(row.records for row in rows) == len(snapshot.people) + len(snapshot.teams)
    assert sum(row.issues for row in rows) == len(left)
    assert sum(row.let_stand for row in rows) == len(stand)
    assert rows[-1].unit == -1
