"""The page goes away without leaving anything behind, and each of its commands does something."""

import gc
import weakref
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent

from ui import theme
from ui.pages.matching.page import MatchingPage


def test_the_page_is_freed(context, qtbot, settle):
    page = MatchingPage(context)
    page.resize(1500, 800)
    page.show()
    settle()
    gone = weakref.ref(page)
    page.leave()
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del page
    gc.collect()
    assert gone() is None


def test_every_command_does_something(context, shown, settle, asker, requests):
    page = shown(MatchingPage(context))
    said = []
    context.say.said.connect(said.append)

    def seen():
        shows = (page.directions.current(), page.content.matrix_card.large)
        return (len(asker.asked), len(requests), len(said), *shows)

    for id, action in page.commands.items():
        before = seen()
        action.trigger()
        settle()
        after = seen()
        assert before != after, id


def test_a_narrow_window_keeps_all_columns(context, shown):
    page = shown(MatchingPage(context), 1280, 700)
    page.set_narrow(True)
    assert page.minimumSizeHint().width() <= 1280


def test_with_large_text_the_reasons_fit_their_panel(qtbot, context, shown):
    theme.use(replace(theme.look(), scale=175))
    page = shown(MatchingPage(context), 1302, 690)
    page.set_narrow(True)  # as in a window of 1366 px
    reasons = page.content.reasons
    qtbot.waitUntil(lambda: reasons._tight)
    assert reasons.case is not None
    room = reasons._area.viewport().width()
    assert reasons._ground.minimumSizeHint().width() <= room
