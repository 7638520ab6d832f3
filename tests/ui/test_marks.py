"""Marks and icons: every kind is drawn, and no two kinds look alike without colour."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ui import icons, marks

UI = Path(marks.__file__).parent


def shape(kind, side=14):
    """The pixels a mark covers, without their colour."""
    image = QImage(side + 2, side + 2, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    marks.paint(painter, QRectF(1, 1, side, side), kind)
    painter.end()
    return tuple(
        image.pixelColor(x, y).alpha() > 120 for y in range(side + 2) for x in range(side + 2)
    )


def test_every_mark_has_a_shape_of_its_own(qapp, look):
    shapes = {kind: shape(kind) for kind in marks.KINDS}
    assert all(any(pixels) for pixels in shapes.values())
    assert len(set(shapes.values())) == len(marks.KINDS)


def test_the_dashed_ring_is_solid_where_it_is_small(qapp, look):
    assert shape("unconfigured", 9) == shape("unknown", 9)


def test_marks_and_words_belong_together():
    assert set(marks.WORDS) == set(marks.KINDS)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.stem)
def test_icons_named_in_the_code_exist(qapp, path):
    found = re.findall(
        r'icon(?!_tone)\w*=\s*"([a-z0-9-]+)"|icons?\.icon\(\s*"([a-z0-9-]+)"',
        path.read_text("utf-8"),
    )
    for name in {one or other for one, other in found}:
        icons.glyph(name)


def test_an_icon_follows_the_theme(qapp, look):
    from ui import theme

    icon = icons.icon("magnify")
    theme.use(theme.Look(scheme="light"))
    light = icon.pixmap(18, 18).toImage()
    theme.use(theme.Look(scheme="dark"))
    assert icon.pixmap(18, 18).toImage() != light
