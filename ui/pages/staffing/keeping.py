"""Plans kept: read, saved after every step, made, copied, renamed, shared, put away, deleted."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leadership_model.errors import StaleError
from leadership_model.staffing.draft import Choices
from leadership_model.staffing.status import refuse_step
from ui.context import Context
from ui.pages.staffing import storage
from ui.pages.staffing.plan import Plan

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Draft, Standing
    from leadership_model.staffing.status import Status
    from ui.writing import Write

STEM = "方案"


class Keeping(QObject):
    """Knows all plans of the user. `listed` when they are there, `wanted` a plan to be opened."""

    listed = Signal()
    wanted = Signal(object)  # Draft

    def __init__(self, context: Context, plan: Plan, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._plan = context, plan
        self.drafts: tuple[Draft, ...] = ()
        self.versions: dict[str, int] = {}  # which version of each plan was seen last
        self.ready = False
        plan.edited.connect(self._on_edited)
        context.jobs.refused.connect(self._on_refused)

    # ---- reading

    def read(self) -> None:
        """Read the plans there are; `listed` follows."""
        workspace = self._context.workspace
        if workspace.loaded.engine is None:
            self._on_read(storage.Listed(self.drafts, versions=dict(self.versions)))
        else:
            work = partial(storage.listed, workspace.user)
            workspace.read(work, "staffing.plans", self._on_read)

    def _on_read(self, found: storage.Listed) -> None:
        """Take over what others wrote; of plans nobody else wrote, what is at hand stays."""
        known, former = self.versions, {each.scenario.id: each for each in self.drafts}
        newer = {id for id, version in found.versions.items() if version > known.get(id, 0)}
        read = {each.scenario.id: each for each in found.drafts}
        unsaved = [each for id, each in former.items() if id not in known and id not in read]
        kept = [each if id in newer else former.get(id, each) for id, each in read.items()]
        kept.sort(key=_is_away)
        gone = [id for id in known if id not in found.versions]
        self.drafts, self.ready = (*unsaved, *kept), True
        for id, version in found.versions.items():
            known[id] = max(version, known.get(id, 0))
        for id in gone:
            del known[id]
        if found.unreadable:
            self._context.say(f"方案“{'、'.join(found.unreadable)}”无法读取，已略过。")
        self._follow(newer, gone)
        self.listed.emit()

    def _follow(self, newer: set[str], gone: list[str]) -> None:
        """Show the plan at hand as somebody else left it."""
        if self._plan.draft is None:
            return
        mine, id = self._plan.draft, self._plan.scenario.id
        theirs = self.draft(id)
        if id in gone:
            self._plan.close()
            self._context.say("打开的方案已被删除，或不再与您共享。")
        elif id in newer and theirs is not None and not _same(theirs, mine):
            self._plan.close()
            self.wanted.emit(theirs)

    def _on_refused(self, error: object) -> None:
        """A plan was written by somebody else meanwhile: show what there is now."""
        if isinstance(error, StaleError) and self._plan.draft is not None:
            self.read()

    def draft(self, id: str) -> "Draft | None":
        """Give a plan by its id."""
        return next((each for each in self.drafts if each.scenario.id == id), None)

    # ---- writing

    def _on_edited(self) -> None:
        if self._plan.draft is not None:
            self._remember(self._plan.draft)

    def _remember(self, draft: "Draft") -> None:
        self._place(draft)
        self._write(storage.saving(draft, self.versions))

    def _place(self, draft: "Draft") -> None:
        former = self.draft(draft.scenario.id)
        if former is None:
            self.drafts = (draft, *self.drafts)
        else:
            self.drafts = tuple(draft if each is former else each for each in self.drafts)

    def _write(self, function: "Write") -> None:
        workspace = self._context.workspace
        if workspace.loaded.engine is not None:
            workspace.write_aside(function, initiator=self.parent())

    # ---- making

    def make(
        self, label: str, choices: "Choices | None" = None, month: int | None = None
    ) -> "Draft":
        """Begin a plan and ask for it to be opened; `month`: from when on it is to hold."""
        workspace = self._context.workspace
        month = workspace.as_of if month is None else month
        draft = storage.begin(label, month, workspace.snapshot.number, workspace.user, choices)
        self._remember(draft)
        self.listed.emit()
        self.wanted.emit(draft)
        return draft

    def free_label(self) -> str:
        """Give a name no plan has."""
        return storage.free_label(tuple(each.scenario.label for each in self.drafts), STEM)

    def ask_new(self) -> None:
        """Ask what the plan is to begin with and from when on it holds, and begin it."""
        from ui.pages.staffing.new_plan import NewPlanDialog

        workspace, plan = self._context.workspace, self._plan
        teams = plan.choices.teams if plan.draft is not None else ()
        dialog = NewPlanDialog(
            self.free_label(),
            self._check_new,
            workspace.as_of,
            len(teams),
            self.drafts,
            self._window(),
        )
        if plan.draft is not None:
            dialog.choose_plan(plan.scenario.id)
        if not self._context.ask.show(dialog):
            return
        former = self.draft(dialog.source_plan())
        if former is not None:
            self._copy(former, dialog.label(), dialog.month())
        else:
            choices = Choices(teams=teams if dialog.keeps_teams() else ())
            self.make(dialog.label(), choices, dialog.month())

    def _copy(self, former: "Draft", label: str, month: int) -> None:
        draft = storage.copied(former, label, self._context.workspace.user, month)
        self._remember(draft)
        self.listed.emit()
        self.wanted.emit(draft)

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None

    def ask_copy(self) -> None:
        """Ask for a name and copy the plan at hand."""
        if self._plan.draft is None:
            return
        suggested = f"{self._plan.scenario.label} 副本"
        label = self._context.ask.text("复制方案", "副本名称", suggested, self._check_new)
        if label:
            self._copy(self._plan.draft, label, self._plan.scenario.month)

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
        if self._refused("删除", only_open=True):
            return
        text = f"删除方案“{scenario.label}”和其中的 {len(scenario.done)} 步调整？删除后不能恢复。"
        if self._context.ask.confirm("删除方案", text, yes="删除", danger=True):
            self._forget(scenario.id)

    def _forget(self, id: str) -> None:
        self.drafts = tuple(each for each in self.drafts if each.scenario.id != id)
        self._write(storage.deleting(id))
        self._plan.close()
        self.listed.emit()
        if self.drafts:
            self.wanted.emit(self.drafts[0])

    def ask_share(self) -> None:
        """Ask with whom the plan at hand is shared."""
        if self._plan.draft is None or self._refused("分享"):
            return
        standing = self._plan.draft.standing
        text = "写明可以看到这个方案的使用者姓名，用顿号分开；留空则只有编制人可见。"
        answer = self._context.ask.text("分享方案", text, "、".join(standing.shared))
        if answer is None:
            return
        given = (each.strip() for each in answer.replace("，", "、").split("、"))
        names = tuple(dict.fromkeys(each for each in given if each and each != standing.author))
        status = standing.status
        if status in ("草案", "已共享"):
            status = "已共享" if names else "草案"
        self._write(storage.sharing(self._plan.scenario.id, names, self.versions))
        self._stand_as(replace(standing, shared=names, status=status))
        who = "、".join(names)
        self._context.say(f"方案已分享给 {who}。" if names else "方案只有编制人可见。")

    def archive(self) -> None:
        """Put the plan at hand away; one that was put away comes back as what it was."""
        if self._plan.draft is None or self._refused("归档"):
            return
        standing = self._plan.draft.standing
        if standing.status == "归档":
            self.set_status(standing.former or "草案")
            self._context.say(f"方案已取消归档，恢复为“{standing.former or '草案'}”。")
        else:
            self.set_status("归档")
            self._context.say("方案已归档：内容不再改动，排在方案列表最后。")

    def set_status(self, status: "Status") -> None:
        """Bring the plan at hand to another status and store it."""
        if self._plan.draft is None:
            return
        standing = self._plan.draft.standing
        refuse_step(self._plan.scenario.label, standing.status, status)
        if status == "草案" and standing.shared:
            status = "已共享"
        former = standing.status if status == "归档" else None
        self._write(storage.standing_as(self._plan.scenario.id, status, self.versions))
        self._stand_as(replace(standing, status=status, former=former))

    def _stand_as(self, standing: "Standing") -> None:
        self._plan.stand_as(standing)
        if self._plan.draft is not None:
            self._place(self._plan.draft)
        self.listed.emit()

    def _refused(self, what: str, *, only_open: bool = False) -> bool:
        """Say why the user may not do something with the plan at hand; False when he may."""
        assert self._plan.draft is not None
        standing, user = self._plan.draft.standing, self._context.workspace.user
        if standing.author not in ("", user):
            text = f"这个方案由{standing.author}编制，只有编制人可以{what}。"
        elif only_open and standing.status in ("已批准锁定", "已执行"):
            text = f"方案“{standing.status}”，不能{what}；请先撤回批准或执行。"
        else:
            return False
        self._context.ask.inform(text)
        return True

    def _check(self, text: str) -> str:
        own = self._plan.draft is not None and text.strip() == self._plan.scenario.label
        return "" if own else self._check_new(text)

    def _check_new(self, text: str) -> str:
        if not text.strip():
            return "方案名称不能为空，请输入一个名称。"
        taken = {each.scenario.label for each in self.drafts}
        return "已有同名方案，请换一个名称。" if text.strip() in taken else ""


def _same(one: "Draft", other: "Draft") -> bool:
    return (one.scenario, one.choices) == (other.scenario, other.choices)


def _is_away(draft: "Draft") -> bool:
    """Plans put away come last in the list."""
    return draft.standing.status == "归档"
