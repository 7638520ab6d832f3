from collections import Counter

import pytest

from leadership_model import months
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.people.person import Person, Sanction
from leadership_model.people.seating import VACANT, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.tenure import Tenure
from leadership_model.rules import quality
from leadership_model.sample import city as cities
from leadership_model.sample.truths import document

LEAST = {"N1": 3, "N2": 3, "A1": 5, "A5": 4, "X1": 6, "S1": 2, "M1": 1, "R1": 10, "P1": 5}
LEAST |= {f"D{number:02d}": 3 for number in range(1, 23)}


def of(city, kind):
    return [record for record in city.records if isinstance(record, kind)]


@pytest.fixture(scope="module", params=["small", "other", "default"])
def city(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def laid(city):
    """The snapshot and the seating of a city."""
    snapshot = of_records(city.records, city.settings)
    return snapshot, seat(snapshot, city.month)


def test_every_kind_is_planted_often_enough(city):
    planted = Counter(truth.rule for truth in city.truths if truth.planted)
    assert {rule: planted[rule] for rule, least in LEAST.items() if planted[rule] < least} == {}


def test_truths_are_in_one_order_and_each_is_listed_once(city):
    orders = [truth.order for truth in city.truths]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def test_data_faults_are_planted_on_people_with_a_seat(city, laid):
    _, seating = laid
    ids = seating.snapshot.people.ids
    seated = {ids[i] for i in seating.seated().nonzero()[0]}
    planted = [t for t in city.truths if t.planted and t.rule.startswith("D") and t.people]
    assert len(planted) >= 60
    assert all(truth.people[0] in seated for truth in planted)


def test_assessment_and_check_find_exactly_the_truths(city, laid):
    snapshot, _ = laid
    people, teams, posts = snapshot.people.ids, snapshot.teams.ids, snapshot.posts.ids
    wanted = {t.rule for t in city.truths}

    def key(result, team, field):
        post = posts[result.post] if result.post >= 0 else None
        who = tuple(sorted(people[each] for each in result.people))
        return result.rule, result.result, who, team, post, field

    found = Counter(
        key(result, teams[assessment.team], None)
        for assessment in assess_all(World.of(snapshot, city.month))
        for result in assessment.rules
        if result.result != "pass" and result.rule in wanted
    )
    found += Counter(
        key(result, teams[result.team] if result.team >= 0 else None, result.field)
        for result in quality.check(snapshot, city.month)
        if result.result != "pass"
    )
    listed = Counter(
        (
            t.rule,
            t.result,
            tuple(sorted(t.people)),
            t.team,
            t.post,
            t.field if t.rule.startswith("D") else None,
        )
        for t in city.truths
    )
    assert found == listed


def test_empty_head_seats_and_full_quotas_are_all_listed(city, laid):
    snapshot, seating = laid
    posts = snapshot.posts
    roles = posts.raw("role")
    empty = {
        posts.ids[i] for i, who in enumerate(seating.holder) if who == VACANT and roles[i] == "正职"
    }
    assert empty == {t.post for t in city.truths if t.rule == "N2"}
    over = set()
    for team in range(len(snapshot.teams)):
        quota = snapshot.teams.raw("quota_deputy")[team]
        held = [
            i for i in seating.seats(team) if roles[i] == "副职" and seating.holder[i] != VACANT
        ]
        if quota is not None and len(held) > quota:
            over.add(snapshot.teams.ids[team])
    assert over == {t.team for t in city.truths if t.rule == "N1" and t.result == "fail"}


def test_sanctions_in_force_on_people_with_a_seat_are_all_listed(city, laid):
    _, seating = laid
    ids = seating.snapshot.people.ids
    held = {ids[i]: len(seating.posts_of(i)) for i in seating.seated().nonzero()[0].tolist()}
    lasting = {"党内警告": 12, "党内严重警告": 18, "政务警告": 6, "政务记过": 12, "诫勉": 6}
    rows = [r for r in of(city, Sanction) if r.person in held]
    assert {r.kind for r in rows} <= set(lasting)
    running = [r for r in rows if r.month <= city.month < r.month + lasting[r.kind]]
    expected = Counter(r.person for r in running for _ in range(held[r.person]))
    assert expected == Counter(t.people[0] for t in city.truths if t.rule.startswith("S"))


def test_most_sanctions_have_run_out(default):
    rows = of(default, Sanction)
    running = [r for r in rows if r.month > default.month - 6]
    assert len(rows) > 100
    assert len(running) < 10


def test_retirement_is_due_within_six_months_or_past(city):
    due = [t for t in city.truths if t.rule == "R1" and t.planted]
    people = {p.id: p for p in city.records if isinstance(p, Person)}
    ages = [(city.month - people[t.people[0]].birth) / 12 for t in due]
    women = [people[t.people[0]].sex == "女" for t in due]
    assert len(due) == 13
    assert min(ages) > 54.5
    assert any(women)
    assert not all(women)


def test_probation_is_listed_for_everybody_newly_promoted(city, laid):
    snapshot, seating = laid
    listed = {t.post for t in city.truths if t.rule == "P1"}
    elected = snapshot.posts.raw("elected")
    expected = {
        tenure.post
        for tenure in city.records
        if isinstance(tenure, Tenure)
        and tenure.promoted
        and tenure.kind in ("任职", "兼任")
        and city.month - 12 < tenure.start <= city.month
        and not elected[snapshot.posts.positions[tenure.post]]
    }
    assert listed == expected
    assert seating.as_of == city.month


def test_the_file_has_the_keys_of_the_description(small):
    content = document(small.truths, 2, small.month, small.flags, small.grades)
    assert list(content) == ["seed", "as_of", "faults", "flags", "grades", "held"]
    assert content["as_of"] == "2026-11"
    keys = {"kind", "result", "rule", "people", "team", "post", "field", "planted"}
    assert all(set(fault) == keys for fault in content["faults"])
    assert {fault["result"] for fault in content["faults"]} == {"fail", "unknown"}
    assert {flag["rule"] for flag in content["flags"]} >= {"W2", "W7"}
    assert {frozenset(each) for each in content["grades"]} == {
        frozenset(("person", "low", "high", "planted"))
    }
    assert sum(each["planted"] for each in content["grades"]) == 9


def test_smaller_cities_scale_what_is_planted():
    planted = Counter(t.rule for t in cities.draw(300, 5).truths if t.planted)
    assert planted["X1"] == 2
    assert planted["A6"] == 1
    assert planted["N1"] == planted["D05"] == 1


def test_months_are_not_later_than_the_reference_month(city):
    late = [t for t in city.records if isinstance(t, Tenure) and t.start > city.month]
    assert late == []
    assert city.month == months.of(2026, 11)
