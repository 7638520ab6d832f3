"""Packages with a password, and rosters, through the wizard."""

import io
from pathlib import Path

import py7zr
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.store import load
from ui.pages.elements.page import ElementsPage

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


@pytest.fixture
def section(stored, shown):
    page = shown(ElementsPage(stored))
    page.turn("import")
    return page.section()


@pytest.fixture
def package(tmp_path):
    path = tmp_path / "包.hzb"
    content = io.BytesIO()
    with py7zr.SevenZipFile(content, "w", password="秘密") as made:
        made.writeall(SAMPLES / "hzb", "")
    path.write_bytes(content.getvalue())
    return path


def typing(password):
    def answer(dialog):
        assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
        dialog.field.setText(password)
        return password is not None

    return answer


def test_a_package_asks_for_its_password_until_it_fits(
    section, package, asker, settle, stored, qtbot
):
    asker.answers.extend([typing("不对"), typing("秘密")])
    section.read((package,))
    qtbot.waitUntil(lambda: section.step() == "preview", timeout=20_000)
    assert [row.entry.name for row in section.preview.preview().rows] == ["甲示例", "戊虚构"]
    section.apply_button.click()
    settle()
    people = {each.name: each for each in load.every(stored.workspace.loaded.engine, Person)}
    assert people["戊虚构"].party == "民盟"
    assert people["甲示例"].level == "乡科级正职"


def test_without_a_password_nothing_is_read(section, package, asker, settle):
    asker.answers.append(False)
    section.read((package,))
    settle()
    assert section.step() == "choose"
    assert section.preview.preview() is None


def test_a_roster_changes_people_of_the_base(section, settle, stored, tmp_path):
    people = stored.workspace.snapshot.people
    name, birth = people.raw("name")[3], people.raw("birth")[3]
    month = f"{birth // 12}.{birth % 12 + 1:02d}"
    roster = tmp_path / "名册.csv"
    text = f"姓名,出生年月,职称,办公室\n{name},{month},正高级经济师,312\n"
    roster.write_text(text, encoding="utf-8")
    section.read((roster,))
    settle()
    (row,) = section.preview.preview().rows
    assert row.entry.state == "changed"
    assert row.summary == "专业技术职务"
    assert row.file == "名册.csv 第2行"
    assert "办公室" in section.preview.preview().issues[0].text


def test_units_and_posts_of_a_package_are_ticked_and_told(section, settle, stored, qtbot):
    section.read((SAMPLES / "hzb",))
    qtbot.waitUntil(lambda: section.step() == "preview", timeout=20_000)
    preview = section.preview
    assert [each.kind for each in preview.seats.rows.items][:3] == ["unit", "team", "post"]
    assert "8 项单位岗位" in section.apply_button.text()
    deputy = next(each.key for each in preview.seats.rows.items if each.text.startswith("副局长"))
    preview.seats.select_ids((deputy,))
    QTest.keyClick(preview.seats, Qt.Key.Key_Space)
    assert "6 项单位岗位" in section.apply_button.text()  # the post, and who holds it
    section.apply_button.click()
    settle()
    posts = [each.name for each in load.every(stored.workspace.loaded.engine, Post)]
    assert "党组书记" in posts
    assert "单位、岗位和任职 6 项" in section.report.text()


def test_each_file_brought_is_told_what_it_is(section, settle, tmp_path, qtbot):
    place = tmp_path / "收到的文件"
    place.mkdir()
    (place / "表.lrmx").write_bytes(next(SAMPLES.glob("*.lrmx")).read_bytes())
    (place / "坏.lrmx").write_text("x", "utf-8")
    (place / "名册.csv").write_text("姓名,性别\n甲新人,男\n", "utf-8")
    (place / "说明.docx").write_bytes(b"PK")
    section.read((place,))
    qtbot.waitUntil(lambda: section.step() == "preview", timeout=20_000)
    told = {each.file: (each.word, each.people) for each in section.preview.sources.rows.items}
    assert told == {
        "表.lrmx": ("任免审批表（lrmx）", 1),
        "坏.lrmx": ("任免审批表（未能读入）", 0),
        "名册.csv": ("名册", 1),
        "说明.docx": ("没有读入", 0),
    }
