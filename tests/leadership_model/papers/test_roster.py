"""The roster: columns, order, notes, and text that stays text."""

import openpyxl
import pytest

from leadership_model.errors import UserError
from leadership_model.papers import roster, xlsx
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure

MONTH = 2026 * 12 + 10


@pytest.fixture
def seating():
    records = [
        Person(id="a", name="=1+1", post_text="局长", sex="男", birth=1975 * 12 + 2),
        Person(id="b", name="沈岚", post_text="科长", level_since=2015 * 12, birth_year=1980),
        Team(id="t", unit=None, name="班子"),
        Post(id="s", team="t", name="局长"),
        Tenure(id="n", post="s", person="a", start=2020 * 12 + 4),
        CareerEntry(id="c", person="b", line=0, start=2018 * 12, end=None),
        CareerEntry(id="d", person="b", line=1, start=2027 * 12, end=None),
    ]
    return seat(of_records(records), MONTH)


def read(path):
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path).active.rows]


def test_roster_in_the_order_given(seating, tmp_path):
    notes = roster.RosterNotes(question="性别 = 男", sensitive=("性别",))
    xlsx.write(tmp_path / "r.xlsx", [roster.roster(seating, [1, 0], notes)])
    rows = read(tmp_path / "r.xlsx")
    assert rows[0][0] == "干部名册"
    assert "2026-11" in rows[1][0]
    assert "敏感要素：性别" in rows[1][0]
    assert "性别 = 男" in rows[1][0]
    assert [row[0] for row in rows[4:]] == ["沈岚", "=1+1"]
    assert rows[4][9] == "1980"
    assert rows[5][9] == "1975.03"
    assert rows[4][13] == "2015.01"


def test_a_name_like_a_formula_stays_text(seating, tmp_path):
    xlsx.write(tmp_path / "r.xlsx", [roster.roster(seating, [0], roster.RosterNotes())])
    cell = openpyxl.load_workbook(tmp_path / "r.xlsx").active["A5"]
    assert cell.data_type == "s"
    assert cell.value == "=1+1"


def test_time_in_post_comes_from_the_seat_else_from_the_open_line(seating):
    assert roster.in_post_since(seating, 0) == 2020 * 12 + 4
    assert roster.in_post_since(seating, 1) == 2018 * 12


def test_a_folder_that_is_not_there_is_one_sentence_and_no_file(seating, tmp_path):
    with pytest.raises(UserError, match="无法写入"):
        xlsx.write(tmp_path / "no" / "r.xlsx", [roster.roster(seating, [0], roster.RosterNotes())])
    assert not list(tmp_path.iterdir())


def test_rows_are_as_high_as_their_longest_text():
    cells = (
        SpreadCell(row=0, column=0, value="一二三四五六七八九十一二三四五"),
        SpreadCell(row=0, column=1, value="短"),
        SpreadCell(row=1, column=0, columns=2, value="一二三四五六七八九十"),
    )
    heights = dict(fitted(Spread(name="s", widths=(11, 11), cells=cells)).heights)
    assert heights == {0: 3 * 15.0 + 3.0, 1: 18.0}


def test_groups_stand_under_rows_of_their_own_and_the_page_says_what_was_asked(seating, tmp_path):
    notes = roster.RosterNotes(question="性别 = 男 & 其他", layout="team", unknown=3)
    groups = (("甲局（1 人）", (1,)), ("乙局（1 人）", (0,)))
    made = roster.roster(seating, [1, 0], notes, groups)
    xlsx.write(tmp_path / "r.xlsx", [made])
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    texts = [[cell.value for cell in row] for row in sheet.rows]
    firsts = [row[0] for row in texts[4:]]
    assert firsts == ["甲局（1 人）", "1", "乙局（1 人）", "2"]
    assert "A5:" in str(sheet.merged_cells)
    assert "另有 3 人因数据待核不能判定" in texts[1][0]
    assert "条件：性别 = 男 & 其他" in made.foot
    assert sheet.oddFooter.left.text.endswith("条件：性别 = 男 && 其他")
    assert "基准日期 2026-11" in sheet.oddFooter.left.text
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.print_area.endswith("$8")
    assert "$A$1" in sheet.print_area
