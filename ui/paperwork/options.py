"""The choices of one paper: of whom, format, edition, one file or many, names of files."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from leadership_model.papers import naming
from leadership_model.papers.form_layout import LAYOUTS
from ui.paperwork.kinds import FORMATS, Kind
from ui.widgets.labels import label
from ui.widgets.segments import Segments

ONE, MANY = "one", "many"


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom: words, people and teams (positions)."""

    title: str
    people: tuple[int, ...]
    teams: tuple[int, ...]


class Options(QWidget):
    """A form of which only what the paper knows is shown; `changed` after every change."""

    changed = Signal()

    def __init__(self, scopes: Sequence[Scope]) -> None:
        super().__init__()
        self.scopes = tuple(scopes)
        self.scope = QComboBox()
        for each in self.scopes:
            self.scope.addItem(each.title)
        self.scope.setAccessibleName("范围")
        self.formats = Segments((("pdf", "PDF"),))
        self.layouts = QComboBox()
        for layout in LAYOUTS.values():
            self.layouts.addItem(layout.label, layout.id)
        self.layouts.setAccessibleName("版式")
        self.parts = Segments(((ONE, "合成一个文件"), (MANY, "每人一个文件")))
        self.pattern = QLineEdit(naming.DEFAULT)
        self.pattern.setAccessibleName("文件名")
        self.pattern.setToolTip(f"可用：{'、'.join(naming.FIELDS)}，写在花括号里；同名的自动编号")
        self.example = label("", "note", wrap=True)
        self.newer = QCheckBox("补上 2025 年新增的栏目（到龄年月、改革前任职年龄界限）")
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._kind: Kind | None = None
        self._listed = False
        self._build()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        for words, widget in (
            ("范围", self.scope),
            ("格式", self.formats),
            ("版式", self.layouts),
            ("文件", self.parts),
            ("文件名", self.pattern),
            ("", self.example),
            ("", self.newer),
        ):
            name = label(words, "cell2")
            form.addRow(name, widget)
            self._rows.append((name, widget))
        self.scope.currentIndexChanged.connect(self._on_changed)
        self.layouts.currentIndexChanged.connect(self._on_changed)
        self.formats.chosen.connect(self._on_changed)
        self.parts.chosen.connect(self._on_changed)
        self.pattern.textChanged.connect(self._on_changed)
        self.newer.toggled.connect(self._on_changed)

    def show_kind(self, kind: Kind, *, listed: bool = False) -> None:
        """Show the choices a kind has; a `listed` template makes one file of everybody."""
        if self._kind is None or self._kind.formats != kind.formats:
            self.formats.show_options([(each, FORMATS[each]) for each in kind.formats])
        self._kind, self._listed = kind, listed
        self._follow()

    def _follow(self) -> None:
        kind = self._kind
        if kind is None:
            return
        form = kind.group == "form"
        shown = {
            id(self.formats): len(kind.formats) > 1,
            id(self.layouts): form,
            id(self.parts): form,
            id(self.pattern): self.many,
            id(self.example): self.many,
            id(self.newer): kind.id == "lrmx",
        }
        for name, widget in self._rows:
            visible = shown.get(id(widget), True)
            name.setVisible(visible)
            widget.setVisible(visible)

    def _on_changed(self) -> None:
        self._follow()
        self.changed.emit()

    # ---- what was chosen

    @property
    def many(self) -> bool:
        """Whether each person gets a file."""
        group = "" if self._kind is None else self._kind.group
        if group == "own":
            return not self._listed
        return group == "data" or (group == "form" and self.parts.current() == MANY)

    def chosen_scope(self) -> Scope:
        """Of whom the paper is to be made."""
        return self.scopes[max(self.scope.currentIndex(), 0)]

    def layout_id(self) -> str:
        """The edition of the form."""
        return str(self.layouts.currentData())
