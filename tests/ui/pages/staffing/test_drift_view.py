"""底数变化: what changed in the base under a plan is told, and rebased move by move."""

from dataclasses import replace

from leadership_model.store import records
from leadership_model.store import scenario as store
from tests.ui.pages.staffing.test_desk import accept
from tests.ui.pages.staffing.test_storage import begin, bench_one


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
