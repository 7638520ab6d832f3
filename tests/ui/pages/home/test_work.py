from dataclasses import replace
from types import SimpleNamespace

import pytest

from leadership_model.assessment.survey import assess_all
from leadership_model.people.person import Person
from leadership_model.sample.build import build
from leadership_model.store import engine, records, scenario
from leadership_model.store.actor import Actor
from leadership_model.store.nouns import SavedQuery, ScenarioEntry
from leadership_model.store.records import add
from leadership_model.store.scenario import StoredScenario
from ui import loading
from ui.jobs import Control
from ui.loading import Loaded
from ui.pages.home import lists, todo, work


class Still:
    """Somebody who waits for work and never cancels."""

    cancelled = False

    def __init__(self):
        self.parts = []

    def check(self):
        pass

    def report(self, fraction, text=""):
        pass

    def partial(self, value):
        self.parts.append(value)


@pytest.fixture(scope="module")
def survey(loaded):
    return assess_all(loaded.world)


def test_the_figures_come_first_and_the_comparison_later(loaded, survey):
    control = Still()
    found = work.overview(None, loaded, survey, control)
    assert [part.turns for part in control.parts] == [None]
    assert control.parts[0].figures == found.figures
    assert found.turns is not None


def test_turns_are_the_teams_whose_state_is_another_the_worst_first():
    def states(*names):
        return [SimpleNamespace(team=i, state=name) for i, name in enumerate(names)]

    found = work.turns(
        states("green", "yellow", "green", "red"), states("green", "green", "veto", "yellow")
    )
    assert [(each.team, each.before, each.after) for each in found] == [
        (2, "green", "veto"),
        (3, "red", "yellow"),
        (1, "yellow", "green"),
    ]
    assert work.shifts(found) == "较上月 红 −1 否决 +1"
    assert work.shifts(()) == "较上月 无变化"


def test_the_to_do_list_opens_what_it_names(loaded, survey):
    from leadership_model.assessment import overview
    from leadership_model.rules import quality

    world = loaded.world
    issues = quality.check(world.snapshot, world.as_of, world.book)
    found = todo.todo_list(world, survey, overview.figures(world, survey, issues), issues)
    vetoed = {world.snapshot.teams.ids[a.team] for a in survey if a.state == "veto"}
    assert {each.ids[0] for each in found if each.kind == "team"} == vetoed
    for each in found:
        known = world.person_ids if each.kind == "people" else world.snapshot.teams.ids
        assert set(each.ids) <= set(known)
        assert each.kind != "people" or each.text.startswith(f"{len(each.ids)} 人")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("中共岩峰彝族自治县委员会领导班子", "岩峰彝族自治县"),
        ("易溪县人民政府领导班子", "易溪县政府"),
        ("易溪县人民代表大会常务委员会领导班子", "易溪县人大常委会"),
        (None, "未命名"),
    ],
)
def test_names_of_teams_are_shortened(name, short):
    assert todo.short_team(name) == short


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("2026-11-20T10:31:00", "10:31"),
        ("2026-11-12T10:31:00", "11-12"),
        ("2025-11-12T10:31:00", "2025-11-12"),
        ("", ""),
    ],
)
def test_a_moment_is_written_shortly(stamp, shown):
    assert lists.when(stamp, "2026-11-20") == shown


def test_after_an_edit_the_month_before_is_taken_over_and_says_the_same(stored_city):
    before = stored_city
    known = work.month_before(None, before)
    snapshot = before.base.snapshot
    holder = before.world.seating.holder
    person = snapshot.people.ids[int(holder[holder >= 0][0])]
    row = records.get(before.engine, Person, person)
    records.save(before.engine, _actor("测试员"), replace(row, birth=12 * 1950, sex="女"))
    after = loading.read_again(before)
    found = work.month_before(known, after)
    assert after.base.models is before.base.models  # else nothing is taken over
    assert found.loaded.world.snapshot is after.base.snapshot
    assert found.found == work.month_before(None, after).found
    assert found.found != known.found
    untouched = [one is two for one, two in zip(known.found, found.found, strict=True)]
    assert untouched.count(True) > len(untouched) / 2


def test_another_month_is_looked_at_anew(stored_city):
    known = work.month_before(None, stored_city)
    later = loading.look(stored_city, stored_city.as_of + 1)
    found = work.month_before(known, later)
    assert found.loaded.as_of == stored_city.as_of
    assert found.found == assess_all(loading.look(later, stored_city.as_of).world, with_rules=False)


def test_without_a_database_only_the_common_questions_are_listed(loaded):
    found = lists.side(loaded, "测试员", Still())
    assert (found.plans, found.batch, found.own_queries) == ((), None, False)
    assert found.queries
    assert all(each.count is not None for each in found.queries)


@pytest.fixture
def stored_city(tmp_path):
    path = tmp_path / "city.lmdb"
    build(path, 300, actor=_actor("测试员"))
    opened = engine.open(path, _actor("测试员"))
    base = loading.read_base(opened)
    month = base.snapshot.default_month
    yield loading.look(Loaded(base, month, None, path, opened), month)
    opened.dispose()


@pytest.fixture
def stored(loaded, tmp_path):
    base = engine.create(tmp_path / "a.lmdb", _actor("测试员"), plant=False)
    yield replace(loaded, engine=base)
    base.dispose()


def _actor(name):
    return Actor(name, lambda: "2026-11-20T10:00:00")


def test_plans_of_others_are_never_listed(stored):
    for id, who in (("c-1", "测试员"), ("c-2", "别人")):
        entry = ScenarioEntry(id=id, label=f"方案{id}", effective=24330)
        scenario.save(stored.engine, _actor(who), StoredScenario(entry))
    found = lists.side(stored, "测试员", Still())
    assert [each.id for each in found.plans] == ["c-1"]
    assert found.plan_count == 1


def test_saved_questions_stand_in_place_of_the_common_ones(stored):
    add(stored.engine, _actor("测试员"), SavedQuery(id="q", label="全部男", sentence="性别 = 男"))
    add(stored.engine, _actor("测试员"), SavedQuery(id="r", label="坏", sentence="没有这个 = 1"))
    found = lists.side(stored, "测试员", Still())
    men = stored.world.snapshot.people.texts("sex").mask("男").sum()
    assert [(each.label, each.count) for each in found.queries] == [("全部男", men), ("坏", None)]
    assert [each.id for each in found.queries] == ["q", "r"]
    assert "没有这个" in found.queries[1].fault
    assert found.own_queries


def test_the_control_of_a_job_fits_what_the_work_asks_of_it():
    assert {"check", "report", "partial"} <= set(dir(Control))
