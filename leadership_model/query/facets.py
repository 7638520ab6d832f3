"""Facets: the values of an element among people found, with the count one click would give."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.mask import mask
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tree import Compare, Contains, Is
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools
from leadership_model.query.facet_lines import Atom


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value: what a click adds to the question, and how many it would leave.

    Of a value that is `chosen` already `count` says how many have it. `own`: how many have it.
    """

    label: str
    count: int
    condition: Atom
    own: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one element, most frequent first; 无 and 待核 are values of their own, last."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """A number element: `counts[i]` people with edges[i] <= value < edges[i + 1]."""

    name: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    unknown: int
    absent: int
    asked: tuple[float, float] | None = None  # the range asked for, both ends included


def facet(world: World, name: str, inside: Bools) -> Facet:
    """Count the values of a choice, flag, set or text element among the people marked."""
    column = world.facts.column(name)
    match column:
        case ChoiceColumn():
            counts = np.bincount(
                column.codes[inside & (column.codes >= 0)], minlength=len(column.values)
            )
            found = [
                FacetValue(value, int(count), Compare(name, "=", value))
                for value, count in zip(column.values, counts, strict=True)
                if count
            ]
            absent = int((column.codes[inside] == ABSENT).sum())
            unknown = int((column.codes[inside] == UNKNOWN).sum())
        case SetColumn():
            sums = column.bits[inside].sum(axis=0)
            found = [
                FacetValue(value, int(count), Contains(name, value))
                for value, count in zip(column.values, sums, strict=True)
                if count
            ]
            absent, unknown = 0, int((column.open & ~column.bits.any(axis=1))[inside].sum())
        case TextColumn():
            seen: dict[str, int] = {}
            for at in np.flatnonzero(inside):
                text = column.texts[at]
                if text is not None:
                    seen[text] = seen.get(text, 0) + 1
            found = [FacetValue(v, n, Compare(name, "=", v)) for v, n in seen.items()]
            absent = int(column.absent[inside].sum())
            unknown = int(inside.sum()) - absent - sum(seen.values())
        case NumberColumn():
            raise ValueError(f"“{name}”是数值，请用直方图")
    found.sort(key=lambda each: (-each.count, each.label))
    found += [FacetValue("无", absent, Is(name, "无"))] if absent else []
    found += [FacetValue("待核", unknown, Is(name, "待核"))] if unknown else []
    return Facet(name, tuple(replace(each, own=each.count) for each in found))


def with_chosen(world: World, found: Facet, inside: Bools, chosen: Sequence[Atom]) -> Facet:
    """Say of a facet what a click would give where some of its values are chosen already.

    `inside` are the people found without this facet. One click more asks for those of either
    value; chosen values stand first, also those that nobody has.
    """
    if not chosen:
        return found
    answers = [world.facts.tri(each).sure for each in chosen]
    met = inside & np.logical_or.reduce(answers)
    known = {each.condition: each for each in found.values}
    first = []
    for atom, answer in zip(chosen, answers, strict=True):
        label = atom.state if isinstance(atom, Is) else str(atom.value)
        own = int((inside & answer).sum())
        known.pop(atom, None)
        first.append(FacetValue(label, own, atom, own, chosen=True))
    others = []
    for each in known.values():
        more = inside & mask(each.condition, world.facts.table).sure
        others.append(replace(each, count=int((met | more).sum())))
    return Facet(found.name, (*first, *others))


def histogram(world: World, name: str, inside: Bools, bins: int = 12) -> Histogram:
    """Count a number element of the people marked in equal whole-number steps."""
    column = world.facts.column(name)
    if not isinstance(column, NumberColumn):
        raise ValueError(f"“{name}”不是数值，没有直方图")
    unknown = column.unknown & ~column.absent
    values = column.low[inside & ~unknown & ~column.absent].astype(np.float64)
    edges: tuple[float, ...] = ()
    counts: tuple[int, ...] = ()
    if len(values):
        low, high = np.floor(values.min()), np.floor(values.max())
        step = max(1.0, np.ceil((high - low + 1) / bins))
        marks = np.arange(low, high + step + 0.5, step)
        edges = tuple(float(mark) for mark in marks)
        counts = tuple(int(n) for n in np.histogram(values, bins=marks)[0])
    return Histogram(
        name, edges, counts, int(unknown[inside].sum()), int(column.absent[inside].sum())
    )
