"""Plans as documents: made from four beginnings, locked, put away, rebased, their chains closed."""

from dataclasses import replace

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
