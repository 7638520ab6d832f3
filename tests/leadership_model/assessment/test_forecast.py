"""All teams month by month: equal to assessing each of them anew, nobody replaced."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.assessment.forecast import at_month, forecast, over
from leadership_model.assessment.leaving import RETIRE, STEP_DOWN
from leadership_model.assessment.outlook import later, without
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Compare
from leadership_model.people.person import Person, Sanction
from leadership_model.people.post import Post
from leadership_model.people.seating import VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules import book as rule_book
from leadership_model.rules.book import RuleBook
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import (
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Requirement,
    Rung,
    Share,
)

AS_OF = months.of(2026, 11)


def asked(id, measure, lo=None, hi=None, **more):
    bounds = {k: None if v is None else Fraction(v) for k, v in (("lo", lo), ("hi", hi))}
    return Requirement(
        id=id, dimension="年龄", label=id, measure=measure, points=5.0, **bounds, **more
    )


EVERYTHING = (
    asked("filled", Filled(), 2),
    asked("mean", Average("年龄"), hi=50),
    asked("extent", Extent("年龄"), lo=6),
    asked("ladder", Ladder("年龄", (Rung(None, 45, 1), Rung(46, None, 0, 2)))),
    asked("young", Count(Compare("年龄", "<=", 45)), lo=1),
    asked("long", Share(Compare("任现职月数", ">=", 60)), hi="1/2"),
    asked("due", Count(Compare("距到龄月数", "<=", 6)), hi=0),
    asked("women", Count(Compare("性别", "=", "女")), lo=1),
    asked("clean", Every(Compare("处分影响期内", "=", "否"))),
    asked("fields", Cover("熟悉领域", ("经济", "农业")), lo=1),
    asked("majors", Distinct("专业门类"), lo=2),
    asked("home", Concentration("籍贯"), hi=1),
    asked("carried", Carried(("经济",)), lo=1),
    asked("later", Count(Compare("性别", "=", "男")), lo=1, effective=AS_OF + 14),
)
MODEL = Model(id="m", category="县级党委", label="县委", requirements=EVERYTHING)
SECOND = replace(MODEL, version=2, effective=AS_OF + 9, requirements=EVERYTHING[:5])
SEAT = st.fixed_dictionaries(
    {
        "birth": st.one_of(st.none(), st.integers(months.of(1965, 1), months.of(1990, 1))),
        "sex": st.sampled_from(["男", "女", None]),
        "since": st.integers(AS_OF - 130, AS_OF + 8),
        "end": st.one_of(st.none(), st.integers(AS_OF + 1, AS_OF + 30)),
        "team": st.integers(0, 2),
        "early": st.one_of(st.none(), st.integers(AS_OF - 2, AS_OF + 20)),
        "sanctioned": st.one_of(st.none(), st.integers(AS_OF - 20, AS_OF)),
        "outside": st.booleans(),
        "requires": st.sampled_from([None, "年龄 <= 52"]),
    }
)


def base(seats):
    yield Unit(id="u", name="易溪县")
    for number in range(3):
        yield Team(id=f"t{number}", unit="u", name=f"班子{number}", category="县级党委")
    for at, seat in enumerate(seats):
        yield Person(
            id=f"p{at}",
            name=f"甲{at}",
            birth=seat["birth"],
            birth_year=None if seat["birth"] is None else seat["birth"] // 12,
            sex=seat["sex"],
            level="县处级副职",
            early_retirement=seat["early"],
        )
        yield Post(
            id=f"s{at}",
            team=f"t{seat['team']}",
            name="常委",
            order=at,
            role="副职",
            functions="经济",
            requires=seat["requires"],
        )
        if seat["sanctioned"] is not None:
            yield Sanction(id=f"x{at}", person=f"p{at}", kind="党内警告", month=seat["sanctioned"])
        outside = seat["outside"] and at % 4 == 3
        yield Tenure(
            id=f"n{at}",
            post=f"s{at}",
            person=None if outside else f"p{at}",
            outsider="某某" if outside else None,
            start=seat["since"],
            end=None if seat["end"] is None else max(seat["end"], seat["since"] + 1),
        )


def city(*seats, models=(MODEL,), book=None):
    snapshot = of_records(list(base(seats)))
    return World.of(snapshot, AS_OF, models=models, portraits=(), book=book)


def a_seat(**more):
    plain = {
        "birth": months.of(1975, 6),
        "sex": "男",
        "since": AS_OF - 20,
        "end": None,
        "team": 0,
        "early": None,
        "sanctioned": None,
        "outside": False,
        "requires": None,
    }
    return plain | more


@settings(deadline=None, max_examples=15)
@given(
    st.lists(SEAT, min_size=1, max_size=9),
    st.sampled_from([(), (RETIRE,), (RETIRE, STEP_DOWN)]),
    st.sampled_from([(MODEL,), (MODEL, SECOND), ()]),
)
def test_as_assessing_the_base_at_every_month(seats, leaves, models):
    shipped = rule_book.shipped()
    on = tuple(replace(each, on=True) for each in shipped.rules)
    world = city(*seats, models=models, book=RuleBook(on))
    found = forecast(world, 24, leaves)
    for month in range(AS_OF, AS_OF + 25):
        then, _ = at_month(world, month, leaves)
        for each in assess_all(then, with_rules=False):
            assert found.at(each.team, month) == each, (month, each.team)


def test_nobody_is_replaced_and_the_retired_are_gone():
    world = city(a_seat(early=AS_OF + 7), a_seat(), a_seat(team=1))
    found = forecast(world, 12)
    month = AS_OF + 7
    assert [(d.month, d.person, d.post, d.team, d.rule) for d in found.departures] == [
        (month, 0, 0, 0, RETIRE)
    ]
    assert found.at(0, month - 1).vacancies == ()
    assert found.at(0, month).vacancies == (0,)
    expected = assess_all(without(later(world, month), (0,)), with_rules=False)
    assert found.at(0, month) == expected[0]
    assert found.gone(month) == {0: RETIRE}
    assert found.gone(month - 1) == {}


def test_a_team_is_judged_again_only_when_something_differs():
    still = (asked("filled", Filled(), 2), asked("women", Count(Compare("性别", "=", "女")), lo=1))
    world = city(a_seat(), a_seat(), models=(replace(MODEL, requirements=still),))
    assert [len(each) for each in forecast(world, 60).turns] == [1, 1, 1]


def test_only_the_teams_asked_for():
    found = forecast(city(a_seat(), a_seat(team=1)), 6, teams=(1,))
    assert found.turns[0] == ()
    assert found.at(1, AS_OF + 6).team == 1
    with pytest.raises(KeyError):
        found.at(1, AS_OF + 7)


def test_the_past_is_seen_as_recorded():
    world = city(a_seat(since=AS_OF - 5), a_seat())
    found = over(world, AS_OF - 12, AS_OF)
    assert found.departures == ()
    assert found.at(0, AS_OF - 6).vacancies == (0,)
    assert found.at(0, AS_OF - 5).vacancies == ()
    for month in (AS_OF - 12, AS_OF - 5, AS_OF):
        assert found.at(0, month) == assess_all(later(world, month), with_rules=False)[0]


def test_stepping_down_empties_only_the_seats_the_rule_speaks_of():
    rules = rule_book.shipped()
    on = RuleBook(tuple(replace(r, on=True) for r in rules.rules if r.id == STEP_DOWN))
    birth = AS_OF - 57 * 12 + 3
    world = city(a_seat(birth=birth), book=on)
    found = forecast(world, 6, (STEP_DOWN,))
    assert [(d.month, d.rule) for d in found.departures] == [(AS_OF + 3, STEP_DOWN)]
    assert at_month(world, AS_OF + 3, (STEP_DOWN,))[0].seating.holder.tolist() == [VACANT]
    assert forecast(city(a_seat(birth=birth), book=RuleBook(())), 6, (STEP_DOWN,)).departures == ()


def test_a_forecast_can_be_stopped():
    class Stop(Exception):
        pass

    def stop():
        raise Stop

    with pytest.raises(Stop):
        forecast(city(a_seat()), 6, pause=stop)


def test_who_moves_a_number_is_named():
    birth = months.of(1975, 12)
    found = forecast(city(a_seat(birth=birth), a_seat(birth=months.of(1980, 6))), 12)
    grown = {month: people for (team, month, name), people in found.moved.items() if name == "年龄"}
    assert grown == {months.of(2026, 12): (0,), months.of(2027, 6): (1,)}
