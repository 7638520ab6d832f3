import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.dressing import AT_ONCE, Dressing


def test_a_page_is_dressed_before_it_is_shown(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    listed = [QLabel(str(at)) for at in range(3 * AT_ONCE)]
    for each in listed:
        layout.addWidget(each)
    polished = Qt.WidgetAttribute.WA_WState_Polished
    assert not any(each.testAttribute(polished) for each in listed)
    dressing = Dressing(page)
    dressing.begin(page)
    shiboken6.delete(listed.pop())  # gone before its turn
    qtbot.waitUntil(lambda: all(each.testAttribute(polished) for each in listed))
    qtbot.waitUntil(lambda: not dressing.busy())
