"""What is read again after a write is, in every column and finding, what a full reading gives."""

import random
import shutil
from dataclasses import replace

import numpy as np
import pytest

from leadership_model.assessment import refresh
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import (
    Appraisal,
    Education,
    Kinship,
    Mark,
    Person,
    Relative,
    Sanction,
)
from leadership_model.people.post import Post
from leadership_model.people.snapshot import LAYOUT
from leadership_model.people.team import Indicator, Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules import quality
from leadership_model.rules.kinship import kinships
from leadership_model.sample.build import build
from leadership_model.store import engine as engines
from leadership_model.store import load, records, setting
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.editing import Edit

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


class View:
    """What a window holds: snapshot, world and survey, carried from write to write."""

    def __init__(self, engine):
        self.engine = engine
        self.models, self.portraits = load.models(engine), load.portraits(engine)
        self.snapshot = load.snapshot(engine)
        self.world = self.world_of(self.snapshot)
        self.survey = assess_all(self.world)
        self.former = self.world_of(self.snapshot, -1)
        self.states = assess_all(self.former, with_rules=False)
        self.full = 0

    def world_of(self, snapshot, months=0):
        month = snapshot.default_month + months
        return World.of(snapshot, month, models=self.models, portraits=self.portraits)

    def follow(self):
        """Take over what was written, as the window does."""
        for label in (each.label for each in self.world.catalogue.elements):
            self.world.facts.column(label)
        again = load.again(self.engine, self.snapshot)
        if again is None:
            self.full += 1
            self.snapshot = load.snapshot(self.engine)
            self.world = self.world_of(self.snapshot)
            self.survey = assess_all(self.world)
            self.former = self.world_of(self.snapshot, -1)
            self.states = assess_all(self.former, with_rules=False)
            return
        world = self.world.refreshed(again.snapshot, again.touched)
        self.survey = refresh.reassess(self.world, self.survey, world, again.touched)
        former = self.former.refreshed(again.snapshot, again.touched)
        self.states = refresh.reassess(
            self.former, self.states, former, again.touched, with_rules=False
        )
        self.former = former
        quality.check(again.snapshot, world.as_of)  # carried on from here
        self.snapshot, self.world = again.snapshot, world

    def check(self):
        """Compare all of it with a database read anew."""
        snapshot = load.snapshot(self.engine)
        world = self.world_of(snapshot)
        assert self.snapshot.number == snapshot.number
        assert self.snapshot.settings == snapshot.settings
        for name in LAYOUT:
            same_table(self.snapshot[name], snapshot[name])
        for name in ("holder", "since", "tenure", "attached"):
            assert same(getattr(self.world.seating, name), getattr(world.seating, name)), name
        for element in world.catalogue.elements:
            mine = self.world.facts.column(element.label)
            assert alike(mine, world.facts.column(element.label)), element.label
        assert self.survey == assess_all(world)
        assert self.states == assess_all(self.world_of(snapshot, -1), with_rules=False)
        issues = quality.check(snapshot, world.as_of)
        assert quality.check(self.snapshot, world.as_of) == issues
        mine, full = kinships(self.snapshot), kinships(snapshot)
        assert (mine.of, mine.count.tolist()) == (full.of, full.count.tolist())


def same(mine, full):
    return np.array_equal(mine, full) if isinstance(full, np.ndarray) else mine == full


def alike(mine, full):
    names = [name for name in type(full).__slots__ if not name.startswith("_")]
    return type(mine) is type(full) and all(same(getattr(mine, n), getattr(full, n)) for n in names)


def same_table(mine, full):
    assert mine.rows == full.rows, full.record_type
    assert mine.retired == full.retired
    assert dict(mine.positions) == dict(full.positions)
    assert np.array_equal(mine.starts, full.starts), full.record_type
    for key, column in mine.worked_out().items():
        way, _, name = key.partition(" ")
        if name:
            other = getattr(full, way)(name)
            agrees = alike(column, other) if way == "texts" else same(column, other)
            assert agrees, (full.record_type, key)


class Editor:
    """Draws edits of all kinds: changes, additions, deletions, and taking back."""

    def __init__(self, view, actor, seed):
        self.view, self.actor, self.random = view, actor, random.Random(seed)
        self.count = 0
        self.last = None

    def step(self):
        ways = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("edit_")]
        way = self.random.choice(ways)
        way()
        return way.__name__

    def any(self, kind, seated=True):
        table = self.view.snapshot[kind]
        if kind == "person" and seated and self.random.random() < 0.8:
            holders = self.view.world.seating.holder
            return table.record(self.random.choice(holders[holders >= 0].tolist()))
        return table.record(self.random.randrange(len(table)))

    def new(self):
        self.count += 1
        return f"new-{self.count}-{self.random.randrange(10**9)}"

    def save(self, *put, drop=()):
        records.save_many(self.view.engine, self.actor, put, drop)

    def change(self, table, /, **choices):
        record = self.any(table)
        name = self.random.choice(sorted(choices))
        after = replace(record, **{name: self.random.choice(choices[name])})
        self.last = Edit(record, after)
        self.last.forward(self.view.engine, self.actor)

    def edit_person(self):
        near = self.any("person", seated=False)
        self.change(
            "person",
            name=("李新", near.name),
            birth=(None, 12 * 1968 + 3, 12 * 1995, near.birth),
            sex=("男", "女", None),
            ethnicity=("汉族", "苗族", "彝族", None),
            hometown=("外地", near.hometown, None),
            party=("中共党员", "群众", None),
            level=("县处级正职", "乡科级副职", None),
            level_since=(None, 12 * 2020),
            absent=("", "level", "party hometown", "resume"),
            resume=("2001.07－ 无", None),
            unit=(None, near.unit),
            speciality=("钢琴", "钢琴", None),
        )

    def edit_person_taken_back(self):
        if self.last is not None:
            self.last.backward(self.view.engine, self.actor)
            self.last = None

    def edit_person_added(self):
        self.save(Person(id=self.new(), name="新来", birth=12 * 1980))

    def edit_relative(self):
        """A family line that names somebody of the base: perhaps a kinship."""
        one, two = self.any("person"), self.any("person")
        self.save(
            Relative(id=self.new(), person=one.id, title="妻子", name=two.name, birth=two.birth)
        )

    def edit_kinship(self):
        one, two = self.any("person"), self.any("person")
        state = self.random.choice(("确认", "排除", "待核"))
        self.save(Kinship(id=self.new(), person=one.id, relative=two.id, state=state))

    def edit_tenure_ends(self):
        tenure = self.any("tenure")
        self.save(replace(tenure, end=self.view.world.as_of - self.random.randrange(3)))

    def edit_tenure_gone(self):
        self.save(drop=[self.any("tenure")])

    def edit_reseat(self):
        """Somebody takes the seat of another from this month on."""
        now = self.view.world.as_of
        seat, person = self.any("tenure"), self.any("person")
        kind = self.random.choice(("任职", "兼任", "挂职"))
        fresh = Tenure(id=self.new(), post=seat.post, person=person.id, kind=kind, start=now)
        self.save(*([] if kind == "挂职" else [replace(seat, end=now)]), fresh)

    def edit_career(self):
        entry = self.any("career_entry")
        other = self.any("career_entry")
        names = ("unit_kind", "post_kind", "level", "role", "functions", "area", "start", "line")
        name = self.random.choice(names)
        self.save(replace(entry, **{name: getattr(other, name)}))

    def edit_career_added(self):
        entry, person = self.any("career_entry"), self.any("person")
        self.save(replace(entry, id=self.new(), person=person.id))

    def edit_career_gone(self):
        self.save(drop=[self.any("career_entry")])

    def edit_rows(self):
        person = self.any("person")
        key, month = self.new(), self.view.world.as_of
        mark = {"element": self.random.choice(("专长", "气质", "熟悉领域")), "value": "经济管理"}
        chosen = self.random.choice(
            [
                Education(id=key, person=person.id, mode="在职", schooling="研究生", major="法学"),
                Appraisal(id=key, person=person.id, year=month // 12 - 1, result="优秀"),
                Sanction(id=key, person=person.id, kind="党内警告", month=month - 2),
                Mark(id=key, person=person.id, **mark, entered_at="2026"),
                CareerEntry(id=key, person=person.id, line=40, start=month - 5, text="某局局长"),
            ]
        )
        self.save(chosen)

    def edit_rows_gone(self):
        kind = self.random.choice(("education", "appraisal", "person_mark", "team_indicator"))
        self.save(drop=[self.any(kind)])

    def edit_unit(self):
        other = self.any("unit")
        self.change(
            "unit",
            name=("某单位",),
            area=(other.area, None),
            kind=(other.kind, None),
            upper=(other.id, None),
            personnel=(True, False),
        )

    def edit_team(self):
        other = self.any("team")
        self.change(
            "team",
            quota_head=(1, None),
            quota_deputy=(1, 9, None),
            category=(other.category, None),
            area=(other.area, None),
            unit=(other.unit, None),
            term_start=(None, self.view.world.as_of - 58),
        )

    def edit_team_indicator(self):
        team = self.any("team")
        self.save(Indicator(id=self.new(), team=team.id, year=2025, name="民主测评", value="90"))

    def edit_post(self):
        other = self.any("post")
        self.change(
            "post",
            name=("某岗位",),
            level=(other.level, None),
            role=("正职", "副职", "其他"),
            member=(True, False),
            takes_quota=(True, False),
            functions=(other.functions, None),
            post_kind=(other.post_kind, None),
            requires=("年龄 <= 50", None),
            area_head=("县", None),
            order=(0, 5),
        )


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_leave_what_a_full_reading_gives(city, actor, seed):
    view = View(city)
    editor = Editor(view, actor, seed)
    done = []
    for _ in range(STEPS):
        done.append(editor.step())
        view.follow()
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
