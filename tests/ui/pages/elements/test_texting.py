"""Texts out and in on screen: written, previewed with the effect, taken over, undone; faults named."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from leadership_model.elements import edit, starts
from leadership_model.exchange import texts
from leadership_model.exchange.texts import Content, RuleText
from leadership_model.store.texts import content
from ui.pages.elements.page import ElementsPage
from ui.pages.elements.text_compare import CompareDialog


@pytest.fixture
def section(stored, shown, settle):
    page = shown(ElementsPage(stored))
    page.turn("library")
    settle()
    return page.section()


def test_a_text_is_written_and_comes_back_the_same(section, stored, settle, asker, tmp_path):
    path = tmp_path / "全部.toml"

    def choose(dialog):
        dialog._on_ok()
        dialog.every.setChecked(True)
        assert dialog.boxes["element"].text().startswith("要素（")
        return True

    asker.answers.extend([choose, path])
    section.list.outgoing.click()
    settle()
    engine = stored.workspace.loaded.engine
    assert path.read_text(encoding="utf-8") == texts.write(content(engine))

    def look(dialog):
        assert dialog.told.text().startswith("新增 0 项，变更 0 项，相同")
        assert not dialog.ok.isEnabled()
        return False

    asker.answers.extend([path, look])
    section.list.incoming.click()
    settle()
    assert not asker.answers


def test_a_text_is_taken_over_after_its_effect_and_undone(section, stored, settle, asker, tmp_path):
    catalogue = stored.workspace.catalogue
    head = catalogue.element("有乡镇党政正职经历")
    found = Content(
        elements=(
            edit.edited(head, "filter", "基层工作", catalogue),
            starts.begin("band", catalogue),
        ),
        filters=(replace(catalogue.filter("挂职"), help="另一句"),),
    )
    path = tmp_path / "甲.json"
    path.write_text(texts.write(found, ".json"), encoding="utf-8")
    engine = stored.workspace.loaded.engine
    before = content(engine)

    def look(dialog):
        assert "新增 1 项，变更 2 项" in dialog.told.text()
        assert "个岗位的资格或得分改变" in dialog.told.text()
        assert dialog.lines.rows.rowCount() == 3
        assert dialog.effect.rows.rowCount() > 1
        return True

    asker.answers.extend([path, look])
    section.list.incoming.click()
    settle()
    element = stored.workspace.catalogue.element("有乡镇党政正职经历")
    assert element.definition.filter == "基层工作"
    stored.undo.stack.undo()
    settle()
    assert content(engine) == before
    assert stored.workspace.catalogue == catalogue


def test_models_and_rule_settings_of_a_file_are_in_the_effect(
    section, stored, settle, asker, tmp_path
):
    world = stored.workspace.world
    model = next(each for each in world.models if each.id == "shipped-county-department")
    found = Content(
        models=(replace(model, red=99.0, green=100.0),),
        rules=(RuleText(id="P1", parameters=(("months", 48.0),)),),
    )
    path = tmp_path / "甲.toml"
    path.write_text(texts.write(found, ".toml"), encoding="utf-8")

    def look(dialog):
        words = dialog.told.text()
        assert "按发布后计算" in words
        assert "个改变状态" in words
        come = int(re.search(r"规则预警增 (\d+) 条、减 (\d+) 条", words).group(1))
        assert come > 0
        rows = [dialog.effect.rows.item_at(at) for at in range(dialog.effect.rows.rowCount())]
        (rule,) = (each for each in rows if each.kind == "规则")
        assert rule.title.startswith("P1 ")
        assert f"增 {come} 条" in rule.text
        assert rule.people
        moved = next(each for each in rows if each.title == "改变状态")
        wanted = {t for t in range(len(world.snapshot.teams)) if world.model(t) is not None
                  and world.model(t).id.startswith(model.id)}  # fmt: skip
        assert set(moved.teams) <= {world.snapshot.teams.ids[t] for t in wanted}
        return False

    asker.answers.extend([path, look])
    section.list.incoming.click()
    settle()
    assert stored.workspace.world.models == world.models


def test_a_file_with_faults_changes_nothing_and_names_them(
    section, stored, settle, asker, tmp_path
):
    path = tmp_path / "坏.toml"
    path.write_text('format = "班子模型工作台"\nversion = 1\n[[filter]]\nname = "甲"\n', "utf-8")

    def look(dialog):
        assert "有 1 处问题" in dialog.told.text()
        assert "第 3 行" in dialog.faults.rows.items[0]
        return False

    asker.answers.extend([path, look])
    section.list.incoming.click()
    settle()
    assert not asker.answers


def test_a_row_opens_the_old_text_beside_the_new_one(
    section, stored, settle, asker, tmp_path, qtbot
):
    catalogue = stored.workspace.catalogue
    former = catalogue.element("基层工作月数")
    found = Content(
        elements=(replace(former, help="另一句", high=480.0), starts.begin("band", catalogue))
    )
    path = tmp_path / "甲.toml"
    path.write_text(texts.write(found), encoding="utf-8")
    seen = {}

    def compare(dialog):
        assert isinstance(dialog, CompareDialog)
        sides = (dialog.left, dialog.right)
        seen[dialog.windowTitle()] = [
            (side.toPlainText(), [each.cursor.block().text() for each in side.extraSelections()])
            for side in sides
        ]
        return False

    def look(dialog):
        asker.answers.extend([compare, compare])
        table = dialog.lines
        for row in (0, 1):
            table.select_ids((table.rows.id_at(row),))
            qtbot.keyClick(table, Qt.Key.Key_Space)
        return False

    asker.answers.extend([path, look])
    section.list.incoming.click()
    settle()
    (old, removed), (new, added) = seen["要素：基层工作月数（变更）"]
    assert "另一句" not in old
    assert "另一句" in new
    assert removed == [f"high = {former.high:g}", f'help = "{former.help}"']
    assert added == ["high = 480", 'help = "另一句"']
    fresh = next(each for title, each in seen.items() if "新增" in title)
    assert fresh[0][0] == ""
    assert fresh[1][0]
