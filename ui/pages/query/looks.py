"""Which columns the list shows and how it is grouped: shipped and own sets, by a menu."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from leadership_model import ids
from leadership_model.errors import UserError
from leadership_model.query import column_sets
from leadership_model.query.column_sets import SHIPPED, USUAL, Look
from leadership_model.store.nouns import ColumnSet
from ui import theme
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.settings import TableLayout
from ui.tables.view import TableView
from ui.widgets.condition_menus import element_note
from ui.widgets.picker import Option, Picker

GROUPS = ("单位", "班子类别", "职务层次", "学历", "年龄", "性别", "所在地区", "名单")
LOOK, GROUP = "query.look", "query.group"  # under which names the settings keep the choices


class Looks(QObject):
    """The look of one table. What is chosen is remembered; own looks lie in the base."""

    grouped = Signal()  # the rows are to stand in other groups

    def __init__(self, context: Context, table: TableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._table, self._around = context, table, parent
        self._stored: dict[str, ColumnSet] = {}
        self.own: tuple[Look, ...] = ()

    # ---- what is chosen

    @property
    def group(self) -> str:
        """The element the rows are grouped by; empty for none."""
        return self._context.settings.choices.get(GROUP, "")

    @property
    def look(self) -> Look:
        """The look chosen last."""
        id = self._context.settings.choices.get(LOOK, "")
        return next((each for each in (*SHIPPED, *self.own) if each.id == id), USUAL)

    def shown(self) -> tuple[str, ...]:
        """The ids of the columns in sight, in their order."""
        columns = self._table.rows.columns
        return tuple(columns[at].id for at in self._table.shown_columns())

    def layout(self) -> str:
        """The official layout that says what is in sight; empty where columns were changed."""
        look = self.look
        return look.layout if look.shown == self.shown() else ""

    def read(self) -> None:
        """Read the looks kept in the base."""
        workspace = self._context.workspace
        if workspace.loaded.engine is not None:
            workspace.read(_read, "query.looks", self._on_read)

    def _on_read(self, stored: tuple[ColumnSet, ...]) -> None:
        self._stored = {each.id: each for each in stored}
        found = []
        for each in stored:
            try:
                found.append(column_sets.from_json(each.id, each.label, each.body))
            except UserError as error:
                self._context.say(error.sentence)
        self.own = tuple(found)

    # ---- choosing

    def choose(self, look: Look) -> None:
        """Show the columns of a look, in its order, widths, sort and groups."""
        columns = self._table.rows.columns
        known = {each.id for each in columns}
        shown = [id for id in look.shown if id in known]
        order = [*shown, *(each.id for each in columns if each.id not in look.shown)]
        if "check" in order:
            order = ["check", *(id for id in order if id != "check")]
        layout = TableLayout(
            order=order,
            widths={id: width for id, width in look.columns if width},
            hidden=[each.id for each in columns if not each.fixed and each.id not in shown],
            shown=shown,
            sort=list(look.sort),
        )
        self._context.settings.choices[LOOK] = look.id
        self._table.keeper.adopt(layout)
        gone = len(look.columns) - len(shown)
        if gone:
            self._context.say(f"列方案“{look.label}”中有 {gone} 列的要素已停用，没有显示。")
        self.group_by(look.group)

    def group_by(self, element: str) -> None:
        """Put the rows in groups by an element; an empty name takes the groups away."""
        self._context.settings.choices[GROUP] = element
        self.grouped.emit()

    def current(self, id: str, label: str) -> Look:
        """Describe what is in sight as a look."""
        rows, heads = self._table.rows, self._table.horizontalHeader()
        scale = theme.look().scale / 100
        columns = tuple(
            (rows.columns[at].id, 0 if rows.columns[at].stretch else round(width / scale))
            for at, width in ((at, heads.sectionSize(at)) for at in self._table.shown_columns())
        )
        sort = tuple(("-" if down else "") + key for key, down in rows.sort_keys)
        return Look(id=id, label=label, columns=columns, sort=sort, group=self.group)

    def save(self) -> None:
        """Keep what is in sight as a look of one's own."""
        if self._context.workspace.loaded.engine is None:
            self._context.ask.inform("当前显示的数据没有存放在干部库中，不能保存列方案。")
            return
        words = "给现在显示的列、列宽、次序、排序和分组起个名字（同名的自有方案会被替换）。"
        asked = self._context.ask.text(
            "保存列方案", words, "" if self.look in SHIPPED else self.look.label, self._check
        )
        if not asked:
            return
        label = " ".join(asked.split())
        same = next((each for each in self._stored.values() if each.label == label), None)
        last = max((each.order for each in self._stored.values()), default=0)
        id = ids.new("look") if same is None else same.id
        body = column_sets.to_json(self.current(id, label))
        fresh = ColumnSet(id=id, label=label, body=body, order=last + 1)
        after = fresh if same is None else replace(same, body=body)
        self._context.settings.choices[LOOK] = id
        self._write(same, after, f"保存列方案“{label}”")

    def _check(self, text: str) -> str:
        try:
            column_sets.checked_name(text, ())
        except UserError as error:
            return error.sentence
        return ""

    def delete(self, look: Look) -> None:
        """Take a look of one's own out of the base."""
        stored = self._stored[look.id]
        text = f"删除列方案“{look.label}”？可以撤销。"
        if self._context.ask.confirm("删除列方案", text, "删除", danger=True):
            self._write(stored, None, f"删除列方案“{look.label}”")

    def _write(self, before: ColumnSet | None, after: ColumnSet | None, text: str) -> None:
        from leadership_model.store.joint import JointEdit

        edit = JointEdit((before,) if before else (), (after,) if after else ())
        self._context.workspace.write(edit.forward, text, undo=edit.backward)

    # ---- the menu

    def menu(self, further: Sequence[QAction]) -> QMenu:
        """Make the menu of columns, groups and what else the page offers for the list."""
        menu = QMenu(self._around)
        sets = menu.addMenu("列方案")
        group = QActionGroup(sets)
        for look in (*SHIPPED, *self.own):
            action = _action(sets, look.label, ("look", look), checked=look == self.look)
            group.addAction(action)
            sets.addAction(action)
        sets.addSeparator()
        sets.addAction(_action(sets, "把现在的列存为方案…", ("save", None)))
        if self.own:
            away = sets.addMenu("删除自有方案")
            for look in self.own:
                away.addAction(_action(away, f"{look.label}…", ("delete", look)))
        menu.addAction(_action(menu, "选择列…", ("columns", None)))
        menu.addMenu(self._groups(menu))
        menu.addSeparator()
        for each in further:
            menu.addAction(each)
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _groups(self, parent: QMenu) -> QMenu:
        menu = QMenu("分组", parent)
        group = QActionGroup(menu)
        known = self._context.workspace.catalogue.element_names()
        names = [each for each in GROUPS if each in known]
        if self.group and self.group not in names:
            names.append(self.group)
        for words, name in (("不分组", ""), *((f"按 {each}", each) for each in names)):
            action = _action(menu, words, ("group", name), checked=name == self.group)
            group.addAction(action)
            menu.addAction(action)
        menu.addAction(_action(menu, "按其他要素…", ("other", None)))
        if self.group:
            menu.addSeparator()
            menu.addAction(_action(menu, "全部折叠", ("fold", True)))
            menu.addAction(_action(menu, "全部展开", ("fold", False)))
        return menu

    def _on_chosen(self, action: QAction) -> None:
        found = action.data()
        if not isinstance(found, tuple):
            return  # an action of the page
        match found:
            case ("look", Look() as look):
                self.choose(look)
            case ("save", _):
                self.save()
            case ("delete", Look() as look):
                self.delete(look)
            case ("group", str(name)):
                self.group_by(name)
            case ("fold", bool(folded)):
                groups = self._table.rows.groups
                self._table.rows.fold(() if groups is None else groups.labels, folded)
            case ("other", _):
                self._pick("输入要素名称或拼音", self._on_group, many=False, current=())
            case _:
                shown = tuple(each.removeprefix("element.") for each in self.shown())
                self._pick("输入列或要素的名称、拼音", self._on_columns, many=True, current=shown)

    def _pick(self, words: str, done: object, *, many: bool, current: tuple[str, ...]) -> None:
        catalogue = self._context.workspace.catalogue
        options = [
            Option(name, name, element_note(catalogue, name))
            for name in catalogue.element_names()
            if name != "姓名" and (many or name != "简历")
        ]
        if many:
            own = [e for e in self._table.rows.columns if not e.id.startswith("element.")]
            first = [Option(e.id, e.title, "本页的列") for e in own if e.title and not e.fixed]
            options = [*first, *options]
        self.picker = Picker(options, words, many=many, current=current, parent=self._around)
        self.picker.picked.connect(done)
        self.picker.open_at(self.anchor)

    anchor: QWidget

    def _on_group(self, name: str) -> None:
        self.group_by(name)

    def _on_columns(self, chosen: tuple[str, ...]) -> None:
        """Show these columns: those in sight keep their places, the others come behind."""
        own = {each.id for each in self._table.rows.columns}
        wanted = [id if id in own else f"element.{id}" for id in chosen]
        now = self.current(self.look.id, self.look.label)
        kept = [each for each in now.columns if each[0] in wanted or each[0] == "name"]
        there = {id for id, _ in kept}
        more = [(id, 0) for id in wanted if id not in there]
        self.choose(replace(now, columns=(*kept, *more)))


def _action(menu: QMenu, words: str, data: object, *, checked: bool | None = None) -> QAction:
    action = QAction(words, menu)
    action.setData(data)
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    return action


def _read(engine: Engine, _control: Control) -> tuple[ColumnSet, ...]:
    from leadership_model.store import load

    found = load.every(engine, ColumnSet)
    return tuple(sorted(found, key=_order))


def _order(each: ColumnSet) -> tuple[int, str]:
    return each.order, each.id
