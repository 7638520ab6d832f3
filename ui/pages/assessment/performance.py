"""The tab 绩效指标: places of teams in an indicator system, their monthly tasks, its items."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leadership_model.people.indicator_system import System, systems
from ui.context import Context
from ui.pages.assessment.performance_places import Places
from ui.pages.assessment.performance_systems import Systems
from ui.pages.assessment.performance_tasks import Tasks
from ui.pages.assessment.work import View
from ui.widgets.card import Card
from ui.widgets.labels import Elided
from ui.widgets.segments import Segments

KINDS = (("places", "排名"), ("tasks", "任务清单"), ("items", "指标体系"))
SCOPES = (("all", "全部"), ("team", "本班子"))


class PerformanceTab(QWidget):
    """Shows one indicator system in three panes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._known: tuple[System, ...] = ()
        self.systems = QComboBox()
        self.systems.setAccessibleName("指标体系")
        self.systems.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind, self.scope = Segments(KINDS), Segments(SCOPES)
        self._note = Elided("", "note")
        self.places, self.tasks, self.items = Places(context), Tasks(context), Systems(context)
        self.panes: dict[str, Places | Tasks | Systems] = {
            "places": self.places,
            "tasks": self.tasks,
            "items": self.items,
        }
        self._lay_out()
        for segments in (self.kind, self.scope):
            segments.chosen.connect(self._on_choice)
        self.systems.activated.connect(self._on_choice)
        self.items.made.connect(self.choose)
        for pane in self.panes.values():
            pane.noted.connect(self._on_noted)

    def _lay_out(self) -> None:
        first, second, self._stack = QHBoxLayout(), QHBoxLayout(), QStackedWidget()
        first.addWidget(self.kind)
        choices = (self.places.spans, self.items.versions, self.scope, self.tasks.stands)
        for widget in (self.systems, *choices):
            first.addWidget(widget)
        first.addStretch(1)
        second.addWidget(self._note, 1)
        for pane in self.panes.values():
            self._stack.addWidget(pane)
            for tool in pane.tools:
                second.addWidget(tool)
        framed = Card().flush()
        framed.body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(framed, 1)

    @property
    def system(self) -> System | None:
        """The system shown."""
        at = self.systems.currentIndex()
        return self._known[at] if 0 <= at < len(self._known) else None

    def show_team(self, view: View) -> None:
        """Take the team and the world it is seen in."""
        former = self.system
        self._seen, self._known = view, systems(view.world.snapshot)
        self.systems.clear()
        self.systems.addItems([each.name for each in self._known])
        kept = [at for at, e in enumerate(self._known) if former is not None and e.id == former.id]
        self.systems.setCurrentIndex(kept[0] if kept else 0)
        self._show()

    def choose(self, id: object) -> None:
        """Show another system by its id."""
        at = next((i for i, each in enumerate(self._known) if each.id == id), -1)
        if at >= 0:
            self.systems.setCurrentIndex(at)
            self._show()

    def _show(self) -> None:
        kind = self.kind.current()
        for id, pane in self.panes.items():
            for tool in pane.tools:
                tool.setVisible(kind == id)
        self._stack.setCurrentWidget(self.panes[kind])
        self.places.spans.setVisible(kind == "places")
        self.tasks.stands.setVisible(kind == "tasks")
        self.scope.setVisible(kind != "items")
        if self._seen is not None:
            self.panes[kind].show_system(self._seen, self.system, self.scope.current())
        self.items.versions.setVisible(kind == "items" and self.items.many)

    def _on_choice(self, _id: object) -> None:
        self._show()

    def _on_noted(self) -> None:
        self._note.setText(self.panes[self.kind.current()].note())
