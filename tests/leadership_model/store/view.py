"""What a window holds of a database, carried from write to write, against a full reading."""

import random

import numpy as np

from leadership_model.assessment import refresh
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.people.snapshot import LAYOUT
from leadership_model.rules import quality
from leadership_model.rules.kinship import kinships
from leadership_model.store import load


class View:
    """What a window holds: snapshot, world and survey, carried from write to write."""

    def __init__(self, engine):
        self.engine, self.random = engine, random.Random(5)
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

    def follow(self, share=1.0):
        """Take over what was written, as the window does; before that pages ask for a share."""
        self.ask(self.world, share)
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

    def ask(self, world, share):
        """Have elements and answers worked out, so that they have something to age from."""
        asked = [(world.facts.column, each.label) for each in world.catalogue.elements]
        asked += [(world.facts.tri, each) for each in questions(world)]
        for ask, name in asked:
            if self.random.random() < share:
                ask(name)

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
        for question in questions(world):
            mine = self.world.facts.answers(question)
            assert alike(mine, world.facts.answers(question)), question
        assert self.survey == assess_all(world)
        assert self.states == assess_all(self.world_of(snapshot, -1), with_rules=False)
        issues = quality.check(snapshot, world.as_of)
        assert quality.check(self.snapshot, world.as_of) == issues
        mine, full = kinships(self.snapshot), kinships(snapshot)
        assert (mine.of, mine.count.tolist()) == (full.of, full.count.tolist())


QUESTIONS = (
    "曾任 [单位类别 = 乡镇, 角色 = 正职] 满 24 个月",
    "现任 [职务层次 >= 乡科级副职] 满 12 个月",
    "有 任职 [职务层次 >= 乡科级正职]",
    "有 教育 [形式 = 在职, 学历 >= 大学]",
    "没有 处分 [影响期内 = 是]",
    "近 3 年年度考核 优秀 不少于 2 次",
    "年龄 <= 45 且 政治面貌 = 中共党员",
)


def questions(world):
    return [parse(each, world.catalogue) for each in QUESTIONS]


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
