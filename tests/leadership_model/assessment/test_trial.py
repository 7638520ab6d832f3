from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.trial import try_out, with_drafts
from leadership_model.assessment.world import World
from leadership_model.structure.requirement import Average, Count, Share


def fully(world, drafts, teams):
    """The same, assessed from nothing under other models."""
    models = with_drafts(world.models, drafts, world.as_of)
    anew = World.of(world.snapshot, world.as_of, models=models)
    return assess_some(anew, teams, with_rules=False)


def edited(model, at, **values):
    changed = replace(model.requirements[at], **values)
    listed = (*model.requirements[:at], changed, *model.requirements[at + 1 :])
    return replace(model, requirements=listed)


def counted(model):
    return next(i for i, r in enumerate(model.requirements) if isinstance(r.measure, Count))


def test_an_edit_judges_only_what_was_edited(world, model, known):
    at = counted(model)
    first = try_out(world, [edited(model, at, lo=Fraction(2))], known)
    assert first.anew == len(known)
    again = try_out(world, [edited(model, at, lo=Fraction(2))], known, first)
    assert (again.anew, again.shifts) == (0, first.shifts)
    two = edited(edited(model, at, lo=Fraction(2)), 0, points=50.0)
    second = try_out(world, [two], known, first)
    assert second.anew == len(known)
    assert try_out(world, [edited(model, at, lo=Fraction(2))], known, second).anew == 0
    lines = replace(two, red=0.0, green=1.0)
    assert try_out(world, [lines], known, second).anew == 0


def test_nothing_changed_changes_nothing(world, model, known):
    trial = try_out(world, [model], known)
    assert trial.anew == 0
    assert trial.moved == ()
    assert trial.states(False) == trial.states(True)
    assert [each.after for each in trial.shifts] == list(known.values())


def test_findings_of_another_world_are_not_taken(world, model, known):
    draft = edited(model, counted(model), lo=Fraction(2))
    other = World.of(world.snapshot, world.as_of)
    earlier = try_out(other, [draft], known)
    assert try_out(world, [draft], known, earlier).anew == len(known)


def test_the_counts_are_those_of_the_teams(world, model, known):
    trial = try_out(world, [replace(model, red=100.0, green=100.0)], known)
    assert sum(trial.states(True).values()) == len(known)
    assert len(trial.moved) == sum(each.before.state != each.after.state for each in trial.shifts)
    assert trial.moved


def test_it_can_be_stopped(world, model, known):
    def stop():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        try_out(world, [model], known, pause=stop)


@st.composite
def edits(draw):
    """A few edits of requirements by their places, as (place, what)."""
    kinds = ("lo", "hi", "points", "veto", "tolerance", "remove", "red")
    return draw(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(kinds), st.integers(0, 9)),
                         min_size=1, max_size=4))  # fmt: skip


def apply(model, at, kind, value):
    at %= len(model.requirements)
    each = model.requirements[at]
    match kind:
        case "lo" if isinstance(each.measure, Count) and each.hi is None:
            return edited(model, at, lo=Fraction(value))
        case "hi" if isinstance(each.measure, Average) and each.lo is None:
            return edited(model, at, hi=Fraction(35 + value), ideal_hi=None)
        case "lo" if isinstance(each.measure, Share) and each.hi is None:
            return edited(model, at, lo=Fraction(value, 9), ideal_lo=None)
        case "points":
            return edited(model, at, points=float(value))
        case "veto":
            return edited(model, at, veto=not each.veto)
        case "tolerance":
            return edited(model, at, tolerance=float(value))
        case "remove" if len(model.requirements) > 1:
            listed = (*model.requirements[:at], *model.requirements[at + 1 :])
            return replace(model, requirements=listed)
        case _:
            return replace(model, red=float(10 * value), green=100.0)


@given(edits())
@settings(max_examples=25, deadline=None)
def test_edit_after_edit_it_equals_a_full_assessment(world, model, known, steps):
    draft, trial = model, None
    for step in steps:
        draft = apply(draft, *step)
        trial = try_out(world, [draft], known, trial)
    wanted = fully(world, [draft], known)
    assert trial is not None
    for shift, full in zip(trial.shifts, wanted, strict=True):
        assert replace(shift.after, rules=()) == full
