"""One step of a career in one form: what is done, and what it does to seats and teams."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from leadership_model import months
from leadership_model.people import codes, lifecycle
from leadership_model.people.lifecycle import GIVING, KINDS, LEAVING, Step
from leadership_model.people.tenure import KINDS as TENURE_KINDS
from ui import names, theme
from ui.context import Context
from ui.pages.elements import lifecycle_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.pages.elements.lifecycle_effects import EffectPane
from ui.pages.elements.person_picks import options_in
from ui.pages.elements.person_work import Names
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Elided, label
from ui.widgets.picker import Option
from ui.widgets.segments import Segments

PAUSE = 120  # ms of rest before the effect is worked out
LABELS = {
    "month": "生效年月",
    "post": "拟任岗位",
    "tenure_kind": "任职方式",
    "post_text": "现任职务改为",
    "level": "职务层次改为",
    "document": "依据文号",
    "reason": "理由",
}
TAKING = ("post", "tenure_kind", "level")  # only where a seat is given


class LifecycleDialog(Dialog):
    """`step` is what is to be done when accepted."""

    def __init__(self, context: Context, person: str, parent: QWidget | None = None) -> None:
        snapshot = context.workspace.snapshot
        position = snapshot.people.positions[person]
        name = names.person_name(snapshot, position)
        super().__init__(f"人员变动：{name}", parent, width=940)
        self._context, self._person, self._snapshot = context, person, snapshot
        self._status = snapshot.people.raw("status")[position] or ""
        self._held = lifecycle.open_tenures(snapshot, person)
        self._names = Names(snapshot)
        self._suggested = ""
        self._post = ""
        self.step: Step | None = None
        self.kinds = Segments(tuple((each, each) for each in KINDS))
        self.editors = {name: self._editor(name, title) for name, title in LABELS.items()}
        self.leaves = [self._leave(at) for at in range(len(self._held))]
        self.carry_on = QCheckBox("同时续写简历（给在任的一段记上止月，另起一段）")
        self.carry_on.setChecked(True)
        self.effects = EffectPane(context)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.work_out)
        self._lay_out()
        self._begin()

    def _editor(self, name: str, title: str) -> FieldEditor:
        makers = {"post": self._posts, "tenure_kind": self._tenure_kinds, "level": self._levels}
        made = FieldEditor(title, makers.get(name), states=False)
        made.setObjectName(name)
        made.show_value("", "unknown")
        made.edited.connect(self._on_edited)
        return made

    def _leave(self, at: int) -> QCheckBox:
        each = self._held[at]
        since = f"，{months.show_iso(each.start)} 起" if each.start is not None else ""
        post = self._snapshot.posts.positions[each.post or ""]
        made = QCheckBox(f"免去 {names.post_name(self._snapshot, post)}（{each.kind}{since}）")
        made.setToolTip(f"{names.full_post(self._snapshot, post)}：不勾选则继续保留这一任职")
        made.setChecked(True)
        made.toggled.connect(self._on_toggled)
        return made

    def _team(self, at: int) -> str:
        posts = self._snapshot.posts
        team = int(posts.owners()[posts.positions[self._held[at].post or ""]])
        return names.team_name(self._snapshot, team)

    def _lay_out(self) -> None:
        self.body.addWidget(self.kinds)
        form = QWidget()
        form.setObjectName("plain")
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(6)
        column.addWidget(self.editors["month"])
        held = label("现任岗位" if self._held else "现在没有担任岗位", "strong")
        column.addWidget(held)
        self._kept = QWidget()
        choices = QVBoxLayout(self._kept)
        choices.setContentsMargins(0, 0, 0, 0)
        for at, each in enumerate(self.leaves):
            choices.addWidget(each)
            choices.addWidget(Elided(self._team(at), "note"))
        self._all = label("所任岗位全部免去，见右侧", "note")
        column.addWidget(self._kept)
        column.addWidget(self._all)
        for name in list(LABELS)[1:]:
            column.addWidget(self.editors[name])
        column.addWidget(self.carry_on)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(self.scrolled(form, 400), 5)
        row.addWidget(self.effects, 5)
        self.body.addLayout(row, 1)
        self.add_cancel()
        self.go = self.add_button("办理", self._on_go, kind="primary", default=True)
        self.kinds.chosen.connect(self._on_kind)

    def _begin(self) -> None:
        month = months.show_iso(self._context.workspace.as_of)
        self.editors["month"].show_value(month, "value")
        self.editors["tenure_kind"].show_value(TENURE_KINDS[0], "value")
        self.editors["post_text"].show_blank("不改")
        self.editors["level"].show_blank("随岗位")
        for kind in KINDS:
            step = Step(kind=kind, person=self._person, month=None)
            sentence = lifecycle.faults(self._snapshot, step).get("kind", "")
            self.kinds.button(kind).setEnabled(not sentence)
            self.kinds.button(kind).setToolTip(sentence)
        moving = self._status == lifecycle.ON_DUTY and bool(self._held)
        self.set_kind(GIVING[1] if moving else KINDS[0])
        self.editors["month"].field.setFocus()

    def set_kind(self, kind: str) -> None:
        """Show the form of one kind of step."""
        self.kinds.set_current(kind)
        self._on_kind(kind)

    # ---- pickers

    def _posts(self) -> Sequence[Option]:
        offered = work.seats_offered(self._context.workspace.world)
        return [Option(text, text, note) for _, text, note in offered]

    def _tenure_kinds(self) -> Sequence[Option]:
        return options_in("", TENURE_KINDS)

    def _levels(self) -> Sequence[Option]:
        return options_in("levels", codes.offered("levels"))

    # ---- what is typed

    def _on_kind(self, kind: object) -> None:
        leaving = self.kinds.current() in LEAVING
        for name in TAKING:
            self.editors[name].setVisible(not leaving)
        self._kept.setVisible(not leaving)
        self._all.setVisible(leaving and bool(self._held))
        self.go.setText(f"办理{self.kinds.current()}")
        self.work_out()

    def _on_edited(self, text: str) -> None:
        name = self.sender().objectName()
        if name == "post":
            self._post = self._names.post_ids.get(text, "")
            self._suggest()
        self._timer.start()

    def _suggest(self) -> None:
        """Propose the wording of the new position, unless another was typed."""
        line = self.editors["post_text"]
        fresh = lifecycle.suggested_text(self._snapshot, self._post) if self._post else ""
        if line.text() in ("", self._suggested):
            line.show_value(fresh, "value")
            line.show_blank("不改")
        self._suggested = fresh

    def _on_toggled(self, checked: bool) -> None:
        self._timer.start()

    def made(self) -> Step:
        """Give the step as it stands in the form."""
        kind, text = self.kinds.current(), self._texts()
        chosen = zip(self._held, self.leaves, strict=True)
        return Step(
            kind=kind,
            person=self._person,
            month=months.parse(text["month"]),
            leaves=tuple(each.id for each, box in chosen if box.isChecked()),
            post=None if kind in LEAVING else self._post or None,
            tenure_kind=text["tenure_kind"] or TENURE_KINDS[0],
            post_text=text["post_text"] or None,
            level=None if kind in LEAVING else text["level"] or None,
            document=text["document"],
            reason=text["reason"],
            carry_on=self.carry_on.isChecked(),
        )

    def _texts(self) -> dict[str, str]:
        return {name: each.text().strip() for name, each in self.editors.items()}

    def faults(self) -> dict[str, str]:
        """Say what stands against the step: field -> sentence."""
        found = lifecycle.faults(self._snapshot, self.made())
        if self._texts()["post"] and not self._post:
            found["post"] = "库中没有这个岗位，请从列表中选择。"
        return found

    def work_out(self) -> None:
        """Show what is wrong, or what the step does."""
        self._timer.stop()
        found = self.faults()
        for name, editor in self.editors.items():
            missing = name == "post" and not self._texts()["post"]
            editor.show_fault("" if missing else found.get(name, ""))
        self.refuse(found.get("kind", ""))
        self.go.setEnabled(not found)
        if found:
            self.effects.wait(next(iter(found.values())))
            return
        world = self._context.workspace.world
        self._context.jobs.read(
            partial(work.effect, world, self.made()), "elements.step", self.effects.show_effect
        )

    def _on_go(self) -> None:
        self._timer.stop()
        if not self.faults():
            self.step = self.made()
            self.accept()
        else:
            self.work_out()

    def done(self, result: int) -> None:
        self._timer.stop()
        self._context.jobs.cancel("elements.step")
        super().done(result)
