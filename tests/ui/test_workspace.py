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


@pytest.fixture
def once(workspace, bare_context, settle):
    """A database that was open before: its survey is kept. Gives its path."""
    path = workspace.path
    workspace.close()
    return path


def test_the_next_start_shows_the_kept_survey_at_once(once, bare_context, settle, monkeypatch):
    from leadership_model.assessment import survey

    def never(world, **options):
        raise UserError("not now")

    monkeypatch.setattr(survey, "assess_all", never)
    workspace = bare_context.workspace
    workspace.open(once)
    settle()
    assert len(workspace.survey) == len(workspace.snapshot.teams)


def test_the_kept_survey_is_what_would_be_worked_out(once, bare_context, settle, heard):
    from leadership_model.assessment.survey import assess_all

    workspace = bare_context.workspace
    workspace.surveyed.connect(heard.note)
    workspace.open(once)
    settle()
    assert workspace.survey is workspace.loaded.kept
    assert workspace.survey == assess_all(workspace.world)
    assert len(heard) == 1  # working it out again said the same, so nobody was told


def test_a_kept_survey_that_differs_is_replaced(once, bare_context, settle, heard):
    from dataclasses import replace

    from leadership_model.assessment import codec
    from leadership_model.store import derived, engine, load

    base = engine.open(once, Actor("测试员", str))
    found = load.snapshot(base)
    kept = derived.get(base, "survey", found.number, found.default_month)
    wrong = [replace(each, score_low=1.5) for each in codec.decode(kept)]
    derived.keep(base, "survey", found.number, found.default_month, codec.encode(wrong))
    base.dispose()
    workspace = bare_context.workspace
    workspace.surveyed.connect(heard.note)
    workspace.open(once)
    settle()
    assert len(heard) == 2
    assert all(each.score_low != 1.5 for each in workspace.survey)
    workspace.close()
    workspace.open(once)
    settle()
    assert len(heard) == 3


def test_after_a_write_the_kept_survey_is_of_the_new_state(workspace, settle):
    workspace.write(rename("张三"), "修改 张三")
    settle()
    path, survey = workspace.path, workspace.survey
    workspace.close()
    workspace.open(path)
    settle()
    assert workspace.loaded.kept == survey
    assert workspace.snapshot.people.raw("name")[0] == "张三"


def test_another_month_keeps_nothing(workspace, settle):
    path, month = workspace.path, workspace.as_of
    workspace.set_month(month + 12)
    settle()
    workspace.close()
    workspace.open(path)
    settle()
    assert workspace.as_of == month
    assert workspace.loaded.kept is not None


def test_a_database_that_breaks_off_while_it_is_read_is_closed_again(
    once, bare_context, settle, monkeypatch
):
    from leadership_model.store import load

    whole = load.bulk

    def half(connection, kind, columns, once):
        if kind == "career_entry":
            raise UserError("读写数据库时磁盘出错")
        return whole(connection, kind, columns, once)

    monkeypatch.setattr(load, "bulk", half)
    refused = []
    bare_context.jobs.refused.connect(refused.append)
    bare_context.workspace.open(once)
    settle()
    assert "磁盘" in refused[0].sentence
    assert not bare_context.workspace.is_open


def test_a_file_that_is_none_is_refused(bare_context, tmp_path, settle):
    refused = []
    bare_context.jobs.refused.connect(refused.append)
    bare_context.workspace.open(tmp_path / "没有.lmdb")
    settle()
    assert isinstance(refused[0], UserError)
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


@pytest.mark.parametrize("again", [False, True])
def test_a_write_that_ends_after_its_database_was_closed_is_told_to_nobody(
    workspace, bare_context, settle, heard, again
):
    path, told = workspace.path, []
    undo = rename("李四")
    workspace.write(rename("张三"), "修改 张三", done=told.append, undo=undo)
    workspace.close()
    workspace.changed.connect(heard.note)
    if again:
        workspace.open(path)
    settle()
    assert told == []
    assert not bare_context.undo.stack.canUndo()
    assert all(initiator is workspace for _, initiator in heard)
