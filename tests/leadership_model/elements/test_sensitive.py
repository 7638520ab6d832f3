"""No chain of derived elements gets round sensitivity: what is not sensitive does not feel it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.conditions.protocols import ChoiceColumn, NumberColumn, SetColumn
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Compare, Exists, Is, Not
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import Band, ExperienceFilter, Group, MarkOf, When
from leadership_model.elements.sensitive import chain, chains_in, explain
from leadership_model.elements.soundness import faults
from leadership_model.people.person import Person, Relative
from tests.leadership_model.elements.makers import features, job, mark, person, schooling, tenure
from tests.leadership_model.elements.makers import township as make_township

SHIPPED = shipped()
COUNTY = ("青川县", "南屏县", None)


def people(draw):
    """Draw people in pairs of worlds that differ in sensitive fields only."""
    plain, other = [], []
    for number in range(4):
        name = f"p{number}"
        base = person(
            name,
            birth=f"{draw(st.integers(1966, 1990))}.0{draw(st.integers(1, 9))}",
            work_start="1995.07",
            level=draw(st.sampled_from(["乡科级正职", "乡科级副职", "县处级副职"])),
        )
        for world in (plain, other):
            world.append(replace(base, **sensitive_fields(draw)))
            world += relatives(draw, name)
    return plain, other


def sensitive_fields(draw):
    return {
        "sex": draw(st.sampled_from(["男", "女", None])),
        "ethnicity": draw(st.sampled_from(["汉族", "回族", None])),
        "party": draw(st.sampled_from(["中共党员", "民革", "群众", None])),
        "party_joined": draw(st.sampled_from([months.of(2001, 7), None])),
        "health": draw(st.sampled_from(["健康", "一般", None])),
        "religion": draw(st.sampled_from(["佛教", None])),
        "marriage": draw(st.sampled_from(["已婚", "未婚", None])),
        "origin": draw(st.sampled_from(COUNTY)),
        "birthplace": draw(st.sampled_from(COUNTY)),
        "hometown": draw(st.sampled_from(COUNTY)),
    }


def relatives(draw, owner):
    titles = draw(st.lists(st.sampled_from(["妻子", "儿子", "父亲"]), max_size=2))
    return [
        Relative(id=f"{owner}-r{at}", person=owner, title=title) for at, title in enumerate(titles)
    ]


def derived(draw, catalogue, number):
    """Build one more element (perhaps over a new filter) on anything there is so far."""
    label = f"派生{number}"
    labels = [each.label for each in catalogue.elements if each.kind != "text"]
    of = catalogue.element(draw(st.sampled_from(labels)))
    kind = draw(st.sampled_from(["when", "not", "band", "group", "rows", "filter"]))
    base = replace(starts.begin("when", catalogue), id=f"x{number}", label=label)
    match kind:
        case "band" if of.kind in ("number", "month"):
            middle = float(int((of.low + of.high) / 2))
            made = Band(of.label, (middle,), ("低", "高"))
            return catalogue, replace(base, kind="choice", definition=made, values=("低", "高"))
        case "group" if of.kind == "choice" and of.values:
            made = Group(of.label, ((of.values[0], "甲"), ("*", "乙")))
            return catalogue, replace(base, kind="choice", definition=made, values=("甲", "乙"))
        case "rows":
            return catalogue, replace(base, definition=When(Exists("亲属", ())))
        case "filter":
            home = draw(st.sampled_from(["本地", "本单位", "挂职"]))
            made = ExperienceFilter(f"经历{number}", ((Compare(home, "=", "是"),),))
            grown = catalogue.with_filter(made)
            condition = parse(f"曾任 经历{number}", grown)
            return grown, replace(base, definition=When(condition))
        case _:
            asked = Is(of.label, draw(st.sampled_from(["已知", "待核"])))
            if of.values and of.kind in ("choice", "flag"):
                asked = Compare(of.label, "=", draw(st.sampled_from(of.values)))
            if of.kind == "flag":
                asked = Compare(of.label, "=", draw(st.sampled_from(["是", "否"])))
            return catalogue, replace(base, definition=When(Not(asked) if kind == "not" else asked))


def same(one, other):
    match one:
        case NumberColumn():
            parts = ("low", "high", "absent", "unknown", "may_be_absent")
            return all(np.array_equal(getattr(one, p), getattr(other, p)) for p in parts)
        case ChoiceColumn():
            words = [[c.values[i] if i >= 0 else i for i in c.codes] for c in (one, other)]
            return words[0] == words[1]
        case SetColumn():
            return np.array_equal(one.bits, other.bits) and np.array_equal(one.open, other.open)
        case _:
            return one.texts == other.texts


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_not_sensitive_does_not_feel_sensitive_fields(data):
    catalogue = SHIPPED
    for number in range(data.draw(st.integers(1, 6))):
        catalogue, element = derived(data.draw, catalogue, number)
        if not faults(element, catalogue):
            catalogue = catalogue.with_element(element)
    plain, other = people(data.draw)
    rest = [
        *make_township(),
        job("2010.01", "2014.01", of="p0"),
        job("2014.01", of="p0"),
        job("2012.05", of="p1", area="南屏县"),
        schooling("全日制", of="p1"),
        tenure("镇-书记", "2020.01", of="p0"),
        mark("专长", "经济", of="p2"),
    ]
    one = features(*plain, *rest, catalogue=catalogue)
    two = features(*other, *rest, catalogue=catalogue)
    felt = [
        each.label
        for each in catalogue.elements
        if not catalogue.sensitive(each.label)
        and not same(one.column(each.label), two.column(each.label))
    ]
    assert felt == []


def test_every_sensitive_shipped_element_says_why():
    for element in SHIPPED.elements:
        assert bool(chain(element.label, SHIPPED)) == SHIPPED.sensitive(element.label)
    assert chain("距到龄月数", SHIPPED) == ("距到龄月数", "到龄时间", "性别")
    assert chain("外地任职", SHIPPED) == ("外地任职", "本地（与成长地相比）")


@pytest.mark.parametrize("name", ["民族备注", "婚姻状况（摸底）", "是否党员", "子女就学"])
def test_a_mark_that_speaks_of_what_is_sensitive_is_sensitive(name):
    element = replace(starts.begin("mark", SHIPPED), label="标签", definition=MarkOf(name))
    grown = SHIPPED.with_element(element)
    assert chain("标签", grown) == ("标签", f"手工录入的“{name}”")
    plain = replace(element, definition=MarkOf("考试成绩"))
    assert not SHIPPED.with_element(plain).sensitive("标签")
    said = replace(element, definition=MarkOf("考试成绩", sensitive=True))
    assert SHIPPED.with_element(said).sensitive("标签")


def test_words_for_a_refusal():
    condition = parse("距到龄月数 >= 24 且 年龄 <= 50", SHIPPED)
    assert explain(chains_in(condition, SHIPPED)) == "“距到龄月数”（由 到龄时间 → 性别 得出）"


def test_people_of_the_pair_really_differ():
    one = features(Person(id="p", name="甲", sex="男"))
    two = features(Person(id="p", name="甲", sex="女"))
    assert not same(one.column("性别"), two.column("性别"))
