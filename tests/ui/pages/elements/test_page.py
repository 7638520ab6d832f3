import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from ui.navigation import EditPerson, ImportFiles, ShowElement, ShowIssues
from ui.pages.elements.contents import SECTIONS
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def page(context, shown):
    return shown(ElementsPage(context))


def test_the_list_counts_what_there_is(page, context):
    rights = {item.id: item.right for item in page.nav.items()}
    assert rights["people"] == "300"
    assert rights["teams"] == str(len(context.workspace.snapshot.teams))
    assert rights["library"] == str(len(context.workspace.catalogue.elements))
    assert int(rights["issues"]) > 0


@pytest.mark.parametrize("name", [name for name, _, _ in SECTIONS])
def test_every_section_opens_from_the_list_and_shows_its_rows(page, settle, name):
    page.nav.choose(name)
    settle()
    assert page.current() == name
    assert page.header.note()
    table = page.section().table()
    if name != "import":
        assert table.rows.rowCount() > 0


@pytest.mark.parametrize("name", ["areas", "homes"])
def test_a_tab_of_the_code_lists_is_made_while_the_page_shows_its_note(page, settle, name):
    page.turn("codes")
    tabs = page.section().tabs
    assert not tabs.made(name)
    tabs.turn(name)  # a fault in a slot fails the test
    settle()
    assert page.header.note() == tabs.content(name).note() != ""


def test_requests_lead_to_their_sections(page, context, settle):
    person = context.workspace.snapshot.people.ids[7]
    page.receive(EditPerson(person))
    assert page.current() == "people"
    assert page.section().form.before.id == person
    page.receive(ShowElement("age"))
    settle()
    assert page.section().view.current_id() == "age"
    page.receive(ShowIssues("D01"))
    settle()
    assert {row.rule for row in page.section().table().rows.items} == {"D01"}
    page.receive(ImportFiles())
    assert page.current() == "import"


def test_a_list_is_exported_as_it_stands(page, context, asker, settle, tmp_path):
    import openpyxl

    page.turn("codes")
    asker.answers.append(tmp_path / "清单.xlsx")
    page.section().pane.lists.choose("sexes")
    page.section().pane.view.filter_text("女")
    page._export.trigger()
    settle()
    rows = list(openpyxl.load_workbook(tmp_path / "清单.xlsx").active.values)
    assert rows[0][:2] == ("代码", "名称")
    assert [row[1] for row in rows[1:]] == ["女"]


def test_files_dropped_on_the_page_are_previewed(page, asker, settle, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    settle()
    assert page.current() == "import"
    assert any("没有任免审批表" in text for _, text in asker.asked)


def test_a_narrow_window_keeps_everything(page, settle):
    page.set_narrow(True)
    for name, _, _ in SECTIONS:
        page.turn(name)
        settle()
    page.resize(1290, 690)
    assert page.section().narrow


def test_the_page_is_freed_when_it_is_closed(context, settle):
    made = ElementsPage(context)
    made.show()
    for name, _, _ in SECTIONS:
        made.turn(name)
    settle()
    inner = made.sections["people"]
    made.leave()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(made)
    assert not shiboken6.isValid(inner)
