"""Who moves in a plan, as lines for its papers, and what must be known of each."""

from collections.abc import Iterable

from leadership_model.matching.scores import Scores
from leadership_model.papers.basis import Basis, basis_of
from leadership_model.papers.motion import MotionLine, MotionMark, MotionNotes
from leadership_model.rules.rule import RuleResult
from leadership_model.staffing.draft import Choices
from leadership_model.staffing.explain import rails
from leadership_model.staffing.options import Options
from leadership_model.staffing.situation import (
    Situation,
    moved_people,
    of_person,
    origin_of,
    target_of,
)


def lines(situation: Situation) -> tuple[MotionLine, ...]:
    """Write a line for each person whose seats are others than before, in their order."""
    return tuple(
        MotionLine(
            person=person,
            takes=target_of(situation, person),
            leaves=origin_of(situation, person),
            retires=person in situation.folded.retired,
            marks=marks(situation, person),
        )
        for person in moved_people(situation)
    )


def marks(situation: Situation, person: int) -> tuple[MotionMark, ...]:
    """Say what stands against a person's moves, and who stands behind for the same post."""
    found = []
    for each in of_person(situation, person):
        words = rule_words(situation, each.result)
        if each.standing == "待核":
            found.append(MotionMark(kind="unknown", text=words))
        elif each.blocks and each.standing == "不得例外":
            found.append(MotionMark(kind="draft", text=f"{words}：不得例外"))
        else:
            found.append(MotionMark(kind="exception", text=f"{words}：{each.standing}"))
    names = situation.base.snapshot.people.raw("name")
    for post in target_of(situation, person):
        further = situation.folded.candidates.get(post, ())
        if further:
            who = "、".join(f"{names[each]}（第{at}人选）" for at, each in enumerate(further, 2))
            found.append(MotionMark(kind="further", text=f"备选：{who}"))
    return tuple(found)


def rule_words(situation: Situation, result: RuleResult) -> str:
    """Write a rule result: title, what is there, what is asked, the article."""
    rule = situation.base.book[result.rule]
    need = f"，要求{result.need}" if result.need else ""
    word = "待核：" if result.result == "unknown" else ""
    unconfirmed = "" if rule.confirmed else "，待核实"
    return f"{rule.title}：{word}{result.have}{need}（{rule.article}{unconfirmed}）"


def reason_of(situation: Situation, person: int) -> str:
    """Give the reason of a person's latest move; empty where none was written."""
    id = situation.base.person_ids[person]
    found = [move.reason for move in situation.scenario.done if move.person == id and move.reason]
    return found[-1] if found else ""


def notes_of(
    situation: Situation, choices: Choices, written: Iterable[MotionLine], title: str
) -> MotionNotes:
    """Gather what is printed with a list of those who move."""
    options = Options(rearrange=choices.rearrange, include_unknown=choices.include_unknown)
    return MotionNotes(
        title=title,
        scenario=situation.scenario.label,
        stage=choices.stage,
        rails=rails(options)[:-1],
        unconfirmed=unconfirmed(situation),
        sensitive=Scores(situation.base).sensitive_of(
            post for line in written for post in line.takes
        ),
    )


def unconfirmed(situation: Situation) -> tuple[str, ...]:
    """List the rules in conflict that the department has not confirmed."""
    book = situation.base.book
    found = {each.result.rule for each in situation.conflicts}
    return tuple(sorted(rule for rule in found if not book[rule].confirmed))


def basis_after(situation: Situation) -> Basis:
    """Give the basis of a paper that judges the teams of a plan as it would be."""
    return basis_of(situation.world, [each.after for each in situation.deltas.values()])
