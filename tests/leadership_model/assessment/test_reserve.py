"""Who is in reserve at a month, how many are wanted, the structure of the list."""

from dataclasses import replace

import pytest

from leadership_model import months
from leadership_model.assessment import reserve as of
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.reserve import LISTS, Reserve
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team

NOW = months.of(2026, 11)


def person(id, **values):
    return Person(id=id, name=id, **({"status": "在职", "sex": "男"} | values))


def stay(person, name="近期使用", role="正职", level="县处级正职", **values):
    id = f"b {person} {name} {role}"
    return Reserve(id=id, person=person, list=name, role=role, level=level, **values)


def world(*records):
    return World.of(of_records(records), NOW, models=(), portraits=())


@pytest.mark.parametrize(
    ("start", "end", "on"),
    [
        (NOW, None, True),
        (NOW + 1, None, False),
        (None, None, True),
        (NOW - 9, NOW, False),  # half-open: the month it ends is no longer on it
        (NOW - 9, NOW + 1, True),
    ],
)
def test_a_stay_is_half_open(start, end, on):
    found = of_records([person("p"), stay("p", start=start, end=end)])
    assert bool(of.stays(found, NOW)) is on


def test_who_left_office_is_on_no_list():
    found = of_records([person("p", status="退休"), stay("p")])
    assert of.stays(found, NOW) == ()


def seats(level, role, count, team="t"):
    return [
        Post(id=f"s {level}{role}{at}", team=team, name="岗", level=level, role=role,
             takes_quota=True)
        for at in range(count)
    ]  # fmt: skip


def test_a_head_wants_two_a_deputy_one():
    found = world(
        Team(id="t", unit=None, name="县委"),
        *seats("县处级正职", "正职", 3),
        *seats("县处级副职", "副职", 4),
        Post(id="s out", team="t", name="岗", level="县处级正职", role="正职", takes_quota=False),
        person("a"),
        person("b"),
        stay("a"),
        stay("a", "中期培养"),  # the same person counts once
        stay("b", role="副职", level="县处级副职"),
    )
    told = [(q.level, q.role, q.seats, q.wanted, len(q.people), q.short) for q in of.quotas(found)]
    assert told == [("县处级正职", "正职", 3, 6, 1, 5), ("县处级副职", "副职", 4, 4, 1, 3)]
    assert all("待核实" in q.basis and q.unsure for q in of.quotas(found))


def share(found, id):
    return next(each for each in of.shares(found) if each.id == id)


@pytest.mark.parametrize(("near", "size", "verdict"), [(1, 3, "green"), (1, 4, "red"),
                                                       (2, 4, "green"), (2, 6, "green")])  # fmt: skip
def test_a_third_of_the_list_is_for_the_near_term(near, size, verdict):
    people = [person(f"p{at}") for at in range(size)]
    stays = [stay(p.id, LISTS[0] if at < near else LISTS[2]) for at, p in enumerate(people)]
    assert share(world(*people, *stays), "near-share").verdict == verdict


def test_shares_of_the_list_know_what_is_unknown():
    people = [person("a", sex="女"), person("b", sex=None), *map(person, "cdefghij")]
    told = share(world(*people, *(stay(p.id) for p in people)), "women")
    assert (told.need, told.low, told.high, told.size) == (2, 1, 2, 10)
    assert told.verdict == "unknown"
    assert [world(*people).person_ids[p] for p in told.people] == ["a"]


def test_an_empty_list_wants_nobody():
    told = of.shares(world(person("a")))
    assert [(each.need, each.verdict) for each in told] == [(0, "green")] * 3
    assert of.quotas(world(person("a"))) == ()


def test_horizons_draw_on_more_lists_the_farther_they_look():
    found = of.horizons()
    assert [each.months for each in found] == sorted(each.months for each in found)
    assert [len(each.lists) for each in found] == [1, 2, 3]


TYPED = {"正职": "3", "副职": "1.5", "near-share": "40", "women": "25%", "non-party": "12.5"}


def settled(setting, *records):
    found = replace(of_records(records), settings={of.SETTING: setting} if setting else {})
    return World.of(found, NOW, models=(), portraits=())


def test_what_the_department_sets_holds_and_is_confirmed():
    made = of.adjusted(TYPED, "云组通〔2026〕3号")
    people = [person(f"p{at}") for at in range(4)]
    records = [
        Team(id="t", unit=None, name="县委"),
        *seats("县处级正职", "正职", 2),
        *people,
        *(stay(each.id) for each in people),
    ]
    (quota,) = of.quotas(settled(made, *records))
    assert (quota.wanted, quota.unsure) == (6, False)
    assert quota.basis == "本级确定：云组通〔2026〕3号"
    needs = {each.id: each.need for each in of.shares(settled(made, *records))}
    assert needs == {"near-share": 2, "women": 1, "non-party": 1}
    (shipped,) = of.quotas(settled(None, *records))
    assert (shipped.wanted, shipped.unsure) == (4, True)


def test_a_plan_written_shows_what_was_typed():
    plan = of.plan(settled(of.adjusted(TYPED, "依据")).snapshot)
    assert (plan.own, plan.basis) == (True, "依据")
    assert [each.per_seat for each in plan.ratios] == [3, 1.5]
    assert [float(each.at_least) for each in plan.wishes] == [0.4, 0.25, 0.125]


@pytest.mark.parametrize(
    ("change", "basis", "said"),
    [
        ({"正职": "两个"}, "依据", "正职岗位"),
        ({"副职": "11"}, "依据", "0 到 10"),
        ({"women": "101"}, "依据", "女干部占比"),
        ({"women": ""}, "依据", "百分数"),
        ({}, " ", "依据"),
    ],
)
def test_wrong_numbers_are_refused_with_a_sentence(change, basis, said):
    with pytest.raises(UserError, match=said):
        of.adjusted(TYPED | change, basis)
