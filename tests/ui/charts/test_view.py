from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from leadership_model.charts.spec import (
    Axis,
    Bar,
    Bars,
    Dial,
    HeatCell,
    HeatMap,
    Ladder,
    Line,
    Lines,
    Pyramid,
    Radar,
    Stretch,
    Timeline,
)
from ui import theme
from ui.charts import draw
from ui.charts.heat import mark_of
from ui.charts.view import ChartView

BARS = Bars(
    title="学历",
    horizontal=True,
    unit="人",
    bars=(Bar(label="大学", value=5, ids=("p1", "p2")), Bar(label="研究生", value=1, lo=2)),
)
SPECS = (
    BARS,
    Bars(title="年龄", bars=(Bar(label="", value=3), Bar(label="", value=1)), edges=(30, 40, 50)),
    Ladder(
        title="梯次", rungs=(Bar(label="≤ 40 岁", value=1, lo=2), Bar(label="其他", value=6, hi=4))
    ),
    Radar(title="维度", axes=tuple(Axis(label=f"维{i}", low=i * 20, high=100) for i in range(5))),
    Dial(title="得分", low=71.5, high=88, red=60, green=85, state="unknown", label="待核"),
    Dial(title="得分", low=None, high=None, red=60, green=85, state="unconfigured", label="未配置"),
    HeatMap(
        title="图",
        rows=("甲",),
        columns=("年龄",),
        cells=(HeatCell(row=0, column=0, tone="red", text="5", id="t1"),),
    ),
    Timeline(
        title="履历",
        start=24000,
        end=24100,
        lanes=("乡镇", "县直"),
        stretches=(Stretch(lane=0, start=24000, end=24040, label="镇长", ids=("e1",)),),
        gaps=((24040, 24050),),
        marks=((24090, "基准"),),
    ),
    Lines(title="线", lines=(Line(label="一", points=((0, 1), (2, 3)), steps=True),)),
    Pyramid(
        title="年龄与性别",
        left_label="男",
        right_label="女",
        bands=((Bar(label="≤35", value=3), Bar(label="≤35", value=2)),),
    ),
)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: type(spec).__name__)
@pytest.mark.parametrize("dark", [False, True])
def test_every_kind_of_chart_paints_something_in_both_looks(look, family, spec, dark):
    theme.use(theme.Look(scheme="dark" if dark else "light", family=family))
    image = QImage(400, 240, QImage.Format.Format_ARGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    draw.paint(painter, image.rect().toRectF(), spec)
    painter.end()
    ground = theme.color("surface").rgb()
    seen = {image.pixel(x, y) for x in range(0, 400, 2) for y in range(0, 240, 2)}
    assert seen - {ground}


@pytest.mark.parametrize(
    "spec",
    [
        Bars(title="空", bars=()),
        Ladder(title="空", rungs=()),
        Pyramid(title="空", left_label="男", right_label="女", bands=()),
        Radar(title="空", axes=()),
        HeatMap(title="空", rows=(), columns=(), cells=()),
        Timeline(title="空", start=0, end=0, lanes=(), stretches=()),
        Lines(title="空", lines=()),
        Bars(title="零", bars=(Bar(label="无", value=0),)),
        Bars(title="零", bars=(Bar(label="无", value=0),), horizontal=True),
    ],
    ids=lambda spec: f"{type(spec).__name__} {spec.title}",
)
def test_a_chart_without_data_is_painted_without_failing(look, spec):
    image = QImage(200, 100, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    draw.paint(painter, image.rect().toRectF(), spec)
    painter.end()


@pytest.fixture
def view(shown, look):
    return shown(ChartView(BARS), 400, 120)


def test_a_click_on_a_bar_opens_the_ids_behind_it(view, qtbot):
    place = view.spots()[0].rect.center().toPoint()
    with qtbot.waitSignal(view.clicked) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [("p1", "p2")]


def test_the_chart_shown_already_is_not_painted_again(view, monkeypatch):
    painted = []
    monkeypatch.setattr(ChartView, "update", lambda self: painted.append(self.spec()))
    view.show_spec(replace(BARS))
    assert painted == []
    assert len(view.spots()) == 2
    view.show_spec(replace(BARS, unit="名"))
    assert [each.unit for each in painted] == ["名"]


def test_a_click_beside_the_bars_or_on_one_without_ids_opens_nothing(view, qtbot):
    seen = []
    view.clicked.connect(seen.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, view.height() - 1))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.spots()[1].rect.center().toPoint())
    assert seen == []


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_arrow_keys_walk_along_the_bars_and_enter_opens(view, qtbot):
    view.setFocus()
    with qtbot.waitSignal(view.clicked) as caught:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == [("p1", "p2")]
    assert "大学：5 人" in view.accessibleDescription()


def test_the_tip_says_value_and_target(view):
    assert view.spots()[1].tip == "研究生：1 人\n目标 ≥ 2"


def test_spots_of_stretches_lie_above_the_gap_and_say_their_months(look):
    image = QImage(400, 100, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    spots = draw.paint(painter, image.rect().toRectF(), SPECS[7])
    painter.end()
    tips = [spot.tip for spot in spots]
    assert tips[1] == "2000-01 — 2003-05\n镇长"
    assert tips[2] == "空档 2003-05 至 2004-03，10 个月，待核"


@pytest.mark.parametrize(
    ("tone", "pattern", "mark"),
    [
        ("green", "solid", "green"),
        ("red", "veto", "veto"),
        ("grey", "ring", "unknown"),
        ("grey", "dashed", "unconfigured"),
        ("c1", "solid", ""),
    ],
)
def test_the_mark_of_a_heat_cell_follows_tone_and_pattern(tone, pattern, mark):
    assert mark_of(HeatCell(row=0, column=0, tone=tone, pattern=pattern)) == mark
