"""Small parts of the reasons: the tile of a person, rules of a family in one line, words."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leadership_model.matching.case import Reason
from leadership_model.matching.fit import PartOfFit
from ui import theme

# Passed rules of a family are one line; whoever points at it reads them all.
FAMILIES = (
    ("处分影响期", ("S1", "S2", "S3", "S4", "S5", "S6")),
    ("亲属回避", ("A1", "A2", "A3")),
)


class Avatar(QWidget):
    """One character on a neutral tile."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(44), theme.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("greys"))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(18))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)


def merged(reasons: Sequence[Reason]) -> list[Reason]:
    """Put the passed rules of a family into one line, where its first one stands."""
    found: list[Reason] = []
    for each in reasons:
        family = next((words for words, ids in FAMILIES if each.id in ids), None)
        if each.answer is not True or family is None:
            found.append(each)
            continue
        at = next((i for i, other in enumerate(found) if other.title == family), None)
        if at is None:
            found.append(replace(each, title=family))
        else:
            full = f"{found[at].full}\n{each.full}"
            found[at] = replace(found[at], full=full)
    return found


def have_of(part: PartOfFit) -> str:
    """Leave out the element's name where the line's label says the same."""
    words = part.have.split(" ", 1)
    return words[1] if len(words) == 2 and not words[0].isdigit() else part.have


def confirmed(reason: Reason) -> str:
    """Say that a rule still waits for the department's word."""
    return "" if reason.confirmed else "本部门尚未确认，待核实"
