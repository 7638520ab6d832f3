"""Many seats at once, beside peers: `make bench-large`, or `python -m tests.bench.staffing [name]`.

SEEDS says on which cities (default 1,2,3), PEERS=0 leaves the others out. Prints one line a way and
instance: objective, new breaches, gap to the best bound known, seconds of the clock and of the
processor; in the end the medians over the cities.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import DEFAULT_PEOPLE, draw
from leadership_model.staffing import stages
from leadership_model.staffing.alternatives import others
from leadership_model.staffing.linear import Linear
from leadership_model.staffing.move import Move
from leadership_model.staffing.options import Options
from leadership_model.staffing.scenario import Scenario
from leadership_model.staffing.search import Budget
from leadership_model.staffing.situation import situate
from leadership_model.staffing.solution import gap_of
from leadership_model.staffing.solve import Solved, solve
from leadership_model.staffing.solver import cpsat
from leadership_model.staffing.solver.answer import Limits
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Scope
from tests.bench.peers import assignment_staffing, greedy_staffing
from tests.bench.staffing_lines import Line, medians

FOUR = ("党委", "人大", "政府", "政协")
COUNTY = ("县级党委", "县级人大", "县级政协", "县级政府", "县级法检")
MOST_ENTRIES, BEST = 1_000_000, 60  # a larger problem is written for CP-SAT with so many a seat
MANY = (*COUNTY, "市直部门", "乡镇", "街道")


def world_of(seed: int) -> World:
    """Draw a city and see it at its month."""
    city = draw(DEFAULT_PEOPLE, seed)
    return World.of(of_records(city.records), city.month)


def taken(work: Callable[[], object]) -> tuple[object, float, float]:
    """Run something; give what it gives, seconds of the clock and of the processor."""
    wall, cpu = time.monotonic(), time.process_time()
    found = work()
    return found, time.monotonic() - wall, time.process_time() - cpu


def staffed(
    name: str, world: World, teams: Sequence[int], options: Options, note: str = ""
) -> tuple[Line, Solved, float]:
    """Staff; say as well when the first plan could be shown."""
    began, shown = time.monotonic(), [0.0]

    def show(_: object) -> None:
        shown[0] = shown[0] or time.monotonic() - began

    budget = Budget(options.limits, time.monotonic, show=show)
    solved, wall, cpu = taken(lambda: solve(world, teams, options, budget))
    assert isinstance(solved, Solved)
    result = solved.result
    breaches = None if result.plan is None else result.plan.breaches
    seats = len(solved.problem.board.places)
    note = f"{result.status}, {len(teams)} teams, {seats} seats in play, first plan {shown[0]:.1f} s {note}"
    line = Line(name, "ours", result.objective, breaches, result.gap, wall, cpu, note)
    return line, solved, shown[0]


def peers(name: str, solved: Solved, seconds: float) -> Iterator[Line]:
    """The same instance by greedy with repair, fits alone, and raw CP-SAT, for the same time."""
    problem, bound = solved.problem, solved.result.bound or float("inf")
    until = time.monotonic() + seconds
    plan, wall, cpu = taken(lambda: greedy_staffing.run(problem, lambda: time.monotonic() < until))
    value = plan.objective  # type: ignore[attr-defined]
    gap = gap_of(value, bound)
    yield Line(name, "greedy with repair", value, plan.breaches, gap, wall, cpu,  # type: ignore[attr-defined]
               f"vacancies {plan.vacancies}, ours {solved.result.plan and solved.result.plan.vacancies}")  # type: ignore[attr-defined] # fmt: skip
    top, wall, cpu = taken(lambda: assignment_staffing.bound(problem))
    yield Line(name, "fits alone (a bound)", float(top), None, None, wall, cpu)  # type: ignore[arg-type]
    full = solved.staged.full
    if full is None:
        return
    linear = fewer(full, rows(full))
    answer, wall, cpu = taken(lambda: cpsat.solve(linear, Limits(seconds=max(1.0, seconds))))
    found = None if answer.point is None else answer.objective  # type: ignore[attr-defined]
    note = f"{len(linear.names)} columns" + ("" if found is not None else ", no plan")
    yield Line(name, "raw CP-SAT", found, solved.staged.breaches if found is not None else None,
               None if found is None else gap_of(found, bound), wall, cpu, note)  # fmt: skip


def fewer(full: stages.Full, linear: Linear) -> Linear:
    """Keep of a very large problem the columns worth most for each seat, and who sits there."""
    board = full.problem.board
    if len(linear.values) <= MOST_ENTRIES:
        return linear
    worth = linear.objective[: board.pairs]
    order = np.lexsort((-worth, board.place))
    first = np.searchsorted(board.place[order], board.place[order])
    best = order[np.arange(board.pairs) - first < BEST]
    pairs = np.union1d(best, np.flatnonzero(board.stays))
    rest = np.arange(board.pairs, len(linear.names))
    return linear.with_variables_kept(np.concatenate([pairs, rest]).astype(np.int32))


def rows(full: stages.Full) -> Linear:
    """Give all columns of stage C, every promise kept."""
    row = full.linear.row_names.index("B") if "B" in full.linear.row_names else -1
    linear, promises = stages.priced(full, full.linear, row)
    every = np.arange(full.problem.board.pairs, dtype=np.int32)
    while (after := promises.keep(linear, every)) is not linear:
        linear = after
    return linear


def with_requirements(world: World, count: int) -> World:
    """Hold every team against `count` requirements: the weightiest, or its own for each role too."""

    def sized(model: Model) -> Model:
        listed = sorted(model.requirements, key=lambda each: -each.points)[:count]
        more = (
            replace(each, id=f"{each.id} {role}", scope=Scope(role), veto=False,
                    tolerance=None, lo=each.lo and min(each.lo, Fraction(1)))
            for role in ("副职",)
            for each in model.requirements
            if each.scope == Scope() and type(each.measure).__name__ in ("Count", "Share", "Average")
            and type(each.measure).__name__ != "Average"
        )  # fmt: skip
        return replace(model, requirements=(*listed, *list(more)[: count - len(listed)]))

    models = [sized(each) for each in world.models]
    return World.of(world.snapshot, world.as_of, models=models, portraits=world.portraits)


def of_categories(world: World, names: Sequence[str] | None) -> list[int]:
    """List the teams of some categories; all of them for None."""
    listed = world.snapshot.teams.raw("category")
    return [t for t in range(len(listed)) if names is None or listed[t] in names]


def move(world: World) -> Iterator[Line]:
    """One card dropped: the teams touched are judged again, over a survey as in the program."""
    assess_all(world)
    seats = world.snapshot.posts.starts
    team = next(t for t in of_categories(world, COUNTY) if seats[t + 1] - seats[t] == 11)
    posts = [p for p in range(seats[team], seats[team + 1]) if world.seating.holder[p] >= 0]
    ids, people = world.post_ids, world.person_ids
    holders = [people[int(world.seating.holder[p])] for p in posts]
    former, times = situate(world, _scenario(world, ()), [team]), []
    moves: tuple[Move, ...] = ()
    for at in range(8):
        moves = (*moves, Move(kind="appoint", person=holders[at], post=ids[posts[at + 1]]))
        scenario = _scenario(world, moves)
        begun = time.process_time()
        former = situate(world, scenario, [team], former)
        times.append(time.process_time() - begun)
    half = statistics.median(times)
    yield Line("a move on the board", "ours", None, None, None, half, half, "budget 0.005 s")


def _scenario(world: World, moves: tuple[Move, ...]) -> Scenario:
    number = world.snapshot.number
    return Scenario(
        id="s", label="测速", base=number, month=world.as_of, moves=moves, cursor=len(moves)
    )


def team(world: World, teams: int = 20) -> Iterator[Line]:
    """Teams of eleven seats, all open, from everybody eligible; four more plans for the first."""
    sizes = np.diff(world.snapshot.posts.starts)
    eleven = [int(t) for t in np.flatnonzero(sizes == 11) if world.model(int(t))]
    step = max(1, len(eleven) // teams)
    lines, last = [], None
    for each in eleven[::step][:teams]:
        seats = world.seating.seats(each)
        line, last, _ = staffed(
            "11 seats, all open",
            world.with_holders(dict.fromkeys(seats, VACANT)),
            [each],
            Options(),
        )
        if last.result.status != "optimal":
            raise SystemExit(f"the plan of team {each} is {last.result.status}")
        lines.append(line)
    half = statistics.median(each.wall for each in lines)
    worst = max(each.wall for each in lines)
    cpu = statistics.median(each.cpu for each in lines)
    most = max(each.cpu for each in lines)
    yield Line("11 seats, all open", "ours, median", None, None, 0.0, half, cpu, "budget 0.5 s")
    yield Line("11 seats, all open", "ours, worst", None, None, 0.0, worst, most, "budget 2 s")
    if last is None or last.result.plan is None:
        return
    yield replace(lines[-1], way="ours, the last")
    solved, best = last, last.result.plan
    budget = Budget(Limits())
    more, wall, cpu = taken(lambda: list(others(solved.problem, solved.staged, best, budget, 4)))
    count = len(list(more))  # type: ignore[call-overload]
    yield Line(
        "11 seats, all open", f"{count} more plans", None, None, 0.0, wall, cpu, "budget 4 s"
    )
    yield from peers("11 seats, all open", last, max(1.0, lines[-1].wall))


def clash(world: World) -> Iterator[Line]:
    """A team asked for what cannot be: the clash and the cheapest loosening."""
    sizes = np.diff(world.snapshot.posts.starts)
    each = next(int(t) for t in np.flatnonzero(sizes == 11) if world.model(int(t)))
    model = world.model(each)
    seats = world.seating.seats(each)
    hard = tuple((each, r.id) for r in (model.requirements if model else ()))
    young = replace(model, requirements=tuple(
        replace(r, hi=Fraction(25), ideal_hi=None) if type(r.measure).__name__ == "Average" else r
        for r in (model.requirements if model else ())))  # type: ignore[type-var] # fmt: skip
    other = world.with_holders(dict.fromkeys(seats, VACANT)).with_model(each, young)  # type: ignore[arg-type]
    solved, wall, cpu = taken(lambda: solve(other, [each], Options(hard=hard)))
    found = solved.result  # type: ignore[attr-defined]
    note = (
        f"{found.status}, clash {len(found.clash)}, loosening {len(found.loosening)}; budget 1-4 s"
    )
    yield Line("impossible, 11 seats", "ours", None, None, None, wall, cpu, note)


def county(world: World) -> Iterator[Line]:
    """The four teams of one county."""
    teams = world.snapshot.teams
    area = next(
        a for a, p in zip(teams.raw("area"), teams.raw("place"), strict=True) if p == "党委"
    )
    four = [t for t in range(len(teams)) if teams.raw("area")[t] == area
            and teams.raw("place")[t] in FOUR]  # fmt: skip
    yield from long(world, "county, four teams, 重排", four, 5.0)


def areas(world: World) -> Iterator[Line]:
    """All county-level teams of the nine areas."""
    yield from long(world, "nine areas, 重排", of_categories(world, COUNTY), 30.0)


def many(world: World) -> Iterator[Line]:
    """County level, city departments and townships, with about 8 and about 20 requirements."""
    for count in (8, 20):
        other = with_requirements(world, count)
        teams = of_categories(other, MANY)
        yield from long(other, f"many teams, {count} requirements", teams, 60.0)


def everything(world: World) -> Iterator[Line]:
    """All teams: reported, no budget."""
    yield from long(world, "all teams, 重排", of_categories(world, None), 120.0)


def long(world: World, name: str, teams: Sequence[int], seconds: float) -> Iterator[Line]:
    """One large instance and its peers."""
    scale = float(os.environ.get("PATIENCE", "1"))
    options = Options(rearrange=True, limits=Limits(seconds=seconds * scale))
    line, solved, _ = staffed(name, world, teams, options, f"budget 1 % in {seconds:g} s")
    yield line
    if os.environ.get("PEERS", "1") == "1" and solved.result.plan is not None:
        yield from peers(name, solved, seconds * scale)


SHORT = (move, team, clash)
ROWS = (*SHORT, county, areas, many, everything)


def main(arguments: Sequence[str]) -> None:
    """Measure all rows, or those named, on every seed."""
    found: list[Line] = []
    seeds = [int(each) for each in os.environ.get("SEEDS", "1,2,3").split(",")]
    for seed in seeds:
        world = world_of(seed)
        print(f"city {seed}: {len(world.snapshot.people)} people", flush=True)
        for row in ROWS:
            if not arguments or row.__name__ in arguments:
                for line in row(world):
                    print(line, flush=True)
                    found.append(line)
    if len(seeds) > 1:
        print(f"medians of cities {', '.join(map(str, seeds))}", flush=True)
        for line in medians(found):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
