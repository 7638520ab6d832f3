"""One thing the checker found."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing wrong: with which requirement or portrait (its id; "" = the whole model).

    An error keeps a model from being published, a warning asks first, a note only says so.
    `others`: ids of more requirements it is about.
    """

    about: str
    text: str
    severity: Severity = "error"
    others: tuple[str, ...] = ()
