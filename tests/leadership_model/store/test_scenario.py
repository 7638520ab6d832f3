import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadership_model.changes import NOTHING
from leadership_model.errors import StaleError, UserError
from leadership_model.staffing.status import NEXT, STATUSES
from leadership_model.store import audit, load, scenario
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading
from leadership_model.store.nouns import ScenarioEntry
from leadership_model.store.scenario import StoredScenario
from leadership_model.store.seats import plans_with

ENTRY = ScenarioEntry(id="c-1", label="甲案", effective=24322, cursor=2)


def stored_now(base, name="王经办"):
    return scenario.get(base, "c-1", name)


@pytest.fixture
def stored(base, actor):
    scenario.save(base, actor, StoredScenario(ENTRY, ('{"move": 1}', '{"move": 2}')))
    return stored_now(base)


@pytest.fixture
def other(actor):
    return Actor("李四", actor.clock)


def test_a_scenario_is_read_as_it_was_saved(base, actor, stored):
    assert stored.moves == ('{"move": 1}', '{"move": 2}')
    assert replace(stored.entry, changed_at="") == replace(ENTRY, author=actor.name)
    assert scenario.visible_to(base, actor.name) == (stored,)


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


def test_a_scenario_is_seen_by_its_author_and_by_whom_it_was_shared_with(
    base, actor, other, stored
):
    scenario.save(base, other, StoredScenario(ScenarioEntry(id="c-2", label="乙案", effective=1)))
    scenario.save(base, actor, StoredScenario(ScenarioEntry(id="c-3", label="丙案", effective=1)))
    scenario.share(base, actor, "c-3", ["李四", "王五", "王五", actor.name])
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
    shared = scenario.get(base, "c-3", "王五").entry
    assert (json.loads(shared.shared), shared.status) == (["李四", "王五"], "已共享")


def test_nobody_else_reads_changes_deletes_or_learns_of_a_scenario(base, actor, other, stored):
    assert stored_now(base, "李四") is None
    changed = replace(stored, entry=replace(stored.entry, label="甲案改"))
    for attempt in (
        lambda: scenario.save(base, other, changed),
        lambda: scenario.delete(base, other, stored),
        lambda: scenario.share(base, other, "c-1", ["李四"]),
        lambda: scenario.set_status(base, other, "c-1", "已批准锁定"),
    ):
        with pytest.raises(StaleError, match="已被删除，或不再与您共享"):
            attempt()
    assert stored_now(base) == stored


def test_no_deletion_of_a_post_tells_of_the_plan_of_another(base, actor):
    named = StoredScenario(replace(ENTRY, cursor=0), ('{"post": "s-1"}',))
    scenario.save(base, actor, named)
    with reading(base) as connection:
        assert plans_with(connection, "s-1", actor.name) == ["甲案"]
        assert plans_with(connection, "s-1", "李四") == []
    scenario.share(base, actor, "c-1", ["李四"])
    with reading(base) as connection:
        assert plans_with(connection, "s-1", "李四") == ["甲案"]


def test_who_it_was_shared_with_may_change_but_not_share_archive_or_delete_it(
    base, actor, other, stored
):
    scenario.share(base, actor, "c-1", ["李四"])
    now = stored_now(base)
    scenario.save(base, other, replace(now, entry=replace(now.entry, label="甲案改")))
    now = stored_now(base)
    assert (now.entry.label, now.entry.author) == ("甲案改", actor.name)
    for attempt in (
        lambda: scenario.share(base, other, "c-1", ["赵六"]),
        lambda: scenario.set_status(base, other, "c-1", "归档"),
        lambda: scenario.delete(base, other, now),
    ):
        with pytest.raises(UserError, match="只有编制人可以"):
            attempt()


def test_saving_changes_neither_author_readers_nor_status(base, actor, stored):
    forged = replace(stored.entry, author="李四", shared='["李四"]', status="已执行", label="改")
    scenario.save(base, actor, replace(stored, entry=forged))
    now = stored_now(base).entry
    assert (now.label, now.author, now.shared, now.status) == ("改", actor.name, "[]", "草案")


@pytest.mark.parametrize("status", ["已批准锁定", "归档"])
def test_a_locked_plan_holds_still(base, actor, stored, status):
    scenario.set_status(base, actor, "c-1", status)
    now = stored_now(base)
    assert now.entry.status == status
    assert scenario.save(base, actor, now) == NOTHING
    with pytest.raises(UserError, match="不能再改"):
        scenario.save(base, actor, replace(now, entry=replace(now.entry, cursor=1)))
    with pytest.raises(UserError, match="不能再改"):
        scenario.save(base, actor, replace(now, moves=("{}", "{}")))
    assert stored_now(base) == now


def test_an_approved_plan_is_not_deleted(base, actor, stored):
    scenario.set_status(base, actor, "c-1", "已批准锁定")
    with pytest.raises(UserError, match="请先撤回批准"):
        scenario.delete(base, actor, stored_now(base))


def test_an_archived_plan_comes_back_as_what_it_was(base, actor, stored):
    for step in ("已批准锁定", "已执行", "归档"):
        scenario.set_status(base, actor, "c-1", step)
    with pytest.raises(UserError, match="取消归档后是“已执行”"):
        scenario.set_status(base, actor, "c-1", "草案")
    scenario.set_status(base, actor, "c-1", "已执行")
    assert (stored_now(base).entry.status, stored_now(base).entry.former) == ("已执行", None)


def test_an_approval_withdrawn_leaves_the_readers(base, actor, stored):
    scenario.share(base, actor, "c-1", ["李四"])
    scenario.set_status(base, actor, "c-1", "已批准锁定")
    scenario.set_status(base, actor, "c-1", "草案")
    assert stored_now(base).entry.status == "已共享"


def test_a_draft_is_not_carried_out(base, actor, stored):
    with pytest.raises(UserError, match="现在是“草案”，不能直接改为“已执行”"):
        scenario.set_status(base, actor, "c-1", "已执行")
    assert set(NEXT) == set(STATUSES)


NAMES = ["王经办", "李四", "赵六"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["save", "share", "status", "delete"]),
        st.sampled_from(["c-1", "c-2"]),
        st.lists(st.sampled_from(NAMES), max_size=2),
        st.sampled_from(STATUSES),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(STEPS)
def test_whatever_is_done_only_author_and_named_ones_see_a_plan(base, actor, steps):
    run = len(audit.lines(base))  # ids of this example
    truth = {}  # id -> (author, readers)
    for name, what, plan, names, status in steps:
        id = f"{plan} {run}"
        by = Actor(name, actor.clock)
        mine = id in truth and name in (truth[id][0], *truth[id][1])
        try:
            if what == "save":
                fresh = StoredScenario(
                    ScenarioEntry(id=id, label=f"{id} {len(names)}", effective=1)
                )
                former = scenario.get(base, id, name)
                scenario.save(base, by, former or fresh)
                truth.setdefault(id, (name, ()))
            elif what == "share":
                scenario.share(base, by, id, names)
                truth[id] = (truth[id][0], tuple(names))
            elif what == "status":
                scenario.set_status(base, by, id, status)
                assert mine
            elif former := scenario.get(base, id, name):
                scenario.delete(base, by, former)
                del truth[id]
        except UserError:
            pass
    for name in NAMES:
        seen = {id for id, (author, readers) in truth.items() if name in (author, *readers)}
        mine = {each.entry.id for each in scenario.visible_to(base, name)}
        assert {id for id in mine if id.endswith(f" {run}")} == seen
        for id in (f"c-1 {run}", f"c-2 {run}"):
            assert (scenario.get(base, id, name) is not None) == (id in seen)


def test_plans_are_listed_without_moves_as_with_them(base, actor, other):
    for who, id in ((actor, "z-1"), (other, "z-2"), (actor, "z-3")):
        scenario.save(base, who, StoredScenario(ScenarioEntry(id=id, label=id, effective=24323)))
    scenario.share(base, other, "z-2", [actor.name])
    for name in (actor.name, other.name, "外人"):
        whole = tuple(each.entry for each in scenario.visible_to(base, name))
        assert load.plans(base, name) == whole
    assert [each.id for each in load.plans(base, actor.name)] == ["z-2", "z-3", "z-1"]
