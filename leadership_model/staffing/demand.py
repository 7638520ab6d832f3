"""The rows every plan must keep, whatever it is worth: guard rails, quotas, relatives, demands.

Each row that could be given up belongs to a named demand, so that an impossible problem can say
which demands clash.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.people.seating import OUTSIDER, VACANT
from leadership_model.people.table import Ints
from leadership_model.rules.seats import ROLES, filling
from leadership_model.rules.seats import places as layout_of
from leadership_model.staffing import guard
from leadership_model.staffing.board import assign
from leadership_model.staffing.linear import INFINITY, Builder, Terms, terms
from leadership_model.staffing.problem import Problem


@dataclass(frozen=True, slots=True)
class Demand:
    """A named group of rows. `source`: id of the rule or requirement, or a word for a guard rail.

    `team`: position, -1 where it concerns no single team. `text`: one Chinese sentence.
    """

    name: str
    source: str
    team: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A builder with the rows of a problem, and the demands by the names of their rows."""

    builder: Builder
    demands: dict[str, Demand]

    def add(
        self, demand: Demand, row: Terms, low: float = -INFINITY, high: float = INFINITY
    ) -> None:
        """Add a row of a demand."""
        self.demands[demand.name] = demand
        self.builder.row(demand.name, row, low, high)


def skeleton(problem: Problem) -> Written:
    """Write the variables of a problem and the rows that know no requirement."""
    written = Written(Builder(), {})
    assign(written.builder, problem.board, problem.world.person_ids)
    for write in (_quotas, _relatives, _one_leaves, _few_change, _few_moves, _must_fill):
        for demand, row, high in write(problem):
            written.add(demand, row, high=high)
    return written


Rows = Iterator[tuple[Demand, Terms, float]]


def _quotas(problem: Problem) -> Rows:
    """N1: not more holders than approved, nor than there are already where it is broken today."""
    world, board = problem.world, problem.board
    if "N1" not in world.book.at(world.as_of):
        return
    layout, now = layout_of(world.snapshot), filling(world.seating)
    groups = sorted({int(layout.group[post]) for post in board.posts()} - {-1})
    for group in groups:
        quota = int(layout.quota[group])
        if quota < 0:
            continue
        posts = np.flatnonzero(layout.group == group).astype(np.int32)
        counted = board.of_posts(posts)[board.place] > 0
        fixed = _fixed_holders(problem, posts)
        team, role = group // len(ROLES), ROLES[group % len(ROLES)]
        name = _team(world, team)
        text = f"{name}{role}核定{quota}名，任职人数不得超过核定职数。"
        row = terms(np.flatnonzero(counted), 1.0, fixed)
        limit = float(max(quota, int(now.filled[group])))
        yield Demand(f"N1 {team} {role}", "N1", team, text), row, limit


def _fixed_holders(problem: Problem, posts: Ints) -> int:
    decided = problem.board.posts()
    held = [int(problem.seating.holder[p]) for p in posts.tolist() if p not in decided]
    people = {holder for holder in held if holder not in (VACANT, OUTSIDER)}
    return len(people) + held.count(OUTSIDER)


def _relatives(problem: Problem) -> Rows:
    """A1-A3: not both in seats that meet; not where a relative sits who is not moved away."""
    board, world = problem.board, problem.world
    names = world.snapshot.people.raw("name")
    for at, clash in enumerate(problem.clashes):
        person = int(board.person[clash.pair])
        post = board.places[int(board.place[clash.pair])].posts[0]
        team = int(world.snapshot.posts.owners()[post])
        text = f"{names[person] or '某人'}任{_post(world, post)}须回避亲属（{clash.rule}）。"
        demand = Demand(f"kin {at}", clash.rule, team, text)
        others = terms(list(clash.others)) if clash.others else Terms()
        mine = terms(clash.pair)
        if clash.apart:
            yield demand, mine + others, 1.0
        else:
            yield demand, mine - others, 0.0


def _one_leaves(problem: Problem) -> Rows:
    """At most one person leaves a team that was not chosen."""
    board = problem.board
    leaving: dict[int, list[int]] = {}
    for person in problem.leavers().tolist():
        for team in problem.leaving.teams(person):
            leaving.setdefault(team, []).append(person)
    for team, people in sorted(leaving.items()):
        if len(people) > 1:
            text = f"最多从{_team(problem.world, team)}调出1人。"
            pairs = board.of_people(np.array(people, dtype=np.int32))
            yield Demand(f"leave {team}", "调出人数", team, text), terms(pairs), 1.0


def _few_change(problem: Problem) -> Rows:
    """At most a share of the members a chosen team has leave or change seats."""
    if not problem.options.rearrange:
        return
    board, seating = problem.board, problem.seating
    for team in problem.teams:
        members = len(seating.members(team))
        inside = set(seating.members(team).tolist())
        staying = [
            pair
            for pair in np.flatnonzero(board.stays).tolist()
            if int(board.person[pair]) in inside
        ]
        if not staying:
            continue
        most = guard.allowed_changes(members, problem.options.most_changed)
        name = _team(problem.world, team)
        text = f"{name}现有成员{members}人，最多{most}人离开或换岗。"
        row = terms(staying, -1.0, len(staying))
        yield Demand(f"change {team}", "调整幅度", team, text), row, float(most)


def _few_moves(problem: Problem) -> Rows:
    """At most so many people move in all, and so many moves touch one chosen team."""
    board, options = problem.board, problem.options
    moving = np.flatnonzero(~board.stays).astype(np.int32)
    if options.most_moves is not None:
        text = f"总共最多调整{options.most_moves}人。"
        row, most = terms(moving), float(options.most_moves)
        yield Demand("change all", "调整人数", -1, text), row, most
    if options.most_in_team is None:
        return
    owners = problem.world.snapshot.posts.owners()
    for team in problem.teams:
        seats = problem.seating.seats(team)
        into = board.of_posts(np.arange(seats.start, seats.stop, dtype=np.int32)) > 0
        held = np.unique(problem.seating.holder[owners == team])
        touching = into[board.place[moving]] | np.isin(board.person[moving], held)
        name = _team(problem.world, team)
        text = f"{name}最多涉及{options.most_in_team}人调整。"
        row, most = terms(moving[touching]), float(options.most_in_team)
        yield Demand(f"change in {team}", "调整人数", team, text), row, most


def _must_fill(problem: Problem) -> Rows:
    world, board = problem.world, problem.board
    for post in sorted(problem.options.must_fill):
        if int(world.seating.holder[post]) != VACANT and post not in board.posts():
            continue
        team = int(world.snapshot.posts.owners()[post])
        demand = Demand(
            f"must {post}", "必须配齐", team, f"{_team(world, team)}{_post(world, post)}必须配上。"
        )
        place = next((at for at, each in enumerate(board.places) if post in each.posts), None)
        yield demand, Terms(constant=1.0) if place is None else terms(board.empty(place)), 0.0


def _team(world: World, team: int) -> str:
    return world.snapshot.teams.raw("name")[team] or "班子"


def _post(world: World, post: int) -> str:
    return world.snapshot.posts.raw("name")[post] or "岗位"
