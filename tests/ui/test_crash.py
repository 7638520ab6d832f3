"""Faults of ours: logged without personal data, shown with their trace, one at a time."""

import logging
import sys
import weakref

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from leadership_model.errors import UserError
from ui import crash, settings
from ui.crash import Crash


@pytest.fixture
def handler(qapp, asker):
    kept = []
    made = Crash(asker, lambda: kept.append(True))
    made.kept = kept
    return made


class Held:
    pass


class Faulty(QWidget):
    """Fails in the middle of painting; nobody ends its painter."""

    broken = True

    def paintEvent(self, event):  # noqa: N802 - Qt calls it so
        painter = QPainter(self)
        painter.fillRect(0, 0, 10 // (0 if self.broken else 1), 10, 0xFF)


class Sound(QWidget):
    painted = 0

    def paintEvent(self, event):  # noqa: N802 - Qt calls it so
        self.painted += 1
        QPainter(self).fillRect(self.rect(), 0xFF)


def fail_with(function, value):
    try:
        function(value)
    except KeyError as error:
        return error


def fail(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


@pytest.mark.expects_log("ValueError")
def test_a_fault_is_shown_and_logged_without_its_message(qtbot, handler, asker, caplog):
    handler.handle(*fail(ValueError("张三 990101199001011234")))
    qtbot.waitUntil(lambda: bool(asker.asked))
    kind, text = asker.asked[0]
    assert kind == "crash"
    assert "张三" in text
    assert "Python" in text
    assert "test_crash.py" in text
    assert handler.kept
    record = next(each for each in caplog.records if each.levelno == logging.ERROR)
    assert "张三" not in record.getMessage()
    assert "test_crash.py" in record.getMessage()


def test_a_fault_of_the_user_is_a_sentence(qtbot, handler, asker):
    handler.handle(*fail(UserError("请先保存。")))
    qtbot.waitUntil(lambda: bool(asker.asked))
    assert asker.asked == [("error", "请先保存。")]


@pytest.mark.expects_log("ZeroDivisionError")
def test_a_fault_while_painting_is_shown_and_painting_goes_on(qtbot, handler, asker):
    ground = QWidget()
    faulty, sound = Faulty(ground), Sound(ground)
    faulty.resize(50, 50)
    sound.setGeometry(60, 60, 50, 50)
    qtbot.addWidget(ground)
    handler.install()
    try:
        ground.show()
        qtbot.waitUntil(lambda: bool(asker.asked))
        faulty.broken, sound.painted = False, 0
        faulty.update()
        sound.update()
        qtbot.waitUntil(lambda: sound.painted > 0)
    finally:
        handler.remove()
    kind, text = asker.asked[0]
    assert kind == "crash"
    assert "ZeroDivisionError" in text
    assert "paintEvent" in text


def test_frames_of_causes_are_emptied_too():
    held = Held()
    ended = weakref.ref(held)

    def fall(held):
        raise ValueError(id(held))

    def fail_again(held):
        try:
            fall(held)
        except ValueError as error:
            raise KeyError from error

    kept = fail_with(fail_again, held)
    del held
    assert ended() is not None
    crash.let_go(kept)
    assert ended() is None
    assert "fall" in crash.report(type(kept), kept, kept.__traceback__)


def test_installing_and_removing(handler):
    before = sys.excepthook
    handler.install()
    assert sys.excepthook == handler.handle
    handler.remove()
    assert sys.excepthook == before


def test_the_log_lies_in_the_home_folder(own_home):
    opened = crash.open_log()
    try:
        crash.LOG.info("开始")
        assert (settings.home_folder() / "logs" / "program.log").is_file()
    finally:
        crash.LOG.removeHandler(opened)
        opened.close()
