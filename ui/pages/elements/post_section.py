"""岗位与职责: posts with duties, linked posts, requirement sheet and holder."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from leadership_model.people import seat_order
from ui.navigation import MatchPost, OpenTeam
from ui.pages.elements import seat_work as work
from ui.pages.elements import unit_edits as edits
from ui.pages.elements.seat_columns import PostColumns
from ui.pages.elements.seats import GONE, SeatSection
from ui.pages.elements.unit_columns import retired_columns
from ui.pages.elements.unit_panel import small
from ui.tables.columns import Column
from ui.widgets.lists import ListItem


class PostsSection(SeatSection):
    """Posts with their duties and their holders."""

    heading, searched = "岗位与职责", "岗位名、班子名、拼音"

    def kinds(self) -> Sequence[tuple[str, str]]:
        return (("post", "岗位"), (GONE, "已停用"))

    def columns(self) -> tuple[Column, ...]:
        if self._kind == GONE:
            return retired_columns(self.context.workspace.snapshot)
        return PostColumns(self.context.workspace).all()

    def in_order(self) -> list[int]:
        import numpy as np

        # Posts lie in the order of their teams, and inside one in their own.
        teams = np.argsort(self.context.workspace.snapshot.teams.ints("order"), kind="stable")
        posts = self.records()
        return [seat for team in teams.tolist() for seat in posts.of(team)]

    def retired_records(self) -> dict[str, Any]:
        return work.retired(self.context.workspace.snapshot, "post")

    def tools(self) -> Sequence[QWidget]:
        self.new_post = small("新建岗位", self.begin_new, "plus",
                              "在所选岗位的班子里新建岗位（列表中按 Insert）")  # fmt: skip
        return (self.new_post,)

    def buttons(self) -> Sequence[QWidget]:
        self._match = small("以岗找人", self._on_match, "vector-link")
        self._assess = small("打开研判", self._on_assess, "radar")
        self._links = small("联职…", self._on_links, "link-variant", "由同一人担任的其他岗位")
        self._sheet = small("任职要求…", self._on_sheet, "clipboard-check-outline")
        self._retire = small("停用", self._on_retire, "archive-outline")
        self._restore = small("恢复使用", self._on_restore, "restore")
        self._delete = small("删除", self._on_delete, "delete-outline")
        return (self._match, self._assess, self._links, self._sheet, self._retire,
                self._restore, self._delete)  # fmt: skip

    def arrange_buttons(self) -> None:
        gone = self._kind == GONE
        for each in (self._match, self._assess, self._links, self._sheet, self._retire):
            each.setVisible(not gone)
        self._restore.setVisible(gone)

    def show_empty(self) -> None:
        if self._kind == GONE and not self._retired:
            self.say_empty("archive-outline", "没有停用的岗位", "停用的岗位在这里查阅和恢复。")
        elif self._kind != GONE and not len(self.records()):
            text = "岗位是班子里的一个席位；先建班子，再建岗位。"
            self.say_empty("seat-outline", "还没有岗位", text, "新建岗位", self.begin_new)
        else:
            super().show_empty()

    def listed_items(self, position: int) -> tuple[str, Sequence[ListItem]]:
        return "现任与联职", work.facts_of_post(self.context.workspace, position)

    # ---- making, retiring

    def begin_new(self) -> None:
        position = self.current_position()
        snapshot = self.context.workspace.snapshot
        like = None if position is None else snapshot.posts.record(position)
        self.begin_in(like.team if like is not None else "")

    def begin_in(self, team: str) -> None:
        """Begin a post of a team."""
        self.turn_kind("post")
        snapshot = self.context.workspace.snapshot
        at = snapshot.teams.positions.get(team)
        seats = () if at is None else snapshot.posts.of(at)
        like = snapshot.posts.record(seats[-1]) if seats else None
        self.begin(work.new_post(snapshot, team or None, like))

    def move_current(self, step: int) -> None:
        position = self.current_position()
        if position is None:
            return
        posts = self.context.workspace.snapshot.posts
        seats = posts.of(int(posts.owners()[position]))
        row = position - seats.start
        if not 0 <= row + step < len(seats):
            self.context.say("已在班子的一端。")
            return
        pairs = seat_order.moved([posts.record(at) for at in seats], row, row + step)
        words = f"调整岗位 {self.form.before.name} 的次序"
        edits.write_pairs(self.context, self.initiator, pairs, words)

    def _on_links(self) -> None:
        from ui.pages.elements.post_links import LinksDialog

        position = self.current_position()
        if position is None:
            return
        dialog = LinksDialog(self.context.workspace, position, self)
        if self.context.ask.show(dialog):
            words = f"修改岗位 {self.form.before.name} 的联职"
            edits.write_pairs(self.context, self.initiator, dialog.pairs(), words)

    def _on_sheet(self) -> None:
        from ui.pages.elements.post_sheet import SheetDialog

        dialog = SheetDialog(self.context, self.form.draft, self)
        if self.context.ask.show(dialog):
            requires, basis = dialog.result_texts()
            self.form.take("requires", requires)
            self.form.take("basis", basis)
            self.form.save()

    def _on_retire(self) -> None:
        edits.retire(self.context, self.initiator, self.form.before)

    def _on_restore(self) -> None:
        edits.restore(self.context, self.initiator, self.form.before)

    def _on_delete(self) -> None:
        edits.delete(self.context, self.initiator, self.form.before)

    # ---- going elsewhere

    def _on_opened(self, id: object) -> None:
        if self._kind == "post":
            self.context.navigator.go(MatchPost(str(id)))

    def _on_match(self) -> None:
        self.context.navigator.go(MatchPost(self._current))

    def _on_assess(self) -> None:
        position = self.current_position()
        if position is not None:
            snapshot = self.context.workspace.snapshot
            team = int(snapshot.posts.owners()[position])
            self.context.navigator.go(OpenTeam(snapshot.teams.ids[team]))
