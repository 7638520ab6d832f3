"""A roster held against a base: what differs, which side is taken, what is written."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.exchange import checking, roster
from leadership_model.exchange.clean import clean
from leadership_model.exchange.plan import Base
from leadership_model.exchange.roster_fixes import fixed
from leadership_model.papers.check_list import check_list
from leadership_model.people.person import Education, Person
from leadership_model.people.snapshot import of_records

HEADS = ["姓名", "现任职务", "性别", "出生年月", "入党时间", "参加工作时间", "全日制学历", "备注"]


@pytest.fixture(scope="module")
def base():
    return Base(
        of_records(
            [
                Person(
                    id="p1", name="沈岚", sex="女", birth=months.of(1980, 3), party="中共党员",
                    party_joined=months.of(2004, 6), post_text="易溪县财政局局长",
                    work_start=months.of(2002, 7),
                ),
                Person(id="p2", name="赵云", sex="男", birth=months.of(1985, 1)),
                Person(id="p3", name="陈默", birth=months.of(1970, 1)),
                Education(id="e", person="p1", mode="全日制", schooling="大学"),
            ]
        )
    )  # fmt: skip


def book(*rows, heads=HEADS):
    made = Workbook()
    made.active.append(["干部名册"])
    made.active.append(heads)
    for row in rows:
        made.active.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


ROWS = (
    ["沈岚", "易溪县财政局副局长", "女", "1980.03", "2004-06", "2002.08", "大专", ""],
    ["赵云", "", "男", 1985.01, "", "", "", ""],
    ["新人", "易溪县科员", "男", "1990.01", "", "", "", ""],
)


def checked(base, content, wanted=()):
    forms, issues = roster.read(content, "名册.xlsx")
    assert not [each for each in issues if each.severity == "error"]
    return checking.check([clean(each) for each in forms], base, wanted)


def test_only_what_means_something_else_is_a_difference(base):
    found = checked(base, book(*ROWS), ("p1", "p2", "p3"))
    assert [(each.name, each.title, each.ours, each.theirs) for each in found.differences] == [
        ("沈岚", "参加工作时间", "200207", "200208"),
        ("沈岚", "全日制学历", "大学", "大专"),
        ("沈岚", "现任职务", "易溪县财政局局长", "易溪县财政局副局长"),
    ]
    assert {each.line for each in found.differences} == {3}
    assert (found.compared, found.same) == (2, 1)
    assert [each.name for each in found.alone] == ["新人"]
    assert found.lacking == ("p3",)


def test_letters_that_differ_are_found():
    assert checking.spans("易溪县财政局局长", "易溪县财政局副局长") == ((), ((6, 7),))
    assert checking.spans("甲乙", "甲丙") == (((1, 2),), ((1, 2),))
    assert checking.spans("", "甲") == ((), ((0, 1),))
    assert checking.spans("甲", "甲") == ((), ())


def test_what_is_taken_from_the_roster_is_all_the_plan_changes(base):
    found = checked(base, book(*ROWS))
    one = next(each for each in found.differences if each.tag == "XianRenZhiWu")
    made = checking.accepted(found, [one.id])
    (entry,) = made.of("changed")
    assert entry.person is not None
    assert entry.person.post_text == "易溪县财政局副局长"
    assert entry.person.work_start == months.of(2002, 7)
    assert made.of("new") == ()
    assert checking.accepted(found, []).empty


def test_our_side_is_written_into_the_roster(base):
    content = book(*ROWS)
    found = checked(base, content)
    wanted = [each for each in found.differences if each.tag != "XianRenZhiWu"]
    made, left = fixed(content, "名册.xlsx", wanted)
    assert left == ()
    rows = list(load_workbook(io.BytesIO(made)).active.iter_rows(values_only=True))
    assert rows[2][5:7] == ("2002.07", "大学")
    assert rows[2][1] == "易溪县财政局副局长"
    again = checked(base, made)
    assert [each.tag for each in again.differences] == ["XianRenZhiWu"]


def test_a_text_like_a_formula_stays_a_text(base):
    content = book(["沈岚", "甲", "女", "1980.03", "", "", "", ""])
    found = checked(base, content)
    (odd,) = [each for each in found.differences if each.tag == "XianRenZhiWu"]
    made, _ = fixed(content, "名册.xlsx", [type(odd)(*(*odd_fields(odd)[:7], "=1+1", odd.theirs))])
    assert load_workbook(io.BytesIO(made)).active["B3"].data_type == "s"


def odd_fields(each):
    return tuple(getattr(each, name) for name in each.__dataclass_fields__)


def test_what_has_no_column_is_told(base):
    content = book(["沈岚", "1980.03", "局长"], heads=["姓名", "出生年月", "职务"])
    found = checked(base, content)
    lost = [checking.Difference(*(*odd_fields(each)[:5], "ShenFenZheng", "x", "1", "2"))
            for each in found.differences[:1]]  # fmt: skip
    _, left = fixed(content, "名册.xlsx", lost)
    assert left == tuple(lost)
    with pytest.raises(UserError, match="另存为"):
        fixed(b"old", "名册.xls", lost)


def test_the_list_marks_letters_and_names_who_is_on_one_side_only(base):
    found = checked(base, book(*ROWS), ("p3",))
    sheet = check_list(found, {"p3": "陈默"}, "基准日期 2026-11")
    marked = {(cell.row, cell.column): cell.marks for cell in sheet.cells if cell.marks}
    assert marked[(5, 4)] == ((6, 7),)
    told = [cell.value for cell in sheet.cells if cell.row > 5]
    assert "新人" in told
    assert "陈默" in told


def test_form_files_are_held_against_a_roster_too(base):
    forms, _ = roster.read(book(*ROWS), "a.xlsx")
    files = checking.base_of([clean(each) for each in forms])
    found = checking.check([clean(each) for each in forms], files)
    assert (found.compared, found.differences) == (3, ())


def test_a_roster_we_write_ourselves_differs_in_nothing(tmp_path):
    from leadership_model.papers import roster as paper
    from leadership_model.papers import xlsx
    from leadership_model.people.seating import seat
    from leadership_model.sample import city

    snapshot = of_records(city.draw(people=80, seed=2).records)
    seating = seat(snapshot, months.of(2026, 11))
    for layout in ("roster", "team"):
        sheet = paper.roster(seating, range(80), paper.RosterNotes(layout=layout))
        xlsx.write(tmp_path / "名册.xlsx", [sheet])
        forms, _ = roster.read((tmp_path / "名册.xlsx").read_bytes(), "名册.xlsx")
        found = checking.check([clean(each) for each in forms], Base(snapshot))
        told = [(each.name, each.title, each.ours, each.theirs) for each in found.differences]
        assert told == []
        assert found.compared >= 75
