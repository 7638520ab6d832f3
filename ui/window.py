"""The window: the frame around the pages, and where requests are led."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from leadership_model.errors import UserError
from ui import navigation as go
from ui import registry
from ui.bars import Bars
from ui.commands import Commands
from ui.context import Context
from ui.drawer import Drawer
from ui.files import Files
from ui.finding import Finder
from ui.help_dialog import HelpDialog
from ui.looks import Looks
from ui.page import Page
from ui.paperwork.desk import PaperDesk
from ui.porter import Porter
from ui.rail import Rail
from ui.standin import StandIn
from ui.statusbar import StatusBar
from ui.tasks import TaskPopup
from ui.topbar import TopBar
from ui.welcome import Welcome

BOTH = 1800  # from this width on there is room for a page and the drawer side by side
WIDE = 1600  # from this width on the rail shows labels beside icons


class Window(QMainWindow):
    """Builds the frame, makes pages when they are first asked for, remembers its state."""

    shown_page = Signal(object)
    led = Signal(object)  # a request was led to where it is answered

    def __init__(self, context: Context, looks: Looks) -> None:
        super().__init__()
        self.context, self.looks = context, looks
        self.setWindowTitle("班子模型工作台")
        self.files = Files(context, self, self.may_leave)
        self.files.take_drops_on(self)
        self.papers = PaperDesk(context, self)
        self.commands = Commands(self, context.workspace, self._handlers())
        self.pages: dict[str, Page] = {}
        self.current = ""
        self._narrow: bool | None = None
        self._build()
        self.finder, self.porter = Finder(context, self), Porter(self)
        self.tasks = TaskPopup(context.jobs, self)
        self.bars = Bars(self)
        self._connect()
        self._restore()
        if context.workspace.is_open:
            self._on_opened()
        else:
            self._show_state()

    # ---- building

    def _handlers(self) -> dict[str, Callable[..., object]]:
        pages: dict[str, Callable[..., object]] = {
            f"page.{spec.name}": self._on_page for spec in registry.PAGES
        }
        return pages | {
            "file.open": self.files.open,
            "file.new": self.files.new,
            "file.sample": self.files.sample,
            "file.import": self.files.import_files,
            "welcome.import": self.files.new_and_import,
            "file.papers": self.papers.open_here,
            "file.backup": self.files.backup,
            "file.passphrase": self.files.passphrase,
            "file.close": self.files.close,
            "file.quit": self.close,
            "edit.undo": self.context.undo.group.undo,
            "edit.redo": self.context.undo.group.redo,
            "go.find": self._on_find,
            "go.month": self._on_month,
            "view.drawer": self._on_drawer,
            "view.tasks": self._on_tasks,
            "view.theme": self.looks.toggle,
            "view.larger": self.looks.larger,
            "view.smaller": self.looks.smaller,
            "view.settings": self._on_settings,
            "help.help": self._on_help,
        }

    def _build(self) -> None:
        actions = self.commands.actions
        self.topbar = TopBar(actions, self.commands.file_menu(self), self.context.workspace.as_of)
        names = [f"page.{spec.name}" for spec in registry.PAGES]
        self.rail = Rail(
            [actions[name] for name in names], [actions["view.settings"], actions["help.help"]]
        )
        self.welcome = Welcome(actions)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        # The drawer lies over the page; where there is width for both the page gives way.
        self._room = QWidget()
        self._room.hide()
        self.status = StatusBar()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self._room)
        ground = QWidget()
        ground.setObjectName("ground")
        box = QVBoxLayout(ground)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.topbar)
        box.addLayout(middle, 1)
        box.addWidget(self.status)
        self.setCentralWidget(ground)
        self.drawer = Drawer(self.context, ground)
        self.drawer.hide()

    def _connect(self) -> None:
        context = self.context
        context.navigator.asked.connect(self.lead)
        context.say.said.connect(self.status.say)
        context.jobs.refused.connect(self._on_refused)
        context.workspace.opened.connect(self._on_opened)
        context.workspace.closed.connect(self._on_closed)
        self.topbar.month.picked.connect(context.workspace.set_month)
        self.drawer.closed.connect(self._on_drawer)
        self.welcome.recent_chosen.connect(self.files.open_path)
        self.looks.changed.connect(self._on_restyled)

    def _restore(self) -> None:
        settings = self.context.settings
        # As large as the screen allows, but never below the smallest the pages are made for.
        room = self.screen().availableGeometry().size()
        self.resize(QSize(1440, 900).boundedTo(room).expandedTo(QSize(1366, 768)))
        self.stack.setFocus()
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))
        self.welcome.show_recent(settings.recent)

    # ---- pages

    def open_page(self, name: str) -> Page:
        """Show a page, making it when it is shown the first time."""
        if name not in self.pages:
            made = registry.load(name)
            page = (
                StandIn(registry.spec(name), self.context, self.stack)
                if made is None
                else made(self.context, self.stack)
            )
            page.set_narrow(bool(self._narrow))
            self.pages[name] = page
            self.stack.addWidget(page)
        page = self.pages[name]
        self.current, self.papers.page = name, page
        self.context.settings.page = name
        self.stack.setCurrentWidget(page)
        if not page.isAncestorOf(self.focusWidget()):
            page.setFocus()  # else its keys would wait for a click into it
        self.commands.check_page(name)
        self.context.undo.activate(page.undo_stack())
        page.catch_up()
        self.shown_page.emit(name)
        return page

    def lead(self, request: go.Request) -> None:
        """Lead a request to the drawer or to the page that answers it."""
        if not self.context.workspace.is_open:
            self.status.say("请先打开或新建一个干部库。")
            return
        self.led.emit(request)
        if isinstance(request, go.OpenPerson):
            self.show_person(request.id)
            return
        name = registry.page_for(request)
        if name is not None:
            page = self.open_page(name)
            if not isinstance(request, go.OpenPage):
                page.receive(request)

    def show_person(self, id: str) -> None:
        """Show a person's card, opening the drawer."""
        if not self.drawer.pin.isChecked() or not self.drawer.person_id:
            self.drawer.show_person(id)
        self.set_drawer(True)

    def set_drawer(self, opened: bool) -> None:
        """Open or close the drawer."""
        self.drawer.setVisible(opened)
        self.context.settings.drawer = opened
        self._place_drawer()

    def page_commands(self) -> list[QAction]:
        """Give the commands that can be given now: the window's and those of the page shown."""
        page = self.pages.get(self.current)
        own = list(self.commands.actions.values())
        return own + (page.actions() if page is not None else [])

    # ---- what happens

    def _on_page(self) -> None:
        self.open_page(self.sender().objectName().removeprefix("page."))

    def _on_find(self) -> None:
        self.finder.open()

    def _on_month(self) -> None:
        self.topbar.month.open()

    def _on_drawer(self) -> None:
        self.set_drawer(not self.drawer.isVisible())

    def _on_tasks(self) -> None:
        self.tasks.open_below(self.topbar.tasks)

    def _on_settings(self) -> None:
        self.looks.ask(self)

    def _on_help(self) -> None:
        self.context.ask.show(HelpDialog(self.page_commands(), self))

    def _on_opened(self) -> None:
        known = {spec.name for spec in registry.PAGES}
        wanted = self.context.settings.page
        self.drawer.clear()
        self._show_state()
        self.open_page(wanted if wanted in known else "home")
        self.set_drawer(self.context.settings.drawer)

    def _on_closed(self) -> None:
        for page in self.pages.values():
            page.leave()
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages, self.current = {}, ""
        self.context.undo.activate(None)
        self.commands.check_page("")
        self.stack.setCurrentWidget(self.welcome)
        self.welcome.show_recent(self.context.settings.recent)
        self.drawer.clear()
        self.drawer.hide()
        self._place_drawer()
        self._show_state()

    def _on_refused(self, error: UserError) -> None:
        self.context.ask.error(error.sentence)

    def _on_restyled(self) -> None:
        for part in (self.topbar, self.rail, self.status, self.drawer):
            part.restyle()
        for page in self.pages.values():  # widths of theirs follow the scale of text
            page.set_narrow(page.narrow)
        self._place_drawer()

    def _place_drawer(self) -> None:
        """Put the drawer at the right edge, over the page or beside it."""
        width, top = self.drawer.width(), self.topbar.height()
        height = self.height() - top - self.status.height()
        self.drawer.setGeometry(self.width() - width, top, width, height)
        self.drawer.raise_()
        self._room.setFixedWidth(width)
        self._room.setVisible(not self.drawer.isHidden() and self.width() >= BOTH)

    # ---- state

    def _show_state(self) -> None:
        name = self.context.workspace.name
        self.setWindowTitle(f"{name} – 班子模型工作台" if name else "班子模型工作台")
        self.bars.show_database()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < WIDE
        if narrow != self._narrow:
            self._narrow = narrow
            self.rail.set_narrow(narrow)
            self.topbar.set_narrow(narrow)
            for page in self.pages.values():
                page.set_narrow(narrow)
        self._place_drawer()

    def may_leave(self) -> bool:
        """Ask about what was edited and not saved; True when nothing is lost or it may be."""
        found = [each for each in (page.unsaved() for page in self.pages.values()) if each]
        text = f"{'、'.join(found)}有修改还没有保存，要放弃吗？"
        return not found or self.context.ask.confirm("尚未保存", text, yes="放弃修改", danger=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        for page in self.pages.values():
            page.leave()
        self.context.settings.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        super().closeEvent(event)
