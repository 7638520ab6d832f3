"""The row model: Qt's own tester, sorting, filtering, ids that survive both."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.rows import RowModel, check_column

NAMES = ["王伟", "李娜", "张三", "李娜", ""]
AGES = [45, 38, -1, 52, 45]


def columns():
    return (
        Column(id="name", title="姓名", cell=lambda i: NAMES[i % 5], search=True),
        Column(
            id="age",
            title="年龄",
            cell=lambda i: Cell(text=str(AGES[i % 5]), tail="岁"),
            keys=lambda items: np.array([AGES[i % 5] for i in items]),
            align="right",
        ),
    )


def model(count=5, tested=True):
    made = RowModel()
    if tested:
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        made.tester = QAbstractItemModelTester(made, mode)
    made.show(columns(), np.arange(count), [f"p{i}" for i in range(count)])
    return made


def test_rows_are_shown_as_given(qapp):
    rows = model()
    assert rows.rowCount() == 5
    assert rows.shown_ids() == ("p0", "p1", "p2", "p3", "p4")
    assert rows.index(1, 1).data() == "38 岁"
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "年龄"
    assert rows.index(1, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert rows.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((("age", False),), ("p1", "p0", "p4", "p3", "p2")),
        ((("age", True),), ("p3", "p0", "p4", "p1", "p2")),
        ((("name", False), ("age", True)), ("p3", "p1", "p0", "p2", "p4")),
        ((), ("p0", "p1", "p2", "p3", "p4")),
    ],
    ids=["up", "down, missing last", "two keys", "as given"],
)
def test_sorting(qapp, keys, expected):
    rows = model()
    rows.sort_by(keys)
    assert rows.shown_ids() == expected


def test_persistent_indices_follow_their_rows(qapp):
    rows = model()
    kept = QPersistentModelIndex(rows.index(3, 1))
    rows.sort_by((("age", True),))
    assert rows.id_at(kept.row()) == "p3"
    assert kept.column() == 1


def test_letters_find_pinyin_and_its_initials(qapp):
    rows = model()
    for typed in ("ln", "lina", "li"):
        rows.filter_text(typed)
        assert rows.shown_ids() == ("p1", "p3"), typed
    rows.filter_text("xyz")
    assert rows.shown_ids() == ()
    rows.filter_text("")
    assert len(rows.shown_ids()) == 5


def test_words_filter_searched_columns(qapp):
    rows = model()
    rows.filter_text("李")
    assert rows.shown_ids() == ("p1", "p3")
    rows.filter_text("45")  # ages are not searched
    assert rows.rowCount() == 0
    rows.filter_text("")
    assert rows.rowCount() == 5
    assert not rows.filtered


def test_values_filter_and_add_up(qapp):
    rows = model()
    rows.filter_values("name", {"李娜", "王伟"})
    rows.filter_values("age", {"45 岁"})
    assert rows.shown_ids() == ("p0",)
    rows.filter_values("age", None)
    assert rows.shown_ids() == ("p0", "p1", "p3")
    rows.clear_filters()
    assert rows.rowCount() == 5


def test_sort_and_filter_stay_when_other_rows_are_shown(qapp):
    rows = model()
    rows.sort_by((("age", True),))
    rows.filter_text("李")
    rows.show(columns(), np.arange(4), [f"q{i}" for i in range(4)])
    assert rows.shown_ids() == ("q3", "q1")


def test_checks_belong_to_ids(qapp, heard):
    rows = RowModel()
    rows.check_column = 0
    rows.show((check_column(), *columns()), np.arange(5), [f"p{i}" for i in range(5)])
    rows.checks_changed.connect(heard.note)
    assert rows.setData(
        rows.index(2, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
    )
    rows.sort_by((("age", False),))
    at = rows.row_of("p2")
    assert rows.cell(at, 0).check is True
    assert rows.index(at, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    rows.show((check_column(), *columns()), np.arange(2), ["p0", "p1"])
    assert rows.checked == set()
    assert heard


def test_only_rows_in_sight_are_prepared(qapp):
    asked = []
    column = Column(id="a", title="A", cell=lambda i: asked.append(i) or "x")
    rows = RowModel()
    rows.show((column,), np.arange(8000), [str(i) for i in range(8000)])
    assert asked == []
    rows.cell(7, 0)
    rows.cell(7, 0)
    assert asked == [7]
    rows.refresh_cells()
    rows.cell(7, 0)
    assert asked == [7, 7]


def test_ids_and_items_must_match(qapp):
    with pytest.raises(ValueError, match="3 items, but 2 ids"):
        RowModel().show((), [1, 2, 3], ["a", "b"])


@given(
    st.lists(st.one_of(st.none(), st.floats(-50, 50)), max_size=30),
    st.booleans(),
)
def test_sorting_agrees_with_python(values, down):
    keys = np.array([np.nan if each is None else each for each in values], dtype=float)
    column = Column(id="v", title="V", cell=str, keys=lambda items: keys)
    rows = RowModel()
    rows.show((column,), np.arange(len(values)), [str(i) for i in range(len(values))])
    rows.sort_by((("v", down),))
    known = [i for i, each in enumerate(values) if each is not None]
    known.sort(key=lambda i: -values[i] if down else values[i])
    expected = known + [i for i, each in enumerate(values) if each is None]
    assert rows.shown.tolist() == expected
