"""What is read again after a write is, in every column and finding, what a full reading gives."""

import shutil
from dataclasses import replace

import pytest

from leadership_model.people.post import Post
from leadership_model.people.snapshot import LAYOUT
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.sample.build import build
from leadership_model.store import engine as engines
from leadership_model.store import load, records, setting
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from tests.leadership_model.store.editor import Editor
from tests.leadership_model.store.view import View

STEPS = 14


@pytest.fixture(scope="module")
def model_city(tmp_path_factory):
    path = tmp_path_factory.mktemp("again") / "city.db"
    build(path, 300, actor=Actor("王经办", lambda: "2026-11-03T09:00:00"))
    return path


@pytest.fixture
def city(model_city, path, actor, closing):
    shutil.copy(model_city, path)
    closing.append(engines.open(path, actor))
    return closing[-1]


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_leave_what_a_full_reading_gives(city, actor, seed):
    view = View(city)
    editor = Editor(view, actor, seed)
    done = []
    for _ in range(STEPS):
        done.append(editor.step())
        view.follow(share=seed / 7)
    view.check()
    assert view.full < STEPS, done


@pytest.mark.parametrize("name", sorted(n for n in dir(Editor) if n.startswith("edit_")))
def test_each_kind_of_edit_alone(city, actor, name):
    view = View(city)
    editor = Editor(view, actor, 7)
    editor.edit_person()
    view.follow()
    for _ in range(2):
        getattr(editor, name)()
        view.follow()
        view.check()


def test_one_person_changed_shares_all_other_columns(city, actor):
    view = View(city)
    before = view.snapshot
    person = before.people.record(0)
    records.save(city, actor, replace(person, name="张新"))
    again = load.again(city, before)
    assert again.touched == {"person": frozenset({person.id})}
    assert again.snapshot.people.raw("name")[0] == "张新"
    assert before.people.raw("name")[0] == person.name
    assert again.snapshot["career_entry"] is before["career_entry"]
    assert again.snapshot.people.ints("birth") is before.people.ints("birth")
    assert again.snapshot.people.positions is before.people.positions


def test_nothing_written_gives_the_same_tables(city):
    before = load.snapshot(city)
    again = load.again(city, before)
    assert again.touched == {}
    assert all(again.snapshot[name] is before[name] for name in LAYOUT)


def test_the_write_of_another_program_asks_for_a_full_reading(city, path, actor, closing):
    before = load.snapshot(city)
    other = engines.open(path, actor)
    closing.append(other)
    records.save(other, actor, replace(before.people.record(0), name="别人改的"))
    assert load.again(city, before) is None


def test_very_many_rows_ask_for_a_full_reading(city, actor):
    before = load.snapshot(city)
    rows = [replace(each, note="批量") for each in before["tenure"].records()]
    marks = [replace(each, result="称职") for each in before["appraisal"].records()]
    records.save_many(city, actor, [*rows, *marks])
    assert load.again(city, before) is None


def test_rows_written_past_the_records_are_told_too(city):
    before = load.snapshot(city)
    key = before.people.ids[3]
    with writing(city) as connection:
        connection.exec_driver_sql("UPDATE person SET speciality = '棋' WHERE id = ?", (key,))
    again = load.again(city, before)
    assert again.touched == {"person": frozenset({key})}
    assert again.snapshot.people.raw("speciality")[3] == "棋"


def test_a_write_that_failed_is_not_told(city, actor):
    before = load.snapshot(city)
    person = before.people.record(0)
    with pytest.raises(Exception, match="已被使用"):
        records.add(city, actor, person)
    assert load.again(city, before).touched == {}


def test_settings_are_told_and_read(city, actor):
    before = load.snapshot(city)
    setting.put(city, actor, "name", "云溪")
    again = load.again(city, before)
    assert again.touched == {"setting": frozenset({"name"})}
    assert again.snapshot.settings["name"] == "云溪"


@pytest.mark.parametrize(
    "record",
    [
        Unit(id="u-new", name="新单位"),
        Team(id="t-new", unit=None, name="新班子"),
    ],
    ids=["unit", "team"],
)
def test_what_others_point_at_is_read_in_full_when_it_comes(city, actor, record):
    before = load.snapshot(city)
    records.add(city, actor, record)
    assert load.again(city, before) is None


def test_a_post_that_is_retired_asks_for_a_full_reading(city, actor):
    before = load.snapshot(city)
    post: Post = before.posts.record(0)
    records.save(city, actor, replace(post, retired=True))
    assert load.again(city, before) is None
