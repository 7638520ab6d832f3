"""暂缓使用: somebody the department does not propose for the time being, and who may know of it."""

from dataclasses import dataclass

from leadership_model.people.gaps import Id, Month, Ref, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One hold: why, from which month to which (both still held), who may see it.

    `seen_by`: names joined by 、 of those who see it beside who entered it. `lifted`: the month in
    which it was lifted, by `lifted_by`; at that month the person is held no more.
    """

    id: Id
    person: Ref
    reason: Text = None
    start: Month = None
    until: Month = None
    seen_by: Text = None
    lifted: Month = None
    lifted_by: Text = None
    entered_by: Text = None
    entered_at: Text = None

    def names(self) -> tuple[str, ...]:
        """Give the names of those who may see it, who entered it first."""
        named = tuple(filter(None, (self.seen_by or "").split("、")))
        return tuple(dict.fromkeys((*filter(None, (self.entered_by,)), *named)))

    def holds(self, month: int) -> bool:
        """Say whether it is in force at a month."""
        begun = self.start is None or self.start <= month
        lasts = self.until is None or month <= self.until
        return begun and lasts and (self.lifted is None or month < self.lifted)
