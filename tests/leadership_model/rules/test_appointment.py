import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.people.person import Appraisal, Education, Kinship, Relative, Sanction
from leadership_model.people.post import Post
from leadership_model.rules.appointment import MEANINGS, eligible, explain, explain_pairs
from leadership_model.rules.book import with_settings
from tests.leadership_model.rules.county import AS_OF, BOOK, M, county, person, seated, sit
from tests.leadership_model.rules.test_book import Setting
from tests.leadership_model.rules.test_qualification import row
from tests.leadership_model.rules.test_recusal import BELOW, DESK

LEVELS = ["县处级正职", "县处级副职", "乡科级正职", "乡科级副职", "科员", None]


def clean(id="p1", **fields):
    """A person who may become county head, with all that must be on record for it."""
    return [
        person(id, **fields),
        row(f"{id}0", "2005-01", "2015-01", unit_kind="乡镇", text="镇长"),
        Appraisal(id=f"a{id}", person=id, year=2025, result="称职"),
        Education(id=f"e{id}", person=id, mode="全日制", schooling="大学"),
    ]


def ask(*records, post="head", month=AS_OF, book=BOOK, **more):
    snapshot = county(*records, **more)
    posts = np.array([snapshot.posts.positions[post]])
    return eligible(book, seated(snapshot), np.array([0]), posts, month).at(0)


def test_somebody_against_whom_nothing_is_said():
    assert ask(*clean()) is True


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"work_start": M("2024-01")}, False),
        ({"work_start": None}, None),
        ({"level_since": M("2025-06")}, False),
        ({"birth": M("1960-01")}, False),
        ({"birth": M("1966-08")}, True),  # within six months is a note, it bars nobody
        ({"level": None}, None),
        ({"work_start": None, "birth": M("1960-01")}, False),
    ],
)
def test_one_forbidding_rule_decides(fields, expected):
    assert ask(*clean(**fields)) is expected


def test_warnings_bar_nobody():
    measure = Sanction(id="s", person="p1", kind="诫勉", month=M("2026-09"))
    assert ask(*clean(), measure) is False  # K6
    book = with_settings([Setting("K6", active=False)])
    assert ask(*clean(), measure, book=book) is True  # S6 warns
    book = with_settings([Setting("K6", active=False), Setting("S6", severity="forbid")])
    assert ask(*clean(), measure, book=book) is False


def test_rules_of_the_month_asked_about():
    late = clean(level_since=M("2025-06"))
    assert ask(*late, month=M("2027-05")) is False
    assert ask(*late, month=M("2027-06")) is True
    held = [*clean(), Sanction(id="s", person="p1", kind="党内警告", month=M("2026-03"))]
    assert ask(*held, month=M("2027-02")) is False
    assert ask(*held, month=M("2027-03")) is True


def test_reasons_come_in_one_order_with_words():
    snapshot = county(*clean(), head={"party_post": True, "area_head": "县"})
    results = explain(BOOK, seated(snapshot), 0, 0, AS_OF)
    names = [each.rule for each in results]
    assert names == sorted(names, key=list(MEANINGS).index)
    assert {"Q1", "Q2", "Q3", "Q4", "Q9", "Q11", "K3", "S5", "N1", "A1", "A5", "R1"} <= set(names)
    assert all(each.have and each.need and each.evidence for each in results)
    assert all(each.people == (0,) and each.post == 0 and each.team == 0 for each in results)


def test_no_pairs():
    seating = seated(county(*clean()))
    none = np.zeros(0, dtype=np.int32)
    assert eligible(BOOK, seating, none, none, AS_OF).sure.shape == (0,)


def draw_city(seed):
    """A county full of oddities: gaps, sanctions, kin, seats of every kind."""
    source = random.Random(seed)
    months = [None, *(AS_OF - n for n in (0, 5, 6, 11, 12, 23, 24, 36, 60, 120, 300))]
    records = [*BELOW, *DESK, Post(id="odd", team="tb", name="无层次岗位", level=None, order=9)]
    for i in range(1, 9):
        id, fields = f"p{i}", {}
        fields["level"] = source.choice(LEVELS)
        fields["level_since"] = source.choice(months)
        fields["work_start"] = source.choice(months)
        fields["party_joined"] = source.choice(months)
        fields["party"] = source.choice(["中共党员", "群众", None])
        fields["birth"] = source.choice([None, M("1966-06"), M("1966-09"), M("1980-01")])
        fields["sex"] = source.choice(["男", "女", None])
        fields["hometown"] = source.choice(["青石县", "白水县", None])
        fields["ethnicity"] = source.choice(["彝族", "汉族", None])
        fields["grade"] = source.choice(["四级调研员", None])
        fields["resume"] = source.choice(["略", None])
        fields["absent"] = source.choice(["", "level" if fields["level"] is None else ""])
        fields["unit"] = source.choice(["d", "u", None])
        records += [person(id, **fields)]
        for k in range(source.randrange(3)):
            start = AS_OF - source.randrange(200)
            held = row(f"{id}{k}", "2020-01", None, level=source.choice(LEVELS))
            fields = {"unit_kind": source.choice(["乡镇", "市直部门", None])}
            fields["sure"] = source.choice([30, 100])
            end = start + source.randrange(1, 90)
            end = end if end <= AS_OF else None  # what lies ahead is not on record
            records.append(
                type(held)(**{**_fields(held), **fields, "start": start, "end": end, "person": id})
            )
        if source.random() < 0.4:
            kind = source.choice(["党内警告", "留党察看", "撤销党内职务", "诫勉", "政务记过", None])
            records.append(Sanction(id=f"s{id}", person=id, kind=kind, month=source.choice(months)))
        if source.random() < 0.7:
            result = source.choice(["称职", "基本称职", None])
            records.append(Appraisal(id=f"a{id}", person=id, year=2025, result=result))
        if source.random() < 0.3:
            other, state = f"p{source.randrange(1, 9)}", source.choice(["确认", "待核", "排除"])
            records.append(Kinship(id=f"k{id}", person=id, relative=other, state=state))
        if source.random() < 0.3:
            other = f"p{source.randrange(1, 9)}"
            line = {"title": "姐姐", "name": f"人员{other}", "birth": M("1980-01")}
            records.append(Relative(id=f"r{id}", person=id, **line))
    for post in ("head", "dep1", "dep2", "dep3", "chief", "staff", "auditor"):
        who = source.choice([None, "", *(f"p{i}" for i in range(1, 9))])
        if who != "":
            records.append(sit(post, who))
    quota = {"quota_deputy": source.choice([0, 2, None]), "quota_other": source.choice([0, None])}
    head = {"area_head": source.choice(["县", None]), "party_post": source.random() < 0.5}
    unit = {"autonomy": source.choice(["彝族", None]), "area_kind": source.choice(["县", "自治县"])}
    category = {"category": source.choice(["县级政府", "县级党委"])}
    return county(*records, team={**quota, **category}, head=head, unit=unit)


def _fields(record):
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


@settings(max_examples=40)
@given(st.integers(0, 10_000))
def test_the_vector_says_what_the_reasons_say(seed):
    snapshot = draw_city(seed)
    seating = seated(snapshot)
    people, posts = np.divmod(np.arange(8 * len(snapshot.posts)), len(snapshot.posts))
    found = eligible(BOOK, seating, people, posts, AS_OF)
    for i, (who, post) in enumerate(zip(people, posts, strict=True)):
        barring = [
            each.result
            for each in explain(BOOK, seating, int(who), int(post), AS_OF)
            if each.severity == "forbid"
        ]
        expected = False if "fail" in barring else None if "unknown" in barring else True
        assert found.at(i) is expected, (seed, who, post)


@settings(max_examples=5)
@given(st.integers(0, 10_000))
def test_without_passes_nothing_else_is_missing(seed):
    snapshot = draw_city(seed)
    seating = seated(snapshot)
    people, posts = np.divmod(np.arange(8 * len(snapshot.posts)), len(snapshot.posts))
    whole = explain_pairs(BOOK, seating, people, posts, AS_OF)
    some = explain_pairs(BOOK, seating, people, posts, AS_OF, full=False)
    for all_, kept in zip(whole, some, strict=True):
        assert kept == tuple(each for each in all_ if each.result != "pass")


@settings(max_examples=15)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_pairs_do_not_know_each_other(seed, source):
    snapshot = draw_city(seed)
    seating = seated(snapshot)
    people, posts = np.divmod(np.arange(8 * len(snapshot.posts)), len(snapshot.posts))
    whole = eligible(BOOK, seating, people, posts, AS_OF)
    order = np.array(source.sample(range(len(people)), 20))
    some = eligible(BOOK, seating, people[order], posts[order], AS_OF)
    assert (some.sure == whole.sure[order]).all()
    assert (some.possible == whole.possible[order]).all()


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_time_cures_in_the_month_named_and_not_before(seed):
    snapshot = draw_city(seed)
    seating = seated(snapshot)
    for who in range(8):
        for result in explain(BOOK, seating, who, 0, AS_OF):
            if result.month is None or result.result != "fail" or result.rule == "R1":
                continue
            assert answer_at(seating, who, result.rule, result.month) == "pass"
            assert answer_at(seating, who, result.rule, result.month - 1) != "pass"


def answer_at(seating, who, rule, month):
    results = explain(BOOK, seating, who, 0, month)
    return next(each.result for each in results if each.rule == rule)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_filling_a_gap_never_contradicts_what_was_sure(seed):
    """Birth, level and beginnings filled in one way: sure answers about them stay."""
    snapshot = draw_city(seed)
    seating = seated(snapshot)
    filled = {"birth": M("1980-01"), "work_start": M("2000-01"), "hometown": "白水县"}
    records = []
    for table in snapshot.tables.values():
        for record in table.records():
            fields = _fields(record)
            if table is snapshot.people:
                gaps = {k: v for k, v in filled.items() if fields[k] is None}
                record = type(record)(**{**fields, **gaps})
            records.append(record)
    from leadership_model.people.snapshot import of_records

    later = seated(of_records(records))
    for who in range(8):
        before = {r.rule: r.result for r in explain(BOOK, seating, who, 0, AS_OF)}
        after = {r.rule: r.result for r in explain(BOOK, later, who, 0, AS_OF)}
        for rule in ("Q1", "A5", "M1", "N1"):
            if before.get(rule) in ("pass", "fail"):
                assert after.get(rule) == before[rule]
