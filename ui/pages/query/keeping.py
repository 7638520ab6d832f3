"""Kept questions: the list to choose from, keeping one, opening one with what it asks, mending."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from leadership_model.conditions.sentence import parse, write
from leadership_model.errors import UserError
from leadership_model.exchange import text_form
from leadership_model.query import asking, kept_text
from leadership_model.query.common import common as common_queries
from leadership_model.query.kept_text import Kept
from leadership_model.query.repair import Trouble, troubles
from leadership_model.store.nouns import SavedQuery
from ui.context import Context
from ui.pages.query import saved
from ui.pages.query.ask_dialog import AskDialog
from ui.pages.query.desk import Desk
from ui.pages.query.repair_dialog import RepairDialog
from ui.pages.query.save_dialog import SaveDialog
from ui.pages.query.shelf_dialog import ShelfDialog


class Keeping(QObject):
    """Knows the kept questions of the base; everybody who opens it sees the same."""

    changed = Signal()

    def __init__(self, context: Context, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.desk = context, desk
        self.queries: tuple[SavedQuery, ...] = ()

    # ---- the list

    def read(self) -> None:
        """Read what is kept."""
        if self.context.workspace.loaded.engine is not None:
            self.context.workspace.read(saved.read, "query.saved", self._on_read)
        else:
            self._on_read(())

    def _on_read(self, found: tuple[SavedQuery, ...]) -> None:
        self.queries = tuple(sorted(found, key=lambda each: (each.folder or "", each.order)))
        box = self.desk.view.saved
        box.clear()
        for each in self.queries:
            folder = f"{each.folder} / " if each.folder else ""
            box.addItem(f"{folder}{each.label}", each.id)
        if found:
            box.insertSeparator(len(found))
        for common in common_queries():
            box.addItem(common.label, common.sentence)
        box.setCurrentIndex(-1)
        box.setPlaceholderText(f"已存查询 {len(found)}" if found else "常用查询")
        self.changed.emit()

    def menu(self, at: QWidget, commands: QMenu) -> None:
        """Open the menu of kept questions below a widget; `commands` are those of the page."""
        commands.addSeparator()
        commands.addAction("管理已存查询…", self.shelf)
        commands.addAction("导入查询…", self.bring_in)
        commands.popup(at.mapToGlobal(QPoint(0, at.height())))

    def shelf(self) -> None:
        """Show all kept questions."""
        dialog = ShelfDialog(self.context, self, self._window())
        if self.context.ask.show(dialog) and dialog.wanted:
            self.open(dialog.wanted)

    def _window(self) -> QWidget:
        return self.desk.view.window()

    def _of(self, key: str) -> SavedQuery | None:
        return next((each for each in self.queries if each.id == key), None)

    # ---- opening

    def open_wanted(self, id: str, sentence: str) -> None:
        """Ask a kept question another page names; one that is not known here as its sentence."""
        if id and self._of(id) is None and self.context.workspace.loaded.engine is not None:
            read = partial(self._on_wanted, id, sentence)
            self.context.workspace.read(saved.read, "query.saved", read)
        else:
            self.open(id or sentence)

    def _on_wanted(self, id: str, sentence: str, found: tuple[SavedQuery, ...]) -> None:
        self._on_read(found)
        self.open(id if self._of(id) is not None else sentence)

    def open(self, key: str) -> None:
        """Ask a kept question by its id, or a sentence."""
        query = self._of(key)
        if query is None:
            self.desk.ask_sentence(key)
            return
        catalogue = self.context.workspace.catalogue
        try:
            found = troubles(query.sentence, catalogue)
        except UserError:
            self.desk.ask_sentence(query.sentence)
            return
        if any(each.kind == "gone" for each in found):
            mended = self._mended(query, found)
            if mended is None:
                return
            query, found = mended, ()
        self._ask(query)
        if found:
            self.context.say(
                f"{'；'.join(each.sentence for each in found)}。可在“管理已存查询”中修复"
            )

    def _ask(self, query: SavedQuery) -> None:
        kept, workspace = saved.kept_of(query), self.context.workspace
        condition = parse(query.sentence, workspace.catalogue)
        if not kept.parameters or asking.checked(kept.parameters, condition):
            self.desk.ask_sentence(query.sentence)
            return
        dialog = AskDialog(query.label, condition, kept.parameters, workspace.world, self._window())
        if self.context.ask.show(dialog):
            self.desk.ask_sentence(write(dialog.condition))
            workspace.set_month(dialog.month)

    # ---- keeping

    def save(self) -> None:
        """Keep the question at hand."""
        sentence = self.desk.sentence()
        if not sentence:
            self.context.ask.inform("还没有条件可以保存。请先加一个条件，再保存查询。")
            return
        self._edit(Kept(label="", sentence=sentence), None)

    def edit(self, query: SavedQuery) -> None:
        """Change name, folder, note and parameters of a kept question."""
        self._edit(saved.kept_of(query), query)

    def _edit(self, kept: Kept, query: SavedQuery | None) -> None:
        dialog = SaveDialog(
            kept,
            self.context.workspace.catalogue,
            sorted({each.folder for each in self.queries if each.folder}),
            [each.label for each in self.queries if query is None or each.id != query.id],
            self._window(),
        )
        if not self.context.ask.show(dialog):
            return
        made = dialog.kept()
        if query is not None:
            made_of = saved.records_of([made], [replace(query, label=made.label)], self._author())
        else:
            made_of = saved.records_of([made], self.queries, self._author())
        if saved.store(self.context, made_of, None):
            self.context.say(f"已保存查询“{made.label}”。")

    def remove(self, query: SavedQuery) -> None:
        """Delete a kept question once it is confirmed."""
        text = f"删除已存查询“{query.label}”？所有使用本库的人都将看不到它，名单和数据不受影响。"
        if self.context.ask.confirm("删除查询", text, "删除"):
            saved.remove(self.context, query, None)

    def _author(self) -> str:
        return self.context.workspace.user

    # ---- mending

    def mend(self, query: SavedQuery) -> None:
        """Offer other names for those that were retired or are gone."""
        try:
            found = troubles(query.sentence, self.context.workspace.catalogue)
        except UserError as error:
            self.context.ask.error(f"{error.sentence.rstrip('。')}。请打开后在句子中改正，再保存。")
            return
        if not found:
            self.context.ask.inform(f"查询“{query.label}”用到的要素都在使用中，不需要修复。")
            return
        self._mended(query, found)

    def _mended(self, query: SavedQuery, found: Sequence[Trouble]) -> SavedQuery | None:
        catalogue = self.context.workspace.catalogue
        dialog = RepairDialog(query.label, query.sentence, found, catalogue, self._window())
        if not self.context.ask.show(dialog):
            return None
        kept = saved.kept_of(query)
        whole = parse(dialog.sentence, catalogue)
        same = dialog.sentence.count(" 且 ") == query.sentence.count(" 且 ")
        parameters = tuple(each for each in kept.parameters if same or each.kind == "month")
        if asking.checked(parameters, whole):
            parameters = ()
        fresh = replace(query, sentence=dialog.sentence, parameters=asking.to_json(parameters))
        if not saved.store(self.context, (fresh,), None):
            return None
        self.context.say(f"已修复查询“{query.label}”。")
        return fresh

    # ---- texts

    def give(self, queries: Sequence[SavedQuery]) -> None:
        """Write questions as a text that people can read and another base can take."""
        if not queries:
            self.context.ask.inform("还没有已存查询可以导出。请先保存一个查询。")
            return
        path = self.context.ask.save_file("导出查询", "已存查询.toml", ("text",))
        if path is None:
            return
        path = path if path.suffix.lower() in text_form.SUFFIXES else path.with_suffix(".toml")
        text = kept_text.write(map(saved.kept_of, queries), path.suffix.lower())
        try:
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            self.context.ask.error(f"“{path.name}”无法写入（{error.strerror}），请换一个位置。")
            return
        self.context.say(f"已导出 {len(queries)} 个查询到“{path.name}”。")

    def bring_in(self) -> None:
        """Take questions over from a text; what is wrong with any of them is said first."""
        path = self.context.ask.open_file("导入查询", ("text",))
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        catalogue = self.context.workspace.catalogue
        try:
            found = kept_text.read(text_form.of_file(path), path.name, catalogue)
        except UserError as error:
            self.context.ask.error(error.sentence)
            return
        there = {each.label for each in self.queries}
        same = [each.label for each in found.queries if each.label in there]
        lines = [f"可以导入 {len(found.queries)} 个查询。"]
        lines += (
            [f"其中 {len(same)} 个与已有查询同名，将替换：{'、'.join(same[:6])}。"] if same else []
        )
        if found.faults:
            lines += [f"另有 {len(found.faults)} 处问题，所在的查询不导入：", *found.faults[:12]]
        text = "\n".join(lines)
        if not found.queries:
            self.context.ask.error(text)
        elif self.context.ask.confirm("导入查询", text, "导入"):
            made = saved.records_of(found.queries, self.queries, self._author())
            if saved.store(self.context, made, None):
                self.context.say(f"已导入 {len(made)} 个查询。")
