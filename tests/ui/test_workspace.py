"""The workspace over a real file: opening, months, writing, undoing, refusing, closing."""

import pytest

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.store.actor import Actor


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    from leadership_model.sample import build

    path = tmp_path_factory.mktemp("city") / "云溪市.lmdb"
    build.build(path, 300, actor=Actor("测试员", lambda: "2026-11-20T10:00:00"))
    return path


@pytest.fixture
def workspace(bare_context, city, tmp_path, settle):
    import shutil

    copy = tmp_path / city.name
    shutil.copy(city, copy)
    bare_context.workspace.open(copy)
    settle()
    return bare_context.workspace


def rename(name):
    def write(engine, actor):
        from dataclasses import replace

        from leadership_model.store import load, records

        person = load.snapshot(engine).people.record(0)
        return records.save(engine, actor, replace(person, name=name))

    return write


def test_opening_gives_a_consistent_state(workspace):
    assert workspace.is_open
    assert workspace.name == "云溪市"
    assert workspace.world.snapshot is workspace.snapshot
    assert workspace.world.as_of == workspace.as_of == workspace.snapshot.default_month
    assert len(workspace.survey) == len(workspace.snapshot.teams)


def test_a_file_that_is_none_is_refused(bare_context, tmp_path, settle):
    refused, busy = [], []
    bare_context.jobs.refused.connect(refused.append)
    bare_context.workspace.busy.connect(busy.append)
    bare_context.workspace.open(tmp_path / "没有.lmdb")
    settle()
    assert isinstance(refused[0], UserError)
    assert busy == [True, False]
    assert not bare_context.workspace.is_open


def test_a_new_database_is_empty_and_open(bare_context, tmp_path, settle):
    bare_context.workspace.create(tmp_path / "新.lmdb")
    settle()
    assert len(bare_context.workspace.snapshot.people) == 0
    assert bare_context.workspace.survey == ()


def test_a_sample_is_made_and_opened(bare_context, tmp_path, settle):
    bare_context.workspace.make_sample(tmp_path / "示例.lmdb", 300)
    settle()
    assert len(bare_context.workspace.snapshot.people) == 300


def test_another_month_replaces_the_world(workspace, settle, heard):
    workspace.changed.connect(heard.note)
    workspace.set_month(workspace.as_of + 24)
    workspace.set_month(workspace.as_of + 12)
    settle()
    assert [changes.kinds for changes, _ in heard] == [frozenset({"as_of"})]
    assert workspace.world.as_of == workspace.as_of
    assert workspace.survey is not None


def test_a_write_is_read_again_announced_and_can_be_undone(workspace, bare_context, settle, heard):
    former = workspace.snapshot.people.raw("name")[0]
    done = []
    workspace.changed.connect(heard.note)
    workspace.write(
        rename("张三"), "修改 张三", done=done.append, initiator="page", undo=rename(former)
    )
    settle()
    assert workspace.snapshot.people.raw("name")[0] == "张三"
    assert isinstance(done[0], Changes)
    assert heard[0][1] == "page"
    assert bare_context.undo.group.undoText() == "修改 张三"
    bare_context.undo.group.undo()
    settle()
    assert workspace.snapshot.people.raw("name")[0] == former
    bare_context.undo.group.redo()
    settle()
    assert workspace.snapshot.people.raw("name")[0] == "张三"


def test_a_month_asked_for_during_a_write_is_not_lost(workspace, settle):
    month = workspace.as_of + 6
    workspace.write(rename("李四"), "修改 李四")
    workspace.set_month(month)
    settle()
    assert workspace.as_of == month
    assert workspace.snapshot.people.raw("name")[0] == "李四"


def test_a_write_that_fails_changes_nothing(workspace, bare_context, settle):
    refused = []
    bare_context.jobs.refused.connect(refused.append)

    def write(engine, actor):
        raise UserError("记录已被他人修改，请重新打开。")

    before = workspace.snapshot
    workspace.write(write, "修改", undo=rename("x"))
    settle()
    assert refused[0].sentence == "记录已被他人修改，请重新打开。"
    assert workspace.snapshot is before
    assert not bare_context.undo.group.canUndo()


def test_values_without_a_file_cannot_be_written(context):
    with pytest.raises(UserError, match="没有存放"):
        context.workspace.write(rename("x"), "修改")


def test_reading_hands_over_the_engine(workspace, settle):
    from leadership_model.store import load

    class Page:
        got = None

        def take(self, value):
            self.got = value

    page = Page()
    workspace.read(lambda engine, control: load.number(engine), "n", page.take)
    settle()
    assert page.got == workspace.snapshot.number


def test_closing_forgets_everything(workspace, heard):
    workspace.closed.connect(heard.note)
    workspace.close()
    assert heard == [()]
    assert not workspace.is_open
    assert workspace.survey is None
    assert workspace.name == ""
    with pytest.raises(RuntimeError):
        workspace.snapshot  # noqa: B018


def test_a_write_aside_reads_nothing_again_but_is_told(tmp_path, bare_context, settle, heard):
    workspace = bare_context.workspace
    workspace.make_sample(tmp_path / "a.lmdb", 300)
    settle()
    world, survey = workspace.world, workspace.survey
    workspace.changed.connect(heard.note)

    def save(engine, actor):
        from leadership_model.store import scenario
        from leadership_model.store.nouns import ScenarioEntry

        entry = ScenarioEntry(id="c-1", label="甲", effective=24322)
        return scenario.save(engine, actor, scenario.StoredScenario(entry))

    workspace.write_aside(save, initiator="me")
    settle()
    assert [by for _, by in heard] == ["me"]
    assert heard[0][0].touches("scenario")
    assert workspace.world is world
    assert workspace.survey is survey
