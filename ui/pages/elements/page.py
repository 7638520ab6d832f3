"""要素维护: a list of sections at the left, the one chosen at the right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.changes import NOTHING, Changes
from ui import theme
from ui.context import Context
from ui.navigation import (
    EditPerson,
    EditTeam,
    ImportFiles,
    Request,
    ShowElement,
    ShowImports,
    ShowIssues,
)
from ui.page import Page
from ui.pages.elements import contents
from ui.pages.elements.actions import EXPORT, IMPORT, REVERT, SAVE
from ui.pages.elements.career_section import CareersSection
from ui.pages.elements.code_lists import CodesSection
from ui.pages.elements.exporting import export_table
from ui.pages.elements.importing import ImportSection
from ui.pages.elements.issue_jump import to_person_field, to_team_field
from ui.pages.elements.issue_work import count_work
from ui.pages.elements.issues import IssuesSection
from ui.pages.elements.library import LibrarySection
from ui.pages.elements.people import PeopleSection
from ui.pages.elements.post_section import PostsSection
from ui.pages.elements.section import Section
from ui.pages.elements.team_section import TeamsSection
from ui.widgets.card import Card
from ui.widgets.lists import TwoLineList
from ui.widgets.stack import Stack
from ui.workspace import EVERYTHING

S = TypeVar("S", bound=Section)
LARGE_TEXT = 125  # per cent; from there on a wide window has the room of a narrow one
MAKERS: dict[str, Callable[[Context, QWidget], Section]] = {
    "people": PeopleSection,
    "teams": TeamsSection,
    "posts": PostsSection,
    "library": LibrarySection,
    "codes": CodesSection,
    "careers": CareersSection,
    "issues": IssuesSection,
    "import": ImportSection,
}


class ElementsPage(Page):
    """The page. Sections are made when they are first turned to."""

    title = "要素维护"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.sections: dict[str, Section] = {}
        self._waiting: dict[str, Changes] = {}
        self._own: dict[str, list[QAction]] = {}  # commands of sections
        self._work: dict[str, int] = {}  # what is left to do, by section
        super().__init__(context, parent)
        self.nav = TwoLineList()
        self.nav.setAccessibleName("要素维护各部分")
        self.stack = Stack()
        self._export = self.command(EXPORT, self._on_export)
        self._revert = self.command(REVERT, self._on_revert, button=False)
        self._save = self.command(SAVE, self._on_save, button=False)
        self.command(IMPORT, self._on_import, primary=True)
        self._nav_card = Card().flush()
        self._nav_card.body.addWidget(self.nav)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._nav_card)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        self.setAcceptDrops(True)
        self._show_nav()
        self.nav.choose("people", announce=False)
        self.narrowed()
        self.nav.chosen.connect(self._on_turned)

    # ---- what the window asks

    def refresh(self, changes: Changes) -> None:
        for name in self.sections:
            self._waiting[name] = self._waiting.get(name, NOTHING) | changes
        self._show_nav()
        self.turn(self.current())
        work = partial(count_work, self.workspace.world)
        self.jobs.read(work, "elements.issues", self._on_counted)

    def refresh_survey(self) -> None:
        for section in self.sections.values():
            section.refresh_survey()

    def receive(self, request: Request) -> None:
        match request:
            case EditPerson(id, field):
                people = self._turned("people", PeopleSection)
                people.edit_person(id)
                to_person_field(people.form, field)
            case EditTeam(id, field):
                teams = self._turned("teams", TeamsSection)
                teams.turn_kind("team")
                teams.show_id(id)
                to_team_field(teams.form, field)
            case ShowElement(id):
                self._turned("library", LibrarySection).show_element(id)
            case ShowIssues(rule):
                self._turned("issues", IssuesSection).show_rule(rule)
            case ShowImports(batch):
                self._turned("import", ImportSection).show_batch(batch)
            case ImportFiles(paths):
                self.turn("import")
                self._take_files(paths)

    def narrowed(self) -> None:
        if not hasattr(self, "_nav_card"):
            return
        self._nav_card.setFixedWidth(min(theme.px(158 if self.tight() else 196), 182))
        for section in self.sections.values():
            section.set_narrow(self.tight())

    def tight(self) -> bool:
        """Say whether there is little room: a narrow window, or large text."""
        return self.narrow or theme.px(100) >= LARGE_TEXT

    def unsaved(self) -> str:
        dirty = [contents.TITLES[name] for name, made in self.sections.items() if made.dirty()]
        return "、".join(f"要素维护的“{each}”" for each in dirty)

    def leave(self) -> None:
        self.jobs.cancel("elements.issues")
        for section in self.sections.values():
            section.leave()

    # ---- sections

    def current(self) -> str:
        """The name of the section shown."""
        return self.nav.current_id() or "people"

    def section(self) -> Section:
        """The section shown."""
        return self.sections[self.current()]

    def _turned(self, name: str, kind: type[S]) -> S:
        """Show a section and give it."""
        self.turn(name)
        found = self.sections[name]
        assert isinstance(found, kind)
        return found

    def turn(self, name: str) -> None:
        """Show a section, made now if it was never shown, and up to date."""
        if name not in self.sections:
            made = MAKERS[name](self.context, self)
            made.noted.connect(self._on_noted)
            self._own[name] = [
                self.command(action, slot, button=False) for action, slot in made.commands()
            ]
            if isinstance(made, TeamsSection):
                made.post_wanted.connect(self._on_post_wanted)
            if isinstance(made, CodesSection):
                made.unit_wanted.connect(self._on_unit_wanted)
            made.set_narrow(self.tight())
            self.sections[name] = made
            self.stack.addWidget(made)
            self._waiting[name] = EVERYTHING
        if self.nav.current_id() != name:
            self.nav.choose(name, announce=False)
        self.stack.setCurrentWidget(self.sections[name])
        changes = self._waiting.pop(name, None)
        if changes is not None and self.workspace.is_open:
            with QSignalBlocker(self.sections[name]):  # it is asked once, below
                self.sections[name].refresh(changes)
        self._on_noted()

    # ---- files dropped on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(
            Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()
        )
        event.acceptProposedAction()
        self.turn("import")
        self._take_files(paths)

    # ---- slots

    def _on_turned(self, name: object) -> None:
        self.turn(str(name))

    def _on_unit_wanted(self, unit: object) -> None:
        self.turn("teams")
        section = self.sections["teams"]
        assert isinstance(section, TeamsSection)
        section.turn_kind("unit")
        section.show_id(str(unit))

    def _on_post_wanted(self, team: object) -> None:
        self.turn("posts")
        section = self.sections["posts"]
        assert isinstance(section, PostsSection)
        section.begin_in(str(team))

    def _on_noted(self) -> None:
        section = self.sections.get(self.current())
        if section is None or not self.workspace.is_open:
            return
        self.header.show_note(section.note())
        for name, actions in self._own.items():
            for action in actions:
                action.setEnabled(name == self.current())
        self._export.setEnabled(section.table() is not None)
        self._save.setEnabled(section.dirty())
        self._revert.setEnabled(section.dirty())

    def _on_save(self) -> None:
        self.section().save()

    def _on_revert(self) -> None:
        self.section().revert()

    def _on_import(self) -> None:
        self.turn("import")
        self._take_files(())

    def _on_export(self) -> None:
        table = self.section().table()
        if table is not None:
            export_table(self.context, table, contents.TITLES[self.current()], self.exported)

    def exported(self, path: Path) -> None:
        """Say where the list was written."""
        self.context.say(f"已导出到 {path}")

    def _take_files(self, paths: tuple[Path, ...]) -> None:
        section = self.sections["import"]
        assert isinstance(section, ImportSection)
        section.begin(paths)

    # ---- counts

    def _on_counted(self, counts: dict[str, int]) -> None:
        self._work = counts
        self._show_nav()

    def _show_nav(self) -> None:
        counted: dict[str, int] = {}
        if self.workspace.is_open and theme.px(100) < LARGE_TEXT:  # else the names need the room
            counted = contents.counts(self.workspace) | self._work
        items = contents.items(counted)
        if items != self.nav.items():
            self.nav.show_items(items)
