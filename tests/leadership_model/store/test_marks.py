"""Values typed in by hand are written with date and writer, and taken back exactly."""

from dataclasses import replace

import pytest

from leadership_model.errors import StaleError
from leadership_model.people.person import Mark, Person
from leadership_model.store import load, records
from leadership_model.store.marks import MarksEdit


def mark(id, value, **more):
    return Mark(id=id, person="p1", element="适岗建议", value=value, **more)


@pytest.fixture
def peopled(base, actor):
    records.save(base, actor, Person(id="p1", name="甲"))
    return base


def stored(engine):
    table = load.snapshot(engine)["person_mark"]
    return [table.record(at) for at in range(len(table))]


def test_a_new_value_gets_the_day_and_is_taken_back(peopled, actor):
    edit = MarksEdit((mark("m1", "适合县区", entered_by="考察组"),))
    edit.forward(peopled, actor)
    assert stored(peopled) == [mark("m1", "适合县区", entered_by="考察组", entered_at="2026-11-03")]
    edit.backward(peopled, actor)
    assert stored(peopled) == []
    edit.forward(peopled, actor)
    assert stored(peopled)[0].entered_at == "2026-11-03"


def test_a_changed_and_a_deleted_value_come_back(peopled, actor):
    MarksEdit((mark("m1", "甲", entered_at="2026-01-01"), mark("m2", "乙"))).forward(peopled, actor)
    before = stored(peopled)
    change = MarksEdit((replace(before[0], value="丙"),), (before[1],), (before[0],))
    change.forward(peopled, actor)
    assert [each.value for each in stored(peopled)] == ["丙"]
    change.backward(peopled, actor)
    assert stored(peopled) == before


def test_what_somebody_else_changed_is_not_written_over(peopled, actor):
    first = mark("m1", "甲", entered_at="2026-01-01")
    MarksEdit((first,)).forward(peopled, actor)
    now = replace(first, value="乙")
    MarksEdit((now,), (), (first,)).forward(peopled, actor)
    with pytest.raises(StaleError, match="已被别人改过"):
        MarksEdit((replace(first, value="丙"),), (), (first,)).forward(peopled, actor)
