"""A condition of a requirement or portrait built line by line, by the builder of 模型查询."""

from PySide6.QtCore import QObject

from leadership_model.conditions.sentence import parse, write
from leadership_model.errors import UserError
from ui.context import Context
from ui.pages.structure.requirement_tokens import CONDITION, TokenLine
from ui.widgets.condition_dialog import ConditionDialog

NOTE = "逐项加条件、成组，或在下面直接输入一句话；确定后写回句子。"


class Building(QObject):
    """Listens to token lines; what is built is taken as if it had been typed."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def listen(self, line: TokenLine) -> None:
        """Open the builder whenever this line asks for it."""
        line.building.connect(self._on_building)

    def _on_building(self, line: TokenLine) -> None:
        world = self._context.workspace.world
        try:
            condition = parse(line.piece(CONDITION), world.catalogue)
        except UserError:
            condition = None  # of an element that is gone: begun anew
        dialog = ConditionDialog("条件", NOTE, world, condition, line.window())
        if not self._context.ask.show(dialog):
            return
        made = dialog.condition()
        if made is None or made == condition:
            return
        fault = line.fault(CONDITION, write(made))
        if fault:
            self._context.ask.error(fault)
        else:
            line.taken.emit(CONDITION, write(made))
