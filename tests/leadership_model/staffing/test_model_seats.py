"""What a model asks of seats: functions, numbers of seats held, carried functions."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.judge import judge
from leadership_model.conditions.tree import All, Compare, Not
from leadership_model.people.seating import VACANT
from leadership_model.staffing.layout import Layout, Seats, layout_of
from leadership_model.staffing.model_check import asked_of, check_model, clashes
from leadership_model.staffing.model_clash import clash_of
from leadership_model.staffing.model_loosen import ease_text, loosened, loosening
from leadership_model.structure.requirement import (
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Filled,
    Scope,
    Share,
)
from tests.leadership_model.staffing import small
from tests.leadership_model.staffing.small import MODEL, requirement

WOMAN, OLD = Compare("性别", "=", "女"), Compare("年龄", ">=", 45)
KINDS = (("1970-05", "男"), ("1970-05", "女"), ("1990-05", "男"), ("1990-05", "女"))
SHEETS = (None, "性别 = 女", "年龄 >= 45 且 性别 = 男")


def base(posts, quota=(1, 3)):
    """One team with empty seats; of every kind of person as many as there are seats."""
    people = [
        small.person(f"{kind}{copy}", birth=birth, sex=sex)
        for kind, (birth, sex) in enumerate(KINDS)
        for copy in range(len(posts))
    ]
    return small.world(*people, *small.team("t", posts, quota=quota), models=())


def found(world, *asked):
    layout = layout_of(0, world, asked)
    return asked_of(asked, world.catalogue, layout)


def clash(posts, *asked, quota=(1, 3)):
    return clash_of(found(base(posts, quota), *asked))


def ways(posts, *asked, quota=(1, 3)):
    return [ease_text(each) for each in loosening(found(base(posts, quota), *asked))]


FARM = {"functions": "农业"}


def test_nobody_can_be_counted_where_no_seat_carries_the_function():
    women = requirement("农业女", Count(WOMAN), lo=1, scope=Scope(function="农业"))
    mean = requirement("农业年龄", Average("年龄"), hi=50, scope=Scope(function="农业"))
    assert clash([{}, {}], women) == ("农业女",)
    assert clash([{}, FARM], women) == ()
    assert clash([{}, {}], mean) == ("农业年龄",)
    assert ways([{}, {}], mean) == ["不再要求“农业年龄”（≤ 50）"]


def test_holders_of_a_function_are_members_of_the_whole():
    farm = requirement("农业女", Count(WOMAN), lo=2, scope=Scope(function="农业"))
    few = requirement("女", Count(WOMAN), hi=1)
    assert clash([{}, FARM, FARM], farm, few) == ("农业女", "女")
    assert clash([{}, FARM, {}], farm) == ("农业女",)


def test_a_function_is_carried_by_whom_the_sheet_of_its_seat_allows():
    sheet = FARM | {"requires": "性别 = 女"}
    carried = requirement("板块", Carried(("农业",)), lo=1)
    men = requirement("男", Every(Not(WOMAN)))
    assert clash([{}, sheet], carried) == ()
    assert clash([{}, sheet], carried, men) == ("板块", "男")
    assert clash([{}, sheet, FARM], carried, men) == ()
    assert clash([{}, {}], carried) == ("板块",)


def test_seats_may_stay_empty_where_their_number_is_asked():
    few = requirement("同性别", Concentration("性别"), hi=1)
    assert clash([{}, {}, {}], few) == ("同性别",)
    assert clash([{}, {}, {}], few, requirement("配备", Filled(), lo=2)) == ()
    assert clash([{}, {}, {}], few, requirement("配备", Filled(), lo=3)) == ("同性别", "配备")
    assert clash([{}, {}, {}], few, requirement("配备", Filled(), hi=3)) == ("同性别",)
    assert clash([{}, {}, {}], few, requirement("配备", Filled(), hi=2)) == ()


def test_the_approved_quota_is_a_fact():
    deputies = requirement("副职", Filled(), lo=3, scope=Scope("副职"))
    women = requirement("女副职", Count(WOMAN), lo=3, scope=Scope("副职"), points=1.0)
    assert clash([{}, {}, {}, {}], deputies, women, quota=(1, 3)) == ()
    assert clash([{}, {}, {}, {}], deputies, women, quota=(1, 2)) == ("副职", "女副职")
    assert ways([{}, {}, {}, {}], deputies, women, quota=(1, 2)) == [
        "“女副职”由 ≥ 3 人 放宽到 ≥ 2 人"
    ]
    assert clash([{}, {}], deputies, quota=(1, 3)) == ("副职",)
    assert ways([{}, {}], deputies, quota=(1, 3)) == ["“副职”由 ≥ 3 人 放宽到 ≥ 1 人"]


def test_a_seat_that_takes_no_quota_does_not_count():
    aside = {"takes_quota": False}
    deputies = requirement("副职", Filled(), lo=2, scope=Scope("副职"))
    assert clash([{}, {}, aside], deputies) == ("副职",)
    assert clash([{}, {}, {}], deputies) == ()
    assert clash([{}, {}, {"takes_quota": None}], deputies) == ()


def test_sorts_of_seats_are_told_apart_by_what_the_model_names():
    world = base([{}, FARM, FARM | {"requires": "性别 = 女"}, {"functions": "宣传"}])
    women = requirement("女", Count(WOMAN), lo=1)
    farm = requirement("农业", Carried(("农业",)), lo=1)
    assert layout_of(0, world, (women,)).seats == (Seats("正职", 1), Seats("副职", 3))
    sorts = layout_of(0, world, (farm,)).seats
    assert [(s.role, s.count, s.functions, s.sheet) for s in sorts[:1]] == [("正职", 1, (), None)]
    assert sorted((s.count, s.functions, s.sheet is not None) for s in sorts[1:]) == [
        (1, (), False), (1, ("农业",), False), (1, ("农业",), True),
    ]  # fmt: skip
    assert layout_of(0, world, (requirement("配", Filled(), lo=1),)).quota == (
        ("全部", 4), ("正职", 1), ("副职", 3), ("其他", 0),
    )  # fmt: skip


def test_whole_numbers_leave_nothing_between_neighbours():
    young = requirement("四十四以下", Count(Compare("年龄", "<=", 44)), hi=1)
    old = requirement("四十五以上", Count(OLD), hi=1)
    assert clash([{}, {}, {}], young, old) == ("四十四以下", "四十五以上")
    later = requirement("四十六以上", Count(Compare("年龄", ">=", 46)), hi=1)
    assert clash([{}, {}, {}], young, later) == ()


def test_the_checker_says_which_function_nobody_carries():
    world = base([{}, FARM])
    carried = requirement("板块", Carried(("农业", "宣传")), lo=2)
    draft = replace(MODEL, requirements=(carried,))
    (error,) = [i for i in check_model(draft, world, (0,)) if i.severity == "error"]
    assert "班子里没有岗位承担宣传。最省的放宽办法：“板块”由 ≥ 2 项 放宽到 ≥ 1 项" in error.text


MENU = (
    (Filled(), (1, 2, 3)), (Filled(), (1, 2, 3)), (Carried(("经济", "农业")), (1, 2)),
    (Carried(("农业",)), (1,)), (Count(WOMAN), (1, 2, 3)), (Count(Not(WOMAN)), (1, 2)),
    (Count(All((WOMAN, OLD))), (1, 2)), (Count(OLD), (1, 2, 3)), (Share(WOMAN), ("1/3", "2/3")),
    (Concentration("性别"), (1, 2)), (Distinct("性别"), (1, 2)),
    (Cover("性别", ("男", "女"), 1), (1, 2)), (Every(WOMAN), (None,)), (Every(OLD), (None,)),
)  # fmt: skip
SCOPES = (Scope(), Scope(), Scope("副职"), Scope(function="农业"), Scope("副职", "经济"))


@st.composite
def drafts(draw):
    posts = [
        {"functions": draw(st.sampled_from((None, "农业", "经济", "经济、农业"))),
         "requires": draw(st.sampled_from(SHEETS)),
         "takes_quota": draw(st.sampled_from((True, True, False))),
         "member": draw(st.sampled_from((True, True, True, False)))}
        for _ in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    asked = []
    for at in range(draw(st.integers(1, 5))):
        measure, bounds = draw(st.sampled_from(MENU))
        bound, side = draw(st.sampled_from(bounds)), draw(st.sampled_from(("lo", "lo", "hi")))
        asked.append(
            requirement(
                f"r{at}",
                measure,
                scope=draw(st.sampled_from(SCOPES)),
                points=draw(st.sampled_from((0.0, 5.0))),
                **{side: bound},
            )
        )
    return posts, tuple(asked), draw(st.sampled_from(((1, 1), (1, 2), (1, 3), (None, None))))


def met_by_somebody(world, allowed, held):
    """Seat every kind of person on every seat; `allowed` says which seats may stay empty."""
    seats = list(world.seating.seats(0))
    choices = [(*range(len(KINDS)), VACANT)] * len(seats)
    for choice in product(*choices):
        if not allowed(choice):
            continue
        who = {seat: kind * len(seats) + at if kind != VACANT else VACANT
               for at, (seat, kind) in enumerate(zip(seats, choice, strict=True))}  # fmt: skip
        after = world.with_holders(who)
        if all(judge(each, 0, after).verdict == "green" for each in held):
            return True
    return False


def seats_allowed(world, posts, asked):
    """Say of a choice of people whether only seats are empty whose number the model asks for."""
    filled = [r for r in asked if isinstance(r.measure, Filled)]

    def inside(at, scope):
        role = "副职" if at else "正职"
        functions = (posts[at]["functions"] or "").split("、")
        fits = scope.role in ("全部", role)
        return fits and (scope.function is None or scope.function in functions)

    def counted(scope):
        return [at for at, post in enumerate(posts) if post["takes_quota"] and inside(at, scope)]

    def allowed(choice):
        empty = {at for at, kind in enumerate(choice) if kind == VACANT}
        if empty - {at for r in filled for at in counted(r.scope)}:
            return False
        for each in filled:
            room = world.quota(0, each.scope)
            tops = [b for b in (len(counted(each.scope)), each.hi, room) if b is not None]
            held = len([at for at in counted(each.scope) if at not in empty])
            if each.lo is None and held < min(tops):
                return False
        return True

    return allowed


@given(drafts())
@settings(max_examples=60, deadline=None)
def test_the_impossible_has_no_team_and_the_possible_has_one(drawn):
    posts, asked, quota = drawn
    world = base(posts, quota)
    held = found(world, *asked)
    assert held.requirements == asked
    allowed = seats_allowed(world, posts, asked)
    ids = clash_of(held)
    assert bool(ids) != met_by_somebody(world, allowed, asked)
    if ids:
        clashing = [each for each in asked if each.id in ids]
        assert not met_by_somebody(world, allowed, clashing)
        for gone in clashing:
            rest = [each for each in clashing if each is not gone]
            assert met_by_somebody(world, allowed, rest)
        eased = loosened(replace(MODEL, requirements=asked), loosening(held)).requirements
        free = seats_allowed(world, posts, eased)
        assert met_by_somebody(world, free, eased)


def test_teams_with_other_seats_are_told_apart():
    world = base([{}, FARM])
    carried = requirement("板块", Carried(("农业",)), lo=1)
    (one,) = clashes(replace(MODEL, requirements=(carried, requirement("女", Count(WOMAN), lo=3))),
                     world, (0,))  # fmt: skip
    assert [each.id for each in one.requirements] == ["女"]
    assert one.layout == Layout((Seats("正职", 1), Seats("副职", 1, ("农业",))))


@pytest.mark.parametrize("role", ["其他", "副职"])
def test_a_share_of_nobody_is_none(role):
    share = requirement("女", Share(WOMAN), lo="1/3", scope=Scope(role))
    assert bool(clash([{}], share)) is True
    assert clash([{}], replace(share, lo=None, hi=small.Fraction(1, 3))) == ()
