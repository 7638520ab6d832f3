"""A staffing page over the sample city, with two teams on its board."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from leadership_model.people.seating import VACANT
from leadership_model.rules.appointment import explain
from leadership_model.sample import build
from leadership_model.staffing.move import Move
from leadership_model.store.actor import Actor
from ui.context import Context
from ui.navigation import StaffTeams
from ui.pages.staffing.page import StaffingPage


@pytest.fixture(scope="session")
def small_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city in a file, made once; copy it before it is opened."""
    path = tmp_path_factory.mktemp("small") / "city.lmdb"
    build.build(path, 120, actor=Actor("测试员", lambda: "2026-11-03T09:00:00"))
    return path


@pytest.fixture
def stored(
    bare_context: Context,
    small_base: Path,
    tmp_path_factory: pytest.TempPathFactory,
    settle: Callable[[], None],
) -> Context:
    """The small city opened from a file of its own, away from what a test writes."""
    path = tmp_path_factory.mktemp("city") / "a.lmdb"
    bare_context.workspace.open(Path(shutil.copy(small_base, path)))
    settle()
    return bare_context


@pytest.fixture
def two_teams(context: Context) -> tuple[str, str]:
    """A team with a vacant seat, and another one; both have members."""
    world = context.workspace.world
    owners = world.snapshot.posts.owners()
    empty = np.flatnonzero(world.seating.holder == VACANT)
    counts = np.bincount(owners[world.seating.holder >= 0], minlength=len(world.snapshot.teams))
    first = next(int(owners[post]) for post in empty if counts[owners[post]] >= 4)
    second = next(t for t in np.argsort(-counts).tolist() if t != first)
    ids = world.snapshot.teams.ids
    return ids[first], ids[second]


@pytest.fixture
def page(
    context: Context,
    shown: Callable[..., StaffingPage],
    settle: Callable[[], None],
    two_teams: tuple[str, str],
) -> StaffingPage:
    """The page with a new plan for the two teams."""
    made = shown(StaffingPage(context), 1700, 950)
    made.receive(StaffTeams(two_teams))
    settle()
    return made


class Board:
    """Short ways to what a test asks of the board."""

    def __init__(self, page: StaffingPage) -> None:
        self.page = page

    def holder(self, post: int) -> int:
        situation = self.page.plan.situation
        assert situation is not None
        return int(situation.world.seating.holder[post])

    def vacant(self) -> int:
        return next(c.seat.post for c in self.page.board.cards() if c.seat.person == VACANT)

    def held(self, panel: int = 1, *, linked: bool = False) -> int:
        """A held post of a panel; not one that is linked with another unless asked for."""
        cards = self.page.board.panels[panel].cards()
        return next(
            c.seat.post for c in reversed(cards) if c.seat.person >= 0 and c.seat.linked == linked
        )

    def choose(self, post: int) -> None:
        """Put the focus on a card, also where another widget took the window's attention."""
        self.page.activateWindow()
        self.page.board.setFocus()
        self.page.board.select(post)
        if self.page.keys.chosen != post:
            self.page.board.chosen.emit(post)

    def card(self, post: int):
        return self.page.board.card(post)


@pytest.fixture
def board(page: StaffingPage) -> Board:
    return Board(page)


@pytest.fixture
def planned(stored, shown, settle):
    """A plan that fills a vacant seat with somebody who has none, and retires one holder."""
    page = shown(StaffingPage(stored))
    world = stored.workspace.world
    empty = np.flatnonzero(world.seating.holder == VACANT)
    owners = world.snapshot.posts.owners()
    counts = np.bincount(owners[world.seating.holder >= 0], minlength=len(world.snapshot.teams))
    team = next(int(owners[post]) for post in empty if counts[owners[post]] >= 2)
    page.receive(StaffTeams((world.snapshot.teams.ids[team],)))
    settle()
    base = page.plan.situation.base
    seats = [post for team in page.plan.situation.teams for post in base.seats(team)]
    empty = next(post for post in seats if base.seating.holder[post] == VACANT)
    full = next(p for p in reversed(seats) if base.seating.holder[p] >= 0)
    seated = set(base.seating.holder.tolist())
    here = base.snapshot.people.raw("status")
    free = next(
        at for at in range(len(here))
        if at not in seated and here[at] == "在职" and fits(page, at, empty)
    )  # fmt: skip
    old = base.person_ids[int(base.seating.holder[full])]
    page.plan.make(
        (
            Move(kind="appoint", person=base.person_ids[free], post=base.post_ids[empty]),
            Move(kind="retire", person=old),
        )
    )
    settle()
    page.id, page.seat, page.free = page.plan.scenario.id, empty, base.person_ids[free]
    page.old = old
    return page


def fits(page, person, post):
    """Nothing forbids somebody a seat."""
    base = page.plan.situation.base
    found = explain(base.book, base.seating, person, post, base.as_of)
    return not any(e.result == "fail" and e.severity == "forbid" for e in found)
