"""Plans as documents: made from four beginnings, locked, put away, rebased, their chains closed."""

from dataclasses import replace

import pytest

from leadership_model.store import records
from leadership_model.store import scenario as store
from tests.ui.pages.staffing.test_storage import begin, bench_one, named


def accept(dialog):
    dialog.accept()
    return True


# ---- beginnings


def test_a_plan_begins_with_the_teams_on_the_board_or_with_nothing(page, asker, settle, two_teams):
    asker.answers.append(named("带班子"))
    page.keys.new.trigger()
    settle()
    assert (page.plan.scenario.label, page.plan.choices.teams) == ("带班子", two_teams)
    assert page.plan.scenario.done == ()

    def empty(dialog):
        dialog.empty.setChecked(True)
        return named("空白")(dialog)

    asker.answers.append(empty)
    page.keys.new.trigger()
    settle()
    assert (page.plan.scenario.label, page.plan.choices.teams) == ("空白", ())


def test_a_plan_begins_as_a_copy_of_another_one(page, board, asker, settle):
    board.choose(board.held())
    page.keys.bench.trigger()
    first = page.plan.scenario

    def copied(dialog):
        dialog.copy.setChecked(True)
        assert dialog.plans.currentData() == first.id
        return named("副本")(dialog)

    asker.answers.append(copied)
    page.keys.new.trigger()
    settle()
    assert page.plan.scenario.moves == first.moves
    assert page.plan.scenario.id != first.id


def test_a_plan_for_a_future_month_is_worked_out_at_that_month(page, asker, settle):
    later = page.workspace.as_of + 18

    def future(dialog):
        dialog.picker._on_picked(later)
        assert "将来月份" in dialog._note.text()
        return named("换届")(dialog)

    asker.answers.append(future)
    page.keys.new.trigger()
    settle()
    assert page.plan.scenario.month == later
    assert page.plan.situation.base.as_of == later


# ---- status


def test_a_locked_plan_refuses_every_step_and_says_what_to_do(page, board, qtbot):
    board.choose(board.held())
    page.keys.bench.trigger()
    done, teams = page.plan.scenario.done, page.plan.choices.teams
    page.keeping.set_status("已批准锁定")
    assert page.strip.status.text() == "已批准锁定"
    board.choose(board.held())
    with qtbot.waitSignal(page.plan.refused) as told:
        page.keys.bench.trigger()
    assert "请先撤回批准" in told.args[0]
    page.plan.choose(replace(page.plan.choices, teams=()))
    page.plan.rename("改名")
    page.plan.move_to(page.plan.scenario.month + 1)
    assert (page.plan.scenario.done, page.plan.choices.teams) == (done, teams)
    assert page.plan.scenario.label != "改名"
    assert not page.plan.stack.canUndo()
    page.keeping.set_status("草案")
    assert page.plan.stack.canUndo()
    page.plan.stack.undo()
    assert page.plan.scenario.done == ()


def test_an_archived_plan_is_put_away_and_comes_back(stored, shown, settle):
    page = begin(stored, shown, settle)
    bench_one(page)
    page.desk.archive.trigger()
    settle()
    engine = stored.workspace.loaded.engine
    (found,) = store.visible_to(engine, "测试员")
    assert (found.entry.status, found.entry.former) == ("归档", "草案")
    assert page.desk.archive.text() == "取消归档"
    page.desk.archive.trigger()
    settle()
    bench_one(page)
    settle()
    (found,) = store.visible_to(engine, "测试员")
    assert (found.entry.status, len(found.moves)) == ("草案", 2)


def test_the_plan_of_another_can_be_changed_but_not_given_away(stored, shown, settle):
    page = begin(stored, shown, settle)
    settle()
    standing = replace(page.plan.draft.standing, author="李四", shared=("测试员",))
    page.plan.stand_as(standing)
    for action in (page.keys.share, page.keys.delete, page.desk.archive):
        action.trigger()
        assert page.context.ask.asked[-1][0] == "inform"
        assert "只有编制人可以" in page.context.ask.asked[-1][1]
    assert page.plan.draft.standing == standing


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(stored, shown, settle, qtbot):
    page = begin(stored, shown, settle)
    bench_one(page)
    settle()
    engine, actor = stored.workspace.loaded.engine, stored.workspace._actor()
    (former,) = store.visible_to(engine, "测试员")
    store.save(engine, actor, replace(former, entry=replace(former.entry, label="别处改名")))
    with qtbot.waitSignal(stored.jobs.refused) as told:
        bench_one(page)
        settle()
    assert "刚被别人改过" in told.args[0].sentence
    (now,) = store.visible_to(engine, "测试员")
    assert (now.entry.label, len(now.moves)) == ("别处改名", 1)
    qtbot.waitUntil(lambda: page.plan.ready and page.plan.scenario.label == "别处改名")
    assert len(page.plan.scenario.done) == 1
    bench_one(page)
    settle()
    (now,) = store.visible_to(engine, "测试员")
    assert (now.entry.label, len(now.moves)) == ("别处改名", 2)


# ---- the base under a plan


def test_what_changed_in_the_base_is_told_and_rebased_move_by_move(stored, shown, settle):
    page = begin(stored, shown, settle)
    bench_one(page)
    settle()
    assert page.strip.drift.isHidden()
    (move,) = page.plan.scenario.done
    gone = move.person

    def retire(engine, actor):
        from leadership_model.people.person import Person
        from leadership_model.people.tenure import Tenure
        from leadership_model.store import load

        month = stored.workspace.as_of
        held = [t for t in load.every(engine, Tenure) if t.person == gone and t.end is None]
        person = replace(records.get(engine, Person, gone), status="退休", status_month=month)
        ended = [replace(each, end=month) for each in held]
        return records.save_many(engine, actor, [person, *ended])

    stored.workspace.write(retire, "退休")
    settle()
    assert not page.strip.drift.isHidden()
    assert page.desk.drift.isEnabled()

    def decide(dialog):
        texts = [each.title for each in dialog.changes.items()]
        assert any("退休" in text for text in texts)
        (item,) = dialog.moves.items()
        assert item.right == "舍弃"
        assert not dialog.options["drop"].isHidden()
        assert dialog.options["adapt"].isHidden()
        return accept(dialog)

    page.context.ask.answers.append(decide)
    page.desk.drift.trigger()
    settle()
    assert page.plan.scenario.done == ()
    assert page.strip.drift.isHidden()
    (found,) = store.visible_to(stored.workspace.loaded.engine, "测试员")
    assert found.moves == ()
    page.plan.stack.undo()
    assert page.plan.scenario.done == (move,)
    assert not page.strip.drift.isHidden()


def test_a_decision_can_be_changed_in_the_dialog(page, board, asker):
    from leadership_model.staffing.ground import Ground

    board.choose(board.held())
    page.keys.pin.trigger()
    scenario = page.plan.scenario
    post = scenario.done[0].post
    seats = dict(scenario.ground.seats) | {post: ""}
    ground = Ground(seats=seats, people=scenario.ground.people, names=scenario.ground.names)
    page.plan.stand(replace(scenario, ground=ground))

    def keep(dialog):
        assert dialog.choices() == {0: "drop"}
        dialog.options["keep"].setChecked(True)
        assert dialog.choices() == {0: "keep"}
        assert dialog.moves.items()[0].right == "保留"
        return accept(dialog)

    asker.answers.append(keep)
    page.strip.drift.click()
    assert page.plan.scenario.done == scenario.done
    assert page.strip.drift.isHidden()


# ---- chains


def test_chains_are_closed_step_by_step(page, board, asker, settle):
    board.choose(board.held())
    page.keys.retire.trigger()
    before = len(page.plan.scenario.done)
    seen = {}

    def close(dialog):
        opened = len(dialog.open_list.items())
        assert opened
        for box in dialog.levels.values():
            box.setChecked(True)
        dialog.solve.click()
        settle()
        links = dialog.links.items()
        seen["links"] = len(links)
        assert "供研判参考" in dialog._note.text()
        dialog.one.click()
        assert len(dialog.open_list.items()) <= opened
        assert dialog.links.items() == ()
        dialog.solve.click()
        settle()
        seen["rest"] = len(dialog.links.items())
        if dialog.all.isEnabled():
            dialog.all.click()
        return accept(dialog)

    asker.answers.append(close)
    page.desk.chain.trigger()
    settle()
    assert seen["links"] >= 1
    assert seen["rest"] == seen["links"] - 1
    assert len(page.plan.scenario.done) == before + seen["links"]
    assert not any(each.blocks for each in page.plan.situation.conflicts)


def test_without_open_seats_there_is_nothing_to_close(page):
    from leadership_model.staffing.chain import open_posts

    page.plan.choose(replace(page.plan.choices, teams=()))
    assert open_posts(page.plan.situation) == ()
    assert not page.desk.chain.isEnabled()
    assert not page.strip.chain.isEnabled()


# ---- candidates


def test_further_candidates_wait_until_one_of_them_is_chosen(page, board, asker, settle):
    post = board.vacant()
    board.choose(post)
    settle()
    first, second = (row.id for row in page.panel.list.rows()[:2])
    for who in (first, second):
        page.panel.list.choose(who)
        page.desk.alternate.trigger()
        settle()
    assert [(m.person, m.order) for m in page.plan.scenario.done] == [(first, 1), (second, 2)]
    people = page.workspace.snapshot.people.ids
    assert people[board.holder(post)] == first
    page.panel.list.choose(second)
    page.desk.alternate.trigger()
    assert len(page.plan.scenario.done) == 2

    def choose(dialog):
        assert "2 选 1" in dialog.list.items()[0].title
        dialog.note.setText("面谈后定")
        dialog.choose.click()
        assert not dialog.choose.isEnabled()
        dialog._on_accept()
        return True

    asker.answers.append(choose)
    page.keys.steps.trigger()
    settle()
    done = [(m.person, m.order, m.note) for m in page.plan.scenario.done]
    assert done == [(first, 2, ""), (second, 1, "面谈后定")]
    assert people[board.holder(post)] == second


# ---- comparison


@pytest.fixture
def compared(page, board, asker, settle):
    """Two plans: in the first one somebody waits; the second is empty and at hand."""
    board.choose(board.held())
    page.keys.bench.trigger()
    first = page.plan.scenario
    asker.answers.append(named("第二"))
    page.keys.new.trigger()
    settle()
    return page, first


def test_any_plans_stand_beside_today(compared, asker, settle):
    page, first = compared

    def look(dialog):
        assert dialog.chosen() == (page.plan.scenario.id,)
        assert len(dialog.views["people"].rows.shown_ids()) == 0
        dialog.plans[first.id].setChecked(True)
        settle()
        assert list(dialog.views["people"].rows.shown_ids()) == [first.done[0].person]
        dialog.which.button("split").click()
        assert len(dialog.views["teams"].rows.shown_ids()) == 1
        dialog.which.button("all").click()
        assert len(dialog.views["teams"].rows.shown_ids()) == 2
        everything = len(dialog.views["requirements"].rows.shown_ids())
        dialog.which.button("changed").click()
        assert len(dialog.views["requirements"].rows.shown_ids()) < everything
        for box in dialog.plans.values():
            box.setChecked(False)
        assert "至少选一个方案" in dialog.wrong.text()
        return accept(dialog)

    asker.answers.append(look)
    page.keys.compare.trigger()
    settle()


def test_single_moves_are_adopted_from_one_plan_into_another(compared, asker, settle):
    page, first = compared

    def adopt(dialog):
        dialog.plans[first.id].setChecked(True)
        settle()
        dialog.tabs.turn("moves")
        dialog.adopt.click()
        assert "请先" in dialog.wrong.text()
        (key,) = dialog.views["moves"].rows.shown_ids()
        dialog.views["moves"].select_ids([key])
        dialog.adopt.click()
        assert dialog.wrong.text() == ""
        dialog.views["moves"].select_ids([key])
        dialog.adopt.click()
        assert "已有同样的一步调整" in dialog.wrong.text()
        return accept(dialog)

    asker.answers.append(adopt)
    page.keys.compare.trigger()
    settle()
    assert [move.person for move in page.plan.scenario.done] == [first.done[0].person]
    assert page.plan.situation.folded.bench
    page.plan.stack.undo()
    assert page.plan.scenario.done == ()


def test_a_row_leads_to_the_person_or_team(compared, asker, settle, requests):
    page, first = compared

    def lead(dialog):
        dialog.plans[first.id].setChecked(True)
        settle()
        dialog.views["people"].opened.emit(first.done[0].person)
        return True

    asker.answers.append(lead)
    page.keys.compare.trigger()
    settle()
    assert requests[-1].id == first.done[0].person
