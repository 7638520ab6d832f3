"""同屏比较: what differs is said, for two to six different people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.errors import UserError
from leadership_model.papers import beside_sheet
from leadership_model.query.beside import beside, career_of, differing


@given(st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=6))
def test_who_has_not_what_most_have_differs(texts):
    marks = differing(texts)
    assert any(marks) == (len(set(texts)) > 1)
    most = max(map(texts.count, texts))
    winners = {text for text in texts if texts.count(text) == most}
    alone = next(iter(winners)) if len(winners) == 1 else None
    assert list(marks) == [len(set(texts)) > 1 and text != alone for text in texts]


def test_every_aspect_has_a_text_for_everybody(world):
    found = beside(world, [3, 1, 2])
    assert {"现任职务", "年龄", "学历", "职务层次"} <= {each.name for each in found}
    assert all(len(each.texts) == len(each.differs) == 3 for each in found)
    sex = next(each for each in found if each.name == "性别")
    raw = world.snapshot.people.raw("sex")
    assert list(sex.texts) == [raw[3], raw[1], raw[2]]


@pytest.mark.parametrize("people", [[1], [1, 1], list(range(7))])
def test_other_numbers_are_refused(world, people):
    with pytest.raises(UserError, match="2 到 6 人"):
        beside(world, people)


def test_the_sheet_marks_what_differs_and_writes_the_careers(world):
    sheet = beside_sheet.beside_sheet(world, [0, 1])
    values = {(cell.row, cell.column): cell for cell in sheet.cells}
    rows = {cell.value: row for (row, column), cell in values.items() if column == 0}
    for each in beside(world, [0, 1]):
        cells = [values[rows[each.name], at] for at in (1, 2)]
        assert [cell.value for cell in cells] == list(each.texts)
        assert [cell.tone == "yellow" for cell in cells] == list(each.differs)
    assert values[rows["履历"], 1].value == "\n".join(career_of(world.seating, 0))
    assert "2026-11" in str(values[1, 0].value)
    assert sheet.repeat == (2, 2)
