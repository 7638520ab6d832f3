"""`python main.py export ...`: the command of the library, which also makes PDF and pictures.

The arguments are those of `python -m leadership_model export`. PDF and PNG are chosen by the ending
of --out (one file for everybody) or by --format pdf | png (a file for each, in a folder).
"""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

from leadership_model.cli import run
from leadership_model.cli.run import PLAN_PAPERS, TEAM_PAPERS, Answer
from leadership_model.errors import UserError
from leadership_model.papers.paper import Paper

FORMATS = ("pdf", "png")


def main(argv: Sequence[str]) -> int:
    """Run the command with the arguments after `export`; the exit code as the library gives it."""
    try:
        chosen, rest = _take_format(list(argv))
        ending = _out(rest).suffix.lower().lstrip(".")
    except UserError as error:
        return run.refuse(error)
    if chosen is None and ending not in FORMATS and not _is_report(rest):
        return run.main(["export", *rest])
    return run.run(["export", *rest], partial(_write, chosen))


def _take_format(argv: list[str]) -> tuple[str | None, list[str]]:
    """Take --format out of the arguments; docx, xlsx and lrmx mean what the library makes."""
    parser = run.Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--format", choices=(*FORMATS, "docx", "xlsx", "lrmx"))
    known, rest = parser.parse_known_args(argv)
    return known.format if known.format in FORMATS else None, rest


def _is_report(argv: Sequence[str]) -> bool:
    """A report holds charts: all of its files are made here."""
    return any(pair == ("--kind", "report") for pair in pairwise(argv)) or "--kind=report" in argv


def _out(argv: Sequence[str]) -> Path:
    parser = run.Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--out", type=Path, default=Path())
    found: Path = parser.parse_known_args(argv)[0].out
    return found


def _write(chosen: str | None, arguments: argparse.Namespace) -> Answer:
    """Write the papers asked for as PDF or pictures."""
    out: Path = arguments.out
    kind = out.suffix.lower().lstrip(".")
    single = kind in FORMATS or kind == "docx"
    if chosen is not None and single and chosen != kind:
        raise UserError(f"--format {chosen} 与文件名“{out.name}”不一致，请改其中一个")
    if arguments.kind == "lrmx":
        raise UserError("lrmx 是数据文件，不能存为 PDF 或图片：请去掉 --format，或换成 --kind form")
    # A place where nothing can be written is found before the work, not after it.
    folder = out.parent if single else out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"无法建立文件夹“{folder}”：请换一个可写的位置") from error
    if arguments.kind == "report":
        return _report(arguments, chosen)
    papers = _papers(arguments)
    _start_qt()
    targets = [(out, _joined(out.stem, papers))] if single else _in_folder(out, chosen, papers)
    files = [written for path, paper in targets for written in _put(path, paper)]
    names = [str(path) for path in files]
    return Answer({"files": names}, (f"已写出 {len(names)} 个文件", *names))


def _report(arguments: argparse.Namespace, chosen: str | None) -> Answer:
    """Write a report, or one volume of several, as docx or PDF."""
    from leadership_model.cli.questions import open_asked
    from leadership_model.cli.team_papers import flow_asked
    from leadership_model.papers import pages
    from ui.printing import files

    out: Path = arguments.out
    kind = chosen or out.suffix.lower().lstrip(".")
    if kind not in (*FORMATS, "docx") or out.suffix.lower() != f".{kind}":
        raise UserError(f"研判报告写成一个 docx、pdf 或 png 文件，请改“{out.name}”的扩展名")
    flow = flow_asked(open_asked(arguments), arguments)
    _start_qt()
    written = [out]
    if kind == "docx":
        files.write_docx(out, flow)
    elif kind == "png":
        written = files.write_png(out, pages.paper_of(flow))
    else:
        files.write_pdf(out, pages.paper_of(flow))
    names = [str(path) for path in written]
    return Answer({"files": names}, (f"已写出 {len(names)} 个文件", *names))


@cache
def _start_qt() -> object:
    """Painting needs an application with fonts, but no display; kept, or it would end at once."""
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import start

    return start(sys.argv[:1])


def _papers(arguments: argparse.Namespace) -> list[tuple[str, Paper]]:
    """Make the papers with the names of their files."""
    from leadership_model.cli import papers, plan_papers, team_papers
    from leadership_model.cli.questions import open_asked
    from leadership_model.papers import roster, sheets

    session = open_asked(arguments)
    if arguments.kind == "plan-form":
        return plan_papers.forms_asked(session, arguments)
    if arguments.kind in PLAN_PAPERS:
        title, made = plan_papers.sheets_asked(session, arguments)
        return [(title, sheets.paper_of(title, made))]
    if arguments.kind in TEAM_PAPERS:
        title, made = team_papers.sheets_asked(session, arguments)
        return [(title, sheets.paper_of(title, made))]
    if arguments.kind == "comparison":
        return _comparisons(session, arguments.team)
    people, notes = papers.people_asked(session, arguments)
    if not people:
        raise UserError("没有符合条件的干部，没有写出任何文件")
    if arguments.kind == "roster":
        spread = roster.roster(session.world.seating, people, notes)
        title = notes.title or spread.name
        return [(title, sheets.paper_of(title, [spread]))]
    return _forms(session, people)


def _comparisons(session: object, team: str | None) -> list[tuple[str, Paper]]:
    from leadership_model.assessment.survey import assess_all
    from leadership_model.assessment.team import assess
    from leadership_model.cli.session import Session, position
    from leadership_model.matching.scores import Scores
    from leadership_model.papers import comparison, sheets

    assert isinstance(session, Session)
    world = session.world
    if team:
        found = [assess(world, position("班子", world.snapshot.teams.positions, team))]
    else:
        found = [each for each in assess_all(world) if each.state != "unconfigured"]
    if not found:
        raise UserError("没有配置了结构模型的班子，没有写出任何文件")
    scores, names = Scores(world), world.snapshot.teams.raw("name")
    return [
        (
            names[each.team] or "班子",
            sheets.paper_of(
                f"{names[each.team]}对比分析表", [comparison.comparison(world, scores, each)]
            ),
        )
        for each in found
    ]


def _forms(session: object, people: Sequence[int]) -> list[tuple[str, Paper]]:
    from leadership_model.cli.session import Session
    from leadership_model.papers import form, form_text
    from leadership_model.sample import photo as photos

    assert isinstance(session, Session)
    world, made = session.world, []
    for person in people:
        photo = photos.find(session.engine, session.snapshot, world.person_ids[person])
        text = form_text.form_text(session.snapshot, person, world.as_of, photo)
        made.append((text.name or "无名", form.paper(text)))
    return made


def _joined(title: str, papers: Sequence[tuple[str, Paper]]) -> Paper:
    if len(papers) == 1:
        return papers[0][1]
    return Paper(title, tuple(page for _, paper in papers for page in paper.pages))


def _in_folder(
    folder: Path, chosen: str | None, papers: Sequence[tuple[str, Paper]]
) -> list[tuple[Path, Paper]]:
    """Name a file for each paper; papers of one name are numbered."""
    from leadership_model.papers import naming

    names = naming.apart(naming.safe(name) for name, _ in papers)
    return [
        (folder / f"{name}.{chosen}", paper) for name, (_, paper) in zip(names, papers, strict=True)
    ]


def _put(path: Path, paper: Paper) -> list[Path]:
    from ui.printing import files

    if path.suffix.lower() == ".png":
        return files.write_png(path, paper)
    files.write_pdf(path, paper)
    return [path]
