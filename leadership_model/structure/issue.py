"""One thing the checker found."""

from dataclasses import dataclass
from typing import Literal

from leadership_model.structure.requirement import Requirement

Change = tuple[Requirement, Requirement | None]  # as it is, as it is to be (None: given up)
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing wrong: with which requirement or portrait (its id; "" = the whole model).

    An error keeps a model from being published, a warning asks first, a note only says so.
    `others`: ids of more requirements it is about. `remedy`: what would put it right.
    """

    about: str
    text: str
    severity: Severity = "error"
    others: tuple[str, ...] = ()
    remedy: tuple[Change, ...] = ()
