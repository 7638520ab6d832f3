"""What the page shows, as values: no Qt here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement
from ui.pages.structure.category_work import CategoryRow

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.people.snapshot import Snapshot

ENDINGS = ("领导班子", "班子")


def short_name(snapshot: "Snapshot", team: int) -> str:
    """Name a team in few characters: its area where it is one of an area's, else without 班子."""
    place, area = snapshot.teams.raw("place")[team], snapshot.teams.raw("area")[team]
    name = snapshot.teams.raw("name")[team] or ""
    if place and area:
        short = area_names(snapshot).get(area, area)
        return f"{short}{place if place in ('法院', '检察院') else ''}"
    for ending in ENDINGS:
        name = name.removesuffix(ending)
    return str(name)


def area_names(snapshot: "Snapshot") -> Mapping[str, str]:
    """Give the short name of each area: 勐河县 for 勐河哈尼族彝族傣族自治县."""

    def make() -> dict[str, str]:
        units = snapshot["unit"]
        rows = zip(units.raw("name"), units.raw("short_name"), units.raw("area_kind"), strict=True)
        return {name: short or name for name, short, kind in rows if kind and name}

    return snapshot.remember("structure.area_names", make)


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """One requirement with how the teams stand: met, near, missed, unknown."""

    requirement: Requirement
    first: bool  # the first of its dimension
    counts: tuple[int, int, int, int]
    changed: str  # what the version in force says, where this one differs; 新增 for a new one
    origin: str = ""  # of a difference: how the line differs from the one inherited
    conflict: bool = False


def requirement_rows(
    draft: Model,
    published: Model | None,
    assessments: Sequence[Assessment],
    origins: Mapping[str, tuple[str, bool]] | None = None,
) -> tuple[RequirementRow, ...]:
    """Lay the requirements of a draft beside the teams' findings and the version in force."""
    from leadership_model.structure.phrase import target

    counts: dict[str, Counter[str]] = {}
    for each in assessments:
        for finding in each.findings:
            counts.setdefault(finding.requirement, Counter())[finding.verdict] += 1
    known = {} if published is None else {each.id: each for each in published.requirements}
    rows, dimension = [], ""
    for requirement in draft.requirements:
        found = counts.get(requirement.id, Counter())
        was = known.get(requirement.id)
        changed = ""
        if was is None:
            changed = "新增"
        elif was != requirement:
            before = target(was)
            changed = f"已改：原 {before}" if before != target(requirement) else "已改"
        rows.append(
            RequirementRow(
                requirement,
                requirement.dimension != dimension,
                (found["green"], found["yellow"], found["red"], found["unknown"]),
                changed,
                *(origins or {}).get(requirement.id, ("", False)),
            )
        )
        dimension = requirement.dimension
    return tuple(rows)


def telling(draft: Model, row: CategoryRow | None, survey: Sequence[Assessment] | None) -> str:
    """Choose the requirement to begin with: the one most teams fall short of."""
    short: Counter[str] = Counter()
    for team in row.teams if survey is not None and row is not None else ():
        for finding in survey[team].findings if survey is not None else ():
            short[finding.requirement] += finding.verdict in ("yellow", "red")
    return max((each.id for each in draft.requirements), key=lambda id: short[id], default="")


def about(
    published: Model | None, row: CategoryRow | None, models: Sequence[Model] = (), as_of: int = 0
) -> str:
    """Say which version is in force since when, which is to come, and for how many teams."""
    teams = f"{len(row.teams) if row else 0} 个班子"
    if published is None:
        return f"新模型 · {teams}"
    since = "随程序提供" if published.id.startswith("shipped") else "一直有效"
    if published.effective:
        since = f"{months.show_iso(published.effective)} 起"
    coming = [m for m in models if m.id == published.id and m.effective > as_of]
    later = "".join(f" · v{m.version} 自 {months.show_iso(m.effective)} 起" for m in coming)
    return f"现行 v{published.version} · {since}{later} · {teams}"


def with_requirement(model: Model, changed: Requirement) -> Model:
    """Put a requirement in the place of the one with its id."""
    listed = tuple(changed if each.id == changed.id else each for each in model.requirements)
    return replace(model, requirements=listed)


def without_requirement(model: Model, id: str) -> Model:
    """Take a requirement out."""
    return replace(model, requirements=tuple(r for r in model.requirements if r.id != id))


def with_new(model: Model, added: Requirement, taken: frozenset[str] = frozenset()) -> Model:
    """Add a requirement behind those of its dimension, under an id that is free."""
    used = {each.id for each in model.requirements} | taken
    id, number = added.id, 2
    while id in used:
        id, number = f"{added.id}-{number}", number + 1
    listed = list(model.requirements)
    places = [at for at, each in enumerate(listed) if each.dimension == added.dimension]
    at = places[-1] + 1 if places else len(listed)
    listed.insert(at, replace(added, id=id))
    return replace(model, requirements=tuple(listed))


def offered(world: "World", model: Model) -> tuple[Requirement, ...]:
    """List requirements of other models that this one does not have, by their words."""
    from leadership_model.structure.templates import shipped

    known = {each.label for each in model.requirements}
    found: dict[str, Requirement] = {}
    for other in (*world.models, *shipped()):
        for each in other.requirements:
            if each.label not in known:
                found.setdefault(each.label, each)
    return tuple(found.values())


def next_version(models: Sequence[Model], draft: Model, effective: int) -> Model:
    """Make the version to be published from a draft."""
    numbers = [each.version for each in models if each.id == draft.id]
    return replace(draft, version=max(numbers, default=0) + 1, effective=effective)


def beginning_with(version: Model, published: Model) -> Model:
    """Begin a draft with an earlier version, in the place of the one in force."""
    return replace(version, version=published.version, effective=published.effective)


def from_template(template: Model | None, category: str, title: str) -> Model:
    """Copy a template for a category that has no model; without one begin with nothing."""
    label = f"{title}班子结构模型"
    if template is None:
        return Model(id=f"own-{category}", category=category, label=label, version=0)
    return replace(
        template,
        id=f"own-{category}",
        category=category,
        label=label,
        version=0,
        sub_category=None,
        team=None,
        place=None,
        effective=0,
        portraits=(),
    )
