"""模型定制: categories at the left, the model and its effect in the middle, portraits right."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement
from ui import theme
from ui.context import Context
from ui.navigation import Request, ShowModel, ShowTeams
from ui.page import Page
from ui.pages.structure import effect_work, portrait_work, publishing, work
from ui.pages.structure.actions import PUBLISH, REVERT, TEMPLATE, VERSIONS
from ui.pages.structure.columns import category_columns
from ui.pages.structure.desk import Desk
from ui.pages.structure.portraits import PortraitPanel
from ui.tables.view import TableView
from ui.undo import Holder, Replace
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState

Drafts = Mapping[str, Model]
LARGE_TEXT = 125  # per cent; from there on a wide window has the room of a narrow one


class StructurePage(Page):
    """Drafts are kept by model until they are published or given up; 撤销 walks through them."""

    title = "模型定制"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._rows: tuple[work.CategoryRow, ...] = ()
        super().__init__(context, parent)
        self._current = ""
        self._requirement = ""
        self._effect: effect_work.Effect | None = None
        self.drafts: Holder[Drafts] = Holder({}, self)
        self._stack = QUndoStack(self)
        self._template = self.command(TEMPLATE, self._on_template)
        self._versions = self.command(VERSIONS, self._on_versions)
        self._revert = self.command(REVERT, self._on_revert)
        self._publish = self.command(PUBLISH, self._on_publish, primary=True)
        self.categories = TableView(context.settings, "structure.categories", opens="")
        self.desk = Desk(context)
        self.portraits = PortraitPanel(context)
        self._empty = EmptyState(
            "tune-variant",
            "尚未配置结构模型",
            "这一类班子目前没有结构模型，研判时显示为“未配置”。可以从随程序提供的模板开始。",
            "从模板新建",
            self._on_template,
        )
        self._lay_out()
        self.categories.chosen.connect(self._on_category)
        self.categories.opened.connect(self._on_teams)
        self.drafts.changed.connect(self._on_drafts)
        self.desk.lines_changed.connect(self._on_lines)
        self.desk.requirement_changed.connect(self._on_requirement)
        self.desk.requirement_chosen.connect(self._on_chosen)
        self.desk.added.connect(self._on_added)
        self.desk.removed.connect(self._on_removed)

    def _lay_out(self) -> None:
        self._left = Card("模型类别").flush()
        self._left.body.addWidget(self.categories)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.desk)
        unconfigured = Card()
        unconfigured.body.addWidget(self._empty)
        self._middle.addWidget(unconfigured)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._left)
        row.addWidget(self._middle, 1)
        row.addWidget(self.portraits)
        self.body.addLayout(row, 1)
        self.narrowed()

    # ---- what the window asks

    def refresh(self, changes: Changes) -> None:
        self._show_categories()
        if not self._current:
            first = next((row for row in self._rows if row.model is not None), None)
            self._current = first.id if first else next((r.id for r in self._rows), "")
        self._show_current()

    def refresh_survey(self) -> None:
        self._show_categories()
        self._show_model()

    def receive(self, request: Request) -> None:
        if not isinstance(request, ShowModel):
            return
        wanted = request.id.split("+", 1)[0]
        found = next((row for row in self._rows if wanted and row.id == wanted), None)
        if found is None and request.category:
            found = next((row for row in self._rows if row.category == request.category), None)
        if found is not None:
            self._turn(found.id)
        elif wanted:
            self.context.say("没有找到这个模型，可能已经停用。")

    def narrowed(self) -> None:
        if not hasattr(self, "_left"):
            return
        tight = self.narrow or theme.px(100) >= LARGE_TEXT
        # With very large text the side columns must leave the sentence its room.
        self._left.setFixedWidth(min(theme.px(212), 265) if tight else theme.px(290))
        self.portraits.setFixedWidth(min(theme.px(246), 320) if tight else theme.px(340))
        self.portraits.set_narrow(tight)
        self.desk.set_narrow(tight)
        if self.workspace.is_open and self._rows:
            self._show_categories()
            self._show_model()

    def undo_stack(self) -> QUndoStack:
        return self._stack

    def leave(self) -> None:
        for key in ("structure.effect", "structure.portraits"):
            self.jobs.cancel(key)

    # ---- the model at hand

    def row(self) -> work.CategoryRow | None:
        """The category shown."""
        return next((row for row in self._rows if row.id == self._current), None)

    def published(self) -> Model | None:
        """The version in force of the model shown."""
        row = self.row()
        return None if row is None else row.model

    def draft(self) -> Model | None:
        """The model shown as it would be published."""
        return self.drafts.value.get(self._current) or self.published()

    def effect(self) -> effect_work.Effect | None:
        """The effect shown, once it is computed."""
        return self._effect

    # ---- showing

    def _show_categories(self) -> None:
        self._rows = work.categories(self.workspace.world, self.workspace.survey)
        with QSignalBlocker(self.categories):  # what is shown again was not chosen again
            ids = [row.id for row in self._rows]
            self.categories.show_rows(
                category_columns(self.narrow or theme.px(100) >= LARGE_TEXT), self._rows, ids
            )
            if self._current and self.categories.current_id() != self._current:
                self.categories.select_ids((self._current,))
        configured = sum(len(r.teams) for r in self._rows if r.model and not r.under)
        every = len(self.workspace.snapshot.teams)
        self.header.show_note(
            f"{sum(1 for r in self._rows if r.model)} 个模型 · 已配置 {configured} 个班子 · "
            f"未配置 {every - configured} 个"
        )
        self._left.set_note(f"{every} 个班子")

    def _turn(self, id: str) -> None:
        self._current, self._requirement = id, ""
        self._show_current()

    def _show_current(self) -> None:
        if self._current and self.categories.current_id() != self._current:
            with QSignalBlocker(self.categories):
                self.categories.select_ids((self._current,))
        self._show_model()
        row = self.row()
        if row is not None:
            self.jobs.read(
                partial(portrait_work.portraits, self.workspace.world, row.category, row.teams),
                "structure.portraits",
                self.portraits.show_views,
            )

    def _show_model(self) -> None:
        draft, published = self.draft(), self.published()
        self._middle.setCurrentIndex(0 if draft is not None else 1)
        changed = draft is not None and draft != published
        self._revert.setEnabled(changed)
        self._publish.setEnabled(changed)
        self._versions.setEnabled(published is not None)
        self._template.setEnabled(draft is None)
        self._template.setVisible(draft is None)
        if draft is None:
            self._effect = None
            return
        if all(each.id != self._requirement for each in draft.requirements):
            self._requirement = work.telling(draft, self.row(), self.workspace.survey)
        self._show_desk(draft, published)
        self._compute(draft, published)

    def _show_desk(self, draft: Model, published: Model | None) -> None:
        after = () if self._effect is None else tuple(s.after for s in self._effect.shifts)
        fits = self._effect is not None and self._effect.draft == draft
        survey, row = self.workspace.survey, self.row()
        known = tuple(survey[t] for t in row.teams) if survey is not None and row else ()
        self.desk.show_model(
            draft,
            published,
            after if fits else known,
            work.about(published, self.row()),
            self.workspace.catalogue,
            self._requirement,
        )
        from leadership_model.structure.check import check

        issues = check(draft, self.workspace.catalogue)
        self.desk.show_issues(issues, len(draft.requirements))
        self.desk.offer(work.offered(self.workspace.world, draft))

    def _compute(self, draft: Model, published: Model | None) -> None:
        survey, row = self.workspace.survey, self.row()
        if survey is None or row is None:
            return  # the survey is on its way; `refresh_survey` follows
        before = {team: survey[team] for team in row.teams}
        world = self.workspace.world
        self.jobs.read(
            partial(effect_work.effect, world, draft, published, before, self._requirement),
            "structure.effect",
            self._on_effect,
        )

    def _on_effect(self, effect: effect_work.Effect) -> None:
        self._effect = effect
        draft, published = self.draft(), self.published()
        if draft is None or effect.draft != draft:
            return
        self.desk.show_effect(effect)
        self._show_desk(draft, published)

    # ---- editing

    def _edit(self, changed: Model, text: str) -> None:
        """Put another draft in the place of the present one, so that it can be taken back."""
        before = self.drafts.value
        after = {**before, self._current: changed}
        if changed == self.published():
            del after[self._current]
        self._stack.push(Replace(self.drafts, before, after, text))

    def _on_drafts(self, drafts: object) -> None:
        if self.workspace.is_open:
            self._show_model()

    def _on_lines(self, red: float, green: float) -> None:
        draft = self.draft()
        if draft is not None:
            self._edit(replace(draft, red=red, green=green), "修改红线和绿线")

    def _on_requirement(self, requirement: Requirement, text: str) -> None:
        draft = self.draft()
        if draft is not None:
            self._edit(work.with_requirement(draft, requirement), text)

    def _on_added(self, requirement: Requirement) -> None:
        draft = self.draft()
        if draft is None:
            return
        known = {each.id for each in draft.requirements}
        made = work.with_new(draft, requirement)
        self._requirement = next(r.id for r in made.requirements if r.id not in known)
        self._edit(made, f"加要求 {requirement.label}")

    def _on_removed(self, requirement: Requirement) -> None:
        draft = self.draft()
        if draft is not None:
            self._edit(
                work.without_requirement(draft, requirement.id), f"删除要求 {requirement.label}"
            )

    # ---- slots

    def _on_category(self, id: object) -> None:
        if id and id != self._current:
            self._turn(str(id))

    def _on_teams(self, id: object) -> None:
        row = next((each for each in self._rows if each.id == id), None)
        if row is not None and row.teams:
            ids = tuple(self.workspace.snapshot.teams.ids[team] for team in row.teams)
            self.navigator.go(ShowTeams(ids, f"{row.title}班子"))

    def _on_chosen(self, id: object) -> None:
        draft = self.draft()
        if not id or id == self._requirement or draft is None:
            return
        self._requirement = str(id)
        self._show_desk(draft, self.published())
        self._compute(draft, self.published())

    def _on_template(self) -> None:
        row = self.row()
        if row is None:
            return
        template = publishing.ask_template(self.ask, row.title)
        if template is not None:
            self._edit(work.from_template(template, row.category, row.title), "从模板新建模型")

    def _on_versions(self) -> None:
        published = self.published()
        if published is None:
            return
        found = publishing.ask_version(self.ask, self.workspace.world.models, published)
        if found is not None:
            made = replace(found, version=published.version, effective=published.effective)
            if made == published:
                self.context.say(f"第 {found.version} 版就是现行版本。")
            self._edit(made, f"从第 {found.version} 版开始修改")

    def _on_revert(self) -> None:
        published = self.published()
        if published is not None:
            self._edit(published, f"还原 {published.label}")
        elif self._current in self.drafts.value:
            before = self.drafts.value
            after = {id: each for id, each in before.items() if id != self._current}
            self._stack.push(Replace(self.drafts, before, after, "放弃新模型"))

    def _on_publish(self) -> None:
        draft = self.draft()
        if draft is None or draft == self.published():
            self.context.say("没有需要保存的修改。")
            return
        fault = publishing.first_fault(draft, self.workspace.catalogue)
        if fault:
            self.ask.error(f"还不能保存：{fault}")
            return
        month = publishing.ask_month(self.ask, draft, self.workspace.as_of)
        if month is None:
            return
        self._saving = work.next_version(self.workspace.world.models, draft, month)
        self.workspace.write(
            partial(publishing.publish, self._saving),
            f"发布 {draft.label} 第 {self._saving.version} 版",
            done=self._on_published,
            initiator=self,
        )

    def _on_published(self, changes: Changes) -> None:
        made = self._saving
        former = self._current
        drafts = {id: each for id, each in self.drafts.value.items() if id != former}
        self._stack.clear()
        self._current = made.id
        self._show_categories()
        self.drafts.set(drafts)
        self._show_current()
        since = months.show_iso(made.effective)
        self.context.say(f"已发布第 {made.version} 版，自 {since} 起生效。")
