from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from leadership_model.charts.spec import Bar, Bars
from ui.charts import bars
from ui.charts.words import width

RANGES = ["0–49", "50–99", *(f"{low}–{low + 49}" for low in range(100, 400, 50)), "≥400"]


class Painted:
    """Takes down which words were written where."""

    def __init__(self, monkeypatch):
        self.words = []
        monkeypatch.setattr(bars, "write", self.write)

    def write(self, painter, rect, text, **how):
        wide = width(text)
        self.words.append((QRectF(rect.center().x() - wide / 2, rect.top(), wide, 1), text))


@pytest.mark.parametrize("room", [430, 520, 900])
def test_labels_below_bars_stand_apart(look, monkeypatch, room):
    from PySide6.QtGui import QImage, QPainter

    made = Painted(monkeypatch)
    spec = Bars(title="基层工作月数", bars=tuple(Bar(label=each, value=1000) for each in RANGES))
    image = QImage(room, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    bars.paint(painter, QRectF(image.rect()), spec)
    painter.end()
    below = [(place, text) for place, text in made.words if text in RANGES]
    assert [text for _, text in below] == RANGES
    for (first, _), (second, _) in combinations(below, 2):
        assert not first.adjusted(-2, 0, 2, 0).intersects(second)
    assert all(place.left() >= 0 and place.right() <= room for place, _ in below)
