"""Columns of what differs between two versions, and of the teams it makes a difference to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.assessment.versions import Cause, TeamVersions
from leadership_model.structure.compare import CHANGE_WORDS, Comparison, LineChange
from ui import marks, names
from ui.pages.structure.columns import score
from ui.pages.structure.work import short_name
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

TONES = {"added": "green_text", "removed": "red_text", "changed": "accent"}
TOLD = ("考核", "目标", "分值", "资格", "权重")  # what is told of a line that came or went


@dataclass(frozen=True, slots=True)
class Row:
    """One piece that differs; of a line that came or went, all of it in one row."""

    line: LineChange | None
    first: bool
    word: str
    before: str
    after: str


def rows(found: Comparison) -> tuple[Row, ...]:
    """Lay a comparison out as rows: first the model itself, then its lines."""
    made = [Row(None, at == 0, p.word, p.before, p.after) for at, p in enumerate(found.head)]
    for line in found.lines:
        if line.change == "changed":
            made += [
                Row(line, at == 0, p.word, p.before, p.after) for at, p in enumerate(line.pieces)
            ]
            continue
        told = [p for p in line.pieces if p.word in TOLD]
        before = "　".join(f"{p.word} {p.before}" for p in told if p.before)
        after = "　".join(f"{p.word} {p.after}" for p in told if p.after)
        made.append(Row(line, True, "整条", before, after))
    return tuple(made)


def difference_columns(before: str, after: str) -> tuple[Column, ...]:
    """Give the columns of rows; `before` and `after` name the two versions."""
    return (
        Column(id="change", title="变化", cell=_change, width=56, fixed=True),
        Column(id="label", title="要求或画像", cell=_label, width=170, search=True, tip=_label_tip),
        Column(id="piece", title="项目", cell=_piece, width=60),
        Column(id="before", title=before, cell=_before, width=190, stretch=True, tip=_before_tip),
        Column(id="after", title=after, cell=_after, width=190, stretch=True, tip=_after_tip),
    )


def _change(row: Row) -> Cell:
    change = "changed" if row.line is None else row.line.change
    return Cell(text=CHANGE_WORDS[change], tone=TONES[change]) if row.first else Cell()


def _label(row: Row) -> Cell:
    if row.line is None:
        return Cell(text="模型", bold=True) if row.first else Cell()
    chip = "画像" if row.line.portrait and row.first else ""
    return Cell(text=row.line.label if row.first else "", chip=chip, chip_tone="accent")


def _label_tip(row: Row) -> str:
    return "模型" if row.line is None else row.line.label


def _piece(row: Row) -> Cell:
    return Cell(text=row.word, tone="text2")


def _before(row: Row) -> Cell:
    return Cell(text=row.before or names.NOTHING, faint=not row.before)


def _after(row: Row) -> Cell:
    return Cell(text=row.after or names.NOTHING, faint=not row.after, bold=bool(row.after))


def _before_tip(row: Row) -> str:
    return row.before


def _after_tip(row: Row) -> str:
    return row.after


class TeamColumns:
    """Columns of teams under two versions; items are `TeamVersions`."""

    def __init__(self, snapshot: "Snapshot", before: str, after: str) -> None:
        self._snapshot, self._names = snapshot, (before, after)

    def all(self) -> tuple[Column, ...]:
        """Give the columns in their order."""
        before, after = self._names
        return (
            Column(id="team", title="班子", cell=self._team, width=150, search=True, fixed=True),
            Column(id="before", title=before, cell=_state_before, width=96),
            Column(id="after", title=after, cell=_state_after, width=96),
            Column(id="gain", title="增减", cell=_gain, width=60, align="right", keys=_gains),
            Column(id="why", title="因为", cell=_why, width=280, stretch=True, tip=_why_tip),
        )

    def _team(self, item: TeamVersions) -> Cell:
        return Cell(text=short_name(self._snapshot, item.team), bold=item.moved, link=True)


def _state_before(item: TeamVersions) -> Cell:
    return Cell(text=score(item.before.score_low), mark=item.before.state)


def _state_after(item: TeamVersions) -> Cell:
    tints = {"veto": "red", "unknown": "grey", "unconfigured": ""}
    tint = tints.get(item.after.state, str(item.after.state)) if item.moved else ""
    return Cell(text=score(item.after.score_low), mark=item.after.state, tint=tint)


def _gain(item: TeamVersions) -> Cell:
    gain = item.gain
    if not gain:
        return Cell(text="0" if gain == 0 else names.NOTHING, faint=True)
    return Cell(text=names.signed(gain), tone="green_text" if gain > 0 else "red_text")


def _gains(items: Sequence[TeamVersions]) -> object:
    import numpy as np

    return np.array([np.nan if i.gain is None else i.gain for i in items], dtype=np.float64)


def _why(item: TeamVersions) -> Cell:
    return Cell(text="；".join(_cause(each) for each in item.causes))


def _why_tip(item: TeamVersions) -> str:
    return "\n".join(_cause(each) for each in item.causes)


def _cause(cause: Cause) -> str:
    before, after = (
        marks.WORDS[v] if v is not None else "不考核" for v in (cause.before, cause.after)
    )
    words = before if before == after else f"{before}→{after}"
    gain = f" {names.signed(cause.gain)}" if cause.gain else ""
    return f"{cause.label}（{words}{gain}）"
