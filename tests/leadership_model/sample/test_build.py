import json

import pytest

from leadership_model.errors import UserError
from leadership_model.people.snapshot import of_records
from leadership_model.sample import city as cities
from leadership_model.sample.build import build
from leadership_model.store import engine, load
from leadership_model.store.actor import Actor


@pytest.fixture
def actor():
    return Actor("测试", lambda: "2026-11-03T09:30:00")


def test_the_database_holds_the_city(tmp_path, actor):
    path = tmp_path / "city.db"
    counts = build(path, 200, 6, actor=actor)
    city = cities.draw(200, 6)
    expected = of_records(city.records)
    assert counts["people"] == 200
    assert counts["teams"] == len(expected.teams)
    assert counts["posts"] == len(expected.posts)
    database = engine.open(path, actor)
    stored = load.snapshot(database)
    database.dispose()
    assert stored.default_month == city.month
    assert stored.settings["sample_seed"] == "6"
    assert stored["career_entry"].rows == expected["career_entry"].rows
    assert stored.people.raw("resume") == expected.people.raw("resume")
    assert stored.people.raw("absent") == expected.people.raw("absent")


def test_truths_lie_beside_the_database(tmp_path, actor):
    counts = build(tmp_path / "city.db", 200, 6, actor=actor)
    assert counts["truth_file"] == str(tmp_path / "city.truth.json")
    content = json.loads((tmp_path / "city.truth.json").read_text("utf-8"))
    assert content["seed"] == 6
    assert len(content["faults"]) == len(cities.draw(200, 6).truths)


def test_nothing_is_overwritten(tmp_path, actor):
    (tmp_path / "city.db").write_text("mine")
    with pytest.raises(UserError):
        build(tmp_path / "city.db", 100, 1, actor=actor)
    assert (tmp_path / "city.db").read_text() == "mine"
    assert not (tmp_path / "city.truth.json").exists()
