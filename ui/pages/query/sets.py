"""Lists of people from the page: kept, opened again, combined with the result, asked about."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from leadership_model.people.named_set import NamedSet
from leadership_model.query import lists
from leadership_model.query.people_set import PeopleSet
from ui.context import Context
from ui.pages.query.desk import Desk
from ui.pages.query.sets_dialog import KeepDialog, ListsDialog, RenameDialog, Wanted


class Sets(QObject):
    """Does what is asked of lists. Each writing can be taken back."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._desk, self._around = context, desk, parent

    @property
    def records(self) -> tuple[NamedSet, ...]:
        """All lists there are, by folder."""
        return lists.listed(self._context.workspace.snapshot)

    def keep(self) -> None:
        """Keep the people listed (or those checked) under a name."""
        people = self._desk.chosen()
        if people is not None:
            self.keep_people(people)

    def keep_people(self, people: PeopleSet) -> None:
        """Keep some people under a name."""
        if not people.ids:
            self._context.ask.inform("名单里没有人，没有可以保存的内容。请先放宽条件。")
            return
        if not self._stored():
            return
        dialog = KeepDialog(people, self.records, self._around)
        if self._context.ask.show(dialog) and dialog.made is not None:
            self._write(None, dialog.made, f"存为名单“{dialog.made.label}”")

    def manage(self) -> None:
        """Show all lists, and do with one of them what is asked."""
        snapshot, records = self._context.workspace.snapshot, self.records
        counts = []
        for each in records:
            gone = lists.gone(each, snapshot)
            counts.append((len(each.ids) - gone, gone))
        dialog = ListsDialog(records, counts, self._around)
        if self._context.ask.show(dialog) and dialog.wanted is not None:
            self.use(*dialog.wanted)

    def use(self, wanted: Wanted, record: NamedSet) -> None:
        """Do one thing with a list."""
        people = lists.people_of(record, self._context.workspace.snapshot)
        match wanted:
            case "open":
                self._desk.open_set(people)
            case "unite" | "intersect" | "subtract":
                self._desk.combine(people, wanted)
            case "condition":
                self._desk.add_condition(lists.condition_of(record), f"在名单“{record.label}”上")
            case "rename":
                self._rename(record)
            case "delete":
                self._delete(record)

    def _rename(self, record: NamedSet) -> None:
        dialog = RenameDialog(record, self.records, self._around)
        if self._context.ask.show(dialog) and dialog.made not in (None, record):
            self._write(record, dialog.made, f"修改名单“{record.label}”")

    def _delete(self, record: NamedSet) -> None:
        text = f"删除名单“{record.label}”？名单上的人和数据不受影响，可以撤销。"
        if self._context.ask.confirm("删除名单", text, "删除", danger=True):
            self._write(record, None, f"删除名单“{record.label}”")

    def put_on(self, record: NamedSet) -> None:
        """Put the people listed (or those checked) on a list."""
        people = self._desk.chosen()
        if people is not None and people.ids:
            after = lists.with_people(record, people.ids)
            self._write(record, after, f"加入名单“{record.label}”")

    def _write(self, before: NamedSet | None, after: NamedSet | None, text: str) -> None:
        from leadership_model.store.lists import ListEdit

        edit = ListEdit(before, after)
        self._context.workspace.write(edit.forward, text, undo=edit.backward)
        self._context.say(f"已{text}。")

    def _stored(self) -> bool:
        if self._context.workspace.loaded.engine is None:
            self._context.ask.inform("当前显示的数据没有存放在干部库中，不能保存名单。")
            return False
        return True
