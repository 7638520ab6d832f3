from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.picker import Option, Picker


def test_a_box_far_down_is_checked_where_it_stands(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    options = [Option(str(at), f"选项{at}") for at in range(80)]
    picker = Picker(options, "选择几项", many=True, parent=home)
    picker.open_at(home)
    item = picker.list.item(60)
    picker.list.scrollToItem(item)
    top = picker.list.verticalScrollBar().value()
    assert top > 0
    place = picker.list.visualItemRect(item).center()
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert picker.list.verticalScrollBar().value() == top
    assert picker.list.item(60).checkState() == Qt.CheckState.Checked
    picker.close()
