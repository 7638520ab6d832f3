"""联职: which posts one person holds together, chosen in a dialog."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.people import seat_order
from leadership_model.people.post import Post
from leadership_model.people.seat_order import Pair
from ui import names, theme
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.picker import Option, Picker
from ui.workspace import Workspace


class LinksDialog(Dialog):
    """Shows the posts held together with one; adds by typing, takes away by Delete."""

    def __init__(self, workspace: Workspace, post: int, parent: QWidget | None = None) -> None:
        super().__init__("联职岗位", parent, width=520)
        self._workspace, self._post = workspace, post
        posts = workspace.snapshot.posts
        self.group = posts.raw("linked")[post] or f"l-{posts.ids[post]}"
        self.chosen = [
            at for at, name in enumerate(posts.raw("linked")) if name and name == self.group
        ] or [post]
        self.picker: Picker | None = None
        self.body.addWidget(
            label(
                "列出的岗位由同一人担任：在各班子里各占一席，计人数时只算一人。", "note", wrap=True
            )
        )
        self.list = TwoLineList()
        self.list.setMinimumHeight(theme.px(190))
        self.body.addWidget(self.list)
        self.note = label("", "near", wrap=True)
        self.body.addWidget(self.note)
        row = QHBoxLayout()
        self.add = button("添加岗位", self._on_add, icon="plus", kind="small",
                          tip="输入岗位名、班子名或拼音")  # fmt: skip
        self.remove = button("移出", self._on_remove, icon="minus", kind="small")
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_cancel()
        self.add_button("保存", self.accept, kind="primary", default=True)
        self._show()

    def pairs(self) -> tuple[Pair, ...]:
        """Give the posts whose group changes, before and after."""
        posts = self._workspace.snapshot.posts
        linked = posts.raw("linked")
        groups = {linked[at] for at in self.chosen if linked[at]} | {self.group}
        concerned: list[Post] = [
            posts.record(at)
            for at in range(len(posts))
            if at in self.chosen or linked[at] in groups
        ]
        return seat_order.linked(concerned, [posts.ids[at] for at in self.chosen], self.group)

    def take(self, at: int) -> None:
        """Add a post."""
        if at not in self.chosen:
            self.chosen.append(at)
        self._show()

    def _options(self) -> Sequence[Option]:
        snapshot = self._workspace.snapshot
        area = names_of_area(self._workspace, self._post)
        ranked = sorted(
            (at for at in range(len(snapshot.posts)) if at not in self.chosen),
            key=partial(_rank, self._workspace, area),
        )
        return [
            Option(str(at), names.full_post(snapshot, at),
                   names.person_name(snapshot, int(self._workspace.world.seating.holder[at])))
            for at in ranked
        ]  # fmt: skip

    def _on_add(self) -> None:
        self.picker = Picker(self._options(), "岗位名、班子名、拼音", parent=self)
        self.picker.picked.connect(self._on_picked)
        self.picker.open_at(self.add)

    def _on_picked(self, id: object) -> None:
        self.take(int(str(id)))

    def _on_remove(self) -> None:
        at = self.list.current_id()
        if not at or int(at) == self._post:
            self.refuse("请选择要移出的另一个岗位。")
            return
        self.chosen.remove(int(at))
        self._show()

    def _show(self) -> None:
        self.refuse("")
        snapshot, seating = self._workspace.snapshot, self._workspace.world.seating
        self.list.show_items(
            [
                ListItem(
                    id=str(at),
                    title=names.full_post(snapshot, at),
                    note=names.person_name(snapshot, int(seating.holder[at])),
                    icon="link-variant" if at != self._post else "seat-outline",
                )
                for at in self.chosen
            ]
        )
        holders = {int(seating.holder[at]) for at in self.chosen}
        self.note.setText("这些岗位现由不同的人担任，请随后核对任职。" if len(holders) > 1 else "")
        self.note.setVisible(len(holders) > 1)
        self.remove.setEnabled(len(self.chosen) > 1)


def names_of_area(workspace: Workspace, post: int) -> str | None:
    """Give the area of the team a post is in."""
    team = int(workspace.snapshot.posts.owners()[post])
    area: str | None = workspace.snapshot.teams.raw("area")[team]
    return area


def _rank(workspace: Workspace, area: str | None, at: int) -> tuple[bool, int]:
    return names_of_area(workspace, at) != area, at
