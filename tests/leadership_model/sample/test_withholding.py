"""Who is held 暂缓使用 in the city, as stated by whoever drew it."""

import numpy as np

from leadership_model.people import held
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw
from leadership_model.sample.truths import document


def ids_held(city):
    snapshot = of_records([r for r in city.records if type(r).__name__ in ("Person", "Hold")])
    marks = held.held(snapshot, city.month)
    return snapshot, tuple(snapshot.people.ids[at] for at in np.flatnonzero(marks))


def test_who_is_held_is_who_is_stated_and_some_holds_are_over(small):
    snapshot, found = ids_held(small)
    assert sorted(found) == list(small.held)
    assert len(small.held) == 1
    assert len(snapshot["hold"]) == 3
    assert document((), 1, small.month, held=small.held)["held"] == list(small.held)


def test_who_is_held_is_in_office_without_a_fault_and_the_reason_is_said(default):
    snapshot, found = ids_held(default)
    assert len(found) == len(default.held) == 8
    at_fault = {person for truth in default.truths for person in truth.people}
    assert not at_fault & set(found)
    status = snapshot.people.raw("status")
    assert {status[snapshot.people.positions[id]] for id in found} == {"在职"}
    holds = list(snapshot["hold"].records())
    assert all(each.reason and each.entered_by and each.until for each in holds)
    assert len({each.person for each in holds}) == len(holds)


def test_a_town_has_nobody_held_and_nothing_else_is_drawn_differently():
    town = draw(120, 1)
    assert town.held == ()
    assert not any(type(each).__name__ == "Hold" for each in town.records)
