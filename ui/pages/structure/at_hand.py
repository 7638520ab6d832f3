"""The model at hand: what is stored, what is above it, the whole a user sees and edits. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.people.team import Team
from leadership_model.structure import difference
from leadership_model.structure.inherit import below, laid
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement
from ui.pages.structure.category_work import CategoryRow

if TYPE_CHECKING:
    from leadership_model.assessment.world import World

ORIGINS = {
    "inherited": "",
    "added": "增加",
    "changed": "改动",
    "adjusted": "增减",
    "removed": "减去",
}


@dataclass(frozen=True, slots=True)
class Hand:
    """One category, sub-category or team with its model.

    `draft` is what would be published, `published` what is in force (None: nothing yet), both as
    stored; of a difference `above` is what it is laid over. `whole` and `former` are draft and
    published with everything inherited in them; they are what is shown, judged and edited.
    """

    row: CategoryRow
    draft: Model
    published: Model | None
    above: Model | None
    whole: Model
    former: Model | None

    @property
    def changed(self) -> bool:
        """Whether there is anything to publish or to take back."""
        if self.published is None:
            return self.draft.version == 0 and (self.above is None or self.has_own)
        return self.draft != self.published

    @property
    def has_own(self) -> bool:
        """Whether a difference differs at all."""
        return self.above is None or difference.reset_all(self.draft) != self.draft

    def lines(self) -> tuple[difference.Line, ...]:
        """List the lines of a difference with where each comes from; of a base none."""
        return () if self.above is None else difference.lines(self.above, self.draft)

    def conflicts(self) -> tuple[difference.Conflict, ...]:
        """List what was changed on both sides."""
        return () if self.above is None else difference.conflicts(self.above, self.draft)

    def with_whole(self, whole: Model) -> Model:
        """Give the draft to store when the whole is to be this one."""
        if self.above is None:
            return whole
        return difference.difference_of(self.above, whole, self.draft)

    def requirement(self, id: str) -> tuple[Requirement | None, Requirement | None]:
        """Give a requirement of the whole, and as it is in force."""
        listed = () if self.former is None else self.former.requirements
        return _find(self.whole.requirements, id), _find(listed, id)


def hand(world: "World", row: CategoryRow, drafts: Mapping[str, Model]) -> Hand | None:
    """Take up the model of a row; None where there is neither a model nor one above it."""
    draft = drafts.get(row.id) or row.model
    if not row.under:
        if draft is None:
            return None
        return Hand(row, draft, row.model, None, draft, row.model)
    team = _team(world, row)
    empty = _empty(row)
    above = below(empty, team, world.models, world.as_of)
    if above is None:
        return None if draft is None else Hand(row, draft, row.model, None, draft, row.model)
    known = _remembering(world, draft or empty, team)
    published = None if row.model is None else _remembering(world, row.model, team)
    former = above if published is None else laid(above, published)
    return Hand(row, known, published, above, laid(above, known), former)


def _remembering(world: "World", model: Model, team: Team) -> Model:
    """Let a difference written without a memory remember what was above it when it began."""
    then = below(model, team, world.models, model.effective)
    return model if then is None else difference.remembering(model, then)


def _team(world: "World", row: CategoryRow) -> Team:
    if row.teams:
        found: Team = world.snapshot.teams.record(row.teams[0])
        return found
    return Team(id="", unit="", name="", category=row.category, sub_category=row.sub)


def _empty(row: CategoryRow) -> Model:
    """Begin a difference for a row that has none."""
    return Model(
        id=row.id,
        category=row.category,
        label=f"{row.title}的差异",
        version=0,
        sub_category=row.sub,
        team=row.team,
    )


def differences_under(
    world: "World", row: CategoryRow, rows: tuple[CategoryRow, ...], drafts: Mapping[str, Model]
) -> tuple[Hand, ...]:
    """Take up every difference that a category or sub-category is above of."""
    found = []
    for each in rows:
        if not each.under or each.category != row.category or each.id == row.id:
            continue
        inside = not row.under or (
            row.sub is not None and each.team is not None and set(each.teams) <= set(row.teams)
        )
        made = hand(world, each, drafts) if inside else None
        if made is not None and made.has_own:
            found.append(made)
    return tuple(found)


def _find(listed: tuple[Requirement, ...], id: str) -> Requirement | None:
    return next((each for each in listed if each.id == id), None)
