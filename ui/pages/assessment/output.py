"""The comparison table as a file or as pages of paper. No widgets here."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model import months
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


def write_sheet(order: Order, path: Path, control: Control) -> Path:
    """Write the table as a workbook."""
    from leadership_model.papers import xlsx

    xlsx.write(path, [spread_of(order, control)])
    return path


def paper_of(order: Order, control: Control) -> "Paper":
    """Lay the table out on pages."""
    from leadership_model.papers import sheets

    return sheets.paper_of(order.name, [spread_of(order, control)])
