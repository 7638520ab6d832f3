"""Plans kept: read from the database, saved after every step, made, copied, renamed, deleted."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.context import Context
from ui.pages.staffing import storage
from ui.pages.staffing.plan import Plan

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Choices, Draft

STEM = "方案"


class Keeping(QObject):
    """Knows all plans of the user. `listed` when they are there, `wanted` a plan to be opened."""

    listed = Signal()
    wanted = Signal(object)  # Draft

    def __init__(self, context: Context, plan: Plan, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._plan = context, plan
        self.drafts: tuple[Draft, ...] = ()
        self.ready = False
        plan.edited.connect(self._on_edited)

    # ---- reading

    def read(self) -> None:
        """Read the plans there are; `listed` follows."""
        workspace = self._context.workspace
        if workspace.loaded.engine is None:
            self._on_read(storage.Listed(self.drafts))
        else:
            work = partial(storage.listed, workspace.user)
            workspace.read(work, "staffing.plans", self._on_read)

    def _on_read(self, found: storage.Listed) -> None:
        self.drafts, self.ready = found.drafts, True
        if found.unreadable:
            self._context.say(f"方案“{'、'.join(found.unreadable)}”无法读取，已略过。")
        self.listed.emit()

    def draft(self, id: str) -> "Draft | None":
        """Give a plan by its id."""
        return next((each for each in self.drafts if each.scenario.id == id), None)

    # ---- writing

    def _on_edited(self) -> None:
        if self._plan.draft is not None:
            self._remember(self._plan.draft)

    def _remember(self, draft: "Draft") -> None:
        former = self.draft(draft.scenario.id)
        if former is None:
            self.drafts = (draft, *self.drafts)
        else:
            self.drafts = tuple(draft if each is former else each for each in self.drafts)
        workspace = self._context.workspace
        if workspace.loaded.engine is not None:
            workspace.write_aside(storage.saving(draft), initiator=self.parent())

    # ---- making

    def make(self, label: str, choices: "Choices | None" = None) -> "Draft":
        """Begin a plan and ask for it to be opened."""
        workspace = self._context.workspace
        draft = storage.begin(label, workspace.as_of, workspace.snapshot.number, choices)
        self._remember(draft)
        self.listed.emit()
        self.wanted.emit(draft)
        return draft

    def free_label(self) -> str:
        """Give a name no plan has."""
        return storage.free_label(tuple(each.scenario.label for each in self.drafts), STEM)

    def ask_new(self) -> None:
        """Ask for a name and begin a plan."""
        label = self._context.ask.text("新建方案", "方案名称", self.free_label(), self._check)
        if label:
            self.make(label)

    def ask_copy(self) -> None:
        """Ask for a name and copy the plan at hand."""
        if self._plan.draft is None:
            return
        suggested = f"{self._plan.scenario.label} 副本"
        label = self._context.ask.text("复制方案", "副本名称", suggested, self._check)
        if label:
            draft = storage.copied(self._plan.draft, label)
            self._remember(draft)
            self.listed.emit()
            self.wanted.emit(draft)

    def ask_name(self) -> None:
        """Ask for another name of the plan at hand."""
        if self._plan.draft is None:
            return
        former = self._plan.scenario.label
        label = self._context.ask.text("方案改名", "方案名称", former, self._check)
        if label and label != former:
            self._plan.rename(label)
            self.listed.emit()

    def ask_delete(self) -> None:
        """Ask whether the plan at hand may go."""
        if self._plan.draft is None:
            return
        scenario = self._plan.scenario
        text = f"删除方案“{scenario.label}”和其中的 {len(scenario.done)} 步调整？删除后不能恢复。"
        if self._context.ask.confirm("删除方案", text, yes="删除", danger=True):
            self._forget(scenario.id)

    def _forget(self, id: str) -> None:
        self.drafts = tuple(each for each in self.drafts if each.scenario.id != id)
        workspace = self._context.workspace
        if workspace.loaded.engine is not None:
            workspace.write_aside(storage.deleting(id), initiator=self.parent())
        self._plan.close()
        self.listed.emit()
        if self.drafts:
            self.wanted.emit(self.drafts[0])

    def ask_share(self) -> None:
        """Ask with whom the plan at hand is shared."""
        if self._plan.draft is None:
            return
        shared = "、".join(self._plan.choices.shared_with)
        text = "写明可以看到这个方案的使用者姓名，用顿号分开；留空则只有作者可见。"
        answer = self._context.ask.text("分享方案", text, shared)
        if answer is not None:
            names = tuple(each.strip() for each in answer.split("、") if each.strip())
            self._plan.choose(replace(self._plan.choices, shared_with=names))
            who = "、".join(names)
            self._context.say(f"方案已分享给 {who}。" if names else "方案只有作者可见。")

    def _check(self, text: str) -> str:
        if not text.strip():
            return "方案名称不能为空，请输入一个名称。"
        taken = {each.scenario.label for each in self.drafts}
        if self._plan.draft is not None:
            taken.discard(self._plan.scenario.label)
        return "已有同名方案，请换一个名称。" if text.strip() in taken else ""
