import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.charts.spec import Bar, Bars
from leadership_model.papers.breaking import NEVER_FIRST, lines, width_of
from leadership_model.papers.flow import (
    MARGINS,
    Contents,
    Flow,
    FlowCharts,
    FlowColumn,
    NewPage,
    Words,
    table,
)
from leadership_model.papers.pages import SLACK, anchors, paper_of
from leadership_model.papers.paper import A4

TOP, RIGHT, BOTTOM, LEFT = MARGINS
LETTERS = "汉字，。（）、；：“”A1 b2.3%"
COLUMNS = (FlowColumn("甲", 1), FlowColumn("乙", 3, "left"))


def words(page):
    return ["".join(run.text for p in box.paragraphs for run in p.runs) for box in page.boxes]


@settings(max_examples=200, deadline=None)
@given(st.text(LETTERS, max_size=120), st.integers(4, 30), st.integers(0, 3))
def test_lines_hold_every_character_within_the_room(text, room, first):
    found = lines(text, room, first)
    assert "".join(found) == text
    for number, each in enumerate(found):
        assert width_of(each) + (first if number == 0 else 0) <= room or len(each) == 1


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["汉", "字", "，字", "（甲）", "乙。"])), st.integers(6, 30))
def test_no_closing_mark_begins_a_line_and_no_opening_one_ends_it(pieces, room):
    for before, after in itertools.pairwise(lines("".join(pieces), room)):
        assert after[0] not in NEVER_FIRST
        assert before[-1] != "（"


def test_a_word_stays_together_and_a_line_feed_ends_a_line():
    assert lines("自2026.11起", 4) == ["自", "2026.11", "起"]
    assert lines("一\n二三", 9) == ["一", "二三"]
    assert lines("甲乙丙。", 3) == ["甲乙", "丙。"]


def document(count, rows=40):
    blocks = []
    for number in range(count):
        blocks += [
            NewPage() if number else Words("title", "总标题"),
            Words("h1", f"第{number}章", f"place_{number}"),
            Words("body", "正文内容" * 60),
            table(COLUMNS, [(str(row), f"第{number}章第{row}行") for row in range(rows)]),
        ]
    return blocks


@pytest.mark.parametrize("rows", [0, 1, 40, 120])
def test_everything_stands_once_within_the_type_area_and_heads_come_again(rows):
    paper = paper_of(Flow("文件", tuple(document(2, rows)), "基准日期 2026-11"))
    seen = [word for page in paper.pages for word in words(page)]
    for number in range(2):
        for row in range(rows):
            assert seen.count(f"第{number}章第{row}行") == 1
    for number, page in enumerate(paper.pages, 1):
        assert page.size == A4
        assert f"— {number} —" in words(page)
        assert "基准日期 2026-11" in words(page)
        inside = [box for box in page.boxes if box.y < A4[1] - BOTTOM]
        for box in inside:
            assert box.y >= TOP - 1
            assert box.y + box.height <= A4[1] - BOTTOM + 2
            assert box.x >= LEFT - SLACK - 1
    rows_on = [page for page in paper.pages if any("行" in word for word in words(page))]
    assert all("甲" in words(page) for page in rows_on)


def test_odd_pages_have_their_number_at_the_right_even_ones_at_the_left():
    paper = paper_of(Flow("文件", tuple(document(2))))
    for number, page in enumerate(paper.pages, 1):
        box = next(b for b in page.boxes if words(page)[page.boxes.index(b)] == f"— {number} —")
        assert box.paragraphs[0].align == ("right" if number % 2 else "left")


def test_contents_name_the_page_each_part_begins_on():
    entries = tuple((f"第{number}章", f"place_{number}") for number in range(3))
    flow = Flow("文件", (Contents(entries), NewPage(), *document(3)))
    paper, places = paper_of(flow), anchors(flow)
    for number in range(3):
        begins = next(
            at
            for at, page in enumerate(paper.pages, 1)
            if f"第{number}章" in words(page)[:60] and at > 1
        )
        assert places[f"place_{number}"] == begins
        assert str(begins) in words(paper.pages[0])


def test_a_chart_and_its_caption_stay_on_one_page():
    chart = Bars(title="图", bars=(Bar(label="甲", value=1),))
    blocks = [Words("body", "内容" * 500), FlowCharts((chart, chart), ("图一", "图二"), 900.0)]
    paper = paper_of(Flow("文件", tuple(blocks)))
    (page,) = [each for each in paper.pages if each.drawings]
    assert len(page.drawings) == 2
    assert {"图一", "图二"} <= set(words(page))
    for each in page.drawings:
        assert each.y + each.height <= A4[1] - BOTTOM
        assert each.x >= LEFT
        assert each.x + each.width <= A4[0] - RIGHT + 1


def test_a_heading_is_not_left_alone_at_the_foot():
    for filling in range(16, 24):
        blocks = [
            *(Words("body", "行") for _ in range(filling)),
            Words("h1", "标题"),
            Words("body", "下文"),
        ]
        paper = paper_of(Flow("文件", tuple(blocks)))
        page = next(page for page in paper.pages if "标题" in words(page))
        assert "下文" in words(page)


def test_a_row_of_another_width_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        table(COLUMNS, [("一",)])
