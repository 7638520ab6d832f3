"""What is done with a pair or a ranking: cards, plans, pools, the matrix, files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from leadership_model import months
from leadership_model.matching.next_posts import NextPost
from leadership_model.matching.standins import Bench
from ui import holding, names
from ui import navigation as go
from ui.context import Context
from ui.pages.matching import ahead, outputs
from ui.pages.matching.content import Content
from ui.pages.matching.work import Listing


class HandingOn(QObject):
    """The commands of the page that lead elsewhere; the page tells it what is shown."""

    pinned_changed = Signal()

    def __init__(self, context: Context, content: Content, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.content = context, content
        self.listing: Listing | None = None
        self.pair: tuple[int, int] | None = None
        self.pinned: list[str] = []  # posts of the matrix the user put there

    def open_person(self, person: int) -> None:
        """Open a person's card."""
        self.context.navigator.go(go.OpenPerson(self.context.workspace.world.person_ids[person]))

    def open_team(self, team: int) -> None:
        """Open the assessment of a team."""
        self.context.navigator.go(go.OpenTeam(self.context.workspace.snapshot.teams.ids[team]))

    def on_card(self) -> None:
        if self._need_pair() and self.pair is not None:
            self.open_person(self.pair[0])

    def on_plan(self) -> None:
        if self._need_pair() and self.pair is not None:
            world = self.context.workspace.world
            person, post = self.pair
            self.context.navigator.go(go.AddToPlan(world.person_ids[person], world.post_ids[post]))

    def on_hold(self) -> None:
        if self._need_pair() and self.pair is not None:
            id = self.context.workspace.world.person_ids[self.pair[0]]
            holding.hold_person(self.context, id, self.content.window())

    def on_held(self) -> None:
        holding.show_held(self.context, self.content.window())

    def on_ahead(self) -> None:
        """Find who could follow in the post, or what the person may take soon."""
        listing = self.listing
        if listing is None:
            return
        read = self.context.jobs.read
        if listing.for_post:
            asked = partial(ahead.standins_of, listing.ground, listing.post)
            read(asked, "matching.ahead", self._on_standins, title="正在试算接任人选")
        else:
            wanted = partial(ahead.posts_ahead, listing.ground, listing.person)
            read(wanted, "matching.ahead", self._on_posts, title="正在找下一步岗位")

    def _on_standins(self, found: Bench) -> None:
        world = self.context.workspace.world
        dialog = ahead.standin_dialog(world, found, self.content.window())
        if self.context.ask.show(dialog) and dialog.wanted:
            self.context.navigator.go(go.OpenPerson(dialog.wanted))

    def _on_posts(self, found: tuple[NextPost, ...]) -> None:
        if self.listing is None or self.listing.for_post:
            return
        world = self.context.workspace.world
        dialog = ahead.posts_dialog(world, self.listing.person, found, self.content.window())
        if self.context.ask.show(dialog) and dialog.wanted:
            self.context.navigator.go(go.MatchPost(dialog.wanted))

    def _need_pair(self) -> bool:
        if self.pair is None:
            self.context.ask.inform("请先在排名中选中一行。")
        return self.pair is not None

    def on_pin(self) -> None:
        if self.listing is None:
            return
        post = self.listing.post if self.listing.for_post else self.pair[1] if self.pair else -1
        if post < 0:
            self._need_pair()
            return
        id = self.context.workspace.world.post_ids[post]
        if id in self.pinned:
            self.pinned.remove(id)
        else:
            self.pinned = [*self.pinned, id][-8:]
        word = "放进" if id in self.pinned else "取出"
        self.context.say(
            f"已{word}短名单矩阵：{names.full_post(self.context.workspace.snapshot, post)}"
        )
        self.pinned_changed.emit()

    def on_pool(self) -> None:
        listing = self.listing
        if listing is None:
            return
        ids, title = self.content.pool(listing)
        if not ids:
            self.context.ask.inform("没有符合资格的人，也没有勾选的人，不能作为候选池。")
            return
        self.context.navigator.go(go.UsePool(ids, title))

    def on_would(self) -> None:
        """Lead to everybody who satisfies the post, as a list of people to ask further."""
        listing = self.listing
        if listing is None or not listing.for_post:
            self.context.ask.inform("请先在左边选一个岗位，再查询谁符合它的任职资格。")
            return
        world = listing.ground.world
        found = listing.ranking.items[listing.ranking.eligible == 2]
        title = f"符合“{names.full_post(world.snapshot, listing.post)}”任职资格"
        note = f"{title}：禁止性规则和岗位资格条件 · 基准日期 {months.show_iso(world.as_of)}"
        ids = tuple(world.person_ids[int(each)] for each in found)
        self.context.navigator.go(go.ShowPeople(ids, f"{title} {len(ids):,} 人", note))

    def on_export(self) -> None:
        listing = self.listing
        if listing is None:
            return
        month = months.show_iso(self.context.workspace.as_of)
        path = self.context.ask.save_file("导出排名", f"人岗匹配 {month}.xlsx", ("sheet",))
        if path is not None:
            rows = self.content.rows_to_export()
            task = partial(outputs.write, path, listing, rows)
            self.context.jobs.read(task, "matching.file", self._on_written, title="正在写出排名")

    def _on_written(self, path: Path) -> None:
        self.context.say(f"已写出“{path.name}”。")
