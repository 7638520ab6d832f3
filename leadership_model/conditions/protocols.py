"""What a question is asked of: columns by name, and what the names mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from leadership_model.conditions.tree import Part
from leadership_model.conditions.tri import Tri
from leadership_model.people.table import Bools, Ints

Kind = Literal["number", "choice", "flag", "month", "set", "text"]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the catalogue says of one name: its kind, unit, values in rank order and domain.

    `values` with `ranked` are in ascending order; < and > compare ranks (equal ranks exist:
    `ranks`). `low` and `high` bound what an unknown number or month can be.
    """

    name: str
    kind: Kind
    values: tuple[str, ...] = ()
    ranks: Mapping[str, int] = field(default_factory=dict)
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    absent_possible: bool = True
    open_values: bool = False  # values beyond those listed may occur and be asked for
    whole: bool = False  # a number that is always a whole one


class Names(Protocol):
    """What can be asked about, for typing and completing questions."""

    def meaning(self, name: str) -> Meaning | None:
        """Say what an element's name means; None when there is no such element."""

    def filter_parts(self, name: str) -> tuple[Part, ...] | None:
        """Give the parts of a named experience filter, those of all its branches in one row."""

    def row_meaning(self, rows: str, name: str) -> Meaning | None:
        """Say what a name means inside the brackets of 有 教育 [...], 曾任 [...]."""

    def element_names(self) -> Sequence[str]:
        """List the names of all elements."""

    def filter_names(self) -> Sequence[str]:
        """List the names of all experience filters."""


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A number or month per person as an interval; low = high where known; `absent` is 无."""

    low: Floats
    high: Floats
    absent: Bools
    unknown: Bools
    may_be_absent: Bools  # unknown, and 无 is one of the possibilities


@dataclass(frozen=True, slots=True)
class ChoiceColumn:
    """A choice or flag per person: codes into `values`, UNKNOWN or ABSENT.

    `at_least`: for an unknown value of an ordered choice, the code of the value it surely reaches
    (UNKNOWN where nothing is known): one of two educations is recorded, the other is not.
    """

    codes: Ints
    values: tuple[str, ...]
    at_least: Ints | None = None


@dataclass(frozen=True, slots=True)
class SetColumn:
    """A set per person: `bits[:, j]` says whether value j surely belongs; `open` that more may."""

    bits: Bools
    values: tuple[str, ...]
    open: Bools


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A text per person; None with `absent` False is unknown."""

    texts: tuple[str | None, ...]
    absent: Bools


Column = NumberColumn | ChoiceColumn | SetColumn | TextColumn


class Columns(Protocol):
    """The people at a month, as columns. The feature table implements it."""

    @property
    def count(self) -> int:
        """How many people there are."""

    def column(self, name: str) -> Column:
        """Give the column of an element."""

    def meaning(self, name: str) -> Meaning | None:
        """Say what an element's name means."""

    def career(
        self, mode: str, what: str | tuple[Part, ...], measure: str, months: int | None
    ) -> Tri:
        """Answer a question about career rows."""

    def exists(self, rows: str, parts: tuple[Part, ...]) -> Tri:
        """Say who has a row that satisfies all parts."""

    def grades(self, years: int, grade: str, times: int) -> Tri:
        """Answer a question about yearly appraisals."""
