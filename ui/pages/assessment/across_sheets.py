"""The map of teams and requirements as sheets of a file, with the people behind. No Qt."""

from collections.abc import Sequence

from leadership_model.assessment.finding import VERDICT_WORDS
from leadership_model.assessment.phrase import span
from leadership_model.assessment.world import World
from leadership_model.papers.listing import listing
from leadership_model.papers.spread import Spread
from ui import names
from ui.pages.assessment.beside import TONES, Row
from ui.pages.assessment.work import state_text

HEADS = ("名次", "班子", "状态", "得分低", "得分高", "缺岗")


def matrix(found: Sequence[Row], title: str, note: str) -> Spread:
    """Make the map of teams and requirements as a sheet; the verdict is the tone of a cell."""
    labels = list(dict.fromkeys(label for row in found for label in row.findings))
    lines, tones = [], {}
    for line, row in enumerate(found):
        low, high = row.assessment.score_low, row.assessment.score_high
        cells: list[str | float | int] = [
            "" if row.standing is None else row.standing.rank,
            row.name,
            state_text(row.assessment),
            "" if low is None else round(low, 1),
            "" if high is None else round(high, 1),
            len(row.assessment.vacancies),
        ]
        tones[line, 2] = TONES.get(row.assessment.state, "")
        for column, label in enumerate(labels, len(HEADS)):
            finding = row.findings.get(label)
            cells.append(
                "" if finding is None else span(finding.measured_low, finding.measured_high)
            )
            if finding is not None:
                tones[line, column] = TONES.get(finding.verdict, "")
        lines.append(cells)
    widths = (7, 24, 14, 9, 9, 7, *(max(10.0, 2.0 * len(label)) for label in labels))
    return listing("对照表", title, note, (*HEADS, *labels), lines, widths, tones)


BEHIND = ("班子", "要求", "结论", "现状", "说明", "计入（不符合）人员", "待核人员")


def behind(world: World, found: Sequence[Row], title: str, note: str) -> Spread:
    """Make the rows behind the map: each requirement of each team with its people by name."""

    def named(people: Sequence[int]) -> str:
        return "、".join(names.person_name(world.snapshot, each) for each in people)

    lines = [
        (
            row.name,
            label,
            VERDICT_WORDS[each.verdict],
            span(each.measured_low, each.measured_high),
            each.detail,
            named(each.people),
            named(each.unknown_people),
        )
        for row in found
        for label, each in row.findings.items()
    ]
    return listing("逐项明细", title, note, BEHIND, lines, (22, 22, 9, 10, 40, 50, 30))
