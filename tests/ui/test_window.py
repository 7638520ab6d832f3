"""The window through its widgets: size, pages, requests, Ctrl+K, drawer, counts, month, end."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from leadership_model import months
from leadership_model.errors import UserError
from ui import navigation as go
from ui import registry, theme
from ui.page import Page
from ui.standin import StandIn
from ui.window import Window


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=["office", "wide"])
@pytest.mark.parametrize("name", [spec.name for spec in registry.PAGES])
def test_every_page_fits_the_window(qtbot, window, settle, size, name):
    window.resize(*size)
    window.open_page(name)
    window.set_drawer(True)
    settle()
    assert window.size() == QSize(*size)
    assert window.rail.narrow == (size[0] < 1600)
    if size[0] == 1366:
        least = window.minimumSizeHint()
        assert (least.width() <= 1366, least.height() <= 768) == (True, True), least


@pytest.mark.parametrize("name", [spec.name for spec in registry.PAGES])
def test_every_page_fits_the_window_with_large_text(qtbot, window, settle, name):
    window.resize(1366, 768)
    window.open_page(name)
    page = window.pages[name]
    for scale in (100, 125, 150, 175):
        window.context.settings.scale = scale
        window.looks.apply()
        settle()
        least = window.minimumSizeHint()
        assert (least.width() <= 1366, least.height() <= 768) == (True, True), (scale, least)
        assert window.size() == QSize(1366, 768), scale
        for section in sections(page) if scale == 175 else [""]:
            if section:
                page.turn(section)
                settle()
            assert not sideways(page), (scale, section)
        # What is too high for a low screen with large text is scrolled to, as a whole.
        assert scale > 100 or not page.scroller.verticalScrollBar().isVisible()


def sections(page):
    """List the parts of a page that are turned to by a list of them."""
    return [item.id for item in page.nav.items()] if hasattr(page, "nav") else [""]


def sideways(page):
    """Say by how much the content of a page is too wide for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return page.scroller.horizontalScrollBar().maximum()


def test_it_starts_on_the_page_remembered(window):
    assert window.current == "home"
    assert window.commands["page.home"].isChecked()
    assert "工作台" in window.pages["home"].header.title()


def test_pages_are_made_when_they_are_first_shown(qtbot, window):
    assert "structure" not in window.pages
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "structure"
    assert window.stack.currentWidget() is window.pages["structure"]
    first = window.pages["structure"]
    button = window.rail.findChild(QToolButton, "rail.page.query")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.pages["structure"] is first


@pytest.mark.parametrize(
    ("request_", "page"),
    [
        (go.ShowPeople(("p",), "x"), "query"),
        (go.OpenTeam("t"), "assessment"),
        (go.MatchPerson("p"), "matching"),
        (go.UsePool(("p",), "x"), "staffing"),
        (go.ImportFiles(), "elements"),
        (go.ShowModel(category="县委"), "structure"),
        (go.OpenPage("matching"), "matching"),
    ],
)
def test_a_request_has_one_page_that_answers_it(request_, page):
    assert registry.page_for(request_) == page


def test_every_request_is_answered_somewhere():
    for kind in go.Request.__args__:
        if kind not in (go.OpenPage, go.OpenPerson, go.MakePapers):
            assert sum(kind in spec.accepts for spec in registry.PAGES) == 1, kind


class Echo(Page):
    """A page that notes what it is told."""

    title = "回声"

    def __init__(self, context, parent=None):
        self.told = []
        super().__init__(context, parent)

    def refresh(self, changes):
        self.told.append("refresh")

    def refresh_survey(self):
        self.told.append("survey")

    def receive(self, request):
        self.told.append(request)


def test_a_page_looks_before_it_answers(window, monkeypatch):
    monkeypatch.setattr(registry, "load", lambda name: Echo)
    window.context.navigator.go(go.MatchPost("p1"))
    assert window.pages["matching"].told[:1] == ["refresh"]
    assert window.pages["matching"].told[-1] == go.MatchPost("p1")


def test_keys_of_a_page_wait_for_no_click_into_it(window, settle, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.rail.setFocus()
    window.commands["page.elements"].trigger()
    settle()
    page = window.pages["elements"]
    assert page.isAncestorOf(window.focusWidget()) or page.hasFocus()
    view = page.sections["people"].view
    view.setFocus()
    window.open_page("elements")
    assert window.focusWidget() is view  # where somebody works he stays


def test_a_page_that_is_not_seen_waits(window, settle, monkeypatch):
    monkeypatch.setattr(registry, "load", lambda name: Echo)
    page = window.open_page("matching")
    window.open_page("query")
    page.told.clear()
    window.context.workspace.set_month(window.context.workspace.as_of + 1)
    settle()
    assert page.told == []
    window.open_page("matching")
    assert page.told == ["refresh", "survey"]


def test_another_month_is_computed_and_shown(window, settle):
    month = months.of(2028, 3)
    window.topbar.month.popup.open_at(month, window.pos())
    window.topbar.month.popup._field.setText("2028-03")
    window.topbar.month.popup._on_typed()
    settle()
    assert window.context.workspace.as_of == month
    assert window.context.workspace.world.as_of == month
    assert window.topbar.month.text() == "2028-03"


def test_a_month_that_is_none_is_refused_where_it_stands(window):
    popup = window.topbar.month.popup
    popup.open_at(months.of(2026, 11), window.pos())
    popup._field.setText("2026-13")
    popup._on_typed()
    assert popup.isVisible()
    assert "2026-11" in popup._wrong.text()
    popup.hide()


def test_counts_open_what_they_count(qtbot, window, monkeypatch):
    monkeypatch.setattr(registry, "load", lambda name: Echo)
    snapshot = window.context.workspace.snapshot
    button = window.status.findChild(QPushButton, "count.people")
    assert button.text() == f"{len(snapshot.people):,} 人"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    request = window.pages["query"].told[-1]
    assert len(request.ids) == len(snapshot.people)
    button = window.status.findChild(QPushButton, "count.vacant")
    number = int(button.text().removeprefix("空缺 "))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(window.pages["query"].told[-1].ids) == number


def test_the_drawer_opens_and_keeps_a_pinned_card(qtbot, window, settle):
    ids = window.context.workspace.snapshot.people.ids
    assert not window.drawer.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.drawer.isVisible()
    window.context.navigator.go(go.OpenPerson(ids[0]))
    settle()
    assert window.drawer.person_id == ids[0]
    window.drawer.pin.setChecked(True)
    window.context.navigator.go(go.OpenPerson(ids[1]))
    assert window.drawer.person_id == ids[0]
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert not window.drawer.isVisible()


def test_ctrl_k_finds_a_person_by_initials(qtbot, window, settle):
    from ui.tables import pinyin

    people = window.context.workspace.snapshot.people
    name = people.raw("name")[5]
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    popup = window.finder.popup
    assert popup.isVisible()
    qtbot.keyClicks(popup.field, pinyin.spell(name))
    titles = [item.title for item in popup.list.items()]
    assert name in titles
    popup.list.choose(f"person:{people.ids[5]}")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    settle()
    assert not popup.isVisible()
    assert window.drawer.person_id == people.ids[5]


def test_ctrl_k_gives_commands(qtbot, window):
    window.finder.open("模型定")
    assert window.finder.popup.list.items()[0].title == "模型定制"
    qtbot.keyClick(window.finder.popup.field, Qt.Key.Key_Return)
    assert window.current == "structure"
    window.finder.open("xyz没有")
    assert window.finder.popup.list.items() == ()
    assert "没有找到" in window.finder.popup._note.text()
    qtbot.keyClick(window.finder.popup.field, Qt.Key.Key_Escape)
    assert not window.finder.popup.isVisible()


def test_jobs_are_shown_and_can_be_cancelled(qtbot, window, settle):
    import threading

    gate = threading.Event()
    job = window.context.jobs.read(lambda control: gate.wait(5), "k", title="正在核对任职规则")
    assert window.topbar.tasks.count == 1
    assert "正在核对任职规则" in window.status._job.text()
    window.tasks.open_below(window.topbar.tasks)
    row = window.tasks.rows[job.number]
    qtbot.mouseClick(row.cancel, Qt.MouseButton.LeftButton)
    assert job.dropped
    gate.set()
    settle()
    assert window.tasks.rows == {}
    assert not window.status._job.isVisible()
    window.tasks.hide()


def test_a_refusal_is_shown_as_its_sentence(window, asker):
    window.context.jobs.refused.emit(UserError("文件被占用。"))
    assert asker.asked[-1] == ("error", "文件被占用。")


def test_undo_names_the_step(window):
    from ui.undo import Holder

    holder = Holder(1)
    window.context.undo.replace(holder, 1, 2, "调任 张三")
    assert window.commands["edit.undo"].text() == "撤销 调任 张三"
    window.commands["edit.undo"].trigger()
    assert holder.value == 1
    assert not window.commands["edit.undo"].isEnabled()
    assert window.commands["edit.redo"].isEnabled()


def test_the_theme_and_the_text_change(window, qapp):
    window.commands["view.theme"].trigger()
    assert theme.dark()
    assert theme.DARK.ground in qapp.styleSheet()
    window.commands["view.larger"].trigger()
    assert theme.look().scale == 110
    window.commands["view.smaller"].trigger()
    window.commands["view.theme"].trigger()
    assert not theme.dark()


def test_settings_are_asked_and_applied(window, asker):
    def answer(dialog):
        dialog.theme.set_current("dark")
        dialog.actor.setText("李四")
        return True

    asker.answers.append(answer)
    window.commands["view.settings"].trigger()
    assert theme.dark()
    assert window.context.settings.actor == "李四"


def test_help_lists_short_cuts(window, asker):
    from PySide6.QtWidgets import QLabel

    seen = []

    def answer(dialog):
        seen.extend(each.text() for each in dialog.findChildren(QLabel))
        return True

    asker.answers.append(answer)
    window.commands["help.help"].trigger()
    assert {"Ctrl+K", "F4", "Ctrl+1"} <= set(seen)


def test_closing_the_database_shows_the_welcome_page(window):
    window.open_page("query")
    window.commands["file.close"].trigger()
    assert window.stack.currentWidget() is window.welcome
    assert window.pages == {}
    assert not window.commands["page.query"].isEnabled()
    assert window.commands["file.open"].isEnabled()
    window.context.navigator.go(go.OpenTeam("t"))
    assert "请先打开" in window.status.message()


def test_the_window_remembers_where_it_was(qapp, window, settle):
    from ui.looks import Looks

    window.resize(1390, 780)
    window.close()
    assert window.context.settings.geometry
    looks = Looks(qapp, window.context.settings, window.context.ask, theme.look().family)
    other = Window(window.context, looks)
    assert other.height() <= 780  # Qt leaves room for a frame
    window.context.settings.geometry = ""
    fresh = Window(window.context, looks)
    # The offscreen display is 800 px high: a new window is no higher.
    assert fresh.height() == 800
    for each in (other, fresh):
        each.deleteLater()


def test_a_stand_in_says_what_belongs_there(window, monkeypatch):
    monkeypatch.setattr(registry, "load", lambda name: None)
    page = window.open_page("matching")
    assert isinstance(page, StandIn)
    assert page.header.title() == "人岗匹配"
    assert QApplication.activeModalWidget() is None
