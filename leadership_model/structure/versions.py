"""Which versions a team is held against, which of a model were in force when, and their names."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from leadership_model import months
from leadership_model.structure.model import Model

Stage = Literal["published", "in force", "to come", "superseded"]
STAGE_WORDS = {
    "in force": "现行",
    "to come": "未到生效月",
    "superseded": "已被取代",
    "published": "已发布",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One published version with how it stands at a month; `until`: the first month it is not."""

    model: Model
    stage: Stage
    until: int | None


def in_force(models: Iterable[Model], model_id: str, as_of: int) -> Model | None:
    """Give the version of a model that holds at a month: the latest effective, then number."""
    versions = [each for each in models if each.id == model_id and each.effective <= as_of]
    return max(versions, key=_age, default=None)


def used(model: Model | None, models: Iterable[Model], as_of: int) -> tuple[Model, ...]:
    """Give the versions a team's model was laid together from: the category's first."""
    if model is None:
        return ()
    every = tuple(models)
    found = (in_force(every, id, as_of) for id in model.id.split("+"))
    return tuple(each for each in found if each is not None)


def history(models: Iterable[Model], model_id: str, as_of: int) -> tuple[Version, ...]:
    """List the versions of a model, newest first, as they stand at a month."""
    listed = sorted((each for each in models if each.id == model_id), key=_age)
    now = in_force(listed, model_id, as_of)
    found = []
    for at, each in enumerate(listed):
        later = listed[at + 1].effective if at + 1 < len(listed) else None
        stage: Stage = "to come" if each.effective > as_of else "superseded"
        found.append(Version(each, "in force" if each is now else stage, later))
    return tuple(reversed(found))


def name(model: Model) -> str:
    """Name a version: 县（市、区）党委班子结构模型第 2 版（2026-12 起）."""
    return f"{model.label}第 {model.version} 版（{since(model)}）"


def names(versions: Iterable[Model]) -> str:
    """Name all versions a team is held against."""
    return " ＋ ".join(map(name, versions)) or "未配置结构模型"


def since(model: Model) -> str:
    """Say from when a version holds."""
    return f"{months.show_iso(model.effective)} 起" if model.effective else "随程序提供"


def _age(model: Model) -> tuple[int, int]:
    return model.effective, model.version
