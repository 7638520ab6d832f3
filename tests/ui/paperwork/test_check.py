"""与名册核对 through its dialog: a side is chosen, base and roster are written."""

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QObject, Qt

from leadership_model import months
from ui.navigation import MakePapers
from ui.paperwork import check_work
from ui.paperwork.check_dialog import CheckDialog
from ui.paperwork.desk import EVERYBODY, SCOPE, PaperDesk


@pytest.fixture
def positions(context):
    return [int(each) for each in context.workspace.world.members(0) if each >= 0][:2]


@pytest.fixture
def path(context, positions, tmp_path):
    """A roster of two people, one of whom holds another post there."""
    people = context.workspace.snapshot.people
    book = Workbook()
    book.active.append(["姓名", "出生年月", "身份证号", "现任职务"])
    for at, position in enumerate(positions):
        person = people.record(position)
        birth = months.show(person.birth) if person.birth is not None else ""
        post = person.post_text if at else f"{person.post_text}（试用）"
        book.active.append([person.name, birth, person.id_number or "", post])
    book.save(tmp_path / "名册.xlsx")
    return tmp_path / "名册.xlsx"


class Control:
    """Reports to nobody."""

    def check(self):
        """Go on."""

    def report(self, fraction, text=""):
        """Say nothing."""


@pytest.fixture
def found(context, path):
    return check_work.check(context.workspace.loaded, path, (), (), Control())


@pytest.fixture
def dialog(context, found, qtbot):
    made = CheckDialog(context, found)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_one_difference_is_shown_letter_by_letter(dialog, found):
    (one,) = found.checked.differences
    assert dialog.table.rows.rowCount() == 1
    dialog.table.select_ids((one.id,))
    dialog._on_chosen(one.id)
    assert "<u><b>（试用）</b></u>" in dialog.theirs.text()
    assert "<u>" not in dialog.ours.text()


def test_a_side_is_chosen_by_button_and_by_space(dialog, found):
    (one,) = found.checked.differences
    assert not dialog.roster.isEnabled()
    dialog.takes[check_work.BASE].click()
    assert dialog.chosen == {one.id: check_work.BASE}
    assert dialog.roster.isEnabled()
    dialog.takes[check_work.KEEP].click()
    assert not dialog.roster.isEnabled()
    dialog.table.opened.emit(one.id)
    assert dialog.chosen == {one.id: check_work.BASE}


def test_our_side_is_written_into_a_copy_of_the_roster(
    dialog, found, asker, tmp_path, settle, context, positions
):
    dialog.takes[check_work.BASE].click()
    asker.answers.append(tmp_path / "新.xlsx")
    dialog.roster.click()
    settle()
    rows = list(load_workbook(tmp_path / "新.xlsx").active.iter_rows(values_only=True))
    assert rows[1][3] == context.workspace.snapshot.people.raw("post_text")[positions[0]]


def test_the_list_of_differences_is_written(dialog, asker, tmp_path, settle):
    asker.answers.append(tmp_path / "表.xlsx")
    dialog.report.click()
    settle()
    assert load_workbook(tmp_path / "表.xlsx").active["A1"].value == "名册核对表"


def test_a_roster_is_asked_for_and_held_against_the_list(context, asker, path, positions, settle):
    desk = PaperDesk(context, QObject(context.workspace))
    ids = context.workspace.world.person_ids
    everybody = [int(each) for each in context.workspace.world.members(0) if each >= 0]
    seen = []

    def paper(dialog):
        dialog.check.click()
        settle()
        return False

    def check(dialog):
        seen.append(dialog._found.checked)
        return False

    request = MakePapers(tuple(ids[each] for each in everybody), "班子")
    asker.answers += [paper, path, SCOPE, check]
    desk.open(request)
    assert len(seen[0].lacking) == len(everybody) - len(positions)
    asker.answers += [paper, path, EVERYBODY, check]
    desk.open(request)
    assert seen[1].lacking == ()


def test_a_file_without_people_is_told_in_words(context, asker, tmp_path, settle):
    Workbook().save(tmp_path / "空.xlsx")
    desk = PaperDesk(context, QObject(context.workspace))

    def paper(dialog):
        dialog.check.click()
        settle()
        return False

    refused = []
    context.jobs.refused.connect(refused.append)
    asker.answers += [paper, tmp_path / "空.xlsx", EVERYBODY]
    desk.open(MakePapers())
    assert "姓名" in refused[0].sentence
