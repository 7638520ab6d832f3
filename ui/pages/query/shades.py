"""What the list marks besides its contents: who is in the basket, whom a colour rule finds."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.store.nouns import ColourRule
from ui.jobs import Control

# tone -> what it is called; each has its shape, so that colour never stands alone
TONES: dict[str, str] = {"green": "绿 ●", "yellow": "黄 ▲", "red": "红 ■", "unknown": "灰 ○"}


@dataclass(frozen=True, slots=True)
class Shade:
    """One rule that is on: whom it finds; `wrong` says why it cannot be asked."""

    label: str
    tone: str
    sentence: str
    ids: tuple[str, ...] = ()
    wrong: str = ""

    def among(self, listed: frozenset[str]) -> "Shade":
        """Give the same of those listed alone."""
        return replace(self, ids=tuple(id for id in self.ids if id in listed))


@dataclass(slots=True)
class Marks:
    """Looked up by cells when they are prepared. The first rule that finds somebody counts."""

    basket: frozenset[str] = frozenset()
    shades: tuple[Shade, ...] = ()
    tones: dict[str, Shade] = field(default_factory=dict)

    def show(self, shades: Sequence[Shade]) -> None:
        """Mark by other rules."""
        self.shades = tuple(shades)
        self.tones = {}
        for each in shades:
            for id in each.ids:
                self.tones.setdefault(id, each)


def shades_of(
    world: World, rules: Sequence[ColourRule], control: Control | None = None
) -> tuple[Shade, ...]:
    """Ask the rules that are on; one that cannot be asked says why."""
    found = []
    for rule in rules:
        if not rule.active:
            continue
        if control is not None:
            control.check()
        try:
            answer = world.facts.tri(parse(rule.sentence, world.catalogue))
        except UserError as error:
            found.append(Shade(rule.label, rule.tone, rule.sentence, wrong=error.sentence))
            continue
        ids = tuple(world.person_ids[at] for at in np.flatnonzero(answer.sure).tolist())
        found.append(Shade(rule.label, rule.tone, rule.sentence, ids))
    return tuple(found)
