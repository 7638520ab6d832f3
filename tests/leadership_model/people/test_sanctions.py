import numpy as np
import pytest

from leadership_model import months
from leadership_model.people.gaps import OPEN
from leadership_model.people.person import Person, Sanction
from leadership_model.people.sanctions import end_month, end_span, end_spans, in_force, kinds_of
from leadership_model.people.snapshot import of_records

M = months.parse


@pytest.mark.parametrize(
    ("kind", "length"),
    [
        ("党内警告", 12),
        ("警告", 12),
        ("党内严重警告", 18),
        ("撤销党内职务", 24),
        ("政务警告", 6),
        ("记过", 12),
        ("政务记大过", 18),
        ("政务降级", 24),
        ("政务撤职", 24),
        ("诫勉谈话", 6),
    ],
)
def test_periods(kind, length):
    assert end_month(kind, M("2025-03")) == M("2025-03") + length


def test_given_end_wins():
    assert end_month("党内警告", M("2025-03"), M("2025-09")) == M("2025-09")


def test_setting_of_the_rule_goes_before_the_code_list():
    assert end_month("警告", M("2025-03"), None, {"党内警告": 24}) == M("2027-03")


def test_watching_takes_one_or_two_years_before_the_two_years_run():
    assert end_month("留党察看", M("2022-01")) is None
    assert end_span("留党察看", M("2022-01")) == (M("2025-01"), M("2026-01"))


def test_what_is_not_known_is_open():
    assert end_span(None, M("2022-01")) == (M("2022-01"), OPEN)
    assert end_span("党内警告", None) == (0, OPEN)
    assert end_span("别的处理", M("2022-01")) == (M("2022-01"), OPEN)


def asked(at, **fields):
    table = of_records([Person(id="p", name="甲"), Sanction(id="s", person="p", **fields)])[
        "sanction"
    ]
    surely, possibly = in_force(table.ints("month"), end_spans(table), M(at))
    return bool(surely[0]), bool(possibly[0])


@pytest.mark.parametrize(
    ("at", "answer"),
    [
        ("2025-02", (False, False)),
        ("2025-03", (True, True)),
        ("2026-02", (True, True)),
        ("2026-03", (False, False)),
    ],
)
def test_in_force_from_its_month_until_before_its_end(at, answer):
    assert asked(at, kind="党内警告", month=M("2025-03")) == answer


def test_in_force_where_something_is_unknown():
    assert asked("2025-05", kind=None, month=M("2025-03")) == (False, True)
    assert asked("2025-02", kind=None, month=M("2025-03")) == (False, False)
    assert asked("2025-05", kind="党内警告") == (False, True)
    assert asked("2025-05", kind="党内警告", ends=M("2025-06")) == (False, True)
    assert asked("2025-06", kind="党内警告", ends=M("2025-06")) == (False, False)
    assert asked("2025-01", kind="留党察看", month=M("2022-01")) == (False, True)


def test_no_rows():
    table = of_records([Person(id="p", name="甲")])["sanction"]
    assert end_spans(table).low.shape == (0,)
    assert in_force(np.zeros(0, np.int32), end_spans(table), 5)[0].shape == (0,)


def test_kinds_by_rule():
    assert kinds_of("S1") == ("党内警告",)
    assert kinds_of("S4") == ("留党察看", "开除党籍")
    assert "政务记过" in kinds_of("S5")
