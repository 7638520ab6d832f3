"""The left of the page: categories, sub-categories and teams with differences, and their edits."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.structure import categories as kept
from ui import icons, theme
from ui.context import Context
from ui.pages.structure.category_dialog import AssignDialog, NewCategory, TeamChoice
from ui.pages.structure.category_work import CategoryRow
from ui.pages.structure.columns import category_columns
from ui.tables.view import TableView
from ui.widgets.buttons import VERY_LARGE
from ui.widgets.card import Card
from ui.widgets.labels import link

if TYPE_CHECKING:
    from leadership_model.people.team import Team


class CategoryCard(Card):
    """`chosen` carries the key of the row; `begun` category and template of a new one."""

    chosen = Signal(object)
    opened = Signal(object)
    begun = Signal(str, object)
    team_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("模型类别", parent=parent)
        self.flush()
        self._context = context
        self._rows: tuple[CategoryRow, ...] = ()
        self.links: list[QWidget] = []
        self.table = TableView(context.settings, "structure.categories", opens="", parent=self)
        self.body.addWidget(self.table, 1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(10, 0, 6, 4)
        row.setSpacing(10)
        for text, slot, tip in (
            ("＋类别", self.add_category, "新增一类班子，并选择模板"),
            ("＋子类", self.add_subs, "为当前类别新增子类，可一次写几个"),
            ("＋班子", self.add_team, "为一个班子另定与本类不同之处"),
        ):
            self.links.append(link(text, slot, tip))
            row.addWidget(self.links[-1])
        row.addStretch(1)
        row.addWidget(self._more())
        self.body.addWidget(foot)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)

    def _more(self) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "iconsmall")
        made.setIcon(icons.icon("dots-horizontal"))
        made.setToolTip("新增、改名、停用、划分班子")
        made.setAccessibleName("类别和子类的更多操作")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(made)
        made.setMenu(self._menu)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def offer(self, action: QAction) -> None:
        """Take a command into the menu of further ones."""
        self._menu.addAction(action)

    # ---- showing

    def show_rows(self, rows: tuple[CategoryRow, ...], current: str, tight: bool) -> None:
        """Show other rows; what is shown again was not chosen again."""
        self._rows = rows
        for each in self.links:  # with very large text the menu beside them has them all
            each.setVisible(not tight or theme.px(100) < VERY_LARGE)
        with QSignalBlocker(self.table):
            keys = [row.key for row in rows]
            self.table.show_rows(category_columns(tight), rows, keys)
            self.select(current)

    def select(self, key: str) -> None:
        """Choose a row without saying so."""
        if key and self.table.current_id() != key:
            with QSignalBlocker(self.table):
                self.table.select_ids((key,))

    def row(self) -> CategoryRow | None:
        """The row chosen."""
        key = self.table.current_id()
        return next((each for each in self._rows if each.key == key), None)

    # ---- edits

    def add_category(self) -> None:
        """Ask for a new category: its name, its level, its template."""
        dialog = NewCategory(self)
        if self._context.ask.show(dialog):
            wanted = dialog.wanted
            self._write(partial(kept.added, wanted.name, wanted.like, _new("code")),
                        partial(self.begun.emit, wanted.name, wanted.template))  # fmt: skip

    def add_subs(self) -> None:
        """Ask for new sub-categories of the category at hand."""
        row = self.row()
        if row is None:
            return
        used = [each.title for each in self._rows if each.category == row.category and each.sub]
        text = f"“{row.category}”之下新增哪些子类？多个之间用顿号隔开，如 近郊县、丘陵县、山区县。"
        answer = self._context.ask.text(
            "新增子类", text, "", partial(_fault_of_subs, row.category, tuple(used))
        )
        if answer:
            names = _parts(answer)
            self._write(partial(kept.sub_added, row.category, names, [_new("code") for _ in names]))

    def rename(self) -> None:
        """Ask for another name of what is at hand."""
        row = self.row()
        if row is None or row.team is not None:
            self._context.say("请先选择要改名的类别或子类；班子的名称在要素维护里修改。")
            return
        what = f"子类“{row.sub}”" if row.sub else f"类别“{row.category}”"
        if row.sub is None and not kept.is_own(row.category):
            self._offer_another(row)
            return
        text = f"{what}改成什么名称？以前发布的模型仍然适用。"
        category = row.category if row.sub else None
        answer = self._context.ask.text("改名", text, row.title, partial(_fault, category))
        if not answer:
            return
        teams = self._teams()
        if row.sub is not None:
            self._write(
                partial(kept.sub_renamed, row.category, row.sub, answer, teams, _new("code"))
            )
        else:
            self._write(partial(kept.renamed, row.category, answer, teams))

    def _offer_another(self, row: CategoryRow) -> None:
        """Say how a shipped category comes to another name, and begin it if wanted."""
        text = (
            f"类别“{row.category}”随程序提供，规则按它的名称执行，不能直接改名。换名称的办法：\n"
            f"1. 另建一个类别，层级相当于“{row.category}”，以它的模型为模板；\n"
            "2. 在“要素维护—单位与班子”里把各班子的“班子类别”改成新类别；\n"
            f"3. 停用“{row.category}”，它不再出现在选择列表里，以前的研判照样可查。"
        )
        if self._context.ask.confirm("类别改名", text, yes="另建类别…"):
            self.add_category()

    def retire(self) -> None:
        """Retire what is at hand, or bring it back."""
        row = self.row()
        if row is None or row.team is not None:
            self._context.say("请先选择要停用或恢复的类别或子类。")
            return
        teams, gone = self._teams(), not row.retired
        if row.sub is not None:
            self._write(
                partial(kept.set_sub_retired, row.category, row.sub, gone, teams, _new("code"))
            )
        else:
            self._write(partial(kept.set_retired, row.category, gone, teams, _new("code")))

    def assign(self) -> None:
        """Ask which teams of the category belong to which sub-category."""
        row = self.row()
        if row is None:
            return
        subs = [each for each in self._rows if each.category == row.category and each.sub]
        names = tuple(str(each.sub) for each in subs if not each.retired)
        teams = tuple(each for each in self._teams() if kept.same(each.category, row.category))
        if not names or not teams:
            self._context.say("先为这一类新增子类，再把班子划入。")
            return
        dialog = AssignDialog(self._context.settings, row.category, names, teams, row.sub, self)
        if self._context.ask.show(dialog) and dialog.wanted is not None:
            sub, chosen = dialog.wanted
            self._write(partial(kept.assigned, chosen, sub))

    def add_team(self) -> None:
        """Ask for which team differences are to be kept."""
        row = self.row()
        if row is None:
            return
        teams = {each.id: each for each in self._teams()}
        at = self._context.workspace.snapshot.teams.ids
        inside = [teams[at[each]] for each in row.teams if at[each] in teams]
        dialog = TeamChoice(inside, self)
        if not inside:
            self._context.say("这一类目前没有班子。")
        elif self._context.ask.show(dialog) and dialog.wanted:
            self.team_wanted.emit(dialog.wanted)

    # ---- writing

    def _teams(self) -> "tuple[Team, ...]":
        teams = self._context.workspace.snapshot.teams
        return tuple(teams.record(at) for at in range(len(teams)))

    def _write(
        self, make: Callable[[], kept.Edit], then: Callable[[], object] | None = None
    ) -> None:
        """Write an edit that can be taken back; a fault is one sentence."""
        from leadership_model.store.code_entries import CodeEdit

        try:
            edit = make()
        except UserError as error:
            self._context.ask.error(error.sentence)
            return
        if edit.before == edit.after:
            self._context.say("没有需要改动的班子。")
            return
        written = CodeEdit(edit.before, edit.after)
        self._context.workspace.write(
            written.forward, edit.title, done=partial(self._on_written, then), undo=written.backward
        )

    def _on_written(self, then: Callable[[], object] | None, changes: Changes) -> None:
        if then is not None:
            then()


def _parts(text: str) -> list[str]:
    plain = text.replace(",", "、").replace("，", "、").replace(" ", "、")
    return [each for each in plain.split("、") if each]


def _fault_of_subs(category: str, used: tuple[str, ...], text: str) -> str:
    names = _parts(text)
    if len(set(names)) < len(names):
        return "同一个名称写了两次。"
    faults = (kept.fault_in(name, category, used) for name in names or [""])
    return next((each for each in faults if each), "")


def _fault(category: str | None, text: str) -> str:
    return kept.fault_in(text, category)


def _new(kind: str) -> str:
    from leadership_model import ids

    return ids.new(kind)
