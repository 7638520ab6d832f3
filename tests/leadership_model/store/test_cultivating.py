"""Reserve, training, tasks and entries: what goes with whom, and what is refused."""

from dataclasses import replace

import pytest

from leadership_model.errors import StaleError, UserError
from leadership_model.people.person import Person
from leadership_model.people.reserve import Reserve, Training
from leadership_model.people.team import Indicator, Team, TeamTask
from leadership_model.store import bulk, load, records
from leadership_model.store.belongings import Merger, Removal
from leadership_model.store.joint import JointEdit
from leadership_model.store.signed import SignedEdit
from tests.leadership_model.store.conftest import find, small_city


@pytest.fixture
def city(base, actor):
    bulk.write(base, actor, small_city())
    return base


STAY = Reserve(id="b-1", person="p-2", list="近期使用", role="正职", level="县处级正职")
STEP = Training(id="g-1", person="p-2", link="集中培训", title="中青班")
TASK = TeamTask(id="k-1", team="t-1", title="上党课", due=24321)


def test_who_is_removed_takes_reserve_and_training_along_and_brings_them_back(city, actor):
    for each in (STAY, STEP):
        records.save(city, actor, each)
    removal = Removal(find(city, Person, "p-2"))
    removal.forward(city, actor)
    assert load.every(city, Reserve) == load.every(city, Training) == ()
    removal.backward(city, actor)
    assert (load.every(city, Reserve), load.every(city, Training)) == ((STAY,), (STEP,))


def test_who_is_merged_hands_them_over(city, actor):
    for each in (STAY, STEP):
        records.save(city, actor, each)
    merger = Merger(find(city, Person, "p-1"), find(city, Person, "p-2"), {})
    merger.forward(city, actor)
    assert [each.person for each in load.every(city, Reserve)] == ["p-1"]
    assert [each.person for each in load.every(city, Training)] == ["p-1"]
    merger.backward(city, actor)
    assert load.every(city, Reserve) == (STAY,)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (TASK, "班子任务"),
        (Indicator(id="i-1", team="t-1", year=2026, name="a", value="90", system="y",
                   period="H1"), "班子指标"),
    ],
)  # fmt: skip
def test_a_team_with_tasks_or_entries_is_not_deleted(city, actor, row, word):
    team = Team(id="t-1x", unit="u-1", name="空班子")
    records.add(city, actor, team)
    records.save(city, actor, replace(row, team="t-1x"))
    with pytest.raises(UserError, match=word):
        records.delete(city, actor, find(city, Team, "t-1x"))
    assert find(city, Team, "t-1x") is not None


def test_an_edit_made_of_an_older_state_is_refused_whole(city, actor):
    team = find(city, Team, "t-1")
    records.save(city, actor, TASK)  # somebody else
    fresh = Indicator(id="i-2", team="t-1", year=2026, name="a", value="90", system="y")
    edit = SignedEdit(JointEdit((team,), (team, fresh), title="登记"))
    with pytest.raises(StaleError):
        edit.forward(city, actor)
    assert load.every(city, Indicator) == ()


def test_who_entered_it_and_when_is_kept(city, actor):
    team = find(city, Team, "t-1")
    fresh = Indicator(id="i-2", team="t-1", year=2026, name="a", value="90", system="y")
    SignedEdit(JointEdit((team,), (team, fresh), title="登记")).forward(city, actor)
    (entry,) = load.every(city, Indicator)
    assert (entry.entered_by, bool(entry.entered_at)) == (actor.name, True)
