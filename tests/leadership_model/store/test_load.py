import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Row
from sqlmodel import SQLModel

from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.people.gaps import text_of
from leadership_model.people.person import STATUSES
from leadership_model.people.snapshot import LAYOUT, of_records
from leadership_model.people.table import kinds_of
from leadership_model.people.tenure import KINDS, Tenure
from leadership_model.store import bulk, engine, load, records
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.kinds import TABLES
from leadership_model.store.nouns import (
    Basket,
    ColourRule,
    ColumnSet,
    ElementEntry,
    FilterEntry,
    ImportBatch,
    ImportChange,
    Noun,
    RuleSetting,
    SavedQuery,
    ScenarioEntry,
    SourceFile,
)
from leadership_model.store.tables import METADATA
from tests.leadership_model.store.conftest import small_city

# Everything Python can encode. PostgreSQL keeps no NUL in a text, and no source has one.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
NUMBERS = st.integers(-(2**31), 2**31 - 1)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "code": st.none() | TEXTS,
    "text": st.none() | TEXTS,
    "number": st.none() | NUMBERS,
    "end": st.none() | NUMBERS,
    "flag": st.none() | st.booleans(),
}
HAVE = {name: [f"{name}-{i}" for i in range(3)] for name in ("unit", "person", "team", "post")}
OWNED = {
    ("kinship", "person"),
    ("kinship", "relative"),
    ("tenure", "post"),
    ("grade_quota", "unit"),
    ("hold", "person"),
}


def values(name):
    """Give strategies for the fields of a record of the snapshot; references point at something."""
    record, owner, references = LAYOUT[name]
    found: dict[str, st.SearchStrategy[Any]] = {}
    for field, kind in kinds_of(record).items():
        if kind == "ref":
            there = st.sampled_from(HAVE[references[field]])
            found[field] = there if field == owner or (name, field) in OWNED else st.none() | there
        elif kind in VALUES:
            found[field] = VALUES[kind]
    found |= {each.name: NUMBERS for each in fields(record) if each.name in ("line", "version")}
    if name == "relative":
        found["order"] = NUMBERS
    if "absent" in kinds_of(record):
        found["absent"] = st.sets(st.sampled_from(list(found))).map(text_of)
    if name == "person":
        found["status"] = st.sampled_from(STATUSES)
    if name == "tenure":
        found["kind"] = st.sampled_from(KINDS)
    return found


@st.composite
def several(draw, name):
    """Draw records of one kind with ids of their own."""
    record, ids = LAYOUT[name][0], HAVE.get(name, ("x-1", "x-2"))
    found = []
    for each in ids:
        drawn = draw(st.fixed_dictionaries(values(name)))
        if record is Tenure and (drawn["person"] is None) == (drawn["outsider"] is None):
            drawn |= {"person": None, "outsider": "外请"}
        found.append(
            record(id=each, changed_at="x", **drawn)
            if "version" in drawn
            else record(id=each, **drawn)
        )
    return found


CITIES = st.tuples(*(several(name) for name in LAYOUT)).map(
    lambda all_: [r for s in all_ for r in s]
)


def empty(made):
    with writing(made) as connection:
        for name in LAYOUT:
            connection.execute(METADATA.tables[name].delete())


@pytest.fixture(scope="module")
def roomy(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "city.db"
    made = engine.create(path, Actor("试", lambda: "2026-11-03"), plant=False)
    yield made
    made.dispose()


@given(CITIES)
@settings(max_examples=25)
def test_records_come_back_as_they_were_written(roomy, city):
    empty(roomy)
    bulk.write(roomy, Actor("试", lambda: "2026-11-03"), city)
    back, wanted = load.snapshot(roomy), of_records(city)
    for name in LAYOUT:
        assert back[name].rows == wanted[name].rows
        assert tuple(back[name].records()) == tuple(wanted[name].records())
        for field, kind in kinds_of(LAYOUT[name][0]).items():
            if kind in ("ref", "number", "flag", "end"):
                assert (back[name].ints(field) == wanted[name].ints(field)).all()
            elif kind in ("code", "text"):
                assert (back[name].texts(field).codes == wanted[name].texts(field).codes).all()


@given(CITIES)
@settings(max_examples=10)
def test_records_saved_one_by_one_come_back_too(roomy, city):
    empty(roomy)
    actor = Actor("试", lambda: "2026-11-03")
    versioned = [r for r in city if hasattr(r, "version")]
    new = [replace(r, changed_at="") for r in versioned] + [r for r in city if r not in versioned]
    records.save_many(roomy, actor, new)
    back, wanted = load.snapshot(roomy), of_records(city)
    for name in LAYOUT:
        kept = [n for n in kinds_of(LAYOUT[name][0]) if n not in ("version", "changed_at")]
        assert all(back[name].raw(n) == wanted[name].raw(n) for n in kept)


def test_a_snapshot_knows_its_number_and_settings(base, actor):
    bulk.write(base, actor, small_city())
    snapshot = load.snapshot(base)
    assert snapshot.number == load.number(base) == 2
    assert "change_number" not in snapshot.settings
    assert snapshot.default_month is None


def test_unknown_and_absent_are_told_apart(base, actor):
    bulk.write(base, actor, small_city())
    first = next(load.snapshot(base).people.records())
    assert first.religion is None
    assert first.is_absent("religion")
    assert first.health is None
    assert not first.is_absent("health")


BATCH = ImportBatch(id="b-1", label="十一月")
NOUNS = [
    ElementEntry(id="e-1", body='{"label": "甲"}', order=2),
    FilterEntry(id="村居任职", body="{}"),
    RuleSetting(id="P1", active=False, severity="note", parameters='{"months": 12}', start=24300),
    SavedQuery(id="q-1", label="年轻", sentence="年龄 <= 40"),
    Basket(id="张三", people="p-1 p-2"),
    ColumnSet(id="v-1", label="短", body='{"columns": []}'),
    ColourRule(id="k-1", label="年轻", sentence="年龄 <= 40", tone="green", active=False),
    ScenarioEntry(id="c-1", label="甲案", effective=24322),
    BATCH,
    ImportChange(
        id="b-1/0", batch="b-1", order=0, kind="person", record="p-1", field="name", old='"甲"'
    ),
    SourceFile(id="f-1", person="p-1", kind="lrmx", batch="b-1", content=b"<x/>", elements="{}"),
]


@pytest.mark.parametrize("record", NOUNS, ids=lambda record: type(record).__name__)
def test_a_noun_comes_back_as_it_was_saved(base, actor, record):
    bulk.write(base, actor, [*small_city(), *([BATCH] if record is not BATCH else [])])
    records.save(base, actor, record)
    (back,) = load.every(base, type(record))
    assert (replace(back, changed_at="") if hasattr(back, "changed_at") else back) == record
    assert records.get(base, type(record), record.id) == back


def test_every_noun_has_a_table():
    assert set(get_args(Noun)) <= set(TABLES)


def test_saved_queries_come_in_the_users_order(base, actor):
    for name, order in (("q-1", 3), ("q-2", 1), ("q-3", 1)):
        records.add(base, actor, SavedQuery(id=name, label=name, sentence="", order=order))
    assert [each.id for each in load.saved_queries(base)] == ["q-2", "q-3", "q-1"]


def test_rule_settings_come_in_order_of_their_rules(base, actor):
    for name in ("R1", "P1"):
        records.add(base, actor, RuleSetting(id=name))
    assert [each.id for each in load.rule_settings(base)] == ["P1", "R1"]


OWN = '{"id": "own-1", "label": "外语等级", "group": "自定义", "kind": "text", "definition": {"kind": "mark", "name": "外语等级"}}'
OWN_FILTER = '{"name": "云溪历练", "branches": ["职务层次 = 乡科级正职"]}'


def test_a_new_database_asks_by_the_shipped_catalogue(base):
    assert load.catalogue(base) is shipped()


def test_own_elements_and_filters_are_laid_over_the_shipped_ones(base, actor):
    records.add(base, actor, ElementEntry(id="own-1", body=OWN))
    records.add(base, actor, FilterEntry(id="云溪历练", body=OWN_FILTER))
    found = load.catalogue(base)
    assert found.element_names() == (*shipped().element_names(), "外语等级")
    assert found.filter_names() == (*shipped().filter_names(), "云溪历练")


def test_own_elements_come_in_the_users_order(base, actor):
    for name, order in (("乙", 2), ("甲", 1)):
        body = OWN.replace("own-1", name).replace("外语等级", name)
        records.add(base, actor, ElementEntry(id=name, body=body, order=order))
    assert load.catalogue(base).element_names()[-2:] == ("甲", "乙")


def test_no_database_object_leaves_the_room(base, actor):
    bulk.write(base, actor, [*small_city(), *NOUNS])
    snapshot = load.snapshot(base)
    for table in snapshot.tables.values():
        assert all(type(row) is tuple for row in table.rows)
    for kind in (SavedQuery, SourceFile, RuleSetting):
        for record in load.every(base, kind):
            assert is_dataclass(record)
            assert not isinstance(record, SQLModel | Row)


def test_reading_needs_no_table_definitions():
    """Opening must not pay for packages that take longer to import than the file to read."""
    code = (
        "import sys; from leadership_model.store import engine, load; "
        "sys.exit(bool({'sqlalchemy', 'sqlmodel', 'pydantic', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_snapshot_is_handed_over_before_the_careers_are_read(base, actor):
    bulk.write(base, actor, small_city())
    begun = []

    def begin(snapshot):
        assert "education" not in snapshot.tables._tables
        begun.append((snapshot, len(snapshot.people), len(snapshot.posts)))

    found = load.snapshot(base, begin)
    ((early, *counts),) = begun
    assert early is found
    assert counts == [2, 2]
    whole = load.snapshot(base)
    assert {name: found[name].rows for name in LAYOUT} == {
        name: whole[name].rows for name in LAYOUT
    }


def test_who_waits_for_careers_learns_that_reading_failed(base, actor, monkeypatch):
    bulk.write(base, actor, small_city())
    begun = []
    whole = load.bulk

    def half(connection, kind, columns, once):
        if kind == "career_entry":
            raise OSError("disk")
        return whole(connection, kind, columns, once)

    monkeypatch.setattr(load, "bulk", half)
    with pytest.raises(OSError, match="disk"):
        load.snapshot(base, begun.append)
    with pytest.raises(UserError, match="没有读完"):
        begun[0]["career_entry"]


def test_more_rows_than_a_portion_come_in_one_piece(base, actor):
    from leadership_model.people.person import Person
    from leadership_model.store.rows import PORTION

    ids = [f"p-{number:05d}" for number in range(2 * PORTION + 1)]
    bulk.write(base, actor, [Person(id=each, name="甲") for each in ids])
    assert load.snapshot(base).people.ids == tuple(ids)


def test_equal_values_are_one_object(base, actor):
    from leadership_model.people.person import Appraisal, Person
    from leadership_model.store.rows import PORTION

    people = [Person(id=f"p-{at:04d}", name="甲", health="健康") for at in range(PORTION + 2)]
    years = [
        Appraisal(id=f"a-{each.id}", person=each.id, year=2020, result="称职") for each in people
    ]
    bulk.write(base, actor, [*people, *years])
    found = load.snapshot(base)
    assert len({id(text) for text in found.people.raw("health")}) == 1
    assert len({id(year) for year in found["appraisal"].raw("year")}) == 1
    owners = zip(found["appraisal"].raw("person"), found.people.ids, strict=True)
    assert all(named is own for named, own in owners)


def test_no_table_read_in_bulk_holds_fractions_or_bytes():
    for name in LAYOUT:
        kinds_found = {type(column.type).__name__ for column in METADATA.tables[name].c}
        assert kinds_found <= {"AutoString", "Integer", "Boolean"}, name
