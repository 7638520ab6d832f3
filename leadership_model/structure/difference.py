"""What a team or a sub-category has of its own: lines, resetting, conflicts with what is above.

A user looks at the whole and changes it; what is stored is the difference from the layers above.
`laid(above, difference_of(above, whole, ...))` gives the whole again, with what was added last.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeVar

from leadership_model.structure.inherit import laid, shifted
from leadership_model.structure.model import Adjustment, Model, Portrait
from leadership_model.structure.requirement import Requirement

State = Literal["inherited", "added", "changed", "adjusted", "removed"]
Choice = Literal["own", "above"]
R = TypeVar("R", Requirement, Portrait)
STANDING = "red and green"  # what the lines of a difference are called where a line is named
PLAIN = Model(id="", category="", label="")  # its lines are those a model has by default


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement or portrait of the whole: what is above, what holds, how that differs."""

    id: str
    state: State
    above: Requirement | Portrait | None
    own: Requirement | Portrait | None
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line changed on both sides: as it was seen, as it is above now, and the own one.

    None = not there: `above` None was taken away above, `own` None was taken away here.
    """

    id: str
    seen: Requirement | Portrait | None
    above: Requirement | Portrait | None
    own: Requirement | Portrait | None


def difference_of(above: Model, whole: Model, former: Model) -> Model:
    """Give the difference that makes `above` into `whole`; head and memory are `former`'s.

    What is changed or removed now remembers the line above as it is now; what was so before keeps
    the line it remembered, so that a conflict is not forgotten by an edit elsewhere.
    """
    under = {each.id: each for each in above.requirements}
    asked = {each.id: each for each in whole.requirements}
    moved = {each.requirement: each.by for each in former.adjusted if each.requirement in under}
    adjusted, own = [], []
    for id, each in asked.items():
        if id in moved and each == shifted(under[id], moved[id]):
            adjusted.append(Adjustment(id, moved[id]))
        elif under.get(id) != each:
            own.append(each)
    shown = {each.id: each for each in above.portraits}
    drawn = {each.id for each in whole.portraits}
    gone = frozenset(id for id in former.removed if id not in under and id not in shown)
    removed = frozenset(id for id in under if id not in asked) | gone
    removed |= frozenset(id for id in shown if id not in drawn)
    portraits = tuple(each for each in whole.portraits if shown.get(each.id) != each)
    touched = {each.id for each in own} | removed
    made = replace(
        former,
        requirements=tuple(own),
        removed=removed,
        adjusted=tuple(adjusted),
        portraits=portraits,
        seen=_memory(touched, former.seen, above.requirements, _touched(former)),
        seen_portraits=_memory(
            {each.id for each in portraits} | removed,
            former.seen_portraits,
            above.portraits,
            {each.id for each in former.portraits} | former.removed,
        ),
    )
    return _lined(above, whole, made)


def _lined(above: Model, whole: Model, difference: Model) -> Model:
    """Give a difference its own red and green line where they differ from those above."""
    if (whole.red, whole.green) == (above.red, above.green):
        return replace(difference, own_lines=False, red=PLAIN.red, green=PLAIN.green)
    return replace(difference, own_lines=True, red=whole.red, green=whole.green)


def _touched(difference: Model) -> set[str]:
    return {each.id for each in difference.requirements} | difference.removed


def _memory(
    touched: set[str], seen: tuple[R, ...], above: tuple[R, ...], before: set[str]
) -> tuple[R, ...]:
    """Remember what is touched: as it was seen, or as it is above where it is touched anew."""
    known = {each.id: each for each in seen}
    now = {each.id: each for each in above}
    found = []
    for id in sorted(touched):
        line = known.get(id) if id in before else now.get(id)
        if line is not None:
            found.append(line)
    return tuple(found)


def remembering(difference: Model, above: Model) -> Model:
    """Fill the memory of a difference written without one from what was above it then."""
    touched = _touched(difference)
    known = {each.id for each in difference.seen}
    more = tuple(e for e in above.requirements if e.id in touched and e.id not in known)
    names = {each.id for each in difference.portraits} | difference.removed
    names -= {each.id for each in difference.seen_portraits}
    shown = tuple(each for each in above.portraits if each.id in names)
    return replace(
        difference,
        seen=tuple(sorted((*difference.seen, *more), key=_id)),
        seen_portraits=tuple(sorted((*difference.seen_portraits, *shown), key=_id)),
    )


def _id(line: Requirement | Portrait) -> str:
    return line.id


def lines(above: Model, difference: Model) -> tuple[Line, ...]:
    """List every line in its order, with what is removed where it stood; then the portraits."""
    clashes = {each.id for each in conflicts(above, difference)}
    whole = {each.id: each for each in laid(above, difference).requirements}
    moved = {each.requirement for each in difference.adjusted}
    under = {each.id: each for each in above.requirements}
    found = [
        Line(id, _state(id, each, whole.get(id), moved), each, whole.get(id), id in clashes)
        for id, each in under.items()
    ]
    found += [
        Line(id, "added", None, each, id in clashes)
        for id, each in whole.items()
        if id not in under
    ]
    shown = {each.id: each for each in above.portraits}
    own = {each.id: each for each in difference.portraits}
    for id, portrait in (shown | own).items():
        state: State = "inherited"
        if id in shown and id in difference.removed:
            found.append(Line(id, "removed", shown[id], None, id in clashes))
            continue
        if id in own and own[id] != shown.get(id):
            state = "changed" if id in shown else "added"
        found.append(Line(id, state, shown.get(id), portrait, id in clashes))
    return tuple(found)


def _state(id: str, above: Requirement, own: Requirement | None, moved: set[str]) -> State:
    if own is None:
        return "removed"
    if own == above:
        return "inherited"
    return "adjusted" if id in moved else "changed"


def reset(difference: Model, id: str) -> Model:
    """Take a line (or the red and green lines) back to what is inherited: nothing own is left."""
    if id == STANDING:
        return replace(difference, own_lines=False, red=PLAIN.red, green=PLAIN.green)
    return replace(
        difference,
        requirements=_without(difference.requirements, id),
        removed=difference.removed - {id},
        adjusted=tuple(each for each in difference.adjusted if each.requirement != id),
        portraits=_without(difference.portraits, id),
        seen=_without(difference.seen, id),
        seen_portraits=_without(difference.seen_portraits, id),
    )


def reset_all(difference: Model) -> Model:
    """Take everything back to what is inherited."""
    return replace(
        difference,
        requirements=(),
        removed=frozenset(),
        adjusted=(),
        portraits=(),
        seen=(),
        seen_portraits=(),
        own_lines=False,
        red=PLAIN.red,
        green=PLAIN.green,
    )


def adjusted(difference: Model, id: str, by: Fraction) -> Model:
    """Move an inherited requirement by an amount; 0 takes it back to what is inherited."""
    plain = reset(difference, id)
    return replace(plain, adjusted=(*plain.adjusted, Adjustment(id, by))) if by else plain


def conflicts(above: Model, difference: Model) -> tuple[Conflict, ...]:
    """List the lines that were changed above since they were changed or removed here.

    A line is in conflict when what is above is neither what was seen nor what is here now.
    """
    here = {each.id: each for each in difference.requirements}
    found = list(_clashes(above.requirements, difference.seen, here, difference.removed))
    drawn = {each.id: each for each in difference.portraits}
    found += _clashes(above.portraits, difference.seen_portraits, drawn, difference.removed)
    return tuple(found)


def _clashes(
    above: tuple[R, ...], seen: tuple[R, ...], own: dict[str, R], removed: frozenset[str]
) -> list[Conflict]:
    now = {each.id: each for each in above}
    known = {each.id: each for each in seen}
    return [
        Conflict(id, known.get(id), now.get(id), own.get(id))
        for id in sorted({*own, *removed})
        if now.get(id) != known.get(id) and now.get(id) != own.get(id)
    ]


def settle(above: Model, difference: Model, id: str, choice: Choice) -> Model:
    """Settle a conflict: keep the own line, or take what is above; then there is none there."""
    if choice == "above":
        return reset(difference, id)
    now = next((each for each in above.requirements if each.id == id), None)
    shown = next((each for each in above.portraits if each.id == id), None)
    drawn = id in difference.removed or any(each.id == id for each in difference.portraits)
    seen = _without(difference.seen, id)
    if now is not None and id in _touched(difference):
        seen = tuple(sorted((*seen, now), key=_id))
    portraits = _without(difference.seen_portraits, id)
    if shown is not None and drawn:
        portraits = tuple(sorted((*portraits, shown), key=_id))
    return replace(difference, seen=seen, seen_portraits=portraits)


def _without(listed: tuple[R, ...], id: str) -> tuple[R, ...]:
    return tuple(each for each in listed if each.id != id)
