from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from ui.navigation import ImportFiles


def drop(window, *urls):
    data = QMimeData()
    data.setUrls(list(urls))
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(40, 40), copy, data, *buttons)
    QCoreApplication.sendEvent(window, entering)
    QCoreApplication.sendEvent(window, QDropEvent(QPointF(40, 40), copy, data, *buttons))


def test_files_dropped_on_the_window_go_to_the_import(window, settle, tmp_path, requests):
    path = tmp_path / "甲.lrmx"
    path.write_text("x", "utf-8")
    drop(window, QUrl.fromLocalFile(str(path)))
    settle()
    assert requests == [ImportFiles((Path(path),))]


def test_what_is_no_file_is_not_taken(window, settle, requests):
    drop(window, QUrl("https://example.invalid/a.lrmx"))
    settle()
    assert requests == []
