"""Who may take a place, and on what ground the others were refused."""

import pytest

from leadership_model.conditions.tree import Compare
from leadership_model.matching.scores import Scores
from leadership_model.people.hold import Hold
from leadership_model.people.seating import VACANT
from leadership_model.staffing import guard
from leadership_model.staffing.board import Place
from leadership_model.staffing.candidates import find
from leadership_model.staffing.options import Options
from tests.leadership_model.staffing.small import AS_OF, person, sit, team, world

SEATS = [*team("t", [{}, {"requires": "年龄 <= 50"}]), *team("d", [{}, {}], category="市直部门")]
USUAL = Options()


def found(*records, options=USUAL, post="t1"):
    """Ask of everybody; give the ids of those who may take the place, and those in doubt."""
    base = world(*SEATS, *records)
    teams, posts = base.snapshot.teams.positions, base.snapshot.posts.positions
    place = Place((posts[post],), VACANT)
    pins = guard.pins(base.seating, base.book, options)
    answer = find(Scores(base), place, [place], [teams["t"]], options, pins)
    names = [base.person_ids[each] for each in answer.people.tolist()]
    doubtful = [name for name, mark in zip(names, answer.doubtful, strict=True) if mark]
    return names, doubtful, {ground for ground, count in answer.refusals if count}


@pytest.mark.parametrize(
    ("fields", "ground"),
    [
        ({}, None),
        ({"level": "县处级正职"}, "职务层次会降低"),
        ({"level": "乡科级正职"}, None),  # a gain; the rules of this base do not speak of years
        ({"birth": "1976-11"}, None),  # 50 in the month itself
        ({"birth": "1975-11"}, "不符合岗位资格条件"),
        ({"birth": "1960-01"}, "不符合岗位资格条件"),
    ],
)
def test_each_ground_refuses(fields, ground):
    names, doubtful, grounds = found(person("p", **fields))
    assert (names, doubtful) == ([] if ground else ["p"], [])
    assert grounds == ({ground} if ground else set())


@pytest.mark.parametrize("status", ["退出领导岗位", "退休", "调出", "去世"])
def test_only_people_in_office_are_asked(status):
    assert found(person("p", status=status), person("q"))[0] == ["q"]


def test_whoever_is_held_is_told_by_number_alone():
    hold = Hold(id="h", person="p", reason="核查", start=AS_OF, until=AS_OF)
    names, _, grounds = found(person("p"), person("q"), hold)
    assert (names, grounds) == (["q"], {"暂缓使用"})
    past = Hold(id="h", person="p", reason="核查", start=AS_OF - 3, until=AS_OF - 1)
    assert found(person("p"), past)[0] == ["p"]


def test_people_in_doubt_are_asked_by_a_switch_only_and_marked():
    people = [person("p", birth=None), person("q")]
    assert found(*people)[:2] == (["q"], [])
    assert found(*people, options=Options(include_unknown=True))[:2] == (["p", "q"], ["p"])


def test_the_pool_the_pinned_and_the_excluded():
    people = [person("p"), person("q", sex="女"), person("r")]
    pool = Options(pool=Compare("性别", "=", "男"))
    assert found(*people, options=pool)[:3:2] == (["p", "r"], {"不在人选范围"})
    assert found(*people, options=Options(excluded=frozenset({1})))[0] == ["p", "r"]
    held = sit("d1", "r", since="2026-01")  # less than a year in post
    assert found(*people, held)[0] == ["p", "q"]
    assert found(*people, sit("d1", "r"))[0] == ["p", "q", "r"]


def test_members_of_the_chosen_teams_stay_where_they_are():
    assert found(person("p"), person("q"), sit("t0", "p"))[0] == ["q"]
