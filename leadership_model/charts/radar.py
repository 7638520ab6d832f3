"""The radar of a team: one axis per dimension of its model, 0 to 100."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.phrase import show, span
from leadership_model.assessment.world import World
from leadership_model.charts.spec import Axis, Radar


def radar(
    world: World,
    assessment: Assessment,
    reference: Mapping[str, float] | None = None,
    reference_label: str = "",
) -> Radar:
    """Draw the dimensions of an assessment; a note gives points got of points there are.

    `reference`: a score for each dimension to compare with (see `means`); without axes when 未配置.
    """
    known = reference or {}
    axes = tuple(
        Axis(
            label=name,
            low=low,
            high=high,
            reference=known.get(name),
            note=_points(assessment, name),
            ids=_people(world, assessment, name),
        )
        for name, low, high in assessment.dimensions
    )
    title = str(world.snapshot.teams.raw("name")[assessment.team])
    return Radar(title=title, axes=axes, reference_label=reference_label if known else "")


def means(assessments: Iterable[Assessment]) -> dict[str, float]:
    """Give the mean of score_low over the teams that have a dimension, for each dimension."""
    found: dict[str, list[float]] = defaultdict(list)
    for assessment in assessments:
        for name, low, _ in assessment.dimensions:
            found[name].append(low)
    return {name: round(sum(lows) / len(lows), 1) for name, lows in found.items()}


def _points(assessment: Assessment, dimension: str) -> str:
    findings = [each for each in assessment.findings if each.dimension == dimension]
    low = round(sum(each.points * each.s_low for each in findings), 1)
    high = round(sum(each.points * each.s_high for each in findings), 1)
    return f"{span(low, high)}/{show(sum(each.points for each in findings))}"


def _people(world: World, assessment: Assessment, dimension: str) -> tuple[str, ...]:
    """Give those who count in the dimension's findings, each once."""
    people = dict.fromkeys(
        person
        for finding in assessment.findings
        if finding.dimension == dimension
        for person in finding.people
    )
    return tuple(world.person_ids[person] for person in people)
