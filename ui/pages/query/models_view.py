"""查模型: versions of structure models by what they ask and how they stand; opens the editor."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from leadership_model.assessment.world import World
from leadership_model.query.models import GROUPS, NUMBERS, ModelRow, model_rows
from leadership_model.structure.versions import since
from ui import names
from ui import navigation as go
from ui.context import Context
from ui.pages.query.objects_view import ObjectsView
from ui.tables.cell import Cell
from ui.tables.columns import Column, Keys
from ui.widgets.buttons import button


class ModelsView(ObjectsView[ModelRow]):
    """Filters at the left, versions at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            "query.models",
            "模型",
            "个版本",
            GROUPS,
            NUMBERS,
            opens="打开模型定制",
            hint="模型、类别、要素",
            parent=parent,
        )
        self.teams = button(
            "适用班子", self._on_teams, kind="small", tip="列出现在按所列模型研判的班子"
        )
        self.card.header.addWidget(self.teams)

    def make_rows(self, world: World) -> tuple[ModelRow, ...]:
        """Make the rows of all versions."""
        return model_rows(world)

    def make_columns(self) -> tuple[Column, ...]:
        """Make the columns."""
        return columns()

    def open_row(self, id: str) -> None:
        """Open the editor of a model."""
        row = self.row_of(id)
        if row is not None:
            self.context.navigator.go(go.ShowModel(row.model.id, row.category))

    def _on_teams(self) -> None:
        if self.world is None:
            return
        chosen = self.table.selected_ids()
        rows = [row for row in self.shown() if not chosen or row.id in chosen]
        ids = self.world.snapshot.teams.ids
        teams = dict.fromkeys(ids[team] for row in rows for team in row.teams)
        if not teams:
            self.context.ask.inform(
                "所列版本现在没有班子适用：尚未生效、已被取代，或本类没有班子。"
            )
            return
        words = rows[0].label if len(rows) == 1 else self.title()
        self.context.navigator.go(go.ShowTeams(tuple(teams), f"适用“{words}”的班子"))


def columns() -> tuple[Column, ...]:
    """Make the columns over versions."""
    return (
        Column(
            id="label",
            title="模型",
            width=200,
            cell=_label,
            search=True,
            fixed=True,
            stretch=True,
        ),
        Column(id="category", title="班子类别", width=84, cell=_category, search=True),
        Column(id="layer", title="层级", width=52, cell=_layer),
        Column(id="version", title="版本", width=60, cell=_version),
        Column(id="stage", title="状态", width=80, cell=_stage),
        Column(id="since", title="生效", width=86, cell=_since, keys=_since_keys),
        Column(id="asked", title="要求", width=48, align="right", cell=_asked, keys=_asked_keys),
        Column(id="points", title="总分", width=48, align="right", cell=_points),
        Column(id="vetoes", title="一票否决", width=130, cell=_vetoes, tip=_vetoes_tip),
        Column(id="lines", title="红线 / 绿线", width=86, align="right", cell=_lines),
        Column(id="teams", title="适用班子", width=70, align="right", cell=_teams, keys=_team_keys),
        Column(
            id="elements",
            title="涉及要素",
            width=160,
            cell=_elements,
            tip=_elements,
            search=True,
            shown=False,
        ),
    )


def _label(row: ModelRow) -> Cell:
    return Cell(text=row.label, link=True)


def _category(row: ModelRow) -> str:
    return row.category


def _layer(row: ModelRow) -> str:
    return row.layer


def _version(row: ModelRow) -> str:
    return f"第 {row.model.version} 版"


def _stage(row: ModelRow) -> Cell:
    return Cell(text=row.stage, tone="text" if row.stage == "现行" else "text2")


def _since(row: ModelRow) -> str:
    return since(row.model)


def _since_keys(rows: Sequence[ModelRow]) -> Keys:
    return np.array([row.model.effective for row in rows], dtype=np.int32)


def _asked(row: ModelRow) -> str:
    return str(row.requirements)


def _asked_keys(rows: Sequence[ModelRow]) -> Keys:
    return np.array([row.requirements for row in rows], dtype=np.int32)


def _points(row: ModelRow) -> str:
    return f"{row.points:g}"


def _vetoes(row: ModelRow) -> str:
    return "、".join(row.vetoes) or names.NOTHING


def _vetoes_tip(row: ModelRow) -> str:
    return "\n".join(row.vetoes)


def _lines(row: ModelRow) -> str:
    return f"{row.model.red:g} / {row.model.green:g}"


def _teams(row: ModelRow) -> str:
    return str(len(row.teams)) if row.teams else names.NOTHING


def _team_keys(rows: Sequence[ModelRow]) -> Keys:
    return np.array([len(row.teams) for row in rows], dtype=np.int32)


def _elements(row: ModelRow) -> str:
    return "、".join(row.elements)
