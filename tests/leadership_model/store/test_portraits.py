from dataclasses import replace

import pytest

from leadership_model.errors import StaleError
from leadership_model.store import audit, load, portraits
from leadership_model.store.connection import writing
from leadership_model.store.models import put_portraits
from leadership_model.structure.model import Portrait

HEAD = Portrait(id="head", label="书记通用权重", category="乡镇", role="正职")
DEPUTY = Portrait(id="deputy", label="副职通用权重", category="乡镇", role="副职")


@pytest.fixture
def planted(base):
    with writing(base) as connection:
        put_portraits(connection, (HEAD, DEPUTY))
    return base


def test_a_portrait_is_changed_in_its_place_and_taken_back(planted, actor):
    better = replace(HEAD, label="书记画像")
    portraits.put(planted, actor, "head", HEAD, better)
    assert load.portraits(planted) == (better, DEPUTY)
    portraits.put(planted, actor, "head", better, HEAD)
    assert load.portraits(planted) == (HEAD, DEPUTY)
    assert [each.what for each in audit.lines(planted, "portrait", "head")] == ["修改", "修改"]


def test_one_is_added_behind_and_taken_away(planted, actor):
    other = replace(HEAD, id="other")
    portraits.put(planted, actor, "other", None, other)
    assert load.portraits(planted) == (HEAD, DEPUTY, other)
    portraits.put(planted, actor, "head", HEAD, None)
    portraits.put(planted, actor, "head", None, HEAD)
    assert load.portraits(planted) == (DEPUTY, other, HEAD)


def test_what_somebody_else_changed_is_not_written_over(planted, actor):
    portraits.put(planted, actor, "head", HEAD, replace(HEAD, label="他人"))
    with pytest.raises(StaleError, match="别人"):
        portraits.put(planted, actor, "head", HEAD, replace(HEAD, label="我"))


def test_one_taken_away_comes_back_to_its_place(planted, actor):
    edit = portraits.PortraitEdit("head", HEAD, None)
    edit.forward(planted, actor)
    assert load.portraits(planted) == (DEPUTY,)
    edit.backward(planted, actor)
    assert load.portraits(planted) == (HEAD, DEPUTY)
