from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model.assessment.impact import teams_of
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.versions import beside, causes, used_by
from leadership_model.assessment.world import World
from leadership_model.structure.requirement import Count


def stricter(model):
    at = next(i for i, r in enumerate(model.requirements) if isinstance(r.measure, Count))
    changed = replace(model.requirements[at], lo=Fraction(9), hi=None, ideal_lo=None)
    listed = (*model.requirements[:at], changed, *model.requirements[at + 1 :])
    return replace(model, version=2, requirements=listed), changed


def test_the_requirement_that_was_changed_is_the_cause(world, model, known):
    after, changed = stricter(model)
    found = beside(world, model, after, known)
    assert any(each.gain for each in found)
    for each in found:
        assert {cause.requirement for cause in each.causes} <= {changed.id}


def test_two_versions_turned_round_give_the_opposite(world, model, known):
    after, _ = stricter(model)
    after = replace(after, requirements=after.requirements[1:])
    there, back = beside(world, model, after, known), beside(world, after, model, known)
    assert len(there) == len(known)
    for one, other in zip(there, back, strict=True):
        assert (one.before, one.after) == (other.after, other.before)
        assert one.gain is not None
        assert one.gain == pytest.approx(-(other.gain or 0.0))
        gains = {c.requirement: (c.before, c.after, c.gain) for c in one.causes}
        turned = {c.requirement: (c.after, c.before, pytest.approx(-c.gain)) for c in other.causes}
        assert gains == turned


def test_the_gains_add_up_to_the_difference_of_the_scores(world, model, known):
    after, _ = stricter(model)
    after = replace(after, requirements=(*after.requirements[2:], *model.requirements[:1]))
    found = beside(world, model, after, known)
    assert any(len(each.causes) > 1 for each in found)
    for each in found:
        assert each.gain == pytest.approx(sum(cause.gain for cause in each.causes), abs=1e-6)


def test_other_weights_are_laid_at_the_door_of_what_was_weighed_otherwise(world, model, known):
    heavier = replace(model.requirements[0], points=model.requirements[0].points + 30)
    after = replace(model, version=2, requirements=(heavier, *model.requirements[1:]))
    found = beside(world, model, after, known)
    assert any(each.gain for each in found)
    for each in found:
        assert {cause.requirement for cause in each.causes} <= {heavier.id}
        assert each.gain == pytest.approx(sum(c.gain for c in each.causes), abs=1e-6)


def test_a_version_compared_with_itself_changes_no_team(world, model, known):
    found = beside(world, model, replace(model, version=3), known)
    assert len(found) == len(known)
    for each in found:
        assert not each.moved
        assert each.causes == ()
        assert each.gain in (0.0, None)


def test_a_verdict_without_points_is_a_cause_all_the_same(known):
    one = next(a for a in known.values() if any(f.points for f in a.findings))
    bare = replace(one.findings[0], points=0.0)
    flipped = replace(bare, verdict="red" if bare.verdict != "red" else "green")
    found = causes(replace(one, findings=(bare,)), replace(one, findings=(flipped,)))
    assert [(c.before, c.after, c.gain) for c in found] == [(bare.verdict, flipped.verdict, 0.0)]


def test_an_assessment_names_the_version_of_its_own_month(world, model):
    later = replace(stricter(model)[0], effective=world.as_of + 1)
    models = (*world.models, later)
    team = teams_of(world, model)[0]
    now = World.of(world.snapshot, world.as_of, models=models)
    then = World.of(world.snapshot, world.as_of + 1, models=models)
    assert used_by(now, team)[0] == model
    assert used_by(then, team)[0] == later
    old, new = (
        assess_some(now, [team], with_rules=False),
        assess_some(then, [team], with_rules=False),
    )
    lows = [
        next(f.lo for f in a[0].findings if f.requirement == stricter(model)[1].id)
        for a in (old, new)
    ]
    assert lows[0] != lows[1] == 9.0
