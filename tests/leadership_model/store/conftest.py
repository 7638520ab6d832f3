"""Databases in a temporary folder; every one is closed, and seen to be closed, after its test."""

from itertools import count

import pytest

from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.store import engine, records
from leadership_model.store.actor import Actor


@pytest.fixture
def actor():
    seconds = count()
    return Actor("王经办", lambda: f"2026-11-03T09:00:{next(seconds):02d}")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "city.db"


@pytest.fixture
def closing(path):
    """Collect engines; afterwards no journal may be left, which proves that all are closed."""
    engines: list = []
    yield engines
    for each in engines:
        each.dispose()
    assert not list(path.parent.glob("*-wal"))


@pytest.fixture
def base(path, actor, closing):
    made = engine.create(path, actor, plant=False, wait_ms=50)
    closing.append(made)
    return made


def small_city():
    """Give a unit, a team with two posts, two people and one who holds a seat."""
    return [
        Unit(id="u-1", name="安宁县", kind="地区"),
        Team(id="t-1", unit="u-1", name="安宁县政府"),
        Post(id="s-1", team="t-1", name="县长", role="正职"),
        Post(id="s-2", team="t-1", name="副县长", order=1, linked="l-1"),
        Person(id="p-1", name="李明", unit="u-1", absent="religion"),
        Person(id="p-2", name="赵敏"),
        Tenure(id="n-1", post="s-1", person="p-1", start=24300),
    ]


def find(base, kind, name):
    """Give a record that is surely there, or None to a test that expects so."""
    return records.get(base, kind, name)
