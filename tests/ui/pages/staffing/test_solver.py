"""一键配备: a run, its proposals, one step to take over and to take back; reports into a chart."""

import pytest

from leadership_model.staffing.solution import ClashItem, Loosening, Result
from leadership_model.staffing.solver.answer import Progress
from ui.pages.staffing.solving import Trace, chart, told


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


def test_the_guard_rails_stand_beside_the_plan(page, settle):
    page.keys.solve.trigger()
    settle()
    words = page.solver._rails.text()
    assert "补缺" in words
    assert "只升不降" in words


def test_another_proposal_can_be_looked_at(page, settle):
    page.keys.solve.trigger()
    settle()
    if len(page.trial.result.alternatives) == 0:
        pytest.skip("the sample offers one plan only")
    first = [item.id for item in page.solver.list.items()]
    page.solver.choice.button("1").click()
    assert [item.id for item in page.solver.list.items()] != first


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


def test_an_impossible_run_names_the_clash_and_the_way_out(page):
    page.trial.run = None
    result = Result(
        status="infeasible",
        clash=(ClashItem(source="N1", team=0, text="核定职数只有 3 名。"),),
        loosening=(Loosening(requirement="r", before="a", after="b", text="副县长可以暂时空缺。"),),
    )
    page.solver.begin()
    page.solver.show_result(result, Trace())
    from PySide6.QtWidgets import QLabel

    words = [each.text() for each in page.solver.findChildren(QLabel)]
    assert "核定职数只有 3 名。" in words
    assert "副县长可以暂时空缺。" in words
    assert not page.solver.adopt.isVisible()


def test_reports_close_the_gap_and_never_cross():
    trace = Trace()
    for at, (best, bound) in enumerate(
        [(None, 9.0), (-1.0, 0.0), (90.0, float("inf")), (90.0, 120.0), (95.0, 130.0), (99.0, 99.0)]
    ):
        trace = told(trace, float(at), Progress(best, bound))
    assert [value for _, value in trace.best] == [90.0, 95.0, 99.0]
    assert [value for _, value in trace.bound] == [120.0, 120.0, 99.0]
    assert trace.gap == 0.0


def test_reports_of_the_search_for_alternatives_are_left_out():
    trace = told(Trace(), 1.0, Progress(100.0, 100.0))
    after = told(trace, 2.0, Progress(80.0, 90.0))
    assert after.best == trace.best
    assert after.seconds == 2.0


def test_the_chart_shades_the_gap():
    spec = chart(Trace(((1.0, 90.0),), ((1.0, 99.0),), 2.0))
    assert spec.shade == (0, 1)
    assert spec.lines[0].points[-1] == (2.0, 99.0)
    assert chart(Trace()).shade is None
