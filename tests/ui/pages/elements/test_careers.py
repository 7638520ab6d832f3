from dataclasses import replace

import pytest

from leadership_model.people import revise
from leadership_model.people.areas import areas_of
from leadership_model.store import records
from leadership_model.store.actor import Actor
from ui.navigation import EditPerson, OpenPerson
from ui.pages.elements.career_dialog import CareerDialog
from ui.pages.elements.page import ElementsPage

ACTOR = Actor("测试员", lambda: "2026-11-20T10:00:00")
POOR = (
    "1998-2001  县农推中心工作",
    "2001.03--2002.07  某某机构负责人",
    "2001.07--2002.08  平安专班",
)


@pytest.fixture
def poor(stored, settle):
    """Give a city in which three people who hold seats, and one who does not, have poor lines."""
    snapshot = stored.workspace.snapshot
    seating = stored.workspace.world.seating
    seated = seating.seated()
    every = [int(at) for at in seated.nonzero()[0][:3]] + [int((~seated).nonzero()[0][0])]
    put = []
    for at, line in zip(every, (*POOR, POOR[1]), strict=True):
        person = snapshot.people.record(at)
        table = snapshot["career_entry"]
        old = tuple(table.record(row) for row in table.of(at))
        text = f"{line}\n{person.resume or ''}"
        made = revise.revise(old, text, person.id, areas_of(snapshot))
        put += [replace(person, resume=text), *made.put]
    stored.workspace.write(lambda engine, actor: records.save_many(engine, ACTOR, put), "备料")
    settle()
    return stored


@pytest.fixture
def section(poor, shown, settle):
    page = shown(ElementsPage(poor))
    page.turn("careers")
    settle()
    return page.section()


def rows(section):
    return section.view.rows.items


def chosen(section, text):
    row = next(row for row in rows(section) if text in row.entry.text)
    section.view.select_ids((row.id,))
    section.view.activated_id.emit(row.id)
    return row


def put(section, name, text):
    editor = section.editor.editors[name]
    editor.line.setText(text)
    editor.edited.emit(text)


def entry_of(context, id):
    table = context.workspace.snapshot["career_entry"]
    return table.record(table.positions[id])


def test_the_unclear_entries_of_leaders_come_first(section):
    assert [row.leader for row in rows(section)] == [True, True, True, False]
    assert "待核 4 条" in section.note()


def test_the_list_is_narrowed_by_what_is_unclear(section):
    section.reason.button("年月").click()
    assert [row.entry.text for row in rows(section)] == [POOR[0]]
    section.reason.button("单位").click()
    assert all("单位" in row.reasons for row in rows(section))
    section.reason.button("all").click()
    section.scope.button("leaders").click()
    assert len(rows(section)) == 3


def test_enter_goes_to_the_field_that_is_unclear(section):
    chosen(section, "1998-2001")
    assert section.editor.editors["start"].field.hasFocus()
    chosen(section, "平安专班")
    assert section.editor.editors["unit_kind"].field.hasFocus()


def test_an_entry_put_right_leaves_the_list_and_the_next_follows(section, poor, settle):
    row = chosen(section, "某某机构")
    shown = [each.id for each in rows(section)]
    put(section, "unit_kind", "县直部门")
    put(section, "level", "乡科级副职")
    section.editor.save_button.click()
    settle()
    entry = entry_of(poor, row.id)
    assert (entry.unit_kind, entry.level, entry.by_hand) == ("县直部门", "乡科级副职", True)
    assert row.id not in [each.id for each in rows(section)]
    following = shown[(shown.index(row.id) + 1) % len(shown)]
    assert section.editor.standing().entry.id == following
    (note,) = poor.workspace.snapshot["correction"].records()
    assert note.values == {"unit_kind": "县直部门", "level": "乡科级副职"}
    assert note.entered_by
    assert note.entered_at


def test_a_correction_is_undone_exactly(section, poor, settle):
    before = poor.workspace.snapshot
    row = chosen(section, "某某机构")
    put(section, "unit_kind", "县直部门")
    section.editor.save_button.click()
    settle()
    poor.undo.group.undo()
    settle()
    after = poor.workspace.snapshot
    assert entry_of(poor, row.id) == before["career_entry"].record(
        before["career_entry"].positions[row.id]
    )
    assert after["correction"].rows == before["correction"].rows
    assert row.id in [each.id for each in rows(section)]


def test_months_that_are_none_are_refused(section, poor, settle):
    chosen(section, "1998-2001")
    put(section, "start", "1998年13月")
    section.editor.save_button.click()
    settle()
    assert "起始年月" in section.editor.wrong.text()
    assert not len(poor.workspace.snapshot["correction"])


def test_months_can_be_put_right(section, poor, settle):
    row = chosen(section, "1998-2001")
    put(section, "start", "1998.07")
    put(section, "end", "2001.06")
    section.editor.save_button.click()
    settle()
    entry = entry_of(poor, row.id)
    assert (entry.start, entry.end, entry.sure) == (1998 * 12 + 6, 2001 * 12 + 5, 100)


def test_the_next_key_walks_down_the_list(section):
    ids = [row.id for row in rows(section)]
    section.view.select_ids((ids[0],))
    section.next_button.click()
    assert section.view.current_id() == ids[1]
    assert section.editor.standing().entry.id == ids[1]


def test_a_row_leads_to_the_card_and_to_the_record(section, requests):
    row = chosen(section, "平安专班")
    section.view.opened.emit(row.id)
    section.record_button.click()
    assert requests == [OpenPerson(row.person), EditPerson(row.person)]


def test_a_reading_is_put_right_beside_the_text_and_withdrawn(poor, shown, asker, settle):
    page = shown(ElementsPage(poor))
    person = next(
        each for each in poor.workspace.snapshot.people.records() if POOR[2] in (each.resume or "")
    )
    page.receive(EditPerson(person.id, "resume"))
    settle()
    pane = page.section().form.resume

    def correct(dialog):
        assert isinstance(dialog, CareerDialog)
        editor = dialog.editor.editors["unit_kind"]
        editor.line.setText("县直部门")
        editor.edited.emit("县直部门")
        dialog.editor.save()
        return True

    def withdraw(dialog):
        assert "更正" in dialog.editor.signed.text()
        dialog.editor.withdraw()
        return True

    def first():
        return next(line for line in pane.lines() if "平安专班" in (line.entry.text or ""))

    asker.answers.append(correct)
    pane.table.activated_id.emit(str(pane.lines().index(first())))
    settle()
    assert first().entry.by_hand
    assert not first().fresh
    asker.answers.append(withdraw)
    pane.table.activated_id.emit(str(pane.lines().index(first())))
    settle()
    assert not first().entry.by_hand
    assert not len(poor.workspace.snapshot["correction"])


def test_the_dialog_of_a_line_fits_a_low_screen_however_long_the_resume(window):
    snapshot = window.context.workspace.snapshot
    table, resumes = snapshot["career_entry"], snapshot.people.raw("resume")
    at = max(range(len(resumes)), key=lambda each: len((resumes[each] or "").splitlines()))
    entry = table.ids[list(table.of(at))[-1]]
    dialog = CareerDialog(window.context, snapshot.people.ids[at], entry, window)
    for editor in dialog.editor.editors.values():
        editor.show_fault("系统读作：不明", soft=True)
    dialog.adjustSize()
    assert dialog.height() <= 700
    assert dialog.width() <= 1300
    assert resumes[at] == dialog.editor.whole.text()
    dialog.close()
