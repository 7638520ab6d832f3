"""Papers, procedure, approval and carrying out, through the real page and its dialogs."""

import shutil
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pytest

from leadership_model.people.seating import VACANT
from leadership_model.sample import build
from leadership_model.staffing.move import Move
from leadership_model.staffing.procedure import Record, Report
from leadership_model.staffing.procedure_reports import occasions
from leadership_model.staffing.situation import moved_people
from leadership_model.store import carry, procedure
from leadership_model.store import scenario as scenarios
from leadership_model.store.actor import Actor
from leadership_model.store.procedure import ProcedureEdit
from ui.navigation import StaffTeams
from ui.pages.staffing.page import StaffingPage


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A small city in a file, made once."""
    path = tmp_path_factory.mktemp("outcomes") / "city.lmdb"
    build.build(path, 120, actor=Actor("测试员", lambda: "2026-11-03T09:00:00"))
    return path


@pytest.fixture
def stored(bare_context, ready, tmp_path_factory, settle):
    """The city opened from a file of its own."""
    bare_context.workspace.open(
        Path(shutil.copy(ready, tmp_path_factory.mktemp("city") / "a.lmdb"))
    )
    settle()
    return bare_context


@pytest.fixture
def planned(stored, shown, settle):
    """A plan that fills a vacant seat with somebody who has none, and retires one holder."""
    page = shown(StaffingPage(stored))
    world = stored.workspace.world
    empty = np.flatnonzero(world.seating.holder == VACANT)
    owners = world.snapshot.posts.owners()
    counts = np.bincount(owners[world.seating.holder >= 0], minlength=len(world.snapshot.teams))
    team = next(int(owners[post]) for post in empty if counts[owners[post]] >= 2)
    page.receive(StaffTeams((world.snapshot.teams.ids[team],)))
    settle()
    base = page.plan.situation.base
    seats = [post for team in page.plan.situation.teams for post in base.seats(team)]
    empty = next(post for post in seats if base.seating.holder[post] == VACANT)
    full = next(p for p in reversed(seats) if base.seating.holder[p] >= 0)
    seated = set(base.seating.holder.tolist())
    here = base.snapshot.people.raw("status")
    free = next(
        at for at in range(len(here))
        if at not in seated and here[at] == "在职" and fits(page, at, empty)
    )  # fmt: skip
    old = base.person_ids[int(base.seating.holder[full])]
    page.plan.make(
        (
            Move(kind="appoint", person=base.person_ids[free], post=base.post_ids[empty]),
            Move(kind="retire", person=old),
        )
    )
    settle()
    page.id, page.seat, page.free = page.plan.scenario.id, empty, base.person_ids[free]
    page.old = old
    return page


def fits(page, person, post):
    """Nothing forbids somebody a seat."""
    from leadership_model.rules.appointment import explain

    base = page.plan.situation.base
    found = explain(base.book, base.seating, person, post, base.as_of)
    return not any(e.result == "fail" and e.severity == "forbid" for e in found)


def engine_of(page):
    return page.workspace.loaded.engine


def holder(page):
    seating = page.workspace.world.seating
    who = int(seating.holder[page.seat])
    return "" if who < 0 else page.workspace.snapshot.people.ids[who]


def choose(*kinds, chosen="xlsx"):
    def answer(dialog):
        for kind, box in dialog.boxes.items():
            box.setChecked(kind in kinds)
        dialog.formats.set_current(chosen)
        dialog._on_accept()
        return True

    return answer


def test_chosen_papers_are_written_to_a_folder(planned, asker, settle, qtbot, tmp_path):
    kinds = ("meeting", "record", "form", "lrmx", "notice", "order")
    asker.answers.extend((choose(*kinds), tmp_path))
    planned.outcomes.papers.trigger()
    settle()
    endings = sorted(path.suffix for path in tmp_path.iterdir())
    assert endings == [*[".docx"] * 4, *[".lrmx"] * 2, *[".xlsx"] * 2]
    label = planned.plan.scenario.label
    book = openpyxl.load_workbook(tmp_path / f"{label} 选拔任用纪实表.xlsx")
    assert len(book.sheetnames) == 2
    text = "\n".join(p.text for p in docx.Document(tmp_path / f"{label} 任免通知.docx").paragraphs)
    assert "{{" not in text
    assert "同志任" in text
    painted = tmp_path / "pdf"
    painted.mkdir()
    asker.answers.extend((choose("change", "check", "notice", "order", chosen="pdf"), painted))
    planned.outcomes.papers.trigger()
    settle()
    qtbot.waitUntil(lambda: len(list(painted.iterdir())) == 4)
    qtbot.waitUntil(lambda: not planned.outcomes._slowly.busy)
    assert all(path.read_bytes().startswith(b"%PDF") for path in painted.iterdir())


def test_papers_are_looked_at_before_they_are_printed(planned, asker, settle):
    def look(dialog):
        choose("order", "lrmx", "notice")(dialog)
        dialog.look.click()
        return True

    seen = []

    def preview(dialog):
        seen.append([page.boxes for page in dialog._paper.pages])
        return False

    asker.answers.extend((look, preview))
    planned.outcomes.papers.trigger()
    settle()
    ((notice, order),) = seen  # data are no pages
    words = ["".join(r.text for b in page for p in b.paragraphs for r in p.runs) for page in
             (notice, order)]  # fmt: skip
    assert words[0].startswith("干部任前公示")
    assert "职务任免的通知" in words[1]


def test_sections_of_the_meeting_list_are_edited_and_kept(planned, asker, settle, tmp_path):
    def edit(dialog):
        tab = dialog.sections
        tab.list.choose(planned.free)
        tab.field.setCurrentText("拟推荐提名人选")
        tab.keep.click()
        tab.list.choose(planned.old)
        tab.field.setCurrentText("拟免职人员")
        tab.keep.click()
        tab.back.click()  # as the facts say
        return choose("meeting")(dialog)

    asker.answers.extend((edit, tmp_path))
    planned.outcomes.papers.trigger()
    settle()
    (path,) = tmp_path.iterdir()
    rows = [row[0] for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
    heads = [row for row in rows if row and row.endswith("人）")]
    assert heads == ["一、到龄免职人员（1 人）", "二、拟推荐提名人选（1 人）"]
    stored = scenarios.get(engine_of(planned), planned.id, planned.workspace.user)
    assert "拟推荐提名人选" in stored.entry.options


def test_a_notice_about_nobody_is_not_written(planned, asker, settle, tmp_path):
    planned.plan.stack.undo()
    planned.plan.stack.undo()
    planned.plan.make((Move(kind="remove", person=planned.old),))
    settle()
    said = []
    planned.context.say.said.connect(said.append)
    asker.answers.extend((choose("notice", "order"), tmp_path))
    planned.outcomes.papers.trigger()
    settle()
    assert [path.suffix for path in tmp_path.iterdir()] == [".docx"]
    assert "不需要任前公示" in said[-1]


def test_the_department_s_template_takes_the_place_of_the_shipped_one(
    planned, asker, settle, tmp_path
):
    good, bad = tmp_path / "本部门.docx", tmp_path / "坏.docx"
    for path, text in ((good, "共{{ 人数 }}人"), (bad, "{{ 联系人 }}")):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(path)
    out = tmp_path / "out"
    out.mkdir()

    def change(dialog):
        own = [b for b in dialog.findChildren(type(dialog.save)) if b.objectName() == "notice"]
        asker.answers.append(bad)
        own[0].click()
        assert "联系人" in dialog.wrong.text()
        asker.answers.append(good)
        own[0].click()
        assert dialog.wrong.text() == ""
        assert "本部门.docx" in dialog.rows["notice"][0].text()
        dialog.fields["phone"].setText("12380")
        asker.answers.append(out)
        return choose("notice")(dialog)

    asker.answers.append(change)
    planned.outcomes.papers.trigger()
    settle()
    (made,) = out.iterdir()
    assert [p.text for p in docx.Document(made).paragraphs] == ["共1人"]
    settings = planned.workspace.snapshot.settings
    assert "12380" in settings["template.words"]
    assert "本部门.docx" in settings["template.notice"]


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
