"""The model a team is held against: differences laid over its category's version."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from leadership_model.people.team import Team
from leadership_model.structure.categories import same, sub_category_of
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import Requirement


def model_of(team: Team, models: Sequence[Model], as_of: int) -> Model | None:
    """Lay the team's own differences over its sub-category's over its category's version.

    Of each the version with the latest effective month <= as_of counts (among equals the higher
    version number, a model for the team's place before one for any place). A difference replaces
    requirements and portraits by id, adds new ones behind and takes away those in `removed`. A
    requirement with an effective month of its own waits until then; until then the one it replaces
    stays. None where nothing is published for the team: 未配置.
    """
    layers = [each for each in _layers(team, models, as_of) if each is not None]
    if not layers:
        return None
    found = replace(layers[0], requirements=_ripe(layers[0].requirements, as_of))
    for difference in layers[1:]:
        found = laid(found, difference, as_of)
    return found


def below(difference: Model, team: Team, models: Sequence[Model], as_of: int) -> Model | None:
    """Lay the layers below a difference over each other: what its lines are inherited from.

    `team` is the team of the difference, or any of its sub-category. Requirements that wait for a
    month of their own are among them.
    """
    base, kind, _ = _layers(team, models, as_of)
    if base is None or difference.team is None or kind is None:
        return base
    return laid(base, kind, None)


def _layers(team: Team, models: Sequence[Model], as_of: int) -> tuple[Model | None, ...]:
    fitting = [
        model
        for model in models
        if model.effective <= as_of and (model.place is None or model.place == team.place)
    ]
    kind = [m for m in fitting if m.team is None and same(m.category, team.category)]
    sub = sub_category_of(team.category, team.sub_category)
    own = [model for model in fitting if model.team == team.id]
    return (
        _latest(model for model in kind if model.sub_category is None),
        _latest(
            model
            for model in kind
            if model.sub_category is not None
            and sub_category_of(model.category, model.sub_category) == sub
        ),
        _latest(own),
    )


def _latest(models: Iterable[Model]) -> Model | None:
    return max(
        models,
        key=lambda model: (model.place is not None, model.effective, model.version, model.id),
        default=None,
    )


def laid(under: Model, difference: Model, as_of: int | None = None) -> Model:
    """Lay one difference over a model; without a month also what waits for a month of its own."""
    own = {each.id: each for each in _ripe(difference.requirements, as_of)}
    moved = {each.requirement: each.by for each in difference.adjusted}
    kept = [
        own.pop(each.id) if each.id in own else shifted(each, moved.get(each.id))
        for each in under.requirements
        if each.id not in difference.removed
    ]
    return replace(
        under,
        id=f"{under.id}+{difference.id}",
        label=difference.label,
        version=difference.version,
        sub_category=difference.sub_category or under.sub_category,
        team=difference.team or under.team,
        effective=max(under.effective, difference.effective),
        red=difference.red if difference.own_lines else under.red,
        green=difference.green if difference.own_lines else under.green,
        own_lines=under.own_lines or difference.own_lines,
        requirements=(*kept, *own.values()),
        removed=under.removed | difference.removed,
        portraits=_portraits(under.portraits, difference),
    )


def shifted(requirement: Requirement, by: Fraction | None) -> Requirement:
    """Move the target and the ideal of a requirement; a plain bound stops at 0."""
    if not by:
        return requirement

    def moved(bound: Fraction | None, per: Fraction = Fraction(0)) -> Fraction | None:
        if bound is None:
            return None
        return bound + by if per else max(bound + by, Fraction(0))

    return replace(
        requirement,
        lo=moved(requirement.lo, requirement.lo_per),
        hi=moved(requirement.hi, requirement.hi_per),
        ideal_lo=moved(requirement.ideal_lo),
        ideal_hi=moved(requirement.ideal_hi),
    )


def _ripe(requirements: Iterable[Requirement], as_of: int | None) -> tuple[Requirement, ...]:
    return tuple(
        each
        for each in requirements
        if as_of is None or each.effective is None or each.effective <= as_of
    )


def _portraits(under: tuple[Portrait, ...], difference: Model) -> tuple[Portrait, ...]:
    own = {each.id: each for each in difference.portraits}
    kept = [own.pop(each.id, each) for each in under if each.id not in difference.removed]
    return (*kept, *own.values())
