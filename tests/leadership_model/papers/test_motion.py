"""The list of motions: columns, what is taken and left, remarks, what stands at the foot."""

import openpyxl
import pytest

from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers import motion, xlsx
from leadership_model.papers.motion import MotionLine, MotionMark, MotionNotes
from leadership_model.people.person import Education, Person
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure

MONTH = 2026 * 12 + 10


@pytest.fixture
def seating():
    records = [
        Person(
            id="a",
            name="=陈 静",
            post_text="副局长",
            sex="女",
            birth=1980 * 12 + 2,
            origin="易溪",
            work_start=2002 * 12 + 6,
            party_joined=2004 * 12 + 9,
            level_since=2019 * 12,
        ),
        Person(id="b", name="沈岚", post_text="局长", birth_year=1966),
        Team(id="t", unit=None, name="易溪县水务局领导班子"),
        Post(id="s1", team="t", name="局长", order=0),
        Post(id="s2", team="t", name="副局长", order=1),
        Tenure(id="n1", post="s1", person="b", start=2018 * 12),
        Tenure(id="n2", post="s2", person="a", start=2021 * 12 + 4),
        Education(id="e1", person="a", mode="全日制", schooling="大学"),
    ]
    return seat(of_records(records), MONTH)


def rows_of(seating, lines, tmp_path, notes=MotionNotes()):  # noqa: B008 - frozen
    path = tmp_path / "m.xlsx"
    xlsx.write(path, [motion.motion(seating, lines, notes)])
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path).active.rows]


def test_twelve_columns_in_the_usual_order(seating, tmp_path):
    rows = rows_of(seating, [MotionLine(person=0, takes=(0,), leaves=(1,))], tmp_path)
    assert [text.replace("\n", "") for text in rows[2]] == [
        "姓名",
        "现任职务",
        "拟任免职务",
        "性别",
        "出生年月",
        "学历",
        "籍贯",
        "工作年月",
        "入党年月",
        "任同级时间",
        "任现职时间",
        "备注",
    ]
    assert rows[3][:11] == [
        "=陈 静",
        "副局长",
        "拟任易溪县水务局局长；免去易溪县水务局副局长",
        "女",
        "1980.03",
        "大学",
        "易溪",
        "2002.07",
        "2004.10",
        "2019.01",
        "2021.05",
    ]


def test_a_retirement_says_so_and_a_birth_by_year_is_kept(seating, tmp_path):
    rows = rows_of(seating, [MotionLine(person=1, leaves=(0,), retires=True)], tmp_path)
    assert rows[3][2] == "到龄免去易溪县水务局局长"
    assert rows[3][4] == "1966"


def test_who_neither_takes_nor_leaves_stays(seating):
    assert motion.proposal(seating.snapshot, MotionLine(person=0)) == "留任"


def test_remarks_are_told_and_coloured_and_counted(seating, tmp_path):
    marks = (
        MotionMark(kind="draft", text="S1 影响期内（不得例外）"),
        MotionMark(kind="unknown", text="成长地待核"),
    )
    lines = [MotionLine(person=0, takes=(0,), marks=marks), MotionLine(person=1, leaves=(0,))]
    spread = motion.motion(seating, lines, MotionNotes())
    remark = next(c for c in spread.cells if c.row == 3 and c.column == 11)
    assert remark.value == "S1 影响期内（不得例外）；成长地待核"
    assert remark.tone == "red"
    quiet = next(c for c in spread.cells if c.row == 4 and c.column == 11)
    assert (quiet.value, quiet.tone) == ("", "")
    head = next(c for c in spread.cells if c.row == 1)
    assert "1 人触犯不得例外的规定" in str(head.value)


def test_an_unknown_mark_alone_is_grey(seating):
    marks = (MotionMark(kind="unknown", text="学历待核"),)
    spread = motion.motion(seating, [MotionLine(person=0, marks=marks)], MotionNotes())
    assert next(c for c in spread.cells if c.row == 3 and c.column == 11).tone == "grey"


def test_plan_stage_rails_and_disclaimer_are_printed(seating, tmp_path):
    notes = MotionNotes(
        scenario="方案甲",
        stage="动议",
        rails=("补缺：不动现任成员。",),
        unconfirmed=("Q1", "Q2"),
        sensitive=("岗位要求使用敏感要素 民族，依据：《某法》第一条",),
    )
    rows = rows_of(seating, [MotionLine(person=0)], tmp_path, notes)
    assert "方案：方案甲" in rows[1][0]
    assert "阶段：动议" in rows[1][0]
    assert "2026-11" in rows[1][0]
    assert [row[0] for row in rows[4:]] == [
        "方案所守的边界：补缺：不动现任成员。",
        "岗位要求使用敏感要素 民族，依据：《某法》第一条。",
        "下列规则待核实：Q1、Q2。",
        f"{DISCLAIMER}。",
    ]


def test_a_mark_of_no_known_kind_is_refused():
    with pytest.raises(ValueError, match="标记"):
        MotionMark(kind="other", text="x")
