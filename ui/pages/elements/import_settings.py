"""What holds for every import: rules by source, and what the columns of known sheets mean."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.exchange import source_rules
from ui.context import Context
from ui.pages.elements import import_work as work
from ui.pages.elements import scheme_work
from ui.pages.elements.import_rules import ImportRules
from ui.pages.elements.import_scheme import ImportScheme
from ui.widgets.buttons import button


class ImportSettings(QWidget):
    """Two buttons; `changed` when a preview has to be worked out anew."""

    changed = Signal()

    def __init__(self, context: Context, initiator: object) -> None:
        super().__init__()
        self._context, self._initiator = context, initiator
        self._paths: tuple[Path, ...] = ()
        self.columns = button("栏目对应", self._on_columns, icon="table-column",
                              tip="指定表格各列对应的栏目，保存为方案")  # fmt: skip
        self.rules = button("导入规则", self._on_rules, icon="shield-check-outline",
                            tip="各种来源的文件可以改动哪些已有的值")  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.columns)
        row.addWidget(self.rules)
        self.columns.hide()

    def show_files(self, paths: tuple[Path, ...], *, tables: bool) -> None:
        """Know the files in sight; without tables there are no columns to speak of."""
        self._paths = paths
        self.columns.setVisible(tables)

    def _on_rules(self) -> None:
        """Choose what each kind of file may overwrite."""
        before = self._context.workspace.snapshot.settings.get(source_rules.SETTING)
        dialog = ImportRules(source_rules.read(before), self)
        if not self._context.ask.show(dialog):
            return
        edit = work.rules_edit(before, dialog.rules())
        self._context.workspace.write(
            edit.forward,
            "修改导入规则",
            done=self._on_written,
            initiator=self._initiator,
            undo=edit.backward,
        )

    def _on_columns(self) -> None:
        self._context.jobs.read(
            partial(scheme_work.sheets, self._context.workspace.snapshot, self._paths),
            "elements.sheets",
            self._on_sheets,
            title="正在读取表头",
        )

    def _on_sheets(self, sheets: tuple[scheme_work.Sheet, ...]) -> None:
        sheet = sheets[0] if len(sheets) == 1 else self._chosen(sheets)
        if sheet is None:
            return
        workspace = self._context.workspace
        kept = scheme_work.fitting(workspace.snapshot, sheet)
        marks = scheme_work.marks(workspace.catalogue)
        dialog = ImportScheme(sheet, marks, kept or Path(sheet.file).stem, self)
        if not self._context.ask.show(dialog):
            return
        made = scheme_work.new_elements(dialog.fresh(), workspace.catalogue)
        scheme = dialog.scheme({word: each.label for word, each in made.items()})
        edit = scheme_work.scheme_edit(workspace.snapshot, scheme, tuple(made.values()))
        workspace.write(
            edit.forward,
            f"保存栏目对应方案“{scheme.name}”",
            done=self._on_written,
            initiator=self._initiator,
            undo=edit.backward,
        )

    def _chosen(self, sheets: tuple[scheme_work.Sheet, ...]) -> scheme_work.Sheet | None:
        if not sheets:
            self._context.ask.error("这批文件里没有可以指定栏目的名册。")
            return None
        options = [
            (str(at), f"{each.file}：{'、'.join(each.words[:6])}…")
            for at, each in enumerate(sheets)
        ]
        said = self._context.ask.choose("栏目对应", "要指定哪一种表头？", options)
        return None if said is None else sheets[int(said)]

    def _on_written(self, changes: Changes) -> None:
        self.changed.emit()
