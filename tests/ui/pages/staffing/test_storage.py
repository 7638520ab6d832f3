"""Plans in a real database: saved after every step, listed, reopened with their steps."""

from leadership_model.store import scenario as store
from ui.navigation import OpenPlan, StaffTeams
from ui.pages.staffing.page import StaffingPage
from ui.pages.staffing.storage import free_label


def begin(context, shown, settle):
    page = shown(StaffingPage(context))
    ids = context.workspace.snapshot.teams.ids
    page.receive(StaffTeams((ids[0], ids[1])))
    settle()
    return page


def named(label):
    def answer(dialog):
        dialog.name.setText(label)
        dialog._on_accept()
        return dialog.result() == 1

    return answer


def bench_one(page):
    card = next(card for card in page.board.cards() if card.seat.person >= 0)
    page.board.select(card.seat.post)
    page.keys.bench.trigger()


def test_every_step_is_saved_and_the_plan_opens_again(stored, shown, settle):
    page = begin(stored, shown, settle)
    bench_one(page)
    bench_one(page)
    page.plan.stack.undo()
    page.board.team_placed.emit(page.plan.situation.teams[1], 0)
    settle()
    (found,) = store.visible_to(stored.workspace.loaded.engine, "测试员")
    assert len(found.moves) == 2
    assert found.entry.cursor == 1
    again = shown(StaffingPage(stored))
    settle()
    assert again.plan.scenario.id == page.plan.scenario.id
    assert again.plan.stack.index() == 1
    assert again.plan.stack.canRedo()
    assert len(again.bench.cards) == 1
    assert again.plan.choices.teams == tuple(
        stored.workspace.snapshot.teams.ids[at] for at in (1, 0)
    )
    again.plan.stack.redo()
    assert len(again.bench.cards) == 2


def test_others_do_not_see_it_until_it_is_shared(stored, shown, settle):
    page = begin(stored, shown, settle)
    settle()
    engine = stored.workspace.loaded.engine
    assert store.visible_to(engine, "李四") == ()
    page.context.ask.answers.append("李四")
    page.keys.share.trigger()
    settle()
    assert [each.entry.id for each in store.visible_to(engine, "李四")] == [page.plan.scenario.id]


def test_a_deleted_plan_is_gone_from_the_database(stored, shown, settle):
    page = begin(stored, shown, settle)
    page.context.ask.answers.append(True)
    page.keys.delete.trigger()
    settle()
    assert store.visible_to(stored.workspace.loaded.engine, "测试员") == ()


def test_a_plan_is_opened_by_its_id(stored, shown, settle):
    page = begin(stored, shown, settle)
    first = page.plan.scenario.id
    page.context.ask.answers.append(named("另一个"))
    page.keeping.ask_new()
    settle()
    assert page.plan.scenario.id != first
    page.receive(OpenPlan(first))
    settle()
    assert page.plan.scenario.id == first
    again = shown(StaffingPage(stored))
    again.receive(OpenPlan(first))
    settle()
    assert again.plan.scenario.id == first


def test_saving_reads_nothing_again(stored, shown, settle):
    page = begin(stored, shown, settle)
    world = stored.workspace.world
    bench_one(page)
    settle()
    assert stored.workspace.world is world


def test_a_free_name():
    assert free_label((), "方案") == "方案 1"
    assert free_label(("方案 1", "方案 3"), "方案") == "方案 2"
