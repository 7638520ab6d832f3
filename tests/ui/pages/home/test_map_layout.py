import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.areas import AreaRow
from ui.pages.home.map_layout import Sizes, arrange
from ui.pages.home.work import MapRow

SIZES = Sizes.of(narrow=False, scale=1.0)


def county(first, towns, departments):
    places = tuple(range(first, first + 6))
    more = tuple(range(first + 6, first + 6 + towns + departments))
    area = AreaRow(
        name="县", county=True, places=places, towns=more[:towns], departments=more[towns:]
    )
    return MapRow(area, 0, len(area.teams))


def city(first, count):
    area = AreaRow(name="市直部门", county=False, departments=tuple(range(first, first + count)))
    return MapRow(area, 0, count)


def overlaps(cells):
    boxes = [cell.rect.adjusted(0.1, 0.1, -0.1, -0.1) for cell in cells]
    return [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.intersects(b)]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 45)), min_size=1, max_size=4),
    st.integers(0, 60),
    st.floats(640, 1800),
)
def test_every_team_has_one_cell_inside_the_map_and_none_overlap(counties, own, width):
    rows, first = [], 0
    for towns, departments in counties:
        rows.append(county(first, towns, departments))
        first += 6 + towns + departments
    rows.append(city(first, own))
    layout = arrange(rows, width, Sizes.of(narrow=width < 1100, scale=1.0))
    assert sorted(cell.team for cell in layout.cells) == list(range(first + own))
    assert not overlaps(layout.cells)
    for cell in layout.cells:
        box = layout.rows[cell.row]
        assert box.rect.adjusted(-1, -1, 1, 1).contains(cell.rect)
        assert not cell.rect.intersects(box.label)
        assert cell.rect.right() <= box.share.left() + 1


def test_forty_departments_and_nine_towns_wrap_into_two_even_lines():
    layout = arrange([county(0, 9, 40)], 1318, SIZES)
    small = [cell for cell in layout.cells if not cell.large]
    lines = sorted({cell.rect.top() for cell in small})
    assert len(lines) == 2
    assert [sum(c.rect.top() == y for c in small[9:]) for y in lines] == [20, 20]


@pytest.mark.parametrize(("count", "lines"), [(40, [40]), (45, [23, 22]), (0, [])])
def test_the_citys_own_teams_fill_lines_of_the_same_length(count, lines):
    layout = arrange([city(0, count)], 1318, SIZES)
    tops = sorted({cell.rect.top() for cell in layout.cells})
    assert [sum(c.rect.top() == y for c in layout.cells) for y in tops] == lines


def test_the_citys_own_units_stand_under_a_heading_of_their_own():
    layout = arrange([county(0, 1, 1), city(8, 3), city(11, 2)], 1318, SIZES)
    assert [text for _, text in layout.sections] == ["市直单位"]
