"""What the rules say of each holder alone, kept for other seatings of the same records.

A holder's own rows and seat say it all: whoever sits in the same post, since the same month, by the
same tenure, gets the same answers whatever becomes of all others.
"""

from collections.abc import Callable, Iterable, Iterator

from leadership_model.people.seating import Seating
from leadership_model.people.table import Ints
from leadership_model.rules.book import RuleBook
from leadership_model.rules.narrow import narrowed
from leadership_model.rules.rule import RuleResult

Seat = tuple[int, int, int, int]  # post, person, since, row of the tenure
Known = tuple[RuleBook, dict[Seat, tuple[RuleResult, ...]]]
Ask = Callable[[Seating, Ints], Iterable[RuleResult]]
MOST = 2  # one part in so many of all holders is enough to keep what is said of them


def of_holders(
    seating: Seating, book: RuleBook, held: Ints, name: str, ask: Ask
) -> Iterator[RuleResult]:
    """Give what `ask` says of the holders of some posts, in any order; one name for each `ask`."""
    snapshot, key = seating.snapshot, ("rules of holders", name, seating.as_of)
    if not snapshot.knows(key) and len(held) * MOST >= int((seating.holder >= 0).sum()):
        snapshot.remember(key, lambda: _all(seating, book, held, ask))
    found: Known | None = snapshot.remember(key, _nothing) if snapshot.knows(key) else None
    rest = held
    if found is not None and found[0] is book:
        known, seats = found[1], _seats(seating, held)
        for each in seats:
            yield from known.get(each, ())
        rest = held[[each not in known for each in seats]] if seats else held
    if len(rest):
        narrow = narrowed(seating, rest)
        yield from narrow.told(ask(narrow.seating, rest))


def _all(seating: Seating, book: RuleBook, held: Ints, ask: Ask) -> Known:
    found: dict[int, list[RuleResult]] = {int(post): [] for post in held}
    for each in ask(seating, held):
        found[each.post].append(each)
    seats = _seats(seating, held)
    return book, {seat: tuple(found[seat[0]]) for seat in seats}


def _seats(seating: Seating, held: Ints) -> list[Seat]:
    columns = (held, seating.holder[held], seating.since[held], seating.tenure[held])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _nothing() -> Known:
    raise LookupError("what is known is not made")
