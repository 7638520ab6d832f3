"""Who sits where: half-open spans, outsiders, two tenures at once, members, the main seat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import OUTSIDER, VACANT, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import KINDS, Tenure
from leadership_model.people.unit import Unit

M = months.parse
PEOPLE = [Person(id=f"p{at}", name=f"甲{at}") for at in range(4)]


def team(*seats, id="t"):
    """A team with a seat for each mapping of fields."""
    yield Unit(id=f"u{id}", name="易溪县")
    yield Team(id=id, unit=f"u{id}", name="易溪县委")
    for order, fields in enumerate(seats):
        yield Post(id=f"{id}{order}", team=id, name="岗", order=order, **fields)


def held(post, who, start="2020-03", end=None, **fields):
    person = who if who in {each.id for each in PEOPLE} else None
    outsider = None if person else who
    span = {"start": start and M(start), "end": end and M(end)}
    id = f"{post}-{who}-{start}"
    return Tenure(id=id, post=post, person=person, outsider=outsider, **span, **fields)


def seated(as_of, *tenures, seats=({},)):
    return seat(of_records([*PEOPLE, *team(*seats), *tenures]), M(as_of))


@pytest.mark.parametrize(
    ("as_of", "holder"),
    [("2020-02", VACANT), ("2020-03", 0), ("2023-06", 0), ("2023-07", VACANT)],
)
def test_a_tenure_holds_from_its_first_month_until_before_its_last(as_of, holder):
    now = seated(as_of, held("t0", "p0", "2020-03", "2023-07"))
    assert now.holder.tolist() == [holder]
    assert now.since.tolist() == [M("2020-03") if holder == 0 else UNKNOWN]


def test_in_the_month_of_hand_over_the_successor_holds_the_seat():
    both = held("t0", "p0", "2020-03", "2023-07"), held("t0", "p1", "2023-07")
    assert seated("2023-06", *both).holder.tolist() == [0]
    assert seated("2023-07", *both).holder.tolist() == [1]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_tenures_at_once_the_later_one_counts(turned):
    both = [held("t0", "p1", "2019-01"), held("t0", "p0", "2022-05")]
    now = seated("2023-01", *(both[::-1] if turned else both))
    assert (now.holder.tolist(), now.since.tolist()) == ([0], [M("2022-05")])


def test_a_seat_held_from_outside_the_base_is_not_vacant():
    now = seated("2023-01", held("t0", "某某"), seats=({}, {}))
    assert now.holder.tolist() == [OUTSIDER, VACANT]
    assert now.members(0).tolist() == [OUTSIDER]
    assert not now.seated().any()


@pytest.mark.parametrize("kind", KINDS)
def test_a_seat_is_filled_by_every_kind_but_two(kind):
    now = seated("2023-01", held("t0", "p0", kind=kind))
    fills = kind not in ("挂职", "提名")
    assert now.holder.tolist() == [0 if fills else VACANT]
    assert now.attached == (() if fills else (0,))


def test_members_are_people_once_each_and_every_seat_of_an_outsider():
    tenures = [held("t0", "p2"), held("t1", "某某"), held("t2", "p0"), held("t3", "p2")]
    tenures += [held("t4", "另一人"), held("t5", "p1")]
    seats = ({}, {}, {}, {}, {}, {"member": False})
    assert seated("2023-01", *tenures, seats=seats).members(0).tolist() == [2, 0, -2, -2]


def test_the_main_seat_is_the_one_held_longest_and_the_first_among_equals():
    tenures = [
        held("t0", "p0", "2022-01"),
        held("t1", "p0", "2019-01"),
        held("t2", "p0", "2020-01"),
    ]
    tenures += [held("t3", "p1", "2021-01"), held("t4", "p1", "2021-01")]
    now = seated("2023-01", *tenures, seats=({},) * 5)
    assert now.main_post().tolist() == [1, 3, -1, -1]
    assert now.posts_of(0).tolist() == [0, 1, 2]


def test_changes_are_laid_over_a_copy():
    now = seated("2023-01", held("t0", "p0"), held("t1", "某某"), seats=({}, {}, {}))
    then = now.with_holders({0: VACANT, 2: 3})
    assert (now.holder.tolist(), then.holder.tolist()) == ([0, -2, -1], [-1, -2, 3])
    assert then.since.tolist() == [UNKNOWN, M("2020-03"), M("2023-01")]
    assert then.tenure.tolist() == [-1, now.tenure[1], -1]
    assert now.with_holders({0: 1}, since=M("2022-12")).since[0] == M("2022-12")
    assert now.with_holders({}) is now


spans = st.tuples(st.integers(0, 30), st.none() | st.integers(1, 12))


@given(st.lists(spans, max_size=4), st.integers(0, 45))
def test_a_month_is_held_by_the_latest_beginning_that_covers_it(drawn, month):
    """The plain reading: of all tenures with start <= month < end, the one begun last."""
    first = M("2020-01")
    tenures = [
        Tenure(
            id=f"n{at}",
            post="t0",
            person=f"p{at}",
            start=first + start,
            end=None if length is None else first + start + length,
        )
        for at, (start, length) in enumerate(drawn)
    ]
    now = seat(of_records([*PEOPLE, *team({}), *tenures]), first + month)
    covering = [
        (start, at)
        for at, (start, length) in enumerate(drawn)
        if start <= month and (length is None or month < start + length)
    ]
    assert now.holder.tolist() == [max(covering)[1] if covering else VACANT]
