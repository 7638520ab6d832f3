"""The tab 成员: photo cards or the roster, and at the right how the members are spread."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leadership_model.charts.ladder import age_ladder
from ui import theme
from ui.charts.view import ChartView
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.navigation import OpenPerson, ShowPeople
from ui.pages.assessment import roster, spreads, work
from ui.pages.assessment.photo_card import PhotoCard
from ui.pages.assessment.ticks import Ticks
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Elided, label
from ui.widgets.segments import Segments


class Members(QWidget):
    """Shows the members of one team."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self.switch = Segments((("cards", "照片"), ("roster", "名册")))
        self.switch.set_current(context.settings.choices.get("assessment.members", "cards"))
        self.switch.chosen.connect(self._on_switch)
        self.all = button(
            "全部成员",
            self._on_all,
            icon="account-group-outline",
            tip="在模型查询里列出全部成员，可排序、导出或作为候选池",
        )
        self._note = Elided("", "note")
        head = QHBoxLayout()
        head.addWidget(self.switch)
        head.addWidget(self._note, 1)
        head.addWidget(self.all)
        self.cards: list[PhotoCard] = []
        self._flow_holder = QWidget()
        self._flow_holder.setObjectName("plain")
        self._flow = FlowLayout(self._flow_holder, gap=8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._flow_holder)
        self.table = TableView(context.settings, "assessment.members")
        self.table.opened.connect(self._on_person)
        self.table.activated_id.connect(self._on_person)
        framed = Card().flush()
        framed.body.addWidget(self.table)
        self._stack = QStackedWidget()
        self._none = EmptyState(
            "seat-outline", "这个班子目前没有成员", "岗位都空缺。可以在模拟配备里为它选人。"
        )
        for each in (area, framed, self._none):
            self._stack.addWidget(each)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(left, 1)
        whole.addWidget(self._make_side())

    def _make_side(self) -> QWidget:
        self.ticks = tuple(Ticks() for _ in spreads.SCALES)
        self.ladder = ChartView()
        self.bars = tuple(ChartView() for _ in range(len(spreads.FIELDS) + 1))
        self._titles = tuple(label("", "note") for _ in self.bars)
        card = Card("要素分布", "每条竖线一人，虚线为平均")
        for each in self.ticks:
            each.clicked.connect(self._on_person)
            card.body.addWidget(each)
        card.body.addWidget(label("年龄梯次", "note"))
        card.body.addWidget(self.ladder)
        self.ladder.clicked.connect(self._on_bar)
        for title, chart in zip(self._titles, self.bars, strict=True):
            chart.clicked.connect(self._on_bar)
            card.body.addWidget(title)
            card.body.addWidget(chart)
        card.body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(card)
        self._side = area
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(min(theme.px(352), round(self.width() * 0.4)))

    def show_team(self, seen: View) -> None:
        """Show another team."""
        self._seen = seen
        members = roster.members(seen)
        ids = [seen.world.person_ids[m.person] if m.known else "" for m in members]
        self._note.setText(f"{len(members)} 人，按岗位排序；单击打开干部卡片")
        self._flow.clear()
        self.cards = [PhotoCard(m, id) for m, id in zip(members, ids, strict=True)]
        for card in self.cards:
            card.clicked.connect(self._on_person)
            self._flow.addWidget(card)
        rows = [id or f"outsider {at}" for at, id in enumerate(ids)]
        self.table.show_rows(roster.columns(seen.world), members, rows)
        for view, scale in zip(self.ticks, spreads.scales(seen), strict=True):
            view.show_scale(scale)
        self.ladder.show_spec(age_ladder(seen.world, seen.team))
        for title, chart, spec in zip(self._titles, self.bars, spreads.spreads(seen), strict=True):
            title.setText(spec.title)
            chart.show_spec(spec)
        self._turn()
        wanted = [id for m, id in zip(members, ids, strict=True) if m.has_photo]
        if wanted and self._context.workspace.loaded.engine is not None:
            self._context.workspace.read(
                partial(_photos, tuple(wanted)), "assessment.photos", self._on_photos
            )

    def _turn(self) -> None:
        at = 0 if self.switch.current() == "cards" else 1
        self._stack.setCurrentIndex(at if self.cards else 2)

    def _on_photos(self, found: dict[str, bytes]) -> None:
        for card in self.cards:
            if card.id in found:
                card.show_picture(found[card.id])

    def _on_switch(self, id: object) -> None:
        self._context.settings.choices["assessment.members"] = str(id)
        self._turn()

    def _on_person(self, id: object) -> None:
        if not str(id).startswith("outsider"):
            self._context.navigator.go(OpenPerson(str(id)))

    def _on_bar(self, ids: Sequence[str]) -> None:
        if self._seen is not None:
            note = f"来自研判分析 · {self._seen.short} · {work.as_of(self._seen.world)}"
            title = f"{self._seen.short} 成员 {len(ids)} 人"
            self._context.navigator.go(ShowPeople(tuple(ids), title, note))

    def _on_all(self) -> None:
        if self._seen is not None:
            people = self._seen.members()
            self._context.navigator.go(self._seen.show(people, f"全部成员 {len(people)} 人"))


def _photos(ids: tuple[str, ...], engine: Engine, control: Control) -> dict[str, bytes]:
    from leadership_model.sample import photo

    found = {}
    for id in ids:
        control.check()
        jpeg = photo.of_person(engine, id)
        if jpeg:
            found[id] = jpeg
    return found
