"""指标体系: the items of a system as they are read; systems made, changed, taken out of use."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from leadership_model.assessment.filling import defined, restored, withdrawn
from leadership_model.changes import Changes
from leadership_model.people import indicator_edit
from leadership_model.people.indicator_system import System, stored, systems
from ui.context import Context
from ui.pages.assessment import performance_columns as columns
from ui.pages.assessment import performance_work as work
from ui.pages.assessment.performance_view import SystemView
from ui.pages.assessment.system_form import SystemDialog
from ui.pages.assessment.work import View
from ui.widgets.buttons import button


class Systems(SystemView):
    """`made` carries the id of a new system."""

    made = Signal(object)
    said = "指标体系已保存"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "assessment.items", "编辑指标体系")
        self._held: list[tuple[System, str]] = []
        self._new = ""
        self.versions = QComboBox()
        self.versions.setAccessibleName("各期所用指标")
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.versions.activated.connect(self._on_version)
        self.table.set_empty(
            "file-tree-outline",
            "还没有指标体系",
            "新建一个，列出指标和权重。",
            "新建",
            self._on_new,
        )
        self.tools = (
            button("编辑", self._on_edit, icon="pencil-outline", kind="small"),
            button("新建", self._on_new, icon="plus", kind="small"),
            button("复制", self._on_copy, icon="content-copy", kind="small"),
            button("停用", self._on_withdraw, icon="archive-outline", kind="small"),
            button("恢复停用的", self._on_restore, icon="restore", kind="small"),
        )
        self.table.opened.connect(self._on_edit)
        self.table.activated_id.connect(self._on_edit)

    def show_system(self, seen: View, system: System | None, _scope: str) -> None:
        """Show the items of a system."""
        self._seen, self._system = seen, system
        self._held = [] if system is None else work.versions(system)
        self.versions.clear()
        self.versions.addItems([words for _, words in self._held])
        self._show_items()
        for tool in (self.tools[0], *self.tools[2:4]):
            tool.setEnabled(system is not None)
        self.tools[4].setEnabled(any(each.retired for each in stored(seen.world.snapshot)))
        self.noted.emit()

    @property
    def many(self) -> bool:
        """Whether it was changed between periods."""
        return len(self._held) > 1

    def _show_items(self) -> None:
        at = max(self.versions.currentIndex(), 0)
        found = work.item_rows(self._held[at][0]) if self._held else []
        self.table.show_rows(columns.item_columns(), found, [each.item.id for each in found])

    def _on_version(self, _at: int = 0) -> None:
        self._show_items()
        self.noted.emit()

    def note(self) -> str:
        """Say what the system is for."""
        if self._system is None:
            return "还没有指标体系"
        at = max(self.versions.currentIndex(), 0)
        seen = self._held[at][0] if self._held else self._system
        past = "已不再使用，所评各期得分仍按此计；" if seen is not self._system else ""
        return past + work.told_of(seen)

    # ---- what happens

    def _on_edit(self, _id: object = None) -> None:
        if self._system is not None:
            self._edit(self._system, f"修改指标体系“{self._system.name}”")

    def _on_new(self) -> None:
        if self._seen is None:
            return
        category = self._seen.world.snapshot.teams.raw("category")[self._seen.team]
        name = self._name("新指标体系")
        self._edit(indicator_edit.new_system(name, (category,) if category else ()), "新建指标体系")

    def _on_copy(self) -> None:
        if self._system is not None:
            name = self._name(f"{self._system.name}（副本）")
            self._edit(indicator_edit.copied(self._system, name), "复制指标体系")

    def _name(self, wanted: str) -> str:
        """Give a name no system has yet."""
        known = () if self._seen is None else systems(self._seen.world.snapshot)
        names, name, number = {each.name for each in known}, wanted, 1
        while name in names:
            number += 1
            name = f"{wanted}{number}"
        return name

    def _edit(self, system: System, text: str) -> None:
        if self._seen is None:
            return
        dialog = SystemDialog(self._context, self._seen.world.snapshot, system, self)
        if self._context.ask.show(dialog):
            self._new = dialog.system.id
            snapshot = self._seen.world.snapshot
            self._write(defined(snapshot, dialog.system, dialog.since), text)

    def _on_withdraw(self) -> None:
        if self._seen is None or self._system is None:
            return
        name = self._system.name
        text = f"停用“{name}”？已填报的数值保留，恢复后照常使用。"
        if self._context.ask.confirm("停用指标体系", text, yes="停用"):
            self._write(withdrawn(self._seen.world.snapshot, self._system), f"停用“{name}”")

    def _on_restore(self) -> None:
        if self._seen is None:
            return
        snapshot = self._seen.world.snapshot
        found = {each.id: each for each in stored(snapshot) if each.retired}
        options = [(id, each.name or id) for id, each in found.items()]
        chosen = self._context.ask.choose("恢复停用的指标体系", "选择要恢复使用的一个", options)
        if chosen is not None:
            self._new = chosen
            self._write(restored(snapshot, found[chosen]), f"恢复“{found[chosen].name}”")

    def _on_written(self, changes: Changes) -> None:
        super()._on_written(changes)
        self.made.emit(self._new)
