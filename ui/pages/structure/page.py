"""模型定制: categories at the left, the model and its effect in the middle, portraits right."""

from functools import partial

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from leadership_model.changes import Changes
from leadership_model.structure.model import Model
from ui import theme
from ui.context import Context
from ui.navigation import Request, ShowModel
from ui.page import Page
from ui.pages.structure import actions, effect_work, portrait_work, publishing, work
from ui.pages.structure.at_hand import Hand, hand
from ui.pages.structure.category_card import CategoryCard
from ui.pages.structure.category_work import CategoryRow, categories
from ui.pages.structure.commands import make_plain
from ui.pages.structure.desk import Desk
from ui.pages.structure.editing import Editing
from ui.pages.structure.inherit_view import InheritView
from ui.pages.structure.inheriting import Inheriting
from ui.pages.structure.lines import Lines
from ui.pages.structure.portrait_editor import PortraitEditor
from ui.pages.structure.portraits import PortraitPanel
from ui.pages.structure.saving import Saving
from ui.pages.structure.shelf import DraftShelf
from ui.pages.structure.showing import compute, show_desk
from ui.pages.structure.version_desk import VersionDesk
from ui.pages.structure.views import Views
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.taborder import follow_layout

JOBS = ("effect", "portraits", "drafts", "check", "publish", "trials")
LARGE_TEXT = 125  # per cent; from there on a wide window has the room of a narrow one


class StructurePage(Page):
    """Drafts are kept by model until they are published or given up; 撤销 walks through them."""

    title = "模型定制"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._rows: tuple[CategoryRow, ...] = ()
        super().__init__(context, parent)
        self._place = ""  # the key of the row shown
        self._hand: Hand | None = None
        self._effect: effect_work.Effect | None = None
        self.drafts = DraftShelf(context, self)
        self._seen: tuple[object, object] = (None, None)  # the world and survey that are shown
        ground = self.body.parentWidget()
        self.left = CategoryCard(context, ground)
        self._middle = QStackedWidget(ground)
        self.desk = Desk(context, self._middle)
        self.lines = Lines(self)
        self.views = Views(self, self._edit)
        self.portraits = PortraitPanel(context, ground)
        self.editing = Editing(context, self.desk, self.hand, self._edit, self)
        self.saving = Saving(self)
        self.versions = VersionDesk(self)
        self.categories = self.left.table
        self._make_commands()
        self._empty = EmptyState(
            "tune-variant",
            "尚未配置结构模型",
            "这一类班子目前没有结构模型，研判时显示为“未配置”。可以从随程序提供的模板开始。",
            "从模板新建",
            self.saving.ask_template,
        )
        self._lay_out()
        follow_layout(self)
        self._connect()

    def _make_commands(self) -> None:
        self._template = self.command(actions.TEMPLATE, self.saving.ask_template)
        self.command(actions.PACKS, self.versions.ask_packs)
        self._versions = self.command(actions.VERSIONS, self.versions.ask_versions)
        self._trial = self.command(actions.TRIAL, self.versions.start_trial)
        self._revert = self.command(actions.REVERT, self.saving.revert)
        self._publish = self.command(actions.PUBLISH, self.versions.publish, primary=True)
        make_plain(self)

    def _lay_out(self) -> None:
        self._middle.addWidget(self.desk)
        unconfigured = Card(parent=self._middle)
        unconfigured.body.addWidget(self._empty)
        self._middle.addWidget(unconfigured)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.left)
        row.addWidget(self._middle, 1)
        row.addWidget(self.portraits)
        self.body.addLayout(row, 1)
        self.narrowed()

    def _connect(self) -> None:
        self.left.chosen.connect(self.on_category)
        self.left.opened.connect(self.lines.show_teams)
        self.left.begun.connect(self.saving.begin_category)
        self.left.team_wanted.connect(self.saving.begin_team)
        self.drafts.changed.connect(self._on_drafts)
        self.desk.turned.connect(self._on_turned)
        self.desk.requirements.requirement_chosen.connect(self.choose)
        self.desk.requirements.effect.jumped.connect(self.lines.show)

    # ---- what the window asks

    def refresh(self, changes: Changes) -> None:
        self.drafts.open(changes)
        if self.drafts.is_own(changes):
            return  # it is shown already
        self._seen = (self.workspace.loaded, self.workspace.survey)
        self._show_categories()
        if self.row() is None:
            configured = [row.key for row in self._rows if row.model is not None]
            self._place = next(iter(configured or [row.key for row in self._rows]), "")
        self._show_current()

    def refresh_survey(self) -> None:
        if self._seen == (self.workspace.loaded, self.workspace.survey):
            return  # `refresh` had it already
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
            self.show_place(found.key)
        elif wanted:
            self.context.say("没有找到这个模型，可能已经停用。")

    def narrowed(self) -> None:
        if not hasattr(self, "_empty"):
            return
        # With very large text the side columns must leave the sentence its room.
        tight = self._tight()
        self.left.setFixedWidth(min(theme.px(212), 240) if tight else theme.px(290))
        self.portraits.setFixedWidth(min(theme.px(246), 255) if tight else theme.px(340))
        self.portraits.set_narrow(tight)
        self.desk.set_narrow(tight)
        if self.workspace.is_open and self._rows:
            self._show_categories()
            self._show_model()

    def _tight(self) -> bool:
        return self.narrow or theme.px(100) >= LARGE_TEXT

    def undo_stack(self) -> QUndoStack:
        return self.drafts.stack

    def leave(self) -> None:
        for key in JOBS:
            self.jobs.cancel(f"structure.{key}")

    # ---- views made on first look

    @property
    def portrait_editor(self) -> "PortraitEditor":
        """The view 画像."""
        return self.views.portrait_editor

    @property
    def inherit(self) -> "InheritView":
        """The view 继承."""
        return self.views.inherit

    @property
    def inheriting(self) -> "Inheriting":
        """What the gestures of 继承 mean."""
        return self.views.inheriting

    # ---- the model at hand

    def row(self) -> CategoryRow | None:
        """The row shown."""
        return self.row_of(self._place)

    def hand(self) -> Hand | None:
        """The model shown, with what is above it; None where nothing is configured."""
        return self._hand

    def published(self) -> Model | None:
        """The version in force of the model shown, as stored."""
        return getattr(self.row(), "model", None)

    def draft(self) -> Model | None:
        """The model shown as it would be published, as stored."""
        return getattr(self._hand, "draft", None)

    def effect(self) -> effect_work.Effect | None:
        """The effect shown, once it is computed."""
        return self._effect

    # ---- showing

    def _show_categories(self) -> None:
        self._rows = categories(self.workspace.world, self.workspace.survey, self.drafts.value)
        self.left.show_rows(self._rows, self._place, self._tight())
        configured = sum(len(r.teams) for r in self._rows if r.model and not r.under)
        every = len(self.workspace.snapshot.teams)
        models = sum(1 for r in self._rows if r.model)
        self.header.show_note(
            f"{models} 个模型 · 已配置 {configured} 个班子 · 未配置 {every - configured} 个"
        )
        self.left.set_note(f"{every} 个班子")

    def row_of(self, key: object) -> CategoryRow | None:
        """The row of a key."""
        return next((each for each in self._rows if each.key == key), None)

    def row_of_team(self, team: str) -> CategoryRow | None:
        """The row of a team with differences of its own."""
        return next((row for row in self._rows if row.team == team), None)

    def show_place(self, key: str) -> None:
        """Show the model of a row."""
        self._place, self.editing.chosen = key, ""
        self._show_current()

    def _show_current(self) -> None:
        self.left.select(self._place)
        self._show_model()
        row, world = self.row(), self.workspace.world
        if row is not None:
            job = partial(portrait_work.portraits, world, row.category, row.teams)
            self.jobs.read(job, "structure.portraits", self.portraits.show_views)

    def _show_model(self) -> None:
        row, drafts = self.row(), self.drafts.value
        self._hand = found = None if row is None else hand(self.workspace.world, row, drafts)
        self._middle.setCurrentIndex(0 if found is not None else 1)
        changed = found is not None and found.changed
        self._revert.setEnabled(changed)
        self._publish.setEnabled(changed)
        self._trial.setEnabled(changed)
        self._versions.setEnabled(found is not None)
        self._template.setEnabled(found is None and row is not None)
        self._template.setVisible(found is None)
        self.portraits.setVisible(found is None or self.desk.current() == "requirements")
        if found is None:
            if row is not None:
                world = self.workspace.world
                why = publishing.why_without(row.category, world.models, world.as_of)
                self._empty.show_text("尚未配置结构模型", why)
            self._effect = None
            return
        if all(each.id != self.editing.chosen for each in found.whole.requirements):
            self.editing.chosen = work.telling(found.whole, row, self.workspace.survey)
        self._show_desk(found)
        compute(self, found, self._effect, self._on_effect)

    def _show_desk(self, found: Hand) -> None:
        show_desk(self, found, self._effect, self._rows)

    def _on_effect(self, effect: effect_work.Effect) -> None:
        self._effect = effect
        found = self._hand
        if found is not None and effect.draft == found.draft:
            self.desk.requirements.effect.show_effect(effect, self._tight())
            self._show_desk(found)

    # ---- editing

    def _edit(self, whole: Model, text: str) -> None:
        """Put another whole in the place of the present one, so that it can be taken back."""
        if self._hand is not None:
            self.store(self._hand.with_whole(whole), text)

    def store(self, draft: Model, text: str) -> None:
        """Keep another draft as it is stored; the one in force needs none."""
        published = self._hand.published if self._hand is not None else None
        self.drafts.edit(draft.id, None if draft == published else draft, text)

    def _on_drafts(self, drafts: object) -> None:
        if self.workspace.is_open:
            self._show_categories()
            self._show_model()

    def on_category(self, key: object) -> None:
        """Show the model of a row that was chosen."""
        if key and key != self._place:
            self.show_place(str(key))

    def choose(self, id: object) -> None:
        """Show a requirement of the model at hand."""
        found = self._hand
        if not id or id == self.editing.chosen or found is None:
            return
        self.editing.chosen = str(id)
        self._show_desk(found)
        compute(self, found, self._effect, self._on_effect)

    def _on_turned(self, id: object) -> None:
        self.portraits.setVisible(id == "requirements")
