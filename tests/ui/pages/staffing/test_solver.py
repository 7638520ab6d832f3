"""一键配备: a run, its proposals, one step to take over and to take back; reports into a chart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leadership_model.staffing.draft import from_json, to_json
from leadership_model.staffing.front import undominated
from leadership_model.staffing.solution import ClashItem, Loosening, Plan, Result
from leadership_model.staffing.solve import Solved
from ui import names
from ui.navigation import OpenPost, ShowPeople
from ui.pages.staffing import solving
from ui.pages.staffing.setting_up import _fours, _people_of
from ui.pages.staffing.solving import Trace


@pytest.fixture(autouse=True)
def quick(page):
    """No further plans but where they are asked for: every one is a search of its own."""
    page.plan.choose(replace(page.plan.choices, further=0))


def test_a_proposal_is_taken_over_as_one_step(page, board, settle):
    vacant = board.vacant()
    page.bar.solve.click()
    settle()
    card = page.solver
    assert card.isVisible()
    assert page.trial.result.verified
    assert "已复核" in card.note()
    assert len(card.list.items()) == len(page.trial.result.plan.moves)
    assert page.plan.scenario.done == ()  # it proposes, it never adopts
    card.adopt.click()
    assert board.holder(vacant) >= 0
    assert page.plan.stack.undoText().startswith("采用一键配备方案 1")
    page.keys.undo.trigger()
    assert board.holder(vacant) == -1
    assert page.plan.scenario.done == ()


def test_a_run_is_looked_at_from_all_sides(qtbot, page, settle, asker):
    """One run, since it is dear: rails, further plans, the front, reasons, prices, why not."""
    page.plan.choose(replace(page.plan.choices, further=1, apart=1))
    page.keys.solve.trigger()
    settle()
    card, trial = page.solver, page.trial
    rails = card._rails.text()
    assert "补缺" in rails
    assert "只升不降" in rails
    best = trial.result.plan
    # Further plans differ in at least one person from each other.
    placed = [{(m.person, m.to) for m in plan.moves} for plan in trial.plans]
    assert len(placed) > 1
    assert all(one != other for at, one in enumerate(placed) for other in placed[:at])
    first = [item.id for item in card.list.items()]
    card.choice.button("1").click()
    assert trial.current is trial.plans[1]
    assert [item.id for item in card.list.items()] != first
    # The front: none is beaten by another, and a click looks at its plan.
    card.views.button("front").click()
    settle()
    assert card.front.isVisible()
    assert trial.points == undominated(trial.points)
    assert len(card.front.spots) == len(trial.points) > 0
    place = card.front.place(len(trial.points) - 1).toPoint()
    QTest.mouseClick(card.front, Qt.MouseButton.LeftButton, pos=place)
    assert trial.current is trial.points[card.front.current].plan
    QTest.keyClick(card.front, Qt.Key.Key_Left)
    assert trial.current is trial.points[card.front.current].plan
    # Why: what the move brings, who is next.
    card.choice.button("0").click()
    card.views.button("why").click()
    move = best.moves[0]
    id = page.plan.situation.base.person_ids[move.person]
    card.list.choose(id)
    settle()
    rows = card.why.items()
    assert rows[0].title == "这一步带来"
    following = [item for item in rows if item.title.startswith("第 ")]
    assert following
    assert all(item.id != id for item in following)
    # Prices come into the dialog one by one.
    seen = []

    def look(dialog):
        qtbot.waitUntil(lambda: bool(dialog.list.items()), timeout=30_000)
        seen.extend(dialog.list.items())
        return False

    asker.answers.append(look)
    card.price.click()
    settle()
    assert seen
    assert [item.right != "0" for item in seen] == sorted(
        (item.right != "0" for item in seen), reverse=True
    )
    # Why not somebody: who is next is no worse than the best plan that contains him or her.
    page.offers.choose(move.to[0])
    settle()
    page.panel.why.asked.emit(names.person_name(page.plan.situation.base.snapshot, move.person))
    settle()
    assert page.panel.why.answer.lines[0][1] == "一键配备：方案 1 正是安排此人"
    other = following[0].id
    page.panel.why.asked.emit(page.workspace.snapshot.people.raw("name")[position(page, other)])
    settle()
    assert "目标值少" in page.panel.why.answer.lines[0][1]


def position(page, id):
    return page.workspace.snapshot.people.positions[id]


def test_a_proposal_made_before_other_steps_is_not_taken_over(page, board, settle, context):
    said = []
    context.say.said.connect(said.append)
    page.keys.solve.trigger()
    settle()
    board.choose(board.held())
    page.keys.bench.trigger()
    page.solver.adopt.click()
    assert len(page.plan.scenario.done) == 1
    assert "请重新" in said[-1]


def test_closing_puts_the_result_away(page, settle):
    page.keys.solve.trigger()
    settle()
    page.solver.close_button.click()
    assert page.solver.isHidden()
    assert page.trial.result is None


def test_stop_asks_the_run_to_end(page, settle):
    page.keys.solve.trigger()
    run = page.trial.run
    page.solver.stop.click()
    assert run.stop.is_set()
    settle()


def test_an_impossible_run_names_the_clash_and_the_way_out(page, requests):
    situation = page.plan.situation
    result = Result(
        status="infeasible",
        clash=(
            ClashItem(source="N1", team=0, text="核定职数只有 3 名。", people=(2,), posts=(1,)),
            ClashItem(source="rail", team=0, text="最多调整 1 人。"),
        ),
        loosening=(Loosening(requirement="r", before="a", after="b", text="副县长可以暂时空缺。"),),
    )
    page.trial.run = solving.asked(situation, page.plan.choices)
    page.solver.begin()
    page.trial._take(Solved(None, None, result), Trace())
    items = page.solver.reasons.items()
    words = [item.title for item in items]
    assert "核定职数只有 3 名。" in words
    assert "副县长可以暂时空缺。" in words
    assert names.person_name(situation.base.snapshot, 2) in items[1].note
    assert names.full_post(situation.base.snapshot, 1) in items[1].note
    assert not page.solver.adopt.isVisible()
    page.solver.reasons.activated_id.emit("0")
    assert requests[-1] == ShowPeople((situation.base.person_ids[2],), "核定职数只有 3 名。")
    page.solver.reasons.activated_id.emit("1")  # a limit: nobody and no post behind it
    assert len([each for each in requests if isinstance(each, ShowPeople)]) == 1


def test_a_seat_left_empty_is_in_sight_and_opens(page, board, requests):
    post = board.vacant()
    situation = page.plan.situation
    page.trial.run = solving.asked(situation, page.plan.choices)
    nothing = Plan(
        moves=(),
        chain=(),
        teams=(),
        left=(),
        vacancies=1,
        breaches=0,
        objective=0.0,
        fingerprint="x",
    )
    page.trial._look(nothing)
    id = f"post:{situation.base.post_ids[post]}"
    (item,) = [each for each in page.solver.list.items() if each.id == id]
    assert item.mark == "red"
    page.solver.opened.emit(id)
    assert requests[-1] == OpenPost(situation.base.post_ids[post])


def test_the_settings_of_a_run_are_kept_and_asked_for(page, asker, two_teams):
    def change(dialog):
        dialog.teams.rows.set_checked([two_teams[1]], False)
        dialog.mode.set_current("rearrange")
        dialog.moves.setValue(4)
        dialog.in_team.setValue(2)
        dialog.further.setValue(5)
        dialog.unit.setCurrentIndex(1)
        dialog.seconds.setValue(7)
        dialog.doubtful.setChecked(True)
        dialog._on_save()
        return True

    asker.answers.append(change)
    page.setting_up.options.trigger()
    choices = page.plan.choices
    assert choices == from_json(to_json(choices))
    run = solving.asked(page.plan.situation, choices)
    ids = page.plan.situation.base.snapshot.teams.ids
    assert [ids[team] for team in run.teams] == [two_teams[0]]
    options = run.options
    assert (options.rearrange, options.include_unknown) == (True, True)
    assert (options.most_moves, options.most_in_team, options.alternatives) == (4, 2, 5)
    assert options.limits.seconds == 7.0
    assert (choices.unit, choices.apart) == ("assignments", 3)


def test_settings_that_cannot_be_are_refused_where_they_stand(page, asker):
    words = []

    def empty(dialog):
        dialog.teams.rows.set_checked(dialog.teams.rows.shown_ids(), False)
        dialog._on_begin()
        words.append(dialog.wrong.text())
        return False

    asker.answers.append(empty)
    page.setting_up.options.trigger()
    assert words == ["请至少勾选一个班子。"]
    assert page.trial.run is None


def test_those_who_wait_can_be_the_pool(page, board, asker):
    board.choose(board.held())
    person = board.holder(board.held())
    page.keys.bench.trigger()

    def pick(dialog):
        dialog.people.setCurrentIndex(dialog.people.findData("waiting"))
        dialog._on_save()
        return True

    asker.answers.append(pick)
    page.setting_up.options.trigger()
    run = solving.asked(page.plan.situation, page.plan.choices)
    assert run.options.people == frozenset({person})


def test_the_four_teams_of_an_area_come_together(page, asker):
    snapshot = page.workspace.snapshot
    asker.answers.append(next(iter(_fours(page.workspace.world))))
    page.setting_up.four.trigger()
    added = page.plan.choices.teams[2:]
    places = {snapshot.teams.raw("place")[snapshot.teams.positions[id]] for id in added}
    assert places <= {"党委", "人大", "政府", "政协"}
    assert len(added) > 1


def test_a_saved_query_becomes_people(page):
    found = _people_of(page.workspace.world, "年龄 <= 30", Control())
    ages = page.workspace.world
    assert found
    assert len(found) < len(ages.person_ids)


class Control:
    """What a job's function is handed, as far as it is asked here."""

    def check(self):
        pass
