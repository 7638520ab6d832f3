"""Packages with a password, and rosters, through the wizard."""

import io
from pathlib import Path

import py7zr
import pytest
from PySide6.QtWidgets import QLineEdit

from leadership_model.people.person import Person
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
