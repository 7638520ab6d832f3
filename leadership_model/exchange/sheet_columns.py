"""The columns of a sheet of people, for somebody to say what they mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leadership_model.exchange import roster, sheet_files, workbook
from leadership_model.exchange import roster_headings as headings
from leadership_model.exchange.column_schemes import Scheme
from leadership_model.exchange.roster_headings import Heading


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its heading, what it means ("" = nothing known), first values."""

    word: str
    meaning: str
    values: tuple[str, ...]


def columns(data: bytes, file: str, schemes: Sequence[Scheme]) -> tuple[tuple[Column, ...], ...]:
    """List the columns of each sheet of people, for somebody to say what they mean."""
    sheets, _ = sheet_files.opened(data, file)
    if workbook.is_one([name for name, _ in sheets]):
        return ()
    made = []
    for _, rows in sheets:
        heading = roster.heading_of(rows, schemes)
        if heading is not None:
            made.append(tuple(_columns(rows, heading, roster.decided(schemes, heading.words))))
    return tuple(made)


def _columns(
    rows: Sequence[Sequence[sheet_files.Cell]], heading: Heading, decided: Mapping[str, str]
) -> Iterator[Column]:
    below = rows[heading.row + 1 : sheet_files.MOST]
    for at, word in enumerate(heading.words):
        values = (roster.text(row[at]) for row in below if at < len(row))
        if word:
            known = heading.columns.get(at) or decided.get(word) or headings.meaning(word)
            yield Column(
                word, known if word not in heading.left else "", tuple(filter(None, values))
            )
