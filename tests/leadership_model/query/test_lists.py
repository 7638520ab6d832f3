"""名单 as values: a set like any other, a condition, a name that is kept clean."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.conditions.mask import mask
from leadership_model.conditions.sentence import parse, write
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.table import build
from leadership_model.errors import UserError
from leadership_model.people.named_set import NamedSet, replaced
from leadership_model.people.person import Person
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.query import lists
from leadership_model.query.people_set import PeopleSet, intersect, subtract, unite

MONTH = 24322
NAMES = shipped()
PEOPLE = [Person(id=f"p{at}", name=f"人{at}") for at in range(8)]
IDS = st.lists(st.sampled_from([each.id for each in PEOPLE]), unique=True)


def asked(records, sentence):
    """Give the ids a sentence finds and those it is not known of."""
    snapshot = of_records([*PEOPLE, *records])
    found = mask(parse(sentence, NAMES), build(seat(snapshot, MONTH), NAMES))
    ids = snapshot.people.ids
    return [{ids[at] for at in np.flatnonzero(marks)} for marks in (found.sure, found.unknown)]


@settings(max_examples=15)
@given(IDS, IDS)
def test_being_on_a_list_is_a_condition_like_any_other(first, second):
    records = [
        NamedSet(id="a", label="甲 单", people=" ".join(first)),
        NamedSet(id="b", label="乙单", people=" ".join([*second, "gone"])),
    ]
    a, b = (lists.people_of(each, of_records([*PEOPLE, *records])) for each in records)
    for sentence, expected in (
        ("名单 包含 「甲 单」", a.ids),
        ("名单 包含 「甲 单」 且 名单 包含 乙单", intersect(a, b).ids),
        ("名单 包含 「甲 单」 或 名单 包含 乙单", unite(a, b).ids),
        ("名单 包含 「甲 单」 且 非 (名单 包含 乙单)", subtract(a, b).ids),
    ):
        assert asked(records, sentence) == [set(expected), set()]


def test_a_list_names_who_left_and_sees_them_again():
    record = NamedSet(id="a", label="甲", people="p1 away p2")
    snapshot = of_records([*PEOPLE, record])
    assert lists.people_of(record, snapshot).ids == ("p1", "p2")
    assert lists.gone(record, snapshot) == 1
    back = of_records([*PEOPLE, Person(id="away", name="去而复返"), record])
    assert lists.people_of(record, back).ids == ("p1", "away", "p2")


def test_a_result_becomes_a_list_and_comes_back():
    people = PeopleSet(name="查询结果", origin="年龄 <= 40", ids=("p3", "p1"), sensitive=("性别",))
    made = lists.made(people, "  年轻   干部 ", "换届", "", ())
    assert (made.label, made.folder, made.note) == ("年轻 干部", "换届", None)
    back = lists.people_of(made, of_records([*PEOPLE, made]))
    assert (back.ids, back.sensitive) == (people.ids, people.sensitive)
    assert "年龄 <= 40" in back.origin


@pytest.mark.parametrize(
    ("name", "told"), [("  ", "起一个名字"), ("甲" * 41, "最长"), ("老名单", "已经有名单")]
)
def test_a_name_that_says_nothing_or_is_taken_is_refused(name, told):
    others = [NamedSet(id="o", label="老名单")]
    with pytest.raises(UserError, match=told):
        lists.checked_name(name, others)
    assert lists.checked_name("老名单", others, "o") == "老名单"


def test_nobody_is_no_list():
    with pytest.raises(UserError, match="没有人"):
        lists.made(PeopleSet(name="空", origin="", ids=()), "空", "", "", ())


def test_lists_stand_by_folder_and_can_be_changed():
    records = [
        NamedSet(id="c", label="丙", folder="乙夹", order=1),
        NamedSet(id="b", label="乙", folder="甲夹", order=2, people="p1"),
        NamedSet(id="a", label="甲", order=3),
    ]
    assert {each.id for each in lists.listed(of_records([*PEOPLE, *records]))} == {"a", "b", "c"}
    assert lists.listed(of_records([*PEOPLE, *records]))[0].id == "a"
    more = lists.with_people(records[1], ("p2", "p1"))
    assert more.ids == ("p1", "p2")
    assert lists.without_people(more, ("p1",)).ids == ("p2",)
    assert replaced("p1 p2 p3", "p3", "p1") == "p1 p2"


def test_what_a_question_asks_of_lists_is_named_renamed_and_missed():
    tree = parse("性别 = 女 且 (名单 包含 甲 或 非 (名单 包含 乙))", NAMES)
    snapshot = of_records([*PEOPLE, NamedSet(id="a", label="甲", sensitive="民族、性别")])
    assert lists.asked_in(tree, NAMES) == ("甲", "乙")
    assert lists.missing(tree, NAMES, snapshot) == ("乙",)
    assert lists.sensitive_in(tree, NAMES, snapshot) == ("性别", "民族")
    called = lists.renamed(tree, NAMES, "甲", "新 甲")
    assert write(called) == "性别 = 女 且 (名单 包含 「新 甲」 或 非 (名单 包含 乙))"
    assert lists.renamed(called, NAMES, "新 甲", "甲") == tree


def test_a_list_holds_others_from_now_on():
    record = NamedSet(id="a", label="甲", folder="夹", people="p1", sensitive="性别")
    fresh = lists.holding(record, PeopleSet(name="", origin="年龄 > 50", ids=("p2",)))
    assert fresh == replace(record, people="p2", origin="年龄 > 50", sensitive=None)
