"""栏目对应: columns corrected on the screen, kept by name, taken as elements, taken back."""

import pytest

from leadership_model.elements.element import MarkOf
from leadership_model.exchange import column_schemes
from leadership_model.people.person import Mark, Person
from leadership_model.store import load
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def section(stored, shown):
    page = shown(ElementsPage(stored))
    page.turn("import")
    return page.section()


@pytest.fixture
def roster(stored, tmp_path):
    engine = stored.workspace.loaded.engine
    who = next(each for each in load.every(engine, Person) if each.id_number)
    path = tmp_path / "市直名册.csv"
    text = f"姓名,身份证号,干部籍贯,办公室\n{who.name},{who.id_number},云岭新阳,312\n"
    path.write_text(text, "utf-8")
    return who, path


def previewed(section, qtbot):
    qtbot.waitUntil(lambda: section.step() == "preview", timeout=20_000)


def test_columns_are_decided_kept_found_again_and_taken_back(
    section, roster, asker, qtbot, settle, stored
):
    who, path = roster
    section.read((path,))
    previewed(section, qtbot)
    assert section.settings.columns.isVisible()
    shown_lines = [each.label for each in section.preview.changes.rows.items]
    assert "籍贯" not in shown_lines

    def decide(dialog):
        assert dialog.name.text() == "市直名册"
        assert dialog.boxes["干部籍贯"].currentData() == "JiGuan"  # guessed
        assert dialog.boxes["办公室"].currentData() == ""
        box = dialog.boxes["办公室"]
        box.setCurrentIndex(box.findData("JiGuan"))
        dialog._on_ok()
        assert "对应了同一个栏目" in dialog.wrong.text()
        box.setCurrentIndex(box.findData("new"))
        return True

    asker.answers.append(decide)
    section.settings.columns.click()
    settle()
    previewed(section, qtbot)
    (row,) = section.preview.preview().rows
    assert [each.label for each in row.lines] == ["籍贯", "手工录入的要素"]
    (element,) = [
        each
        for each in stored.workspace.catalogue.elements
        if isinstance(each.definition, MarkOf) and each.label == "办公室"
    ]
    section.apply_button.click()
    settle()
    engine = stored.workspace.loaded.engine
    marks = [each for each in load.every(engine, Mark) if each.element == element.definition.name]
    assert [(each.person, each.value) for each in marks] == [(who.id, "312")]
    section.read((path,))
    previewed(section, qtbot)
    assert section.preview.preview().rows[0].entry.state == "unchanged"
    asker.answers.append(True)
    section._on_again()
    section.undo_button.click()
    settle()
    assert [each for each in load.every(engine, Mark) if each.element == "办公室"] == []


def test_a_scheme_and_its_element_are_undone_together(
    section, roster, asker, qtbot, settle, stored
):
    section.read((roster[1],))
    previewed(section, qtbot)
    before = stored.workspace.catalogue.elements

    def decide(dialog):
        box = dialog.boxes["办公室"]
        box.setCurrentIndex(box.findData("new"))
        return True

    asker.answers.append(decide)
    section.settings.columns.click()
    settle()
    assert column_schemes.SETTING in stored.workspace.snapshot.settings
    stored.undo.stack.undo()
    settle()
    assert column_schemes.SETTING not in stored.workspace.snapshot.settings
    assert stored.workspace.catalogue.elements == before
