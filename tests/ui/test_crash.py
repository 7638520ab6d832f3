"""Faults of ours: logged without personal data, shown with their trace, one at a time."""

import logging
import sys

import pytest

from leadership_model.errors import UserError
from ui import crash, settings
from ui.crash import Crash


@pytest.fixture
def handler(qapp, asker):
    kept = []
    made = Crash(asker, lambda: kept.append(True))
    made.kept = kept
    return made


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
