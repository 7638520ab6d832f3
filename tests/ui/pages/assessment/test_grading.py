import openpyxl
import pytest

from leadership_model.assessment.grade_places import doubtful, rises
from ui.navigation import OpenPerson
from ui.pages.assessment.page import AssessmentPage


@pytest.fixture
def tab(page, settle):
    page.tabs.turn("grades")
    settle()
    return page.tabs.content("grades")


@pytest.fixture
def stored(bare_context, shown, settle, tmp_path):
    """The page over a small city in a file."""
    bare_context.workspace.make_sample(tmp_path / "city.lmdb", 300)
    settle()
    return shown(AssessmentPage(bare_context))


def choose(tab, kind="due", scope="all", ahead="12"):
    tab.kind.set_current(kind)
    tab.scope.set_current(scope)
    tab.ahead.set_current(ahead)
    tab._show()


def ids(tab, found):
    world = tab.seen.world
    return {world.person_ids[each.person] for each in found}


def test_the_lists_are_those_of_the_library(tab):
    world, now = tab.seen.world, tab.seen.world.as_of
    choose(tab, ahead="passed")
    assert set(tab.rows) == ids(tab, rises(world, 0)) != set()
    choose(tab, ahead="12")
    assert set(tab.rows) == ids(tab, [each for each in rises(world, 12) if each.high > now])
    choose(tab, kind="open", ahead="3")
    assert set(tab.rows) == ids(tab, [e for e in doubtful(world, 24) if e.low <= now + 3])


def test_an_area_and_a_unit_narrow_the_list(tab, page):
    choose(tab, scope="all", ahead="passed")
    everybody = set(tab.rows)
    choose(tab, scope="area", ahead="passed")
    area = set(tab.rows)
    choose(tab, scope="unit", ahead="passed")
    assert set(tab.rows) < area < everybody


def test_a_row_opens_the_person(tab, requests):
    choose(tab, ahead="passed")
    first = tab.people.rows.shown_ids()[0]
    tab._on_opened(first)
    assert requests == [OpenPerson(first)]


def test_the_list_as_a_file(tab, asker, settle, tmp_path):
    choose(tab, ahead="passed")
    for ending in ("xlsx", "docx", "pdf"):
        target = tmp_path / f"名单.{ending}"
        asker.answers.append(target)
        tab._on_export()
        settle()
        assert target.exists()
    sheet = openpyxl.load_workbook(tmp_path / "名单.xlsx").worksheets[0]
    assert sheet.max_row == len(tab.rows) + 4  # title, note, heads, foot


def fill(number, grades):
    def filled(dialog):
        dialog.number.setText(number)
        for name, box in dialog.grades.items():
            box.setChecked(name in grades)
        dialog._on_save()
        return not dialog.wrong.text()

    return filled


def test_a_quota_is_entered_changed_deleted_and_taken_back(stored, asker, settle):
    stored.tabs.turn("grades")
    settle()
    tab = stored.tabs.content("grades")

    def kept():
        return {each.id: each for each in stored.workspace.snapshot["grade_quota"].records()}

    before = kept()
    choose(tab, kind="quota")
    assert set(tab.quotas) <= set(before)
    asker.answers.append(fill("3", ["二级主任科员", "三级主任科员"]))
    tab._on_add()
    settle()
    choose(tab, kind="quota")
    (id,) = set(tab.quotas) - set(before)
    record = tab.quotas[id].quota.record
    assert (record.grades, record.quota) == ("二级主任科员、三级主任科员", 3)
    tab.table.select_ids([id])
    asker.answers.append(fill("5", ["三级主任科员"]))
    tab._on_change()
    settle()
    choose(tab, kind="quota")
    assert tab.quotas[id].quota.record.quota == 5
    tab.table.select_ids([id])
    asker.answers.append(True)
    tab._on_drop()
    settle()
    assert kept() == before
    stored.context.undo.group.undo()
    settle()
    assert kept()[id].quota == 5


@pytest.mark.parametrize(
    ("number", "grades", "told"),
    [("", ["三级调研员"], "整数"), ("-1", ["三级调研员"], "整数"), ("3", [], "请选定职级")],
)
def test_what_is_no_quota_is_refused(tab, asker, number, grades, told):
    seen = []

    def look(dialog):
        accepted = fill(number, grades)(dialog)
        seen.append(dialog.wrong.text())
        return accepted

    asker.answers.append(look)
    choose(tab, kind="quota")
    tab._on_add()
    assert told in seen[0]
