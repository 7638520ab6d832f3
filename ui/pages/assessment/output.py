"""The comparison table as a file or as pages of paper. No widgets here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.matching.scores import Scores
from leadership_model.papers.comparison import comparison
from ui import names
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.assessment import conclusion
from ui.pages.assessment.conclusion import Texts
from ui.pages.assessment.work import View

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper
    from leadership_model.papers.spread import Spread
    from ui.context import Context

    Sheets = Callable[[Control], tuple[Spread, ...]]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: a team, the texts typed for it (None = stored or drafted ones)."""

    seen: View
    typed: Texts | None
    engine: Engine = None

    @property
    def name(self) -> str:
        """The name suggested, without a suffix."""
        team = names.team_name(self.seen.world.snapshot, self.seen.team)
        return f"{team}对比分析表 {months.show_iso(self.seen.world.as_of)}"


def spread_of(order: Order, control: Control) -> "Spread":
    """Make the table with its closing texts."""
    seen = order.seen
    closing = order.typed or conclusion.texts(seen, order.engine, control)
    return comparison(seen.world, Scores(seen.world), seen.assessment, closing)


def spreads_of(order: Order, control: Control) -> "tuple[Spread, ...]":
    """Make the table as the sheets of a file: one."""
    return (spread_of(order, control),)


def paper_of(order: Order, control: Control) -> "Paper":
    """Lay the table out on pages."""
    return paged(partial(spreads_of, order), order.name, control)


def paged(work: "Sheets", name: str, control: Control) -> "Paper":
    """Lay sheets out on pages."""
    from leadership_model.papers import sheets

    return sheets.paper_of(name, work(control))


def written(work: "Sheets", name: str, path: Path, control: Control) -> Path:
    """Write sheets as a workbook or, by the ending of the path, as a Word file."""
    from leadership_model.papers import word_spread, xlsx

    made = work(control)
    if path.suffix.lower() == ".docx":
        word_spread.write(path, name, made)
    else:
        xlsx.write(path, made)
    return path


def give(
    context: "Context", work: "Sheets", path: Path, name: str, done: Callable[[Path], object]
) -> None:
    """Write sheets to a file in the background: xlsx, docx or pdf by the ending of its name."""
    if path.suffix.lower() == ".pdf":
        finish = partial(_put_pdf, context, path, done)
        context.jobs.read(partial(paged, work, name), "assessment.paper", finish, title="正在排版")
    else:
        task = partial(written, work, name, path)
        context.jobs.read(task, "assessment.file", done, title="正在导出")


def _put_pdf(
    context: "Context", path: Path, done: Callable[[Path], object], paper: "Paper"
) -> None:
    from ui.printing import files

    try:
        files.write_pdf(path, paper)
    except UserError as error:
        context.ask.error(str(error))
        return
    done(path)
