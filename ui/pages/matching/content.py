"""The widgets of the page: list, ranking, matrix, reasons. The page connects them."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leadership_model.matching.fit import DISCLAIMER
from leadership_model.people.held import told
from leadership_model.people.snapshot import Snapshot
from ui import names, theme
from ui.context import Context
from ui.pages.matching.choices import short_team
from ui.pages.matching.columns import people_columns, posts_columns
from ui.pages.matching.legend import Legend
from ui.pages.matching.list_view import ChoiceList
from ui.pages.matching.match_table import MatchTable
from ui.pages.matching.matrix_card import MatrixCard
from ui.pages.matching.matrix_view import CELL, HEAD, ROW, WIDE
from ui.pages.matching.matrix_work import Matrix
from ui.pages.matching.reasons_view import ReasonsView
from ui.pages.matching.work import Listing, is_vacant
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import Elided, label, link
from ui.widgets.segments import Segments

FILTERS = (("all", "全部"), ("2", "符合"), ("1", "待核"), ("0", "不符合"))
EXPORTED = 50
LOW = 500  # px of content below which the matrix gives way
LARGE = 125  # text scale from which counts stand in tool tips


class Content(QWidget):
    """Three columns: what is ranked for, the ranking over the matrix, the reasons."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._wide = False
        settings = context.settings
        self.choices = ChoiceList()
        self.people = MatchTable(settings, "matching.people", checks=True, row_height=44)
        self.posts = MatchTable(settings, "matching.posts", opens="打开班子研判", row_height=44)
        for table in (self.people, self.posts):
            table.set_empty(
                "account-search-outline", "没有可列的", "换一个筛选，或在左边另选一个。"
            )
        self.reasons = ReasonsView()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self._make_ranking(), 1)
        self.matrix_card = MatrixCard()
        self.matrix = self.matrix_card.view
        middle.addWidget(self.matrix_card)
        self.right = self._make_right()
        layout.addWidget(self.choices)
        layout.addLayout(middle, 1)
        layout.addWidget(self.right)

    def _make_ranking(self) -> QWidget:
        self.ranking = Card(" ", " ").flush()
        self.chip = Chip("", "red")
        self.chip.hide()
        self.filters = Segments(FILTERS)
        self.wider = QCheckBox("含降低层次")
        self.wider.setToolTip("也列出低于本人现职务层次的岗位，或层次高于本岗位的人")
        self.heading = Elided("", "card")
        head = self.ranking.header
        head.insertWidget(0, self.heading)
        head.insertWidget(2, self.chip)
        self.legend = Legend()
        second = QHBoxLayout()
        second.setContentsMargins(0, 0, 11, 2)
        second.setSpacing(8)
        second.addWidget(self.legend, 1)
        second.addWidget(self.wider)
        second.addWidget(self.filters)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.people)
        self.stack.addWidget(self.posts)
        self.foot = label(DISCLAIMER, "note", wrap=True)
        self.foot.setContentsMargins(11, 2, 0, 0)
        self.ranking.body.setSpacing(2)
        self.ranking.body.addLayout(second)
        self.ranking.body.addWidget(self.stack, 1)
        self.law = Elided("", "note")
        self.law.setContentsMargins(11, 0, 11, 0)
        self.law.hide()
        self.ranking.body.addWidget(self.law)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 11, 5)
        foot.addWidget(self.foot, 1)
        self.held = link("", tip="查看和解除暂缓使用；看不到的只显示人数")
        foot.addWidget(self.held)
        self.hold_row = foot
        self.ranking.body.addLayout(foot)
        return self.ranking

    def _make_right(self) -> Card:
        card = Card("理由", "人 × 岗")
        card.body.addWidget(self.reasons, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        card.body.addLayout(self.buttons)
        return card

    def show_commands(self, card: QAction, plan: QAction, hold: QAction) -> None:
        """Put the commands about one pair under the reasons, that of holding under the list."""
        self.hold_row.addWidget(ActionButton(hold, "small"))
        self.buttons.addWidget(ActionButton(card))
        self.buttons.addStretch(1)
        self.buttons.addWidget(ActionButton(plan, "primary"))

    def set_large(self, large: bool) -> None:
        """Let the matrix take the place of the list and the ranking, or give it back."""
        self.choices.setVisible(not large)
        self.ranking.setVisible(not large)
        self.matrix_card.set_large(large)
        self.matrix_card.show()

    def room(self) -> tuple[int, int]:
        """Say how many people and posts a large matrix has room for."""
        high = (self.height() - theme.px(HEAD + 90)) // theme.px(ROW)
        wide = (self.width() - self.right.width() - theme.px(WIDE + 50)) // theme.px(CELL)
        return max(8, min(30, high)), max(5, min(12, wide))

    # ---- showing

    def set_narrow(self, narrow: bool) -> None:
        """Take the sizes for a narrow or a wide window."""
        # With large text the side columns must leave the ranking its room.
        self.choices.setFixedWidth(min(theme.px(234 if narrow else 290), 290))
        self.right.setFixedWidth(min(theme.px(300 if narrow else 400), 360 if narrow else 460))
        self.matrix_card.foot.setVisible(not narrow)
        if self._listing is not None:
            self._show_head(self._listing)  # which says less with large text
        wide = not narrow and theme.px(100) < LARGE
        if wide != self._wide:
            self._wide = wide
            if self._listing is not None:
                self._show_rows(self._listing)
        for table in (self.people, self.posts):
            table.keeper.stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low window with large text the ranking goes before the matrix.
        low = self.height() < theme.px(LOW)
        self.matrix_card.setVisible(self.matrix_card.large or not low)

    def minimumSizeHint(self) -> QSize:
        # The matrix, which gives way, does not count.
        return QSize(super().minimumSizeHint().width(), theme.px(280))

    def show_direction(self, direction: str) -> None:
        """Show the table of a direction."""
        self.stack.setCurrentWidget(self.people if direction == "post" else self.posts)

    def table(self) -> MatchTable:
        """The table shown."""
        return self.people if self.stack.currentWidget() is self.people else self.posts

    def show_listing(self, listing: Listing) -> None:
        """Show a ranking under the filter in force."""
        self._listing = listing
        self.show_direction("post" if listing.for_post else "person")
        self._show_rows(listing)
        self._show_head(listing)
        self.legend.show_parts([(part.label, part.share, part.tone) for part in listing.parts])
        table = self.table()
        if table.rows.rowCount():  # a filter by value may hide all of them
            first = table.rows.id_at(0)
            table.select_ids([first])
            table.chosen.emit(first)

    def _show_rows(self, listing: Listing) -> None:
        wanted = self.filters.current()
        rows = np.arange(len(listing.ranking))
        if wanted != "all":
            rows = rows[listing.ranking.eligible == int(wanted)]
        items = rows.tolist()
        world = listing.ground.world
        ids = world.person_ids if listing.for_post else world.post_ids
        make = people_columns if listing.for_post else posts_columns
        shown = [ids[int(listing.ranking.items[row])] for row in items]
        self.table().show_rows(make(listing, self._wide), items, shown)

    def _show_head(self, listing: Listing) -> None:
        world = listing.ground.world
        yes, doubt, no = listing.counts()
        counts = {"all": len(listing.ranking), "2": yes, "1": doubt, "0": no}
        for id, words in FILTERS:
            large = theme.look().scale >= LARGE
            self.filters.set_text(id, words if large else f"{words} {counts[id]:,}")
            self.filters.button(id).setToolTip(f"{words} {counts[id]:,}")
        if listing.for_post:
            team = short_team(
                world.snapshot.teams.raw("name")[int(world.snapshot.posts.owners()[listing.post])]
            )
            self.heading.setText(f"{team} {names.post_name(world.snapshot, listing.post)}")
            vacant = is_vacant(world, listing.post)
            holder = names.person_name(world.snapshot, int(world.seating.holder[listing.post]))
            self.chip.show_text("空缺" if vacant else f"现任 {holder}", "red" if vacant else "soft")
            portrait = listing.ground.scores.portrait(listing.post)
            self.ranking.set_note(portrait.label if portrait is not None else "没有画像")
        else:
            self.heading.setText(names.person_name(world.snapshot, listing.person))
            self.chip.show_text("空缺在前", "soft")
            self.ranking.set_note(names.position_text(world.snapshot, listing.person))
        self.chip.show()
        self._show_law(listing)
        self.held.setText(told(listing.held))
        self.held.setVisible(listing.held > 0)

    def _show_law(self, listing: Listing) -> None:
        """Tell which sensitive elements act on the ranking, each with its legal basis."""
        rows = range(min(len(listing.ranking), EXPORTED))
        posts = [listing.post] if listing.for_post else [listing.pair(row)[1] for row in rows]
        told = [f"{each}。" for each in listing.ground.scores.sensitive_of(posts)]
        self.law.setText("　".join(told))
        self.law.setVisible(bool(told))

    def show_matrix(self, snapshot: Snapshot, matrix: Matrix, pinned: bool) -> None:
        """Show the shortlist."""
        source = "勾选的人" if self.people.rows.checked else "前几名（勾选后为勾选的人）"
        posts = "选定的岗位" if pinned else "同层次空缺岗位"
        self.matrix_card.show_matrix(snapshot, matrix, f"{source} × {posts}，单击一格看理由")

    # ---- what is chosen

    def rows_in_sight(self) -> list[int]:
        """Give the rows of the ranking that are visible; none while another is on its way."""
        table = self.table()
        if not self._shows(table):
            return []
        top = max(table.rowAt(0), 0)
        bottom = table.rowAt(table.viewport().height() - 1)
        last = table.rows.rowCount() if bottom < 0 else bottom + 1
        return [int(table.rows.item_at(row)) for row in range(top, min(last, top + 60))]

    def _shows(self, table: MatchTable) -> bool:
        """Say whether a table holds the ranking at hand: the other one still has its last."""
        return self._listing is not None and self._listing.for_post == (table is self.people)

    def pair_of(self, id: str) -> tuple[int, int] | None:
        """Give person and post of a row by its id."""
        row = self.table().rows.row_of(id)
        if self._listing is None or row is None or not self._shows(self.table()):
            return None
        return self._listing.pair(int(self.table().rows.item_at(row)))

    def shortlist(
        self, listing: Listing, first: int, most: int, columns: int
    ) -> tuple[list[int], list[int]]:
        """Give the people and posts of the matrix: those checked, else the first of the ranking."""
        at = listing.ground.world.snapshot.people.positions
        checked = [at[id] for id in sorted(self.people.rows.checked) if id in at]
        if listing.for_post:
            return (checked or listing.ranking.items[:first].tolist())[:most], [listing.post]
        people = [listing.person, *(each for each in checked if each != listing.person)]
        return people[:most], listing.ranking.items[:columns].tolist()

    def pool(self, listing: Listing) -> tuple[tuple[str, ...], str]:
        """Give the people for a pool: those checked, else all who are eligible."""
        ids = listing.ground.world.person_ids
        checked = tuple(id for id in self.people.rows.ids if id in self.people.rows.checked)
        if checked:
            return checked, f"人岗匹配勾选 {len(checked)} 人"
        if not listing.for_post:
            return (ids[listing.person],), names.person_name(
                listing.ground.world.snapshot, listing.person
            )
        found = listing.ranking.items[listing.ranking.eligible == 2]
        title = f"{names.full_post(listing.ground.world.snapshot, listing.post)}：符合资格"
        return tuple(ids[int(each)] for each in found), title

    def rows_to_export(self) -> Sequence[int]:
        """Give the rows to write: those checked, else the first fifty shown."""
        rows = self.table().rows
        shown = [int(rows.item_at(row)) for row in range(rows.rowCount())]
        checked = [
            int(rows.item_at(row))
            for row in range(rows.rowCount())
            if rows.id_at(row) in rows.checked
        ]
        return checked or shown[:EXPORTED]
