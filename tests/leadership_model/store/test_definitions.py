"""Own elements and filters: written over what is shipped, taken back exactly, never over others."""

import random
from dataclasses import replace

import pytest

from leadership_model.conditions.tree import Compare
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import ExperienceFilter
from leadership_model.errors import StaleError
from leadership_model.store import audit, load
from leadership_model.store.definitions import Change, DefinitionsEdit
from leadership_model.store.nouns import ElementEntry, FilterEntry

SHIPPED = shipped()


def bodies(engine):
    entries = (*load.every(engine, ElementEntry), *load.every(engine, FilterEntry))
    return [(each.id, each.body, each.order) for each in entries]


def test_a_new_element_is_stored_and_taken_back(base, actor):
    made = starts.begin("band", SHIPPED)
    edit = DefinitionsEdit((Change(None, made),))
    changes = edit.forward(base, actor)
    assert changes.touches("element")
    assert load.catalogue(base).element(made.label) == made
    edit.backward(base, actor)
    assert bodies(base) == []
    edit.forward(base, actor)
    assert load.catalogue(base).element(made.label) == made


def test_a_shipped_element_gets_an_entry_of_its_own_and_loses_it(base, actor):
    was = SHIPPED.element("40岁左右")
    now = replace(was, help="另一句", retired=True)
    DefinitionsEdit((Change(was, now),)).forward(base, actor)
    assert [each.id for each in load.catalogue(base).elements] == [e.id for e in SHIPPED.elements]
    assert load.catalogue(base).element("40岁左右").retired
    DefinitionsEdit((Change(now, was),)).forward(base, actor)
    assert bodies(base) == []
    assert load.catalogue(base) == SHIPPED


def test_a_renamed_filter_leaves_nothing_behind(base, actor):
    was = ExperienceFilter("甲", ((Compare("单位类别", "=", "乡镇"),),))
    DefinitionsEdit((Change(None, was),)).forward(base, actor)
    before = bodies(base)
    edit = DefinitionsEdit((Change(was, replace(was, name="乙")),))
    edit.forward(base, actor)
    assert [each[0] for each in bodies(base)] == ["乙"]
    edit.backward(base, actor)
    assert bodies(base) == before


def test_what_somebody_else_changed_is_not_written_over(base, actor):
    was = SHIPPED.element("年龄段")
    DefinitionsEdit((Change(was, replace(was, help="甲")),)).forward(base, actor)
    with pytest.raises(StaleError, match="已被别人改过"):
        DefinitionsEdit((Change(was, replace(was, help="乙")),)).forward(base, actor)


def test_every_write_has_a_line_in_the_book(base, actor):
    made = starts.begin("when", SHIPPED)
    edit = DefinitionsEdit((Change(None, made),))
    edit.forward(base, actor)
    edit.backward(base, actor)
    assert [each.what for each in audit.lines(base, "element", made.id)] == ["新建", "删除"]


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_all_undone_give_the_first_entries(base, actor, seed):
    chance = random.Random(seed)
    DefinitionsEdit((Change(None, starts.begin("mark", SHIPPED)),)).forward(base, actor)
    first, done = bodies(base), []
    for number in range(8):
        catalogue = load.catalogue(base)
        was = chance.choice((*catalogue.elements, *catalogue.filters))
        now = replace(was, help=f"说明 {number}", retired=chance.random() < 0.3)
        change = Change(None, starts.begin("when", catalogue))
        edit = DefinitionsEdit((change if chance.random() < 0.3 else Change(was, now),))
        edit.forward(base, actor)
        done.append(edit)
    assert bodies(base) != first
    for edit in reversed(done):
        edit.backward(base, actor)
    assert bodies(base) == first
