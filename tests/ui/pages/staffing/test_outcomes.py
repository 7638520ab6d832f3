"""Papers, procedure, approval and carrying out, through the real page and its dialogs."""

from leadership_model.staffing.procedure import Record, Report
from leadership_model.staffing.procedure_reports import occasions
from leadership_model.staffing.situation import moved_people
from leadership_model.store import carry, procedure
from leadership_model.store import scenario as scenarios
from leadership_model.store.procedure import ProcedureEdit


def engine_of(page):
    return page.workspace.loaded.engine


def holder(page):
    seating = page.workspace.world.seating
    who = int(seating.holder[page.seat])
    return "" if who < 0 else page.workspace.snapshot.people.ids[who]


def test_the_procedure_is_recorded_and_can_be_taken_back(planned, asker, settle, tmp_path):
    file = tmp_path / "材料.txt"
    file.write_text("一", "utf-8")
    seen = {}

    def record(dialog):
        dialog.people.choose(planned.free)
        dialog.steps.choose("motion")
        dialog.answer.state.set_current("done")
        dialog.keep.click()
        seen["refused"] = dialog.wrong.text()
        dialog.answer.day.setText("2026-09-01")
        dialog.keep.click()
        asker.answers.append((file,))
        dialog.add_file.click()
        dialog.check_files.click()
        seen["same"] = dialog.files.items()[0].right
        file.write_text("二", "utf-8")
        dialog.check_files.click()
        seen["other"] = dialog.files.items()[0].right
        dialog.tabs.turn("reports")
        dialog.reports.choose("other")
        dialog.report.answer.set_current("否")
        dialog.keep_report.click()
        return False

    asker.answers.append(record)
    planned.outcomes.procedure.trigger()
    settle()
    assert "请写明日期" in seen["refused"]
    assert (seen["same"], seen["other"]) == ("未变", "内容已变")
    kept = procedure.read(engine_of(planned), planned.id)[planned.free].record
    assert kept.answer("motion").day == "2026-09-01"
    assert kept.report("other").answer == "否"
    assert [each.item for each in kept.attachments] == ["motion"]
    stack = planned.context.undo.stack
    for _ in range(3):
        stack.undo()
        settle()
    assert procedure.read(engine_of(planned), planned.id) == {}
    stack.redo()
    settle()
    kept = procedure.read(engine_of(planned), planned.id)[planned.free].record
    assert kept.answer("motion").state == "done"


def reply_to_every_report(page):
    """Note the superior's reply to every situation, as the procedure would."""
    reply = Report(reply="云组复〔2026〕1号", reply_day="2026-11-02")
    record = Record(reports={each.id: reply for each in occasions()})
    for person in moved_people(page.plan.situation):
        id = page.plan.situation.base.person_ids[person]
        edit = ProcedureEdit(page.id, id, procedure.Kept(), record)
        page.workspace.write_aside(edit.forward, initiator=page)


def test_a_plan_is_approved_carried_out_and_taken_back(planned, asker, settle):
    def press(step):
        def answer(dialog):
            dialog.document.setText("1号")
            assert len(dialog.table.rows.shown_ids()) == 2
            getattr(dialog, step)()
            return True

        return answer

    def status():
        stored = scenarios.get(engine_of(planned), planned.id, planned.workspace.user)
        return stored.entry.status, planned.plan.draft.standing.status

    action = planned.outcomes.approval.action
    told = []

    def refused(dialog):
        told.append(dialog.wrong.text())
        return False

    asker.answers.append(refused)
    action.trigger()
    settle()
    assert "事前报告" in told[0]
    reply_to_every_report(planned)
    settle()
    asker.answers.append(press("_on_approve"))
    action.trigger()
    settle()
    assert status() == ("已批准锁定", "已批准锁定")
    assert holder(planned) == ""
    asker.answers.append(press("_on_carry"))
    action.trigger()
    settle()
    assert status() == ("已执行", "已执行")
    assert holder(planned) == planned.free
    assert planned.plan.situation.folded.changes  # still looked at over the records before it
    asker.answers.append(press("_on_back"))
    action.trigger()
    settle()
    assert status() == ("已批准锁定", "已批准锁定")
    assert holder(planned) == ""
    assert carry.carried(engine_of(planned), planned.id) is None
    asker.answers.append(press("_on_withdraw"))
    action.trigger()
    settle()
    assert status() == ("草案", "草案")


def test_a_plan_nobody_moves_in_has_nothing_to_be_done(page):
    for action in (page.outcomes.papers, page.outcomes.procedure, page.outcomes.approval.action):
        assert not action.isEnabled()
