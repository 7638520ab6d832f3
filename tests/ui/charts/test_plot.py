import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from leadership_model.charts.spec import Line, Lines
from ui.charts.curves import corners
from ui.charts.plot import Plot

BEST = Line(label="当前最好", points=((0, 70), (2, 85), (10, 89)), steps=True)
BOUND = Line(label="上界", points=((0, 100), (10, 90)))
SPEC = Lines(title="求解", lines=(BOUND, BEST), x_label="秒", shade=(0, 1))


def test_a_step_holds_its_value_until_the_next_point():
    assert corners(BEST) == [(0, 70), (2, 70), (2, 85), (10, 85), (10, 89)]


@pytest.mark.parametrize(
    ("x", "words"),
    [(1, "秒 1\n上界 99\n当前最好 70"), (10, "秒 10\n上界 90\n当前最好 89"), (11, "秒 11")],
)
def test_the_values_at_a_place_are_read_between_points_or_held(shown, look, x, words):
    plot = shown(Plot(SPEC), 400, 200)
    assert plot.values_at(x) == words


def test_months_are_written_as_months(shown, look):
    lines = Lines(
        title="趋势", lines=(Line(label="得分", points=((24000, 80), (24012, 70))),), x_months=True
    )
    assert shown(Plot(lines), 400, 200).values_at(24006) == "2000-07\n得分 75"


def test_another_spec_replaces_the_former_plot(shown, look):
    plot = shown(Plot(SPEC), 400, 200)
    plot.show_spec(Lines(title="另一个", lines=(BEST,)))
    assert plot.accessibleName() == "另一个"
    assert plot.layout().count() == 1


def test_other_colours_wait_until_qt_has_walked_over_all_widgets(qtbot, look):
    plot = Plot(SPEC)
    qtbot.addWidget(plot)
    plot.show()
    inner = plot._plot
    QApplication.sendEvent(plot, QEvent(QEvent.Type.PaletteChange))
    assert plot._plot is inner
    qtbot.waitUntil(lambda: plot._plot is not inner)
