"""The gap of a run over time: what is drawn, and what is left out."""

from leadership_model.staffing.solver.answer import Progress
from ui.pages.staffing.solving import Trace, chart, told


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


def test_reports_of_the_first_stages_are_not_drawn():
    assert told(Trace(), 1.0, Progress(3.0, 9.0, stage="A")).best == ()
    assert told(Trace(), 1.0, Progress(3.0, 9.0, stage="C")).best == ((1.0, 3.0),)
