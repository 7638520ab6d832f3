import json

import pytest
from sqlalchemy.exc import IntegrityError

from leadership_model.people.person import Education, Person
from leadership_model.store import audit, bulk, load
from tests.leadership_model.store.conftest import find, small_city


def test_a_city_is_written_with_one_line(base, actor):
    changes = bulk.write(base, actor, small_city())
    line = audit.lines(base)[-1]
    assert json.loads(line.after or "") == {
        "unit": 1,
        "team": 1,
        "post": 2,
        "person": 2,
        "tenure": 1,
    }
    assert changes.kinds == {"unit", "team", "post", "person", "tenure"}
    assert (changes.people, changes.teams) == (None, None)


def test_rows_may_come_in_any_order(base, actor):
    bulk.write(base, actor, reversed(small_city()))
    assert len(load.snapshot(base).posts) == 2


def test_nothing_is_written_when_the_last_row_cannot_be(base, actor):
    lines = audit.lines(base)
    with pytest.raises(IntegrityError):
        bulk.write(base, actor, [*small_city(), Education(id="e", person="nobody", mode=None)])
    assert len(load.snapshot(base).people) == 0
    assert audit.lines(base) == lines


def test_a_moment_of_change_is_kept_or_given(base, actor):
    bulk.write(
        base,
        actor,
        [
            Person(id="p-1", name="李明", changed_at="2025"),
            Person(id="p-2", name="赵敏", version=4),
        ],
    )
    assert find(base, Person, "p-1").changed_at == "2025"
    other = find(base, Person, "p-2")
    assert other.changed_at.startswith("2026-11-03")
    assert other.version == 4


def test_writing_nothing_is_no_fault(base, actor):
    assert bulk.write(base, actor, []).kinds == frozenset()
