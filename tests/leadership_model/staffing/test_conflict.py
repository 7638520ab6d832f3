import pytest

from leadership_model.people.rule_notes import RuleException
from leadership_model.staffing import explain
from leadership_model.staffing.apply import fold, moves_of
from leadership_model.staffing.conflict import conflicts, demoted
from leadership_model.staffing.move import Move
from leadership_model.staffing.options import Options
from leadership_model.staffing.solve import staff
from tests.leadership_model.staffing.small import AS_OF, person, sit, team, world


@pytest.fixture(scope="module")
def base():
    crowd = [person("old", birth="1960-01"), person("p1"), person("high", level="县处级正职")]
    return world(*crowd, *team("t", [{}, {}], quota=(1, 1)), sit("t0", "high"))


def found(base, *moves):
    return conflicts(fold(base.seating, moves), moves, base.book, AS_OF)


def appoint(who, post, **more):
    return Move(kind="appoint", person=who, post=post, **more)


def test_a_clean_appointment_has_no_conflict(base):
    assert found(base, appoint("p1", "t1")) == ()


def test_a_superior_can_allow_what_the_rule_forbids(base):
    (conflict,) = found(base, appoint("old", "t1"))
    assert (conflict.result.rule, conflict.standing, conflict.blocks) == ("R1", "待批复", True)
    granted = appoint("old", "t1", reply="云组函〔2026〕1号", reply_month=AS_OF)
    (conflict,) = found(base, granted)
    assert (conflict.standing, conflict.blocks) == ("已批复", False)


def test_an_exception_on_record_allows_it_too():
    given = RuleException(
        id="x", rule="R1", person="old", reason="工作需要", reply_number="云组函〔2026〕1号"
    )
    crowd = [person("old", birth="1960-01"), given]
    base = world(*crowd, *team("t", [{}, {}], quota=(1, 1)))
    (conflict,) = found(base, appoint("old", "t1"))
    assert (conflict.standing, conflict.blocks) == ("已批复", False)
    assert "云组函〔2026〕1号" in conflict.result.exception


def test_moves_that_were_overtaken_are_not_asked(base):
    assert found(base, appoint("old", "t1"), appoint("p1", "t1")) == ()


def test_who_falls_in_level_is_named(base):
    moves = [appoint("high", "t1")]
    assert demoted(fold(base.seating, moves), base.seating) == (
        base.snapshot.people.positions["high"],
    )
    assert demoted(fold(base.seating, [appoint("p1", "t1")]), base.seating) == ()


def test_why_not_names_the_rule(base):
    people, posts = base.snapshot.people.positions, base.snapshot.posts.positions
    (sentence,) = explain.why_not(base, people["old"], posts["t1"])
    assert sentence.startswith("R1 不符合：")
    assert explain.why_not(base, people["p1"], posts["t1"]) == ()


def test_refusals_are_put_into_words():
    assert explain.refused([("甲", 3), ("乙", 0)]) == "甲3人"
    assert explain.refused({}) == "没有人选"


def test_a_plan_can_be_taken_over_as_moves(base):
    plan = staff(base, [0], Options()).plan
    folded = fold(base.seating, moves_of(plan, base.seating))
    assert folded.changes == plan.changes
