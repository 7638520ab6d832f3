"""The command that writes papers: roster, form, comparison, lrmx."""

import argparse
import functools
from collections.abc import Sequence
from pathlib import Path

from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.team import assess
from leadership_model.cli import plan_papers, team_papers
from leadership_model.cli.questions import open_asked, read_condition
from leadership_model.cli.run import PLAN_PAPERS, TEAM_PAPERS, Answer
from leadership_model.cli.session import Session, position
from leadership_model.conditions.sentence import write as write_sentence
from leadership_model.errors import UserError
from leadership_model.matching.scores import Scores
from leadership_model.papers import comparison, form, form_text, roster, word_spread, xlsx
from leadership_model.papers.naming import safe
from leadership_model.sample import photo as photos


def export(arguments: argparse.Namespace) -> Answer:
    """Write papers of the people or teams asked for; several files go into a folder."""
    session = open_asked(arguments)
    if arguments.kind in PLAN_PAPERS:
        files = plan_papers.export(session, arguments)
    elif arguments.kind in TEAM_PAPERS:
        files = team_papers.export(session, arguments)
    elif arguments.kind == "comparison":
        files = export_comparison(session, arguments.team, arguments.out)
    else:
        people, notes = people_asked(session, arguments)
        if not people:
            raise UserError("没有符合条件的干部，没有写出任何文件")
        if arguments.kind == "roster":
            sheet = roster.roster(session.world.seating, people, notes)
            xlsx.write(arguments.out, [sheet])
            files = [arguments.out]
        elif arguments.kind == "form":
            files = export_forms(session, people, arguments.out)
        else:
            files = export_lrmx(session, people, arguments.out)
    document = {"files": [str(path) for path in files]}
    return Answer(document, (f"已写出 {len(files)} 个文件", *document["files"]))


def people_asked(
    session: Session, arguments: argparse.Namespace
) -> tuple[list[int], roster.RosterNotes]:
    """Give the people of --team or --where, and what is printed with a roster of them."""
    world = session.world
    if arguments.team:
        at = position("班子", world.snapshot.teams.positions, arguments.team)
        members = world.seating.members(at)
        name = world.snapshot.teams.raw("name")[at]
        return [int(i) for i in members if i >= 0], roster.RosterNotes(title=f"{name}花名册")
    if not arguments.where:
        raise UserError("请用 --where 写明条件，或用 --team 指定班子")
    condition = read_condition(session, arguments.where)
    notes = roster.RosterNotes(
        question=write_sentence(condition), sensitive=world.catalogue.sensitive_in(condition)
    )
    sure = world.facts.tri(condition).sure
    return [int(i) for i in sure.nonzero()[0]], notes


def export_comparison(session: Session, team: str | None, out: Path) -> list[Path]:
    """Write the comparison table of one team, or one sheet for each team that has a model."""
    world = session.world
    scores = Scores(world)
    if team:
        at = position("班子", world.snapshot.teams.positions, team)
        sheet = comparison.comparison(world, scores, assess(world, at))
        if out.suffix.lower() == ".docx":
            word_spread.write(out, sheet.name, [sheet])
        else:
            xlsx.write(out, [sheet])
        return [out]
    folder = _folder(out)
    files = []
    for each in assess_all(world):
        if each.state == "unconfigured":
            continue
        path = folder / f"{safe(world.snapshot.teams.raw('name')[each.team])}.xlsx"
        xlsx.write(path, [comparison.comparison(world, scores, each)])
        files.append(path)
    return files


def export_forms(session: Session, people: Sequence[int], out: Path) -> list[Path]:
    """Write 任免审批表: one file for one person, else a folder with a file for each."""
    from leadership_model.papers import docx

    targets = file_names(session, people, out, ".docx")
    for person, path in targets:
        photo = photos.find(session.engine, session.snapshot, session.world.person_ids[person])
        text = form_text.form_text(session.snapshot, person, session.world.as_of, photo)
        docx.write(path, [form.pages(text)])
    return [path for _, path in targets]


def export_lrmx(session: Session, people: Sequence[int], out: Path) -> list[Path]:
    """Write .lrmx files: one for one person, else a folder with a file for each."""
    from leadership_model.exchange import lrmx, outgoing, whole
    from leadership_model.store import imports

    targets = file_names(session, people, out, ".lrmx")
    find = functools.partial(photos.find, session.engine, session.snapshot)
    for person, path in targets:
        key = session.world.person_ids[person]
        everything = whole.of_snapshot(session.snapshot, person, find(key))
        source = imports.source_of(session.engine, key)
        path.write_bytes(lrmx.write(outgoing.form_of(everything, source)))
    return [path for _, path in targets]


def file_names(
    session: Session, people: Sequence[int], out: Path, ending: str
) -> list[tuple[int, Path]]:
    """Name a file for each person; people of one name get the id beside it."""
    if len(people) == 1 and out.suffix == ending:
        return [(people[0], out)]
    folder = _folder(out)
    names = [session.snapshot.people.raw("name")[person] or "无名" for person in people]
    return [
        (
            person,
            folder
            / (
                safe(name)
                + (f"_{session.world.person_ids[person]}" if names.count(name) > 1 else "")
                + ending
            ),
        )
        for person, name in zip(people, names, strict=True)
    ]


def _folder(out: Path) -> Path:
    if out.is_file():
        raise UserError(f"“{out}”是文件：要写出多个文件，请给出一个文件夹")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"无法建立文件夹“{out}”：请换一个可写的位置") from error
    return out
