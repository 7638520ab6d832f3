"""A plain list on a sheet: title, note, headings, lines; a line may carry verdict tones."""

from collections.abc import Mapping, Sequence

from leadership_model.papers.spread import Spread, SpreadCell, fitted

WIDTH = 16.0


def listing(
    name: str,
    title: str,
    note: str,
    heads: Sequence[str],
    lines: Sequence[Sequence[str | float | int]],
    widths: Sequence[float] = (),
    tones: Mapping[tuple[int, int], str] | None = None,
) -> Spread:
    """Make the sheet. `tones`: (line, column) -> verdict tone; `note` is the foot as well."""
    last, marked = len(heads), tones or {}
    cells = [
        SpreadCell(row=0, column=0, columns=last, value=title, kind="title"),
        SpreadCell(row=1, column=0, columns=last, value=note, kind="note", align="left"),
        *(SpreadCell(row=2, column=i, value=text, kind="head") for i, text in enumerate(heads)),
    ]
    cells += [
        SpreadCell(
            row=line,
            column=i,
            value=value,
            kind="text" if isinstance(value, str) else "number",
            align="left" if isinstance(value, str) else "center",
            tone=marked.get((line - 3, i), ""),
        )
        for line, values in enumerate(lines, 3)
        for i, value in enumerate(values)
    ]
    return fitted(
        Spread(
            name=name[:31],
            widths=tuple(widths) or (WIDTH,) * last,
            cells=tuple(cells),
            heights=((0, 30.0), (1, 18.0)),
            repeat=(2, 2),
            freeze=(3, 1),
            foot=note,
        )
    )
