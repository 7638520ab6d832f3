from dataclasses import replace
from fractions import Fraction

from leadership_model.assessment.impact import findings_of, impact, moves, teams_of
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.world import World


def other(model, at=0, **values):
    changed = replace(model.requirements[at], **values)
    requirements = (*model.requirements[:at], changed, *model.requirements[at + 1 :])
    return replace(model, version=model.version + 1, requirements=requirements)


def test_nothing_changed_moves_nobody(world, model, known):
    shifts = impact(world, replace(model, version=2), known)
    assert shifts
    assert not moves(shifts)
    assert all(each.gain in (0.0, None) for each in shifts)


def test_it_agrees_with_assessing_under_the_changed_models(world, model, known):
    at = next(i for i, r in enumerate(model.requirements) if r.lo is not None)
    changed = other(model, at, lo=None, hi=Fraction(0), points=40.0, tolerance=0.0)
    shifts = impact(world, changed, known)
    models = [each for each in world.models if each.id != model.id]
    anew = World.of(world.snapshot, world.as_of, models=[*models, changed])
    teams = [each.team for each in shifts]
    wanted = assess_some(anew, teams, with_rules=False)
    assert [each.after.score_low for each in shifts] == [each.score_low for each in wanted]
    assert [each.after.state for each in shifts] == [each.state for each in wanted]
    assert any(each.gain for each in shifts)


def test_a_future_version_counts_as_if_it_were_in_force(world, model, known):
    lines = replace(model, version=2, green=100.0, red=100.0, effective=world.as_of + 12)
    shifts = impact(world, lines, known)
    scored = [each for each in shifts if (each.after.score_high or 0) < 100]
    assert scored
    assert all(each.after.state in ("red", "veto") for each in scored)


def test_findings_of_one_requirement(world, model, known):
    requirement = model.requirements[0]
    found = findings_of(world, requirement, teams_of(world, model))
    assert [team for team, _ in found] == list(known)
    for team, finding in found:
        assert finding in known[team].findings


def test_given_findings_are_taken(world, model, known):
    changed = other(model, points=77.0)
    teams = teams_of(world, model)
    given = dict(findings_of(world, changed.requirements[0], teams))
    shifts = impact(world, changed, known, given)
    for each in shifts:
        assert given[each.team] in each.after.findings
    assert shifts == impact(world, changed, known)
