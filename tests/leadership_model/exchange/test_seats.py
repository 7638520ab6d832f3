"""Units, teams, posts and tenures of a package: found, proposed, never overwritten silently."""

import random

from leadership_model.exchange import sources
from leadership_model.exchange.clean import clean
from leadership_model.exchange.plan import plan
from leadership_model.exchange.seats import OTHER_VALUE, TAKEN_SEAT, chosen, propose
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from tests.leadership_model.exchange.conftest import SAMPLES

BUREAU = "云溪市虚构区财政局"
UNITS = [
    {"B0101": "云溪市虚构区", "B0111": "001.001", "B0121": "001", "SORTID": "1"},
    {"B0101": BUREAU, "B0111": "001.001.002", "B0121": "001.001", "B0183": "1", "B0185": "2"},
]


def seat(person, name, role="3", **more):
    return {
        "A0000": person, "A0201A": BUREAU, "A0201B": "001.001.002", "A0201D": "1", "A0201E": role,
        "A0215A": name, "A0225": "1", "A0243": "202109", "A0255": "1", **more,
    }  # fmt: skip


def proposed(snapshot, *seats, units=UNITS, who=("a", "b")):
    tables = {"B01": units, "A02": list(seats)}
    ids = {each: (f"p-{each}", f"甲{each}") for each in who}
    return propose(snapshot, tables, ids, random.Random(1))


def known(*more):
    people = [Person(id=f"p-{each}", name=f"甲{each}") for each in "ab"]
    unit = Unit(id="u-1", name=BUREAU)
    team = Team(id="t-1", unit="u-1", name="财政局班子", quota_head=1, quota_deputy=3)
    return of_records([*people, unit, team, *more])


def kinds(pieces):
    return [each.kind for each in pieces]


def test_a_package_into_an_empty_base_makes_units_teams_posts_and_tenures():
    forms, _ = sources.read_path(SAMPLES / "hzb")
    made = plan(of_records([]), [clean(form) for form in forms], source=random.Random(1))
    written = [each.record for each in made.seats()]
    assert kinds(made.seats()) == ["unit", "team", *["post"] * 3, *["tenure"] * 3]
    unit, team, first, second, third = written[:5]
    assert (unit.name, unit.code, team.unit) == ("示例市虚构区发展和改革局", "X99.001", unit.id)
    assert (team.quota_head, team.quota_deputy) == (1, 3)
    assert [(p.name, p.role) for p in (first, second, third)] == [
        ("党组书记", "正职"), ("局长", "正职"), ("副局长", "副职"),
    ]  # fmt: skip
    assert first.linked == second.linked != third.linked
    holders = {each.post: each.person for each in written[5:]}
    assert holders[first.id] == holders[second.id] == made.entries[0].person.id
    assert written[5].start == 2021 * 12 + 8


def test_what_the_base_has_is_found_and_not_made_again():
    base = known(Post(id="s-1", team="t-1", name="局长"), Tenure(id="n", post="s-1", person="p-a"))
    pieces = proposed(base, seat("a", "局长", "1"))
    assert [each.key for each in pieces if each.kind != "unit"] == ["quota 财政局班子 t-1"]
    (quota,) = [each for each in pieces if each.kind == "team"]
    assert (quota.doubt, quota.old) == (OTHER_VALUE, "职数：正职 1，副职 3")
    assert quota.record.quota_deputy == 2
    assert quota not in chosen(pieces, {})
    assert quota in chosen(pieces, {quota.key: True})


def test_a_vacant_post_is_filled_and_one_that_is_held_is_asked_about():
    base = known(
        Post(id="s-1", team="t-1", name="局长"),
        Post(id="s-2", team="t-1", name="副局长"),
        Tenure(id="n", post="s-1", person="p-b"),
    )
    pieces = proposed(base, seat("a", "局长", "1"), seat("b", "副局长"), units=UNITS[1:])
    filled = next(each for each in pieces if each.kind == "tenure" and each.record.person == "p-b")
    assert (filled.record.post, filled.doubt) == ("s-2", "")
    assert filled.text == f"甲b 任 副局长（2021.09起），{BUREAU}"
    doubted = [each for each in pieces if each.doubt == TAKEN_SEAT]
    assert kinds(doubted) == ["post", "tenure"]
    assert chosen(pieces, {doubted[1].key: True}) == (filled,)  # no tenure without its post
    both = {each.key: True for each in doubted}
    assert set(doubted) < set(chosen(pieces, both))


def test_former_posts_and_people_not_matched_are_left_out():
    pieces = proposed(known(), seat("a", "局长", A0255="0"), seat("c", "局长"), units=UNITS[1:])
    assert kinds(pieces) == ["team"]  # its quotas alone


def test_a_unit_with_several_teams_gets_no_new_post():
    base = known(Team(id="t-2", unit="u-1", name="另一班子"))
    assert proposed(base, seat("a", "局长", "1"), units=UNITS[1:]) == ()
    more = known(Team(id="t-2", unit="u-1", name="另一班子"), Post(id="s", team="t-2", name="局长"))
    (tenure,) = proposed(more, seat("a", "局长", "1"), units=UNITS[1:])
    assert tenure.record.post == "s"


def test_a_unit_left_out_takes_along_what_stands_on_it():
    pieces = proposed(of_records([Person(id="p-a", name="甲")]), seat("a", "局长", "1"))
    assert kinds(pieces) == ["unit", "unit", "team", "post", "tenure"]
    assert "上级：云溪市虚构区" in pieces[1].text
    assert chosen(pieces, {pieces[1].key: False}) == (pieces[0],)
