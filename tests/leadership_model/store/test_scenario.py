from dataclasses import replace

import pytest

from leadership_model.changes import NOTHING
from leadership_model.errors import StaleError
from leadership_model.store import audit, scenario
from leadership_model.store.actor import Actor
from leadership_model.store.nouns import ScenarioEntry
from leadership_model.store.scenario import StoredScenario

ENTRY = ScenarioEntry(id="c-1", label="甲案", effective=24322, cursor=2)


def stored_now(base):
    return scenario.get(base, "c-1")


@pytest.fixture
def stored(base, actor):
    scenario.save(base, actor, StoredScenario(ENTRY, ('{"move": 1}', '{"move": 2}')))
    return stored_now(base)


def test_a_scenario_is_read_as_it_was_saved(base, stored):
    assert stored.moves == ('{"move": 1}', '{"move": 2}')
    assert replace(stored.entry, changed_at="") == ENTRY
    assert scenario.list_all(base) == (stored,)


def test_moves_keep_their_order_beyond_ten(base, actor, stored):
    moves = tuple(str(number) for number in range(12))
    scenario.save(base, actor, replace(stored, moves=moves))
    assert stored_now(base).moves == moves


def test_moves_are_changed_dropped_and_added(base, actor, stored):
    shorter = replace(stored, entry=replace(stored.entry, cursor=1), moves=("[]",))
    scenario.save(base, actor, shorter)
    assert stored_now(base).moves == ("[]",)
    assert stored_now(base).entry.version == 2


def test_moves_alone_raise_the_version(base, actor, stored):
    scenario.save(base, actor, replace(stored, moves=("[]", "[]")))
    assert stored_now(base).entry.version == 2
    with pytest.raises(StaleError, match="方案“甲案”"):
        scenario.save(base, actor, replace(stored, moves=("{}", "{}")))


def test_saving_what_is_equal_writes_nothing(base, actor, stored):
    lines = audit.lines(base)
    assert scenario.save(base, actor, stored) == NOTHING
    assert audit.lines(base) == lines


def test_a_deleted_scenario_takes_its_moves_along(base, actor, stored):
    scenario.delete(base, actor, stored)
    assert stored_now(base) is None
    assert [line.what for line in audit.lines(base, "scenario_move")] == ["新建"] * 2 + ["删除"] * 2


def test_a_stale_scenario_is_not_deleted(base, actor, stored):
    scenario.save(base, actor, replace(stored, entry=replace(stored.entry, label="乙案")))
    with pytest.raises(StaleError):
        scenario.delete(base, actor, stored)


def test_a_cursor_stays_within_the_moves():
    with pytest.raises(ValueError, match="不能停在第 2 步"):
        StoredScenario(ENTRY, ("{}",))


def test_a_scenario_is_seen_by_its_author_and_by_whom_it_was_shared_with(base, actor, stored):
    other = Actor("李四", actor.clock)
    scenario.save(base, other, StoredScenario(ScenarioEntry(id="c-2", label="乙案", effective=1)))
    shared = ScenarioEntry(
        id="c-3", label="丙案", effective=1, options='{"shared_with": ["李四", "王五"]}'
    )
    scenario.save(base, actor, StoredScenario(shared))
    seen = {
        name: {s.entry.id for s in scenario.visible_to(base, name)}
        for name in (actor.name, "李四", "王五", "赵六")
    }
    assert seen == {
        actor.name: {"c-1", "c-3"},
        "李四": {"c-2", "c-3"},
        "王五": {"c-3"},
        "赵六": set(),
    }


def test_a_change_by_somebody_else_does_not_make_him_the_author(base, actor, stored):
    other = Actor("李四", actor.clock)
    scenario.save(base, other, replace(stored, entry=replace(stored.entry, label="甲案改")))
    assert scenario.visible_to(base, "李四") == ()
    assert [s.entry.label for s in scenario.visible_to(base, actor.name)] == ["甲案改"]
