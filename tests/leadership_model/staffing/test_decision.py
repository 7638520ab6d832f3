"""What keeps a plan from 讨论决定: the law over stages, standings and single moves."""

import pytest

from leadership_model.errors import UserError
from leadership_model.people.person import Kinship
from leadership_model.staffing.apply import fold
from leadership_model.staffing.conflict import conflicts
from leadership_model.staffing.decision import barring, decided, insist, sentences
from leadership_model.staffing.move import STAGES, Move
from tests.leadership_model.staffing.small import AS_OF, person, sit, team, world


@pytest.fixture(scope="module")
def base():
    crowd = [person("old", birth="1960-01"), person("kin"), person("head", level="县处级正职")]
    tie = Kinship(id="k", person="kin", relative="head", title="兄", state="确认")
    return world(*crowd, tie, *team("t", [{}, {}], quota=(1, 1)), sit("t0", "head"))


def found(base, *moves):
    return conflicts(fold(base.seating, moves), moves, base.book, AS_OF)


def appoint(who, **more):
    return Move(kind="appoint", person=who, post="t1", **more)


WAYS = {
    "old": {"reply": "云组函〔2026〕1号", "reply_month": AS_OF, "reason": "工作需要"},
    "kin": {"approver": "市委", "approved_month": AS_OF},
}


@pytest.mark.parametrize("who", ["old", "kin"])
@pytest.mark.parametrize("stage", STAGES)
def test_a_forbidden_move_may_stay_until_the_decision(base, who, stage):
    move = appoint(who)
    bars = barring(found(base, move), (move,), stage)
    assert bool(bars) == decided(stage)
    if decided(stage):
        with pytest.raises(UserError, match="不能进入讨论决定"):
            insist(found(base, move), (move,), base.snapshot, base.book, stage)
    else:
        insist(found(base, move), (move,), base.snapshot, base.book, stage)


@pytest.mark.parametrize("stage", STAGES)
def test_a_single_move_cannot_stand_at_the_decision_either(base, stage):
    move = appoint("old", stage=stage)
    assert bool(barring(found(base, move), (move,))) == decided(stage)


def test_a_reply_with_its_month_opens_the_way(base):
    move = appoint("old", **WAYS["old"])
    insist(found(base, move), (move,), base.snapshot, base.book, "任职")
    without = appoint("old", reply="云组函〔2026〕1号")
    assert barring(found(base, without), (without,), "任职")


def test_where_none_is_allowed_nothing_opens_the_way(base):
    move = appoint("kin", **WAYS["old"], **WAYS["kin"])
    bars = barring(found(base, move), (move,), "讨论决定")
    assert {each.standing for each in bars} == {"不得例外"}


def test_the_refusal_names_person_rule_article_and_way(base):
    move = appoint("old")
    (line,) = sentences(found(base, move), (move,), base.snapshot, base.book)
    assert line.startswith("人员old：")
    assert base.book["R1"].article in line
    assert "批复文号" in line
