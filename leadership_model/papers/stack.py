"""A sheet built from the top down: lines across, heads, groups and rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from leadership_model.papers.spread import Align, CellKind, Spread, SpreadCell, fitted


@dataclass(slots=True)
class Stack:
    """Rows collected so far. `heads` are (word, width in characters); wide columns stand left."""

    heads: Sequence[tuple[str, float]]
    wide: float = 16.0
    row: int = 0
    cells: list[SpreadCell] = field(default_factory=list)
    _heights: list[tuple[int, float]] = field(default_factory=list)
    _repeat: tuple[int, int] | None = None

    def title(self, text: str) -> None:
        """Put the title on top."""
        self._heights.append((self.row, 30.0))
        self._across(text, "title", "center")

    def note(self, text: str) -> None:
        """Put a small line over the whole width."""
        self._across(text, "note", "left")

    def group(self, text: str) -> None:
        """Head the rows that follow with a line over the whole width."""
        self._across(text, "group", "left")

    def head(self) -> None:
        """Put the headings; they come again on every page."""
        for column, (word, _) in enumerate(self.heads):
            self.cells.append(SpreadCell(row=self.row, column=column, value=word, kind="head"))
        self._repeat = (self.row, self.row)
        self.row += 1

    def line(self, values: Sequence[str | int], tones: Mapping[int, str] | None = None) -> None:
        """Put one row; `tones`: column -> verdict tone. A row of another length is refused."""
        if len(values) != len(self.heads):
            raise ValueError(f"the row {values!r} does not fit {len(self.heads)} columns")
        for column, value in enumerate(values):
            words = isinstance(value, str) and self.heads[column][1] > self.wide
            self.cells.append(
                SpreadCell(
                    row=self.row,
                    column=column,
                    value=value,
                    align="left" if words else "center",
                    tone=(tones or {}).get(column, ""),
                )
            )
        self.row += 1

    def spread(self, name: str, foot: str, *, landscape: bool = True) -> Spread:
        """Give the sheet with every row as high as its texts need."""
        repeat = self._repeat
        return fitted(
            Spread(
                name=_tab(name),
                widths=tuple(width for _, width in self.heads),
                cells=tuple(self.cells),
                heights=tuple(self._heights),
                repeat=repeat,
                freeze=None if repeat is None else (repeat[1] + 1, 0),
                landscape=landscape,
                foot=foot,
            )
        )

    def _across(self, text: str, kind: CellKind, align: Align) -> None:
        self.cells.append(
            SpreadCell(
                row=self.row,
                column=0,
                columns=len(self.heads),
                value=text,
                kind=kind,
                align=align,
            )
        )
        self.row += 1


def _tab(name: str) -> str:
    """Name a sheet as a workbook allows it."""
    return "".join("_" if letter in "[]:*?/\\'" else letter for letter in name)[:31] or "表"
