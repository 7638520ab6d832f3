"""Commands of the window and of every page: ids and short cuts are unique, tips say something."""

from collections import Counter
from importlib import import_module
from importlib.util import find_spec

import pytest
from PySide6.QtGui import QKeySequence

from ui import commands, icons, registry
from ui.actions import Action


def page_actions(name):
    module = f"ui.pages.{name}.actions"
    if find_spec(f"ui.pages.{name}") is None or find_spec(module) is None:
        return ()
    return import_module(module).ACTIONS


EVERY = [*commands.ALL, *(each for spec in registry.PAGES for each in page_actions(spec.name))]


def test_ids_are_unique():
    assert [id for id, count in Counter(each.id for each in EVERY).items() if count > 1] == []


def test_short_cuts_are_unique_in_the_window_and_each_page():
    common = [each.shortcut for each in commands.ALL if each.shortcut]
    for spec in registry.PAGES:
        keys = common + [each.shortcut for each in page_actions(spec.name) if each.shortcut]
        doubled = [key for key, count in Counter(keys).items() if count > 1]
        assert not doubled, f"{spec.title}: {doubled}"


@pytest.mark.parametrize("action", EVERY, ids=lambda each: each.id)
def test_an_action_is_complete(qapp, action):
    assert action.tip != action.text or len(action.tip) > 4
    if action.shortcut:
        assert not QKeySequence(action.shortcut).isEmpty()
    if action.icon:
        icons.glyph(action.icon)


def test_an_action_without_a_tip_is_refused():
    with pytest.raises(ValueError, match=r"x\.y"):
        Action(id="x.y", text="保存", tip="")
