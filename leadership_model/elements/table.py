"""The feature table: people x elements at a month, each column worked out when it is asked for."""

from dataclasses import dataclass

from leadership_model.conditions.protocols import Column, Meaning
from leadership_model.conditions.tree import Part
from leadership_model.conditions.tri import Tri
from leadership_model.elements import careers, present, records
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.collections import rows_of
from leadership_model.elements.derive import derive
from leadership_model.elements.rows import Rows
from leadership_model.elements.source import CONFIDENCE, Source
from leadership_model.errors import UserError
from leadership_model.people.kept import People
from leadership_model.people.seating import Seating


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """Everybody at as_of, as columns; implements Columns. Columns are shared: do not change them.

    Rows are people in the order of the snapshot. Columns come out the same in any order of asking.
    """

    source: Source

    @property
    def seating(self) -> Seating:
        """Who sits where."""
        return self.source.seating

    @property
    def as_of(self) -> int:
        """The reference month."""
        return self.source.as_of

    @property
    def catalogue(self) -> Catalogue:
        """The elements there are."""
        return self.source.catalogue

    @property
    def count(self) -> int:
        """How many people there are."""
        return self.source.count

    def meaning(self, name: str) -> Meaning | None:
        """Say what an element's name means."""
        return self.catalogue.meaning(name)

    def column(self, name: str) -> Column:
        """Give the column of an element; UserError when there is no such element."""
        element = self.catalogue.element(name)
        if element is None:
            raise UserError(f"没有名为“{name}”的要素，请在要素目录里核对名称")
        return self.source.keep_of_each(
            ("column", name),
            lambda: derive(element, self.source, self),
            lambda few: FeatureTable(few).column(name),
            seated=self.catalogue.seated(name),
        )

    def career(
        self, mode: str, what: str | tuple[Part, ...], measure: str, months: int | None
    ) -> Tri:
        """Answer a question about career rows: 曾任 counts the present job too, 现任 only it."""
        now = mode == "现任"
        return self.source.keep_of_each(
            ("now" if now else "career", what, measure, months),
            lambda: (
                present.serving(self.source, what, measure, months)
                if now
                else self._served(what, measure, months)
            ),
            lambda few: FeatureTable(few).career(mode, what, measure, months),
            seated=now,
        )

    def exists(self, rows: str, parts: tuple[Part, ...]) -> Tri:
        """Say who has a row that satisfies all parts."""
        return self.source.keep_of_each(
            ("exists", rows, parts),
            lambda: self.rows(rows).exists(parts),
            lambda few: FeatureTable(few).exists(rows, parts),
            seated=rows == "任职",
        )

    def grades(self, years: int, grade: str, times: int) -> Tri:
        """Answer a question about yearly appraisals."""
        return self.source.keep_of_each(
            ("graded", years, grade, times),
            lambda: records.graded(self.source, years, grade, times),
            lambda few: FeatureTable(few).grades(years, grade, times),
        )

    def rows(self, kind: str) -> Rows:
        """Give the rows of one kind: 教育, 考核, 处分, 亲属, 任职, 履历."""
        return rows_of(self.source, kind)

    def reseated(self, seating: Seating) -> "FeatureTable":
        """Look at other seats of the same people and month; the rest is kept."""
        return FeatureTable(self.source.reseated(seating))

    def refreshed(self, seating: Seating, people: People | None = None) -> "FeatureTable":
        """Look at the recorded seats of a snapshot with a few other rows; what stands is kept.

        `people`: all whose rows or seats are touched, by position; None where that is not known.
        """
        return FeatureTable(self.source.refreshed(seating, people))

    def few(self, people: People) -> "FeatureTable":
        """See some people alone, in ascending order of position."""
        return FeatureTable(self.source.few(people))

    def _served(self, what: str | tuple[Part, ...], measure: str, months: int | None) -> Tri:
        if months is None:
            return careers.served(self.source, what)
        found = careers.months_served(self.source, what, longest=measure == "连续")
        return Tri(found.low >= months, found.high >= months)


def build(seating: Seating, catalogue: Catalogue, confidence: int = CONFIDENCE) -> FeatureTable:
    """Lay the catalogue over the people at the month of a seating; nothing is worked out yet.

    `confidence`: a career reading below it (0 to 100) makes its row "may match".
    """
    return FeatureTable(Source(seating, seating, catalogue, confidence))
