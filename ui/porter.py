"""People, posts and teams carried from any list into a plan: by the mouse, or by a key.

The mouse takes what was pulled out of a list to the button of 模拟配备 in the rail, where the page
opens, and on to a place there. Not Qt's own drag and drop: its nested event loop would stop jobs
from delivering. A list asks `porter_of`; ids it does not know are never carried.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui import names, theme
from ui.navigation import AddToPlan, Request, StaffTeams, UsePool
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.window import Window

TARGET = "staffing"


class Pull:
    """A press in a list that becomes a pull as soon as the mouse has gone far enough."""

    def __init__(self) -> None:
        self.ids: tuple[str, ...] = ()
        self._from = QPoint()

    def press(self, event: QMouseEvent, ids: Sequence[str]) -> None:
        """Remember where a press was, and on what; nothing where it can be no pull."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        self.ids = tuple(ids) if plain and left else ()
        self._from = event.position().toPoint()

    def far(self, event: QMouseEvent) -> bool:
        """Say whether the mouse has left the place of the press."""
        step = event.position().toPoint() - self._from
        return bool(self.ids) and step.manhattanLength() >= QApplication.startDragDistance()

    def end(self) -> tuple[str, ...]:
        """Give what was pulled, and forget it."""
        ids, self.ids = self.ids, ()
        return ids


class Porter(QObject):
    """One for the window. `ids` is what is in its hands, nothing most of the time."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.ids: tuple[str, ...] = ()
        self.tag: QLabel | None = None

    def request(self, ids: Sequence[str]) -> Request | None:
        """Give what leads some ids into a plan; None for what is no person, post or team."""
        workspace = self._window.context.workspace
        if not ids or not workspace.is_open:
            return None
        snapshot = workspace.snapshot
        if all(id in snapshot.people.positions for id in ids):
            return AddToPlan(ids[0]) if len(ids) == 1 else UsePool(tuple(ids), self._words(ids))
        if all(id in snapshot.posts.positions for id in ids):
            owners = snapshot.posts.owners()
            teams = (int(owners[snapshot.posts.positions[id]]) for id in ids)
            return StaffTeams(tuple(dict.fromkeys(snapshot.teams.ids[team] for team in teams)))
        if all(id in snapshot.teams.positions for id in ids):
            return StaffTeams(tuple(ids))
        return None

    def send(self, ids: Sequence[str]) -> bool:
        """Lead some ids into a plan at once; False where that cannot be."""
        request = self.request(ids)
        if request is not None:
            self._window.lead(request)
        return request is not None

    def begin(self, ids: Sequence[str], at: QPointF) -> bool:
        """Take what was pulled out of a list into the hands; False where it cannot be carried."""
        if self.request(ids) is None:
            return False
        self.ids = tuple(ids)
        self.tag = label(self._words(ids), "strong")
        self.tag.setObjectName("popup")
        self.tag.setParent(self._window)
        self.tag.setMargin(theme.px(6))
        self.tag.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tag.adjustSize()
        self.tag.show()
        self._move(at)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._window.status.say("拖到左侧“模拟配备”，再放到岗位上；Esc 放弃")
        return True

    def end(self) -> None:
        """Carry nothing any more."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.ids = ()
        if self.tag is not None:
            self.tag.hide()
            self.tag.deleteLater()
            self.tag = None
        for page in self._window.pages.values():
            page.carry_off()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.ids or not isinstance(watched, QWidget):
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.end()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._move(event.globalPosition())
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._drop(event.globalPosition())
        return False

    def _move(self, at: QPointF) -> None:
        assert self.tag is not None
        here = self._window.mapFromGlobal(at.toPoint())
        self.tag.move(here + QPoint(theme.px(12), theme.px(10)))
        if self._over_rail(at) and self._window.current != TARGET:
            self._window.open_page(TARGET)
        self.tag.raise_()
        self._page_carry(at)

    def _page_carry(self, at: QPointF) -> None:
        page = self._window.pages.get(self._window.current)
        if page is not None:
            page.carry_over(self.ids, at)

    def _drop(self, at: QPointF) -> None:
        ids, page = self.ids, self._window.pages.get(self._window.current)
        on_page = page is not None and page.rect().contains(page.mapFromGlobal(at).toPoint())
        self.end()
        if on_page and page is not None and page.carry_in(ids, at):
            return
        if self._over_rail(at) or (on_page and self._window.current == TARGET):
            self.send(ids)

    def _over_rail(self, at: QPointF) -> bool:
        button = self._window.rail.button(TARGET)
        return button.rect().contains(button.mapFromGlobal(at).toPoint())

    def _words(self, ids: Sequence[str]) -> str:
        """Name what is carried: 张三, 张三等 3 人, 2 个岗位."""
        snapshot = self._window.context.workspace.snapshot
        first = snapshot.people.positions.get(ids[0])
        if first is not None:
            name = names.person_name(snapshot, first)
            return name if len(ids) == 1 else f"{name}等 {len(ids)} 人"
        return f"{len(ids)} 个{'岗位' if ids[0] in snapshot.posts.positions else '班子'}"


def porter_of(widget: QWidget) -> Porter | None:
    """Give the porter of the window a widget is in; None in a dialog, or before there is one."""
    found = getattr(widget.window(), "porter", None)
    return found if isinstance(found, Porter) else None
