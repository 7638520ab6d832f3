from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.widgets.taborder import follow_layout


def test_tab_goes_as_the_page_is_read_whatever_was_made_first(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    split = QSplitter(page)
    scroll = QScrollArea(split)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner, right = QWidget(), QWidget(split)
    made = {name: QLineEdit(page) for name in ("last", "head", "second", "first")}
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    QHBoxLayout(inner).addWidget(made["first"])
    QHBoxLayout(right).addWidget(made["second"])
    column, row = QVBoxLayout(page), QHBoxLayout()
    row.addWidget(made["head"])
    column.addLayout(row)
    column.addWidget(split)
    column.addWidget(made["last"])
    follow_layout(page)
    page.show()
    made["head"].setFocus()
    seen = [page.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    assert seen == [made[name] for name in ("head", "first", "second", "last")]
