"""登记: the values entered by hand for an element, who proposed each and when."""

from collections.abc import Sequence
from functools import partial

from leadership_model.elements.element import Element
from leadership_model.people.person import Mark
from ui import theme
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.elements import mark_work as work
from ui.pages.elements.mark_dialog import MarkDialog
from ui.pages.elements.mark_sheet import MarkSheetDialog
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card


class MarkCard(Card):
    """Lists values and lets them be entered, changed, deleted, and taken over from a roster."""

    def __init__(self, context: Context) -> None:
        super().__init__("登记", "　")
        self._context = context
        self._element: Element | None = None
        self._rows: tuple[work.MarkRow, ...] = ()
        self._dialog: MarkDialog | None = None
        self.table = TableView(context.settings, "elements.marks", opens="打开干部卡片")
        self.add = button("登记…", self._on_add, icon="plus", kind="small", tip="为一名干部录入")
        self.change = button("修改…", self._on_change, icon="pencil-outline", kind="small",
                             tip="修改选中的一条")  # fmt: skip
        self.drop = button("删除", self._on_drop, icon="trash-can-outline", kind="small",
                           tip="删除选中的各条，可撤销")  # fmt: skip
        self.sheet = button("取一列…", self._on_sheet, icon="table-arrow-down", kind="small",
                            tip="取 Excel 名册中的一列作为各人的值")  # fmt: skip
        for each in (self.add, self.change, self.drop, self.sheet):
            self.header.addWidget(each)
        self.body.addWidget(self.table, 1)
        self.setMinimumHeight(theme.px(190))
        self.table.set_empty(
            "tag-plus-outline", "还没有登记", "单击“登记…”，或从 Excel 名册取一列。"
        )
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)

    def show_element(self, element: Element) -> None:
        """Show the values of another element."""
        self._element = element
        self._rows = work.rows_of(self._context.workspace.snapshot, element)
        stored = self._context.workspace.catalogue.element(element.label) is not None
        for each in (self.add, self.sheet):
            each.setEnabled(stored)
        self.set_note(f"{len(self._rows)} 条")
        self.table.show_rows(mark_columns(), self._rows, [row.mark.id for row in self._rows])
        self._on_chosen(None)

    def rows(self) -> Sequence[work.MarkRow]:
        """The values shown."""
        return self._rows

    # ---- slots

    def _chosen(self) -> tuple[Mark, ...]:
        ids = set(self.table.selected_ids())
        return tuple(row.mark for row in self._rows if row.mark.id in ids)

    def _on_chosen(self, _id: object) -> None:
        count = len(self._chosen())
        self.change.setEnabled(count == 1)
        self.drop.setEnabled(count > 0)

    def _on_opened(self, id: object) -> None:
        mark = next((row.mark for row in self._rows if row.mark.id == id), None)
        if mark is not None:
            self._context.navigator.go(OpenPerson(str(mark.person)))

    def _on_add(self) -> None:
        self._ask(None)

    def _on_change(self) -> None:
        found = self._chosen()
        if found:
            self._ask(found[0])

    def _ask(self, mark: Mark | None) -> None:
        if self._element is None:
            return
        self._dialog = MarkDialog(self._context, self._element, mark, self.window())
        if self._context.ask.show(self._dialog):
            made, name = self._dialog.made()
            replaced = () if mark is None else (mark,)
            word = "登记" if mark is None else "修改"
            self._write((made,), (), replaced, f"{word} {name} 的{self._element.label}")

    def _on_drop(self) -> None:
        found = self._chosen()
        if found and self._element is not None:
            self._write((), found, (), f"删除 {len(found)} 条{self._element.label}")

    def _on_sheet(self) -> None:
        if self._element is None:
            return
        path = self._context.ask.open_file("导入表格中的一列", ("sheet",))
        if path is None:
            return
        dialog = MarkSheetDialog(self._context, self._element, path, self.window())
        if self._context.ask.show(dialog):
            made = dialog.marks()
            text = f"导入 {len(made)} 条{self._element.label}"
            self._write(made, (), (), text)

    def _write(
        self,
        put: tuple[Mark, ...],
        drop: tuple[Mark, ...],
        replaced: tuple[Mark, ...],
        text: str,
    ) -> None:
        from leadership_model.store.marks import MarksEdit

        edit = MarksEdit(put, drop, replaced)
        self._context.workspace.write(
            edit.forward,
            text,
            done=partial(self._on_written, text),
            initiator=self,
            undo=edit.backward,
        )

    def _on_written(self, text: str, _changes: object) -> None:
        self._context.say(f"已{text}")


def mark_columns() -> tuple[Column, ...]:
    """Give the columns of hand-entered values; items are `MarkRow`."""
    return (
        Column(id="name", title="干部", cell=_name, width=70, search=True, fixed=True),
        Column(id="value", title="值", cell=_value, width=90, stretch=True),
        Column(id="who", title="提出人", cell=_who, width=68),
        Column(id="when", title="时间", cell=_when, width=88),
        Column(id="post", title="现任职务", cell=_post, width=130, shown=False),
    )


def _name(row: work.MarkRow) -> Cell:
    return Cell(text=row.name, bold=True)


def _value(row: work.MarkRow) -> str:
    return row.mark.value or ""


def _who(row: work.MarkRow) -> str:
    return row.mark.entered_by or "–"


def _when(row: work.MarkRow) -> str:
    return row.mark.entered_at or "–"


def _post(row: work.MarkRow) -> Cell:
    return Cell(text=row.post, tone="text2")
