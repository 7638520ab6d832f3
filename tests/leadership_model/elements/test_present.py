"""现任 reads seats and open career rows, and follows a plan."""

import pytest

from leadership_model.people.seating import VACANT
from tests.leadership_model.elements.makers import (
    ask,
    features,
    job,
    person,
    tenure,
    township,
    value,
)


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        ("2024.11", None, True),
        ("2026.11", None, True),
        ("2026.12", None, False),
        ("2024.11", "2026.11", False),
        ("2024.11", "2026.12", True),
    ],
)
def test_in_the_month_of_hand_over_the_successor_holds_the_seat(start, end, answer):
    found = features(
        person(absent="resume", resume=None), *township(), tenure("镇-书记", start, end)
    )
    assert ask(found, "现任 乡镇党政正职") is answer
    assert (value(found, "班子成员") == "是") is answer


def test_months_in_the_present_seat():
    found = features(*township(), tenure("镇-书记", "2024.11"), job("2024.11"))
    assert value(found, "任现职月数") == 24
    assert ask(found, "现任 乡镇党政正职 满 24 个月") is True
    assert ask(found, "现任 乡镇党政正职 满 25 个月") is False
    assert ask(found, "任现职时间 = 2024.11") is True


def test_the_longest_held_seat_counts():
    found = features(*township(), tenure("镇-书记", "2025.11"), tenure("镇-镇长", "2023.11"))
    assert value(found, "任现职月数") == 36


def test_without_a_seat_there_is_no_time_in_post():
    found = features(*township(), job("2020.01"))
    assert value(found, "任现职月数") == "无"
    assert ask(found, "任现职月数 >= 1") is False
    assert ask(found, "任现职月数 ≠ 1") is True
    assert value(found, "岗位角色") == "无"


def test_an_open_career_row_is_a_present_job():
    found = features(job("2020.01"))
    assert ask(found, "现任 乡镇党政正职") is True
    assert ask(found, "现任 乡镇党政正职 满 82 个月") is True
    assert ask(found, "现任 乡镇党政正职 满 83 个月") is False
    assert ask(features(job("2020.01", "2026.11")), "现任 乡镇党政正职") is False
    assert ask(features(job("2020.01", sure=10)), "现任 乡镇党政正职") is None
    assert ask(features(person(resume=None)), "现任 乡镇党政正职") is None


@pytest.mark.parametrize(("sure", "answer"), [(60, False), (59, None)])
def test_a_doubtful_open_row_beside_a_seat_may_be_anything(sure, answer):
    row = job("2020.01", sure=sure, unit_kind="县直部门", post_kind="部门副职")
    found = features(*township(), tenure("镇-书记", "2025.11"), row)
    assert ask(found, "现任 乡镇党政正职") is True
    assert ask(found, "现任 [单位类别 = 高等院校]") is answer


def test_a_secondment_is_no_present_post_unless_asked_for():
    found = features(
        job("2020.01", unit_kind="县直部门", post_kind="部门副职"),
        *township(),
        tenure("镇-书记", "2025.11", kind="挂职"),
    )
    assert ask(found, "现任 乡镇党政正职") is False
    assert ask(found, "现任 [单位类别 = 乡镇, 挂职 = 是]") is True
    assert value(found, "班子成员") == "否"


def two_townships():
    return features(
        person("a"),
        person("b"),
        *township("甲镇", posts=("书记", "镇长")),
        *township("乙镇", area="石桥县", posts=("书记",)),
        tenure("甲镇-书记", "2020.11", of="a"),
        job("2020.11", of="a", unit_text="甲镇"),
        job("2020.11", of="b", unit_kind="县直部门", post_kind="部门正职", unit_text="县农业局"),
        tenure("甲镇-镇长", "2026.06", of="b", kind="提名"),
    )


def test_a_plan_moves_the_present_and_leaves_the_past():
    before = two_townships()
    posts = before.seating.snapshot.posts.positions
    people = before.seating.snapshot.people.positions
    assert ask(before, "现任 乡镇党政正职", people["b"]) is False
    after = before.reseated(
        before.seating.with_holders(
            {posts["甲镇-书记"]: people["b"], posts["乙镇-书记"]: people["a"]}
        )
    )
    assert ask(after, "现任 乡镇党政正职", people["b"]) is True
    assert ask(after, "现任 县直部门正职", people["b"]) is False
    assert ask(after, "曾任 县直部门正职", people["b"]) is True
    assert value(after, "所在地区", people["a"]) == "石桥县"
    assert value(after, "单位", people["a"]) == "乙镇"
    assert value(after, "现任职务", people["a"]) == "乙镇书记"
    assert value(after, "任现职月数", people["a"]) == 0
    assert ask(after, "有 任职 [岗位 = 甲镇书记, 月数 = 72]", people["a"]) is True
    assert ask(after, "有 任职 [岗位 = 乙镇书记]", people["a"]) is True
    assert ask(before, "有 任职 [岗位 = 乙镇书记]", people["a"]) is False
    assert value(before, "任现职月数", people["a"]) == 72


def test_who_loses_the_seat_has_no_present_post():
    before = two_townships()
    post = before.seating.snapshot.posts.positions["甲镇-书记"]
    after = before.reseated(before.seating.with_holders({post: VACANT}))
    assert ask(after, "现任 乡镇党政正职", 0) is False
    assert value(after, "现任职务", 0) == "无"
    assert value(after, "班子成员", 0) == "否"


def test_what_does_not_depend_on_seats_is_kept():
    before = two_townships()
    kept = before.column("乡镇工作月数")
    after = before.reseated(before.seating.with_holders({0: VACANT}))
    assert after.column("乡镇工作月数") is kept
    assert after.column("任现职月数") is not before.column("任现职月数")
