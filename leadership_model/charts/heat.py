"""Heat maps of many teams: areas by kind of team, and teams by requirement."""

from collections.abc import Iterable, Sequence
from typing import Literal

from leadership_model.assessment.finding import STATE_WORDS, VERDICT_WORDS, Assessment, State
from leadership_model.assessment.phrase import span
from leadership_model.assessment.world import World
from leadership_model.charts.spec import HeatCell, HeatMap, Tone

STATE_TONES: dict[State, Tone] = {
    "veto": "veto",
    "red": "red",
    "unknown": "grey",
    "yellow": "yellow",
    "green": "green",
    "unconfigured": "none",
}  # worst first: one cell for several teams shows the worst of their states
PATTERNS: dict[State, Literal["ring", "dashed", "veto"]] = {
    "veto": "veto",
    "unknown": "dashed",
    "unconfigured": "ring",
}
ELSEWHERE = "其他"


def areas(world: World, assessments: Iterable[Assessment]) -> HeatMap:
    """Draw areas x kinds of team (their place among the four teams, else their category).

    A cell with one team shows its score and opens it; with several the number of green ones of all,
    in the worst state's tone, and counts every state in its note.
    """
    teams = world.snapshot.teams
    area, place, category = teams.raw("area"), teams.raw("place"), teams.raw("category")
    cells: dict[tuple[str, str], list[Assessment]] = {}
    for each in assessments:
        column = place[each.team] or category[each.team] or ELSEWHERE
        cells.setdefault((area[each.team] or ELSEWHERE, column), []).append(each)
    rows = tuple(dict.fromkeys(row for row, _ in cells))
    columns = tuple(dict.fromkeys(column for _, column in cells))
    return HeatMap(
        title="各地班子结构",
        rows=rows,
        columns=columns,
        cells=tuple(
            _cell(world, rows.index(row), columns.index(column), found)
            for (row, column), found in cells.items()
        ),
    )


def requirements(world: World, assessments: Iterable[Assessment]) -> HeatMap:
    """Draw teams x requirements; requirements of the same label share a column."""
    judged = [each for each in assessments if each.findings]
    columns = tuple(dict.fromkeys(f.label for each in judged for f in each.findings))
    cells = tuple(
        HeatCell(
            row=row,
            column=columns.index(finding.label),
            tone="grey" if finding.verdict == "unknown" else finding.verdict,
            text=span(finding.measured_low, finding.measured_high),
            note=f"{VERDICT_WORDS[finding.verdict]}：{finding.detail}",
            id=world.snapshot.teams.ids[each.team],
            pattern="dashed" if finding.verdict == "unknown" else "solid",
        )
        for row, each in enumerate(judged)
        for finding in each.findings
    )
    names = world.snapshot.teams.raw("name")
    rows = tuple(str(names[each.team]) for each in judged)
    return HeatMap(title="班子与要求对照", rows=rows, columns=columns, cells=cells)


def _cell(world: World, row: int, column: int, found: Sequence[Assessment]) -> HeatCell:
    states = [each.state for each in found]
    worst = next(state for state in STATE_TONES if state in states)
    one = found[0] if len(found) == 1 else None
    counts = ((state, states.count(state)) for state in STATE_TONES)
    return HeatCell(
        row=row,
        column=column,
        tone=STATE_TONES[worst],
        text=_score(one) if one is not None else f"{states.count('green')}/{len(states)}",
        note="、".join(f"{STATE_WORDS[state]} {count}" for state, count in counts if count),
        id=world.snapshot.teams.ids[one.team] if one is not None else "",
        pattern=PATTERNS.get(worst, "solid"),
    )


def _score(assessment: Assessment) -> str:
    low, high = assessment.score_low, assessment.score_high
    if low is None or high is None:
        return STATE_WORDS[assessment.state]
    return span(float(int(low + 0.5)), float(int(high + 0.5)))
