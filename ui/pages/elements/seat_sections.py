"""单位与班子 and 岗位与职责: their columns, buttons, and who is behind each record."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui import names
from ui.navigation import MatchPost, OpenTeam, ShowPeople
from ui.pages.elements.seat_columns import PostColumns, TeamColumns, UnitColumns
from ui.pages.elements.seats import SeatSection
from ui.tables.columns import Column
from ui.widgets.buttons import button
from ui.widgets.lists import ListItem


class TeamsSection(SeatSection):
    """Teams and units."""

    heading, searched = "单位与班子", "班子名、单位名、拼音"

    def kinds(self) -> Sequence[tuple[str, str]]:
        return (("team", "班子"), ("unit", "单位"))

    def columns(self) -> tuple[Column, ...]:
        maker = TeamColumns if self._kind == "team" else UnitColumns
        return maker(self.context.workspace).all()

    def buttons(self) -> Sequence[QWidget]:
        self._assess = button("打开研判", self._on_assess, icon="radar", kind="small")
        self._people = button("查看人员", self._on_people, icon="account-outline", kind="small")
        return (self._assess, self._people)

    def listed_items(self, position: int) -> tuple[str, Sequence[ListItem]]:
        snapshot, seating = self.context.workspace.snapshot, self.context.workspace.world.seating
        self._assess.setVisible(self._kind == "team")
        if self._kind == "unit":
            own = snapshot.teams.ints("unit") == position
            rows = [
                ListItem(id=snapshot.teams.ids[at], title=names.team_name(snapshot, at),
                         icon="sitemap-outline")
                for at in range(len(own)) if own[at]
            ]  # fmt: skip
            people = int((snapshot.people.ints("unit") == position).sum())
            return f"班子 {len(rows)} 个 · 人员 {people} 人", rows
        items = []
        for seat in seating.seats(position):
            holder = int(seating.holder[seat])
            held = holder >= 0
            items.append(
                ListItem(
                    id=snapshot.people.ids[holder] if held else f"seat:{seat}",
                    title=names.post_name(snapshot, seat),
                    note=names.person_name(snapshot, holder),
                    right=names.month(int(seating.since[seat])) if held else "",
                    right_note="起" if held else "",
                    mark="" if holder != -1 else "yellow",
                    icon="account-outline" if holder != -1 else "",
                )
            )
        vacant = sum(int(seating.holder[seat]) == -1 for seat in seating.seats(position))
        return f"岗位 {len(items)} 个 · 空缺 {vacant}", items

    def _on_opened(self, id: object) -> None:
        if self._kind == "team":
            self.context.navigator.go(OpenTeam(str(id)))
        else:
            self._show(str(id))
            self._on_people()

    def _on_assess(self) -> None:
        self.context.navigator.go(OpenTeam(self._current))

    def _on_people(self) -> None:
        position = self.current_position()
        if position is None:
            return
        workspace = self.context.workspace
        if self._kind == "team":
            held = workspace.world.seating.members(position)
            ids = tuple(workspace.snapshot.people.ids[at] for at in held.tolist() if at >= 0)
        else:
            own = workspace.snapshot.people.ints("unit") == position
            every = workspace.snapshot.people.ids
            ids = tuple(every[at] for at in range(len(every)) if own[at])
        self.context.navigator.go(ShowPeople(ids, f"{self.form.before.name}的人员"))


class PostsSection(SeatSection):
    """Posts with their duties and their holders."""

    heading, searched = "岗位与职责", "岗位名、班子名、拼音"

    def kinds(self) -> Sequence[tuple[str, str]]:
        return (("post", "岗位"),)

    def columns(self) -> tuple[Column, ...]:
        return PostColumns(self.context.workspace).all()

    def buttons(self) -> Sequence[QWidget]:
        return (
            button("以岗找人", self._on_match, icon="vector-link", kind="small"),
            button("打开研判", self._on_assess, icon="radar", kind="small"),
        )

    def listed_items(self, position: int) -> tuple[str, Sequence[ListItem]]:
        from ui.pages.elements.seat_work import facts_of_post

        return "现任与要求", facts_of_post(self.context.workspace, position)

    def _on_opened(self, id: object) -> None:
        self.context.navigator.go(MatchPost(str(id)))

    def _on_match(self) -> None:
        self.context.navigator.go(MatchPost(self._current))

    def _on_assess(self) -> None:
        position = self.current_position()
        if position is not None:
            snapshot = self.context.workspace.snapshot
            team = int(snapshot.posts.owners()[position])
            self.context.navigator.go(OpenTeam(snapshot.teams.ids[team]))
