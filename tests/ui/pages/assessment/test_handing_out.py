import re
import zipfile

import openpyxl
import pytest

from leadership_model.papers.report import TITLE
from ui.pages.assessment.handing_out import CHOICES


def trigger(page, name):
    next(each for each in page.actions() if each.objectName() == name).trigger()


def give(page, asker, settle, qtbot, chosen, target):
    """Ask for one of the papers and wait until its file is there."""
    asker.answers.extend((chosen, target))
    trigger(page, "assessment.report")
    settle()
    qtbot.waitUntil(target.exists, timeout=60_000)
    return target


def words(path):
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", body))


def test_the_report_of_the_team_as_word(page, asker, settle, qtbot, tmp_path):
    target = give(page, asker, settle, qtbot, "report", tmp_path / "报告.docx")
    text = words(target)
    assert TITLE in text
    for part in ("班子概况", "职能职数", "自然结构", "功能结构", "规则核查", "预警", "五年趋势"):
        assert part in text, part
    with zipfile.ZipFile(target) as package:
        pictures = [each for each in package.namelist() if each.startswith("word/media/")]
        assert all(package.read(each).startswith(b"\x89PNG") for each in pictures)
    assert pictures


def test_the_report_as_pdf(page, asker, settle, qtbot, tmp_path):
    target = give(page, asker, settle, qtbot, "report", tmp_path / "报告.pdf")
    assert target.read_bytes().startswith(b"%PDF")


def test_the_same_report_twice_is_the_same_file(page, asker, settle, qtbot, tmp_path):
    for ending in ("docx", "pdf"):
        one = give(page, asker, settle, qtbot, "report", tmp_path / f"一.{ending}")
        two = give(page, asker, settle, qtbot, "report", tmp_path / f"二.{ending}")
        assert one.read_bytes() == two.read_bytes()


def test_a_volume_names_every_team_of_the_area(page, asker, settle, qtbot, tmp_path):
    target = give(page, asker, settle, qtbot, "area", tmp_path / "合订本.docx")
    text, teams = words(target), page.seen.world.snapshot.teams
    area, names = teams.raw("area"), teams.raw("name")
    named = [names[at] for at in range(len(teams)) if area[at] == area[page.seen.team]]
    assert len(named) > 1
    assert all(text.count(name) >= 2 for name in named)  # in the contents and in its report


@pytest.mark.parametrize("ending", ["xlsx", "docx", "pdf"])
def test_the_check_list_of_rules(page, asker, settle, qtbot, tmp_path, ending):
    target = give(page, asker, settle, qtbot, "area_rules", tmp_path / f"清单.{ending}")
    if ending == "xlsx":
        assert openpyxl.load_workbook(target).sheetnames[1:] == ["人工核查事项", "例外清单"]


def test_the_rows_behind_every_figure(page, asker, settle, qtbot, tmp_path):
    target = give(page, asker, settle, qtbot, "rows", tmp_path / "明细.xlsx")
    book = openpyxl.load_workbook(target)
    index = book["目录"]
    for row in index.iter_rows(min_row=4, values_only=True):
        if row[2] != "无":
            assert row[2] in book.sheetnames
    rows = {row[0]: row[1:] for row in index.iter_rows(min_row=4, values_only=True)}
    members = book[rows["班子成员"][1]]
    assert members.max_row - 3 == len(page.seen.members())


def test_giving_up_writes_nothing(page, asker, settle):
    trigger(page, "assessment.report")
    settle()
    assert [kind for kind, _ in asker.asked] == ["choose"]
    asker.answers.append(CHOICES[0][0])
    trigger(page, "assessment.report")
    settle()
    assert [kind for kind, _ in asker.asked] == ["choose", "choose", "save_file"]


def test_a_folder_that_is_not_there_is_explained(page, asker, settle, qtbot, tmp_path):
    asker.answers.extend(("report", tmp_path / "没有" / "报告.pdf"))
    trigger(page, "assessment.report")
    settle()

    def told():
        return asker.asked[-1][0] == "error"

    qtbot.waitUntil(told, timeout=30_000)
