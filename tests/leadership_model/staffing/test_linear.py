import numpy as np
import pytest

from leadership_model.staffing.linear import Builder, Terms, terms, total


def small():
    builder = Builder()
    x = builder.variables(("a", "b", "c"), integer=True)
    y = builder.variable("y", 0.0, 5.0)
    builder.row("cap", terms(x, [1, 2, 3]) + 1.0, high=5.0)
    builder.row("tie", y - terms(x, 2.0), low=0.0, high=0.0)
    return builder.build(terms(x, [1, 0, 4]) + y * 0.5 + 7.0)


def test_objective_counts_its_constant():
    assert small().evaluate(np.array([1, 0, 1, 4.0])) == 1 + 4 + 2 + 7


def test_constant_of_a_row_moves_to_its_bounds():
    linear = small()
    assert linear.row_high[0] == 4.0
    assert linear.activity(np.array([1, 1, 0, 0.0])).tolist() == [3.0, -4.0]


@pytest.mark.parametrize(
    ("point", "broken"),
    [
        ([1, 0, 1, 4.0], ()),
        ([1, 1, 1, 6.0], ("cap", "y")),
        ([0, 0, 1, 1.0], ("tie",)),
        ([0.5, 0, 0, 1.0], ("a",)),
        ([2, 0, 0, 4.0], ("a",)),
    ],
)
def test_violations_are_named(point, broken):
    assert small().violations(np.array(point, dtype=float)) == broken


def test_columns_named_twice_are_added_up():
    builder = Builder()
    x = builder.variables(("a", "b"))
    builder.row("twice", terms(x) + terms(x[:1], 2.0) - terms(x[1:]), high=1.0)
    linear = builder.build()
    assert linear.columns.tolist() == [0]
    assert linear.values.tolist() == [3.0]


def test_sum_of_nothing_is_nothing():
    assert len(total(()).columns) == 0
    assert (Terms() * 2.0 + 3.0).constant == 3.0


def test_rows_can_be_added_and_left_out():
    linear = small().with_row("more", terms([0, 2], [1.0, 1.0]) - 1.0, low=0.0)
    assert linear.row_low[2] == 1.0
    shorter = linear.with_rows_kept(np.array([True, False, True]))
    assert shorter.row_names == ("cap", "more")
    assert shorter.activity(np.array([1, 1, 1, 0.0])).tolist() == [6.0, 2.0]


def test_variables_left_out_count_as_zero():
    linear = small()
    shorter = linear.with_variables_kept(np.array([2, 3]))
    assert shorter.names == ("c", "y")
    whole, part = np.array([0, 0, 1, 2.0]), np.array([1, 2.0])
    assert linear.evaluate(whole) == shorter.evaluate(part)
    assert linear.activity(whole).tolist() == shorter.activity(part).tolist()


def test_reduced_costs_take_the_price_of_the_rows_off():
    costs = small().reduced_costs(np.array([1.0, -1.0]))
    assert costs.tolist() == [1 - 1 - 2, 0 - 2 - 2, 4 - 3 - 2, 0.5 + 1]


def test_a_row_of_strangers_is_refused():
    builder = Builder()
    builder.row("strange", terms([3]), high=1.0)
    with pytest.raises((ValueError, IndexError)):
        builder.build()
