"""All papers of a plan, written to a folder: what can be chosen, and the writing in a job. No Qt.

PDF pages are painted elsewhere, on the main thread: here they are only laid out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadership_model.exchange.form import Form
    from leadership_model.papers.paper import Paper
    from leadership_model.papers.plan_notices import Words
    from leadership_model.papers.templates import Template
    from leadership_model.staffing.draft import Choices
    from leadership_model.staffing.procedure import Record
    from leadership_model.staffing.situation import Situation
    from ui.jobs import Control
    from ui.loading import Engine

# id, title, what it is, which formats it comes in ("" = the one chosen above)
OFFERED = (
    ("motion", "动议名单", "逐人列出拟任免职务和须知事项", ""),
    ("meeting", "上会名单", "按提任、进一步使用、交流、免职分节", ""),
    ("deploy", "调配情况", "逐个岗位：谁离任、去向，谁拟任、来源", ""),
    ("change", "前后对比表", "班子得分和岗位逐个对照", ""),
    ("structure", "结构前后对比表", "每个班子一张，逐项要求对照", ""),
    ("check", "规则核查表", "逐人列出不符合和待核的规则", ""),
    ("record", "选拔任用纪实表", "每人一张，程序、日期、事前报告", ""),
    ("form", "任免审批表", "填好拟任、拟免、任免理由", "Word、PDF"),
    ("lrmx", "任免审批表数据", "可用任免审批表软件打开", "lrmx"),
    ("notice", "任前公示", "套用模板，可在 Word 里改", "Word、PDF"),
    ("order", "任免通知", "套用模板，可在 Word 里改", "Word、PDF"),
)
NOBODY_ANNOUNCED = "没有提任、进一步使用或新进班子的人选，不需要任前公示"
FORMATS = (("xlsx", "Excel"), ("docx", "Word"), ("pdf", "PDF"))


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What is to be written, and from what."""

    situation: "Situation"
    choices: "Choices"
    records: "Mapping[str, Record]"
    kinds: tuple[str, ...]
    format: str
    folder: Path
    words: "Words"
    own: "Mapping[str, Template]"
    engine: "Engine"


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """How many files are there, pages still to be painted as PDF, and what was left out and why."""

    files: int
    paintings: "tuple[tuple[Path, Paper], ...]" = ()
    left_out: tuple[str, ...] = ()


def paged(asked: Asked, control: "Control") -> "tuple[Paper, tuple[str, ...]]":
    """Lay every paper asked for out on pages, one after the other; data are no pages."""
    from leadership_model.papers.paper import Paper

    kinds = tuple(each for each in asked.kinds if each != "lrmx")
    found = write(replace(asked, kinds=kinds, format="pdf"), control)
    pages = tuple(page for _, paper in found.paintings for page in paper.pages)
    return Paper(f"{asked.situation.scenario.label} 会议材料", pages), found.left_out


def write(asked: Asked, control: "Control") -> Written:
    """Write every paper asked for; UserError where one cannot be."""
    from leadership_model.papers.plan_papers import SHEETS

    files = 0
    paintings: list[tuple[Path, Paper]] = []
    kinds = [each for each in asked.kinds if each != "notice" or _announced(asked)]
    left = (NOBODY_ANNOUNCED,) if len(kinds) < len(asked.kinds) else ()
    for at, kind in enumerate(kinds):
        control.check()
        control.report(at / len(kinds), {o[0]: o[1] for o in OFFERED}[kind])
        if kind in SHEETS:
            count, pages = _sheets(asked, kind)
        elif kind in ("form", "lrmx"):
            count, pages = _forms(asked, kind, control)
        else:
            count, pages = _template(asked, kind)
        files += count
        paintings += pages
    return Written(files, tuple(paintings), left)


def _announced(asked: Asked) -> bool:
    """Whether anybody's appointment is made public beforehand."""
    from leadership_model.papers import plan_lines, plan_notices

    return bool(plan_notices.announced(asked.situation, plan_lines.lines(asked.situation)))


def _sheets(asked: Asked, kind: str) -> "tuple[int, list[tuple[Path, Paper]]]":
    from leadership_model.papers import plan_papers, sheets, word_spread, xlsx

    made = plan_papers.sheets(kind, asked.situation, asked.choices, asked.records)
    title = f"{asked.situation.scenario.label} {plan_papers.SHEETS[kind]}"
    path = asked.folder / f"{_safe(title)}.{asked.format}"
    match asked.format:
        case "pdf":
            return 0, [(path, sheets.paper_of(title, made))]
        case "docx":
            word_spread.write(path, title, made)
        case _:
            xlsx.write(path, made)
    return 1, []


def _forms(asked: Asked, kind: str, control: "Control") -> "tuple[int, list[tuple[Path, Paper]]]":
    from leadership_model.papers import docx, form, plan_forms, plan_lines

    lines = plan_lines.lines(asked.situation)
    names = plan_forms.file_names(asked.situation, lines)
    pages: list[tuple[Path, Paper]] = []
    for line, name in zip(lines, names, strict=True):
        control.check()
        photo = _photo(asked, line.person)
        if kind == "lrmx":
            content = plan_forms.lrmx_of(asked.situation, line, photo, _source(asked, line.person))
            _put(asked.folder / f"{name}.lrmx", content)
            continue
        text = plan_forms.form_of(asked.situation, line, photo)
        if asked.format == "pdf":
            pages.append((asked.folder / f"{name} 任免审批表.pdf", form.paper(text)))
        else:
            docx.write(asked.folder / f"{name} 任免审批表.docx", [form.pages(text)])
    return len(lines) - len(pages), pages


def _template(asked: Asked, kind: str) -> "tuple[int, list[tuple[Path, Paper]]]":
    from leadership_model.papers import (
        plan_lines,
        plan_notices,
        template_made,
        templates,
        word_pages,
    )

    lines = plan_lines.lines(asked.situation)
    fill = plan_notices.notice if kind == "notice" else plan_notices.order
    values = fill(asked.situation, lines, asked.words, asked.records)
    title = f"{asked.situation.scenario.label} {templates.TITLES[kind]}"
    template = asked.own.get(kind) or template_made.shipped(kind)
    path = asked.folder / f"{_safe(title)}.{'pdf' if asked.format == 'pdf' else 'docx'}"
    if asked.format == "pdf":
        return 0, [(path, word_pages.paper_of(title, templates.filled(template, values)))]
    templates.write(path, template, values)
    return 1, []


def _photo(asked: Asked, person: int) -> bytes | None:
    from leadership_model.sample import photo

    if asked.engine is None:
        return None
    snapshot = asked.situation.base.snapshot
    return photo.find(asked.engine, snapshot, asked.situation.base.person_ids[person])


def _source(asked: Asked, person: int) -> "Form | None":
    from leadership_model.store import imports

    if asked.engine is None:
        return None
    return imports.source_of(asked.engine, asked.situation.base.person_ids[person])


def _put(path: Path, content: bytes) -> None:
    from leadership_model.papers.placing import placed

    with placed(path) as partial:
        partial.write_bytes(content)


def _safe(name: str) -> str:
    from leadership_model.papers.naming import safe

    return safe(name)
