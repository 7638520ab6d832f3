"""Line icons: the Material Design set that comes with qtawesome, in colours of the theme.

Only its font file and its list of names are read; importing the package would load eleven fonts.
An icon paints itself in the token in force at that moment, so it follows a change of theme.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui import theme


@cache
def _glyphs() -> tuple[str, dict[str, str]]:
    """Load the font once: its family and the code of each name."""
    found = find_spec("qtawesome")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).with_name("fonts")
    font = next(folder.glob("materialdesignicons6-webfont-*.ttf"))
    names = next(folder.glob("materialdesignicons6-webfont-charmap-*.json"))
    number = QFontDatabase.addApplicationFont(str(font))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    return family, json.loads(names.read_text("utf-8"))


def glyph(name: str) -> str:
    """Give the character of an icon; a KeyError names an icon the set does not have."""
    return chr(int(_glyphs()[1][name], 16))


def paint(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Paint an icon centred in a rectangle, as large as its shorter side."""
    size = round(min(rect.width(), rect.height()))
    font = QFont(_glyphs()[0])
    font.setPixelSize(max(size, 1))
    painter.save()
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), glyph(name))
    painter.restore()


class _Engine(QIconEngine):
    """Paints one icon in the tokens in force."""

    def __init__(self, name: str, tone: str, active: str) -> None:
        super().__init__()
        self._name, self._tone, self._active = name, tone, active

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = self._active if state == QIcon.State.On else self._tone
        color = theme.color(tone)
        if mode == QIcon.Mode.Disabled:
            color = theme.color("text3")  # as the words beside it
        paint(painter, QRectF(rect), self._name, color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        made = _Engine(self._name, self._tone, self._active)
        _CLONES.append(made)
        return made


_CLONES: list[
    _Engine
] = []  # they are Qt's, but the binding would free them as they are handed over


def icon(name: str, tone: str = "text2", active: str = "accent") -> QIcon:
    """Make an icon that follows the theme; checked buttons show it in the `active` token."""
    glyph(name)
    return QIcon(_Engine(name, tone, active))


def picture(name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
    """Paint an icon on a transparent picture, `size` logical px wide."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, size, size), name, color)
    painter.end()
    return made
