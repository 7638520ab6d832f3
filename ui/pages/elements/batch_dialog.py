"""One field of several people at once: what it becomes, and each change before it is made."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.people import batch, fields
from leadership_model.people.batch import Proposal
from ui import names, theme
from ui.context import Context
from ui.jobs import Control
from ui.pages.elements import person_picks
from ui.pages.elements import person_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.picker import Option
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

STATES = (("value", "填一个值"), ("absent", "记为无"), ("unknown", "记为待核"))
PAUSE = 150  # ms of rest before the preview is worked out


class BatchDialog(Dialog):
    """`proposals` are the changes when accepted, `field` the name of the field."""

    def __init__(
        self, context: Context, positions: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"批量修改 {len(positions)} 名干部", parent, width=760)
        self._context, self._positions = context, tuple(positions)
        self._snapshot = context.workspace.snapshot
        self._names = work.Names(self._snapshot)
        self._areas = tuple(work.areas(self._snapshot))
        self.field, self._text = "", ""
        self.proposals: tuple[Proposal, ...] = ()
        self.picker = FieldEditor("修改哪一项", self._fields, states=False)
        self.states = Segments(STATES)
        self._place = QHBoxLayout()
        self.editor: FieldEditor | None = None
        self.summary = label("", "note", wrap=True)
        self.view = TableView(context.settings, "elements.batch", opens="")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._lay_out()
        self.picker.edited.connect(self._on_field)
        self.states.chosen.connect(self._on_state)
        self._timer.timeout.connect(self._preview)
        self.picker.show_value("", "unknown")
        self._show_rows()

    def _lay_out(self) -> None:
        self.body.addWidget(self.picker)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.states)
        row.addLayout(self._place, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.summary)
        self.view.setMinimumHeight(self.room(300))
        self.view.set_empty(
            "table-edit", "还没有可预览的修改", "先选择要修改的一项，再给出它的值。"
        )
        self.body.addWidget(self.view, 1)
        self.add_cancel()
        self.go = self.add_button("修改", self._on_go, kind="primary", default=True)
        self.go.setEnabled(False)

    # ---- what is to be changed

    def _fields(self) -> list[Option]:
        return [Option(each.name, each.label, each.group) for each in batch.CHANGEABLE]

    def _on_field(self, name: str) -> None:
        if name not in fields.BY_NAME:
            return
        self.field, self._text = name, ""
        self.picker.show_value(fields.LABELS[name], "value")
        needed = fields.BY_NAME[name].needed
        for state in ("absent", "unknown"):
            self.states.button(state).setEnabled(not needed)
        self.states.set_current("value")
        self._make_editor()
        self._preview()

    def _make_editor(self) -> None:
        if self.editor is not None:
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        field = fields.BY_NAME[self.field]
        listed = field.kind in ("code", "flag", "unit", "area") or fields.options(self.field)
        self.editor = FieldEditor(
            "改为",
            partial(person_picks.of_field, self.field, self._names, self._areas)
            if listed
            else None,
            states=False,
            long=field.kind == "long",
            open_values=field.kind == "open",
        )
        self.editor.edited.connect(self._on_text)
        self.editor.show_value("", "unknown")
        self._place.addWidget(self.editor, 1)
        self.editor.field.setFocus()

    def _known(self) -> dict[str, str] | None:
        kind = fields.BY_NAME[self.field].kind
        if kind == "unit":
            return self._names.unit_ids
        return {each: each for each in self._areas} if kind == "area" else None

    def _on_text(self, text: str) -> None:
        self._text = text
        self._timer.start()

    def _on_state(self, state: object) -> None:
        if self.editor is not None:
            self.editor.setVisible(state == "value")
        self._preview()

    # ---- the preview

    def _preview(self) -> None:
        self._timer.stop()
        self.proposals = ()
        state = self.states.current()
        sentence = ""
        if self.field and state == "value":
            sentence = fields.fault_in(self.field, self._text, self._known())
        if self.editor is not None:
            self.editor.show_fault(sentence)
        ready = self.field and not sentence and (state != "value" or self._text.strip())
        self._show_rows()
        if ready:
            work_ = partial(_proposed, self._snapshot, self._positions, self.field, state,
                            self._text, self._context.workspace.as_of, self._known(),
                            self._names.units)  # fmt: skip
            self._context.jobs.read(work_, "elements.batch", self._on_proposed)

    def _on_proposed(self, found: tuple[Proposal, ...]) -> None:
        self.proposals = found
        self._show_rows()

    def _show_rows(self) -> None:
        found = self.proposals
        ids = self._snapshot.people.ids
        self.view.show_rows(self._columns(), found, [ids[each.position] for each in found])
        write, refused = writes(found), [each for each in found if each.refused]
        same = len(found) - len(write) - len(refused)
        parts = [f"将修改 {len(write)} 人", f"{same} 人原本如此", f"{len(refused)} 人不予修改"]
        self.summary.setText("，".join(parts) + "。" if found else "")
        self.go.setText(f"修改 {len(write)} 人" if write else "修改")
        self.go.setEnabled(bool(write))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(id="name", title="姓名", cell=self._name, width=80, fixed=True),
            Column(id="post", title="现任职务", cell=self._post, width=150),
            Column(id="old", title="原值", cell=_old, width=96),
            Column(id="new", title="新值", cell=_new, width=96),
            Column(id="what", title="结果", cell=_result, width=160, stretch=True, tip=_refused),
        )

    def _name(self, each: Proposal) -> str:
        return each.before.name or ""

    def _post(self, each: Proposal) -> str:
        return names.position_text(self._snapshot, each.position)

    def _on_go(self) -> None:
        if writes(self.proposals):
            self.accept()

    def done(self, result: int) -> None:
        self._timer.stop()
        self._context.jobs.cancel("elements.batch")
        super().done(result)


def writes(found: Sequence[Proposal]) -> list[Proposal]:
    """Give those that would be written."""
    return [each for each in found if each.writes]


def _proposed(
    snapshot: "Snapshot",
    positions: Sequence[int],
    name: str,
    state: str,
    text: str,
    as_of: int,
    known: dict[str, str] | None,
    units: dict[str, str],
    control: Control,
) -> tuple[Proposal, ...]:
    control.check()
    wanted: fields.State = "value" if state == "value" else "absent"
    if state == "unknown":
        wanted = "unknown"
    return batch.propose(snapshot, positions, name, wanted, text, as_of, known, units)


def _old(each: Proposal) -> Cell:
    return Cell(text=each.old, strike=each.writes, faint=each.writes)


def _new(each: Proposal) -> Cell:
    return Cell(text=each.new, bold=each.writes, faint=not each.writes)


def _result(each: Proposal) -> Cell:
    if each.refused:
        return Cell(text=f"不修改：{each.refused}", mark="red")
    return Cell(text="将修改", mark="green") if each.writes else Cell(text="原本如此", faint=True)


def _refused(each: Proposal) -> str:
    return each.refused
