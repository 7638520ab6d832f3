import numpy as np
import pytest

from leadership_model.assessment import grades
from leadership_model.assessment.grade_places import doubtful, quotas, rises
from leadership_model.assessment.world import World
from leadership_model.people.gaps import OPEN
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw
from leadership_model.sample.grade_truths import WINDOW
from leadership_model.sample.grading import AHEAD


@pytest.fixture(scope="module", params=(1, 2, 3, 4, 5))
def city(request):
    return draw(600, request.param)


@pytest.fixture(scope="module")
def world(city):
    return World.of(of_records(city.records, city.settings), city.month)


def test_every_month_is_planted_and_somebody_has_no_beginning(city):
    planted = [each.low for each in city.grades if each.planted]
    assert sorted(month - city.month for month in planted if month is not None) == list(AHEAD)
    assert None in planted


def test_the_program_finds_what_is_stated_about_the_month_and_nothing_else(city, world):
    due, ids = grades.spans(world), world.snapshot.people.ids
    first, last = (city.month + each for each in WINDOW)
    about = due.asked & (due.low <= last) & (due.high >= first)
    found = {
        (ids[person], int(due.low[person]), int(due.high[person]))
        for person in np.flatnonzero(about)
    }
    stated = {
        (each.person, 0, OPEN) if each.low is None else (each.person, each.low, each.high)
        for each in city.grades
    }
    assert found == stated


def test_each_stands_in_the_list_of_its_month_and_not_before(city, world):
    at = world.snapshot.people.positions
    for ahead in (0, 1, 3, 12):
        listed = {each.person for each in rises(world, ahead)}
        open_ = {each.person for each in doubtful(world, ahead)}
        last = city.month + ahead
        for each in city.grades:
            low, high = (0, OPEN) if each.low is None else (each.low, each.high)
            assert (at[each.person] in listed) == (high <= last)
            assert (at[each.person] in open_) == (low <= last < high)


def test_nobody_without_a_beginning_is_ever_listed_as_due(city, world):
    since = np.array(world.snapshot.people.ints("grade_since"))
    lost = {
        world.snapshot.people.positions[each.id]
        for each in city.records
        if isinstance(each, Person) and each.grade and each.grade_since is None
    }
    assert lost
    assert all(since[person] < 0 for person in lost)
    assert not lost & {each.person for each in rises(world, 24)}


def test_bodies_have_approved_numbers_some_with_a_place_and_some_without():
    drawn = draw(2400, 1)
    seen = World.of(of_records(drawn.records, drawn.settings), drawn.month)
    most = [each.free[1] for each in quotas(seen) if each.free is not None]
    assert any(places > 0 for places in most)
    assert any(places <= 0 for places in most)
    # The generator's own count of holders, made from the tree of units, is the program's.
    assert all(each.record.quota - len(each.holders) >= -1 for each in quotas(seen))
