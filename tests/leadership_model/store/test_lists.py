"""名单 in a database: kept, renamed with what asks about them, deleted, taken back exactly."""

from dataclasses import replace

import numpy as np
import pytest

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.errors import StaleError, UserError
from leadership_model.people.named_set import NamedSet
from leadership_model.people.person import Person
from leadership_model.store import audit, bulk, load, records
from leadership_model.store.lists import ListEdit
from leadership_model.store.nouns import ColourRule, SavedQuery
from tests.leadership_model.store.conftest import small_city
from tests.leadership_model.store.test_joint import exported

MONTH = 2026 * 12 + 10
MADE = NamedSet(id="l-1", label="甲", people="p-1 p-2", origin="年龄 <= 40")


@pytest.fixture
def kept(base, actor):
    bulk.write(base, actor, small_city())
    ListEdit(None, MADE).forward(base, actor)
    records.save(base, actor, SavedQuery(id="q", label="问", sentence="名单 包含 甲"))
    records.save(base, actor, SavedQuery(id="r", label="别", sentence="姓名 包含 甲"))
    rule = ColourRule(id="c", label="色", sentence="非 (名单 包含 甲)", tone="green")
    records.save(base, actor, rule)
    return base


def stored(base):
    (found,) = load.every(base, NamedSet)
    return found


def test_a_list_is_signed_written_in_the_book_and_taken_back(base, actor):
    bulk.write(base, actor, small_city())
    before = exported(base)
    edit = ListEdit(None, MADE)
    changes = edit.forward(base, actor)
    assert changes.kinds == {"people_set"}
    assert (stored(base).ids, stored(base).entered_by) == (("p-1", "p-2"), actor.name)
    assert [line.what for line in audit.lines(base, "people_set", "l-1")] == ["新建"]
    edit.backward(base, actor)
    assert exported(base) == before
    edit.forward(base, actor)
    assert stored(base).label == "甲"


def test_a_renamed_list_is_called_so_wherever_it_is_asked_about(kept, actor):
    before = exported(kept)
    edit = ListEdit(stored(kept), replace(stored(kept), label="乙 单", folder="夹"))
    edit.forward(kept, actor)
    assert [each.sentence for each in load.saved_queries(kept)] == [
        "名单 包含 「乙 单」",
        "姓名 包含 甲",
    ]
    assert load.every(kept, ColourRule)[0].sentence == "非 (名单 包含 「乙 单」)"
    edit.backward(kept, actor)
    assert exported(kept) == before


def test_a_list_that_is_asked_about_is_not_deleted(kept, actor):
    with pytest.raises(UserError, match="“问”、“色”还在用名单“甲”"):
        ListEdit(stored(kept), None).forward(kept, actor)
    for each in (*load.every(kept, SavedQuery), *load.every(kept, ColourRule)):
        records.delete(kept, actor, each)
    before = exported(kept)
    edit = ListEdit(stored(kept), None)
    edit.forward(kept, actor)
    assert load.every(kept, NamedSet) == ()
    edit.backward(kept, actor)
    assert exported(kept) == before


def test_a_name_that_is_taken_and_a_list_changed_meanwhile_are_refused(kept, actor):
    with pytest.raises(UserError, match="已经有名单“甲”"):
        ListEdit(None, NamedSet(id="l-2", label="甲", people="p-1")).forward(kept, actor)
    read = stored(kept)
    ListEdit(read, replace(read, people="p-1")).forward(kept, actor)
    with pytest.raises(StaleError):
        ListEdit(read, replace(read, people="p-2")).forward(kept, actor)


def test_what_was_written_is_read_without_reading_everything(kept, actor):
    before = load.snapshot(kept)
    read = stored(kept)
    ListEdit(read, replace(read, people="p-2")).forward(kept, actor)
    again = load.again(kept, before)
    assert again is not None
    assert again.snapshot["people_set"].record(0).ids == ("p-2",)
    assert again.snapshot.people is before.people


def test_who_is_on_a_list_is_asked_anew_after_it_changed(kept, actor):
    """With many people an answer ages for those touched alone; a list touches whom it names."""
    many = [Person(id=f"x-{at:02}", name="多") for at in range(40)]
    records.save_many(kept, actor, many)
    world = World.of(load.snapshot(kept), MONTH)
    tree = parse("名单 包含 甲", world.catalogue)

    def found(world):
        sure = world.facts.answers(tree).sure[:-1]
        assert list(sure) == list(world.facts.tri(tree).sure)
        return {world.person_ids[at] for at in np.flatnonzero(sure)}

    assert found(world) == {"p-1", "p-2"}
    read = stored(kept)
    ListEdit(read, replace(read, people="x-07 p-2")).forward(kept, actor)
    again = load.again(kept, world.snapshot)
    assert found(world.refreshed(again.snapshot, again.touched)) == {"x-07", "p-2"}
