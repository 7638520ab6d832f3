from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.charts.of_people import usual
from leadership_model.papers.basis import basis_of
from leadership_model.papers.cross import chart_flow, chart_sheet, cross_sheet
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.query.cross_table import cross

NOW = months.of(2026, 11)
WORLD = World.of(
    of_records(
        [
            Person(id="a", name="甲", sex="女", birth=NOW - 12 * 30, ethnicity="傣族"),
            Person(id="b", name="乙", sex="男", birth=NOW - 12 * 50, ethnicity="汉族"),
            Person(id="c", name="丙", sex="男", birth=NOW - 12 * 30, ethnicity="汉族"),
        ]
    ),
    NOW,
)


def at(sheet, row, column):
    return next(e.value for e in sheet.cells if (e.row, e.column) == (row, column))


def test_a_sheet_has_counts_shares_totals_and_says_what_is_sensitive():
    table = cross(WORLD, range(3), "性别", "年龄", column_edges=(40,))
    sheet = cross_sheet(table, "row", basis_of(WORLD), "查询结果", ("民族",))
    assert at(sheet, 4, 0) == "男"
    assert at(sheet, 4, 1) == "1\n50.0%"
    assert at(sheet, 4, 3) == "2\n100.0%"
    assert at(sheet, 6, 0) == "合计"
    assert at(sheet, 6, 3) == "3\n100.0%"
    note = at(sheet, 1, 0)
    assert "本表含敏感要素：性别" in note
    assert "条件使用了敏感要素：民族" in note
    assert "基准日期 2026-11" in sheet.foot


def test_nobody_gives_a_sheet_of_the_total_alone():
    sheet = cross_sheet(cross(WORLD, (), "性别", "民族"), "count", basis_of(WORLD), "无人")
    assert at(sheet, 4, 1) == 0


def test_charts_go_on_paper_and_their_numbers_on_a_sheet():
    charts = usual(WORLD, range(3), {})
    flow = chart_flow(charts, basis_of(WORLD), "查询结果", ("性别",))
    assert sum(len(getattr(block, "charts", ())) for block in flow.blocks) == len(charts)
    sheet = chart_sheet(charts, basis_of(WORLD), "查询结果", ("性别",))
    values = [each.value for each in sheet.cells]
    assert "年龄与性别" in values
    assert "本表含敏感要素：性别" in str(values[1])
