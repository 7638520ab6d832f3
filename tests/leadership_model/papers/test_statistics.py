import re

from leadership_model.assessment.grade_places import doubtful, quotas, rises
from leadership_model.assessment.world import World
from leadership_model.papers.basis import basis_of
from leadership_model.papers.behind import Behind, workbook
from leadership_model.papers.grade_list import grade_list
from leadership_model.papers.sheets import paper_of
from leadership_model.papers.statistics import ACROSS, people_sheet, statistics
from leadership_model.people.grade_quota import GradeQuota
from leadership_model.people.snapshot import of_records
from leadership_model.query.level_table import age_table, level_table
from leadership_model.sample.city import draw

CITY = draw(300, 3)
WORLD = World.of(of_records(CITY.records, CITY.settings), CITY.month)
EVERYBODY = range(len(WORLD.snapshot.people))
BASIS = basis_of(WORLD)


def values(spread):
    return {(cell.row, cell.column): cell.value for cell in spread.cells}


def words(spread):
    return [str(cell.value) for cell in spread.cells]


def test_no_sheet_of_a_wide_table_holds_a_column_or_two():
    sheets = statistics(age_table(WORLD, EVERYBODY), BASIS, "全部")
    sizes = [len(sheet.widths) for sheet in sheets]
    assert len(sizes) > 1
    assert max(sizes) - min(sizes) <= 3


def test_every_count_and_share_is_printed_and_nothing_lies_on_something_else():
    for table in (level_table(WORLD, EVERYBODY), age_table(WORLD, EVERYBODY)):
        sheets = statistics(table, BASIS, "全部")
        texts = [word for sheet in sheets for word in words(sheet)]
        printed = [word for word in texts if re.fullmatch(r"\d+(\n[\d.]+%)?", word)]
        # Columns that are ages by themselves are heads, no counts.
        heads = sum(each.label.isdecimal() for each in table.columns)
        assert len(printed) - heads == len(table.rows) * len(table.columns)
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=True):
                share = f"\n{cell.share:.1%}" if column.share and cell.share is not None else ""
                assert f"{cell.count}{share}" in printed
        assert len({sheet.name for sheet in sheets}) == len(sheets)
        for sheet in sheets:
            taken = [
                (row, column)
                for cell in sheet.cells
                for row in range(cell.row, cell.row + cell.rows)
                for column in range(cell.column, cell.column + cell.columns)
            ]
            assert len(taken) == len(set(taken))
            assert len(sheet.widths) <= ACROSS + 2
        assert len(paper_of("表", sheets).pages) == len(sheets)


def test_sensitive_columns_are_named_as_what_they_are():
    sheets = statistics(level_table(WORLD, EVERYBODY), BASIS, "全部")
    text = "\n".join(word for sheet in sheets for word in words(sheet))
    assert "本表含敏感要素：性别、民族、政治面貌" in text
    assert "性别（敏感）" in text
    assert all(sheet.foot == BASIS.foot for sheet in sheets)


def test_the_rows_behind_reproduce_every_figure():
    table = level_table(WORLD, EVERYBODY)
    spread = people_sheet(table, WORLD, BASIS)
    at = values(spread)
    for number, column in enumerate(table.columns[1:], 3):
        ticks = [row for row in range(2, 2 + len(EVERYBODY)) if at.get((row, number)) == "✓"]
        for row in table.rows[1:]:
            inside = [each for each in ticks if at[each, 2] == row.label]
            assert len(inside) == row.cells[number - 2].count, (column, row.label)


def test_a_workbook_of_rows_names_its_sheets_once_and_counts_right():
    long = "很长的指标名称[含]不许用的:字" * 4
    figures = [
        Behind("女", "2", (0, 1)),
        Behind(long, "1", teams=(0,)),
        Behind(long, "1", posts=(0,)),
        Behind("没有", "0"),
    ]
    sheets = workbook(WORLD.seating, figures, "明细", BASIS)
    names = [each.name for each in sheets]
    assert len(names) == len(set(names)) == 4
    assert all(len(name) <= 31 and not set("[]:*?/\\'") & set(name) for name in names)
    index = values(sheets[0])
    assert [index[row, 2] for row in range(3, 7)] == [*names[1:], "无"]
    assert len([key for key in values(sheets[1]) if key[1] == 0]) - 3 == 2


def test_the_grade_list_says_month_reason_and_place():
    sure, open_ = rises(WORLD, 24), doubtful(WORLD, 24)
    first = sure[0]
    unit = WORLD.snapshot["unit"].ids[int(WORLD.snapshot.people.ints("unit")[first.person])]
    quota = GradeQuota(id="q", unit=unit, grades=first.next, quota=0, note="批复1号")
    world = World.of(of_records([*CITY.records, quota], CITY.settings), CITY.month)
    sure, open_ = rises(world, 24), doubtful(world, 24)
    people, unsure, table = grade_list(world, sure, open_, quotas(world), "职级晋升名单")
    at = values(people)
    assert [at[3 + n, 1] for n in range(len(sure))] == [
        WORLD.snapshot.people.raw("name")[each.person] for each in sure
    ]
    assert at[3, 6].startswith("须满 ")
    assert at[3, 7].startswith("无空额")
    assert "职数未录入" in words(people)
    assert len([key for key in values(unsure) if key[1] == 0]) - 4 == len(open_)
    assert "批复1号" in words(table)
    assert f"待核 {len(open_)} 人" in people.foot
    (only,) = grade_list(world, None, None, quotas(world), "职级职数表")
    assert values(only)[0, 0] == "职级职数"
