"""Plans beside today and each other: what is told of each, what differs, what can be adopted."""

import pytest

from leadership_model.staffing import compare
from leadership_model.staffing.move import Move
from leadership_model.staffing.scenario import Scenario, moved
from leadership_model.staffing.situation import situate
from tests.leadership_model.staffing import small
from tests.leadership_model.staffing.small import person, sit, team


def appoint(who, post, **more):
    return Move(kind="appoint", person=who, post=post, **more)


@pytest.fixture(scope="module")
def world():
    return small.world(
        *(person(f"p{at}", sex="女" if at == 3 else "男") for at in range(5)),
        *team("a", [{}, {}, {}]),
        *team("b", [{}, {}], category="市直部门"),
        sit("a0", "p0"),
        sit("a1", "p1"),
        sit("b0", "p2"),
    )


def plan(world, *moves, id="s", teams=(0,)):
    found = Scenario(id=id, label=id, base=0, month=world.as_of)
    return situate(world, moved(found, *moves), teams)


@pytest.fixture
def three(world):
    """A: p3 takes a2. B: p3 takes a2 and p1 goes to b1. C: p0 retires."""
    return compare.beside(
        world,
        (
            plan(world, appoint("p3", "a2"), id="A"),
            plan(world, appoint("p3", "a2", reason="更合适"), appoint("p1", "b1"), id="B"),
            plan(world, Move(kind="retire", person="p0"), appoint("p4", "a0", order=2), id="C"),
        ),
    )


def fates(row):
    return [each.fate for each in row.cells]


def test_teams_of_the_boards_and_those_touched_are_compared_in_every_plan(three, world):
    rows = compare.teams(three)
    assert [row.key for row in rows] == ["a", "b"]
    one, other = rows
    assert (one.changed, one.split) == (True, True)
    assert (other.changed, other.split) == (True, True)
    assert [cell.filled for cell in one.cells] == [3, 2, 1]
    assert one.today.filled == 2
    assert [cell.filled for cell in other.cells] == [1, 2, 1]
    alone = plan(world, appoint("p3", "a2"))
    assert one.cells[0].score_low == alone.deltas[0].after.score_low


def test_people_have_a_fate_in_each_plan(three):
    rows = {row.key: row for row in compare.people(three)}
    assert set(rows) == {"p3", "p1", "p0", "p4"}
    assert fates(rows["p3"]) == ["moved", "moved", "stay"]
    assert fates(rows["p1"]) == ["stay", "moved", "stay"]
    assert fates(rows["p0"]) == ["stay", "stay", "retired"]
    assert fates(rows["p4"]) == ["stay", "stay", "candidate"]
    assert rows["p3"].cells[0].taken == (2,)
    assert rows["p1"].cells[1].left == (1,)
    assert rows["p3"].split
    assert 0 <= rows["p3"].cells[0].fit <= 100


def test_who_loses_a_seat_and_takes_none_waits(world):
    found = compare.beside(world, (plan(world, appoint("p3", "a1")),))
    rows = {row.key: row for row in compare.people(found)}
    assert fates(rows["p1"]) == ["bench"]


def test_requirements_stand_in_the_order_of_their_models(three):
    rows = compare.requirements(three)
    assert [row.key for row in rows][:5] == [
        f"a {id}" for id in ("女", "年龄", "新任", "学历", "配齐")
    ]
    women = rows[0]
    assert [women.today.measured_low, *(cell.measured_low for cell in women.cells)] == [0, 1, 1, 0]
    assert (women.changed, women.split) == (True, True)


def test_equal_moves_are_one_row_whatever_their_reasons(three):
    rows = compare.moves(three)
    assert [row.cells for row in rows] == [
        (0, 0, None),
        (None, 1, None),
        (None, None, 0),
        (None, None, 1),
    ]
    assert [row.split for row in rows] == [True, True, True, True]


def test_two_equal_plans_differ_from_today_only(world):
    same = tuple(plan(world, appoint("p3", "a2"), id=id) for id in "AB")
    found = compare.beside(world, same)
    for rows in (compare.teams(found), compare.people(found), compare.requirements(found)):
        assert not any(row.split for row in rows)
        assert any(row.changed for row in rows)
    assert not any(row.split for row in compare.moves(found))


def test_an_empty_plan_is_today(world):
    found = compare.beside(world, (plan(world),))
    assert not any(row.changed for row in (*compare.teams(found), *compare.requirements(found)))
    assert compare.people(found) == compare.moves(found) == compare.breaches(found) == ()
    (total,) = compare.totals(found)
    assert (total.gain, total.fit, total.breaches, total.waived) == (0.0, None, 0, 0)


def test_totals_count_all_teams_compared_in_each_plan(three):
    one, two, three_ = compare.totals(three)
    start = sum(each.score_low for each in three.now.values())
    assert one.score == pytest.approx(start + one.gain)
    assert len(one.figures.moved) == 1
    assert len(two.figures.moved) == 2
    assert three_.fit is None
    assert one.fit == compare.people(three)[0].cells[0].fit


def test_rules_against_a_seat_are_one_row_with_their_standing():
    world = small.world(
        *(person(f"p{at}") for at in range(4)),
        person("old", birth="1960-01"),
        *team("a", [{}, {}, {}]),
        sit("a0", "p0"),
    )
    asked = appoint("old", "a1")
    given = appoint(
        "old", "a1", reply="批复 1 号", reply_month=world.as_of, approver="甲", reason="乙"
    )
    found = compare.beside(world, (plan(world, asked, id="A"), plan(world, given, id="B")))
    rows = compare.breaches(found)
    assert rows
    assert all(row.key.split("|")[1] == "old" for row in rows)
    assert all(None not in row.cells for row in rows)
    first, second = compare.totals(found)
    waivable = {c.standing for row in rows for c in row.cells} & {"待批复", "待本级批准"}
    assert (first.waived, bool(second.waived)) == (0, bool(waivable))


def test_why_a_move_cannot_be_adopted(world):
    now = plan(world, appoint("p3", "a2"))
    assert (
        compare.why_not(now, appoint("p3", "a2", reason="别的理由"))
        == "这个方案里已有同样的一步调整"
    )
    assert compare.why_not(now, appoint("p1", "a1")) == "采用这一步不会改变这个方案"
    assert "已不在库中" in compare.why_not(now, appoint("x", "a1"))
    assert compare.why_not(now, appoint("p1", "b1")) == ""


def test_an_adopted_move_does_in_one_plan_what_it_does_in_the_other(world):
    one, two = plan(world, appoint("p3", "a2")), plan(world, appoint("p1", "b1"))
    (move,) = two.scenario.done
    assert compare.why_not(one, move) == ""
    both = plan(world, *one.scenario.done, move)
    rows = {row.key: row for row in compare.people(compare.beside(world, (both, one, two)))}
    assert rows["p1"].cells[0].taken == rows["p1"].cells[2].taken
    assert rows["p3"].cells[0].taken == rows["p3"].cells[1].taken
