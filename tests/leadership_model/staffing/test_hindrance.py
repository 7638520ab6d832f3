"""What keeps a move from 讨论决定: somebody held, reports the facts call for and nobody answered."""

import pytest

from leadership_model.errors import UserError
from leadership_model.people.hold import Hold
from leadership_model.people.person import Sanction
from leadership_model.staffing.hindrance import (
    bars,
    insist,
    refuse_withheld,
    reports,
    withheld,
)
from leadership_model.staffing.move import Move
from leadership_model.staffing.procedure import EMPTY, Record, Report
from leadership_model.staffing.procedure_reports import raised
from leadership_model.staffing.scenario import Scenario
from leadership_model.staffing.situation import situate
from tests.leadership_model.staffing.small import AS_OF, M, person, sit, team, world

APPOINT = Move(kind="appoint", person="a", post="t1")
REPLY = Report(reply="云组复〔2026〕1号", reply_day="2026-10-02")


def hold(who="a", **fields):
    given = {"reason": "核查中", "start": AS_OF - 1, "until": AS_OF + 2, "entered_by": "赵工"}
    return Hold(id="h", person=who, **(given | fields))


def city(*more):
    people = [person("a"), person("head", level="县处级正职"), person("b")]
    return world(*people, *more, *team("t", [{}, {}, {}], quota=(1, 2)), sit("t0", "head"))


def plan(base, *moves, stage="动议"):
    scenario = Scenario(id="s", label="甲", base=1, month=AS_OF, moves=moves, cursor=len(moves))
    return situate(base, scenario, (0,))


@pytest.mark.parametrize(
    ("fields", "found"),
    [({}, (0,)), ({"until": AS_OF - 1}, ()), ({"start": AS_OF + 1}, ()), ({"lifted": AS_OF}, ())],
)
def test_who_is_held_at_the_month_is_proposed_for_no_seat(fields, found):
    base = city(hold(**fields))
    assert withheld((APPOINT,), base.snapshot, AS_OF) == found


def test_whoever_is_held_may_leave_a_seat_and_others_take_one():
    snapshot = city(hold("head")).snapshot
    for move in (APPOINT, Move(kind="remove", person="head"), Move(kind="retire", person="head")):
        refuse_withheld((move,), snapshot, AS_OF, "钱工")


def test_the_reason_is_for_those_alone_who_may_see_it():
    snapshot = city(hold(seen_by="钱工")).snapshot
    for name in ("赵工", "钱工"):
        with pytest.raises(UserError, match=r"2027-01（核查中）.*解除暂缓"):
            refuse_withheld((APPOINT,), snapshot, AS_OF, name)
    with pytest.raises(UserError, match="目前不能列为人选") as told:
        refuse_withheld((APPOINT,), snapshot, AS_OF, "孙工")
    assert "暂缓" not in told.value.sentence
    assert "核查" not in told.value.sentence


def test_somebody_held_after_the_plan_was_made_keeps_it_from_the_decision():
    base = city(hold())
    settled = {"a": Record(reports=dict.fromkeys(("large", "exceptional"), REPLY))}
    with pytest.raises(UserError, match="人员a：目前不能列为人选"):
        insist(plan(base, APPOINT), settled, "讨论决定")
    insist(plan(base, APPOINT), settled, "考察")
    assert "目前不能列为人选" in bars(plan(base, APPOINT), 0, EMPTY)
    free = Move(kind="appoint", person="b", post="t2")
    assert "目前不能列为人选" not in bars(plan(base, free), 2, EMPTY)


def sanctioned():
    """Somebody used again after a sanction: a situation told of beforehand."""
    return city(Sanction(id="s", person="a", kind="党内警告", month=M("2023-02")))


def test_a_report_the_facts_call_for_waits_for_the_reply():
    now = plan(sanctioned(), APPOINT)
    (words,) = [each for each in bars(now, 0, EMPTY) if "受处分" in each]
    assert "须先报告并登记批复" in words
    assert "2023.02党内警告" in words
    told = Record(reports={"sanctioned": Report(answer="是", number="云组〔2026〕3号")})
    assert any("受处分" in each for each in bars(now, 0, told))
    for report in (REPLY, Report(answer="否", note="已撤销")):
        after = Record(reports={"sanctioned": report})
        assert not any("受处分" in each for each in bars(now, 0, after))


def test_a_report_in_doubt_waits_for_an_answer_and_one_nobody_knows_of_for_none():
    now = plan(city(Sanction(id="s", person="a", kind="党内警告")), APPOINT)
    found = {each.occasion.id: each.result for each in raised(now, 0, EMPTY)}
    assert found["sanctioned"] == "doubt"
    assert found["other"] == "ask"
    lines = reports(raised(now, 0, EMPTY))
    assert any("受处分" in each and "待核" in each for each in lines)
    assert not any("其他应当报告" in each for each in lines)
    asked = Record(reports={"other": Report(answer="是")})
    assert any("其他应当报告" in each for each in reports(raised(now, 0, asked)))


def test_only_moves_at_the_decision_are_asked_where_no_stage_is_named():
    base = sanctioned()
    insist(plan(base, APPOINT), {})
    late = Move(kind="appoint", person="a", post="t1", stage="讨论决定")
    with pytest.raises(UserError, match="受处分"):
        insist(plan(base, late), {})
    others = dict.fromkeys(("sanctioned", "large", "exceptional", "skipping", "quota"), REPLY)
    insist(plan(base, late), {"a": Record(reports=others)})
