"""The closing texts of a team: as stored for the month, else as drafted. No Qt."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.summary import direction, evaluation
from leadership_model.changes import Changes
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.assessment.work import View

if TYPE_CHECKING:
    from leadership_model.store.actor import Actor
    from leadership_model.store.nouns import Conclusion

Texts = tuple[str, str]  # 总体评价, 优化方向
TEAM, DIRECTION = "team", "direction"  # how the id of such a conclusion begins; its second text


def draft(seen: View) -> Texts:
    """Draft both texts from the assessment."""
    return evaluation(seen.world, seen.assessment), direction(seen.world, seen.assessment)


def texts_of(stored: "Conclusion") -> Texts:
    """Read both texts of a stored conclusion."""
    return stored.text, str(json.loads(stored.body).get(DIRECTION, ""))


def conclusion_id(seen: View, prefix: str = TEAM) -> str:
    """Name the conclusion of a kind on a team and month: there is one of each."""
    return f"{prefix}/{seen.id}/{months.show_iso(seen.world.as_of)}"


def write(record: "Conclusion", engine: Engine, actor: "Actor") -> Changes:
    """Store a conclusion under the name of who writes it."""
    from leadership_model.store import records

    stored = records.get(engine, type(record), record.id)
    if stored is not None and not record.changed_at:  # a redo: the row is there again or still
        record = replace(record, version=stored.version, changed_at=stored.changed_at)
    return records.save(engine, actor, replace(record, signed_by=actor.name))


def restore(id: str, former: "Conclusion | None", engine: Engine, actor: "Actor") -> Changes:
    """Put back what was stored before; None where there was nothing."""
    from leadership_model.store import records
    from leadership_model.store.nouns import Conclusion

    present = records.get(engine, Conclusion, id)
    if present is None:
        return Changes()
    if former is None:
        return records.delete(engine, actor, present)
    return records.save(engine, actor, replace(former, version=present.version))


def stored(id: str, engine: Engine, control: Control) -> "Conclusion | None":
    """Read a conclusion; None when nothing is stored."""
    from leadership_model.store import records
    from leadership_model.store.nouns import Conclusion

    control.check()
    return None if engine is None else records.get(engine, Conclusion, id)


def texts(seen: View, engine: Engine, control: Control) -> Texts:
    """Give the texts to print: those stored, else the draft."""
    found = stored(conclusion_id(seen), engine, control)
    return draft(seen) if found is None else texts_of(found)
