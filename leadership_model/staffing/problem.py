"""A staffing problem as a value: the seats in play, who may take them, and what is at stake."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.matching.scores import Scores
from leadership_model.people.seating import VACANT, Seating
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.kinship import kinships
from leadership_model.staffing import candidates, guard, kin
from leadership_model.staffing.board import Board, Place
from leadership_model.staffing.candidates import Found
from leadership_model.staffing.leave import Leaving
from leadership_model.staffing.movers import Movers
from leadership_model.staffing.options import HEAD_WEIGHT, OTHER_WEIGHT, Options

MANY_PLACES = 120  # with more seats in play a plan is looked for in another way (see `large`)
EVERYBODY = 200  # with more seats in play not everybody is asked for each
MOST_PAIRS = 300_000


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """What is to be decided. `refusals` says per place how many people each ground refused."""

    world: World
    teams: tuple[int, ...]
    options: Options
    scores: Scores
    board: Board
    movers: Movers
    leaving: Leaving
    clashes: tuple[kin.Clash, ...]
    pins: dict[int, str]
    refusals: tuple[tuple[tuple[str, int], ...], ...]
    doubtful: Bools  # per pair: eligible only because 待核 people were let in
    most: int | None = None  # how many of the best fits were asked for a place; None: everybody

    @property
    def many(self) -> bool:
        """Say whether there are too many seats to search exactly."""
        return len(self.board.places) > MANY_PLACES

    @property
    def seating(self) -> Seating:
        """Who sits where before."""
        return self.world.seating

    def open_weights(self) -> Ints:
        """Weigh each place by its seats in the chosen teams: 3 for a head's, 1 for another."""
        return np.array(
            [
                sum(
                    HEAD_WEIGHT if head else OTHER_WEIGHT
                    for head in self._heads(self._inside(place))
                )
                for place in self.board.places
            ],
            dtype=np.int32,
        )

    def open_always(self) -> int:
        """Weigh the vacant seats of the chosen teams that are not in play."""
        decided = self.board.posts()
        closed = [
            post
            for team in self.teams
            for post in self.seating.seats(team)
            if post not in decided and int(self.seating.holder[post]) == VACANT
        ]
        return sum(HEAD_WEIGHT if head else OTHER_WEIGHT for head in self._heads(closed))

    def _inside(self, place: Place) -> list[int]:
        owners = self.world.snapshot.posts.owners()
        return [post for post in place.posts if int(owners[post]) in self.teams]

    def _heads(self, posts: Iterable[int]) -> list[bool]:
        heads = self.world.snapshot.posts.texts("role").mask("正职")
        return [bool(heads[post]) for post in posts]

    def leavers(self) -> Ints:
        """Give the people who would leave a team that is not chosen, in order."""
        owners = self.world.snapshot.posts.owners()
        elsewhere = ~np.isin(owners, self.teams) & (self.seating.holder >= 0)
        seated = np.unique(self.seating.holder[elsewhere])
        return np.intersect1d(np.unique(self.board.person), seated).astype(np.int32)


def build(world: World, teams: Sequence[int], options: Options, most: int | None = None) -> Problem:
    """Lay out a problem: seats in play, candidates, and everything that refuses a pair beforehand.

    most: how many of the best fits to ask for each seat where there are many (default: as many as
    can be dealt with, which is everybody up to EVERYBODY seats).

    UserError when no team is named, one is named twice, or 宁缺毋滥 is asked for several teams.
    """
    _demand(teams, options)
    pins = guard.pins(world.seating, world.book, options)
    places = _places(world.seating, teams, options, pins)
    scores = Scores(world)
    if most is None and len(places) > EVERYBODY:
        most = MOST_PAIRS // len(places)
    elif len(places) <= MANY_PLACES:
        most = None
    if most is None:
        found = [candidates.find(scores, place, places, teams, options, pins) for place in places]
    else:
        found = candidates.find_best(scores, places, teams, options, pins, most)
    board, doubtful, kept_apart = _without_relatives(world, places, found, options)
    return Problem(
        world=world,
        teams=tuple(teams),
        options=options,
        scores=scores,
        board=board,
        movers=Movers(world, board),
        leaving=Leaving(world, frozenset(teams)),
        clashes=kin.clashes(world.seating, world.book, board, options.unconfirmed_kin),
        pins=pins,
        refusals=tuple(
            (*each.refusals, ("亲属回避（A1—A3，含未确认的）", int(count)))
            for each, count in zip(found, kept_apart, strict=True)
        ),
        doubtful=doubtful,
        most=most,
    )


def _demand(teams: Sequence[int], options: Options) -> None:
    if not teams:
        raise UserError("请至少选择一个班子再做配备测算")
    if len(set(teams)) < len(teams):
        raise UserError("同一个班子选了两次，请去掉重复的")
    if options.caution and len(teams) > 1:
        raise UserError("“宁缺毋滥”只能对一个班子使用，请只选一个班子")


def _places(
    seating: Seating, teams: Sequence[int], options: Options, pins: dict[int, str]
) -> tuple[Place, ...]:
    """List the open seats, linked ones together; in 重排 also seats whose holder is not pinned."""
    groups, owners = guard.linked_groups(seating), seating.snapshot.posts.owners()
    found: list[Place] = []
    seen: set[int] = set()
    for post in (post for team in teams for post in seating.seats(team)):
        group = groups.get(post, (post,))
        if post in seen:
            continue
        seen.update(group)
        holders = {int(seating.holder[each]) for each in group}
        if holders == {VACANT}:
            found.append(Place(group, VACANT))
        elif options.rearrange and len(holders) == 1:
            holder = holders.pop()
            mine = tuple(seating.posts_of(holder).tolist()) if holder >= 0 else ()
            inside = all(int(owners[each]) in teams for each in group)
            if inside and mine == group and not any(each in pins for each in group):
                found.append(Place(group, holder))
    return tuple(found)


def _without_relatives(
    world: World, places: tuple[Place, ...], found: Sequence[Found], options: Options
) -> tuple[Board, Bools, list[int]]:
    """Refuse pairs that meet a relative who stays for good; repeat, as refusing makes people stay.

    Gives the board, which of its pairs are doubtful, and how many pairs of each place fell.
    """
    board, doubtful = _board(places, found)
    first = np.bincount(board.place, minlength=len(places))
    while True:
        movable = np.zeros(len(world.snapshot.people), dtype=np.bool_)
        movable[board.person] = True
        asked = [
            (pair, int(board.person[pair]), post)
            for pair in np.flatnonzero(~board.stays & _related(world, board.person)).tolist()
            for post in places[int(board.place[pair])].posts
        ]
        table = np.array(asked, dtype=np.int32).reshape(-1, 3)
        barred = kin.refused(
            world.seating,
            world.book,
            table[:, 1],
            table[:, 2],
            movable,
            options.unconfirmed_kin,
        )
        if not barred.any():
            left = np.bincount(board.place, minlength=len(places))
            return board, doubtful, (first - left).tolist()
        kept = np.ones(board.pairs, dtype=np.bool_)
        kept[table[barred, 0]] = False
        board = Board(places, board.place[kept], board.person[kept], board.stays[kept])
        doubtful = doubtful[kept]


def _related(world: World, people: Ints) -> Bools:
    return kinships(world.snapshot).count[people] > 0


def _board(places: tuple[Place, ...], found: Sequence[Found]) -> tuple[Board, Bools]:
    """Lay the candidates out as pairs; the present holder of a place in play stands first."""
    place, person, stays, doubtful = [], [], [], []
    for at, (each, people) in enumerate(zip(places, found, strict=True)):
        own = np.array([each.holder] if each.holder >= 0 else [], dtype=np.int32)
        here = np.concatenate([own, people.people])
        place.append(np.full(len(here), at, dtype=np.int32))
        person.append(here)
        stays.append(np.arange(len(here)) < len(own))
        doubtful.append(np.concatenate([np.zeros(len(own), dtype=np.bool_), people.doubtful]))
    none = np.zeros(0, dtype=np.int32)
    board = Board(
        places,
        np.concatenate([none, *place]),
        np.concatenate([none, *person]),
        np.concatenate([none.astype(np.bool_), *stays]),
    )
    return board, np.concatenate([none.astype(np.bool_), *doubtful])
