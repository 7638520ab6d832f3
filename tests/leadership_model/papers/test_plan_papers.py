"""Papers of a plan: what stands in each, and what it always says."""

from dataclasses import replace

import openpyxl
import pytest

from leadership_model.errors import UserError
from leadership_model.exchange import lrmx
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers import meeting, plan_forms, plan_lines, plan_papers, sheets, xlsx
from leadership_model.staffing.move import Move
from leadership_model.staffing.procedure import Answer, Attachment, Record
from tests.leadership_model.papers import plan_small


@pytest.fixture(scope="module")
def plan():
    return plan_small.situation()


def texts(spreads):
    return [str(cell.value) for spread in spreads for cell in spread.cells]


def made(plan, kind, records=None):
    return plan_papers.sheets(kind, plan, plan_small.CHOICES, records or {})


@pytest.mark.parametrize("kind", plan_papers.SHEETS)
def test_every_paper_names_month_model_data_and_what_it_is_for(plan, kind, tmp_path):
    spreads = made(plan, kind)
    assert spreads
    for each in spreads:
        assert all(word in each.foot for word in ("基准日期", "模型版本", "数据状态"))
        assert any(str(cell.value) == f"{DISCLAIMER}。" for cell in each.cells)
        assert len({s.name for s in spreads}) == len(spreads)
    xlsx.write(tmp_path / "a.xlsx", spreads)
    assert len(openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames) == len(spreads)
    assert sheets.paper_of("a", spreads).pages


def test_those_who_move_are_taken_up_in_their_sections(plan):
    lines = {plan.base.person_ids[e.person]: e for e in plan_lines.lines(plan)}
    sections = {id: meeting.section_of(plan.base.seating, e) for id, e in lines.items()}
    assert sections == {
        "a": "拟提任正职人选",
        "b": "到龄免职人员",
        "c": "拟提任副职人选",
        "d": "拟平级交流任职人选",
    }
    shown = texts(made(plan, "meeting"))
    heads = [text for text in shown if "人选（" in text or "人员（" in text]
    assert heads == [
        "一、拟提任正职人选（1 人）",
        "二、拟提任副职人选（1 人）",
        "三、拟平级交流任职人选（1 人）",
        "四、到龄免职人员（1 人）",
    ]
    assert any("备选：人员e（第2人选）" in text for text in shown)


def test_somebody_is_taken_up_where_the_office_says(plan):
    moved = (("d", "拟提任副职人选"), ("a", "拟推荐提名人选"), ("gone", "拟免职人员"))
    choices = replace(plan_small.CHOICES, sections=moved)
    shown = texts(plan_papers.sheets("meeting", plan, choices, {}))
    heads = [text for text in shown if "人选（" in text or "人员（" in text]
    assert heads == [
        "一、拟提任副职人选（2 人）",
        "二、到龄免职人员（1 人）",
        "三、拟推荐提名人选（1 人）",
    ]


def test_sections_are_numbered_beyond_ten():
    numbers = (1, 9, 10, 11, 19, 20, 21)
    shown = [meeting._numeral(number) for number in numbers]
    assert shown == ["一", "九", "十", "十一", "十九", "二十", "二十一"]


def test_a_level_nobody_knows_is_no_promotion_and_none_at_all():
    moves = (Move(kind="appoint", person="f", post="t3"),)
    plan = plan_small.situation(moves, [plan_small.person("f", level=None, grade="一级调研员")])
    (line,) = plan_lines.lines(plan)
    assert meeting.section_of(plan.base.seating, line) == "职务层次待核人员"


def test_seats_before_and_after_stand_side_by_side(plan):
    _, seats = made(plan, "change")
    rows = {}
    for cell in seats.cells:
        rows.setdefault(cell.row, []).append(cell.value)
    told = {row[0]: row[1:] for row in rows.values() if len(row) == 4}
    assert told["t正职0"] == ["人员b", "人员a", "人员b到龄"]
    assert told["t副职1"] == ["人员a", "缺岗", "空出，人员a另有任用"]
    assert told["t副职3"] == ["缺岗", "人员c", "补上空缺"]


def test_a_team_s_requirements_stand_before_and_after_with_their_verdicts(plan):
    found = made(plan, "structure")
    assert [each.name for each in found] == ["青石县t班子", "青石县d班子"]
    delta = plan.deltas[plan.teams[0]]
    shown = texts(found[:1])
    for each in delta.after.findings:
        assert any(text.startswith(each.label) for text in shown)
    assert "人数" in shown
    assert "有变化" in shown


def test_the_rule_check_names_each_rule_in_the_way_and_counts_the_rest(plan):
    shown = texts(made(plan, "check"))
    against = [each for each in plan.conflicts if each.result.result == "fail"]
    assert against
    for each in against:
        assert any(text.startswith(f"{each.result.rule} ") for text in shown)
    assert any("项规则符合" in text for text in shown)
    assert any(f"不符合 {len(against)} 项" in text for text in shown)


def test_the_record_holds_what_was_answered_and_leaves_the_rest_open(plan):
    record = Record(
        answers={
            "motion": Answer(state="done", day="2026-09-01", note="部务会"),
            "decided": Answer(state="doubt", numbers={"应到": 11}),
        },
        attachments=(Attachment(item="motion", path="D:\\材料\\动议.pdf", size=3, digest="0"),),
    )
    spreads = made(plan, "record", {"c": record})
    mine = next(each for each in spreads if each.name == "人员c")
    shown = texts([mine])
    assert {"2026-09-01", "部务会", "动议.pdf", "应到 11"} <= set(shown)
    assert "动议：待核（1/3 项）" in shown
    other = texts([next(each for each in spreads if each.name == "人员a")])
    assert "2026-09-01" not in other
    assert "动议：未开始（0/3 项）" in other


def test_forms_say_what_is_proposed_and_why(plan):
    lines = {plan.base.person_ids[e.person]: e for e in plan_lines.lines(plan)}
    text = plan_forms.form_of(plan, lines["a"])
    assert (text.proposed, text.removed) == ("青石县t班子t正职0", "青石县t班子t副职1")
    assert text.reason == "熟悉全面工作"
    assert plan_forms.form_of(plan, lines["b"]).reason == plan_forms.AGE_REACHED
    form = lrmx.read(plan_forms.lrmx_of(plan, lines["a"]), "a.lrmx")[0]
    told = {each.tag: each.text for each in form.elements}
    assert told["NiRenZhiWu"] == "青石县t班子t正职0"
    assert told["NiMianZhiWu"] == "青石县t班子t副职1"
    assert told["RenMianLiYou"] == "熟悉全面工作"


def test_people_of_one_name_get_files_of_their_own():
    moves = (
        Move(kind="appoint", person="f", post="t3"),
        Move(kind="appoint", person="g", post="d1"),
    )
    extra = [plan_small.person(id, name="李/明") for id in "fg"]
    plan = plan_small.situation(moves, extra)
    names = plan_forms.file_names(plan, plan_lines.lines(plan))
    assert sorted(names) == ["李_明_f", "李_明_g"]


def test_a_plan_that_moves_nobody_has_no_list():
    with pytest.raises(UserError, match="没有调整任何人"):
        made(plan_small.situation(()), "motion")


def test_the_deployment_says_where_people_go_and_come_from(plan):
    (sheet,) = made(plan, "deploy")
    rows = {}
    for cell in sheet.cells:
        if cell.row > sheet.repeat[1] and cell.kind != "note":
            rows.setdefault(cell.row, []).append(str(cell.value))
    before, after = plan.base.seating, plan.world.seating
    names = plan.base.snapshot.people.raw("name")
    changed = [at for at in range(len(before.holder)) if before.holder[at] != after.holder[at]]
    assert len(rows) == len(changed)
    told = {(row[2], row[7]) for row in rows.values()}
    retired = [names[each] for each in plan.folded.retired]
    assert {name for name, where in told if where == "到龄免职"} == set(retired)
    comes = {row[9]: row[14] for row in rows.values() if row[9] != "（空缺）"}
    assert comes
    assert all(comes.values())
