"""The board on paper: every team with its cards in rows, the figures, who waits. No Qt.

A4 across, in tenths of a millimetre. A team that does not fit on what is left of a page begins on
the next one; one that is longer than a page goes on there.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.pages.staffing.seats import Panel, Seat

if TYPE_CHECKING:
    from leadership_model.papers.paper import Align, Box, Page, Paper, Picture
    from leadership_model.staffing.situation import Situation
    from ui.jobs import Control
    from ui.loading import Engine

WIDE, HIGH = 2970.0, 2100.0
SIDE, TOP, FOOT = 120.0, 110.0, 130.0
COLUMNS, GAP, CARD = 6, 16.0, 250.0
TITLE, LINE, BETWEEN = 80.0, 44.0, 40.0
PHOTO = 150.0
MOST_CHANGES = 6
POINT = 254 / 72  # tenths of a millimetre


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is on the board: name of the plan, what stands beside it, figures, teams, bench."""

    label: str
    note: str
    totals: tuple[str, ...]
    panels: tuple[Panel, ...]
    waiting: tuple[Seat, ...]


@dataclass(slots=True)
class _Flow:
    """Fills pages from the top down."""

    head: str
    note: str
    foot: str
    boxes: "list[Box]" = field(default_factory=list)
    pictures: "list[Picture]" = field(default_factory=list)
    pages: "list[Page]" = field(default_factory=list)
    y: float = 0.0

    def begin(self) -> None:
        self.boxes, self.pictures = [], []
        wide = WIDE - 2 * SIDE
        self.boxes.append(_text(self.head, SIDE, TOP, wide * 0.5, 70, size=15, bold=True))
        self.boxes.append(
            _text(self.note, SIDE + wide * 0.4, TOP, wide * 0.6, 70, size=9, align="right")
        )
        self.y = TOP + 90

    def end(self) -> None:
        from leadership_model.papers.paper import Page

        wide, top = WIDE - 2 * SIDE, HIGH - FOOT + 40
        number = f"第 {len(self.pages) + 1} 页"
        self.boxes.append(_text(self.foot, SIDE, top, wide * 0.88, 50, size=8))
        self.boxes.append(_text(number, SIDE, top, wide, 50, size=8, align="right"))
        page = Page(boxes=tuple(self.boxes), pictures=tuple(self.pictures), size=(WIDE, HIGH))
        self.pages.append(page)

    def need(self, height: float) -> None:
        """Go to the next page where there is no room for so much."""
        if self.y + height > HIGH - FOOT:
            self.end()
            self.begin()


def make(situation: "Situation", sheet: Sheet, engine: "Engine", control: "Control") -> "Paper":
    """Lay the board out."""
    from leadership_model.matching.fit import DISCLAIMER
    from leadership_model.papers.basis import basis_of
    from leadership_model.papers.paper import Paper

    found = [situation.deltas[team].after for team in situation.teams]
    foot = f"{basis_of(situation.world, found).foot}　{DISCLAIMER}"
    flow = _Flow(f"{sheet.label}　模拟配备画板", sheet.note, foot)
    flow.begin()
    wide = WIDE - 2 * SIDE
    flow.boxes.append(_text("　".join(sheet.totals), SIDE, flow.y, wide, 50, size=10))
    flow.y += 70
    photos = _photos(situation, sheet, engine, control)
    for panel in sheet.panels:
        control.check()
        _panel(flow, panel, photos)
    if sheet.waiting:
        flow.need(TITLE + CARD)
        flow.boxes.append(_text("待安排", SIDE, flow.y, wide, TITLE, size=12, bold=True))
        flow.y += TITLE
        _cards(flow, sheet.waiting, photos)
    flow.end()
    return Paper(title=f"{sheet.label} 画板", pages=tuple(flow.pages))


def _photos(
    situation: "Situation", sheet: Sheet, engine: "Engine", control: "Control"
) -> dict[str, bytes]:
    from leadership_model.sample import photo

    if engine is None:
        return {}
    seats = [seat for panel in sheet.panels for seat in panel.seats] + list(sheet.waiting)
    found: dict[str, bytes] = {}
    for id in dict.fromkeys(seat.person_id for seat in seats if seat.person_id):
        control.check()
        content = photo.find(engine, situation.base.snapshot, id)
        if content:
            found[id] = content
    return found


def _panel(flow: _Flow, panel: Panel, photos: dict[str, bytes]) -> None:
    rows = -(-len(panel.seats) // COLUMNS)
    changes = panel.changes[:MOST_CHANGES]
    whole = TITLE + rows * (CARD + GAP) + len(changes) * LINE
    flow.need(min(whole, TITLE + CARD))
    if whole <= HIGH - FOOT - TOP - 90:
        flow.need(whole)
    before, after = panel.score_before, f"{panel.word} {panel.score_after}"
    moved = before != panel.score_after
    score = f"{before} → {after}" if moved else after
    wide = WIDE - 2 * SIDE
    words = f"{panel.name}　{score}"
    flow.boxes.append(_text(words, SIDE, flow.y, wide * 0.7, TITLE, size=12, bold=True))
    flow.boxes.append(
        _text(panel.note, SIDE + wide * 0.6, flow.y, wide * 0.4, TITLE, size=9, align="right")
    )
    flow.y += TITLE
    _cards(flow, panel.seats, photos)
    for each in changes:
        flow.need(LINE)
        line = f"{each.label}　{each.before} → {each.after}　{each.gain:+.1f}"
        flow.boxes.append(_text(line, SIDE, flow.y, wide, LINE, size=9))
        flow.y += LINE
    flow.y += BETWEEN


def _cards(flow: _Flow, seats: tuple[Seat, ...], photos: dict[str, bytes]) -> None:
    wide = (WIDE - 2 * SIDE - GAP * (COLUMNS - 1)) / COLUMNS
    for at, seat in enumerate(seats):
        column = at % COLUMNS
        if column == 0:
            flow.need(CARD + GAP)
        _card(flow, seat, SIDE + column * (wide + GAP), wide, photos)
        if column == COLUMNS - 1 or at == len(seats) - 1:
            flow.y += CARD + GAP


def _card(flow: _Flow, seat: Seat, x: float, wide: float, photos: dict[str, bytes]) -> None:
    from leadership_model.papers.paper import Box, Picture

    line = 1.2 if seat.proposed else 0.5
    tone = "red" if seat.draft or not seat.name else ""
    flow.boxes.append(Box(x, flow.y, wide, CARD, borders=(line,) * 4, tone=tone))
    title = _fit(seat.title, wide - 20, 8.5)
    flow.boxes.append(_text(title, x + 12, flow.y + 8, wide - 20, 46, size=8.5))
    left = x + 12
    content = photos.get(seat.person_id)
    if content is not None:
        flow.pictures.append(Picture(left, flow.y + 58, PHOTO, CARD - 70, content))
        left += PHOTO + 12
    room = x + wide - left - 6
    name = seat.name or "缺岗"
    flow.boxes.append(_text(name, left, flow.y + 54, room, 56, size=11, bold=True))
    top = flow.y + 112
    for text, _ in seat.lines or ((seat.left, ""),):
        if text:
            flow.boxes.append(_text(_fit(text, room, 8.5), left, top, room, 42, size=8.5))
            top += 42


def _fit(words: str, wide: float, size: float) -> str:
    """Shorten words to one line; a Chinese character is as wide as its size in points."""
    room = int(wide / (size * POINT))
    sizes = [0.5 if each.isascii() else 1.0 for each in words]
    if sum(sizes) <= room:
        return words
    kept = 0
    while sum(sizes[: kept + 1]) <= room - 1:
        kept += 1
    return f"{words[:kept]}…"


def _text(
    words: str,
    x: float,
    y: float,
    wide: float,
    high: float,
    *,
    size: float,
    bold: bool = False,
    align: "Align" = "left",
) -> "Box":
    from leadership_model.papers.paper import Box, Paragraph, Run

    face = "黑体" if bold else "宋体"
    run = Run(words, size=size, bold=bold, face=face)
    return Box(x, y, wide, high, (Paragraph((run,), align=align, pitch=size * 1.25),))
