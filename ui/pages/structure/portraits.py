"""The portraits of a category's key posts: 资格, 权重, and how the present holders fit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leadership_model.conditions.sentence import write
from leadership_model.query import would
from ui import names, theme
from ui.context import Context
from ui.navigation import MatchPost, OpenPerson, RunQuery, ShowPeople
from ui.pages.structure.columns import holder_columns
from ui.pages.structure.portrait_work import Asked, PortraitView
from ui.tables.view import TableView
from ui.widgets.bars import StackedBar
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card, hairline
from ui.widgets.empty import EmptyState
from ui.widgets.emptying import empty
from ui.widgets.labels import Elided, label, link
from ui.widgets.segments import Segments

LONG, SHORT = 8, 4  # characters of a name on the switch, with two portraits and with more


class PortraitPanel(Card):
    """Shows one portrait of some."""

    wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("重点岗位画像", "　", parent)
        self._context = context
        self._views: tuple[PortraitView, ...] = ()
        self._people: dict[str, tuple[tuple[str, ...], str]] = {}
        self.choice = Segments()
        self._asked = QVBoxLayout()
        self._weights = QGridLayout()
        self._sum = label("", "note")
        self._count = label("", "note")
        self.holders = TableView(context.settings, "structure.holders", row_height=26)
        self._average = Elided("", "note")
        self._narrow = False
        self._would = icon_button(
            "account-search-outline", "查询全库谁符合全部资格条件", self._on_would, small=True
        )
        self._match = icon_button("vector-link", "以岗找人", self._on_match, small=True)
        self._empty = EmptyState("bullseye-arrow", "没有画像", "这一类班子还没有重点岗位画像。")
        self._build()
        self.choice.chosen.connect(self._on_chosen)
        self.holders.opened.connect(self._on_person)

    def _build(self) -> None:
        self._scroll = scroll = QScrollArea(self)
        self._home = QWidget(scroll.viewport())
        self._home.setObjectName("plain")
        column = QVBoxLayout(self._home)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(6)
        for title, aside, content in (
            ("资格条件（须全部满足）", self._count, self._asked),
            ("权重条件", self._sum, self._weights),
        ):
            row = QHBoxLayout()
            row.addWidget(Elided(title, "strong"), 1)
            if content is self._asked:
                row.addWidget(self._would)
            row.addWidget(aside)
            column.addLayout(row)
            column.addLayout(content)
            column.addWidget(hairline())
        self._asked.setSpacing(4)
        self._weights.setHorizontalSpacing(8)
        self._weights.setVerticalSpacing(4)
        self._weights.setColumnStretch(0, 1)
        row = QHBoxLayout()
        # Nothing here may claim more room than the panel has, whatever the size of the text.
        row.addWidget(Elided("现任者的匹配度", "strong"), 3)
        self._average.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._average, 4)
        row.addWidget(self._match)
        column.addLayout(row)
        self.holders.setMinimumHeight(theme.px(130))
        column.addWidget(self.holders, 1)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._home.resize(scroll.viewport().size())
        scroll.setWidget(self._home)
        self.body.addWidget(self.choice)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._empty, 1)
        self._empty.hide()

    def show_views(self, views: tuple[PortraitView, ...]) -> None:
        """Show other portraits; the one chosen stays chosen if it is still there."""
        self._views = views
        self.set_note(f"{len(views)} 个")
        self._empty.setVisible(not views)
        self._scroll.setVisible(bool(views))
        self.choice.setVisible(len(views) > 1)
        longest = SHORT if len(views) > 2 else LONG
        self.choice.show_options(
            [(v.portrait.id, short_name(v.portrait.label, longest)) for v in views[:4]]
        )
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the bars out where there is little room."""
        self._narrow = narrow
        self._show()

    def current(self) -> PortraitView | None:
        """The portrait shown."""
        chosen = self.choice.current()
        found = next((view for view in self._views if view.portrait.id == chosen), None)
        return found or (self._views[0] if self._views else None)

    def _show(self) -> None:
        view = self.current()
        empty(self._asked)
        empty(self._weights)
        self._people = {}
        if view is None:
            return
        self.set_title(view.portrait.label.removesuffix("画像") + "画像")
        for at, asked in enumerate(view.qualifications):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(label(asked.text, "cell", wrap=True), 1)
            line.addWidget(self._people_link(f"q{at}", asked))
            self._asked.addWidget(row)
            if asked.sensitive:
                self._asked.addWidget(label(asked.sensitive, "near", wrap=True))
        if not view.qualifications:
            words = "未另定；按任职资格规则和岗位资格条件"
            self._asked.addWidget(label(words, "note", wrap=True))
        self._count.setText(f"{len(view.qualifications)} 项")
        self._would.setEnabled(bool(view.qualifications))
        most = max((asked.points for asked in view.weights), default=1.0)
        for at, asked in enumerate(view.weights):
            title = Elided(asked.text, "cell")
            if asked.sensitive:
                title.setText(f"{asked.text}（敏感）")
                title.setToolTip(asked.sensitive)
            bar = StackedBar(8)
            bar.setFixedWidth(theme.px(64))
            bar.show_parts([(asked.points, "c1", "")], total=most)
            self._weights.addWidget(title, at, 0)
            self._weights.addWidget(bar, at, 1, Qt.AlignmentFlag.AlignVCenter)
            bar.setVisible(not self._narrow)
            points = label(f"{asked.points:g}", "cell")
            self._weights.addWidget(points, at, 2, Qt.AlignmentFlag.AlignRight)
            self._weights.addWidget(self._people_link(f"w{at}", asked), at, 3)
        self._sum.setText(f"合计 {sum(each.points for each in view.weights):g}")
        ids = [f"{each.person}|{each.post}" for each in view.holders]
        if not ids:  # said only now: before, nothing had been read
            self.holders.set_empty("seat-outline", "没有现任", "这类岗位目前没有人任职。")
        self.holders.show_rows(holder_columns(), view.holders, ids)
        scores = [each.low for each in view.holders]
        words = f"{len(scores)} 人，平均 {sum(scores) / len(scores):.1f}" if scores else "0 人"
        self._average.setText(words + (f"，空缺 {len(view.vacant)}" if view.vacant else ""))
        self._match.setEnabled(bool(view.vacant or view.holders))

    def _people_link(self, key: str, asked: Asked) -> QWidget:
        self._people[key] = (asked.people, asked.text)
        made = link(f"{names.number(len(asked.people))} 人", self._on_people, "满足这一条的干部")
        made.setObjectName(key)
        made.setEnabled(bool(asked.people))
        return made

    def _on_chosen(self, id: object) -> None:
        self._show()

    def _on_people(self) -> None:
        people, text = self._people[self.sender().objectName()]
        self._context.navigator.go(ShowPeople(people, f"满足：{text}"))

    def _on_would(self) -> None:
        view = self.current()
        found = None if view is None else would.of_portrait(view.portrait)
        if found is not None:
            self._context.navigator.go(RunQuery(write(found)))

    def _on_person(self, id: object) -> None:
        self._context.navigator.go(OpenPerson(str(id).split("|", 1)[0]))

    def _on_match(self) -> None:
        view = self.current()
        if view is None:
            return
        post = view.vacant[0] if view.vacant else view.holders[0].post
        current = self.holders.current_id()
        if current and not view.vacant:
            post = current.split("|", 1)[1]
        self._context.navigator.go(MatchPost(post))


def short_name(text: str, longest: int) -> str:
    """Name a portrait in a few characters for the switch; general ones by their role."""
    plain = text.removesuffix("画像").replace("县（市、区）", "县")
    for role in ("正职", "副职", "其他成员"):
        if plain.endswith(f"{role}通用权重"):
            return role
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
