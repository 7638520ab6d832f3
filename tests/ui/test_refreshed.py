"""One person changed: the workspace reads that person only, and judges only what it touches."""

import gc
from dataclasses import replace

import pytest

from leadership_model.assessment import codec, survey
from leadership_model.assessment.survey import assess_all
from leadership_model.store import derived, load, records
from leadership_model.store import engine as engines
from leadership_model.store.actor import Actor
from ui import loading


@pytest.fixture
def workspace(bare_context, tmp_path, settle):
    bare_context.workspace.make_sample(tmp_path / "云溪市.lmdb", 300)
    settle()
    return bare_context.workspace


def seated(workspace):
    holder = workspace.world.seating.holder
    return workspace.snapshot.people.ids[int(holder[holder >= 0][5])]


def change(key, **values):
    def write(engine, actor):
        from leadership_model.people.person import Person

        return records.save(engine, actor, replace(records.get(engine, Person, key), **values))

    return write


def anew(workspace):
    """Give the survey of the database read anew."""
    fresh = replace(workspace.loaded, base=loading.read_base(workspace.loaded.engine))
    return assess_all(loading.look(fresh, workspace.as_of).world)


def refuse(*_args, **_options):
    raise AssertionError("everything was read or judged again")


def test_nothing_else_is_read_or_judged(workspace, settle, monkeypatch):
    key, tables = seated(workspace), workspace.snapshot.tables
    monkeypatch.setattr(load, "snapshot", refuse)
    monkeypatch.setattr(survey, "assess_all", refuse)
    workspace.write(change(key, birth=12 * 1990), "修改")
    settle()
    at = workspace.snapshot.people.positions[key]
    assert workspace.snapshot.people.raw("birth")[at] == 12 * 1990
    assert workspace.snapshot["career_entry"] is tables["career_entry"]
    monkeypatch.undo()
    assert workspace.survey == anew(workspace)


def test_the_survey_is_there_as_soon_as_the_change_is_announced(workspace, settle):
    class Page:
        surveys = ()

        def take(self, changes, initiator):
            self.surveys = (*self.surveys, workspace.survey)

    page = Page()
    workspace.changed.connect(page.take)
    workspace.write(change(seated(workspace), name="改名"), "修改")
    settle()
    assert page.surveys == (workspace.survey,)
    assert workspace.survey is not None


def test_two_writes_at_once_both_count(workspace, settle):
    key = seated(workspace)
    workspace.write(change(key, name="甲一"), "修改")
    workspace.write(change(key, birth=12 * 1971), "修改")
    settle()
    person = workspace.snapshot.people.record(workspace.snapshot.people.positions[key])
    assert (person.name, person.birth) == ("甲一", 12 * 1971)
    assert workspace.survey == anew(workspace)


def test_closing_keeps_the_survey_for_the_next_start(workspace, settle):
    path, month = workspace.path, workspace.as_of
    workspace.write(change(seated(workspace), birth=12 * 1969), "修改")
    settle()
    number = workspace.snapshot.number
    assert derived.get(workspace.loaded.engine, loading.SURVEY, number, month) is None
    found = workspace.survey
    workspace.close()
    engine = engines.open(path, Actor("测试员", lambda: "2026-11-20T10:00:00"))
    kept = derived.get(engine, loading.SURVEY, number, month)
    engine.dispose()
    assert kept is not None
    assert codec.decode(kept) == found


def test_an_edit_leaves_no_circles_behind(workspace):
    """The window seldom looks for cyclic garbage: what an edit replaces must end by itself."""
    key, loaded, survey = seated(workspace), workspace.loaded, workspace.survey
    actor = Actor("王经办", lambda: "2026-11-03T09:00:00")
    try:
        for number in range(4):
            if number == 3:  # what is made once is there
                gc.collect()
                gc.set_debug(gc.DEBUG_SAVEALL)
            change(key, name=f"改名{number}", birth=12 * 1980 + number)(loaded.engine, actor)
            loaded = loading.read_again(loaded, survey)
            survey = loaded.kept
        gc.collect()
        left = {type(each).__name__ for each in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert left.isdisjoint({"Snapshot", "Table", "Kept", "Source", "Rows", "Careers"})
