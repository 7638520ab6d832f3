"""Cells of an official form while it is laid out: texts as large as they fit their place."""

from dataclasses import dataclass, field

from leadership_model.papers.fitting import pitch_of, size_for
from leadership_model.papers.form_layout import FormLayout, Half
from leadership_model.papers.grid import GridCell, GridPage
from leadership_model.papers.paper import Align, Paragraph, Run

HALF_ROW = 400  # twips: a row below this holds one line, one point above its letters


@dataclass(slots=True)
class Sheet:
    """One page of a form being filled."""

    layout: FormLayout
    half: Half
    cells: list[GridCell] = field(default_factory=list)

    @property
    def letter(self) -> float:
        """The size of letters where there is room, in points."""
        return self.layout.letter

    def run(self, text: str, size: float | None = None) -> Run:
        """Make a run in the face of the form."""
        return Run(text, self.letter if size is None else size, face=self.layout.face)

    def paragraph(self, text: str, align: Align = "left") -> Paragraph:
        """Make a paragraph in the full size."""
        return Paragraph((self.run(text),), align, pitch_of(self.letter, self.letter))

    def row(self, row: int, labels: tuple[tuple[str, int, int], ...]) -> None:
        """Put labels (text, column, columns across) into a row."""
        for label, column, across in labels:
            self.put(row, column, label, across=across)

    def put(
        self,
        row: int,
        column: int,
        text: str,
        *,
        across: int = 1,
        down: int = 1,
        align: Align = "center",
    ) -> None:
        """Put a text, set as large as it fits: the full size at most and 5 points at least."""
        lines = text.split("\n")
        width = sum(self.half.columns[column : column + across])
        height = sum(self.half.heights[row : row + down])
        size = size_for(lines, width, height, largest=self.letter)
        pitch = min(pitch_of(size, self.letter), height / 20 / max(1, len(lines)))
        if height < HALF_ROW:
            pitch = min(pitch, size + 1.0)
        made = tuple(Paragraph((self.run(line, size),), align, pitch) for line in lines)
        self.cells.append(
            GridCell(row=row, column=column, rows=down, columns=across, paragraphs=made)
        )

    def page(
        self,
        heading: tuple[Paragraph, ...] = (),
        heading_columns: tuple[int, ...] = (),
        heading_left: int = 0,
        heading_height: int = 0,
        foot: tuple[Paragraph, ...] = (),
        at_least: frozenset[int] = frozenset(),
    ) -> GridPage:
        """Give the page as a grid."""
        top, left, right, bottom = self.half.margins
        return GridPage(
            size=self.layout.size,
            top=top,
            left=left,
            right=right,
            bottom=bottom,
            columns=self.half.columns,
            heights=self.half.heights,
            cells=tuple(self.cells),
            at_least=at_least,
            heading=heading,
            heading_columns=heading_columns,
            heading_left=heading_left,
            heading_height=heading_height,
            foot=foot,
        )
