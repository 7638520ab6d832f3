from dataclasses import replace

import pytest

from leadership_model.errors import StaleError, UserError
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.store import load, records
from leadership_model.store.editing import Edit


def entry(id, text, line=0):
    return CareerEntry(id=id, person="p1", line=line, text=text)


@pytest.fixture
def engine(base):
    return base


@pytest.fixture
def person(engine, actor):
    records.add(engine, actor, Person(id="p1", name="张三", absent="party"))
    records.save_many(engine, actor, [entry("c1", "甲"), entry("c2", "乙", 1)])
    return records.get(engine, Person, "p1")


def texts(engine):
    return sorted((e.id, e.line, e.text) for e in load.every(engine, CareerEntry))


def edit(base):
    after = replace(base, sex="女", absent="health")
    moved = replace(entry("c2", "乙", 1), line=2)
    return Edit(
        base,
        after,
        put=(entry("c3", "丙"), moved),
        drop=(entry("c1", "甲"),),
        replaced=(entry("c2", "乙", 1),),
    )


def test_forward_back_and_forward_again(engine, actor, person):
    before, made = texts(engine), edit(person)
    made.forward(engine, actor)
    after = texts(engine)
    assert after == [("c2", 2, "乙"), ("c3", 0, "丙")]
    assert records.get(engine, Person, "p1").sex == "女"
    made.backward(engine, actor)
    assert texts(engine) == before
    stored = records.get(engine, Person, "p1")
    assert (stored.sex, stored.absent) == (None, "party")
    made.forward(engine, actor)
    assert texts(engine) == after
    assert records.get(engine, Person, "p1").absent == "health"


def test_the_first_time_a_stale_record_is_refused(engine, actor, person):
    records.save(engine, actor, replace(person, name="李四"))
    with pytest.raises(StaleError):
        edit(person).forward(engine, actor)


def test_taking_back_leaves_what_others_edited_since(engine, actor, person):
    made = Edit(person, replace(person, sex="女"))
    made.forward(engine, actor)
    stored = records.get(engine, Person, "p1")
    records.save(engine, actor, replace(stored, name="李四", absent="party health"))
    made.backward(engine, actor)
    stored = records.get(engine, Person, "p1")
    assert (stored.sex, stored.name, stored.absent) == (None, "李四", "health party")


def test_a_deleted_record_cannot_be_taken_back(engine, actor):
    records.add(engine, actor, Person(id="p9", name="王五"))
    base = records.get(engine, Person, "p9")
    made = Edit(base, replace(base, sex="男"))
    made.forward(engine, actor)
    records.delete(engine, actor, records.get(engine, Person, "p9"))
    with pytest.raises(UserError, match="已被删除"):
        made.backward(engine, actor)
