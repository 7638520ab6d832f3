from dataclasses import replace

import pytest

from leadership_model.errors import UserError
from leadership_model.store import audit, load, models, trials
from tests.leadership_model.store.test_models import MODEL


def test_a_trial_comes_back_as_it_was_and_nothing_is_in_force(base, actor):
    trials.start(base, actor, MODEL, 24323)
    (found,) = trials.read(base)
    assert (found.model, found.since, found.started_by) == (MODEL, 24323, actor.name)
    assert load.models(base) == ()
    assert audit.lines(base, "model_trial")[0].what == "试行"


def test_a_later_draft_takes_the_place_of_the_one_on_trial(base, actor):
    trials.start(base, actor, MODEL, 24323)
    other = replace(MODEL, label="另一稿")
    trials.start(base, actor, other, 24325)
    assert [(t.model.label, t.since) for t in trials.read(base)] == [("另一稿", 24325)]


def test_a_trial_is_ended_once(base, actor):
    trials.start(base, actor, MODEL, 24323)
    trials.end(base, actor, MODEL.id)
    assert trials.read(base) == ()
    with pytest.raises(UserError, match="没有在试行"):
        trials.end(base, actor, MODEL.id)


def test_beginning_and_ending_can_be_taken_back(base, actor):
    trials.start(base, actor, MODEL, 24323)
    (first,) = trials.read(base)
    trials.start(base, actor, replace(MODEL, label="另一稿"), 24325)
    trials.put_back(base, actor, MODEL.id, first)
    assert trials.read(base) == (first,)
    trials.put_back(base, actor, MODEL.id, None)
    assert trials.read(base) == ()


def test_publishing_ends_the_trial(base, actor):
    trials.start(base, actor, MODEL, 24323)
    changes = models.publish(base, actor, MODEL)
    assert trials.read(base) == ()
    assert changes.touches("model_trial")
