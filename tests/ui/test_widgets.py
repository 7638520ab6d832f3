"""Small widgets: what the user does is announced once, and what is shown is what was given."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.help_dialog import HelpDialog
from ui.settings import Settings
from ui.settings_dialog import SettingsDialog
from ui.widgets.bars import Progress, StackedBar
from ui.widgets.card import Card, Notice, Sunk
from ui.widgets.chips import Chip, Token
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Elided, MarkLabel, label, set_role
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.month import MonthPicker
from ui.widgets.picker import Option, Picker
from ui.widgets.questions import Choice, Question, Report, TextQuestion
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments
from ui.widgets.tabs import Tabs

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def put(qtbot):
    def add(widget, width=400, height=200):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        return widget

    return add


def test_segments_announce_another_choice(qtbot, put):
    segments, seen = put(Segments([("a", "甲"), ("b", "乙")])), []
    segments.chosen.connect(seen.append)
    qtbot.mouseClick(segments.button("b"), Qt.MouseButton.LeftButton)
    assert (segments.current(), seen) == ("b", ["b"])
    segments.show_options([("b", "乙"), ("c", "丙")])
    assert segments.current() == "b"
    segments.set_current("c")
    assert seen == ["b"]


def test_typing_is_announced_once_it_pauses(qtbot, put):
    field, seen = put(SearchField("筛选")), []
    field.typed.connect(seen.append)
    with qtbot.waitSignal(field.typed):
        field.insert("张")
        field.insert("三")  # key events carry no Chinese; an input method inserts
    assert seen == ["张三"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert seen == ["张三", ""]


def test_enter_does_not_wait(qtbot, put):
    field, seen = put(SearchField("筛选")), []
    field.typed.connect(seen.append)
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert seen == ["a"]


def test_a_month_is_stepped_by_keys(qtbot, put):
    picker, seen = put(MonthPicker(24322)), []
    picker.picked.connect(seen.append)
    qtbot.keyClick(picker, Qt.Key.Key_Up)
    qtbot.keyClick(picker, Qt.Key.Key_PageDown)
    assert seen == [24323, 24311]
    assert picker.text() == "2025-12"


def test_a_month_is_picked_by_mouse(qtbot, put):
    picker, seen = put(MonthPicker(24322)), []
    picker.picked.connect(seen.append)
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(picker.popup._buttons[2], Qt.MouseButton.LeftButton)
    assert seen == [2026 * 12 + 2]
    assert not picker.popup.isVisible()


def _not_empty(text):
    return "" if text else "请填写。"


@pytest.mark.parametrize(
    ("typed", "taken"), [("1", "1"), ("12", "12"), ("人数", "人数×1/3"), ("zz", "正职"), ("", "12")]
)
def test_a_number_typed_stays_itself_though_rows_begin_with_it(qtbot, put, typed, taken):
    options = [Option(each, each) for each in ("10", "12", "人数×1/3", "正职")]
    # Anything but the empty text may be typed.
    host, seen = put(QWidget()), []
    picker = Picker(options, "分值", check=_not_empty, current=("12",), parent=host)
    picker.open_at(host)
    picker.picked.connect(seen.append)
    picker.field.insert(typed)
    if typed:
        picker.field.textEdited.emit(typed)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert seen == [taken]


def test_a_list_tells_what_is_chosen_and_skips_headings(qtbot, put):
    view, seen = put(TwoLineList()), []
    view.chosen.connect(seen.append)
    view.show_items(
        [
            ListItem(id="s", title="空缺", section=True),
            ListItem(id="1", title="副县长", note="易溪县", mark="red", right="缺 2 个月"),
            ListItem(id="2", title="局长", icon="seat-outline"),
        ]
    )
    view.choose("s")
    view.choose("2")
    assert seen == ["2"]
    view.show_items(view.items()[1:])
    assert view.current_id() == "2"
    assert seen == ["2"]
    assert not view.grab().isNull()


def test_tabs_make_their_content_on_first_use(qtbot, put):
    made, seen = [], []

    def make():
        made.append(True)
        return QWidget()

    tabs = put(Tabs())
    tabs.turned.connect(seen.append)
    tabs.add("a", "甲", QLabel("x"))
    tabs.add("b", "乙", make)
    assert (tabs.current(), made) == ("a", [])
    tabs.turn("b")
    tabs.turn("a")
    tabs.turn("b")
    assert made == [True]
    assert seen[-3:] == ["b", "a", "b"]


def test_a_bar_tells_which_part_was_clicked(qtbot, put):
    bar, seen = put(StackedBar(), 400, 12), []
    bar.clicked.connect(seen.append)
    bar.show_parts([(25, "green", "g"), (75, "red", "r")])
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(50, 5))
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(350, 5))
    assert seen == ["g", "r"]


def test_chips_and_tokens(qtbot, put, heard):
    chip = put(Chip("缺岗", "red", "red").make_live(), 80, 24)
    chip.clicked.connect(heard.note)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert len(heard) == 2
    chip.show_text("已补")
    assert chip.text() == "已补"
    token = put(Token("党政正职"), 100, 30)
    token.set_opened(True)
    assert token.property("opened") == "true"


def test_a_long_label_is_shortened_and_its_tip_has_all(qtbot, put):
    text = Elided("很长的一个名称" * 10)
    put(text, 100, 20)
    text.grab()
    assert text.toolTip() == "很长的一个名称" * 10
    text.setText("短")
    text.grab()
    assert text.toolTip() == ""


def test_marks_have_their_word(put):
    mark = put(MarkLabel("veto"))
    assert mark.accessibleName() == "一票否决"
    mark.show_mark("green", "")
    assert mark.text() == ""
    assert not mark.grab().isNull()


def test_flow_begins_a_new_row(put):
    holder = QWidget()
    flow = FlowLayout(holder, gap=4)
    for number in range(6):
        flow.addWidget(Chip(f"标签 {number}"))
    put(holder, 130, 200)
    tops = {each.geometry().top() for each in flow.widgets()}
    assert len(tops) > 1
    assert flow.heightForWidth(2000) < flow.heightForWidth(130)
    flow.clear()
    assert flow.count() == 0


def test_frames_and_progress(put):
    card = put(Card("标题", "说明"))
    card.set_title("另一个")
    card.set_note("又一个")
    assert (card.title(), card.note()) == ("另一个", "又一个")
    assert Card().flush().objectName() == "card"
    assert {Sunk().objectName(), Notice().objectName()} == {"sunk", "notice"}
    progress = put(Progress())
    progress.show_fraction(0.5)
    assert progress.value() == 500
    words = label("x", "note")
    set_role(words, "error")
    assert words.property("role") == "error"


DIALOGS = {
    "question": lambda: Question("删除", "删除 3 人？", "删除", "取消", danger=True),
    "choice": lambda: Choice("选择", "哪一个？", [("a", "甲"), ("b", "乙")]),
    "text": lambda: TextQuestion("改名", "新名称", "旧", None),
    "report": lambda: Report("出错了", "trace"),
    "settings": lambda: SettingsDialog(Settings()),
    "help": lambda: HelpDialog([]),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_freed_when_it_is_closed(qapp, name):
    dialog = DIALOGS[name]()
    dialog.show()
    gone = weakref.ref(dialog)
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del dialog
    gc.collect()
    assert gone() is None


def test_a_wrong_text_is_refused_where_it_stands(qapp):
    dialog = TextQuestion("改名", "新名称", "", lambda text: "" if text else "请输入名称。")
    dialog.show()
    dialog._on_accept()
    assert dialog.isVisible()
    assert dialog.wrong.text() == "请输入名称。"
    dialog.field.setText("张三")
    dialog._on_accept()
    assert not dialog.isVisible()
    assert dialog.answer() == "张三"


def test_a_choice_gives_its_id(qapp):
    dialog = DIALOGS["choice"]()
    assert dialog.chosen() == "a"
    dialog.choose("b")
    assert dialog.chosen() == "b"
