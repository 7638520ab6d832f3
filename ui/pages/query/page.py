"""模型查询: a question as lines, as facets and as a sentence; the people, teams and posts found."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from leadership_model import months
from leadership_model.changes import Changes
from ui import navigation as go
from ui import theme
from ui.context import Context
from ui.navigation import Request
from ui.page import Page
from ui.pages.query import actions
from ui.pages.query.counting import Counting
from ui.pages.query.desk import Desk
from ui.pages.query.giving import Giving
from ui.pages.query.keeping import Keeping
from ui.pages.query.models_view import ModelsView
from ui.pages.query.people_view import LARGE, PeopleView
from ui.pages.query.posts_view import PostsView
from ui.pages.query.teams_view import TeamsView
from ui.pages.query.tools import JOBS, KEPT, Tools
from ui.pages.query.work import Answered, why_nobody
from ui.widgets.buttons import ActionButton, button, icon_button
from ui.widgets.segments import Segments

TABS = (
    ("people", "查人"),
    ("counting", "结果统计"),
    ("teams", "查班子"),
    ("posts", "查岗位"),
    ("models", "查模型"),
)


class QueryPage(Page):
    """Asks questions and hands on what they find."""

    title = "模型查询"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = Segments(TABS)
        self.tabs.chosen.connect(self.turn)
        self.header.add_left(self.tabs)
        self.people = PeopleView(context)
        self.desk = Desk(context, self.people, self)
        self.giving = Giving(context, self.desk, self)
        self.keeping = Keeping(context, self.desk, self)
        self.teams = TeamsView(context)
        self.posts = PostsView(context)
        self.models = ModelsView(context)
        self.counting = Counting(context)
        self.stack = QStackedWidget()
        for each in (self.people, self.counting, self.teams, self.posts, self.models):
            self.stack.addWidget(each)
        self.body.addWidget(self.stack, 1)
        self.people.table.opened.connect(self._on_person)
        self.people.table.activated_id.connect(self._on_person)
        self.people.saved_chosen.connect(self.keeping.open)
        self.people.saved_menu_asked.connect(self._on_saved_menu)
        self.desk.answered_anew.connect(self._on_answered)
        self.tools = Tools(self.giving, self, self.people)
        self._make_commands()
        self.set_narrow(self.narrow)

    def _make_commands(self) -> None:
        self.commands = {
            "save": self.command(actions.SAVE, self.keeping.save),
            "roster": self.command(actions.ROSTER, self.giving.roster),
            "forms": self.command(actions.FORMS, self.giving.forms),
            "pool": self.command(actions.POOL, self._on_pool, primary=True),
            "copy": self.command(actions.COPY, self._on_copy, button=False),
            "inside": self.command(actions.INSIDE, self._on_inside, button=False),
            "unite": self.command(actions.UNITE, self._on_unite, button=False),
            "subtract": self.command(actions.SUBTRACT, self._on_subtract, button=False),
            "edit": self.command(actions.EDIT, self._on_edit, button=False),
            "clear": self.command(actions.CLEAR, self._on_clear, button=False),
            "print": self.command(actions.PRINT, self.giving.on_paper, button=False),
            "statistics": self.command(actions.STATISTICS, self.giving.statistics, button=False),
        }
        self.people.head.addWidget(ActionButton(self.commands["inside"], "small"))
        more = icon_button("dots-horizontal", "并入、剔除、复制名单", self._on_more, small=True)
        self.more_button = more
        self.people.head.addWidget(more)
        self.people.steps_button.clicked.connect(self._on_steps)
        self.people.stats_card.header.addWidget(ActionButton(self.commands["statistics"], "small"))
        self.cross_button = button(
            "交叉表",
            self._on_cross,
            icon="table-pivot",
            kind="small",
            tip="按任意两个要素交叉统计结果",
        )
        self.people.stats_card.header.addWidget(self.cross_button)

    # ---- what a page answers

    def narrowed(self) -> None:
        if hasattr(self, "people"):
            self.people.set_narrow(self.narrow)
            self.header.show_words(not (self.narrow and theme.px(100) > LARGE))

    def refresh(self, changes: Changes) -> None:
        asides = {"saved_query", "scenario", "setting", "own", *KEPT}
        self.tools.look_again(changes)
        if changes.touches("saved_query") or not self.keeping.queries:
            self.keeping.read()
        if changes.kinds - asides:
            self.desk.look_again()
            self.posts.show_world(self.workspace.world)
            self.teams.show_world(self.workspace.world)
            self.models.show_world(self.workspace.world)

    def refresh_survey(self) -> None:
        self.teams.show_survey(self.workspace.survey)

    def receive(self, request: Request) -> None:
        match request:
            case go.ShowPeople(ids, title, note):
                self.turn("people")
                self.desk.show_people(ids, title, note)
            case go.RunQuery(sentence, kept):
                self.turn("people")
                self.keeping.open_wanted(kept, sentence)
            case go.ShowTeams(ids, title, note):
                self.turn("teams")
                self.teams.show_list(ids, title, note)
            case go.ShowPosts(ids, title, note):
                self.turn("posts")
                self.posts.show_list(ids, title, note)
            case _:
                return

    def at_hand(self) -> go.MakePapers:
        people = self.desk.chosen()
        if self.tabs.current() != "people" or people is None or not people.ids:
            return go.MakePapers()
        return go.MakePapers(people.ids, "查得名单")

    def undo_stack(self) -> QUndoStack | None:
        return self.desk.undo

    def leave(self) -> None:
        for key in (
            "query.answer",
            "query.roll",
            "query.saved",
            "query.file",
            "query.paper",
            "query.counts",
            "query.states",
            "query.later",
            *JOBS,
        ):
            self.jobs.cancel(key)
        self.desk.undo.clear()

    def turn(self, tab: str) -> None:
        """Show a tab."""
        self.tabs.set_current(tab)
        self.stack.setCurrentIndex([id for id, _ in TABS].index(tab))
        for action in (*self.commands.values(), *self.tools.commands.values()):
            action.setVisible(tab == "people")
        self._show_note()

    # ---- what arrives

    def _on_answered(self, answered: Answered) -> None:
        self.counting.show_answered(answered)
        if not answered.people.ids:
            self._explain(answered)
        self._show_note()

    def _explain(self, answered: Answered) -> None:
        """Say why nobody is listed, and what would help."""
        title, words = why_nobody(answered, self.workspace.catalogue)
        self.people.table.set_empty(
            "account-search-outline", title, words, "清空条件", self.desk.clear
        )

    def _show_note(self) -> None:
        month = months.show_iso(self.workspace.as_of)
        answered = self.desk.answered
        if self.tabs.current() != "people" or answered is None:
            self.header.show_note(f"基准日期 {month}")
            return
        everybody = self.workspace.world.facts.count
        self.header.show_note(
            f"基准日期 {month} · {everybody:,} 人中查得 {len(answered.people):,} 人"
            f" · 用时 {max(answered.milliseconds, 1):.0f} 毫秒"
        )

    def _on_person(self, id: str) -> None:
        self.navigator.go(go.OpenPerson(id))

    # ---- menus

    def _on_saved_menu(self, at: QWidget) -> None:
        menu = QMenu(self)
        for id in ("save", "clear", "edit"):
            menu.addAction(self.commands[id])
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        self.keeping.menu(at, menu)

    def _on_more(self) -> None:
        menu = QMenu(self)
        self.tools.add_to(menu)
        for id in ("inside", "unite", "subtract", "copy", "print"):
            menu.addAction(self.commands[id])
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _on_cross(self) -> None:
        self.counting.turn("cross")
        self.turn("counting")

    def _on_steps(self) -> None:
        menu = QMenu(self)
        for at, words, now in self.desk.steps():
            action = QAction(f"{at}　{words}", menu)
            action.setCheckable(True)
            action.setChecked(now)
            action.setData(at)
            menu.addAction(action)
        menu.triggered.connect(self._on_step)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        button = self.people.steps_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_step(self, action: QAction) -> None:
        self.desk.go_to(int(action.data()))

    # ---- lists and files

    def _on_pool(self) -> None:
        people = self.desk.chosen()
        if people is not None:
            title = people.origin if len(people.origin) <= 40 else f"{people.origin[:39]}…"
            self.navigator.go(go.UsePool(people.ids, title))

    def _on_copy(self) -> None:
        ids = self.people.chosen_ids()
        self.people.table.copy_ids(ids)
        self.context.say(f"已复制 {len(ids):,} 人，可粘贴到 Excel。")

    def _on_inside(self) -> None:
        self.desk.fix("inside")

    def _on_unite(self) -> None:
        self.desk.fix("unite")

    def _on_subtract(self) -> None:
        self.desk.fix("subtract")

    def _on_edit(self) -> None:
        self.people.bar.edit()

    def _on_clear(self) -> None:
        self.desk.clear()
