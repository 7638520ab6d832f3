"""What the page shows, worked out from a world: no Qt here, so that it runs in a job."""

import time
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import Between, Compare, Condition
from leadership_model.people.table import Bools, Ints
from leadership_model.query import facet_lines, lists, people_set
from leadership_model.query.contradiction import contradictions
from leadership_model.query.distributions import Distribution, distributions
from leadership_model.query.draft import EMPTY, Group, Line, Path, condition_of, remove
from leadership_model.query.facets import Facet, Histogram, facet, histogram, with_chosen
from leadership_model.query.people_set import PeopleSet
from leadership_model.query.statistics import Summary, summarise
from leadership_model.query.tally import Tally, answer_of, tally
from ui.jobs import Control

Mode = Literal["inside", "unite", "subtract"]
MODE_WORDS: dict[Mode, str] = {
    "inside": "在名单中查",
    "unite": "并入名单",
    "subtract": "从名单剔除",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a draft, perhaps laid over a list of people, and which facets are wanted."""

    draft: Group = EMPTY
    basis: PeopleSet | None = None
    mode: Mode = "inside"
    facets: tuple[str, ...] = ("性别", "民族", "班子类别", "政治面貌")
    numbers: tuple[str, ...] = ("年龄",)


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question, everything the page shows of it."""

    question: Question
    people: PeopleSet
    positions: Ints
    sentence: str
    tallies: dict[Path, Tally]
    facets: tuple[Facet, ...]
    histograms: tuple[Histogram, ...]
    summary: Summary
    distributions: tuple[Distribution, ...]
    milliseconds: float
    unknown: int = 0
    basis_sentence: str = ""
    extra: dict[str, object] = field(default_factory=dict)


def answer(world: World, question: Question, control: Control | None = None) -> Answered:
    """Answer a question with everything that is shown beside the list."""
    begun = time.perf_counter()
    people, unknown = _people(world, question)
    took = (time.perf_counter() - begun) * 1000
    if control is not None:
        control.check()
    at = world.snapshot.people.positions
    positions = np.array([at[id] for id in people.ids if id in at], dtype=np.int32)
    inside = np.zeros(world.facts.count, dtype=np.bool_)
    inside[positions] = True
    condition = condition_of(question.draft)
    return Answered(
        question=question,
        people=people,
        positions=positions,
        sentence=write(condition) if condition is not None else "",
        tallies=tally(world, question.draft),
        facets=tuple(_facet(world, question, name, inside) for name in question.facets),
        histograms=tuple(_histogram(world, question, name, inside) for name in question.numbers),
        summary=summarise(world, positions.tolist()),
        distributions=distributions(world, positions.tolist()),
        milliseconds=took,
        unknown=unknown,
    )


def _people(world: World, question: Question) -> tuple[PeopleSet, int]:
    """Give the people found and how many of the others it cannot be said of."""
    condition = condition_of(question.draft)
    ids = world.person_ids
    found: PeopleSet | None = None
    unknown = 0
    if condition is not None:
        said = answer_of(world, question.draft)
        assert said is not None
        unknown = int(said.unknown.sum())
        found = PeopleSet(
            name="查询结果",
            origin=write(condition),
            ids=tuple(ids[i] for i in np.flatnonzero(said.sure)),
            sensitive=lists.sensitive_in(condition, world.catalogue, world.snapshot),
            unknown_ids=tuple(ids[i] for i in np.flatnonzero(said.unknown)),
        )
    basis = question.basis
    if basis is None:
        everybody = PeopleSet(name="全部干部", origin="全部干部", ids=ids)
        return (everybody if found is None else found), unknown
    known = world.snapshot.people.positions
    basis = replace(basis, ids=tuple(id for id in basis.ids if id in known))
    if found is None:
        return basis, 0
    match question.mode:
        case "inside":
            met = people_set.intersect(basis, found)
            among = frozenset(basis.ids)
            doubtful = tuple(id for id in found.unknown_ids if id in among)
            return replace(met, unknown_ids=doubtful), len(doubtful)
        case "unite":
            return people_set.unite(basis, found), unknown
        case "subtract":
            return people_set.subtract(basis, found), unknown


def _facet(world: World, question: Question, name: str, inside: Bools) -> Facet:
    """Count the values of an element among who is found without its own facet."""
    chosen = facet_lines.chosen(question.draft, name)
    if chosen:
        bare = replace(question, draft=facet_lines.without(question.draft, name))
        inside = _marked(world, bare)
    return with_chosen(world, facet(world, name, inside), inside, chosen)


def _histogram(world: World, question: Question, name: str, inside: Bools) -> Histogram:
    """Count a number among who is found without the range asked of it."""
    at = facet_lines.range_place(question.draft, name)
    if at is None:
        return histogram(world, name, inside, bins=12)
    bare = replace(question, draft=remove(question.draft, (at,)))
    shown = histogram(world, name, _marked(world, bare), bins=12)
    line = question.draft.parts[at]
    assert isinstance(line, Line)
    return replace(shown, asked=_range(line.condition))


def _range(condition: Condition) -> tuple[float, float]:
    """Give the whole numbers a range holds; an open end is far away."""
    match condition:
        case Between(_, low, high):
            return float(low), float(high)
        case Compare(_, "=", value):
            return float(value), float(value)
        case Compare(_, ">=" | ">" as op, value):
            return float(value) + (op == ">"), np.inf
        case Compare(_, "<=" | "<" as op, value):
            return -np.inf, float(value) - (op == "<")
        case _:
            return -np.inf, np.inf


def _marked(world: World, question: Question) -> Bools:
    """Mark who a question finds."""
    said = answer_of(world, question.draft)
    found = np.ones(world.facts.count, dtype=np.bool_) if said is None else said.sure
    if question.basis is None:
        return found
    at = world.snapshot.people.positions
    basis = np.zeros(world.facts.count, dtype=np.bool_)
    basis[[at[id] for id in question.basis.ids if id in at]] = True
    if said is None:
        return basis
    match question.mode:
        case "inside":
            return basis & found
        case "unite":
            return basis | found
        case "subtract":
            return basis & ~found


def why_nobody(answered: Answered, names: Names) -> tuple[str, str]:
    """Say why a question finds nobody: a title, and what would help."""
    question = answered.question
    condition = condition_of(question.draft)
    if question.basis is not None and not question.basis.ids:
        return "名单里没有人", "这个名单是空的。放开名单，从全部干部中查。"
    found = () if condition is None else contradictions(condition, names)
    if found:
        return "条件互相矛盾，没有人能满足", "\n".join(f"{each}。" for each in found[:3])
    words = "看左边各行剩下的人数，停用或放宽人数骤减的那一行。"
    if answered.unknown:
        words += f"\n另有 {answered.unknown:,} 人因数据待核不能判定，可在上方打开名单逐个核实。"
    strict = _strictest(answered)
    return "没有人满足全部条件", f"{strict}{words}"


def _strictest(answered: Answered) -> str:
    """Name the one line without which most would be found."""
    root = answered.question.draft
    if root.kind != "all" or not root.on:
        return ""
    best, most = None, 0
    for at, part in enumerate(root.parts):
        told = answered.tallies.get((at,))
        if told is not None and told.without is not None and told.without > most:
            best, most = part, told.without
    condition = None if best is None else condition_of(best)
    if condition is None or len(root.parts) < 2:
        return ""
    return f"停用“{write(condition)}”一行，可查得 {most:,} 人。\n"


def people_at(world: World, draft: Group, path: Path, which: str) -> tuple[str, ...]:
    """Give the people behind a number of a line: alone, left, without, unknown."""
    from leadership_model.query.tally import people_of

    return tuple(world.person_ids[i] for i in np.flatnonzero(people_of(world, draft, path, which)))
