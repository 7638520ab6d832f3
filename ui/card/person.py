"""The card of one person, as the drawer shows it."""

from functools import partial

from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people import held
from leadership_model.people.hold import Hold
from ui import holding, names
from ui.card import parts
from ui.card.facts import CardFacts, gather, leaving
from ui.card.lanes import CareerLanes
from ui.card.photo import Photo
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.navigation import AddToPlan, EditPerson, MakePapers, MatchPerson
from ui.porter import Pull, porter_of
from ui.widgets.buttons import button
from ui.widgets.card import hairline
from ui.widgets.emptying import put_in
from ui.widgets.labels import label, link
from ui.workspace import EVERYTHING

LATEST = 4  # career lines shown until all are asked for


class PersonCard(QWidget):
    """Shows one person and looks again when the world changes; buttons lead to other pages."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self.facts: CardFacts | None = None
        self.holds: list[Hold] = []
        self._photo = Photo()
        self._pull = Pull()
        self._whole = False
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 10)
        foot.setSpacing(8)
        self.match = button("以人找岗", self._on_match, icon="vector-link")
        self.plan = button("加入方案", self._on_plan, icon="plus")
        self.form = button("审批表", self._on_form, icon="file-document-outline")
        for each in (self.match, self.plan, self.form):
            foot.addWidget(each, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._area, 1)
        box.addWidget(hairline())
        box.addLayout(foot)
        context.workspace.changed.connect(self._on_changed)
        context.workspace.surveyed.connect(self._on_surveyed)

    @property
    def person_id(self) -> str:
        """The id of the person shown, or an empty text."""
        return self._id

    def show_person(self, id: str) -> None:
        """Show another person."""
        if id != self._id:
            self._whole = False
            self._photo.show_picture(None, "")
        self._id = id
        self._look()

    def clear(self) -> None:
        """Show nobody."""
        self._context.jobs.cancel("card")
        self._context.jobs.cancel("card.photo")
        self._id, self.facts = "", None

    # ---- looking

    def _look(self) -> None:
        workspace = self._context.workspace
        person = workspace.snapshot.people.positions.get(self._id)
        if person is None:  # taken out meanwhile, by an undone import for example
            self.clear()
            return
        self.facts = gather(workspace.world, workspace.survey, person)
        self._build(self.facts)
        if self.facts.has_photo and workspace.loaded.engine is not None:
            workspace.read(partial(_photo, self._id), "card.photo", self._on_photo)
        if self.facts.seated:
            work = partial(_leaving, workspace.world, person)
            self._context.jobs.read(work, "card", self._on_leaving)

    def _build(self, facts: CardFacts) -> None:
        place = self._area.verticalScrollBar().value()
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 14, 14, 10)
        column.setSpacing(7)
        # The photo is kept; everything else is made anew.
        self._photo.setParent(inner)
        self._photo.show_name(facts.name)
        column.addLayout(parts.head(facts, self._photo))
        column.addLayout(parts.fields(facts.fields))
        self._add_career(column, facts)
        column.addWidget(hairline())
        column.addWidget(label("年度考核", "note"))
        column.addLayout(parts.appraisals(facts))
        column.addWidget(hairline())
        column.addLayout(parts.notes(facts))
        self._after = QVBoxLayout()
        column.addLayout(self._after)
        edit = link("打开要素维护中的完整记录", self._on_edit)
        column.addWidget(edit)
        self._add_holds(column)
        column.addStretch(1)
        put_in(self._area, inner)
        self._area.verticalScrollBar().setValue(place)

    def _add_holds(self, column: QVBoxLayout) -> None:
        """Tell of 暂缓使用 whom it is for; the way to hold and to lift."""
        workspace = self._context.workspace
        found = held.seen(workspace.snapshot, workspace.as_of, workspace.user)
        self.holds = [each for each in found if each.person == self._id]
        for each in self.holds:
            words = f"暂缓使用至 {names.month(each.until)}：{each.reason}（{each.entered_by}）"
            column.addWidget(label(words, "near", wrap=True))
        if self.holds:
            column.addWidget(link("解除暂缓使用", self._on_lift))
        elif workspace.loaded.engine is not None:
            column.addWidget(link("暂缓使用…", self._on_hold, "一段时间内不列入各种人选"))

    def _add_career(self, column: QVBoxLayout, facts: CardFacts) -> None:
        column.addWidget(hairline())
        column.addWidget(label("履历 · 按单位类别", "note"))
        lanes = CareerLanes()
        lanes.show_career(facts)
        column.addWidget(lanes)
        for start, end in facts.gaps:
            column.addLayout(parts.gap(start, end))
        lines = facts.career if self._whole else facts.career[:LATEST]
        for line in lines:
            column.addLayout(parts.career_line(*line))
        if len(facts.career) > len(lines):
            more = link(f"全部 {len(facts.career)} 段任职", self._on_whole)
            column.addWidget(more)

    # ---- pulled into a plan

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pull.press(event, (self._id,) if self._id else ())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        porter = porter_of(self)
        if self._pull.far(event) and porter is not None:
            porter.begin(self._pull.end(), event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pull.end()

    # ---- what happens

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if self._id and (changes.people is None or changes.kinds & EVERYTHING.kinds):
            self._look()

    def _on_surveyed(self) -> None:
        if self._id:
            self._look()

    def _on_leaving(self, found: tuple[tuple[str, str, str], ...]) -> None:
        if found:
            parts.fill_leaving(self._after, found)

    def _on_photo(self, found: bytes | None) -> None:
        if found:
            picture = QPixmap()
            picture.loadFromData(found)
            self._photo.show_picture(picture, self.facts.name if self.facts else "")

    def _on_whole(self) -> None:
        self._whole = True
        if self.facts is not None:
            self._look()

    def _on_match(self) -> None:
        self._context.navigator.go(MatchPerson(self._id))

    def _on_plan(self) -> None:
        self._context.navigator.go(AddToPlan(self._id))

    def _on_hold(self) -> None:
        holding.hold_person(self._context, self._id, self.window())

    def _on_lift(self) -> None:
        holding.lift(self._context, self.holds[0])

    def _on_form(self) -> None:
        name = self.facts.name if self.facts is not None else ""
        self._context.navigator.go(MakePapers((self._id,), name, "form"))

    def _on_edit(self) -> None:
        self._context.navigator.go(EditPerson(self._id))


def _photo(id: str, engine: Engine, control: Control) -> bytes | None:
    from leadership_model.sample import photo

    control.check()
    return photo.of_person(engine, id)


def _leaving(world: object, person: int, control: Control) -> object:
    control.check()
    return leaving(world, person)  # type: ignore[arg-type]
