"""Who may be in the base twice: by ID number, by name and birth, by name alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadership_model.people.snapshot import Snapshot

NEAR = 12  # months two births of the same name may lie apart and still be a slip of the pen


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two people (positions, the lower first) who may be one; `why` says it in words.

    `sure`: 3 by ID number, 2 by name and birth, 1 by name and a birth that may be the same.
    """

    first: int
    second: int
    sure: int
    why: str


def plain_number(number: str | None) -> str:
    """Write an ID number without blanks, in capitals."""
    return "".join((number or "").split()).upper()


def plain_name(name: str | None) -> str:
    """Write a name without blanks."""
    return "".join((name or "").split())


def pairs(snapshot: Snapshot) -> tuple[Likeness, ...]:
    """List all pairs that may be one person, the surest first."""
    found: dict[tuple[int, int], Likeness] = {}
    for each in (*_same_number(snapshot), *_same_name(snapshot)):
        found.setdefault((each.first, each.second), each)
    return tuple(sorted(found.values(), key=lambda each: (-each.sure, each.first, each.second)))


def alike(
    snapshot: Snapshot, name: str, birth: int | None, year: int | None, number: str | None
) -> tuple[Likeness, ...]:
    """List who of the base may be somebody about to be added; `second` is -1."""
    people = snapshot.people
    wanted = plain_number(number)
    made = []
    for at, (other, bearer) in enumerate(
        zip(people.raw("id_number"), people.raw("name"), strict=True)
    ):
        if wanted and plain_number(other) == wanted:
            made.append(Likeness(at, -1, 3, "身份证号相同"))
        elif name and plain_name(bearer) == plain_name(name):
            if wanted and other:
                continue  # two numbers that differ: two people of one name
            found = _by_birth(snapshot, at, birth, year)
            if found is not None:
                made.append(Likeness(at, -1, *found))
    return tuple(sorted(made, key=lambda each: (-each.sure, each.first)))


def _same_number(snapshot: Snapshot) -> Iterator[Likeness]:
    numbers = (plain_number(each) for each in snapshot.people.raw("id_number"))
    for first, second in _pairs_of(numbers):
        yield Likeness(first, second, 3, "身份证号相同")


def _same_name(snapshot: Snapshot) -> Iterator[Likeness]:
    people = snapshot.people
    births, years = people.raw("birth"), people.raw("birth_year")
    numbers, sexes = people.raw("id_number"), people.raw("sex")
    for first, second in _pairs_of(plain_name(each) for each in people.raw("name")):
        if numbers[first] and numbers[second]:
            continue
        if sexes[first] and sexes[second] and sexes[first] != sexes[second]:
            continue
        found = _by_birth(snapshot, first, births[second], years[second])
        if found is not None:
            yield Likeness(first, second, *found)


def _by_birth(
    snapshot: Snapshot, at: int, birth: int | None, year: int | None
) -> tuple[int, str] | None:
    """Compare the birth of somebody with another of the same name: how sure, and why."""
    people = snapshot.people
    mine, my_year = people.raw("birth")[at], people.raw("birth_year")[at]
    if mine is not None and birth is not None:
        if mine == birth:
            return 2, "姓名和出生年月相同"
        return (1, "姓名相同，出生年月相近") if abs(mine - birth) <= NEAR else None
    other = birth // 12 if birth is not None else year
    own = mine // 12 if mine is not None else my_year
    if own is not None and other is not None:
        return (1, "姓名和出生年份相同") if own == other else None
    return 1, "姓名相同，出生年月待核"


def _pairs_of(keys: Iterable[str]) -> Iterator[tuple[int, int]]:
    groups: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if key:
            groups.setdefault(key, []).append(at)
    for group in groups.values():
        for at, first in enumerate(group):
            for second in group[at + 1 :]:
                yield first, second
