"""Questions about templates, versions and months, and the write that publishes a version."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.structure.model import Model
from ui.ask import Asker
from ui.loading import Engine

if TYPE_CHECKING:
    from leadership_model.elements.catalogue import Catalogue
    from leadership_model.store.actor import Actor


def ask_template(ask: Asker, title: str) -> Model | None:
    """Ask which of the shipped models a category begins with."""
    from leadership_model.structure.templates import shipped

    templates = {each.id: each for each in shipped() if each.sub_category is None}
    options = [(id, each.label) for id, each in templates.items()]
    chosen = ask.choose("从模板新建", f"为“{title}”选择一个模板作为起点：", options)
    return templates.get(chosen or "")


def ask_version(ask: Asker, models: Sequence[Model], published: Model) -> Model | None:
    """Ask which version a draft begins with."""
    versions = {str(each.version): each for each in models if each.id == published.id}
    options = [
        (number, _words(each, each == published))
        for number, each in sorted(versions.items(), key=lambda pair: -pair[1].version)
    ]
    text = "选一版作为修改的起点；已发布的版本不会改动。"
    return versions.get(ask.choose("模型的版本", text, options) or "")


def ask_month(ask: Asker, draft: Model, as_of: int) -> int | None:
    """Ask from which month a version is to be in force."""
    text = f"“{draft.label}”的新版本自哪个月起生效？现行版本保留，到那个月之前仍按现行版本研判。"
    answer = ask.text("保存为新版本", text, months.show_iso(as_of), month_fault)
    return months.parse(answer) if answer else None


def month_fault(text: str) -> str:
    """Say what is wrong with a typed month; empty when nothing is."""
    if months.parse(text) is not None:
        return ""
    return f"“{text}”不是有效的年月，请按 2026-11 的样子填写。"


def first_fault(draft: Model, catalogue: "Catalogue") -> str:
    """Give the first fault that keeps a draft from being published; empty when there is none."""
    from leadership_model.structure.check import check

    return next((each.text for each in check(draft, catalogue) if each.severity != "note"), "")


def publish(model: Model, engine: Engine, actor: "Actor") -> Changes:
    """Store the version; for the writer."""
    from leadership_model.store import models

    return models.publish(engine, actor, model)


def _words(model: Model, current: bool) -> str:
    since = f"自 {months.show_iso(model.effective)} 起" if model.effective else "随程序提供"
    now = " · 现行" if current else ""
    return f"第 {model.version} 版 · {since} · {len(model.requirements)} 项要求{now}"
