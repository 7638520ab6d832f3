"""Deciding in the preview: fields that are verified, people of one name, rules by source."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leadership_model.exchange import source_rules
from leadership_model.people.person import Person
from leadership_model.people.verified import BIRTH, Verification
from leadership_model.store import load, records
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def people(stored, settle):
    """Two people with an ID number, the birth of whom is verified."""
    engine = stored.workspace.loaded.engine
    listed = [each for each in load.every(engine, Person) if each.id_number and each.birth][:2]
    chosen = {each.id for each in listed}

    def verify(engine, actor):
        there = [
            each
            for each in load.every(engine, Verification)
            if each.person in chosen and each.fact == BIRTH
        ]
        made = [
            Verification(id=f"v-{id}", person=id, fact=BIRTH, verified=True)
            for id in sorted(chosen)
        ]
        return records.save_many(engine, actor, made, there)

    stored.workspace.write(verify, "登记核实")
    settle()
    return [each for each in load.every(engine, Person) if each.id in chosen]


@pytest.fixture
def section(people, stored, shown):
    page = shown(ElementsPage(stored))
    page.turn("import")
    return page.section()


@pytest.fixture
def roster(people, tmp_path):
    """A roster that says another birth of both, and another health."""
    path = tmp_path / "名册.csv"
    rows = [f"{p.name},{p.id_number},1961.02,较差" for p in people]
    path.write_text("\n".join(("姓名,身份证号,出生年月,健康状况", *rows)), "utf-8")
    return path


def opened(section, path, qtbot):
    section.read((path,))
    qtbot.waitUntil(lambda: section.step() == "preview", timeout=20_000)
    return section.preview


def lines(preview):
    return {each.label: each for each in preview.changes.rows.items}


def test_a_verified_field_waits_until_somebody_decides(section, roster, people, qtbot, settle):
    preview = opened(section, roster, qtbot)
    assert "2 个文件等您决定" in section._headline.text()
    assert not section.apply_button.isEnabled()
    assert preview.states.current() == "conflicting"
    assert lines(preview)["出生年月"].taken is None
    assert lines(preview)["出生年月"].doubt == "已核实"
    preview.changes.select_ids((preview.changes.rows.ids[0],))
    assert preview.changes.rows.items[0].label == "出生年月"
    preview.decisions.keep_all.click()
    assert lines(preview)["出生年月"].taken is False
    assert "等您决定" not in section._headline.text()
    assert section.apply_button.text() == "导入 2 人"
    section.apply_button.click()
    settle()
    engine = section.context.workspace.loaded.engine
    for each in people:
        now = records.get(engine, Person, each.id)
        assert (now.birth, now.health) == (each.birth, "较差")


def test_space_and_the_box_take_and_leave_a_line(section, roster, qtbot):
    preview = opened(section, roster, qtbot)
    preview.changes.setFocus()
    preview.changes.select_ids((preview.changes.rows.ids[0],))
    QTest.keyClick(preview.changes, Qt.Key.Key_Space)
    assert lines(preview)["出生年月"].taken is True
    QTest.keyClick(preview.changes, Qt.Key.Key_Space)
    assert lines(preview)["出生年月"].taken is False
    at = list(lines(preview)).index("健康状况")
    place = preview.changes.visualRect(preview.changes.model().index(at, 0)).center()
    QTest.mouseClick(
        preview.changes.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place,
    )
    assert lines(preview)["健康状况"].taken is False
    row = preview.preview().rows[0]
    assert row.entry.state == "unchanged"
    assert "不改动" in row.summary


def test_somebody_is_chosen_for_a_file_without_a_birth(section, people, tmp_path, qtbot, settle):
    who = people[0]
    path = tmp_path / "名单.csv"
    path.write_text(f"姓名,健康状况\n{who.name},较差\n", "utf-8")
    preview = opened(section, path, qtbot)
    assert who.id in preview.decisions.whom.rows.ids
    preview.decisions.whom.select_ids((who.id,))
    QTest.keyClick(preview.decisions.whom, Qt.Key.Key_Return)
    settle()
    assert preview.preview().rows[0].entry.before.id == who.id
    assert section.apply_button.text() == "导入 1 人"
    preview.decisions.new.click()
    settle()
    assert preview.preview().rows[0].entry.state == "new"
    preview.decisions.skip.click()
    settle()
    assert preview.preview().rows[0].entry.state == "unchanged"
    preview.decisions.this.click()
    settle()
    assert preview.preview().rows[0].entry.state == "changed"


def test_a_rule_decides_from_then_on_and_can_be_undone(
    section, roster, qtbot, asker, settle, stored
):
    preview = opened(section, roster, qtbot)
    assert preview.preview().plan.counts()["conflicting"] == 2

    def choose(dialog):
        box = dialog.boxes["roster", "verified"]
        box.setCurrentIndex(box.findData("keep"))
        return True

    asker.answers.append(choose)
    section.settings.rules.click()
    qtbot.waitUntil(
        lambda: section.step() == "preview" and preview.preview().plan.counts()["changed"] == 2,
        timeout=20_000,
    )
    kept = stored.workspace.snapshot.settings[source_rules.SETTING]
    assert source_rules.read(kept)["roster"].verified == "keep"
    stored.undo.stack.undo()
    settle()
    assert source_rules.SETTING not in stored.workspace.snapshot.settings
