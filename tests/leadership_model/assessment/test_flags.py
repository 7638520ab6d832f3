"""The eleven flags, each at its border, each unknown where nothing is on record."""

from dataclasses import replace

import pytest

from leadership_model import months
from leadership_model.assessment import flags
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.people.person import Person, Sanction
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Indicator, Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.people.verified import BIRTH, Verification
from leadership_model.rules.book import shipped, with_settings
from tests.leadership_model.rules.test_book import Setting

NOW = months.of(2026, 11)
COUNTY = Team(id="t", unit="u", name="县政府", category="县级政府", area="青石县", quota_deputy=9,
              quota_head=1, term_start=months.of(2025, 1))  # fmt: skip
OFFICE = replace(COUNTY, category="市直部门", area="市直", term_start=None)
UNIT = Unit(id="u", name="单位")
MIDDLE = months.of(1985, 1)


def man(id, birth=MIDDLE, **fields):
    """A member, 41 years old unless another birth is given."""
    given = {"sex": "男", "level": "县处级副职", "party": "中共党员", "hometown": "市外"}
    given |= {"level_since": months.of(2020, 1), **fields}
    return Person(id=id, name=f"干部{id}", birth=birth, **given)


def seats(*people, role="副职"):
    """Each person in a seat of team `t` since 2024-01."""
    for n, who in enumerate(people):
        yield who
        given = {"id": f"p{who.id}", "team": "t", "name": f"岗位{n}", "role": role, "order": n}
        yield Post(**given, level="县处级副职")
        yield Tenure(id=f"x{who.id}", post=f"p{who.id}", person=who.id, start=months.of(2024, 1))


def raised(id, *records, team=COUNTY, book=None):
    """Give (result, detail, people ids) of one flag of the team; None when it is down."""
    world = World.of(of_records([UNIT, team, *records]), NOW, book=book or shipped())
    at = world.snapshot.teams.positions["t"]
    found = [each for each in flags.flags(world, assess(world, at)) if each.rule == id]
    if not found:
        return None
    (one,) = found
    return one.result, one.detail, tuple(world.person_ids[p] for p in one.people)


def answer(*arguments, **named):
    told = raised(*arguments, **named)
    return told and told[0]


def figure(name, value, year=2026, team="t", id=""):
    return Indicator(id=f"i{team}{year}{name}{id}", team=team, year=year, name=name, value=value)


# W1 --------------------------------------------------------------------------------------------

HEAD = Post(id="h", team="t", name="局长", role="正职", level="县处级正职")


def headed(birth):
    return man("a", birth), HEAD, Tenure(id="h", post="h", person="a", start=months.of(2024, 1))


def test_a_body_of_the_city_without_a_head():
    assert raised("W1", HEAD, team=OFFICE) == ("fail", "局长空缺", ())
    assert answer("W1", HEAD) is None  # a county's team is not meant


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        (months.of(1966, 11), "fail"),  # 2026-11 and 6 months of delay: 2027-05
        (months.of(1967, 1), None),  # 2027-01 and 7 months
        (None, "unknown"),
    ],
)
def test_a_head_near_the_month(birth, expected):
    assert answer("W1", *headed(birth), team=OFFICE) == expected


# W2, W8 ----------------------------------------------------------------------------------------


def places(*own, year=2025, of=20):
    """The places of OFFICE in the years up to `year`, newest first, among `of` bodies."""
    for k, value in enumerate(own):
        if value is not None:
            yield figure("年度考核名次", str(value), year - k)
        yield figure("年度考核名次", str(of), year - k, "z")


OTHER = replace(OFFICE, id="z", name="别的局")


@pytest.mark.parametrize(("place", "expected"), [(10, None), (11, "fail"), (None, "unknown")])
def test_among_the_last_ten_departments_last_year(place, expected):
    assert answer("W8", OTHER, *places(place), team=OFFICE) == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((11, 15, 18), "fail"),
        ((11, 10, 18), None),
        ((11, None, 18), "unknown"),
        ((3, None, 18), None),  # one good year is enough
    ],
)
def test_three_years_running(own, expected):
    assert answer("W2", OTHER, *places(*own), team=OFFICE) == expected


@pytest.mark.parametrize(("place", "expected"), [(7, None), (8, "fail"), (9, "fail")])
def test_a_county_is_placed_by_its_committee(place, expected):
    committee = replace(COUNTY, id="c", name="县委", category="县级党委")
    others = [replace(committee, id=f"c{n}", area=f"县{n}") for n in range(1, 10) if n != place]
    told = [figure("年度考核名次", str(n), 2025, f"c{n}") for n in range(1, 10) if n != place]
    own = figure("年度考核名次", str(place), 2025, "c")
    assert answer("W8", committee, *others, *told, own) == expected


def test_the_only_place_on_record_is_not_the_last():
    others = [replace(OFFICE, id=f"z{n}", name=f"局{n}") for n in range(20)]
    assert answer("W8", *others, figure("年度考核名次", "2", 2025), team=OFFICE) is None
    assert answer("W8", *others, figure("年度考核名次", "15", 2025), team=OFFICE) == "fail"


# W3, W11 ---------------------------------------------------------------------------------------


def test_recusal_and_rotation_repeat_what_the_rules_say():
    home = Post(id="ph", team="t", name="县长", role="正职", level="县处级副职", area_head="县")
    who = man("a", hometown="青石县")
    seat = Tenure(id="s", post="ph", person="a", start=months.of(2016, 1))
    assert raised("W3", who, home, seat)[::2] == ("fail", ("a",))
    result, detail, people = raised("W11", who, home, seat)
    assert (result, people) == ("fail", ("a",))
    assert "X1" in detail
    assert answer("W3", man("a", hometown=None), home, seat) == "unknown"
    assert answer("W3", *seats(man("a"))) is None
    assert answer("W11", *seats(man("a"))) is None


# W4, W9 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "year", "expected"),
    [("不团结", 2026, "fail"), ("较差", 2025, "fail"), ("好", 2026, None), ("差", 2024, "unknown")],
)
def test_a_divided_team(value, year, expected):
    assert answer("W4", figure("班子团结", value, year)) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("生态环保专项", "fail"), ("否", None), ("无", None)]
)
def test_a_negative_list(value, expected):
    assert answer("W9", figure("专项考核负面清单", value)) == expected
    assert answer("W9") == "unknown"


# W5 --------------------------------------------------------------------------------------------

YOUNG = months.of(1985, 12)  # 40 completed years until 2026-11


@pytest.mark.parametrize(
    ("young", "old", "open_", "expected"),
    [
        (1, 5, 0, None),  # 16.7 %
        (1, 6, 0, "fail"),  # 14.3 %
        (3, 17, 0, None),  # 15 % to the dot
        (0, 6, 1, "fail"),  # even if: 14.3 %
        (0, 5, 1, "unknown"),  # if: 16.7 %
    ],
)
def test_the_share_of_the_young(young, old, open_, expected):
    births = [YOUNG] * young + [months.of(1970, 1)] * old + [None] * open_
    people = [man(f"a{n:02}", birth) for n, birth in enumerate(births)]
    assert answer("W5", *seats(*people)) == expected


def test_the_birth_month_of_the_forty_first_birthday_is_reached():
    assert answer("W5", *seats(man("a", months.of(1985, 11)))) == "fail"
    assert answer("W5", *seats(man("a", months.of(1985, 12)))) is None


def test_a_birth_in_dispute_is_no_age():
    doubt = Verification(
        id="v", person="a", fact=BIRTH, value="1985.12", conflict="1984.12", document="入团志愿书"
    )
    alone = seats(man("a", months.of(1985, 12)))
    assert answer("W5", *alone, doubt) == "unknown"


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1984, "fail"), (1985, "unknown"), (1986, None)],  # 41 or more; 40 or 41; 40 or fewer
)
def test_the_year_of_birth_alone_may_decide(year, expected):
    assert answer("W5", *seats(man("a", None, birth_year=year))) == expected


def test_nobody_there_raises_no_flag():
    assert answer("W5") is None


# W6 --------------------------------------------------------------------------------------------

SOON, LATER = months.of(1967, 1), months.of(1980, 1)


@pytest.mark.parametrize(
    ("soon", "later", "expected"),
    [(0, 3, None), (1, 2, "fail"), (1, 3, None), (2, 5, None), (3, 9, "fail")],
)
def test_a_third_or_three_members_leave(soon, later, expected):
    people = [man(f"a{n}", SOON if n < soon else LATER) for n in range(soon + later)]
    assert answer("W6", *seats(*people)) == expected


def test_unknown_births_may_raise_it():
    people = [man("a", SOON), man("b", None), man("c", LATER), man("d", LATER)]
    assert answer("W6", *seats(*people)) == "unknown"


# W7 --------------------------------------------------------------------------------------------


def test_women_in_a_county_government():
    told = raised("W7", *seats(man("a"), man("b")))
    assert told[0] == "fail"
    assert "女" in told[1]
    assert answer("W7", *seats(man("a"), man("b")), team=OFFICE) is None


# W10 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (months.of(2024, 12), None),
        (months.of(2025, 1), "fail"),
        (months.of(2026, 11), "fail"),
        (months.of(2026, 12), None),
        (None, "unknown"),
    ],
)
def test_a_member_was_disciplined_since_last_year(month, expected):
    sanction = Sanction(id="s", person="a", kind="党内警告", month=month)
    assert answer("W10", sanction, *seats(man("a"), man("b"))) == expected


def test_people_outside_the_team_do_not_matter():
    sanction = Sanction(id="s", person="z", kind="党内警告", month=NOW)
    assert answer("W10", man("z"), sanction, *seats(man("a"))) is None


# Settings --------------------------------------------------------------------------------------


def test_a_flag_switched_off_is_not_raised_and_figures_are_parameters():
    people = [*seats(*(man(f"a{n}", YOUNG if n < 1 else LATER) for n in range(6)))]
    assert answer("W5", *people) is None
    higher = with_settings([Setting("W5", parameters='{"percent": 20}')])
    assert answer("W5", *people, book=higher) == "fail"
    off = with_settings([Setting("W5", active=False)])
    assert answer("W5", *seats(man("a", LATER)), book=off) is None


def test_every_flag_has_a_rule_and_a_colour():
    assert set(flags.COLOURS) == {each for each in shipped() if each.startswith("W")}
    assert set(flags.COLOURS.values()) == set(flags.COLOUR_WORDS)
