"""Who held the seats before: what past months and changes against them are told from."""

from itertools import pairwise

import pytest

from leadership_model import months
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.seating import OUTSIDER, VACANT, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.tenure import FILLING, Tenure
from leadership_model.sample import city as cities


@pytest.fixture(scope="module")
def past(small):
    """The tenures of people that ended before the reference month."""
    found = [record for record in small.records if isinstance(record, Tenure)]
    return [each for each in found if each.end is not None and each.end < small.month]


@pytest.fixture(scope="module")
def lines(small):
    """The posts of the résumés by person."""
    found = {}
    for record in small.records:
        if isinstance(record, CareerEntry):
            found.setdefault(record.person, []).append(record)
    return found


@pytest.mark.parametrize("years", [1, 2, 3, 5])
def test_a_team_of_past_years_is_full_and_mostly_of_people_in_the_base(small, years):
    holder = seat(of_records(small.records, small.settings), small.month - 12 * years).holder
    assert (holder != VACANT).mean() > 0.9
    assert ((holder != VACANT) & (holder != OUTSIDER)).mean() > 0.6


def test_former_holders_held_the_office_by_their_resume(past, lines, small):
    told = {person.id: person.resume for person in small.records if isinstance(person, Person)}
    by_resume = 0
    for tenure in past:
        if tenure.person is None:
            assert tenure.note
            continue
        same = [each for each in lines[tenure.person] if each.start == tenure.start]
        for entry in same:
            if entry.kind == "任职" and entry.end == tenure.end:
                months_of = f"{months.show(entry.start)}--{months.show(entry.end)}"
                found = [
                    row for row in told[tenure.person].split("\n") if row.startswith(months_of)
                ]
                assert any(row.endswith(entry.text) for row in found)
                by_resume += 1
    assert by_resume > 200


def test_no_seat_has_two_holders_at_once(small):
    planted = {each.post for each in small.truths if each.rule == "T2" and each.planted}
    held = {}
    for each in small.records:
        if isinstance(each, Tenure) and each.kind in FILLING:
            held.setdefault(each.post, []).append(each)
    crossing = 0
    for tenures in held.values():
        for one, two in pairwise(sorted(tenures, key=lambda each: each.start)):
            crossing += one.end is None or one.end > two.start
    assert crossing <= len(planted)


def test_nothing_the_truths_speak_of_comes_from_former_holders(small, monkeypatch):
    monkeypatch.setattr(cities.former, "seat_former", keep_out)
    without = cities.draw(1000, 2)
    assert without.truths == small.truths
    assert without.flags == small.flags
    assert without.grades == small.grades


def keep_out(register, layout, seed, shown):
    """Record no former holders."""
