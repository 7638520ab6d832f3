"""The lines and groups of a draft on one ground, and dragging one of them somewhere else.

A line or group is dragged by its handle; a bar shows where it would fall.
"""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from leadership_model.elements.catalogue import Catalogue
from leadership_model.query.draft import Group, Line, Path
from ui import theme
from ui.widgets.condition_pieces import DragHandle
from ui.widgets.condition_rows import GroupBox, LineRow, Tallies
from ui.widgets.labels import label


class ConditionTree(QWidget):
    """Shows a draft. `dropped`: the path of what was dragged, the group, before which part."""

    piece_asked = Signal(object, object, object)
    menu_asked = Signal(object, object)
    counts_asked = Signal(object, object)
    kind_asked = Signal(object, object)
    add_asked = Signal(object, object)
    toggled = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)
    dropped = Signal(object, object, int)

    def __init__(self, wanted: Group, catalogue: Catalogue, tallies: Tallies) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.rows: dict[Path, LineRow] = {}
        self.boxes: dict[Path, GroupBox] = {}
        self._catalogue, self._tallies = catalogue, tallies
        self._dragged: Path | None = None
        self._target: tuple[Path, int] | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 4, 0)
        root = self._group(wanted, ())
        if not wanted.parts:
            words = "还没有条件。单击“加条件”，或在下面的分面中单击一个值。"
            root.put(label(words, "note", wrap=True))
        box.addWidget(root)
        box.addStretch(1)
        self.bar = QFrame(self)
        self.bar.setObjectName("dropbar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bar.hide()

    def _group(self, group: Group, path: Path) -> GroupBox:
        made = GroupBox(group, path)
        made.kind_asked.connect(self.kind_asked)
        made.menu_asked.connect(self.menu_asked)
        made.add_asked.connect(self.add_asked)
        self._listen(made.grip)
        self.boxes[path] = made
        for number, part in enumerate(group.parts):
            inner = (*path, number)
            made.put(
                self._group(part, inner) if isinstance(part, Group) else self._line(part, inner)
            )
        return made

    def _line(self, line: Line, path: Path) -> LineRow:
        made = LineRow(line, path, self._catalogue)
        made.piece_asked.connect(self.piece_asked)
        made.menu_asked.connect(self.menu_asked)
        made.counts_asked.connect(self.counts_asked)
        made.toggled.connect(self.toggled)
        made.removed.connect(self.removed)
        made.moved.connect(self.moved)
        made.show_tally(self._tallies.get(path))
        self._listen(made.grip)
        self.rows[path] = made
        return made

    # ---- dragging

    def _listen(self, grip: DragHandle) -> None:
        grip.dragged.connect(self._on_dragged)
        grip.let_go.connect(self._on_let_go)

    def target_at(self, place: QPoint) -> tuple[Path, int]:
        """Say into which group, before which of its parts, something dropped here would fall."""
        path: Path = ()
        deeper = True
        while deeper:
            deeper = False
            for inner, box in self.boxes.items():
                if inner[:-1] == path and inner and self._area(box).contains(place):
                    path, deeper = inner, True
                    break
        parts = self._parts(path)
        middles = [self._area(part).center().y() for part in parts]
        return path, sum(place.y() > middle for middle in middles)

    def _parts(self, path: Path) -> list[QWidget]:
        found: dict[Path, QWidget] = {**self.rows, **self.boxes}
        inside = sorted(each for each in found if len(each) == len(path) + 1 and each[:-1] == path)
        return [found[each] for each in inside]

    def _area(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self, QPoint(0, 0)), part.size())

    def _on_dragged(self, path: Path, place: QPoint) -> None:
        group, before = self.target_at(self.mapFromGlobal(place))
        if group[: len(path)] == path:  # nothing falls into itself
            group, before = path[:-1], path[-1]
        self._dragged, self._target = path, (group, before)
        parts, box = self._parts(group), self._area(self.boxes[group])
        if before < len(parts):
            line = self._area(parts[before]).top() - theme.px(3)
        else:
            line = self._area(parts[-1]).bottom() + 1 if parts else box.bottom() - theme.px(4)
        self.bar.setGeometry(box.left() + theme.px(8), line, box.width() - theme.px(14), 3)
        self.bar.show()
        self.bar.raise_()

    def _on_let_go(self) -> None:
        path, target = self._dragged, self._target
        self._dragged = self._target = None
        self.bar.hide()
        if path is not None and target is not None:
            self.dropped.emit(path, *target)
