"""What can be done with the list of people found: lists, basket, looks, colours, comparison."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.query.column_sets import USUAL
from leadership_model.query.grouping import grouping
from ui import navigation as go
from ui.pages.query import actions
from ui.pages.query.basket import NAME, Basket, BasketDialog
from ui.pages.query.colours import Colours
from ui.pages.query.compare import LEAST, MOST, compare
from ui.pages.query.giving import Giving
from ui.pages.query.looks import Looks
from ui.pages.query.outputs import Seen
from ui.pages.query.people_view import PeopleView
from ui.pages.query.roll import Roll
from ui.pages.query.sets import Sets
from ui.pages.query.shades import Shade
from ui.pages.query.work import Answered
from ui.tables.groups import Groups

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.page import Page


# What the base keeps for the list that changes no answer.
ASIDE = frozenset({"saved_query", "scenario", "setting", "own"})
KEPT = frozenset({"basket", "column_set", "colour_rule"})


JOBS = ("query.basket", "query.looks", "query.colours", "query.shades")


class Tools(QObject):
    """Makes the commands and connects them with the widgets of the first tab."""

    def __init__(self, giving: Giving, page: "Page", view: PeopleView) -> None:
        super().__init__(page)
        context, desk = giving.context, giving.desk
        self.context, self.desk, self.view, self._page = context, desk, view, page
        self.giving = giving
        giving.seen = self.seen
        self.sets = Sets(context, desk, page)
        self.basket = Basket(context, self)
        self.colours = Colours(context, page)
        self.looks = Looks(context, view.table, page)
        self.looks.anchor = view.columns_button
        view.groups_of = self.groups_of
        view.columns_button.clicked.connect(self._on_looks)
        view.basket_button.clicked.connect(self._on_basket)
        view.legend.opened.connect(self._on_shade)
        self.looks.grouped.connect(self._on_grouped)
        self.basket.changed.connect(self._on_basket_changed)
        self.colours.found.connect(self._on_shades)
        desk.answered_anew.connect(self._show_legend)
        self.commands: dict[str, QAction] = {
            "keep": page.command(actions.KEEP, self.sets.keep, button=False),
            "lists": page.command(actions.LISTS, self.sets.manage, button=False),
            "basket": page.command(actions.BASKET, self._on_toggle, button=False),
            "basket_open": page.command(actions.BASKET_OPEN, self._on_basket, button=False),
            "compare": page.command(actions.COMPARE, self._on_compare, button=False),
            "colours": page.command(actions.COLOURS, self._on_colours, button=False),
        }

    def add_to(self, menu: QMenu) -> None:
        """Put the commands into a menu."""
        for id in ("basket", "basket_open", "compare", "keep", "lists"):
            menu.addAction(self.commands[id])
        menu.addSeparator()

    def look_again(self, changes: Changes) -> None:
        """Read what the base keeps of all this, where it may have changed."""
        every = changes.people is None
        if every or changes.touches("basket"):
            self.basket.look()
        if every or changes.touches("column_set"):
            self.looks.read()
        if changes.kinds - (ASIDE | KEPT) or changes.touches("colour_rule"):
            self.colours.look()

    def groups_of(self, answered: Answered, roll: Roll) -> Groups | None:
        """Give the groups the people found stand in; None for a plain list."""
        element = self.looks.group
        if not element or not len(answered.positions):
            return None
        try:
            found = grouping(roll.world, element, answered.positions.tolist(), roll.order)
        except UserError as error:
            self.context.say(error.sentence)
            self.context.settings.choices.pop("query.group", None)
            return None
        at = roll.world.snapshot.people.positions
        unknown = found.counts([at[id] for id in answered.people.unknown_ids if id in at])
        former = self.view.table.rows.groups
        return Groups(
            of=found.of[answered.positions],
            labels=found.labels,
            asides=tuple(f"另 {count} 人待核" if count else "" for count in unknown.tolist()),
            folded=former.folded & frozenset(found.labels) if former else frozenset(),
        )

    def seen(self) -> Seen:
        """Say how the list looks: the official layout of its columns, or these; its groups."""
        table = self.view.table
        columns = tuple(table.rows.columns[at] for at in table.shown_columns())
        # The columns a query shows at first are those of no paper: it is the usual roster then.
        usual = self.looks.look == USUAL and self.looks.shown() == USUAL.shown
        layout = "roster" if usual else self.looks.layout()
        return Seen(layout=layout, columns=columns, groups=self.parts())

    def parts(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Give the people commands are about under the headings of their groups, as in sight."""
        rows = self.view.table.rows
        if rows.groups is None:
            return ()
        at = self.context.workspace.snapshot.people.positions
        wanted, found = frozenset(self.view.chosen_ids()), []
        for label in rows.groups.labels:
            inside = tuple(at[id] for id in rows.ids_of_group(label) if id in wanted)
            if inside:
                found.append((f"{label}（{len(inside)} 人）", inside))
        return tuple(found)

    # ---- looks and colours

    def _on_looks(self) -> None:
        menu = self.looks.menu([self.commands["colours"]])
        self.menu = menu
        button = self.view.columns_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_grouped(self) -> None:
        if self.desk.answered is not None and self.desk.roll is not None:
            self.view.show_table(self.desk.answered, self.desk.roll)

    def _on_colours(self) -> None:
        self.colours.manage(self.desk.sentence())

    def _on_shades(self, shades: tuple[Shade, ...]) -> None:
        self.view.marks.show(shades)
        self._show_legend()
        self.view.table.rows.refresh_cells()

    def _show_legend(self, _answered: Answered | None = None) -> None:
        """Tell of each colour how many of the list it finds."""
        listed = frozenset(self.view.table.rows.ids)
        self.view.legend.show_shades([each.among(listed) for each in self.view.marks.shades])

    def _on_shade(self, shade: Shade) -> None:
        origin = f"着色“{shade.label}”：{shade.sentence}"
        self.context.navigator.go(go.ShowPeople(shade.ids, shade.label, origin))

    # ---- basket

    def _on_toggle(self) -> None:
        ids = self._picked()
        if ids:
            self.basket.toggle(ids)
        else:
            self.context.say("请先勾选或选中要放进候选篮的人。")

    def _picked(self) -> tuple[str, ...]:
        """Give the people checked, else those selected, as they stand."""
        table = self.view.table
        return self.view.chosen_ids() if table.rows.checked else table.selected_ids()

    def _on_basket_changed(self) -> None:
        ids = self.basket.ids if self.context.workspace.is_open else ()
        self.view.marks.basket = frozenset(ids)
        self.view.basket_button.setText(f"{NAME} {len(ids)}" if ids else NAME)
        self.view.table.rows.refresh_cells()

    def _on_basket(self) -> None:
        if not self.basket.ids:
            self.context.ask.inform(
                "候选篮是空的。勾选或选中名单里的人，用“放进候选篮”（Ctrl+Shift+U）放进来，"
                "换查询、换页、重新打开程序都还在。"
            )
            return
        dialog = BasketDialog(self.context, self.basket, self._page)
        if not self.context.ask.show(dialog):
            return
        people = self.basket.people
        match dialog.wanted:
            case "open":
                self.desk.open_set(people)
            case "keep":
                self.sets.keep_people(people)
            case "compare":
                compare(self.context, self.giving, people.ids, self._page)
            case "clear":
                self.basket.take_out(people.ids)

    # ---- comparison

    def _on_compare(self) -> None:
        ids = self._picked()
        if len(ids) < LEAST and LEAST <= len(self.basket.ids) <= MOST:
            ids = self.basket.ids
        if not LEAST <= len(ids) <= MOST:
            words = f"同屏比较 {LEAST} 到 {MOST} 人，现在选了 {len(ids)} 人。请勾选要比较的人。"
            self.context.ask.inform(words)
            return
        compare(self.context, self.giving, ids, self._page)
