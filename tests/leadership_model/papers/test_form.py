"""The printed form: grid to the twip, texts that fit, nothing lost."""

import zipfile
from dataclasses import replace

import pytest

from leadership_model.papers import docx, form
from leadership_model.papers.fitting import pitch_of, size_for, width_of, wrapped
from leadership_model.papers.form_layout import LAYOUTS
from leadership_model.papers.form_text import EducationText, FormText, form_text, party_cell
from leadership_model.papers.grid import TENTHS_PER_TWIP, GridCell, GridPage
from leadership_model.people.person import Education, Person, Relative
from leadership_model.people.snapshot import of_records

RESUME = "\n".join(
    [
        "1998.09--2002.07  云溪大学经济学院财政学专业学习",
        "2002.07--2011.03  云溪市易溪县财政局科员",
        "                  （其间：2007.09--2009.12云溪市委党校在职研究生班学习）",
        "2011.03--         云溪市易溪县财政局局长",
    ]
)


def a_form(**changes) -> FormText:
    person = Person(
        id="p",
        name="沈岚",
        sex="女",
        birth=1980 * 12 + 2,
        party_joined=2004 * 12 + 5,
        resume=RESUME,
        absent="technical_title",
        **changes,
    )
    records = [
        person,
        Education(id="e1", person="p", mode="全日制", schooling="大学", degree="经济学学士"),
        Education(id="e2", person="p", mode="在职", schooling="中央党校研究生", school="中央党校"),
        *(Relative(id=f"r{i}", person="p", order=i, title="弟弟", name=f"沈{i}") for i in range(9)),
    ]
    return form_text(of_records(records), 0, 2026 * 12 + 10)


def test_the_grid_is_the_official_one():
    first, second = form.pages(a_form())
    assert sum(first.columns) == 9393
    assert sum(second.columns) == 9421
    assert first.heights[11] == 7133
    box = next(
        b for b in form.paper(a_form()).pages[0].boxes if b.paragraphs[0].runs[0].text == "姓名"
    )
    assert box.x == pytest.approx(1247 * TENTHS_PER_TWIP)
    assert box.width == pytest.approx((784 + 236) * TENTHS_PER_TWIP)
    assert box.height == pytest.approx(125.06, abs=0.05)
    assert box.borders == (1.5, 1.5, 1.0, 1.0)


def test_everything_stays_on_its_page():
    for page in form.pages(a_form()):
        assert page.left + sum(page.columns) <= page.size[0] - 300
        assert (
            page.top + page.heading_height + sum(page.heights) <= page.size[1] - page.bottom + 200
        )


def test_a_hole_or_an_overlap_in_a_grid_is_refused():
    common = {"size": (10, 10), "top": 0, "left": 0, "right": 0, "bottom": 0}
    with pytest.raises(ValueError, match="hole"):
        GridPage(**common, columns=(5, 5), heights=(5,), cells=(GridCell(row=0, column=0),))
    with pytest.raises(ValueError, match="twice"):
        GridPage(**common, columns=(5,), heights=(5,), cells=(GridCell(row=0, column=0),) * 2)


@pytest.mark.parametrize(
    ("month", "age"), [("202602", 45), ("202603", 46), ("20260331", 46), (None, 46)]
)
def test_age_counts_completed_years_and_the_birth_month_is_reached(month, age):
    assert a_form(age_month=month).birth == f"1980.03\n（{age}岁）"


def test_absent_is_printed_as_none_and_unknown_stays_blank():
    assert a_form().title == "无"
    assert a_form().speciality == ""


@pytest.mark.parametrize(
    ("fields", "cell"),
    [
        ({"party_joined": 2004 * 12 + 5}, "2004.06"),
        ({"party_joined": 2004 * 12 + 5, "other_parties": "民建"}, "2004.06；民建"),
        ({"party": "民建", "absent": "party_joined"}, "民建"),
        ({"party": "中共党员"}, ""),
    ],
)
def test_party_cell(fields, cell):
    assert party_cell(Person(id="p", name="甲", **fields)) == cell


def test_seven_relatives_at_most():
    assert len(a_form().family) == 7


def test_width_and_wrapping():
    assert width_of("2001.09--2004.07  ") == 9
    assert wrapped("县" * 21, 21) == 1
    assert wrapped("县" * 22, 21) == 2


def test_the_resume_box_takes_22_lines_at_14_points_and_shrinks_after():
    width, height = sum(form.STANDARD.first.columns[1:]), form.STANDARD.first.heights[11]
    line = "2001.09--2004.07  云溪市易溪县财政局科员"
    assert size_for([line] * 22, width, height, hanging=9) == 14.0
    assert size_for([line] * 23, width, height, hanging=9) < 14.0
    size = size_for([line] * 58, width, height, hanging=9)
    assert 58 * pitch_of(size) * 20 <= height


def test_the_word_file_holds_every_text_and_the_exact_widths(tmp_path):
    path = tmp_path / "form.docx"
    docx.write(path, [form.pages(a_form())])
    with zipfile.ZipFile(path) as file:
        text = file.read("word/document.xml").decode()
    for piece in ("沈岚", "1980.03", "易溪县财政局科员", "中央党校研究生", "沈6"):
        assert piece in text
    for width in form.STANDARD.first.columns + form.STANDARD.second.columns:
        assert f'w:w="{width}"' in text
    assert "沈7" not in text
    assert list(tmp_path.iterdir()) == [path]


def test_writing_many_forms_can_be_given_up(tmp_path):
    path, begun = tmp_path / "forms.docx", []

    def before_each(number):
        begun.append(number)
        if number == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        docx.write(path, [form.pages(a_form())] * 3, before_each)
    assert begun == [0, 1]
    assert list(tmp_path.iterdir()) == []


# The geometry of the official template in tenths of a millimetre, worked out by hand from its
# twips (x 254 / 1440): left edges of page one, then the upper edges of its rows.
LEFTS = (220.0, 358.2, 399.9, 630.1, 817.6, 1047.2, 1279.2, 1513.8, 1876.8)
TOPS = (260.9, 385.9, 508.0, 627.9, 753.0, 814.0, 875.1, 936.1, 997.1, 1122.2, 1247.2, 1372.3)
SECOND_LEFTS = (225.1, 356.0, 548.6, 773.3, 874.5, 1052.3, 1069.6, 1207.9, 1886.8)


def test_edges_lie_where_the_template_has_them_to_a_tenth_of_a_millimetre():
    both = EducationText(schooling="大学", degree="学士")
    first, second = form.paper(replace(a_form(), in_service=both)).pages
    lefts = {round(box.x, 1) for box in first.boxes if box.borders[0]}
    assert all(any(abs(left - each) <= 0.1 for each in LEFTS) for left in lefts)
    for edge in LEFTS[:-1]:
        assert any(abs(box.x - edge) <= 0.1 for box in first.boxes)
    for edge in TOPS:
        assert any(abs(box.y - edge) <= 0.1 for box in first.boxes)
    for edge in SECOND_LEFTS[:-1]:
        assert any(abs(box.x - edge) <= 0.1 for box in second.boxes)
    rights = {round(box.x + box.width, 1) for box in second.boxes if box.borders[0]}
    assert max(rights) == pytest.approx(SECOND_LEFTS[-1], abs=0.1)
    bottom = max(box.y + box.height for box in first.boxes)
    assert bottom == pytest.approx(1372.3 + 7133 * 254 / 1440, abs=0.1)


def test_the_form_of_2025_says_when_the_age_is_reached_and_moves_the_health():
    text = a_form(health="健康", level="县处级副职")
    page = form.pages(text, LAYOUTS["newer"])[0]
    said = {
        (cell.row, cell.column): "\n".join(r.text for p in cell.paragraphs for r in p.runs)
        for cell in page.cells
    }
    assert said[2, 5] == "到龄\n时间"
    # Born 1980-03 on the line of 60: every four months one more, at most 36 in all.
    assert said[2, 6] == "2043.03\n（63岁）"
    assert said[3, 0] == "健康\n状况"
    assert said[3, 2] == "健康"
    assert page.heights[3] == 680


def test_the_b5_form_is_that_of_its_page():
    first, second = form.pages(a_form(), LAYOUTS["b5"])
    assert first.size == (10318, 14570)
    assert first.columns == (686, 210, 1134, 896, 1120, 1148, 1133, 1806)
    assert first.heights[11] == 6163
    assert second.heights[4:11] == (601,) * 7
    assert (first.top, second.top) == (595, 1372)
    sizes = {run.size for cell in first.cells for p in cell.paragraphs for run in p.runs}
    assert max(sizes) == 12.0


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_stays_on_its_two_pages(layout):
    for page in form.pages(a_form(), layout):
        assert page.left + sum(page.columns) <= page.size[0] - 400
        assert page.top + page.heading_height + sum(page.heights) <= page.size[1] - 400


@pytest.mark.parametrize(
    ("name", "size"),
    [("赵云", 14.0), ("欧阳明月", 14.0), ("阿依古丽亚", 12.0), ("阿卜杜拉.x", 12.0)],
)
def test_names_take_the_sizes_of_the_template(name, size):
    page = form.pages(replace(a_form(), name=name))[0]
    cell = next(each for each in page.cells if (each.row, each.column) == (0, 2))
    assert cell.paragraphs[0].runs[0].size == size


def test_a_long_resume_shrinks_by_half_points_and_its_pitch_follows():
    line = "2001.09--2004.07  云溪市易溪县财政局科员"
    sizes = []
    for count in (12, 22, 30, 44, 58):
        page = form.pages(replace(a_form(), resume=(line,) * count))[0]
        first = next(each for each in page.cells if each.row == 11 and each.column == 1)
        size, pitch = first.paragraphs[0].runs[0].size, first.paragraphs[0].pitch
        assert pitch == (16.0 if size == 14.0 else size + 1)
        assert count * pitch <= 7133 / 20
        sizes.append(size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[:2] == [14.0, 14.0]
    assert all(size * 2 == int(size * 2) for size in sizes)
