"""职级职数: how many people of a unit may hold some grades 职级, as the department approved it."""

from dataclasses import dataclass

from leadership_model.people.gaps import Id, Month, Number, Ref, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeQuota:
    """One approved number. `grades` are names of the code list, joined by 、: they share it.

    `unit` is the body the number was approved for; `start` the month from which it holds, `note`
    the document it rests on. 中层正职 and others of no grade are not counted here.
    """

    id: Id
    unit: Ref
    grades: Text
    quota: Number
    start: Month = None
    note: Text = None
    version: int = 1
    changed_at: str = ""
