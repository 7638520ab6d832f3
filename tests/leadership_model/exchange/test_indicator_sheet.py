"""A sheet to fill, written, filled and read back; every fault with its row; nothing half taken."""

from dataclasses import replace

import openpyxl
import pytest

from leadership_model.errors import UserError
from leadership_model.exchange import indicator_sheet as of
from leadership_model.papers import indicator_sheet, xlsx
from leadership_model.people.indicator_system import Item, System, entry_of, systems
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Indicator, Team

A = Item(id="a", name="政治建设", weight=60.0)
B = Item(id="b", name="完成率", weight=40.0, unit="%", target=95.0, floor=60.0)
SYSTEM = System(id="y", name="绩效", categories=("乡镇",), period="half", items=(A, B))
TEAMS = [("t1", "甲镇班子"), ("t2", "乙镇班子"), ("t3", "丙镇班子")]
STORED = Indicator(id="i", team="t1", year=2026, name="a", value="90", system="y", period="H1")


@pytest.fixture
def base():
    teams = [Team(id=id, unit=None, name=name, category="乡镇") for id, name in TEAMS]
    return of_records([*teams, entry_of(SYSTEM), STORED])


@pytest.fixture
def blank(tmp_path):
    path = tmp_path / "填报表.xlsx"
    xlsx.write(path, [indicator_sheet.to_fill(SYSTEM, 2026, "H1", TEAMS, {("t1", "a"): "90"})])
    return path


def fill(path, **cells):
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)
    return path


def read(path, base):
    return of.read(path, base, systems(base))


def test_a_blank_sheet_read_back_changes_nothing(blank, base):
    found = read(blank, base)
    assert (found.system.id, found.year, found.period) == ("y", 2026, "H1")
    assert (found.changes, found.issues, found.unchanged) == ((), (), 1)
    assert [line.team for line in found.lines] == [0, 1, 2]


def test_what_is_filled_in_is_new_or_changed(blank, base):
    found = read(fill(blank, C5=91, D5="80%", D6="无", C7=" 77.5 "), base)
    assert found.issues == ()
    assert [(c.row, c.team, c.item.id, c.before, c.after) for c in found.changes] == [
        (5, 0, "a", "90", "91"),
        (5, 0, "b", None, "80"),
        (6, 1, "b", None, "无"),
        (7, 2, "a", None, "77.5"),
    ]
    assert found.values()[0, "b"] == "80"


def test_an_emptied_cell_leaves_what_is_stored(blank, base):
    assert read(fill(blank, C5=None), base).changes == ()


def test_every_fault_says_its_row(blank, base):
    found = read(
        fill(blank, C5="优秀", D5=120, A6="t9", C6=80, A7="t1", A8="", C8=70, D4="zz"), base
    )
    told = {(issue.line, issue.text) for issue in found.issues}
    rows = sorted(line for line, _ in told)
    assert rows == [4, 5, 6, 7, 8]  # column 4 has no item any more, so 120 is not asked
    texts = " ".join(text for _, text in told)
    for words in ("指标编号“zz”不属于“绩效”", "“政治建设”应填", "不在干部库中",
                  "第 7 行的班子“丙镇班子”与第 5 行重复", "第 8 行缺少班子编号"):  # fmt: skip
        assert words in texts


def test_a_share_over_a_hundred_is_a_fault_of_its_row(blank, base):
    (issue,) = read(fill(blank, D6=120), base).issues
    assert (issue.line, issue.field) == (6, "完成率")
    assert "0 到 100" in issue.text


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"A2": "别的表"}, "不是指标填报表"),
        ({"A2": "体系编号 q 年度 2026 期间 H1"}, "“q”不在使用"),
        ({"A2": "体系编号 y 年度 2026 期间 03"}, "填报周期不符"),
    ],
)
def test_a_sheet_of_something_else_is_refused(blank, base, cells, said):
    with pytest.raises(UserError, match=said):
        read(fill(blank, **cells), base)


def test_a_file_that_is_no_workbook_is_refused(tmp_path, base):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"not a workbook")
    with pytest.raises(UserError, match="无法读取"):
        read(path, base)


def test_a_yearly_system_has_the_whole_year_as_its_period(tmp_path, base):
    yearly = replace(SYSTEM, id="w", name="年度", period="year")
    path = tmp_path / "年.xlsx"
    xlsx.write(path, [indicator_sheet.to_fill(yearly, 2026, "", TEAMS, {})])
    found = of.read(fill(path, C5=88), base, (yearly,))
    assert (found.period, len(found.changes)) == ("", 1)
