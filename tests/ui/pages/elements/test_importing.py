from pathlib import Path

import pytest

from leadership_model.cli.run import main
from leadership_model.people.person import Person
from leadership_model.store import records
from ui.navigation import ShowImports
from ui.pages.elements.page import ElementsPage


@pytest.fixture(scope="session")
def forms(city_file, tmp_path_factory) -> Path:
    """Form files of a few people of the city."""
    folder = tmp_path_factory.mktemp("forms")
    where = ["--where", "年龄 <= 36"]
    arguments = ["export", "--db", str(city_file), "--kind", "lrmx", "--out", str(folder)]
    assert main([*arguments, *where]) == 0
    assert len(list(folder.glob("*.lrmx"))) >= 3
    return folder


@pytest.fixture
def folder(forms, tmp_path) -> Path:
    """Form files: one changed, one of somebody new, one unreadable, the others as they are."""
    made = tmp_path / "forms"
    made.mkdir()
    files = sorted(forms.glob("*.lrmx"))
    for each in files:
        (made / each.name).write_bytes(each.read_bytes())
    first = made / files[0].name
    text = first.read_text("utf-8-sig")
    start = text.index("<XianRenZhiWu>")
    end = text.index("</XianRenZhiWu>")
    first.write_text(f"{text[:start]}<XianRenZhiWu>云溪市档案局局长{text[end:]}", "utf-8")
    second = files[1].read_text("utf-8-sig")
    start, end = second.index("<XingMing>"), second.index("</XingMing>")
    id_at, id_end = second.index("<ShenFenZheng>"), second.index("</ShenFenZheng>")
    second = f"{second[:id_at]}<ShenFenZheng>{second[id_end:]}"
    second = f"{second[:start]}<XingMing>欧阳新{second[end:]}"
    (made / "新人.lrmx").write_text(second, "utf-8")
    (made / "坏文件.lrmx").write_text("这不是表", "utf-8")
    return made


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


@pytest.fixture
def section(page, folder, settle, asker):
    page.turn("import")
    asker.answers.append(folder)
    page.section()._on_folder()
    settle()
    return page.section()


def counts(section):
    return dict(section.preview.preview().plan.counts())


def test_the_preview_sorts_the_files_and_writes_nothing(section, stored):
    assert section.step() == "preview"
    assert counts(section)["new"] == 1
    assert counts(section)["changed"] == 1
    assert counts(section)["unchanged"] >= 1
    assert len(stored.workspace.snapshot.people) == 120
    assert "尚未写入" in section._headline.text()


def test_old_and_new_stand_side_by_side(section):
    section.preview.states.button("changed").click()
    lines = section.preview.changes.rows.items
    line = next(each for each in lines if each.label == "现任职务")
    assert line.new == "云溪市档案局局长"
    assert line.old
    assert line.old != line.new


def test_a_bad_file_is_named_with_its_fault(section):
    files = [Path(issue.file).name for issue in section.preview.issues.rows.items]
    assert "坏文件.lrmx" in files


def test_applying_reports_and_can_be_taken_back(section, stored, settle, asker):
    changed = next(r.entry for r in section.preview.preview().rows if r.entry.state == "changed")
    before = changed.before.post_text
    section.apply_button.click()
    settle()
    assert section.step() == "report"
    assert "新增 1 人" in section.report.text()
    engine = stored.workspace.loaded.engine
    assert records.get(engine, Person, changed.person.id).post_text == "云溪市档案局局长"
    assert len(stored.workspace.snapshot.people) == 121
    assert list(stored.workspace.path.parent.glob("*before-import*"))
    assert section.history.rows.rowCount() == 1
    asker.answers.append(True)
    section.undo_button.click()
    settle()
    assert records.get(engine, Person, changed.person.id).post_text == before
    assert len(stored.workspace.snapshot.people) == 120
    assert "已恢复到导入前" in section.report.text()
    assert not section.undo_button.isEnabled()


def test_what_was_edited_since_is_shown_and_left(section, stored, settle, asker):
    changed = next(r.entry for r in section.preview.preview().rows if r.entry.state == "changed")
    section.apply_button.click()
    settle()
    from dataclasses import replace

    from leadership_model.store.actor import Actor

    engine = stored.workspace.loaded.engine
    now = records.get(engine, Person, changed.person.id)
    actor = Actor("别人", lambda: "2026-11-21T10:00:00")
    records.save(engine, actor, replace(now, post_text="另一个职务"))
    asker.answers.append(True)
    section.undo_button.click()
    settle()
    assert records.get(engine, Person, changed.person.id).post_text == "另一个职务"
    assert "保留不动" in section.report.text()


def test_reading_can_be_cancelled(page, folder, stored, settle):
    page.turn("import")
    section = page.section()
    section.read((folder,))
    assert section.step() == "reading"
    section.reading.cancel_button.click()
    settle()
    assert section.step() == "choose"
    assert section.preview.preview() is None


def test_an_empty_folder_is_refused_with_a_sentence(page, tmp_path, settle, asker):
    page.turn("import")
    section = page.section()
    (tmp_path / "空").mkdir()
    section.read((tmp_path / "空",))
    settle()
    assert section.step() == "choose"
    assert any("审批表" in text or "lrmx" in text for _, text in asker.asked)


def test_a_batch_asked_for_is_chosen_in_the_list(page, section, folder, settle, asker):
    for _ in range(2):
        section.apply_button.click()
        settle()
        asker.answers.append(True)
        section.undo_button.click()
        settle()
        section.read((folder,))
        settle()
    first, second = (each.id for each in section.history.rows.items)
    for id in (second, first):
        page.turn("people")
        page.receive(ShowImports(id))
        settle()
        assert page.current() == "import"
        assert section.history.current_id() == id
