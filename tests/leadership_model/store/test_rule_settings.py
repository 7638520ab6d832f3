import json

import pytest

from leadership_model.errors import StaleError, UserError
from leadership_model.rules.book import with_settings
from leadership_model.store import load
from leadership_model.store.nouns import RuleSetting
from leadership_model.store.rule_settings import RuleEdit, put


def setting(months=96, **fields):
    given = {"active": True, "severity": "warn", "parameters": json.dumps({"months": months})}
    return RuleSetting(id="X1", **{**given, **fields})


def held(base):
    return [(each.id, each.parameters) for each in load.rule_settings(base)]


def test_a_setting_holds_and_the_book_follows(base, actor):
    put(base, actor, "X1", setting())
    book = with_settings(load.rule_settings(base))
    assert book["X1"].parameters["months"] == 96
    put(base, actor, "X1", setting(84))
    assert held(base) == [("X1", '{"months": 84}')]
    put(base, actor, "X1", None)
    assert held(base) == []
    assert not put(base, actor, "X1", None).kinds


def test_what_makes_no_sense_is_refused_and_nothing_is_written(base, actor):
    for wrong in (setting(-1), setting(parameters='{"days": 3}'), setting(confirmed_by="王某")):
        with pytest.raises(UserError):
            put(base, actor, "X1", wrong)
    with pytest.raises(UserError, match="没有编号为“X99”的规则"):
        put(base, actor, "X99", setting())
    assert held(base) == []


def test_an_edit_is_taken_back_and_made_again(base, actor):
    first = RuleEdit("X1", None, setting())
    first.forward(base, actor)
    (before,) = load.rule_settings(base)
    second = RuleEdit("X1", before, setting(84))
    second.forward(base, actor)
    second.backward(base, actor)
    assert held(base) == [("X1", '{"months": 96}')]
    first.backward(base, actor)
    assert held(base) == []
    first.forward(base, actor)
    assert held(base) == [("X1", '{"months": 96}')]


def test_an_edit_of_what_somebody_else_changed_is_refused(base, actor):
    put(base, actor, "X1", setting())
    with pytest.raises(StaleError, match="刚被别人改过"):
        RuleEdit("X1", None, setting(84)).forward(base, actor)
    assert held(base) == [("X1", '{"months": 96}')]
