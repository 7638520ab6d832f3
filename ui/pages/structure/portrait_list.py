"""The portraits of a model and of its category as a list, with the links that begin new ones."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout

from leadership_model.structure.model import Portrait
from ui import theme
from ui.widgets.card import Card
from ui.widgets.labels import link
from ui.widgets.lists import ListItem, TwoLineList


class PortraitList(Card):
    """`chosen` carries an id; `begun` says whether the new one is of a key post.

    `practised` asks for a draft from who held the posts.
    """

    chosen = Signal(object)
    begun = Signal(bool)
    practised = Signal()

    def __init__(self) -> None:
        super().__init__("画像")
        self.flush()
        self.list = TwoLineList()
        self.body.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 6, 4)
        foot.addWidget(link("＋重点岗位", self.begin_key, "为本模型的重点岗位新建画像"))
        foot.addWidget(link("＋通用", self.begin_general, "为这一类班子的其他岗位新建通用权重"))
        foot.addStretch(1)
        self.body.addLayout(foot)
        last = QHBoxLayout()
        last.setContentsMargins(10, 0, 6, 6)
        self.practice = link(
            "由任职实践拟稿…", self._on_practice, "看过去和现在的任职者有什么共同之处，拟成草稿再改"
        )
        last.addWidget(self.practice)
        last.addStretch(1)
        self.body.addLayout(last)
        self.setFixedWidth(min(theme.px(220), 250))
        self.list.chosen.connect(self.chosen)

    def show_portraits(
        self, own: tuple[Portrait, ...], general: tuple[Portrait, ...], current: str
    ) -> None:
        """Show other portraits; nothing is announced."""
        made: list[ListItem] = []
        keys = tuple(each for each in general if each.key)
        rest = tuple(each for each in general if not each.key)
        for title, listed in (
            ("重点岗位（本模型）", own),
            ("重点岗位（本类别）", keys),
            ("其他岗位（本类别）", rest),
        ):
            if listed:
                made.append(ListItem(id="", title=title, section=True))
            made += [
                ListItem(
                    id=each.id,
                    title=each.label,
                    note=f"资格 {len(each.qualifications)} · 权重 {len(each.weights)}",
                )
                for each in listed
            ]
        with QSignalBlocker(self.list):
            self.list.show_items(made)
            if current:
                self.list.choose(current, announce=False)

    def choose(self, id: str) -> None:
        """Choose one without saying so."""
        self.list.choose(id, announce=False)

    def begin_key(self) -> None:
        """Ask for a new portrait of a key post."""
        self.begun.emit(True)

    def begin_general(self) -> None:
        """Ask for a new general portrait."""
        self.begun.emit(False)

    def _on_practice(self) -> None:
        self.practised.emit()
