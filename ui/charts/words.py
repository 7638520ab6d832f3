"""Text and numbers inside charts: one place for fonts, alignment and ellipsis."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui import theme
from ui.names import MINUS

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    tone: str | QColor = "text2",
    size: int = 12,
    side: str = "left",
    bold: bool = False,
) -> None:
    """Write one line, centred in height, with an ellipsis where it does not fit."""
    font = theme.font(size, bold)
    painter.setFont(font)
    painter.setPen(theme.color(tone) if isinstance(tone, str) else tone)
    # Half a pixel more, or rounding would shorten a text that fits exactly.
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.drawText(rect, int(_SIDES[side] | Qt.AlignmentFlag.AlignVCenter), shown)


def width(text: str, size: int = 12, *, bold: bool = False) -> float:
    """Measure a text."""
    return QFontMetricsF(theme.font(size, bold)).horizontalAdvance(text)


def number(value: float, unit: str = "") -> str:
    """Write a value: whole numbers without a decimal, others with one."""
    text = f"{value:,.0f}" if abs(value - round(value)) < 1e-9 else f"{value:,.1f}"
    text = text.replace("-", MINUS)
    return f"{text} {unit}" if unit else text


def bounds(lo: float | None, hi: float | None) -> str:
    """Write a target band: ≥ 2, ≤ 4, 2～4, nothing without one."""
    if lo is None and hi is None:
        return ""
    if hi is None:
        return f"≥ {number(lo or 0.0)}"
    if lo is None:
        return f"≤ {number(hi)}"
    return f"= {number(lo)}" if lo == hi else f"{number(lo)}～{number(hi)}"


def text_tone(tone: str) -> str:
    """Give the token words take beside a shape of this tone."""
    if tone in ("green", "yellow", "red", "grey"):
        return f"{tone}_text"
    return "red_text" if tone == "veto" else "text"
