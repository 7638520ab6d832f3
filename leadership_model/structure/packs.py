"""规则包: requirements a department can switch on and off as a whole, over models of its own.

Switching publishes new versions; nothing else is stored. A pack is on where the versions in force
hold its requirements as they are written. Switching off puts back what stood in their place before.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from leadership_model import seed
from leadership_model.conditions.protocols import Names
from leadership_model.elements import catalogue
from leadership_model.structure.codec import requirement_from_json
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement
from leadership_model.structure.templates import reader
from leadership_model.structure.versions import in_force

State = Literal["on", "partly", "off", "none"]
STATE_WORDS = {"on": "已启用", "partly": "部分启用", "off": "未启用", "none": "没有可用的模型"}


@dataclass(frozen=True, slots=True)
class PackChange:
    """Requirements for all teams of a category: they replace those with their id, or are added."""

    category: str
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause no model can judge, and how it is to be watched over."""

    text: str
    check: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack with its source."""

    id: str
    label: str
    source: str
    why: str
    changes: tuple[PackChange, ...]
    clauses: tuple[Clause, ...]


@functools.cache
def shipped() -> tuple[Pack, ...]:
    """Give the packs of `data/packs`; UserError names file and key."""
    return tuple(_pack(name, catalogue.shipped()) for name in seed.names("packs"))


def state(pack: Pack, models: Sequence[Model], as_of: int) -> State:
    """Say whether a pack is on at a month."""
    answers = [
        set(change.requirements) <= set(base.requirements)
        for change in pack.changes
        if (base := base_of(change.category, models, as_of)) is not None
    ]
    if not answers:
        return "none"
    return "on" if all(answers) else "partly" if any(answers) else "off"


def base_of(category: str, models: Sequence[Model], as_of: int) -> Model | None:
    """Give the version in force of the model of a category for any place, without differences."""
    fitting = [
        each
        for each in models
        if each.category == category and not each.is_difference() and each.place is None
    ]
    ids = dict.fromkeys(each.id for each in fitting)
    found = [now for id in ids if (now := in_force(fitting, id, as_of)) is not None]
    return max(found, key=lambda each: (each.effective, each.version, each.id), default=None)


def first_month(pack: Pack, models: Sequence[Model], effective: int) -> int:
    """Give the first month not before `effective` at which new versions may begin.

    A model whose last version begins later can only be superseded from that month on.
    """
    bases = (base_of(change.category, models, 1 << 20) for change in pack.changes)
    ids = {base.id for base in bases if base is not None}
    return max((effective, *(each.effective for each in models if each.id in ids)))


def switched_on(pack: Pack, models: Sequence[Model], effective: int) -> tuple[Model, ...]:
    """Make the versions, in force from a month, that switch a pack on; none where it is on.

    They begin at `first_month`, which may be later.
    """
    effective = first_month(pack, models, effective)
    return tuple(
        _next(models, base, _with(base, change.requirements), effective)
        for change in pack.changes
        if (base := base_of(change.category, models, effective)) is not None
        and not set(change.requirements) <= set(base.requirements)
    )


def switched_off(pack: Pack, models: Sequence[Model], effective: int) -> tuple[Model, ...]:
    """Make the versions that put back what a pack replaced; what it added is taken out."""
    effective = first_month(pack, models, effective)
    found = []
    for change in pack.changes:
        base = base_of(change.category, models, effective)
        own = set(change.requirements)
        if base is None or not own & set(base.requirements):
            continue
        listed = []
        for each in base.requirements:
            former = _former(each, models, base) if each in own else each
            listed += [former] if former is not None else []
        found.append(_next(models, base, tuple(listed), effective))
    return tuple(found)


def _with(base: Model, requirements: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    own = {each.id: each for each in requirements}
    return (*(own.pop(each.id, each) for each in base.requirements), *own.values())


def _former(of_pack: Requirement, models: Sequence[Model], base: Model) -> Requirement | None:
    """Give what stood last in the place of a pack's requirement; None = nothing ever did."""
    earlier = (each for each in models if each.id == base.id and each.version < base.version)
    for version in sorted(earlier, key=lambda each: -each.version):
        found = next((each for each in version.requirements if each.id == of_pack.id), None)
        if found != of_pack:
            return found
    return None


def _next(
    models: Sequence[Model], base: Model, listed: tuple[Requirement, ...], effective: int
) -> Model:
    versions = [each for each in models if each.id == base.id]
    return replace(
        base,
        version=max(each.version for each in versions) + 1,
        effective=effective,
        requirements=listed,
    )


def _pack(name: str, known: Names) -> Pack:
    found, read = seed.read(name), reader(known)
    changes = tuple(
        PackChange(
            each["category"],
            tuple(
                requirement_from_json(one, read, f"data/{name} 要求")
                for one in each["requirements"]
            ),
        )
        for each in found["changes"]
    )
    clauses = tuple(Clause(each["text"], each["check"]) for each in found["clauses"])
    return Pack(found["id"], found["label"], found["source"], found["why"], changes, clauses)
