"""A staffing page over the sample city, with two teams on its board."""

from collections.abc import Callable

import numpy as np
import pytest

from leadership_model.people.seating import VACANT
from ui.context import Context
from ui.navigation import StaffTeams
from ui.pages.staffing.page import StaffingPage


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
