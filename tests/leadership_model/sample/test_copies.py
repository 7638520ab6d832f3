from collections import Counter

import pytest

from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.sample import city as cities
from leadership_model.sample import copies
from leadership_model.sample.identity import check_digit


@pytest.fixture(scope="module")
def large():
    return cities.draw(8155 + 30, 1)


def of(city, kind):
    return [record for record in city.records if isinstance(record, kind)]


def test_a_larger_city_has_exactly_that_many_people_with_ids_of_their_own(large):
    people = of(large, Person)
    assert len(people) == 8185
    assert len({record.id for record in large.records}) == len(large.records)


def test_copies_bear_other_names(default):
    copy = copies.Copy(1)
    records = [
        copy.record(each) for each in default.records if isinstance(each, (Unit, Team, Post))
    ]
    names = {r.name for r in default.records if isinstance(r, Unit)}
    assert names.isdisjoint(r.name for r in records if isinstance(r, Unit))
    linked = {r.linked for r in default.records if isinstance(r, Post) and r.linked}
    assert linked.isdisjoint(r.linked for r in records if isinstance(r, Post) and r.linked)


def test_copied_people_have_their_own_id_numbers(default):
    copy = copies.Copy(1)
    people = of(default, Person)
    first = {p.id_number for p in people if p.id_number}
    second = [copy.record(p) for p in people]
    assert first.isdisjoint(p.id_number for p in second if p.id_number)
    assert all(p.id_number[17] == check_digit(p.id_number[:17]) for p in second if p.id_number)
    assert Counter(p.birth for p in second) == Counter(p.birth for p in people)


def test_truths_of_a_copy_speak_of_the_copy(default):
    copy = copies.Copy(3)
    truth = next(t for t in default.truths if t.rule == "A1")
    copied = copy.truth(truth)
    assert copied.people == tuple(f"{each}-3" for each in truth.people)
    assert copied.team == f"{truth.team}-3"


def test_no_two_copies_share_a_name():
    names = [name for number in range(1, 9) for name in copies.names_of(number).values()]
    assert len(set(names)) == len(names)
