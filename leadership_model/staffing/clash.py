"""Why a problem is impossible: an irreducible set of demands, and the cheapest way to loosen them.

Deletion filtering: demands are taken away one by one; one that can go while the rest stays
impossible is not needed. The LP is asked first, since most impossible problems are so already
there; only a possible LP is searched.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from leadership_model.staffing import search
from leadership_model.staffing.demand import Demand
from leadership_model.staffing.linear import Floats, Linear, terms
from leadership_model.staffing.possible import Few, possible
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solution import ClashItem, Loosening
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import Limits, Stop, never
from leadership_model.structure.figures import formula
from leadership_model.structure.requirement import Requirement

HARD, MUST = "hard ", "must "
LONGEST = 3.0  # seconds to prove that no other loosening is cheaper than the one found
COSTS = {HARD: 1.0, MUST: 1.0, "leave ": 2.0, "change ": 1.0}  # what the user may give up


@dataclass(frozen=True, slots=True, eq=False)
class Impossible:
    """An impossible problem as written, and its demands by row name."""

    problem: Problem
    linear: Linear
    demands: Mapping[str, Demand]


def feasible(
    linear: Linear, kept: frozenset[str], demands: Mapping[str, Demand], few: Few | None = None
) -> bool:
    """Say whether there is a plan when only some demands are kept. few: columns in play."""
    chosen = [name not in demands or name in kept for name in linear.row_names]
    return possible(linear.with_rows_kept(np.array(chosen, dtype=np.bool_)), few)


def irreducible(
    linear: Linear, demands: Mapping[str, Demand], few: Few | None = None
) -> tuple[str, ...]:
    """Name demands that cannot all be kept, while any of them less can.

    few: the columns in play where not all need be looked at.

    ValueError when the problem is possible, or impossible without any demand.
    """
    kept = [name for name in dict.fromkeys(linear.row_names) if name in demands]
    ray = frozenset(highs.against(linear)) & frozenset(kept)
    if ray and not feasible(linear, ray, demands, few):
        kept = [name for name in kept if name in ray]  # proof of the LP: no other one is needed
    elif feasible(linear, frozenset(kept), demands, few):
        raise ValueError("A possible problem has no clash.")
    if not feasible(linear, frozenset(), demands, few):
        raise ValueError("The problem is impossible without any of its demands.")
    kept = _halved(
        linear, sorted(kept, key=lambda each: each.startswith((HARD, MUST))), demands, few
    )
    # Rules are tried for removal first: what remains is told in the user's own demands if it can.
    for name in sorted(kept, key=lambda each: each.startswith((HARD, MUST))):
        fewer = frozenset(kept) - {name}
        if not feasible(linear, fewer, demands, few):
            kept.remove(name)
    return tuple(kept)


def _halved(
    linear: Linear, kept: list[str], demands: Mapping[str, Demand], few: Few | None
) -> list[str]:
    """Take away many demands at once as long as the rest stays impossible."""
    size = len(kept) // 2
    while size > 1:
        at = 0
        while at < len(kept):
            fewer = [*kept[:at], *kept[at + size :]]
            if feasible(linear, frozenset(fewer), demands, few):
                at += size
            else:
                kept = fewer
        size //= 2
    return kept


def clash(impossible: Impossible) -> tuple[ClashItem, ...]:
    """Put an irreducible clash into words."""
    few = Few.of(impossible.problem.board.place)
    found = irreducible(impossible.linear, impossible.demands, few)
    return tuple(_item(impossible, name) for name in found)


def _item(impossible: Impossible, name: str) -> ClashItem:
    """Say of a demand whom and which seats its rows speak of."""
    demand, board = impossible.demands[name], impossible.problem.board
    linear = impossible.linear
    rows = np.array([other == name for other in linear.row_names], dtype=np.bool_)
    columns = np.unique(linear.columns[rows[linear.rows_of_entries]])
    pairs = columns[columns < board.pairs]
    empty = columns[(columns >= board.pairs) & (columns < board.pairs + len(board.places))]
    places = np.union1d(board.place[pairs], empty - board.pairs).tolist()
    posts = tuple(sorted(post for at in places for post in board.places[at].posts))
    if name.startswith(HARD):
        seats = impossible.problem.seating.seats(demand.team)
        posts = tuple(post for post in seats if post in board.posts())
    named = name.startswith(("kin ", "change "))
    people = tuple(np.unique(board.person[pairs]).tolist()) if named else ()
    return ClashItem(
        source=demand.source, team=demand.team, text=demand.text, people=people, posts=posts
    )


def loosen(
    impossible: Impossible, limits: Limits | None = None, stop: Stop = never
) -> tuple[Loosening, ...]:
    """Find the cheapest way to a plan: what to give up of the user's own demands.

    Costs: 1 for a hard requirement wholly given up (in proportion for a part), 1 for a seat that
    may stay empty, 2 for one more leaving a team, 1 for one more change in a team. Rules stay.
    """
    linear, slacks = _elastic(impossible)
    asked = limits or Limits()
    budget = Budget(Limits(min(asked.seconds or LONGEST, LONGEST), asked.steps), stop=stop)
    answer = search.optimum(linear, impossible.problem.board.place, budget).answer
    if answer.point is None:
        return ()
    return tuple(
        _loosening(impossible, name, float(answer.point[column]))
        for name, column in slacks.items()
        if answer.point[column] > 1e-6
    )


def _elastic(impossible: Impossible) -> tuple[Linear, dict[str, int]]:
    """Give every demand that may be loosened a variable that takes up what is missing."""
    linear = impossible.linear
    names = [
        (name, cost)
        for name in dict.fromkeys(linear.row_names)
        if name in impossible.demands
        for prefix, cost in COSTS.items()
        if name.startswith(prefix)
    ]
    first, count = len(linear.names), len(names)
    columns = {name: first + at for at, (name, _) in enumerate(names)}
    rows = np.array([at for at, name in enumerate(linear.row_names) if name in columns], np.int32)
    called = [linear.row_names[at] for at in rows.tolist()]
    owners = np.concatenate([linear.rows_of_entries, rows])
    order = np.argsort(owners, kind="stable")
    signs = np.array([1.0 if name.startswith(HARD) else -1.0 for name in called])
    added = np.array([columns[name] for name in called], dtype=np.int32)
    top = [1.0 if name.startswith((HARD, MUST)) else 100.0 for name, _ in names]
    integer = np.array([not name.startswith(HARD) for name, _ in names], dtype=np.bool_)
    wider = replace(
        linear,
        names=(*linear.names, *(f"slack {name}" for name, _ in names)),
        low=_longer(linear.low, np.zeros(count)),
        high=_longer(linear.high, np.array(top)),
        integer=np.concatenate([linear.integer, integer]),
        objective=np.zeros(first + count),
        constant=0.0,
        starts=np.searchsorted(owners[order], np.arange(len(linear.row_names) + 1)).astype(
            np.int32
        ),
        columns=np.concatenate([linear.columns, added])[order].astype(np.int32),
        values=_longer(linear.values, signs)[order],
    )
    costs = [-cost for _, cost in names]
    return wider.with_objective(terms(list(columns.values()), costs)), columns


def _longer(values: Floats, more: Floats) -> Floats:
    return np.concatenate([values, more])


def _loosening(impossible: Impossible, name: str, slack: float) -> Loosening:
    demand = impossible.demands[name]
    if name.startswith(HARD):
        return _of_requirement(impossible, demand, slack)
    if name.startswith(MUST):
        return Loosening(
            requirement=demand.source,
            before="必须配上",
            after="可以空缺",
            text=f"{demand.text.rstrip('。').replace('必须配上', '')}可以暂时空缺。",
        )
    more = round(slack)
    return Loosening(
        requirement=demand.source,
        before=demand.text.rstrip("。"),
        after=f"再放宽{more}人",
        text=f"{demand.text.rstrip('。')}，再放宽{more}人即可。",
    )


def _of_requirement(impossible: Impossible, demand: Demand, slack: float) -> Loosening:
    model = impossible.problem.world.model(demand.team)
    asked = next(each for each in (model.requirements if model else ()) if each.id == demand.source)
    share = f"{round(100 * (1 - slack))}%"
    before = _target(asked)
    after = "不作硬性要求" if slack > 1 - 1e-6 else f"满足度不低于{share}"
    team = impossible.problem.world.snapshot.teams.raw("name")[demand.team] or "班子"
    action = after if slack > 1 - 1e-6 else f"放宽到{after}"
    text = f"{team}的要求“{asked.label}”（{before}）{action}。"
    return Loosening(requirement=asked.id, before=before, after=after, text=text)


def _target(asked: Requirement) -> str:
    lo = None if asked.lo is None else formula(asked.lo, asked.lo_per)
    hi = None if asked.hi is None else formula(asked.hi, asked.hi_per)
    parts = [f"至少{lo}" if lo is not None else "", f"至多{hi}" if hi is not None else ""]
    return "、".join(part for part in parts if part) or "达标"
