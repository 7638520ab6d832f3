"""Files written straight from the strip: the list of motions, the forms of those who move."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Choices
    from leadership_model.staffing.situation import Situation
    from ui.jobs import Control
    from ui.loading import Engine


def write_motion(situation: "Situation", choices: "Choices", path: Path, control: "Control") -> str:
    """Write the list of motions and say so."""
    from leadership_model.papers import plan_lines, plan_papers, xlsx

    control.check()
    count = len(plan_lines.lines(situation))
    xlsx.write(path, plan_papers.sheets("motion", situation, choices, {}))
    return f"已写出动议名单：{path.name}，共 {count} 人。"


def write_forms(situation: "Situation", folder: Path, engine: "Engine", control: "Control") -> str:
    """Write the form of everybody who moves, with 拟任免职务 of the plan, and say so."""
    from leadership_model.papers import docx, form, plan_forms, plan_lines
    from leadership_model.sample import photo as photos

    found = plan_lines.lines(situation)
    names = plan_forms.file_names(situation, found)
    for at, (line, name) in enumerate(zip(found, names, strict=True)):
        control.check()
        control.report(at / len(found), f"第 {at + 1} / {len(found)} 份")
        id = situation.base.person_ids[line.person]
        snapshot = situation.base.snapshot
        photo = photos.find(engine, snapshot, id) if engine is not None else None
        text = plan_forms.form_of(situation, line, photo)
        docx.write(folder / f"{name} 任免审批表.docx", [form.pages(text)])
    return f"已写出 {len(found)} 份任免审批表，放在“{folder.name}”。"
