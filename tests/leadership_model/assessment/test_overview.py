from dataclasses import replace

import pytest

from leadership_model import months
from leadership_model.assessment import areas, ending, grades, overview
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.people.person import Appraisal, Person, Sanction
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules import quality
from leadership_model.rules.rule import RuleResult
from leadership_model.sample.city import draw

NOW = months.of(2026, 11)
TEAM = Team(id="t", unit="u", name="班子", category="县级党委", area="易溪县", place="党委")


def world_of(*records):
    return World.of(of_records(records), NOW)


def seated(person, **changes):
    """Give a person in a seat of TEAM since 2022-01."""
    tenure = Tenure(
        id=f"x{person.id}", post=f"p{person.id}", person=person.id, start=months.of(2022, 1)
    )
    post = Post(id=f"p{person.id}", team="t", name="副书记", role="副职")
    tenure_changes = {k: v for k, v in changes.items() if k in ("start", "promoted")}
    post_changes = {k: v for k, v in changes.items() if k in ("role", "takes_quota")}
    return person, replace(post, **post_changes), replace(tenure, **tenure_changes)


def man(id, birth=1980 * 12):
    return Person(id=id, name=f"干部{id}", sex="男", birth=birth, level="县处级副职")


def test_only_empty_seats_that_take_quota_are_vacancies():
    world = world_of(
        Unit(id="u", name="县委"),
        TEAM,
        *seated(man("a")),
        Post(id="q1", team="t", name="书记", role="正职"),
        Post(id="q2", team="t", name="常委", role="副职"),
        Post(id="q3", team="t", name="挂职常委", role="副职", takes_quota=False),
    )
    found = overview.vacancies(world)
    assert [world.post_ids[i] for i in found.behind] == ["q1", "q2"]
    assert (found.count, found.notes) == (2, ("正职 1", "副职 1", "其他 0"))


@pytest.mark.parametrize(
    ("birth", "six", "twelve", "passed"),
    [
        (months.of(1964, 1), 0, 0, 1),
        (months.of(1965, 9), 0, 0, 1),  # due 2025-12: 2025-09 and 3 months
        (months.of(1966, 7), 1, 1, 0),  # due 2026-12: 2026-07 and 5 months
        (months.of(1966, 11), 1, 1, 0),  # due 2027-05, the sixth month
        (months.of(1967, 1), 0, 1, 0),  # due 2027-08: 2027-01 and 7 months
        (months.of(1967, 4), 0, 1, 0),  # due 2027-11, the twelfth month
        (months.of(1967, 6), 0, 0, 0),
    ],
)
def test_who_reaches_age_within_six_and_twelve_months(birth, six, twelve, passed):
    world = world_of(Unit(id="u", name="县委"), TEAM, *seated(man("a", birth)))
    assert ending.retiring(world, 6).count == six
    assert ending.retiring(world, 12).count == twelve
    assert len(ending.overdue(world)) == passed


def test_people_without_a_seat_or_with_an_unknown_birth_are_not_counted_as_reaching_age():
    unknown = replace(man("b"), birth=None)
    world = world_of(
        Unit(id="u", name="县委"), TEAM, man("a", months.of(1966, 7)), *seated(unknown)
    )
    found = ending.retiring(world, 6)
    assert (found.count, found.behind, found.doubtful) == (0, (), (1,))


def test_two_terms_are_those_the_rule_names():
    world = world_of(
        Unit(id="u", name="县委"), TEAM, *seated(man("a"), role="正职"), *seated(man("b"))
    )
    told = [result("T3", "fail", 0), result("T3", "fail", 1), result("T3", "unknown", 1)]
    found = ending.two_terms(world, told)
    assert (found.count, found.behind, found.doubtful) == (2, (0, 1), (1,))
    assert found.notes == ("正职 1", "副职 1")


@pytest.mark.parametrize(
    ("ends", "count", "in_force"),
    [(1, 1, 1), (3, 1, 1), (4, 0, 1), (0, 0, 0)],
)
def test_sanctions_that_end_within_three_months(ends, count, in_force):
    sanction = Sanction(id="s", person="a", kind="党内警告", month=NOW - 10, ends=NOW + ends)
    found = ending.sanctions_ending(world_of(man("a"), sanction))
    assert (found.count, found.notes[1]) == (count, f"在期共 {in_force}")


@pytest.mark.parametrize(
    ("grade", "months_held", "due"),
    [
        ("四级调研员", 24, True),  # two years for 三级调研员
        ("四级调研员", 23, False),
        ("二级调研员", 35, False),  # three years for 一级调研员
        ("二级调研员", 36, True),
        ("一级巡视员", 200, False),  # there is no higher grade
        (None, 200, False),
    ],
)
def test_who_has_held_a_grade_as_long_as_the_next_one_asks(grade, months_held, due):
    person = replace(man("a"), grade=grade, grade_since=NOW - months_held)
    years = [Appraisal(id=f"y{y}", person="a", year=y, result="称职") for y in range(2008, 2026)]
    assert bool(grades.promotions(world_of(person, *years))) == due
    assert not grades.promotions(world_of(replace(person, status="退休")))


def result(rule, answer, *people, team=-1, month=None, severity="forbid"):
    return RuleResult(
        rule=rule,
        result=answer,
        severity=severity,
        waiver="none",
        people=people,
        team=team,
        month=month,
        field="quota_deputy",
    )


def test_pairs_of_relatives_count_once_and_unconfirmed_ones_stand_apart():
    found = overview.recusals(
        [result("A1", "fail", 3, 4), result("A1", "unknown", 5, 6), result("A5", "fail", 7)]
    )
    assert (found.count, found.behind, found.doubtful) == (2, (3, 4, 7), (5, 6))
    assert found.urgent
    assert not overview.recusals([result("A1", "unknown", 5, 6)]).urgent


def test_a_team_over_quota_in_two_roles_counts_once():
    found = overview.over_quota(
        [
            result("N1", "fail", team=2),
            result("N1", "fail", team=2),
            result("N1", "unknown", team=4),
        ]
    )
    assert (found.count, found.behind, found.doubtful) == (1, (2,), (4,))
    assert found.notes == ("副职 2",)


def test_a_probation_that_ends_soon():
    found = ending.probation(
        world_of(man("a")),
        [result("P1", "fail", 0, month=NOW + 1), result("P1", "fail", 1, month=NOW + 4)],
    )
    assert (found.count, found.behind, found.notes) == (1, (0,), ("下月 1", "试用期内 2"))


def test_the_eleven_figures_of_a_city_name_people_that_exist():
    city = draw(300, 1)
    world = World.of(of_records(city.records, city.settings), city.month)
    issues = quality.check(world.snapshot, world.as_of, world.book)
    found = overview.figures(world, assess_all(world), issues)
    sizes = {
        "people": len(world.person_ids),
        "posts": len(world.post_ids),
        "teams": len(world.snapshot.teams),
        "issues": len(world.person_ids),
    }
    assert len({each.id for each in found}) == 11
    for each in found:
        assert all(0 <= at < sizes[each.kind] for at in (*each.behind, *each.doubtful))
        if each.id not in ("recusal", "doubts"):
            assert each.count == len(each.behind)


def test_teams_lie_in_their_areas_in_order_and_nothing_is_lost():
    snapshot = of_records(
        [
            Unit(id="u0", name="云溪市", area="市直", area_kind="地级市"),
            Unit(id="u1", name="易溪县", area="易溪县", area_kind="县", order=2),
            Unit(id="u2", name="澄阳区", area="澄阳区", area_kind="区", order=1),
            TEAM,
            Team(id="t1", unit="u1", name="乡", category="乡镇", area="易溪县", order=2),
            Team(id="t2", unit="u1", name="街道", category="街道", area="易溪县", order=1),
            Team(id="t3", unit="u1", name="县局", category="县直部门", area="易溪县"),
            Team(
                id="t4", unit="u2", name="区政府", category="县级政府", area="澄阳区", place="政府"
            ),
            Team(id="t5", unit="u0", name="市局", category="市直部门", area="市直"),
            Team(id="t6", unit="u0", name="无地区", category="县直部门"),
        ]
    )
    ids = snapshot.teams.ids
    rows = areas.rows(snapshot)
    assert [row.name for row in rows] == ["澄阳区", "易溪县", "未注明地区", "市直部门"]
    county = rows[1]
    assert county.places == (ids.index("t"), -1, -1, -1, -1, -1)
    assert [ids[i] for i in county.towns] == ["t2", "t1"]
    assert sorted(team for row in rows for team in row.teams) == list(range(len(ids)))
