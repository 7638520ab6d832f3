"""要素库: groups, the elements of one, and the definition, spread and use of the one chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import Element
from ui import names, theme
from ui.actions import Action
from ui.context import Context
from ui.pages.elements import element_work as edits
from ui.pages.elements import library_work as work
from ui.pages.elements.actions import EXPORT_TEXT, IMPORT_TEXT
from ui.pages.elements.element_detail import ElementDetail
from ui.pages.elements.element_effect import summary
from ui.pages.elements.element_start import start_of
from ui.pages.elements.element_work import Draft, Preview, Subject
from ui.pages.elements.library_list import LibraryList
from ui.pages.elements.section import Section
from ui.pages.elements.texting import Texting
from ui.tables.view import TableView


class LibrarySection(Section):
    """Groups, list and detail; one element or filter at a time can be changed."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._library: work.Library | None = None
        self._draft: Draft | None = None
        self._preview: Preview | None = None
        self._saving = False
        self._wanted = ""
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(theme.px(10))
        self.texting = Texting(context, page)
        self.list = LibraryList(context, self._split, self.texting)
        self.list.setParent(self)
        self.groups, self.view = self.list.groups, self.list.view
        self.detail = ElementDetail(context)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(2, 1)
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        self.list.chosen.connect(self._on_chosen)
        self.list.grouped.connect(self._on_group)
        self.list.started.connect(self._on_start)
        self.view.arranged.connect(self.noted)
        self.detail.element_wanted.connect(self.show_element)
        card = self.detail.definition
        card.changed.connect(self._on_changed)
        card.save_asked.connect(self.save)
        card.revert_asked.connect(self.revert)
        card.copy_asked.connect(self._on_copy)
        card.retire_asked.connect(self._on_retire)
        card.restore_asked.connect(self._on_restore)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._split.setSizes([112, 300, 690] if narrow else [150, 450, 920])
        self.detail.set_narrow(narrow)
        self.list.set_narrow(narrow)

    # ---- what the page asks

    def refresh(self, changes: Changes) -> None:
        workspace = self.context.workspace
        self.context.jobs.read(
            partial(work.library, workspace.world, workspace.loaded.engine),
            "elements.library",
            self._on_library,
            title="正在统计各要素",
        )

    def note(self) -> str:
        catalogue = self.context.workspace.catalogue
        month = names.month(self.context.workspace.as_of)
        counts = f"{len(catalogue.elements)} 个要素，{len(catalogue.filters)} 个经历筛选"
        return f"要素库 · {counts} · 基准日期 {month}"

    def table(self) -> TableView:
        return self.view

    def commands(self) -> tuple[tuple[Action, Callable[..., object]], ...]:
        return ((EXPORT_TEXT, self.texting.export), (IMPORT_TEXT, self.texting.open))

    def leave(self) -> None:
        for key in ("elements.library", "elements.detail", "elements.texts"):
            self.context.jobs.cancel(key)

    def dirty(self) -> bool:
        return self._draft is not None and self._draft.dirty

    def revert(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None and draft.before is not None:
            self._begin(Draft(draft.before, draft.before))
        else:
            self._show_first()
        self.noted.emit()

    def save(self) -> None:
        """Save the draft once its effect is known; what changes results is asked about."""
        draft = self._draft
        if draft is None or not draft.dirty or self._faults(draft):
            return
        if self._preview is None or self._preview.draft != draft:
            self._saving = True  # goes on as soon as the effect is there
            return
        self._saving = False
        preview, name = self._preview, edits.name_of(draft.after)
        if preview.broken:
            self.context.ask.error(f"{preview.broken[0]}。保存后它会失效，请先改它，再改“{name}”。")
            return
        text = f"{summary(preview)}。保存后可以撤销。"
        if not preview.effect.empty and not self.context.ask.confirm(
            f"保存“{name}”", text, yes="保存"
        ):
            return
        self._write(draft, f"{'新建' if draft.before is None else '修改'} {name}")

    def show_element(self, name: object) -> None:
        """Show an element or filter by its id or name, now or as soon as the library is there."""
        wanted = str(name)
        if self._library is None:
            self._wanted = wanted
            return
        catalogue = self.context.workspace.catalogue
        rows = self._library.rows
        found = next((r.element for r in rows if wanted in (r.element.id, r.element.label)), None)
        subject: Subject | None = found or catalogue.filter(wanted.removeprefix(work.FILTER))
        if subject is None:
            self.context.say(f"要素库中没有“{wanted}”。")
            return
        if self._may_leave():
            self.list.seek(edits.id_of(subject))
            self._begin(Draft(subject, subject))

    # ---- the draft

    def draft(self) -> Draft | None:
        """What is shown or being changed."""
        return self._draft

    def _begin(self, draft: Draft) -> None:
        """Show an element or filter, perhaps a changed one."""
        self._draft, self._preview = draft, None
        self.list.select(edits.id_of(draft.before or draft.after))
        self.detail.begin(draft, self._faults(draft), self._shipped(draft))
        self._count()
        self.noted.emit()

    def _count(self) -> None:
        draft, library = self._draft, self._library
        if draft is None or library is None or self._faults(draft):
            return
        world = self.context.workspace.world
        if draft.dirty:
            survey = self.context.workspace.survey
            job = partial(edits.preview, world, draft, library, survey)
            self.context.jobs.read(job, "elements.detail", self._on_preview)
            return
        used = tuple(library.uses.get(edits.name_of(draft.after), ()))
        self.context.jobs.read(
            partial(edits.detail_of, world, draft.after, used),
            "elements.detail",
            self.detail.show_detail,
        )

    def _faults(self, draft: Draft) -> tuple[str, ...]:
        if self._library is None or not draft.dirty:
            return ()
        name = edits.name_of(draft.before or draft.after)
        uses = self._library.uses.get(name, ())
        return edits.faults(draft, self.context.workspace.catalogue, uses)

    def _shipped(self, draft: Draft) -> Subject | None:
        from leadership_model.store.definitions import stored

        return None if draft.before is None else stored(shipped(), draft.before)

    def _may_leave(self) -> bool:
        """Ask before an unsaved change is given up."""
        if not self.dirty() or self._draft is None:
            return True
        name = edits.name_of(self._draft.after)
        text = f"“{name}”有未保存的修改，要放弃吗？"
        return self.context.ask.confirm("未保存的修改", text, yes="放弃修改", danger=True)

    def _write(self, draft: Draft, text: str) -> None:
        edit = edits.saving(draft)
        self._wanted = edits.id_of(draft.after)
        self._draft = Draft(draft.after, draft.after)
        self.context.workspace.write(
            edit.forward, text, initiator=self.initiator, undo=edit.backward
        )

    # ---- slots

    def _on_changed(self, after: object) -> None:
        if self._draft is not None:
            self._saving = False
            self._begin(Draft(self._draft.before, after))  # type: ignore[arg-type]

    def _on_preview(self, preview: Preview) -> None:
        if self._draft != preview.draft:
            return
        self._preview = preview
        self.detail.show_preview(preview)
        if self._saving:
            self.save()

    def _on_copy(self) -> None:
        if self._draft is None:
            return
        subject, catalogue = self._draft.after, self.context.workspace.catalogue
        if isinstance(subject, Element):
            self._begin(Draft(None, starts.copy(subject, catalogue)))
        else:
            self._begin(Draft(None, starts.copy_filter(subject, catalogue)))

    def _on_retire(self) -> None:
        draft, library = self._draft, self._library
        if draft is None or draft.before is None or library is None:
            return
        name = edits.name_of(draft.before)
        uses = library.uses.get(name, ())
        if uses and not draft.before.retired:
            used = edits.used_words(uses)
            self.context.ask.error(f"“{name}”{used}，不能停用。请先在这些地方换成别的要素。")
            return
        word = "启用" if draft.before.retired else "停用"
        self._write(Draft(draft.before, edits.retired(draft.before)), f"{word} {name}")

    def _on_restore(self) -> None:
        draft = self._draft
        if draft is None or draft.before is None:
            return
        first = self._shipped(draft)
        if first is not None:
            self._begin(Draft(draft.before, first))

    def _on_start(self, start: str) -> None:
        if self._may_leave():
            made = start_of(self.context, start)
            if made is not None:
                self._begin(made)

    def _on_library(self, library: work.Library) -> None:
        self._library = library
        self.list.show_library(library)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.show_element(wanted)
        elif self.dirty() and self._draft is not None:
            self._begin(self._draft)
        else:
            self._show_again()

    def _show_again(self) -> None:
        """Show what was shown before as it is now; else the first."""
        shown = "" if self._draft is None else edits.id_of(self._draft.after)
        subject = edits.subject_of(self.context.workspace.catalogue, shown)
        if subject is None:
            self._show_first()
        else:
            self._begin(Draft(subject, subject))

    def _show_first(self) -> None:
        """Begin with an element whose spread tells something: one that is counted."""
        elements = self.context.workspace.catalogue.elements
        first = next((each for each in elements if each.kind == "number"), None)
        if first is not None:
            self._begin(Draft(first, first))

    def _on_group(self) -> None:
        shown = self.view.rows.shown_ids()
        now = None if self._draft is None else edits.id_of(self._draft.after)
        if shown and now not in shown and not self.dirty():
            self.view.select_ids((shown[0],))
        self.noted.emit()

    def _on_chosen(self, id: object) -> None:
        shown = "" if self._draft is None else edits.id_of(self._draft.before or self._draft.after)
        subject = edits.subject_of(self.context.workspace.catalogue, str(id))
        if id == shown or subject is None:
            return
        if self._may_leave():
            self._begin(Draft(subject, subject))
        else:
            self.list.select(shown)
