"""The tab 成员: photo cards or the roster, and at the right how the members are spread."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leadership_model.charts.ladder import age_ladder
from ui import names, theme
from ui.card.photo import paint_figure
from ui.charts.view import ChartView
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.navigation import OpenPerson, ShowPeople
from ui.pages.assessment import roster, work
from ui.pages.assessment.roster import Member
from ui.pages.assessment.ticks import Ticks
from ui.pages.assessment.work import View
from ui.tables import painting
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.segments import Segments

WIDE, HIGH = 190, 92


class PhotoCard(QWidget):
    """One member: photo, name, age, post and time in post; a click opens the card."""

    clicked = Signal(object)

    def __init__(self, member: Member, id: str) -> None:
        super().__init__()
        self._member, self._id = member, id
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{member.name} {member.post}")
        self.setToolTip(f"{member.name}\n{member.post}\n{_facts(member)}\n{_since(member)}")
        if id:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def id(self) -> str:
        """The id of the person, empty for an outsider."""
        return self._id

    def show_picture(self, jpeg: bytes) -> None:
        """Show the photo instead of the neutral figure."""
        self._picture = QPixmap()
        self._picture.loadFromData(jpeg)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.color("accent" if self.hasFocus() else "line"))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(whole, 6, 6)
        inset = theme.px(8)
        photo = QRectF(inset, inset, theme.px(58), self.height() - 2 * inset)
        if self._picture is None or self._picture.isNull():
            paint_figure(painter, photo, self._member.name)
        else:
            scaled = self._picture.size().scaled(
                photo.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(0, 0, scaled.width(), scaled.height())
            place.moveCenter(photo.center())
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        self._paint_words(painter, photo.right() + inset)
        painter.end()

    def _paint_words(self, painter: QPainter, left: float) -> None:
        room = self.width() - left - theme.px(8)
        member = self._member
        post = work.short_post(member.post)
        lines = (
            (member.name, 15, True, "text", 21),
            (_facts(member), 12, False, "text2", 18),
            (post, 12, False, "text", 18),
            (_since(member), 12, False, "text2", 18),
        )
        y = float(theme.px(8))
        for text, size, bold, tone, high in lines:
            painter.setFont(theme.font(size, bold))
            painter.setPen(theme.color(tone))
            box = QRectF(left, y, room, theme.px(high))
            shown = painting.elided(text, size, bold, room)
            painter.drawText(box, painting.side_flags("left"), shown)
            y += theme.px(high)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._id and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.clicked.emit(self._id)
        else:
            super().keyPressEvent(event)


def _facts(member: Member) -> str:
    if not member.known:
        return "库外人员，资料未知"
    age = "年龄待核" if member.age is None else f"{member.age} 岁"
    return " · ".join(filter(None, (member.sex, age, member.ethnicity)))


def _since(member: Member) -> str:
    return "" if member.months is None else f"任现职 {names.span(member.months)}"


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
        self._note = label("", "note")
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
        self.ticks = tuple(Ticks() for _ in roster.SCALES)
        self.ladder = ChartView()
        self.bars = tuple(ChartView() for _ in range(len(roster.FIELDS) + 1))
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
        area.setFixedWidth(theme.px(352))
        return area

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
        for view, scale in zip(self.ticks, roster.scales(seen), strict=True):
            view.show_scale(scale)
        self.ladder.show_spec(age_ladder(seen.world, seen.team))
        for title, chart, spec in zip(self._titles, self.bars, roster.spreads(seen), strict=True):
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
    from leadership_model.store import photo

    found = {}
    for id in ids:
        control.check()
        jpeg = photo.get(engine, id)
        if jpeg:
            found[id] = jpeg
    return found
