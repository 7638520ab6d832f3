"""What teams reach in an indicator system: means, weights, ranges, places."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.assessment import performance as of
from leadership_model.people.indicator_system import Item, System, entry_of
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Indicator, Team

A = Item(id="a", name="甲", weight=60.0)
B = Item(id="b", name="乙", weight=40.0, target=0.0, floor=4.0, direction="down", unit="个")
HEAD = Item(id="h", name="头", weight=50.0, items=(A, B))
C = Item(id="c", name="丙", weight=50.0)
SYSTEM = System(
    id="y", name="绩效", categories=("乡镇",), period="half", share=15.0, items=(HEAD, C)
)


def entry(team, item, value, period="H1", year=2026, system="y"):
    return Indicator(
        id=f"i {team} {item} {year}{period}",
        team=team,
        year=year,
        name=item,
        value=value,
        system=system,
        period=period,
    )


def base(*entries, teams=("t1",)):
    made = [Team(id=each, unit=None, name=each, category="乡镇") for each in teams]
    return of_records([*made, entry_of(SYSTEM), *entries])


def full(team, a, b, c, period="H1"):
    return [entry(team, i, v, period) for i, v in (("a", a), ("b", b), ("c", c))]


def test_points_are_weighed_up_the_tree():
    node = of.reached(base(*full("t1", "90", "1", "80")), SYSTEM, 0, 2026, "H1")
    head, last = node.parts
    assert (head.low, head.high) == (84.0, 84.0)  # 0.6 x 90 + 0.4 x 75
    assert last.low == 80.0
    assert (node.low, node.high, node.told, node.asked) == (82.0, 82.0, 3, 3)
    assert of.share_of(SYSTEM, node) == (pytest.approx(12.3), pytest.approx(12.3))


def test_what_is_not_entered_is_a_range_never_zero():
    node = of.reached(base(entry("t1", "a", "90")), SYSTEM, 0, 2026, "H1")
    assert (node.low, node.high) == (27.0, 97.0)  # 0.5 x 0.6 x 90; the rest 0 or 100
    nothing = of.reached(base(), SYSTEM, 0, 2026, "H1")
    assert (nothing.low, nothing.high, nothing.told) == (0.0, 100.0, 0)


def test_what_does_not_exist_leaves_its_weight_to_its_like():
    node = of.reached(base(*full("t1", "90", "无", "80")), SYSTEM, 0, 2026, "H1")
    assert (node.parts[0].low, node.low, node.told) == (90.0, 85.0, 3)
    both = of.reached(base(*full("t1", "无", "无", "80")), SYSTEM, 0, 2026, "H1")
    assert (both.parts[0].low, both.low, both.high) == (None, 80.0, 80.0)


def test_the_year_is_the_mean_of_its_halves():
    found = base(*full("t1", "100", "0", "100"), *full("t1", "80", "0", "100", "H2"))
    node = of.reached(found, SYSTEM, 0, 2026, "")
    assert (node.low, node.told, node.asked) == (97.0, 6, 6)  # 甲 90 on the whole
    half = of.reached(base(*full("t1", "100", "0", "100")), SYSTEM, 0, 2026, "")
    assert (half.low, half.high) == (50.0, 100.0)


def test_entries_of_other_systems_years_and_plain_figures_do_not_count():
    other = [entry("t1", "a", "10", system="z"), entry("t1", "a", "20", year=2025)]
    plain = Indicator(id="p", team="t1", year=2026, name="a", value="30")
    node = of.reached(base(*other, plain), SYSTEM, 0, 2026, "H1")
    assert node.told == 0


def test_places_are_ranges_while_entries_are_missing():
    entries = [
        *full("t1", "90", "0", "90"),  # 92
        *full("t2", "80", "0", "80"),  # 84
        *[e for e in full("t3", "90", "0", "90") if e.name != "c"],  # 47 to 97
        *full("t5", "80", "0", "80"),  # 84
    ]
    found = base(*entries, teams=("t1", "t2", "t3", "t4", "t5"))
    teams = of.teams_of(found, SYSTEM)
    places = {each.team: (each.best, each.worst) for each in
              of.standings(found, SYSTEM, teams, 2026, "H1")}  # fmt: skip
    assert places == {0: (1, 2), 1: (2, 3), 4: (2, 3), 2: (1, 4), 3: (None, None)}
    order = [each.team for each in of.standings(found, SYSTEM, teams, 2026, "H1")]
    assert order == [0, 1, 4, 2, 3]


def test_places_do_not_depend_on_the_order_of_teams():
    entries = [*full("t1", "90", "0", "90"), *full("t2", "80", "0", "80"), entry("t3", "a", "70")]
    found = base(*entries, teams=("t1", "t2", "t3"))
    assert of.standings(found, SYSTEM, (2, 0, 1), 2026, "H1") == of.standings(
        found, SYSTEM, (0, 1, 2), 2026, "H1"
    )


values = st.one_of(st.none(), st.integers(0, 100).map(str), st.just("无"))


@given(st.tuples(values, values, values), st.tuples(*(st.integers(0, 100),) * 3))
def test_filling_what_is_missing_stays_inside_the_range(told, filled):
    """Law: any way of entering what is not entered gives points inside low..high."""
    names = ("a", "b", "c")
    known = [entry("t1", n, v) for n, v in zip(names, told, strict=True) if v is not None]
    missing = [n for n, v in zip(names, told, strict=True) if v is None]
    before = of.reached(base(*known), SYSTEM, 0, 2026, "H1")
    more = [entry("t1", n, str(v)) for n, v in zip(names, filled, strict=True) if n in missing]
    after = of.reached(base(*known, *more), SYSTEM, 0, 2026, "H1")
    if before.low is None:
        assert after.low is None
        return
    assert after.sure
    assert before.low - 1e-6 <= after.low <= before.high + 1e-6


def test_the_trend_holds_the_periods_anything_is_entered_of():
    found = base(*full("t1", "90", "0", "90"), entry("t1", "a", "90", "H2", 2025))
    told = of.trend(found, SYSTEM, 0, (2024, 2025, 2026))
    assert [(year, code, node.sure) for year, code, node in told] == [
        (2025, "H2", False),
        (2026, "H1", True),
    ]


def test_a_system_that_does_not_hold_for_a_year_says_nothing_of_it():
    found = base(*full("t1", "90", "0", "90"))
    assert of.of_year(found, 0, "绩效", 2026) is not None
    assert of.of_year(found, 0, "别的", 2026) is None
    late = of_records([
        Team(id="t1", unit=None, name="甲", category="乡镇"),
        entry_of(replace(SYSTEM, first=2027)),
        *full("t1", "90", "0", "90"),
    ])  # fmt: skip
    assert of.of_year(late, 0, "绩效", 2026) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("85", 85.0), ("85.5%", 85.5), ("-2", -2.0), ("", None), ("无", None), ("1e3", None),
     ("八", None), ("85.", 85.0), ("٣", None)],
)  # fmt: skip
def test_only_plain_numbers_are_read(text, value):
    assert of.number(text) == value
