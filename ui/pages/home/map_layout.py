"""Where each cell of the colour map lies, for any width: areas wrap evenly. No painting."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from leadership_model.people.areas import PLACES
from ui.pages.home.work import MapRow


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in px: label column, county cell, pitch of small cells, least row, share column."""

    label: float
    place: float
    pitch: float
    row: float
    share: float
    gap: float
    section: float

    @staticmethod
    def of(narrow: bool, scale: float) -> "Sizes":
        """Give the sizes of a wide or a narrow window at a text scale (1 = 100 %)."""
        raw = (167, 43, 18, 29, 46, 8, 23) if narrow else (190, 67, 24, 33, 56, 16, 28)
        return Sizes(*(each * scale for each in raw))


@dataclass(frozen=True, slots=True)
class CellBox:
    """One team: where its cell lies, in which row, and whether it shows its score."""

    rect: QRectF
    team: int
    row: int
    large: bool


@dataclass(frozen=True, slots=True)
class RowBox:
    """One row: its band, the place of its label and of its share of green."""

    rect: QRectF
    label: QRectF
    share: QRectF
    row: MapRow


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The whole map. `heads` are words over columns, `sections` the headings between rows."""

    width: float
    height: float
    rows: tuple[RowBox, ...]
    cells: tuple[CellBox, ...]
    heads: tuple[tuple[QRectF, str, str], ...]  # place, text, side
    sections: tuple[tuple[QRectF, str], ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of the county rows: where towns and departments begin and how many stand abreast."""

    towns: float
    towns_abreast: int
    departments: float
    departments_abreast: int


def arrange(rows: Sequence[MapRow], width: float, sizes: Sizes) -> MapLayout:
    """Lay the map out; it grows down, never wider than `width`."""
    columns = _columns(rows, width, sizes)
    boxes: list[RowBox] = []
    cells: list[CellBox] = []
    sections: list[tuple[QRectF, str]] = []
    y = 0.0
    for at, row in enumerate(rows):
        if not row.area.county and (at == 0 or rows[at - 1].area.county):
            sections.append((QRectF(0, y, width, sizes.section), "市直单位"))
            y += sizes.section
        mine, lines = _cells(row, at, y, width, sizes, columns)
        high = max(lines * sizes.pitch + sizes.pitch * 0.25, sizes.row)
        free = (high - lines * sizes.pitch) / 2
        for cell in mine:
            place = cell.rect.adjusted(0, 0, 0, high) if cell.large else cell.rect
            place = place if cell.large else place.translated(0, free)
            cells.append(CellBox(place, cell.team, cell.row, cell.large))
        label = QRectF(0, y, sizes.label, high)
        share = QRectF(width - sizes.share, y, sizes.share, high)
        boxes.append(RowBox(QRectF(0, y, width, high), label, share, row))
        y += high
    heads = _heads(rows, width, sizes, columns)
    return MapLayout(width, y, tuple(boxes), tuple(cells), heads, tuple(sections))


def _columns(rows: Sequence[MapRow], width: float, sizes: Sizes) -> _Columns:
    """Find the fewest lines in which the largest county fits, and spread it evenly over them."""
    towns = max((len(row.area.towns) for row in rows if row.area.county), default=0)
    departments = max((len(row.area.departments) for row in rows if row.area.county), default=0)
    first = sizes.label + len(PLACES) * sizes.place + sizes.gap
    free = width - first - sizes.gap - sizes.share - sizes.gap
    lines, least = 1, sizes.label * 0.42  # the words over the towns need some room
    while True:
        abreast = max(math.ceil(towns / lines), 1), max(math.ceil(departments / lines), 1)
        wide = max(abreast[0] * sizes.pitch, least)
        if wide + abreast[1] * sizes.pitch <= free or max(abreast) == 1:
            break
        lines += 1
    return _Columns(first, abreast[0], first + wide + sizes.gap, abreast[1])


def _cells(
    row: MapRow, at: int, y: float, width: float, sizes: Sizes, columns: _Columns
) -> tuple[list[CellBox], int]:
    """Give the cells of a row and how many lines of small cells it has. Large ones: no height."""
    found = [
        CellBox(QRectF(sizes.label + i * sizes.place, y, sizes.place, 0), team, at, True)
        for i, team in enumerate(row.area.places)
        if team >= 0
    ]
    groups = [
        (row.area.towns, columns.towns, columns.towns_abreast),
        (row.area.departments, columns.departments, columns.departments_abreast),
    ]
    if not row.area.county:
        room = width - sizes.label - sizes.share - sizes.gap
        most, count = max(int(room / sizes.pitch), 1), len(row.area.departments)
        # Two lines of much the same length look better than one with a rest.
        abreast = max(math.ceil(count / max(math.ceil(count / most), 1)), 1)
        groups = [(row.area.departments, sizes.label, abreast)]
    lines = 1
    for teams, left, abreast in groups:
        for i, team in enumerate(teams):
            down, across = divmod(i, abreast)
            lines = max(lines, down + 1)
            place = QRectF(
                left + across * sizes.pitch, y + down * sizes.pitch, sizes.pitch, sizes.pitch
            )
            found.append(CellBox(place, team, at, False))
    return found, lines


def _heads(
    rows: Sequence[MapRow], width: float, sizes: Sizes, columns: _Columns
) -> tuple[tuple[QRectF, str, str], ...]:
    high = sizes.section
    counties = [row.area for row in rows if row.area.county]
    towns = sum(len(each.towns) for each in counties)
    departments = sum(len(each.departments) for each in counties)
    found = [(QRectF(0, 0, sizes.label, high), "县（市、区）", "left")]
    found += [
        (QRectF(sizes.label + i * sizes.place, 0, sizes.place, high), name, "center")
        for i, name in enumerate(PLACES)
    ]
    room = columns.departments - columns.towns
    found.append((QRectF(columns.towns, 0, room, high), f"乡镇街道 {towns}", "left"))
    left = columns.departments
    wide = width - sizes.share - left
    found.append((QRectF(left, 0, wide, high), f"县直部门 {departments}", "left"))
    found.append((QRectF(width - sizes.share, 0, sizes.share, high), "绿占比", "right"))
    return tuple(found)
