"""A place of a chart that can be pointed at: what it says and whom it stands for."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF


@dataclass(frozen=True, slots=True)
class Spot:
    """`tip` is shown while the mouse is over `rect`; a click opens `ids`, where there are any."""

    rect: QRectF
    tip: str
    ids: tuple[str, ...] = ()
