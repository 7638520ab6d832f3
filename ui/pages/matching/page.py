"""人岗匹配: one page, two directions, one number."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.matching.case import Case
from ui import navigation as go
from ui.context import Context
from ui.navigation import Request
from ui.page import Page
from ui.pages.matching import actions, choices, work
from ui.pages.matching.choices import Choices
from ui.pages.matching.content import Content
from ui.pages.matching.handing_on import HandingOn
from ui.pages.matching.shortlist import Shortlist
from ui.pages.matching.work import Ground, Listing
from ui.widgets.buttons import icon_button
from ui.widgets.segments import Segments

DIRECTIONS = (("post", "以岗找人"), ("person", "以人找岗"))
JOBS = ("ground", "list", "fill", "case", "matrix", "file", "choices", "ahead")


class MatchingPage(Page):
    """Ranks people for a post and posts for a person."""

    title = "人岗匹配"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ground: Ground | None = None
        self.listing: Listing | None = None
        self._lists: dict[str, Choices] = {}
        self._wanted: tuple[str, str] | None = None  # direction and id waiting for the ground
        self.directions = Segments(DIRECTIONS)
        self.directions.chosen.connect(self._on_direction)
        self.header.add_left(self.directions)
        self.content = Content(context)
        self.body.addWidget(self.content, 1)
        self.hand = HandingOn(context, self.content, self)
        self.shortlist = Shortlist(context, self.content, self.hand, self)
        self._timer = QTimer(self, singleShot=True, interval=40)
        self._timer.timeout.connect(self._on_look)
        self._connect()
        self._make_commands()
        self.set_narrow(self.narrow)

    def _connect(self) -> None:
        content = self.content
        content.choices.chosen.connect(self._on_chosen)
        for table in (content.people, content.posts):
            table.chosen.connect(self._on_row)
            table.opened.connect(self._on_opened)
            table.turned.connect(self._on_turned)
            table.activated_id.connect(self._on_turned)
            table.arranged.connect(self._timer.start)
            bar = table.verticalScrollBar()
            bar.valueChanged.connect(self._on_scrolled)
            bar.rangeChanged.connect(self._on_room_changed)
            table.checks_changed.connect(self.shortlist.read)
        content.matrix.chosen.connect(self._on_pair)
        content.reasons.person_asked.connect(self.hand.open_person)
        content.reasons.team_asked.connect(self.hand.open_team)
        content.filters.chosen.connect(self._on_filter)
        content.held.clicked.connect(self.hand.on_held)
        self.shortlist.turned.connect(self._on_large)
        self.hand.pinned_changed.connect(self.shortlist.read)
        content.wider.clicked.connect(self._on_lower)

    def _make_commands(self) -> None:
        self.commands = {
            "turn": self.command(actions.TURN, self._on_turn),
            "ahead": self.command(actions.AHEAD, self.hand.on_ahead),
            "export": self.command(actions.EXPORT, self.hand.on_export),
            "pool": self.command(actions.POOL, self.hand.on_pool),
            "card": self.command(actions.CARD, self.hand.on_card, button=False),
            "plan": self.command(actions.PLAN, self.hand.on_plan, button=False),
            "pin": self.command(actions.PIN, self.hand.on_pin, button=False),
            "hold": self.command(actions.HOLD, self.hand.on_hold, button=False),
            "large": self.command(actions.LARGE, self.shortlist.on_large, button=False),
            "adopt": self.command(actions.ADOPT, self.shortlist.on_adopt, button=False),
        }
        self.header.add_right(
            icon_button(
                "account-search-outline", "在模型查询中列出谁符合这个岗位", self.hand.on_would
            )
        )
        made = self.commands
        self.content.show_commands(made["card"], made["plan"], made["hold"])
        self.content.matrix_card.add_commands(made["pin"], made["large"], made["adopt"])

    # ---- what a page answers

    def narrowed(self) -> None:
        if hasattr(self, "content"):
            self.content.set_narrow(self.narrow)

    def refresh(self, changes: Changes) -> None:
        asides = {"saved_query", "scenario", "setting", "own"}
        if not changes.kinds - asides:
            return
        self.leave()  # what is under way is about another world
        self._lists = {}
        if self.listing is not None:
            self._wanted = self._wanted or self._standing_for()
        self.ground = self.listing = self.hand.listing = None
        self.hand.pair = None
        self.content.reasons.show_nothing()
        world = self.workspace.world
        self.jobs.read(
            partial(work.ground_of, world),
            "matching.ground",
            self._on_ground,
            title="正在计算匹配度",
        )
        self._read_choices()

    def receive(self, request: Request) -> None:
        match request:
            case go.MatchPost(id) | go.OpenPost(id):
                self.look("post", id)
            case go.MatchPerson(id):
                self.look("person", id)
            case _:
                return

    def leave(self) -> None:
        self._timer.stop()
        for key in JOBS:
            self.jobs.cancel(f"matching.{key}")

    # ---- ranking

    def look(self, direction: str, id: str) -> None:
        """Rank people for a post, or posts for a person."""
        if self.directions.current() != direction:
            self.directions.set_current(direction)
            self._read_choices()
        self.content.show_direction(direction)
        self._wanted = (direction, id)
        if self.ground is not None:
            self._rank()

    def _standing_for(self) -> tuple[str, str]:
        assert self.listing is not None
        world = self.listing.ground.world
        if self.listing.for_post:
            return "post", world.post_ids[self.listing.post]
        return "person", world.person_ids[self.listing.person]

    def _rank(self) -> None:
        if self.ground is None or self._wanted is None:
            return
        direction, id = self._wanted
        snapshot = self.ground.world.snapshot
        table = snapshot.posts if direction == "post" else snapshot.people
        if id not in table.positions:
            self._wanted = None
            return
        at = table.positions[id]
        function = work.people_for if direction == "post" else work.posts_for
        task = partial(function, self.ground, at, self.content.wider.isChecked())
        self.content.choices.show_current(id)
        self.jobs.read(task, "matching.list", self._on_listing, title="正在排名")

    def _read_choices(self) -> None:
        kind = self.directions.current()
        if kind in self._lists:
            self.content.choices.show_choices(kind, self._lists[kind])
            return
        function = choices.posts_of if kind == "post" else choices.people_of
        world = self.workspace.world
        self.jobs.read(
            partial(_choices, function, world, kind), "matching.choices", self._on_choices
        )

    def _on_choices(self, found: tuple[str, Choices]) -> None:
        kind, listed = found
        self._lists[kind] = listed
        if kind != self.directions.current():
            return
        self.content.choices.show_choices(kind, listed)
        if self._wanted is None and self.listing is None and listed.choices:
            self.look(kind, self.content.choices.first())
        elif self._wanted is not None:
            self.content.choices.show_current(self._wanted[1])

    def _on_ground(self, ground: Ground) -> None:
        if ground.world is self.workspace.world:
            self.ground = ground
            self._rank()

    def _on_listing(self, listing: Listing) -> None:
        if listing.ground is not self.ground:
            return
        self.listing = self.hand.listing = listing
        self._wanted = None
        self.content.show_listing(listing)
        self.commands["ahead"].setText("接任人选" if listing.for_post else "下一步岗位")
        world = listing.ground.world
        posts, people = len(world.snapshot.posts), len(world.snapshot.people)
        note = f"基准日期 {months.show_iso(world.as_of)} · {posts:,} 个岗位 × {people:,} 人"
        self.header.show_note(f"{note} · 双击一行反过来找")
        self.shortlist.read()

    # ---- details of the rows in sight

    def _on_scrolled(self, value: int) -> None:
        self._timer.start()

    def _on_room_changed(self, least: int, most: int) -> None:
        # A larger window brings rows into sight that nobody has scrolled to.
        self._timer.start()

    def _on_look(self) -> None:
        """Work out the details of the rows in sight that have none yet."""
        listing = self.listing
        if listing is None or not self.isVisible():
            return
        missing = [row for row in self.content.rows_in_sight() if listing.known(row) is None]
        if missing:
            self.jobs.read(partial(work.fill, listing, missing), "matching.fill", self._on_filled)

    def _on_filled(self, listing: Listing) -> None:
        if listing is self.listing:
            self.content.table().rows.refresh_cells()

    # ---- one pair

    def _on_row(self, id: str) -> None:
        pair = self.content.pair_of(id)
        if pair is not None:
            self._on_pair(*pair)

    def _on_pair(self, person: int, post: int) -> None:
        if self.ground is not None:
            self.hand.pair = (person, post)
            task = partial(work.reasons, self.ground, person, post)
            self.jobs.read(task, "matching.case", self._on_case)

    def _on_case(self, case: Case) -> None:
        if self.ground is not None:
            self.content.reasons.show_case(self.ground.world, case)
            self.content.matrix.show_pair(case.fit.person, case.fit.post)

    # ---- gestures

    def _on_direction(self, direction: str) -> None:
        current = self.hand.pair
        self._read_choices()
        self.content.show_direction(direction)
        world = self.workspace.world
        if current is not None:
            ids = world.post_ids if direction == "post" else world.person_ids
            self.look(direction, ids[current[1] if direction == "post" else current[0]])
        elif direction in self._lists:
            self.look(direction, self.content.choices.first())

    def _on_chosen(self, id: str) -> None:
        self.look(self.directions.current(), id)

    def _on_turn(self) -> None:
        other = "person" if self.directions.current() == "post" else "post"
        self.directions.set_current(other)
        self._on_direction(other)

    def _on_turned(self, id: str) -> None:
        self.look("person" if self.directions.current() == "post" else "post", id)

    def _on_opened(self, id: str) -> None:
        if self.directions.current() == "post":
            self.navigator.go(go.OpenPerson(id))
        else:
            pair = self.content.pair_of(id)
            if pair is not None:
                team = int(self.workspace.snapshot.posts.owners()[pair[1]])
                self.hand.open_team(team)

    def _on_filter(self, wanted: str) -> None:
        if self.listing is not None:
            self.content.show_listing(self.listing)

    def _on_large(self, large: bool) -> None:
        self.commands["large"].setText("收起矩阵" if large else actions.LARGE.text)

    def _on_lower(self) -> None:
        if self.listing is not None:
            self.look(*self._standing_for())


def _choices(function: object, world: object, kind: str, _control: object) -> tuple[str, Choices]:
    return kind, function(world)  # type: ignore[operator]
