"""The condition builder: groups of lines, each piece a picker; every gesture makes a new draft."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QElapsedTimer, QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError
from leadership_model.query import draft
from leadership_model.query.draft import EMPTY, GROUP_WORDS, Group, Line, Path
from ui.widgets import condition_edits as edits
from ui.widgets import condition_menus as menus
from ui.widgets import condition_phrases as phrases
from ui.widgets.buttons import button
from ui.widgets.condition_menus import element_note
from ui.widgets.condition_rows import GroupBox, LineRow, Tallies
from ui.widgets.condition_tree import ConditionTree
from ui.widgets.condition_values import values_of
from ui.widgets.emptying import put_in
from ui.widgets.picker import Option, Picker
from ui.widgets.scroll import scrolled

FRESH = 200  # ms in which a picker that nobody has closed is opened again


class ConditionBuilder(QWidget):
    """Shows a draft and asks for another one: `asked(draft, words for undo)`."""

    asked = Signal(object, str)
    refused = Signal(str)
    people_asked = Signal(object, str)  # path, which count

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._world: World | None = None
        self._draft = EMPTY
        self._tallies: Tallies = {}
        self._open_new: Path | None = None
        self._target: tuple[Path, str] = ((), "")
        self.picker: Picker | None = None
        self.rows: dict[Path, LineRow] = {}
        self.boxes: dict[Path, GroupBox] = {}
        self._again, self._lost = False, cast(Path | None, None)
        self._age = QElapsedTimer()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(30)
        self._soon.timeout.connect(self._on_soon)
        self._area = scrolled()
        self.add_line = button("加条件", self._on_add_line, icon="plus", kind="link")
        self.add_group = button("加条件组", self._on_add_group, icon="plus-box-multiple-outline")
        self.add_group.setProperty("kind", "link")
        self.add_line.setToolTip("选择一个要素、经历、考核或处分，作为新的一行")
        self.add_group.setToolTip("加一个“任一满足”的组，可再改为全部满足或不满足")
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self.add_line)
        foot.addWidget(self.add_group)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._area, 1)
        layout.addLayout(foot)

    @property
    def world(self) -> World:
        """The world whose elements are offered."""
        assert self._world is not None
        return self._world

    def show_draft(self, world: World, wanted: Group) -> None:
        """Show a draft; the counts follow when they are worked out."""
        if self._world is world and self._draft == wanted and self.boxes:
            return
        self._world, self._draft = world, wanted
        top = self._area.verticalScrollBar().value()
        self._lost = None  # something was chosen: no picker has been lost
        tree = ConditionTree(wanted, world.catalogue, self._tallies)
        self._connect(tree)
        self.tree, self.rows, self.boxes = tree, tree.rows, tree.boxes
        put_in(self._area, tree)
        self._area.verticalScrollBar().setValue(top)
        if self._open_new is not None:
            # Later: the window system still has to hear that the picker before this one closed,
            # and closes whatever popup is open then.
            self._again = True
            self._soon.start()

    def show_tallies(self, tallies: Tallies) -> None:
        """Show the counts of every line."""
        self._tallies = tallies
        for path, row in self.rows.items():
            row.show_tally(tallies.get(path))

    def _connect(self, tree: ConditionTree) -> None:
        tree.kind_asked.connect(self._on_kind)
        tree.menu_asked.connect(self._on_menu)
        tree.add_asked.connect(self._on_add)
        tree.piece_asked.connect(self._on_piece)
        tree.counts_asked.connect(self._on_counts)
        tree.toggled.connect(self._on_toggled)
        tree.removed.connect(self._on_removed)
        tree.moved.connect(self._on_moved)
        tree.dropped.connect(self._on_dropped)

    # ---- pieces

    def _on_soon(self) -> None:
        row = None if self._open_new is None else self.rows.get(self._open_new)
        self._open_new = None
        if row is not None and self.isVisible():
            self._ask_value(row)
            if self.picker is not None and self._again:
                self._again, self._lost = False, row.path
                self._age.start()
                self.picker.destroyed.connect(self._on_lost)

    def _on_lost(self) -> None:
        """Open the picker once more where the window system has closed it at once."""
        path, self._lost = self._lost, None
        if path is not None and self._age.elapsed() < FRESH:
            self._open_new = path
            self._soon.start()

    def _ask_value(self, row: LineRow) -> None:
        """Open the picker of a new line's value, which is what comes next."""
        wanted = ("value", "what", "parts", "values", "op")
        part = next((p for p in wanted if any(b.piece.part == p for b in row.parts)), "")
        if part:
            self._on_piece(row.path, part, row.piece(part))

    def _on_piece(self, path: Path, part: str, at: QWidget) -> None:
        condition = self._condition(path)
        catalogue = self.world.catalogue
        values = values_of(self.world, str(getattr(condition, "name", "")))
        found = phrases.choices(condition, part, catalogue, values)
        options = [Option(id, text, self._note(part, id)) for id, text in found.options]
        self._target = (path, part)
        check = self.refusal if found.typed else None
        self._open(options, found, check, at).picked.connect(self._on_changed)

    def _open(
        self,
        options: list[Option],
        found: phrases.Choices,
        check: Callable[[str], str] | None,
        at: QWidget,
    ) -> Picker:
        self.picker = Picker(
            options,
            found.hint,
            check=check,
            current=found.current,
            many=found.many,
            text=found.text,
            parent=self,
        )
        self.picker.open_at(at)
        return self.picker

    def _note(self, part: str, id: str) -> str:
        if part != "name":
            return ""
        return element_note(self.world.catalogue, id)

    def _condition(self, path: Path) -> Condition:
        node = draft.at(self._draft, path)
        assert isinstance(node, Line)
        return node.condition

    def refusal(self, typed: str) -> str:
        """Say what is wrong with a value typed for the piece at hand."""
        path, part = self._target
        condition = self._condition(path)
        return edits.refusal(condition, part, typed, self.world.catalogue, ())

    def _on_changed(self, picked: object) -> None:
        path, part = self._target
        condition = self._condition(path)
        name = str(picked) if part == "name" else str(getattr(condition, "name", ""))
        values = values_of(self.world, name)
        try:
            fresh = edits.changed(condition, part, picked, self.world.catalogue, values)
        except UserError as error:
            self.refused.emit(error.sentence)
            return
        node = draft.at(self._draft, path)
        self._open_new = path if part == "name" else None
        self.asked.emit(draft.put(self._draft, path, Line(fresh, node.on)), "更改条件")

    # ---- adding

    def _on_add_line(self) -> None:
        self._on_add((), self.add_line)

    def _on_add_group(self) -> None:
        wanted = draft.add(self._draft, (), Group("any"))
        self.asked.emit(wanted, "加条件组")

    def _on_add(self, path: Path, at: QWidget) -> None:
        catalogue = self.world.catalogue
        linked = (edits.CAREER, edits.APPRAISALS, *edits.LINKED)
        options = [Option(each, each, "关联条件") for each in linked]
        options += [Option(x, x, element_note(catalogue, x)) for x in catalogue.element_names()]
        options += [Option(f"filter:{x}", f"曾任 {x}", "经历") for x in catalogue.filter_names()]
        choices = phrases.Choices((), "输入要素、经历的名称或拼音")
        self._target = (path, "")
        self._open(options, choices, None, at).picked.connect(self._on_added)

    def _on_added(self, picked: object) -> None:
        path = self._target[0]
        name = str(picked).removeprefix("filter:")
        values = values_of(self.world, name)
        if str(picked).startswith("filter:"):
            condition: Condition = edits.career_line(name)
        else:
            condition = edits.new_line(name, self.world.catalogue, values)
        group = draft.at(self._draft, path)
        assert isinstance(group, Group)
        self._open_new = (*path, len(group.parts))
        self.asked.emit(draft.add(self._draft, path, Line(condition)), "加条件")

    # ---- menus

    def _on_kind(self, path: Path, at: QWidget) -> None:
        options = [Option(kind, words) for kind, words in GROUP_WORDS.items()]
        group = self._draft if not path else draft.at(self._draft, path)
        assert isinstance(group, Group)
        found = phrases.Choices((), "组合方式", current=(group.kind,))
        self._target = (path, "")
        self._open(options, found, None, at).picked.connect(self._on_kind_picked)

    def _on_kind_picked(self, kind: object) -> None:
        path = self._target[0]
        group = draft.at(self._draft, path)
        assert isinstance(group, Group)
        fresh = replace(group, kind=cast("Any", kind))
        self.asked.emit(draft.put(self._draft, path, fresh), "更改组合方式")

    def _on_menu(self, path: Path, at: QWidget) -> None:
        entries = menus.of_node(draft.at(self._draft, path), path)
        self._popup(menus.make(entries, self), at)

    def _on_counts(self, path: Path, at: QWidget) -> None:
        tally = self._tallies.get(path)
        if tally is None:
            return
        self._popup(menus.make(menus.of_counts(tally, path), self), at)

    def _popup(self, menu: QMenu, at: QWidget) -> None:
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def _on_chosen(self, action: QAction) -> None:
        what, path = action.data()
        match what:
            case "toggle":
                self._on_toggled(path)
            case "up" | "down":
                self._on_moved(path, -1 if what == "up" else 1)
            case "any" | "none":
                self.asked.emit(draft.wrap(self._draft, path, what), "放进条件组")
            case "line":
                self._on_add(path, self.boxes[path].plus)
            case "group":
                self.asked.emit(draft.add(self._draft, path, Group("any")), "加条件组")
            case "remove":
                self._on_removed(path)
            case _:
                self.people_asked.emit(path, what.removeprefix("people."))

    def _on_toggled(self, path: Path) -> None:
        self.asked.emit(draft.toggle(self._draft, path), "停用或启用条件")

    def _on_removed(self, path: Path) -> None:
        self.asked.emit(draft.remove(self._draft, path), "删除条件" if path else "清空条件")

    def _on_moved(self, path: Path, step: int) -> None:
        self.asked.emit(draft.move(self._draft, path, step), "移动条件")

    def _on_dropped(self, path: Path, group: Path, place: int) -> None:
        wanted = draft.move_to(self._draft, path, group, place)
        if wanted != self._draft:
            self.asked.emit(wanted, "移动条件")
