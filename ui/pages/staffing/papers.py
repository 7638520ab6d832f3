"""Files written from a plan: the list of motions, the forms of the people moved. No Qt."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui import names
from ui.pages.staffing.effect import rule_text

if TYPE_CHECKING:
    from leadership_model.papers.motion import MotionLine, MotionMark
    from leadership_model.staffing.draft import Choices
    from leadership_model.staffing.situation import Situation
    from ui.jobs import Control
    from ui.loading import Engine


def lines(situation: "Situation") -> "tuple[MotionLine, ...]":
    """Write a line for each person who moves."""
    from leadership_model.papers.motion import MotionLine
    from leadership_model.staffing.situation import moved_people, origin_of, target_of

    return tuple(
        MotionLine(
            person=person,
            takes=target_of(situation, person),
            leaves=origin_of(situation, person),
            retires=person in situation.folded.retired,
            marks=_marks(situation, person),
        )
        for person in moved_people(situation)
    )


def _marks(situation: "Situation", person: int) -> "tuple[MotionMark, ...]":
    from leadership_model.papers.motion import MotionMark
    from leadership_model.staffing.situation import of_person

    found = []
    for each in of_person(situation, person):
        _, words = rule_text(situation, each.result)
        if each.standing == "待核":
            found.append(MotionMark(kind="unknown", text=words))
        elif each.blocks and each.standing == "不得例外":
            found.append(MotionMark(kind="draft", text=f"{words}：不得例外"))
        else:
            found.append(MotionMark(kind="exception", text=f"{words}：{each.standing}"))
    return tuple(found)


def write_motion(situation: "Situation", choices: "Choices", path: Path, control: "Control") -> str:
    """Write the list of motions and say so."""
    from leadership_model.matching.scores import Scores
    from leadership_model.papers import motion, xlsx
    from leadership_model.staffing.explain import rails
    from ui.pages.staffing.solving import asked

    control.check()
    written = lines(situation)
    unconfirmed = sorted(
        {
            each.result.rule
            for each in situation.conflicts
            if not situation.base.book[each.result.rule].confirmed
        }
    )
    notes = motion.MotionNotes(
        scenario=situation.scenario.label,
        stage=choices.stage,
        rails=rails(asked(situation, choices).options)[:-1],
        unconfirmed=tuple(unconfirmed),
        sensitive=Scores(situation.base).sensitive_of(
            post for line in written for post in line.takes
        ),
    )
    xlsx.write(path, [motion.motion(situation.base.seating, written, notes)])
    return f"已写出动议名单：{path.name}，共 {len(written)} 人。"


def write_forms(situation: "Situation", folder: Path, engine: "Engine", control: "Control") -> str:
    """Write the form of everybody who moves, with 拟任免职务 of the plan, and say so."""
    from dataclasses import replace

    from leadership_model.papers import docx, form, form_text, motion
    from leadership_model.sample import photo as photos

    found = lines(situation)
    snapshot = situation.base.snapshot
    taken: set[str] = set()
    for at, line in enumerate(found):
        control.check()
        control.report(at / len(found), f"第 {at + 1} / {len(found)} 份")
        id = situation.base.person_ids[line.person]
        picture = photos.find(engine, snapshot, id) if engine is not None else None
        text = form_text.form_text(snapshot, line.person, situation.base.as_of, picture)
        takes = "、".join(motion.post_text(snapshot, post) for post in line.takes)
        leaves = "、".join(motion.post_text(snapshot, post) for post in line.leaves)
        text = replace(text, proposed=takes or text.proposed, removed=leaves or text.removed)
        name = names.person_name(snapshot, line.person)
        name = f"{name}_{id}" if name in taken else name
        taken.add(name)
        docx.write(folder / f"{_safe(name)} 任免审批表.docx", [form.pages(text)])
    return f"已写出 {len(found)} 份任免审批表，放在“{folder.name}”。"


def _safe(name: str) -> str:
    return "".join("_" if c in '\\/:*?"<>|\n\r\t' else c for c in name).strip(". ") or "无名"
