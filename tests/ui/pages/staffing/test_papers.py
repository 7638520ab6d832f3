"""Dialogs and files of a plan: before and after, steps, list of motions, forms."""

import openpyxl

from leadership_model import months
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers.plan_lines import lines
from ui.navigation import OpenPerson


def to_bench(page, board):
    board.choose(board.held())
    page.keys.bench.trigger()


def test_before_and_after_team_by_team_and_requirement_by_requirement(
    page, board, asker, settle, requests
):
    to_bench(page, board)
    seen = {}

    def look(dialog):
        views = dialog.views
        dialog.which.button("changed").click()
        seen["changed"] = len(views["requirements"].rows.shown_ids())
        dialog.which.button("all").click()
        seen["all"] = len(views["requirements"].rows.shown_ids())
        seen["teams"] = views["teams"].rows.shown_ids()
        seen["people"] = views["people"].rows.shown_ids()
        views["people"].opened.emit(seen["people"][0])
        return True

    asker.answers.append(look)
    page.strip.compare.click()
    settle()
    assert len(seen["teams"]) >= 2
    assert 0 < seen["changed"] < seen["all"]
    assert len(seen["people"]) == 1
    assert requests[-1] == OpenPerson(seen["people"][0])


def test_the_reason_of_a_step_is_written_down_and_can_be_taken_back(page, board, asker):
    to_bench(page, board)

    def write(dialog):
        dialog.reason.setText("交流任职")
        dialog.stage.setCurrentText("考察")
        dialog._on_accept()
        return True

    asker.answers.append(write)
    page.keys.steps.trigger()
    assert page.plan.scenario.done[0].reason == "交流任职"
    assert page.plan.scenario.done[0].stage == "考察"
    page.plan.stack.undo()
    assert page.plan.scenario.done[0].reason == ""


def test_a_month_that_is_none_is_refused_where_it_stands(page, board, asker):
    to_bench(page, board)

    def write(dialog):
        dialog.reply_month.setText("下个月")
        dialog._on_accept()
        assert "批复月份请写成 2026-11" in dialog.wrong.text()
        dialog.reply_month.setText("")
        dialog.approved_month.setText("上月")
        dialog._on_accept()
        assert "批准月份请写成 2026-11" in dialog.wrong.text()
        dialog.approver.setText("市委")
        dialog.approved_month.setText("2026-10")
        dialog._on_accept()
        return True

    asker.answers.append(write)
    page.keys.steps.trigger()
    (move,) = page.plan.scenario.done
    assert (move.approver, months.show_iso(move.approved_month)) == ("市委", "2026-10")
    assert move.reply_month is None
    asker.answers.append(seen)
    page.keys.steps.trigger()


def seen(dialog):
    assert dialog.approved_month.text() == "2026-10"
    return False


def test_the_list_of_motions_is_written(page, board, asker, settle, tmp_path):
    to_bench(page, board)
    name = page.bench.cards[0].seat.name
    asker.answers.append(tmp_path / "m.xlsx")
    page.strip.motion.click()
    settle()
    rows = [[c.value for c in row] for row in openpyxl.load_workbook(tmp_path / "m.xlsx").active]
    assert rows[3][0] == name
    assert rows[3][2].startswith("免去")
    assert any(DISCLAIMER in str(row[0]) for row in rows)
    assert any("补缺" in str(row[0]) for row in rows)


def test_forms_of_the_people_moved_are_written(page, board, asker, settle, tmp_path):
    to_bench(page, board)
    asker.answers.append(tmp_path)
    page.strip.forms.click()
    settle()
    files = list(tmp_path.glob("*任免审批表.docx"))
    assert [file.name.split(" ")[0] for file in files] == [page.bench.cards[0].seat.name]


def test_a_line_for_each_person_who_moves(page, board):
    vacant, held = board.vacant(), board.held()
    person = board.holder(held)
    page.hand.put(person, vacant)
    written = lines(page.plan.situation)
    assert [line.person for line in written] == [person]
    assert vacant in written[0].takes
    assert held in written[0].leaves


def keep(dialog):
    dialog.keep.click()
    return dialog.outcome == "draft"


def test_a_blocked_plan_is_not_decided_on(page, board, asker):
    situation = page.plan.situation
    base = situation.base
    stage = page.plan.choices.stage
    found = None
    for post in (board.vacant(), board.held(0)):
        for person in range(len(base.person_ids)):
            if int(situation.world.seating.holder[post]) == person:
                continue
            moves = page.hand._moves(person, post)
            then = page.plan.preview(moves)
            if any(each.blocks for each in then.conflicts):
                found = (person, post)
                break
        if found:
            break
    assert found, "the sample has somebody whom a rule of 禁止 bars"
    asker.answers.append(keep)
    page.hand.put(*found)
    assert board.card(found[1]).seat.draft
    page.bar.stage.activated.emit(4)
    assert page.plan.choices.stage == stage
    assert asker.asked[-1][0] == "inform"
    assert "不能进入讨论决定" in asker.asked[-1][1]
