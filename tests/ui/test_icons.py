"""Icons that paint themselves."""

import gc

from PySide6.QtGui import QIcon

from ui import icons


def test_an_icon_parted_from_its_copy_still_paints(qapp):
    first = icons.icon("magnify")
    second = QIcon(first)
    second.setIsMask(True)  # asks the engine for a clone, which Python must not free
    gc.collect()
    assert not second.pixmap(16, 16).isNull()
    assert not first.pixmap(16, 16).isNull()
