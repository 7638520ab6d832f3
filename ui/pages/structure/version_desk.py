"""Versions, publishing, trials and packs: asks what has to be asked and writes it."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.structure.issue import Issue
from leadership_model.structure.model import Model
from ui.pages.structure import check_work, publishing, version_work, work
from ui.pages.structure.check_work import Checked
from ui.pages.structure.version_dialog import VersionDialog
from ui.pages.structure.version_packs import PackDialog
from ui.pages.structure.version_work import Entry

if TYPE_CHECKING:
    from leadership_model.store.trials import ModelTrial
    from ui.pages.structure.page import StructurePage

MOST_TOLD = 4  # findings told in one question


class VersionDesk(QObject):
    """Speaks for the page."""

    def __init__(self, page: "StructurePage") -> None:
        super().__init__(page)
        self._page = page

    # ---- versions

    def ask_versions(self) -> None:
        """Show the versions of the model at hand; the trials are read first."""
        page, hand = self._page, self._page.hand()
        if hand is not None and hand.published is None and not hand.changed:
            page.ask.inform(
                "这里全部继承上级，没有自己的版本；改动任何一条以后，就有草稿可以对照。"
            )
        elif hand is not None:
            page.workspace.read(version_work.read_trials, "structure.trials", self._on_trials)

    def _on_trials(self, found: "Mapping[str, ModelTrial]") -> None:
        page, hand = self._page, self._page.hand()
        survey = page.workspace.survey
        if hand is None or survey is None:
            return
        trial = found.get(hand.draft.id)
        world = page.workspace.world
        listed = version_work.entries(world.models, hand.published, hand.draft, trial, world.as_of)
        known = {team: survey[team] for team in hand.row.teams}
        dialog = VersionDialog(page.context, hand.draft.label, listed, known, page)
        if not page.ask.show(dialog) or dialog.wish is None:
            return
        what, entry = dialog.wish
        {"begin": self._begin, "trial": self._try, "end": self._end}[what](entry)

    def _begin(self, entry: Entry) -> None:
        page = self._page
        published = page.published()
        made = version_work.beginning_with(entry, published)
        if made == published:
            page.context.say(f"{entry.title}就是现行版本。")
        page.store(made, f"从{entry.title}开始修改")

    # ---- trials

    def start_trial(self) -> None:
        """Put the draft at hand on trial."""
        hand = self._page.hand()
        if hand is None or not hand.changed:
            self._page.context.say("没有修改，不必试行；现行版本已在使用。")
            return
        self._put_on_trial(hand.draft)

    def _try(self, entry: Entry) -> None:
        self._put_on_trial(entry.model)

    def _put_on_trial(self, model: Model) -> None:
        page = self._page
        month = publishing.ask_trial_month(page.ask, model, page.workspace.as_of)
        if month is None:
            return
        step = publishing.TrialStep(model.id, model, month)
        page.workspace.write(
            step.forward,
            f"试行 {model.label}",
            done=self._on_trial_begun,
            initiator=page,
            undo=step.backward,
        )

    def _on_trial_begun(self, changes: Changes) -> None:
        self._page.context.say("已开始试行：各班子仍按现行版本研判，在“版本”中可随时对照试行稿。")

    def _end(self, entry: Entry) -> None:
        page = self._page
        step = publishing.TrialStep(entry.model.id)
        text = f"结束试行 {entry.model.label}"
        page.workspace.write(step.forward, text, initiator=page, undo=step.backward)

    # ---- publishing

    def publish(self) -> None:
        """Check the draft at hand; what is wrong is refused, what is doubtful asked."""
        page, hand = self._page, self._page.hand()
        if hand is None or not hand.changed:
            page.context.say("没有需要保存的修改。")
            return
        page.jobs.read(
            partial(check_work.check, page.workspace.world, hand.draft, hand.row.teams),
            "structure.publish",
            self._on_checked,
            title="正在核对模型",
        )

    def _on_checked(self, checked: Checked) -> None:
        page, hand = self._page, self._page.hand()
        if hand is None or hand.draft != checked.draft:
            return
        errors, warnings = checked.of("error"), checked.of("warning")
        if errors:
            page.ask.error("还不能发布：\n" + _listed(errors))
            return
        question = "核对有以下提醒，仍要发布吗？\n" + _listed(warnings)
        if warnings and not page.ask.confirm("发布模型", question, yes="仍要发布"):
            return
        models = page.workspace.world.models
        month = publishing.ask_month(page.ask, hand.draft, page.workspace.as_of, models)
        if month is not None:
            self._write(work.next_version(models, hand.draft, month))

    def _write(self, made: Model) -> None:
        page = self._page
        page.workspace.write(
            partial(publishing.publish, (made,)),
            f"发布 {made.label} 第 {made.version} 版",
            done=partial(self._on_published, made),
            initiator=page,
        )

    def _on_published(self, made: Model, changes: Changes) -> None:
        self._page.drafts.forget(made.id, f"已发布第 {made.version} 版")
        since = months.show_iso(made.effective)
        self._page.context.say(f"已发布第 {made.version} 版，自 {since} 起生效。")

    # ---- packs

    def ask_packs(self) -> None:
        """Show the packs; switching one publishes new versions of the models it is about."""
        page = self._page
        dialog = PackDialog(page.context, page)
        if not page.ask.show(dialog) or dialog.effect is None or not dialog.effect.drafts:
            return
        found = dialog.effect
        word = "停用" if found.state == "on" else "启用"
        drafted = [each.label for each in found.drafts if each.id in page.drafts.value]
        question = (
            f"“{'”、“'.join(drafted)}”另有草稿。{word}{found.pack.label}只改动已发布的版本，"
            "草稿不变；以后发布草稿时请留意。继续吗？"
        )
        if drafted and not page.ask.confirm(f"{word}规则包", question, yes=word):
            return
        told = f"已{word}{found.pack.label}：发布 {len(found.drafts)} 个模型的新版本。"
        page.workspace.write(
            partial(publishing.publish, found.drafts),
            f"{word}{found.pack.label}",
            done=partial(self._on_switched, told),
            initiator=page,
        )

    def _on_switched(self, told: str, changes: Changes) -> None:
        self._page.context.say(told)


def _listed(issues: tuple[Issue, ...]) -> str:
    texts = [f"· {each.text}" for each in issues[:MOST_TOLD]]
    more = len(issues) - MOST_TOLD
    return "\n".join((*texts, *((f"· 另有 {more} 项",) if more > 0 else ())))
