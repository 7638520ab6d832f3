"""The procedure of a move: what may be recorded, how far it has come, what is reported."""

from dataclasses import replace

import pytest

from leadership_model.errors import UserError
from leadership_model.people.person import Kinship, Relative
from leadership_model.staffing import procedure
from leadership_model.staffing.move import Move
from leadership_model.staffing.procedure import (
    EMPTY,
    Answer,
    Attachment,
    Record,
    Report,
    check_report,
    items,
    items_for,
    with_answer,
    with_report,
)
from leadership_model.staffing.procedure_check import check_answer, stages, working_days
from leadership_model.staffing.procedure_facts import way_of
from leadership_model.staffing.procedure_reports import occasions, raised
from tests.leadership_model.papers import plan_small
from tests.leadership_model.staffing import small

ITEMS = {each.id: each for each in items()}
DAYS = {
    "motion": "2026-09-01", "talks": "2026-09-03", "meeting_vote": "2026-09-10",
    "talk_vote": "2026-09-10", "announced": "2026-09-15", "inspection": "2026-09-25",
    "decided": "2026-10-12", "notice": "2026-10-13", "spoken": "2026-10-26",
    "issued": "2026-10-27",
}  # fmt: skip


def full():
    record = EMPTY
    for item in items():
        answer = Answer(state="done", day=DAYS.get(item.id, ""), document="1号")
        if item.numbers:
            answer = replace(answer, numbers={"应到": 12, "实到": 8, "同意": 7})
        if item.until:
            answer = replace(answer, until="2026-10-19")
        check_answer(record, "提任", item, answer)
        record = with_answer(record, item.id, answer)
    return record


def test_a_record_comes_back_out_of_its_json():
    record = with_report(
        replace(full(), attachments=(Attachment(item="motion", path="a.pdf", size=1, digest="f"),)),
        "quota",
        Report(answer="是", reply="云组〔2026〕1号", reply_day="2026-09-02"),
    )
    assert procedure.from_json(procedure.to_json(record)) == record
    assert procedure.from_json("{}") == EMPTY
    with pytest.raises(UserError, match="无法读取"):
        procedure.from_json('{"answers": {"motion": {"never": 1}}}')


def test_what_nobody_answered_is_open_and_an_empty_answer_is_none():
    assert {each.state for each in stages(EMPTY, "提任")} == {"open"}
    assert with_answer(full(), "motion", Answer(by="甲")).answer("motion") == Answer()
    assert [each.name for each in stages(EMPTY, "免职")] == ["动议", "讨论决定", "任职"]
    assert all(each.required for each in items_for("提任") if each.id == "meeting_vote")


def test_all_done_is_complete_and_one_thing_open_leaves_its_stage_in_doubt():
    assert {each.state for each in stages(full(), "提任")} == {"done"}
    less = with_answer(full(), "file", Answer())
    found = {each.name: each for each in stages(less, "提任")}
    assert found["考察"].state == "doubt"
    assert found["考察"].missing == ("审核干部人事档案（三龄两历一身份）：未办",)
    assert found["动议"].state == "done"
    doubt = with_answer(full(), "consulted", Answer(state="doubt"))
    assert {e.name: e.state for e in stages(doubt, "提任")}["讨论决定"] == "doubt"


def test_a_rule_in_the_way_bars_the_decision_and_what_follows():
    found = {each.name: each.state for each in stages(full(), "提任", ["党龄不足"])}
    assert (found["考察"], found["讨论决定"], found["任职"]) == ("done", "barred", "barred")
    decided = full().answer("decided")
    with pytest.raises(UserError, match="不能通过讨论决定：党龄不足"):
        check_answer(EMPTY, "提任", ITEMS["decided"], decided, ["党龄不足"])
    check_answer(EMPTY, "提任", ITEMS["motion"], full().answer("motion"), ["党龄不足"])
    check_answer(EMPTY, "提任", ITEMS["decided"], Answer(state="doubt"), ["党龄不足"])


@pytest.mark.parametrize(
    ("item", "change", "words"),
    [
        ("motion", {"day": "2026-9-1"}, "2026-11-20 的样子"),
        ("motion", {"day": ""}, "请写明日期"),
        ("motion", {"day": "2026-09-04"}, "晚于"),
        ("talks", {"day": "2026-08-31"}, "早于"),
        ("decided", {"day": "2026-09-24"}, "早于"),
        ("decided", {"numbers": {"应到": 12, "实到": 7, "同意": 7}}, "三分之二"),
        ("decided", {"numbers": {"应到": 12, "实到": 12, "同意": 6}}, "半数"),
        ("decided", {"numbers": {"应到": 12, "实到": 8, "同意": 9}}, "对不上"),
        ("decided", {"numbers": {"应到": 12}}, "实到"),
        ("notice", {"until": ""}, "截止日期"),
        ("notice", {"until": "2026-10-16"}, "只有 4 个工作日"),
        ("notice", {"until": "2026-10-27"}, "晚于“任职（免职）谈话”"),
        ("issued", {"document": ""}, "文号"),
        ("consulted", {"state": "none"}, "理由"),
    ],
)
def test_what_cannot_be_so_is_refused_with_a_sentence(item, change, words):
    answer = replace(full().answer(item), **change)
    with pytest.raises(UserError, match=words):
        check_answer(full(), "提任", ITEMS[item], answer)


def test_a_recommendation_is_good_for_a_year():
    record = full()
    for id in ("motion", "talks", "meeting_vote", "talk_vote"):
        record = with_answer(record, id, replace(record.answer(id), day="2025-10-12"))
    decided = record.answer("decided")
    check_answer(record, "提任", ITEMS["decided"], decided)
    late = with_answer(record, "notice", Answer())
    late = with_answer(with_answer(late, "spoken", Answer()), "issued", Answer())
    with pytest.raises(UserError, match="有效期一年"):
        check_answer(late, "提任", ITEMS["decided"], replace(decided, day="2026-10-13"))


def test_working_days_run_from_monday_to_friday():
    assert working_days("2026-11-06", "2026-11-09") == 2
    assert working_days("2026-11-07", "2026-11-08") == 0
    assert working_days("2026-11-09", "2026-11-06") == 0


def test_a_report_needs_days_in_order_and_a_whole_reply():
    check_report(Report(number="1", day="2026-09-01", reply="2", reply_day="2026-09-01"))
    for bad, words in (
        (Report(day="2026.9"), "报告日期"),
        (Report(reply="2"), "文号和日期"),
        (Report(day="2026-09-02", reply="2", reply_day="2026-09-01"), "早于"),
    ):
        with pytest.raises(UserError, match=words):
            check_report(bad)


def found(plan, id, record=EMPTY):
    return {e.occasion.id: e for e in raised(plan, plan_small.at(plan, id), record)}


@pytest.fixture(scope="module")
def plan():
    return plan_small.situation()


def test_ways_follow_the_levels(plan):
    ways = {id: way_of(plan, plan_small.at(plan, id)) for id in "abcd"}
    assert ways == {"a": "提任", "b": "免职", "c": "提任", "d": "平级"}


def test_facts_of_a_move_raise_what_is_reported_beforehand(plan):
    of_c, of_a = found(plan, "c"), found(plan, "a")
    assert set(of_c) == {each.id for each in occasions()}
    assert of_c["relatives"].result == "raised"
    assert "兄人员a" in of_c["relatives"].evidence
    assert of_c["sanctioned"].result == "raised"
    assert "2022.02" in of_c["sanctioned"].evidence
    assert of_c["departing"].result == "raised"
    assert of_a["sanctioned"].result == "clear"
    assert of_c["skipping"].result == "clear"
    assert of_c["unrecommended"].result == "ask"
    assert of_c["other"].result == "ask"


def test_heads_who_leave_early_and_teams_moved_as_a_whole_are_told():
    moves = (Move(kind="appoint", person="b", post="d1"), Move(kind="remove", person="a"))
    early = plan_small.situation(moves, [replace_team(place="政府", term_start=small.AS_OF - 30)])
    of_b = found(early, "b")
    assert of_b["short_head"].result == "raised"
    assert "20 个月" in of_b["short_head"].evidence
    assert of_b["large"].result == "raised"
    assert found(early, "a")["short_head"].result == "clear"
    new = plan_small.situation(moves, [replace_team(place="政府", term_start=small.AS_OF)])
    assert found(new, "b")["large"].result == "clear"
    nobody_knows = plan_small.situation(moves)
    assert found(nobody_knows, "b")["large"].result == "doubt"


def replace_team(**values):
    """The team of the plan told of anew: the later record of an id counts."""
    made = next(each for each in plan_small.records() if getattr(each, "id", "") == "t")
    return replace(made, **values)


def test_a_level_passed_over_is_told_and_one_nobody_knows_is_in_doubt():
    skips = plan_small.situation((Move(kind="appoint", person="c", post="t0"),))
    assert found(skips, "c")["skipping"].result == "raised"
    graded = plan_small.person("f", level=None, grade="一级主任科员")
    doubt = plan_small.situation((Move(kind="appoint", person="f", post="t3"),), [graded])
    assert found(doubt, "f")["skipping"].result == "doubt"


def test_an_unconfirmed_relative_and_a_sign_of_emigration_stay_in_doubt():
    extra = [
        plan_small.person("f", level="乡科级正职"),
        Kinship(id="k2", person="f", relative="a", title="弟", state="待核"),
        Relative(id="r1", person="f", order=0, title="妻子", name="甲", post_text="移居境外"),
    ]
    doubt = plan_small.situation((Move(kind="appoint", person="f", post="t3"),), extra)
    told = found(doubt, "f")
    assert told["relatives"].result == "doubt"
    assert told["abroad"].result == "doubt"


def test_people_s_word_goes_before_and_a_reply_settles(plan):
    given = Report(answer="否", note="仅借用")
    record = Record(
        reports={"staff": given, "sanctioned": Report(reply="1号", reply_day="2026-01-02")}
    )
    told = found(plan, "c", record)
    assert told["staff"].result == "clear"
    assert "人工判断：否：仅借用" in told["staff"].evidence
    assert (told["sanctioned"].result, told["sanctioned"].settled) == ("raised", True)
    assert not told["relatives"].settled
    none = with_answer(with_answer(EMPTY, "meeting_vote", Answer(state="none", note="x")),
                       "talk_vote", Answer(state="none", note="x"))  # fmt: skip
    assert found(plan, "c", none)["unrecommended"].result == "raised"
