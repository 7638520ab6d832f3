"""All papers of a plan by kind: which there are, and the sheets of each."""

from collections.abc import Mapping
from dataclasses import replace

from leadership_model.errors import UserError
from leadership_model.papers import motion
from leadership_model.papers.deployment import deployment
from leadership_model.papers.meeting import meeting
from leadership_model.papers.plan_change import change, structure
from leadership_model.papers.plan_lines import basis_after, lines, notes_of
from leadership_model.papers.plan_record import records_sheets
from leadership_model.papers.plan_rules import checked
from leadership_model.papers.spread import Spread
from leadership_model.staffing.draft import Choices
from leadership_model.staffing.procedure import Record
from leadership_model.staffing.situation import Situation

SHEETS = {
    "motion": "动议名单",
    "meeting": "上会名单",
    "deploy": "调配情况",
    "change": "前后对比表",
    "structure": "结构前后对比表",
    "check": "规则核查表",
    "record": "选拔任用纪实表",
}
NOTHING = "方案还没有调整任何人，没有可以写出的材料"


def sheets(
    kind: str, situation: Situation, choices: Choices, records: Mapping[str, Record]
) -> tuple[Spread, ...]:
    """Make the sheets of one paper; UserError where nobody moves. `records` by person id."""
    found = lines(situation)
    if not found and kind in ("motion", "meeting", "deploy", "record"):
        raise UserError(NOTHING)
    match kind:
        case "motion" | "meeting":
            notes = notes_of(situation, choices, found, SHEETS[kind])
            seating, people = situation.base.seating, situation.base.snapshot.people.positions
            chosen = {people[id]: name for id, name in choices.sections if id in people}
            if kind == "motion":
                sheet = motion.motion(seating, found, notes)
            else:
                sheet = meeting(seating, found, notes, chosen)
            return (replace(sheet, foot=basis_after(situation).foot),)
        case "deploy":
            return deployment(situation)
        case "change":
            return change(situation)
        case "structure":
            return structure(situation)
        case "check":
            return (checked(situation),)
        case "record":
            return records_sheets(situation, records)
        case _:
            raise ValueError(f"there is no paper of a plan called {kind!r}")
