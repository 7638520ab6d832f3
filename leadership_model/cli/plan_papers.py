"""Papers of a plan from the command line: lists, comparisons, forms, notices."""

import argparse
import getpass
from functools import partial
from pathlib import Path

from leadership_model.assessment.world import World
from leadership_model.cli.session import Session
from leadership_model.errors import UserError
from leadership_model.papers import (
    docx,
    form,
    plan_forms,
    plan_lines,
    plan_notices,
    plan_papers,
    template_made,
    templates,
    word_spread,
    xlsx,
)
from leadership_model.papers.paper import Paper
from leadership_model.papers.placing import placed
from leadership_model.papers.spread import Spread
from leadership_model.sample import photo as photos
from leadership_model.staffing import situation as situations
from leadership_model.staffing.draft import Draft
from leadership_model.staffing.procedure import Record
from leadership_model.staffing.situation import Situation

PREFIX = "plan-"


def export(session: Session, arguments: argparse.Namespace) -> list[Path]:
    """Write one paper of a plan; forms and .lrmx go into a folder, a file for each person."""
    kind, out = arguments.kind.removeprefix(PREFIX), arguments.out
    draft, situation, records = laid(session, arguments)
    if kind in templates.TITLES:
        _template(session, situation, records, kind, out)
        return [out]
    if kind in plan_forms.KINDS:
        return _forms(session, situation, kind, out)
    made = plan_papers.sheets(kind, situation, draft.choices, records)
    if out.suffix.lower() == ".docx":
        word_spread.write(out, plan_papers.SHEETS[kind], made)
    else:
        xlsx.write(out, made)
    return [out]


def sheets_asked(session: Session, arguments: argparse.Namespace) -> tuple[str, tuple[Spread, ...]]:
    """Make the sheets of a paper with their title; UserError for those that are no sheets."""
    kind = arguments.kind.removeprefix(PREFIX)
    if kind not in plan_papers.SHEETS:
        raise UserError("公示和通知由 Word 模板生成、lrmx 是数据文件，都不能存为 PDF 或图片")
    draft, situation, records = laid(session, arguments)
    title = f"{draft.scenario.label} {plan_papers.SHEETS[kind]}"
    return title, plan_papers.sheets(kind, situation, draft.choices, records)


def forms_asked(session: Session, arguments: argparse.Namespace) -> list[tuple[str, Paper]]:
    """Make the 任免审批表 of those who move, with the names of their files."""
    _, situation, _ = laid(session, arguments)
    lines = plan_lines.lines(situation)
    names = plan_forms.file_names(situation, lines)
    find = partial(_photo, session, situation)
    return [
        (name, form.paper(plan_forms.form_of(situation, line, find(line.person))))
        for line, name in zip(lines, names, strict=True)
    ]


def laid(
    session: Session, arguments: argparse.Namespace
) -> tuple[Draft, Situation, dict[str, Record]]:
    """Find the plan asked for, lay it over the records at its own month, read its procedures."""
    from leadership_model.store import plans, procedure

    if not arguments.plan:
        raise UserError("请用 --plan 写明方案的名称或编号")
    name = arguments.user or getpass.getuser()
    draft = plans.find(session.engine, name, arguments.plan)
    snapshot = plans.ground_of(session.engine, session.snapshot, draft)
    world = session.world
    if snapshot is not session.snapshot:
        world = _world(session, snapshot)
    if world.as_of != draft.scenario.month:
        world = world.at(draft.scenario.month)
    positions = snapshot.teams.positions
    teams = [positions[id] for id in draft.choices.teams if id in positions]
    kept = procedure.read(session.engine, draft.scenario.id)
    records = {person: each.record for person, each in kept.items()}
    return draft, situations.situate(world, draft.scenario, teams), records


def _world(session: Session, snapshot: object) -> World:
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.rules import book
    from leadership_model.store import load

    assert isinstance(snapshot, Snapshot)
    return World.of(
        snapshot,
        session.world.as_of,
        catalogue=load.catalogue(session.engine),
        models=load.models(session.engine),
        portraits=load.portraits(session.engine),
        book=book.with_settings(load.rule_settings(session.engine)),
    )


def _photo(session: Session, situation: Situation, person: int) -> bytes | None:
    id = situation.base.person_ids[person]
    return photos.find(session.engine, situation.base.snapshot, id)


def _template(
    session: Session, situation: Situation, records: dict[str, Record], kind: str, out: Path
) -> None:
    settings = session.snapshot.settings
    lines = plan_lines.lines(situation)
    fill = plan_notices.notice if kind == "notice" else plan_notices.order
    values = fill(situation, lines, plan_notices.words_of(settings), records)
    templates.write(out, templates.chosen(kind, settings) or template_made.shipped(kind), values)


def _forms(session: Session, situation: Situation, kind: str, out: Path) -> list[Path]:
    from leadership_model.store import imports

    lines = plan_lines.lines(situation)
    if not lines:
        raise UserError(plan_papers.NOTHING)
    if out.is_file():
        raise UserError(f"“{out}”是文件：要写出多个文件，请给出一个文件夹")
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for line, name in zip(lines, plan_forms.file_names(situation, lines), strict=True):
        photo = _photo(session, situation, line.person)
        path = out / (f"{name}.lrmx" if kind == "lrmx" else f"{name} 任免审批表.docx")
        if kind == "lrmx":
            source = imports.source_of(session.engine, situation.base.person_ids[line.person])
            with placed(path) as partial_:
                partial_.write_bytes(plan_forms.lrmx_of(situation, line, photo, source))
        else:
            docx.write(path, [form.pages(plan_forms.form_of(situation, line, photo))])
        written.append(path)
    return written
