"""Columns of units (positions in the snapshot, as a tree), and of retired teams and posts."""

from typing import TYPE_CHECKING, Any

from leadership_model.people import area_tree
from leadership_model.people.table import Table
from ui import names
from ui.pages.elements.seat_columns import int_keys, raw_cell, raw_texts
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot
    from ui.workspace import Workspace

INDENT = "　"


class UnitColumns:
    """Columns of all units."""

    def __init__(self, workspace: "Workspace") -> None:
        import numpy as np

        self._snapshot = workspace.snapshot
        count = len(self._snapshot["unit"])
        tree = area_tree.unit_tree(self._snapshot)
        self._depth = {each.unit: each.depth for each in tree}
        self._below = {each.unit: each.below for each in tree}

        def owned(table: Table) -> Any:  # noqa: ANN401
            units = table.ints("unit")
            return np.bincount(units[units >= 0], minlength=count).astype(np.int32)

        self._people, self._teams = owned(self._snapshot.people), owned(self._snapshot.teams)

    def all(self) -> tuple[Column, ...]:
        """Give the columns in their order."""
        units = self._snapshot["unit"]
        return (
            Column(
                id="name",
                title="单位",
                cell=self._name,
                width=226,
                texts=raw_texts(units, "name"),
                search=True,
                stretch=True,
                fixed=True,
            ),
            Column(id="kind", title="类别", cell=raw_cell(units, "kind"), width=84),
            Column(id="area", title="地区", cell=raw_cell(units, "area"), width=92),
            Column(id="level", title="机构层次", cell=raw_cell(units, "level"), width=86),
            Column(id="parent", title="上级单位", cell=self._parent, width=116),
            Column(id="teams", title="班子", cell=self._team_count, width=52, align="right",
                   keys=int_keys(self._teams)),
            Column(id="people", title="人员", cell=self._person_count, width=60, align="right",
                   keys=int_keys(self._people)),
        )  # fmt: skip

    def _name(self, item: int) -> Cell:
        name = self._snapshot["unit"].raw("name")[item] or names.NOTHING
        gone = bool(self._snapshot["unit"].raw("retired")[item])
        text = INDENT * self._depth.get(item, 0) + name
        return Cell(text=text, faint=gone, strike=gone, bold=bool(self._below.get(item)))

    def _parent(self, item: int) -> str:
        at = int(self._snapshot["unit"].ints("parent")[item])
        return self._snapshot["unit"].raw("name")[at] or "" if at >= 0 else names.NOTHING

    def _team_count(self, item: int) -> str:
        return str(self._teams[item] or "")

    def _person_count(self, item: int) -> str:
        return str(self._people[item] or "")


class _Retired:
    """Cells of retired records; items are the records themselves."""

    def __init__(self, snapshot: "Snapshot | None") -> None:
        self._teams: dict[str, str] = {}
        if snapshot is not None:
            teams = snapshot.teams
            self._teams = {
                id: name or "" for id, name in zip(teams.ids, teams.raw("name"), strict=True)
            }
            self._teams |= {row[0]: row[2] or "" for row in teams.retired}

    def name(self, item: Any) -> str:  # noqa: ANN401 - a Team or Post
        return item.name or names.NOTHING

    def team(self, item: Any) -> str:  # noqa: ANN401
        return self._teams.get(item.team, names.NOTHING)

    def kind(self, item: Any) -> str:  # noqa: ANN401
        return getattr(item, "category", None) or getattr(item, "level", None) or names.NOTHING

    def changed(self, item: Any) -> str:  # noqa: ANN401
        return item.changed_at[:10] or names.NOTHING


def retired_columns(posts_of: "Snapshot | None" = None) -> tuple[Column, ...]:
    """Give the columns of retired teams, or with a snapshot those of retired posts."""
    cells = _Retired(posts_of)
    team = (Column(id="team", title="班子", cell=cells.team, width=220, search=True),)
    return (
        Column(id="name", title="名称", cell=cells.name, width=230, search=True, stretch=True,
               fixed=True),
        *(team if posts_of is not None else ()),
        Column(id="kind", title="类别或层次", cell=cells.kind, width=110),
        Column(id="changed", title="停用时间", cell=cells.changed, width=100),
    )  # fmt: skip
