"""Structure models as objects of a query: every published version, by what it asks and how it is.

A difference of a sub-category or team is listed with what it changes; what it inherits stands in
the row of its category.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.assessment.world import World
from leadership_model.query.object_facets import Group, Least
from leadership_model.structure import versions
from leadership_model.structure.model import Model
from leadership_model.structure.phrase import KIND_WORDS
from leadership_model.structure.usage import names_in, names_of_measure

STAGES = ("现行", "未到生效月", "已被取代")
LAYERS = ("类别", "子类", "班子")
VETOES = ("有否决项", "无否决项")
SOURCES = ("随程序提供", "本部门发布")


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One version. `teams`: how many are held against it now; `elements`: what it asks about."""

    id: str
    model: Model
    label: str
    category: str
    layer: str
    stage: str
    until: int | None
    requirements: int
    vetoes: tuple[str, ...]
    points: float
    teams: tuple[int, ...]
    elements: tuple[str, ...]
    dimensions: tuple[str, ...]
    kinds: tuple[str, ...]
    portraits: int

    @property
    def source(self) -> str:
        """Whether it came with the program."""
        return SOURCES[0] if not self.model.effective else SOURCES[1]


def _category(row: ModelRow) -> Sequence[str]:
    return (row.category,)


def _stage(row: ModelRow) -> Sequence[str]:
    return (row.stage,)


def _layer(row: ModelRow) -> Sequence[str]:
    return (row.layer,)


def _veto(row: ModelRow) -> Sequence[str]:
    return (VETOES[0] if row.vetoes else VETOES[1],)


def _vetoed(row: ModelRow) -> Sequence[str]:
    return row.vetoes


def _elements(row: ModelRow) -> Sequence[str]:
    return row.elements


def _dimensions(row: ModelRow) -> Sequence[str]:
    return row.dimensions


def _kinds(row: ModelRow) -> Sequence[str]:
    return row.kinds


def _source(row: ModelRow) -> Sequence[str]:
    return (row.source,)


def _version(row: ModelRow) -> Sequence[str]:
    return (f"第 {row.model.version} 版",)


GROUPS: tuple[Group[ModelRow], ...] = (
    Group("stages", "状态", _stage, STAGES),
    Group("layers", "层级", _layer, LAYERS),
    Group("vetoes", "一票否决", _veto, VETOES),
    Group("versions", "版本", _version),
    Group("sources", "来源", _source, SOURCES),
    Group("elements", "涉及的要素和经历", _elements),
    Group("dimensions", "维度", _dimensions),
    Group("kinds", "要求的类型", _kinds),
    Group("vetoed", "否决的要求", _vetoed),
    Group("categories", "班子类别", _category),
)
NUMBERS: tuple[Least[ModelRow], ...] = ()


def model_rows(world: World) -> tuple[ModelRow, ...]:
    """Make the rows of all versions: by category, layer, model, the newest first."""
    held: dict[tuple[str, int], list[int]] = {}
    for team in range(len(world.snapshot.teams)):
        for each in versions.used(world.model(team), world.models, world.as_of):
            held.setdefault((each.id, each.version), []).append(team)
    rows = []
    for id in dict.fromkeys(each.id for each in world.models):
        for version in versions.history(world.models, id, world.as_of):
            model = version.model
            teams = tuple(held.get((model.id, model.version), ()))
            rows.append(_row(model, versions.STAGE_WORDS[version.stage], version.until, teams))
    place = {layer: at for at, layer in enumerate(LAYERS)}
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                *(row.category, place[row.layer], row.model.id),
                *(-row.model.effective, -row.model.version),
            ),
        )
    )


def _row(model: Model, stage: str, until: int | None, teams: tuple[int, ...]) -> ModelRow:
    asked = model.requirements
    layer = LAYERS[2] if model.team else LAYERS[1] if model.sub_category else LAYERS[0]
    names = [name for each in asked for name in names_of_measure(each.measure)]
    for portrait in model.portraits:
        names += [name for each in portrait.qualifications for name in names_in(each)]
        for weight in portrait.weights:
            names += [weight.element] if weight.element else []
            names += names_in(weight.condition) if weight.condition is not None else ()
    return ModelRow(
        id=f"{model.id}@{model.version}",
        model=model,
        label=model.label,
        category=model.category,
        layer=layer,
        stage=stage,
        until=until,
        requirements=len(asked),
        vetoes=tuple(dict.fromkeys(each.label for each in asked if each.veto)),
        points=sum(each.points for each in asked),
        teams=teams,
        elements=tuple(dict.fromkeys(names)),
        dimensions=tuple(dict.fromkeys(each.dimension for each in asked)),
        kinds=tuple(dict.fromkeys(KIND_WORDS[type(each.measure)] for each in asked)),
        portraits=len(model.portraits),
    )
