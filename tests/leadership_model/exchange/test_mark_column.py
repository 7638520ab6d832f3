"""A column of a roster: read under its headings, matched surely or not at all."""

import pytest
from openpyxl import Workbook

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.exchange import mark_column
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records

PEOPLE = of_records(
    [
        Person(id="a", name="张三", birth=months.of(1980, 5), id_number="11010119800501001X"),
        Person(id="b", name="张三", birth=months.of(1985, 7)),
        Person(id="c", name="李四", birth=months.of(1979, 1)),
    ]
)


def sheet(tmp_path, *rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "名册.xlsx"
    book.save(path)
    return path


def test_rows_are_matched_by_number_birth_or_a_name_nobody_shares(tmp_path):
    path = sheet(
        tmp_path,
        ["干部考试成绩表"],
        ["序号", "姓名", "身份证号", "出生年月", "成绩"],
        [1, "张三", "11010119800501001x", None, 88],
        [2, "张 三", None, "1985.07", 90.5],
        [3, "张三", None, None, 70],
        [4, "李四", None, None, 66],
        [5, "王五", None, None, 60],
        [6, "李四", None, None, None],
    )
    found = mark_column.read(path)
    assert found.values() == ("出生年月", "成绩")
    rows = mark_column.match(found, "成绩", PEOPLE)
    assert [(row.number, row.person, row.value) for row in rows] == [
        (3, "a", "88"), (4, "b", "90.5"), (5, "", "70"), (6, "c", "66"), (7, "", "60"),
    ]  # fmt: skip
    assert "2 名“张三”" in rows[2].fault
    assert "没有“王五”" in rows[4].fault
    marks = mark_column.marks(rows, "考试成绩", "干部科")
    assert {(each.person, each.value, each.entered_by) for each in marks} == {
        ("a", "88", "干部科"), ("b", "90.5", "干部科"), ("c", "66", "干部科"),
    }  # fmt: skip


def test_a_sheet_without_names_and_a_file_that_is_none_are_refused(tmp_path):
    with pytest.raises(UserError, match="没有“姓名”一列"):
        mark_column.read(sheet(tmp_path, ["成绩"], [1]))
    text = tmp_path / "文本.xlsx"
    text.write_text("不是表格", encoding="utf-8")
    with pytest.raises(UserError, match="不是可以读取的 Excel 文件"):
        mark_column.read(text)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["88", "90.5", ""], "number"),
        (["是", "否"], "flag"),
        (["2020.05", "2021.12"], "month"),
        (["经济、农业", "城建"], "set"),
        (["甲", "乙", "甲"], "choice"),
        ([f"第 {n} 种说法" for n in range(20)], "text"),
        (["", "无"], "text"),
    ],
)
def test_the_kind_of_a_column(values, kind):
    assert mark_column.kind_of(values) == kind
