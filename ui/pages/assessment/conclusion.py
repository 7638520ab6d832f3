"""The closing texts of a team: as stored for the month, else as drafted. No Qt."""

import json
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.summary import direction, evaluation
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.assessment.work import View

if TYPE_CHECKING:
    from leadership_model.store.nouns import Conclusion

Texts = tuple[str, str]  # 总体评价, 优化方向


def draft(seen: View) -> Texts:
    """Draft both texts from the assessment."""
    return evaluation(seen.world, seen.assessment), direction(seen.world, seen.assessment)


def texts_of(stored: "Conclusion") -> Texts:
    """Read both texts of a stored conclusion."""
    return stored.text, str(json.loads(stored.body).get("direction", ""))


def conclusion_id(seen: View) -> str:
    """Name the conclusion of a team and month: there is one of each."""
    return f"team/{seen.id}/{months.show_iso(seen.world.as_of)}"


def read(seen: View, engine: Engine, control: Control) -> "Conclusion | None":
    """Read what is stored for the team and month; None when nothing is."""
    from leadership_model.store import records
    from leadership_model.store.nouns import Conclusion

    control.check()
    return None if engine is None else records.get(engine, Conclusion, conclusion_id(seen))


def texts(seen: View, engine: Engine, control: Control) -> Texts:
    """Give the texts to print: those stored, else the draft."""
    stored = read(seen, engine, control)
    return draft(seen) if stored is None else texts_of(stored)
