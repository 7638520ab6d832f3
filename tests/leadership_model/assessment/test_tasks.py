"""Tasks of teams by month, at the borders."""

import pytest

from leadership_model import months
from leadership_model.assessment import tasks as of
from leadership_model.errors import UserError
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team, TeamTask

NOW = months.of(2026, 11)


def task(due, done=None, id="k1", team="t"):
    return TeamTask(id=id, team=team, title="上党课", due=due, done=done)


@pytest.mark.parametrize(
    ("due", "done", "found"),
    [
        (NOW - 1, None, "overdue"),
        (NOW, None, "due"),
        (NOW + 1, None, "ahead"),
        (NOW - 1, NOW - 1, "done"),
        (NOW - 1, NOW, "late"),
        (NOW - 1, NOW + 1, "overdue"),  # what is done later is not seen yet
        (NOW + 2, NOW, "done"),
        (None, None, "undated"),
    ],
)
def test_how_a_task_stands(due, done, found):
    assert of.standing(task(due, done), NOW) == found


def test_the_rate_counts_what_was_due():
    rows = [task(NOW - 3, NOW - 3, "a"), task(NOW - 2, NOW, "b"), task(NOW - 1, None, "c"),
            task(NOW, None, "d"), task(NOW + 1, None, "e")]  # fmt: skip
    found = of_records([Team(id="t", unit=None, name="局"), *rows])
    told = of.count(found, 0, NOW)
    assert (told.all, told.dated, told.in_time, told.overdue) == (5, 3, 1, 1)
    assert told.rate == pytest.approx(100 / 3)
    assert of.count(of_records([Team(id="t", unit=None, name="局")]), 0, NOW).rate is None


def test_tasks_come_by_month_and_of_the_teams_asked_for():
    teams = [Team(id=each, unit=None, name=each) for each in ("t", "u")]
    rows = [task(NOW, None, "a", "u"), task(NOW - 1, None, "b", "t")]
    found = of_records([*teams, *rows])
    assert [each.id for _, each in of.tasks(found)] == ["b", "a"]
    assert [each.id for _, each in of.tasks(found, (1,))] == ["a"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((" ", "2026-11", ""), "请填写任务内容"),
        (("上党课", "年底", ""), "完成期限"),
        (("上党课", "2026-11", "已完成"), "完成时间"),
        (("上党课", "2026-11", "2026-12"), "晚于基准日期"),
    ],
)
def test_what_is_no_task_is_refused(typed, said):
    with pytest.raises(UserError, match=said):
        of.check(*typed, NOW)


def test_a_task_typed_is_read():
    assert of.check(" 上党课 ", "2026.12", "2026-11", NOW) == ("上党课", NOW + 1, NOW)
