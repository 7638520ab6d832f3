"""What a plan does to the rows of a person: careers, appraisals, education, family, photo."""

from dataclasses import replace

from leadership_model.exchange.clean import clean
from leadership_model.exchange.plan import plan
from leadership_model.people.person import Appraisal, Education, Person, Relative, Sanction
from leadership_model.people.snapshot import of_records
from tests.leadership_model.exchange.planning import (
    EMPTY,
    RESUME,
    applied,
    entry,
    form_in,
    rows,
    with_career,
)


def test_an_equal_resume_leaves_the_entries_alone():
    assert "career_entry" not in rows(with_career(), JianLi=RESUME)


def test_another_resume_replaces_all_entries():
    found = rows(with_career(), JianLi=RESUME.replace("科员", "办事员"))["career_entry"]
    assert (len(found.put), len(found.drop)) == (2, 2)


def test_corrections_by_hand_stay_for_lines_that_stay():
    snapshot = with_career()
    listed = [
        replace(row, by_hand=True, post_kind="其他") if row.line == 0 else row
        for row in snapshot["career_entry"].records()
    ]
    changed = of_records([*snapshot.people.records(), *listed])
    found = rows(changed, JianLi=RESUME.replace("局长", "副局长"))["career_entry"]
    assert [each.by_hand for each in found.put] == [True, False]
    assert found.put[0].post_kind == "其他"


def test_appraisals_of_other_years_stay():
    records = [
        Person(id="p-1", name="甲示例", birth=23762),
        Appraisal(id="a-1", person="p-1", year=2019, result="优秀"),
        Appraisal(id="a-2", person="p-1", year=2020, result="称职"),
    ]
    found = rows(of_records(records), NianDuKaoHeJieGuo="2020年优秀，2021年称职")["appraisal"]
    assert [(each.id == "a-2", each.year, each.result) for each in found.put] == [
        (True, 2020, "优秀"),
        (False, 2021, "称职"),
    ]
    assert not found.drop


def test_sanctions_entered_otherwise_stay():
    records = [
        Person(id="p-1", name="甲示例", birth=23762, reward_text="2019.05，受党内警告处分"),
        Sanction(id="s-1", person="p-1", kind="党内警告", month=24232),
        Sanction(id="s-2", person="p-1", kind="诫勉", month=24300),
    ]
    found = rows(of_records(records), JiangChengQingKuang="2014.02，经甲县委批准，嘉奖")
    assert [each.id for each in found["sanction"].drop] == ["s-1"]
    assert [each.name for each in found["reward"].put] == ["嘉奖"]


def test_an_education_is_merged_and_others_stay():
    records = [
        Person(id="p-1", name="甲示例", birth=23762),
        Education(id="e-1", person="p-1", mode="全日制", schooling="大专", end=24000),
        Education(
            id="e-2", person="p-1", mode="全日制", schooling="大学", school="甲大学", end=24020
        ),
    ]
    found = rows(
        of_records(records), QuanRiZhiJiaoYu_XueLi="大学", QuanRiZhiJiaoYu_XueWei="法学学士"
    )
    (put,) = found["education"].put
    assert (put.id, put.school, put.degree, put.end) == ("e-2", "甲大学", "法学学士", 24020)


def test_the_family_is_replaced_as_a_whole(simple):
    cleaned = clean(form_in(simple))
    records = [
        Person(id="p-1", name="甲示例", birth=23762),
        Relative(id="r-1", person="p-1", title="妻子", name="乙"),
    ]
    found = {each.table: each for each in entry(of_records(records), cleaned).rows}["relative"]
    assert (len(found.put), [each.id for each in found.drop]) == (4, ["r-1"])


def test_a_photo_is_taken_over_once(simple):
    cleaned = clean(form_in(simple))
    made = plan(EMPTY, [cleaned])
    after = applied(EMPTY, made)
    assert made.entries[0].photo == cleaned.photo
    assert entry(after, cleaned).photo is None
    other = entry(after, cleaned, photo_of=lambda _: b"\xff\xd8 other")
    assert (other.state, other.photo) == ("changed", cleaned.photo)
