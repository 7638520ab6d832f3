"""Questions about templates and months, and the writes of versions and trials."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.people import codes
from leadership_model.structure.model import Model
from ui.ask import Asker
from ui.loading import Engine

if TYPE_CHECKING:
    from leadership_model.store.actor import Actor
    from leadership_model.store.trials import ModelTrial


def why_without(category: str, models: Sequence[Model], as_of: int) -> str:
    """Say why a category has no model yet, and what to do."""
    coming = [m for m in models if m.category == category and m.effective > as_of]
    if base := next((m for m in coming if not m.is_difference()), None):
        return (
            f"{base.label}第 {base.version} 版已发布，自 {months.show_iso(base.effective)} 起生效；"
            "在那之前研判时显示为“未配置”。把基准日期改到那个月，就可以查看和修改。"
        )
    found = (each for each in codes.items("teams") if each["name"] == category)
    reason = next(found, {}).get("without", "这一类班子目前没有结构模型")
    return f"{reason}；研判时显示为“未配置”。可以从随程序提供的相近模板开始。"


def ask_template(ask: Asker, title: str) -> Model | None:
    """Ask which of the shipped models a category begins with."""
    from leadership_model.structure.templates import shipped

    templates = {each.id: each for each in shipped() if each.sub_category is None}
    options = [(id, each.label) for id, each in templates.items()]
    chosen = ask.choose("从模板新建", f"为“{title}”选择一个模板作为起点：", options)
    return templates.get(chosen or "")


def ask_month(ask: Asker, draft: Model, as_of: int, models: Sequence[Model]) -> int | None:
    """Ask from which month a version is to be in force: not before the one published last."""
    text = (
        f"“{draft.label}”的新版本自哪个月起生效？{_until_then(draft, models)}\n"
        f"发布后不能修改或撤销，只能再发布一版取代它。{_passed_over(draft, as_of, models)}"
    )
    last = max((each.effective for each in models if each.id == draft.id), default=0)
    first = months.show_iso(max(as_of, last))
    answer = ask.text("发布新版本", text, first, partial(_too_early, last))
    return months.parse(answer) if answer else None


def _until_then(draft: Model, models: Sequence[Model]) -> str:
    """Say what holds until the month a version begins at."""
    if any(each.id == draft.id for each in models):
        return "现行版本保留，到那个月之前仍按现行版本研判。"
    if draft.is_difference():
        return "到那个月之前仍按继承的模型研判。"
    return "到那个月之前研判时仍显示为“未配置”。"


def _passed_over(draft: Model, as_of: int, models: Sequence[Model]) -> str:
    """Say that a version still to come would be superseded without its changes being kept."""
    later = [each for each in models if each.id == draft.id and each.effective > as_of]
    if not later:
        return ""
    last = max(later, key=lambda each: (each.effective, each.version))
    return (
        f"\n请注意：第 {last.version} 版已定于 {months.show_iso(last.effective)} 起生效，"
        "将被新版取代；草稿如不是以它为起点改的，它的改动不会带过来，可先取消，在“版本”中以它为起点修改。"
    )


def ask_trial_month(ask: Asker, draft: Model, as_of: int) -> int | None:
    """Ask since when a draft is on trial."""
    text = (
        f"“{draft.label}”的草稿自哪个月起试行？试行稿不影响研判结果，可在“版本”中与现行版本对照。"
    )
    answer = ask.text("试行", text, months.show_iso(as_of), month_fault)
    return months.parse(answer) if answer else None


def month_fault(text: str) -> str:
    """Say what is wrong with a typed month; empty when nothing is."""
    if months.parse(text) is not None:
        return ""
    return f"“{text}”不是有效的年月，请按 2026-11 的样子填写。"


def _too_early(last: int, text: str) -> str:
    fault, month = month_fault(text), months.parse(text)
    if fault or month is None or month >= last:
        return fault
    return f"上一版自 {months.show_iso(last)} 起生效，新的一版不能早于它。"


def publish(models: tuple[Model, ...], engine: Engine, actor: "Actor") -> Changes:
    """Store the versions, all or none; for the writer."""
    from leadership_model.store import models as stored

    return stored.publish(engine, actor, *models)


@dataclass(slots=True)
class TrialStep:
    """A draft put on trial, or (without a model) a trial ended; taken back exactly."""

    id: str
    model: Model | None = None
    since: int = 0
    _former: "ModelTrial | None" = field(default=None, repr=False)

    def forward(self, engine: Engine, actor: "Actor") -> Changes:
        """Write it; what was on trial before is remembered. For the writer."""
        from leadership_model.store import trials

        self._former = next((t for t in trials.read(engine) if t.model.id == self.id), None)
        if self.model is None:
            return trials.end(engine, actor, self.id)
        return trials.start(engine, actor, self.model, self.since)

    def backward(self, engine: Engine, actor: "Actor") -> Changes:
        """Bring back what was on trial before. For the writer."""
        from leadership_model.store import trials

        return trials.put_back(engine, actor, self.id, self._former)
