"""What teams will lack when, and which seats fall open; the border of one month."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model import months
from leadership_model.assessment import development as of
from leadership_model.assessment.outlook import due
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Compare
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Average, Count, Cover, Filled, Requirement

NOW = months.of(2026, 11)
MAN = Requirement(
    id="men",
    dimension="经历",
    label="男干部",
    measure=Count(Compare("性别", "=", "男")),
    lo=Fraction(1),
    points=10.0,
)
SEATS = Requirement(id="n", dimension="职数", label="配备", measure=Filled(), lo=Fraction(1))


def world(births, requirements=(MAN,)):
    """A team of men, due when 60 years old and some months (births before 1965: no delay)."""
    records = [Team(id="t", unit=None, name="县委", category="县级党委")]
    for at, birth in enumerate(births):
        post = Post(id=f"s{at}", team="t", name="常委", order=at, member=True, takes_quota=True)
        records.append(post)
        if birth is not None:
            records.append(Person(id=f"p{at}", name="甲", sex="男", birth=birth, status="在职",
                                  level="县处级副职"))  # fmt: skip
            records.append(Tenure(id=f"n{at}", post=f"s{at}", person=f"p{at}", start=NOW - 20))
    model = Model(id="m", category="县级党委", label="县委", requirements=tuple(requirements))
    return World.of(of_records(records), NOW, models=(model,), portraits=())


def develop(found):
    return of.develop(found, assess_all(found, with_rules=False))


def due_in(ahead):
    """Give a birth whose statutory month lies `ahead` months from now, found by asking."""
    for birth in range(months.of(1960, 1), months.of(1975, 1)):
        if int(due(world([birth])).high[0]) == NOW + ahead:
            return birth
    raise AssertionError(ahead)


@pytest.mark.parametrize(
    ("ahead", "horizon"), [(12, "near"), (14, "middle"), (36, "middle"), (37, "far"), (60, "far")]
)
def test_a_gap_is_told_at_the_first_horizon_it_is_seen(ahead, horizon):
    found = develop(world([due_in(ahead)]))
    assert [(gap.horizon.id, gap.now) for gap in found.gaps] == [(horizon, False)]
    assert [opening.horizon.id for opening in found.openings] == [horizon]
    assert found.openings[0].month == NOW + ahead


def test_who_leaves_later_than_the_last_horizon_leaves_no_gap():
    found = develop(world([due_in(61)]))
    assert (found.gaps, found.openings) == ((), ())


def test_what_is_lacking_today_is_told_once_and_as_of_today():
    found = develop(world([None]))
    assert [(gap.horizon.id, gap.now, gap.short) for gap in found.gaps] == [("near", True, 1)]
    (opening,) = found.openings
    assert (opening.month, opening.holder, opening.horizon.id) == (NOW, -1, "near")


def test_a_vacant_seat_stands_before_one_that_falls_open_in_the_same_month():
    reached = due_in(0)
    found = of.openings(world([reached, None]))
    assert [(each.month, each.holder) for each in found] == [(NOW, -1), (NOW, 0)]


def test_an_unknown_age_opens_no_seat():
    base = world([months.of(1966, 1)])
    person = next(base.snapshot.people.records())
    records = [replace(person, birth=None), *base.snapshot["tenure"].records()]
    records += [*base.snapshot.teams.records(), *base.snapshot.posts.records()]
    unknown = World.of(of_records(records), NOW, models=base.models, portraits=())
    assert of.openings(unknown) == ()


def test_gaps_of_one_requirement_come_together():
    found = develop(world([None], (MAN, SEATS)))
    told = of.lacks(found.gaps)
    assert sorted((each.label, each.teams) for each in told) == [("男干部", (0,)), ("配备", (0,))]


def test_who_helps_is_asked_of_persons_only():
    base = world([months.of(1980, 1)])
    assert of.helping(base, MAN).tolist() == [True]
    mean = Requirement(id="a", dimension="年龄", label="平均", measure=Average("年龄"))
    assert of.helping(base, mean) is None
    cover = Requirement(id="c", dimension="功能", label="覆盖", measure=Cover("性别", ("女",)))
    assert of.helping(base, cover).tolist() == [False]
