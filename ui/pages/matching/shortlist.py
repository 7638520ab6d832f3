"""The matrix of the page: which people and posts stand in it, and what is done with it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from ui import navigation as go
from ui.context import Context
from ui.pages.matching import matrix_work
from ui.pages.matching.content import Content
from ui.pages.matching.handing_on import HandingOn
from ui.pages.matching.matrix_work import Matrix

SMALL = 5  # people and posts where nobody chose any
MOST = 40  # people ticked


class Shortlist(QObject):
    """Reads the matrix of a listing in a job and hands its assignment on."""

    turned = Signal(bool)  # large or small

    def __init__(
        self, context: Context, content: Content, hand: HandingOn, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._content, self._hand = context, content, hand

    def read(self) -> None:
        """Measure the people and posts in question."""
        listing = self._hand.listing
        if listing is None:
            return
        large = self._content.matrix_card.large
        first, columns = self._content.room() if large else (SMALL, SMALL)
        people, posts = self._content.shortlist(listing, first, MOST, columns)
        at = listing.ground.world.snapshot.posts.positions
        pinned = [at[id] for id in self._hand.pinned if id in at]
        if listing.for_post and not pinned:
            posts = list(matrix_work.likely_posts(listing.ground, listing.post, columns))
        else:
            posts = list(dict.fromkeys((*posts, *pinned)))
        task = partial(matrix_work.matrix, listing.ground, people, posts)
        self._context.jobs.read(task, "matching.matrix", self._on_matrix)

    def _on_matrix(self, matrix: Matrix) -> None:
        listing = self._hand.listing
        if listing is not None:
            snapshot = listing.ground.world.snapshot
            self._content.show_matrix(snapshot, matrix, bool(self._hand.pinned))
            if self._hand.pair is not None:
                self._content.matrix.show_pair(*self._hand.pair)

    def on_large(self) -> None:
        """Let the matrix take the place of list and ranking, or give it back."""
        large = not self._content.matrix_card.large
        self._content.set_large(large)
        self.turned.emit(large)
        self.read()

    def on_adopt(self) -> None:
        """Hand the best assignment on to the plan at hand, as one step."""
        matrix = self._content.matrix_card.matrix()
        if matrix is None or not matrix.best.pairs:
            self._context.ask.inform("矩阵中没有符合资格的人选，没有可以加入方案的分配。")
            return
        world = self._context.workspace.world
        pairs = matrix.pairs()
        ids = tuple((world.person_ids[person], world.post_ids[post]) for person, post in pairs)
        self._context.navigator.go(go.AssignInPlan(ids))
