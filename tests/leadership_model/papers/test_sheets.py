import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.papers.paper import A4
from leadership_model.papers.sheets import MARGIN, paper_of
from leadership_model.papers.spread import Spread, SpreadCell


def table(rows, text="云溪市", *, landscape=True, repeat=(0, 0)):
    cells = [SpreadCell(row=0, column=c, value=f"列{c}", kind="head") for c in range(3)]
    cells += [
        SpreadCell(row=r, column=c, value=f"{text}{r}")
        for r in range(1, rows + 1)
        for c in range(3)
    ]
    return Spread(
        name="表",
        widths=(10, 20, 30),
        cells=tuple(cells),
        repeat=repeat,
        landscape=landscape,
        foot="基准日期 2026-11",
    )


def words(page):
    return ["".join(run.text for p in box.paragraphs for run in p.runs) for box in page.boxes]


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 150), st.booleans(), st.sampled_from(["短", "很长的文字" * 12]))
def test_every_row_stands_once_and_every_page_has_the_head_and_its_number(rows, landscape, text):
    paper = paper_of("表", [table(rows, text, landscape=landscape)])
    seen = [word for page in paper.pages for word in words(page)]
    for row in range(1, rows + 1):
        assert seen.count(f"{text}{row}") == 3
    assert seen.count("列0") == len(paper.pages)
    wide, high = (A4[1], A4[0]) if landscape else A4
    for number, page in enumerate(paper.pages, 1):
        assert page.size == (wide, high)
        assert any(f"第 {number} 页，共 {len(paper.pages)} 页" in word for word in words(page))
        for box in page.boxes:
            assert box.x >= MARGIN - 1
            assert box.x + box.width <= wide - MARGIN + 1
            assert box.y + box.height <= high - MARGIN + 1


def test_rows_joined_by_a_tall_cell_stay_on_one_page():
    base = table(60)
    tall = SpreadCell(row=26, column=0, rows=8, value="合并")
    inside = {(row, 0) for row in range(26, 34)}
    cells = tuple(c for c in base.cells if (c.row, c.column) not in inside)
    spread = Spread(name="表", widths=base.widths, cells=(*cells, tall), repeat=(0, 0))
    for page in paper_of("表", [spread]).pages:
        found = words(page)
        assert (found.count("合并") == 1) == ("云溪市26" in found) == ("云溪市33" in found)


def test_tones_become_grounds_and_titles_have_no_border():
    spread = Spread(
        name="表",
        widths=(10,),
        cells=(
            SpreadCell(row=0, column=0, value="标题", kind="title"),
            SpreadCell(row=1, column=0, value="头", kind="head"),
            SpreadCell(row=2, column=0, value="达标", tone="green"),
            SpreadCell(row=3, column=0, value=2.5, kind="number"),
        ),
    )
    boxes = paper_of("表", [spread]).pages[0].boxes
    assert [box.tone for box in boxes[:4]] == ["", "head", "green", ""]
    assert boxes[0].borders == (0, 0, 0, 0)
    assert min(boxes[1].borders) > 0
    assert boxes[3].paragraphs[0].runs[0].text == "2.5"


@pytest.mark.parametrize("widths", [(10, 10), (60, 200)])
def test_wide_sheets_are_set_smaller_so_that_they_fit(widths):
    cells = tuple(SpreadCell(row=0, column=c, value="字") for c in range(2))
    page = paper_of("表", [Spread(name="表", widths=widths, cells=cells)]).pages[0]
    size = page.boxes[0].paragraphs[0].runs[0].size
    assert size == (11.0 if sum(widths) < 100 else 6.0)
