"""Everything needed to judge at one month: who sits where, vectors, models, portraits, rules."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import numpy as np

from leadership_model.assessment import affected, vector
from leadership_model.assessment.affected import Touched
from leadership_model.assessment.facts import Facts
from leadership_model.assessment.target import Target, ideal_of, target_of
from leadership_model.assessment.vector import Answers
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Condition
from leadership_model.conditions.tri import constant
from leadership_model.elements import catalogue as elements
from leadership_model.elements import table
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.people.kept import People
from leadership_model.people.seating import OUTSIDER, VACANT, Seating, seat
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import book as rule_book
from leadership_model.rules.book import RuleBook
from leadership_model.structure import templates
from leadership_model.structure.inherit import model_of
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import Requirement, Scope

EVERYBODY = Scope()
T = TypeVar("T")
_NOTHING = object()
_SHEETS = ("sheets",)


@dataclass(frozen=True, slots=True)
class World:
    """One month, one seating. Never changed; `with_holders` gives another that shares the work.

    `_fixed` holds what depends on the snapshot and the models alone and is shared between
    seatings; `_cache` what depends on who sits where.
    """

    seating: Seating
    facts: Facts
    models: tuple[Model, ...]
    portraits: tuple[Portrait, ...]
    book: RuleBook
    catalogue: Catalogue
    _fixed: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    _cache: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(
        snapshot: Snapshot,
        as_of: int,
        catalogue: Catalogue | None = None,
        models: Sequence[Model] | None = None,
        portraits: Sequence[Portrait] | None = None,
        book: RuleBook | None = None,
    ) -> "World":
        """Make the world of a snapshot at a month; what is not given is what the program ships."""
        known = elements.shipped() if catalogue is None else catalogue
        seating = seat(snapshot, as_of)
        return World(
            seating,
            Facts(table.build(seating, known)),
            templates.shipped() if models is None else tuple(models),
            templates.portraits() if portraits is None else tuple(portraits),
            rule_book.shipped() if book is None else book,
            known,
        )

    @property
    def snapshot(self) -> Snapshot:
        """All records."""
        return self.seating.snapshot

    @property
    def as_of(self) -> int:
        """The month everything is asked of."""
        return self.seating.as_of

    @property
    def person_ids(self) -> tuple[str, ...]:
        """Ids of the people, by position."""
        return self._once("people", lambda: self.snapshot.people.ids)

    @property
    def post_ids(self) -> tuple[str, ...]:
        """Ids of the posts, by position."""
        return self._once("posts", lambda: self.snapshot.posts.ids)

    def model(self, team: int) -> Model | None:
        """Give the model a team is held against at this month; None is 未配置."""
        return self._once(
            ("model", team),
            lambda: model_of(self.snapshot.teams.record(team), self.models, self.as_of),
        )

    def portraits_of(self, team: int) -> tuple[Portrait, ...]:
        """Give the portraits for posts of a team: its model's own first, then the general ones."""
        model = self.model(team)
        return (*(() if model is None else model.portraits), *self.portraits)

    def with_model(self, team: int, model: Model) -> "World":
        """Hold one team against another model, all others against what they are."""
        return replace(self, _fixed={**self._fixed, ("model", team): model}, _cache={})

    def seats(self, team: int, scope: Scope = EVERYBODY) -> Ints:
        """Give the posts of a team a scope looks at, in their order."""
        return self._once(("seats", team, scope), lambda: self._seats(team, scope))

    def member_seats(self, team: int, scope: Scope = EVERYBODY) -> Ints:
        """Give those of the seats whose holders are members 班子成员."""
        return self._once(("member seats", team, scope), lambda: self._member_seats(team, scope))

    def members(self, team: int, scope: Scope = EVERYBODY) -> Ints:
        """Give the members present, as rows of the vectors: people once each, then the outsiders.

        An outsider is the row after the last person, once for every seat so held.
        """
        key = ("members", team, scope)
        found: Ints | None = self._cache.get(key)
        if found is None:
            held = self.seating.holder[self.member_seats(team, scope)].tolist()
            rows = list(dict.fromkeys(person for person in held if person >= 0))
            rows += [self.facts.count] * held.count(OUTSIDER)
            found = self._cache[key] = np.array(rows, dtype=np.int32)
        return found

    def target(self, requirement: Requirement, present: int, quota: int | None) -> Target:
        """Apply a requirement's target to so many members, inside an approved quota."""
        key = ("target", id(requirement), present, quota)
        found: tuple[Requirement, Target] | None = self._fixed.get(key)
        if found is None:  # with the requirement itself, so that its id is no other one's
            found = self._fixed[key] = requirement, target_of(requirement, present, quota)
        return found[1]

    def ideal(self, requirement: Requirement, present: int) -> Target | None:
        """Apply a requirement's ideal band to so many members; None where it has none."""
        key = ("ideal", id(requirement), present)
        found: tuple[Requirement, Target | None] | None = self._fixed.get(key)
        if found is None:
            found = self._fixed[key] = requirement, ideal_of(requirement, present)
        return found[1]

    def quota(self, team: int, scope: Scope = EVERYBODY) -> int | None:
        """Give the approved quota 职数 of a scope; None where none is recorded or by function."""
        return self._once(("quota", team, scope), lambda: self._quota(team, scope))

    def sheet(self, post: int) -> Answers:
        """Say who meets the requirement sheet (资格) of a post; everybody where it has none."""
        text = self.snapshot.posts.raw("requires")[post]
        sheets: dict[str | None, Answers] = self._cache.setdefault(_SHEETS, {})
        if text not in sheets:
            sheets[text] = self._sheet(text)
        return sheets[text]

    def sheet_condition(self, post: int) -> Condition | None:
        """Give what the requirement sheet of a post asks; None where it has none to be read."""
        text = self.snapshot.posts.raw("requires")[post]
        if not text:
            return None
        return self._once(("condition", text), lambda: _read(text, self.catalogue))

    def carries(self, function: str) -> Bools:
        """Mark the posts that carry a function 职责板块."""
        return self._once(("carries", function), lambda: self._carries(function))

    def with_holders(self, changes: Mapping[int, int]) -> "World":
        """Put other holders into posts: post -> person, VACANT or OUTSIDER."""
        if all(int(self.seating.holder[post]) == person for post, person in changes.items()):
            return self
        seating = self.seating.with_holders(changes)
        return replace(self, seating=seating, facts=self.facts.reseated(seating), _cache={})

    def at(self, month: int) -> "World":
        """See the same records at another month; what no month changes is kept."""
        seating = seat(self.snapshot, month)
        fixed = self._fixed
        if self.models_differ(month):
            fixed = {key: each for key, each in fixed.copy().items() if _lasts(key)}
        facts = Facts(table.build(seating, self.catalogue))
        return replace(self, seating=seating, facts=facts, _fixed=fixed, _cache={})

    def models_differ(self, month: int) -> bool:
        """Say whether a version or requirement comes into force between this month and another."""
        first, last = sorted((self.as_of, month))
        begun = (
            each
            for model in self.models
            for each in (model.effective, *(asked.effective for asked in model.requirements))
        )
        return any(each is not None and first < each <= last for each in begun)

    def known_members(self) -> dict[tuple[str, int, Scope], Ints]:
        """Give the members worked out so far, by what was asked."""
        return {key: each for key, each in self._cache.copy().items() if key[0] == "members"}

    def sharing(self, other: "World") -> "World":
        """Take over the members of the teams in which the same people sit as in another world."""
        owners = self.snapshot.posts.owners()
        moved = set(owners[self.seating.holder != other.seating.holder].tolist())
        for key, each in other.known_members().items():
            if key[1] not in moved:
                self._cache.setdefault(key, each)
        return self

    def refreshed(self, snapshot: Snapshot, touched: Touched | None = None) -> "World":
        """See a snapshot with a few other rows at this month; what they do not touch is kept.

        `self` is a world of recorded seats; people, teams and posts are in the same places. Where
        it is known which rows are other ones, `touched`, only who they speak of is looked at anew.
        """
        seating, was = seat(snapshot, self.as_of).taken_over(self.seating), self.snapshot
        same = snapshot.posts is was.posts and snapshot.teams is was.teams
        fixed = self._fixed.copy() if same else {}
        people = None
        if touched is not None:
            sides = (self.seating, seating)
            people = People(p for side in sides for p in affected.people(side, touched) if p >= 0)
        facts = self.facts.refreshed(seating, people)
        return replace(self, seating=seating, facts=facts, _fixed=fixed, _cache={})

    def with_seats_left(self, posts: Sequence[int]) -> "World":
        """See seats left empty, with the facts of today: for whoever holds none of them."""
        seating = self.seating.with_holders(dict.fromkeys(posts, VACANT))
        sheets = self._cache.setdefault(_SHEETS, {})
        return replace(self, seating=seating, _cache={_SHEETS: sheets})

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Work something out once for all seatings; its key says all it depends on."""
        return self._once(key, make)

    def _once(self, key: object, make: Callable[[], T]) -> T:
        found = self._fixed.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._fixed[key] = make()
        return found  # type: ignore[no-any-return]

    def _seats(self, team: int, scope: Scope) -> Ints:
        every = self.seating.seats(team)
        seats = np.arange(every.start, every.stop, dtype=np.int32)
        if scope.role != "全部":
            roles = self.snapshot.posts.texts("role")
            seats = seats[roles.codes[seats] == roles.code(scope.role)]
        return seats if scope.function is None else seats[self.carries(scope.function)[seats]]

    def _member_seats(self, team: int, scope: Scope) -> Ints:
        seats = self.seats(team, scope)
        chosen: Ints = seats[self.snapshot.posts.ints("member")[seats] == 1]
        return chosen

    def _quota(self, team: int, scope: Scope) -> int | None:
        teams = self.snapshot.teams
        names = {"正职": ("head",), "副职": ("deputy",), "其他": ("other",)}
        wanted = names.get(scope.role, ("head", "deputy", "other"))
        numbers = [teams.raw(f"quota_{name}")[team] for name in wanted]
        if scope.function is not None or numbers[0] is None or None in numbers[:2]:
            return None
        return sum(number or 0 for number in numbers)

    def _sheet(self, text: str | None) -> Answers:
        if not text:
            people = constant(self.facts.count, True)
            # Whoever holds a post without a sheet carries it, also somebody outside the base.
            return Answers(np.append(people.sure, True), np.append(people.possible, True))
        condition: Condition | None = self._once(
            ("condition", text), lambda: _read(text, self.catalogue)
        )
        if condition is None:
            return vector.answers(constant(self.facts.count, None))
        return self.facts.answers(condition)

    def _carries(self, function: str) -> Bools:
        functions = self.snapshot.posts.texts("functions")
        carrying = [function in text.split("、") for text in functions.table]
        marks: Bools = np.array([*carrying, False], dtype=np.bool_)
        return marks[np.maximum(functions.codes, -1)]


def _lasts(key: object) -> bool:
    """Say whether what is kept under a key is the same at every month: a model is not."""
    return not (isinstance(key, tuple) and key[0] == "model")


def _read(text: str, catalogue: Catalogue) -> Condition | None:
    """Read the sentence of a requirement sheet; None when it cannot be read (any more)."""
    try:
        return parse(text, catalogue)
    except UserError:
        return None
