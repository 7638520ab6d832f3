"""Which career entries of the whole base are not clearly understood, and why, as a work list."""

from dataclasses import dataclass

import numpy as np

from leadership_model.people.gaps import ABSENT
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints

CLEAR = 80  # a reading at or above this is taken as understood
REASONS = ("年月", "单位", "岗位", "地区", "把握")
# Posts of these kinds of unit are somewhere; elsewhere the area says nothing.
_PLACED = ("县级", "县直", "乡镇", "街道", "市级", "市直")


@dataclass(frozen=True, slots=True)
class Unclear:
    """Rows of career entries with one mask per reason; `leader`: of somebody who holds a seat."""

    rows: Ints
    masks: dict[str, Bools]
    leader: Bools

    def reasons(self, at: int) -> tuple[str, ...]:
        """Say why the entry at a place of `rows` is unclear."""
        return tuple(name for name in REASONS if self.masks[name][at])


def unclear(seating: Seating) -> Unclear:
    """List the unclear entries: of heads first, then of others who hold seats, then of the rest.

    Among equals the least sure come first, then the order of people and lines. What was put right
    by hand is clear but for months that are missing.
    """
    snapshot = seating.snapshot
    table = snapshot["career_entry"]
    masks = _masks(snapshot)
    found = np.flatnonzero(np.any(np.stack([masks[name] for name in REASONS]), axis=0))
    owner = table.owners()[found]
    rank = _standing(seating)[owner]
    order = np.lexsort((found, table.ints("sure")[found], rank))
    rows = found[order].astype(np.int32)
    return Unclear(rows, {name: masks[name][rows] for name in REASONS}, rank[order] < 2)


def _masks(snapshot: Snapshot) -> dict[str, Bools]:
    table = snapshot["career_entry"]
    unit, post = table.texts("unit_kind"), table.texts("post_kind")
    sure, study = table.ints("sure"), post.mask("学习")
    idle = post.mask("其他") & (sure >= CLEAR)  # 待业 and the like: no unit, and none is missed
    placed = np.array([*(k.startswith(_PLACED) for k in unit.table), False, False], np.bool_)
    area = table.texts("area").codes
    undated = table.ints("start") < 0
    masks = {
        "年月": undated,
        "单位": (unit.codes < 0) & ~idle,
        "岗位": (post.codes < 0) | (post.mask("其他") & ~idle & (sure < CLEAR)),
        "地区": (area < 0) & (area != ABSENT) & placed[unit.codes] & ~study,
        "把握": (sure < CLEAR) & ~undated,
    }
    held = table.owners() >= 0
    unread = held & (table.ints("by_hand") != 1)
    # Months that are missing stay missing whoever put the rest of the line right.
    return {name: mask & (held if name == "年月" else unread) for name, mask in masks.items()}


def _standing(seating: Seating) -> Ints:
    """Give 0 for heads of a team, 1 for others who hold a seat, 2 for the rest, by person."""
    snapshot = seating.snapshot
    rank = np.full(len(snapshot.people) + 1, 2, dtype=np.int32)
    rank[:-1][seating.seated()] = 1
    heads = seating.holder[snapshot.posts.texts("role").mask("正职")]
    rank[heads[heads >= 0]] = 0
    return rank
