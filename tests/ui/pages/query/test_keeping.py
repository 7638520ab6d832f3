"""Kept questions through real widgets: keep, open with questions asked, mend, hand on as text."""

from dataclasses import replace

import pytest

from leadership_model.query import asking
from leadership_model.query.asking import Parameter
from leadership_model.store.nouns import SavedQuery
from ui import navigation as go
from ui.pages.query import saved
from ui.pages.query.page import QueryPage
from ui.pages.query.shelf_dialog import ShelfDialog

SENTENCE = "年龄 <= 45 且 性别 = 女"
AREA = SavedQuery(
    id="q-1",
    label="地区女干部",
    sentence="年龄 <= 45 且 所在地区 = 甲县",
    folder="换届",
    note="按县",
    parameters=asking.to_json((Parameter("month", "基准日期"), Parameter("line", "年龄上限", 0))),
)
BROKEN = SavedQuery(id="q-2", label="旧口径", sentence="年令 <= 40 且 性别 = 女")


@pytest.fixture
def page(context, shown):
    return shown(QueryPage(context))


@pytest.fixture
def written(monkeypatch):
    """What was to be stored: the sample world of these tests has no base behind it."""
    found = []

    def note(context, queries, initiator):
        found.extend(queries)
        return True

    monkeypatch.setattr(saved, "store", note)
    return found


@pytest.fixture
def keeping(page):
    page.keeping._on_read((AREA, BROKEN))
    return page.keeping


def test_a_question_is_kept_with_folder_note_and_what_it_asks(
    page, keeping, asker, written, settle
):
    page.receive(go.RunQuery(SENTENCE))
    settle()
    seen = []

    def fill(dialog):
        dialog.done_button.click()
        seen.append(dialog.wrong.text())
        dialog.name.setText("旧口径")
        dialog.done_button.click()
        seen.append(dialog.wrong.text())
        dialog.name.setText("年轻女干部")
        dialog.folder.setCurrentText("换届")
        dialog.note.setText("备选")
        seen.append([check.text() for check, _ in dialog.boxes])
        dialog.boxes[1][0].click()
        dialog.done_button.click()
        return True

    asker.answers.append(fill)
    page.commands["save"].trigger()
    assert "名称" in seen[0]
    assert "已有" in seen[1]
    assert seen[2] == ["基准日期", "“年龄 <= 45”中的值", "“性别 = 女”中的值"]
    (found,) = written
    assert (found.label, found.folder, found.note) == ("年轻女干部", "换届", "备选")
    assert (found.sentence, found.order) == (SENTENCE, 1)
    assert asking.from_json(found.parameters) == (Parameter("line", "年龄 <= 45", 0),)


def test_without_a_question_nothing_is_kept(page, asker, written):
    page.commands["save"].trigger()
    assert asker.asked[-1][0] == "inform"
    assert not written


def test_a_kept_question_asks_for_its_values_and_its_month(
    page, keeping, context, asker, settle, qtbot
):
    month = context.workspace.as_of + 12

    def answer(dialog):
        dialog.fields[0].setText("四十")
        dialog._on_done()
        assert "数字" in dialog.wrong.text()
        dialog.fields[0].setText("40")
        dialog.picker.picked.emit(month)
        dialog._on_done()
        return True

    asker.answers.append(answer)
    box = page.people.saved
    box.setCurrentIndex(box.findText("换届 / 地区女干部"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: context.workspace.as_of == month, timeout=10_000)
    settle()
    assert page.people.bar.text() == AREA.sentence.replace("45", "40")


def test_another_page_names_a_kept_question(page, keeping, settle, asker):
    plain = replace(AREA, id="q-3", parameters="[]")
    keeping._on_read((plain,))
    page.receive(go.RunQuery(plain.sentence, "q-3"))
    settle()
    assert page.people.bar.text() == plain.sentence


def test_a_name_that_is_gone_is_mended_when_the_question_is_opened(
    page, keeping, asker, written, settle
):
    def mend(dialog):
        box = dialog.choices["年令"]
        box.setCurrentIndex(box.findData("out:"))
        assert dialog.after.text() == "性别 = 女"
        box.setCurrentIndex(box.findText("改用“年龄”"))
        dialog._on_done()
        return True

    asker.answers.append(mend)
    keeping.open("q-2")
    settle()
    assert page.people.bar.text() == "年龄 <= 40 且 性别 = 女"
    assert written[0].sentence == "年龄 <= 40 且 性别 = 女"


def test_the_shelf_counts_and_says_which_must_be_mended(
    page, keeping, context, settle, asker, written
):
    dialog = ShelfDialog(context, keeping, page)
    dialog.show()
    settle()
    counts = [dialog.table.rows.cell(row, 2).text for row in range(2)]
    found = saved.state(context.workspace.world, AREA.sentence)
    assert set(counts) == {f"{found.count:,}", "须修复"}
    dialog.table.select_ids(["q-2"])
    asker.answers.append(False)
    dialog.mend_button.click()
    assert asker.asked[-1][1] == "修复查询“旧口径”"
    asker.answers.append(False)
    dialog.edit_button.click()
    assert asker.asked[-1][1] == "保存查询"
    asker.answers.append(False)
    dialog.remove_button.click()
    assert asker.asked[-1][0] == "confirm"
    dialog.open_button.click()
    assert dialog.wanted == "q-2"


@pytest.mark.parametrize("ending", [".toml", ".json"])
def test_questions_go_to_a_text_and_come_back(keeping, asker, written, tmp_path, ending):
    path = tmp_path / f"查询{ending}"
    asker.answers += [path]
    keeping.give([AREA, BROKEN])
    asker.answers += [path, True]
    keeping.bring_in()
    text = asker.asked[-1][1]
    (found,) = written
    assert (found.id, found.parameters, found.folder) == ("q-1", AREA.parameters, "换届")
    assert "年令" in text


def test_a_file_that_is_no_such_text_is_refused(keeping, asker, tmp_path, written):
    path = tmp_path / "别的.toml"
    path.write_text("a = 1", encoding="utf-8")
    asker.answers.append(path)
    keeping.bring_in()
    assert asker.asked[-1][0] == "error"
    assert not written
