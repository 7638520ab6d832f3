"""The readings of a requirement agree: for any plan the rows reach what judge says, and no more."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.judge import judge
from leadership_model.conditions.tree import Compare
from leadership_model.people.seating import VACANT
from leadership_model.staffing.board import Board, Place, assign
from leadership_model.staffing.breach import distance, limit_of
from leadership_model.staffing.linear import Builder
from leadership_model.staffing.rows import Setting, breached, satisfied
from leadership_model.staffing.solver import highs
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Rung,
    Scope,
    Share,
)
from tests.leadership_model.assessment.cast import (
    BLANK,
    EMPTY,
    NONE,
    OUTSIDE,
    WOMAN,
    requirement,
    world,
)

SIZE = 8
OLD = Compare("年龄", ">=", 50)
RUNGS = (Rung(None, 40, 2), Rung(41, 50, 1, 3), Rung(51, None, 0, 1))
KINDS = {
    "count": (Count(WOMAN), 4),
    "share": (Share(OLD), 1),
    "average": (Average("年龄"), 70),
    "average with 无": (Average("分数"), 10),
    "extent": (Extent("年龄"), 40),
    "extent with 无": (Extent("分数"), 10),
    "ladder": (Ladder("年龄", RUNGS), 0),
    "ladder with 无": (Ladder("分数", (Rung(3, 6, 2, 2), Rung(7, 9, 1))), 0),
    "cover": (Cover("专业", ("理", "农"), 1), 2),
    "cover twice": (Cover("专业", ("理", "农", "文"), 2), 3),
    "cover all": (Cover("性别", ("男", "女"), 2), 2),
    "cover of sets": (Cover("领域", ("经济", "法治", "城建"), 2), 3),
    "cover endless": (Cover("籍贯", ("甲县", "丙县"), 2), 2),
    "distinct": (Distinct("专业"), 4),
    "distinct closed": (Distinct("性别"), 2),
    "distinct endless": (Distinct("籍贯"), 4),
    "distinct of sets": (Distinct("领域"), 4),
    "concentration": (Concentration("专业"), 4),
    "concentration closed": (Concentration("性别"), 4),
    "concentration endless": (Concentration("籍贯"), 4),
    "concentration of sets": (Concentration("领域"), 4),
    "every": (Every(OLD), 0),
    "apart": (Apart(("籍贯",)), 0),
    "apart twice": (Apart(("籍贯", "专业")), 0),
    "apart of sets": (Apart(("领域",)), 0),
    "filled": (Filled(), 5),
    "carried": (Carried(("经济", "农业", "城建")), 3),
}
ages = st.one_of(
    st.integers(25, 60),
    st.just(BLANK),
    st.tuples(st.integers(38, 50), st.integers(1, 12)).map(lambda t: (t[0], t[0] + t[1])),
)
COLUMNS = {
    "年龄": ages,
    "分数": st.one_of(st.integers(0, 10), st.sampled_from([BLANK, NONE])),
    "性别": st.sampled_from(["男", "女", BLANK]),
    "专业": st.sampled_from(["理", "工", "农", "文", BLANK, NONE]),
    "籍贯": st.sampled_from(["甲县", "乙县", "丙县", BLANK]),
    "领域": st.sampled_from(["经济", "经济、法治", "城建", "农业+", "法治+", BLANK]),
}
posts = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["副职", "正职", "其他"]),
        "member": st.sampled_from([True, True, True, False]),
        "takes_quota": st.sampled_from([True, True, False, None]),
        "functions": st.sampled_from([None, "经济", "农业、城建"]),
    }
)


@st.composite
def boards(draw, kind):
    """Draw a team of five seats, some in play, a plan for them, and a requirement."""
    columns = {name: draw(st.lists(v, min_size=SIZE, max_size=SIZE)) for name, v in COLUMNS.items()}
    seats = [draw(st.sampled_from([at, at, OUTSIDE, EMPTY, EMPTY])) for at in range(5)]
    fields = draw(st.lists(posts, min_size=5, max_size=5))
    quota = (draw(st.sampled_from([None, 1])), draw(st.integers(1, 3)), 1)
    base = world(SIZE, seats, posts=fields, quota=quota, **columns)
    playing = [
        at
        for at in range(5)
        if seats[at] == EMPTY or (seats[at] != OUTSIDE and draw(st.booleans()))
    ]
    linked = len(playing) > 2 and draw(st.booleans())
    groups = (
        [tuple(playing[:2]), *((at,) for at in playing[2:])]
        if linked
        else [(at,) for at in playing]
    )
    free = [p for p in range(SIZE) if p not in seats or p in playing]
    measure, top = KINDS[kind]
    lo = draw(st.none() | st.integers(0, 2 * top).map(lambda n: Fraction(n, 2)))
    hi = draw(st.none() | st.integers(0, 2 * top).map(lambda n: Fraction(n, 2)))
    if lo is not None and hi is not None and lo > hi:
        lo, hi = hi, lo
    scope = Scope(
        draw(st.sampled_from(["全部", "全部", "副职"])), draw(st.sampled_from([None, None, "经济"]))
    )
    tolerance = draw(st.sampled_from([None, None, 0.0, 2.0, 3.5]))
    asked = requirement(measure, lo, hi, scope=scope, tolerance=tolerance, veto=draw(st.booleans()))
    order = draw(st.permutations(free))
    plan = {
        at: (order[at] if at < len(order) and draw(st.integers(0, 3)) else None)
        for at in range(len(groups))
    }
    return base, groups, free, asked, plan


def written(base, groups, free, plan):
    """Write a board in which everybody free may take every place, held at a plan."""
    holder = base.seating.holder
    places = tuple(Place(group, int(holder[group[0]])) for group in groups)
    place = np.repeat(np.arange(len(groups), dtype=np.int32), len(free))
    person = np.tile(np.array(free, dtype=np.int32), len(groups))
    board = Board(places, place, person, np.zeros(len(place), dtype=np.bool_))
    builder = Builder()
    loose = Board(
        tuple(Place(group, VACANT) for group in groups), board.place, board.person, board.stays
    )
    assign(builder, loose, base.person_ids)
    chosen = {at * len(free) + free.index(p) for at, p in plan.items() if p is not None}
    return builder, board, chosen


def after(base, groups, plan):
    changes = {post: VACANT for group in groups for post in group}
    for at, person in plan.items():
        for post in groups[at]:
            changes[post] = VACANT if person is None else person
    return base.with_holders(changes)


def held(linear, board, chosen):
    low, high = linear.low.copy(), linear.high.copy()
    for pair in range(board.pairs):
        low[pair] = high[pair] = float(pair in chosen)
    return linear.with_limits(low, high)


def hold_against_judge(base, groups, free, asked, plan):
    """See that at a plan the rows give s and the flag of a breach as judge does; give both."""
    builder, board, chosen = written(base, groups, free, plan)
    later = after(base, groups, plan)
    finding = judge(asked, 0, later)
    present = len(later.members(0, asked.scope))
    setting = Setting(builder, base, board, lambda place: base.facts, 0, present)
    s = satisfied(setting, asked)
    before = judge(asked, 0, base)
    breach = breached(setting, asked, limit_of(before))
    most = highs.solve(held(builder.build(s), board, chosen))
    assert most.objective == pytest.approx(finding.s_low, abs=1e-6)
    least = highs.solve(held(builder.build(breach * -1.0), board, chosen))
    red, was_red = finding.s_high == 0.0, before.s_high == 0.0
    failed = asked.veto and finding.s_high < 1.0 and before.s_high == 1.0
    drifted = red and was_red and distance(finding) > distance(before) + 1e-9
    new = (red and not was_red) or failed or drifted
    assert -least.objective == pytest.approx(float(new))
    return finding.s_low, new


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=20)
def test_rows_agree_with_judge(kind, data):
    hold_against_judge(*data.draw(boards(kind)))


def test_over_the_approved_quota_no_tolerance_helps():
    deputies = [{"role": "副职"}] * 2
    base = world(2, [EMPTY, EMPTY], posts=deputies, quota=(None, 1, None))
    asked = requirement(Filled(), 1, 3, scope=Scope("副职"), tolerance=5.0)
    places = [(0,), (1,)]
    assert hold_against_judge(base, places, [0, 1], asked, {0: 0, 1: None})[0] == 1
    assert hold_against_judge(base, places, [0, 1], asked, {0: 0, 1: 1})[0] == 0


def test_the_doubt_about_one_member_is_no_difference_of_ages():
    base = world(3, [0, 1], 年龄=[40, 50, (38, 50)])
    asked = requirement(Extent("年龄"), 8)
    places, free = [(0,), (1,)], [0, 1, 2]
    assert hold_against_judge(base, places, free, asked, {0: 0, 1: 1}) == (1, False)
    assert hold_against_judge(base, places, free, asked, {0: 2, 1: None}) == (0, True)


def test_members_of_unknown_origin_may_each_come_from_somewhere_else():
    base = world(5, [0, 1, 2], 籍贯=["甲县", "乙县", "丙县", BLANK, BLANK])
    places, free = [(0,), (1,), (2,)], [0, 1, 2, 3, 4]
    least, most = requirement(Distinct("籍贯"), 3), requirement(Distinct("籍贯"), None, 2)
    plan = {0: 0, 1: 3, 2: 4}  # one to three counties
    assert hold_against_judge(base, places, free, least, plan) == (0, False)
    assert hold_against_judge(base, places, free, most, plan) == (0.5, False)


def test_somebody_of_unknown_sex_is_no_second_sex_for_sure():
    base = world(3, [0, 1], 性别=["男", "女", BLANK])
    asked, places = requirement(Distinct("性别"), 2), [(0,), (1,)]
    assert hold_against_judge(base, places, [0, 1, 2], asked, {0: 0, 1: 1})[0] == 1
    assert hold_against_judge(base, places, [0, 1, 2], asked, {0: 0, 1: 2})[0] == 0.5
    assert hold_against_judge(base, places, [0, 1, 2], asked, {0: 2, 1: None})[0] == 0.5
