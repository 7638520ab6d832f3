import random

import pytest

from leadership_model.people import lifecycle
from leadership_model.people.career import CareerEntry
from leadership_model.people.lifecycle import Step
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import VACANT, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit

NOW = 2026 * 12 + 10
RESUME = "2005.09--2021.06  安宁县某镇镇长\n2021.06--         安宁县副县长"
PEOPLE = [
    Person(id="p1", name="李明", unit="u1", level="乡科级正职", post_text="副县长",
           resume=RESUME, birth=1980 * 12, absent="grade"),
    Person(id="p2", name="赵敏", level="县处级正职"),
    Person(id="p3", name="孙立", status="调出"),
]  # fmt: skip


def world(*more):
    return of_records(
        [
            Unit(id="u1", name="安宁县"),
            Unit(id="u2", name="永平县"),
            Team(id="t1", unit="u1", name="安宁县政府班子"),
            Team(id="t2", unit="u2", name="永平县委班子"),
            Post(id="s1", team="t1", name="副县长", order=1),
            Post(id="s2", team="t1", name="县长", level="县处级正职"),
            Post(id="s3", team="t2", name="副书记", level="县处级副职", linked="l1"),
            Post(id="s4", team="t2", name="县长", level="县处级正职", linked="l1", order=1),
            Post(id="s5", team="t2", name="常委", level="乡科级正职", order=2),
            *PEOPLE,
            Tenure(id="n1", post="s1", person="p1", start=2021 * 12 + 5),
            Tenure(id="n2", post="s2", person="p2", start=24000),
            CareerEntry(id="c1", person="p1", line=0, start=2005 * 12 + 8, end=2021 * 12 + 5,
                        text="安宁县某镇镇长", by_hand=True),
            CareerEntry(id="c2", person="p1", line=1, start=2021 * 12 + 5, level="乡科级副职",
                        text="安宁县副县长", by_hand=True),
            *more,
        ]
    )  # fmt: skip


def step(kind, **values):
    given = {"person": "p1", "month": NOW, "leaves": ("n1",)} | values
    return Step(kind=kind, **given)


def after(snapshot, outcome):
    """Give the world as the outcome leaves it."""
    gone = {(type(e), e.id) for e in outcome.before}
    kept = [
        record
        for name in snapshot.tables
        for record in snapshot[name].records()
        if (type(record), record.id) not in gone
    ]
    return of_records([*kept, *outcome.after])


def test_leaving_empties_the_seat_in_that_month_and_says_so():
    snapshot = world()
    outcome = lifecycle.carry_out(snapshot, step("退休"))
    seats = snapshot.posts.positions
    assert outcome.holders == {seats["s1"]: VACANT}
    then = after(snapshot, outcome)
    assert seat(then, NOW).holder[then.posts.positions["s1"]] == VACANT
    assert seat(then, NOW - 1).holder[then.posts.positions["s1"]] == 0
    person = then.people.record(0)
    assert (person.status, person.status_month) == ("退休", NOW)
    assert person.resume.endswith("2021.06--2026.11  安宁县副县长\n2026.11--         退休")


@pytest.mark.parametrize("kind", ["调出", "去世"])
def test_who_is_gone_gets_no_line_more(kind):
    outcome = lifecycle.carry_out(world(), step(kind))
    assert outcome.after[0].resume.endswith("2021.06--2026.11  安宁县副县长")


def test_a_promotion_takes_linked_posts_level_and_unit():
    snapshot = world()
    given = step("提拔", post="s3", post_text="永平县委副书记、县长", document="云任〔2026〕9号")
    assert lifecycle.faults(snapshot, given) == {}
    outcome = lifecycle.carry_out(snapshot, given, random.Random(1))
    then = after(snapshot, outcome)
    holder = seat(then, NOW).holder
    names = {then.posts.ids[at]: int(who) for at, who in enumerate(holder)}
    assert names == {"s1": VACANT, "s2": 1, "s3": 0, "s4": 0, "s5": VACANT}
    person = then.people.record(0)
    assert (person.level, person.level_since, person.unit) == ("县处级副职", NOW, "u2")
    assert person.post_text == "永平县委副书记、县长"
    begun = [e for e in outcome.after if isinstance(e, Tenure) and e.start == NOW]
    assert {(e.promoted, e.document) for e in begun} == {(True, "云任〔2026〕9号")}
    table = then["career_entry"]
    entries = [table.record(row) for row in table.of(0)]
    assert [(e.id, e.end) for e in entries if e.by_hand] == [("c1", 2021 * 12 + 5), ("c2", NOW)]
    assert entries[1].level == "乡科级副职"  # what was put right stays
    assert {e.start for e in entries if not e.by_hand} == {NOW}


def test_a_seat_can_be_kept_and_a_seconded_one_fills_nothing():
    snapshot = world()
    outcome = lifecycle.carry_out(snapshot, step("转任", post="s5", leaves=()))
    assert snapshot.posts.positions["s1"] not in outcome.holders
    outcome = lifecycle.carry_out(
        snapshot, step("转任", post="s2", leaves=(), tenure_kind="挂职", carry_on=False)
    )
    assert outcome.holders == {}
    assert outcome.after[0].unit == "u1"


@pytest.mark.parametrize(
    ("kind", "values", "field", "words"),
    [
        ("提拔", {"post": "s2"}, "post", "赵敏担任"),
        ("提拔", {"post": "s5"}, "post", "改用“转任”"),
        ("转任", {"post": "s3"}, "post", "改用“提拔”"),
        ("转任", {"post": None}, "post", "请选择"),
        ("转任", {"post": "s1", "leaves": ()}, "post", "现在就担任"),
        ("退休", {"month": None}, "month", "请填写"),
        ("退休", {"month": 2021 * 12 + 5, "leaves": ()}, "month", "晚于"),
        ("调入", {}, "kind", "已在职任职"),
        ("转任", {"person": "p3", "leaves": (), "post": "s5"}, "kind", "先办理“调入”"),
        ("调出", {"person": "p3", "leaves": ()}, "kind", "已是“调出”"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(kind, values, field, words):
    assert words in lifecycle.faults(world(), step(kind, **values))[field]


def test_who_comes_is_on_duty_again_with_or_without_a_seat():
    snapshot = world()
    given = step("调入", person="p3", leaves=(), post="s5", post_text="永平县委常委")
    assert lifecycle.faults(snapshot, given) == {}
    outcome = lifecycle.carry_out(snapshot, given)
    assert outcome.after[0].status == "在职"
    assert outcome.after[0].resume == "2026.11--         永平县委常委"
    bare = lifecycle.carry_out(snapshot, step("调入", person="p3", leaves=()))
    assert bare.holders == {}
    assert bare.after[0].resume is None


def test_somebody_just_added_may_come_in_too():
    given = step("调入", person="p4", leaves=(), post="s5", post_text="永平县委常委")
    snapshot = world(Person(id="p4", name="新人"))
    assert lifecycle.faults(snapshot, given) == {}
    person = lifecycle.carry_out(snapshot, given).after[0]
    assert (person.status, person.status_month, person.unit) == ("在职", NOW, "u2")


def test_basis_and_reason_are_kept_with_the_tenures():
    given = step("退休", document="云任〔2026〕9号", reason="到龄")
    assert lifecycle.words_of(given) == "退休（云任〔2026〕9号，到龄）"
    ended = next(e for e in lifecycle.carry_out(world(), given).after if isinstance(e, Tenure))
    assert (ended.end, ended.note) == (NOW, "免职：退休（云任〔2026〕9号，到龄）")
    assert lifecycle.words_of(step("退休")) == "退休"


def test_a_suggestion_names_unit_and_post():
    assert lifecycle.suggested_text(world(), "s4") == "永平县县长"
