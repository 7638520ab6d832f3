"""From an empty database to a judged team, through the screens alone, in one window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from leadership_model.people import codes
from leadership_model.store import audit
from tests.ui.journeys.test_from_files_to_papers import CTRL, LEFT, SHIFT, keys, press
from ui.navigation import OpenTeam

FORM = Path(__file__).resolve().parents[2] / "samples" / "甲示例.lrmx"
LINES = "2015.07--2021.03  临江县财政局科员\n2021.03--         临江经开区管委会副主任"


@pytest.fixture(autouse=True)
def shipped_codes():
    yield
    codes.lay(())


@pytest.mark.slow
def test_from_nothing_to_a_judged_team(qtbot, empty_window, asker, settle, tmp_path):
    window = empty_window
    asker.answers.extend([True, tmp_path / "new.lmdb"])
    qtbot.mouseClick(window.welcome.findChild(QPushButton, "welcome.file.new"), LEFT)
    settle()
    add_category(qtbot, window, asker, settle)
    add_unit_team_posts(qtbot, window, settle)
    add_people(qtbot, window, asker, settle)
    seat(qtbot, window, asker, settle, "甲示例", "转任", "主任")
    seat(qtbot, window, asker, settle, "邓示例", "转任", "副主任")
    add_element(qtbot, window, asker, settle)
    make_model(qtbot, window, asker, settle)
    judged(window, settle)
    changed_and_taken_back(qtbot, window, settle)
    wrong = [each for each in asker.asked if each[0] in ("error", "crash")]
    assert not wrong
    told = audit.lines(window.context.workspace.loaded.engine)
    assert {"新建", "发布"} <= {each.what for each in told}


def type_in(qtbot, editor, text):
    """Type into a field of a form: keys for Latin letters, an input method for the others."""
    editor.field.setFocus()
    editor.line.clear()
    if text.isascii() and editor._options is None:
        qtbot.keyClicks(editor.line, text)
    else:
        editor.line.insert(text)
        editor.edited.emit(text)


def pick(qtbot, line, slot, text):
    """Open a token of a sentence by the space bar and type into its picker."""
    token = line.tokens[slot]
    token.setFocus()
    qtbot.keyClick(token, Qt.Key.Key_Space)
    field = line.picker.field
    field.setText(text)
    field.textEdited.emit(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def turn(qtbot, window, settle, name):
    """Show a section of 要素维护 by a click on its name."""
    keys(qtbot, window, Qt.Key.Key_2, CTRL)
    settle()
    page = window.pages["elements"]
    row = next(n for n, item in enumerate(page.nav.items()) if item.id == name)
    place = page.nav.visualRect(page.nav.model().index(row, 0)).center()
    qtbot.mouseClick(page.nav.viewport(), LEFT, pos=place)
    settle()
    return page.sections[name]


def add_category(qtbot, window, asker, settle):
    """Add a category that begins with no requirement at all."""
    keys(qtbot, window, Qt.Key.Key_3, CTRL)
    settle()

    def fill(dialog):
        dialog.show()
        fields = {each.accessibleName(): each for each in dialog.findChildren(QComboBox)}
        dialog.findChild(QLineEdit).setText("园区")
        fields["层级相当于"].setCurrentText("功能区")
        fields["模板"].setCurrentIndex(0)
        press(qtbot, dialog, "新增")
        return dialog.result() == 1

    asker.answers.append(fill)
    press(qtbot, window.pages["structure"].left, "＋类别")
    settle()
    page = window.pages["structure"]
    assert page.row().category == "园区"
    assert page.hand().whole.requirements == ()


def add_unit_team_posts(qtbot, window, settle):
    section = turn(qtbot, window, settle, "teams")
    press(qtbot, section, "新建单位")
    type_in(qtbot, section.form.editors["name"], "临江经开区管委会")
    type_in(qtbot, section.form.editors["kind"], "功能区")
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    press(qtbot, section, "新建班子")
    type_in(qtbot, section.form.editors["category"], "园区")
    type_in(qtbot, section.form.editors["quota_head"], "1")
    type_in(qtbot, section.form.editors["quota_deputy"], "1")
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    press(qtbot, section, "新建岗位")
    settle()
    posts = window.pages["elements"].sections["posts"]
    assert posts.form.editors["team"].text() == "临江经开区管委会领导班子"
    type_in(qtbot, posts.form.editors["name"], "主任")
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    press(qtbot, posts, "新建岗位")
    type_in(qtbot, posts.form.editors["name"], "副主任")
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    snapshot = window.context.workspace.snapshot
    assert snapshot.posts.raw("name") == ("主任", "副主任")
    assert snapshot.posts.raw("role") == ("正职", "副职")


def add_people(qtbot, window, asker, settle):
    """Add somebody by the form, and somebody out of a file."""
    section = turn(qtbot, window, settle, "people")

    def fill(dialog):
        dialog.show()
        for name, text in (("name", "邓示例"), ("sex", "女"), ("birth", "1992-03")):
            type_in(qtbot, dialog.editors[name], text)
        press(qtbot, dialog, "新增")
        return dialog.result() == 1

    asker.answers.append(fill)
    keys(qtbot, window, Qt.Key.Key_A, CTRL | SHIFT)
    settle()
    form = section.form
    type_in(qtbot, form.editors["work_start"], "2015-07")
    qtbot.keyClick(form.editors["religion"].field, Qt.Key.Key_F7)
    form.resume.box.setFocus()
    form.resume.box.insertPlainText(LINES)
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    assert not section.dirty()
    assert form.before.absent == "religion"
    assert len(form.careers) == 2
    asker.answers.append((FORM,))
    keys(qtbot, window, Qt.Key.Key_I, CTRL | SHIFT)
    settle()
    wizard = window.pages["elements"].sections["import"]
    press(qtbot, wizard, "选择文件")
    settle()
    qtbot.mouseClick(wizard.apply_button, LEFT)
    settle()
    people = window.context.workspace.snapshot.people
    assert sorted(people.raw("name")) == ["甲示例", "邓示例"]


def seat(qtbot, window, asker, settle, name, kind, post):
    """Put somebody on a post by the form of changes."""
    section = turn(qtbot, window, settle, "people")
    people = window.context.workspace.snapshot.people
    id = people.ids[people.raw("name").index(name)]
    section.view.setFocus()
    section.view.select_ids((id,))
    settle()

    def fill(dialog):
        dialog.show()
        press(qtbot, dialog, kind)
        option = next(each for each in dialog._posts() if each.text.endswith(f" {post}"))
        type_in(qtbot, dialog.editors["post"], option.text)
        qtbot.waitUntil(dialog.go.isEnabled)
        settle()
        press(qtbot, dialog, f"办理{kind}")
        return dialog.result() == 1

    asker.answers.append(fill)
    keys(qtbot, window, Qt.Key.Key_G, CTRL | SHIFT)
    settle()
    snapshot = window.context.workspace.snapshot
    at = snapshot.posts.raw("name").index(post)
    holder = int(window.context.workspace.world.seating.holder[at])
    assert holder == snapshot.people.positions[id]


def add_element(qtbot, window, asker, settle):
    """Make an element of the department's own: years of work."""
    section = turn(qtbot, window, settle, "library")
    qtbot.mouseClick(section.list.new, LEFT)
    field = section.list.picker.field
    field.setText("从某年月起的年数")
    field.textEdited.emit(field.text())
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    card = section.detail.definition
    pick(qtbot, card.head, "label", "本部门工龄")
    settle()
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    assert not section.dirty()
    element = window.context.workspace.catalogue.element("本部门工龄")
    assert element.definition.field == "work_start"


def make_model(qtbot, window, asker, settle):
    """Write one requirement and one portrait, and publish them."""
    keys(qtbot, window, Qt.Key.Key_3, CTRL)
    settle()
    page = window.pages["structure"]
    page.left.table.setFocus()
    page.left.table.select_ids(("园区||",))
    settle()
    desk = page.desk.requirements
    qtbot.mouseClick(desk.new_link, LEFT)
    desk.picker.field.setText("人数")
    desk.picker.field.textEdited.emit("人数")
    qtbot.keyClick(desk.picker.field, Qt.Key.Key_Return)
    settle()
    pick(qtbot, desk.sentence, "condition", "本部门工龄 >= 20")
    settle()
    pick(qtbot, desk.sentence, "lo", "1")
    settle()
    pick(qtbot, desk.sentence, "points", "100")
    settle()
    page.desk.turn("portraits")
    settle()
    editor = page.portrait_editor
    press(qtbot, editor, "＋重点岗位")
    settle()
    editor.choose(page.draft().portraits[0].id)
    pick(qtbot, editor.head, "label", "园区主任画像")
    settle()
    asker.answers.append("2026-11")
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    models = window.context.workspace.world.models
    made = next(each for each in models if each.category == "园区")
    assert (made.version, len(made.requirements)) == (1, 1)
    assert made.portraits[0].label == "园区主任画像"


def judged(window, settle):
    """See the team judged: one of the two has worked for twenty years, and one is asked for."""
    workspace = window.context.workspace
    window.context.navigator.go(OpenTeam(workspace.snapshot.teams.ids[0]))
    settle()
    (found,) = workspace.survey
    assert (found.state, found.score_low, found.score_high) == ("green", 100.0, 100.0)
    (finding,) = found.findings
    world = workspace.world
    names = [world.snapshot.people.raw("name")[each] for each in finding.people]
    assert names == ["甲示例"]
    page = window.pages["assessment"]
    words = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert any("达标" in each for each in words)
    assert any("园区班子结构模型第 1 版" in each for each in words)
    assert "全部达标" in words
    assert any("核定 2 · 岗位 2 · 实有 2" in each for each in words)


def changed_and_taken_back(qtbot, window, settle):
    """Put the years of work right: the verdict follows; and take it back."""
    section = turn(qtbot, window, settle, "people")
    people = window.context.workspace.snapshot.people
    section.view.select_ids((people.ids[people.raw("name").index("甲示例")],))
    settle()
    type_in(qtbot, section.form.editors["work_start"], "2010-07")
    keys(qtbot, window, Qt.Key.Key_S, CTRL)
    settle()
    (found,) = window.context.workspace.survey
    assert (found.state, found.findings[0].people) == ("red", ())
    qtbot.mouseClick(window.topbar._tools["edit.undo"], LEFT)
    settle()
    (found,) = window.context.workspace.survey
    assert found.state == "green"
