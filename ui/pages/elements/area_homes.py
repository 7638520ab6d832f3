"""成长地: who holds one of the seven posts of rule A5, what is known, and setting it by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people import fields, homes
from leadership_model.people.areas import ELSEWHERE
from leadership_model.people.homes import HomeRow
from leadership_model.people.seat_names import area_names
from ui import names, theme
from ui.context import Context
from ui.navigation import EditPerson, OpenPerson
from ui.pages.elements.section import Section
from ui.pages.elements.unit_edits import write_pairs
from ui.pages.elements.unit_panel import small
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.picker import Option, Picker

NOTE = (
    "公务员回避规定：县（市、区）党委、政府、纪委、组织部、法院、检察院、公安机关的正职，"
    "一般不得在本人成长地任职。"
    "籍贯和出生地只作提示。按键：回车 选地区，H 任职地，W 市外，F7 无，F8 待核，空格 干部卡片。"
)
STATE = {
    "unknown": ("待核", "unknown", "grey_text"),
    "same": ("与任职地相同", "red", "red_text"),
    "absent": ("无", "", "text2"),
    "elsewhere": ("不在任职地", "green", "green_text"),
}


class HomesPane(Section):
    """The work list. Rows are named person@post."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._rows: dict[str, HomeRow] = {}
        self.picker: Picker | None = None
        self.view = TableView(context.settings, "elements.homes")
        self.view.set_empty("map-marker-check-outline", "没有要核的成长地",
                            "“地域回避层级”为“县”的岗位有人任职时列在这里。")  # fmt: skip
        self.view.installEventFilter(self)
        self._card = Card("成长地").flush()
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(small("选地区…", self._on_pick, "map-marker-outline", "回车"))
        row.addWidget(small("任职地", self._on_same, "map-marker-check-outline", "H"))
        row.addWidget(small("市外", self._on_elsewhere, "map-marker-off-outline", "W"))
        row.addWidget(small("待核", self._on_unknown, "help-circle-outline", "F8"))
        row.addStretch(1)
        row.addWidget(small("编辑干部", self._on_edit, "pencil-outline"))
        note = label(NOTE, "note", wrap=True)
        note.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        self._card.body.addWidget(note)
        self._card.body.addLayout(row)
        self._card.body.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self.view.opened.connect(self._on_opened)
        self.view.activated_id.connect(self._on_activated)

    def refresh(self, changes: Changes) -> None:
        workspace = self.context.workspace
        snapshot = workspace.snapshot
        found = homes.rows(workspace.world.seating)
        ids = [f"{snapshot.people.ids[r.person]}@{snapshot.posts.ids[r.post]}" for r in found]
        self._rows = dict(zip(ids, found, strict=True))
        current = self.view.current_id()
        self.view.show_rows(self.columns(), found, ids)
        if ids and current not in self._rows:
            self.view.select_ids((ids[0],))
        open_ = sum(row.state == "unknown" for row in found)
        self._card.set_note(f"{len(found)} 人，{open_} 人待核")
        self.noted.emit()

    def note(self) -> str:
        open_ = sum(row.state == "unknown" for row in self._rows.values())
        return f"成长地 · {len(self._rows)} 人，{open_} 人待核"

    def table(self) -> TableView:
        return self.view

    def columns(self) -> tuple[Column, ...]:
        """Give the columns; items are rows of the work list."""
        return (
            Column(id="state", title="成长地核对", cell=self._state, width=120, fixed=True),
            Column(id="person", title="干部", cell=self._person, width=80, search=True),
            Column(id="post", title="岗位", cell=self._post, width=330, search=True, stretch=True),
            Column(id="area", title="任职地", cell=self._area, width=110),
            Column(id="hometown", title="成长地", cell=self._home, width=110),
            Column(id="origin", title="籍贯", cell=self._origin, width=96),
            Column(id="birthplace", title="出生地", cell=self._birth, width=96),
            Column(id="hint", title="提示", cell=self._hint, width=150),
        )

    # ---- setting

    def set_home(self, text: str, state: fields.State = "value") -> None:
        """Write the 成长地 of the person chosen, and go on to the next row."""
        row = self._rows.get(self.view.current_id())
        if row is None:
            self.context.say("请先选择一行。")
            return
        person = self.context.workspace.snapshot.people.record(row.person)
        after = fields.with_state(person, "hometown", state)
        if state == "value":
            after = fields.with_text(person, "hometown", text, {text: text})
        if after == person:
            self.context.say("没有变化。")
            return
        self._step()
        words = f"修改 {person.name} 的成长地"
        write_pairs(self.context, self.initiator, ((person, after),), words)

    def _step(self) -> None:
        shown = self.view.rows.shown_ids()
        at = self.view.rows.row_of(self.view.current_id())
        if at is not None and at + 1 < len(shown):
            self.view.select_ids((shown[at + 1],))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        slots = {
            Qt.Key.Key_H: self._on_same,
            Qt.Key.Key_W: self._on_elsewhere,
            Qt.Key.Key_F7: self._on_absent,
            Qt.Key.Key_F8: self._on_unknown,
        }
        slot = slots.get(Qt.Key(event.key()))
        if slot is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        slot()
        return True

    def _options(self) -> Sequence[Option]:
        snapshot = self.context.workspace.snapshot
        units = snapshot["unit"]
        codes = dict(zip(units.raw("name"), units.raw("code"), strict=True))
        listed = (*area_names(snapshot), ELSEWHERE)
        return [Option(n, n, codes.get(n) or "", codes.get(n) or "") for n in listed]

    # ---- slots

    def _on_pick(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        anchor = QWidget(self.view.viewport())
        rect = self.view.visualRect(index)
        anchor.setGeometry(QRect(rect.left(), rect.top(), rect.width(), rect.height()))
        self.picker = Picker(self._options(), "地区名、拼音、代码", parent=self)
        self.picker.picked.connect(self._on_picked)
        self.picker.open_at(anchor)
        anchor.deleteLater()

    def _on_picked(self, name: object) -> None:
        self.set_home(str(name))

    def _on_activated(self, id: object) -> None:
        self._on_pick()

    def _on_same(self) -> None:
        row = self._rows.get(self.view.current_id())
        if row is not None and row.area:
            self.set_home(row.area)
        else:
            self.context.say("任职地待核，请先在班子里填写所在地区。")

    def _on_elsewhere(self) -> None:
        self.set_home(ELSEWHERE)

    def _on_absent(self) -> None:
        self.set_home("", "absent")

    def _on_unknown(self) -> None:
        self.set_home("", "unknown")

    def _on_opened(self, id: object) -> None:
        self.context.navigator.go(OpenPerson(str(id).split("@", 1)[0]))

    def _on_edit(self) -> None:
        if self.view.current_id():
            self.context.navigator.go(EditPerson(self.view.current_id().split("@", 1)[0]))

    # ---- cells

    def _state(self, row: HomeRow) -> Cell:
        words, mark, tone = STATE[row.state]
        return Cell(text=words, mark=mark, tone=tone)

    def _person(self, row: HomeRow) -> str:
        return names.person_name(self.context.workspace.snapshot, row.person)

    def _post(self, row: HomeRow) -> str:
        return names.full_post(self.context.workspace.snapshot, row.post)

    def _area(self, row: HomeRow) -> str:
        return row.area or names.NOTHING

    def _home(self, row: HomeRow) -> Cell:
        return Cell(text=row.hometown) if row.hometown else Cell(text=names.NOTHING, faint=True)

    def _origin(self, row: HomeRow) -> str:
        return row.origin or names.NOTHING

    def _birth(self, row: HomeRow) -> str:
        return row.birthplace or names.NOTHING

    def _hint(self, row: HomeRow) -> Cell:
        return Cell(text=row.hint, tone="yellow_text") if row.hint else Cell(text="")
