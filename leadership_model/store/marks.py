"""Values typed in by hand (气质, 专长, 适岗建议 ...): written, and taken back exactly."""

from dataclasses import dataclass, field, replace

from leadership_model.changes import Changes
from leadership_model.errors import StaleError
from leadership_model.people.person import Mark
from leadership_model.store import records
from leadership_model.store.actor import Actor
from leadership_model.store.handle import Engine


@dataclass(slots=True)
class MarksEdit:
    """Marks to write and to take away; a mark to write without a date gets that of the writing.

    `replaced` are the marks in `put` as they were read: somebody else's change is not lost.
    """

    put: tuple[Mark, ...] = ()
    drop: tuple[Mark, ...] = ()
    replaced: tuple[Mark, ...] = ()
    _done: bool = field(default=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write them in one transaction."""
        if not self._done:
            for mark in (*self.replaced, *self.drop):
                if records.get(engine, Mark, mark.id) != mark:
                    raise StaleError("这条录入已被别人改过或删除，请重新打开后再改")
            day = actor.clock()[:10]
            self.put = tuple(
                mark if mark.entered_at else replace(mark, entered_at=day) for mark in self.put
            )
            self._done = True
        return records.save_many(engine, actor, self.put, self.drop)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take the edit back."""
        there = {mark.id for mark in self.replaced}
        fresh = [mark for mark in self.put if mark.id not in there]
        return records.save_many(engine, actor, (*self.replaced, *self.drop), fresh)
