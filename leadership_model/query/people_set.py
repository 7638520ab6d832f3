"""People with a name and an origin: a query, a bar, a tile, a finding, a pool are all one thing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSet:
    """Ids of people in the order they are to be shown. `sensitive` is printed on every output."""

    name: str
    origin: str
    ids: tuple[str, ...]
    sensitive: tuple[str, ...] = ()
    unknown_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.ids)) != len(self.ids):
            raise ValueError(f"名单“{self.name}”里同一人出现了两次")

    def __len__(self) -> int:
        return len(self.ids)


def unite(first: PeopleSet, second: PeopleSet) -> PeopleSet:
    """并入: those of the first, then those only the second holds."""
    return _combined(first, second, "并", dict.fromkeys((*first.ids, *second.ids)))


def intersect(first: PeopleSet, second: PeopleSet) -> PeopleSet:
    """在结果中查: those in both, in the order of the first."""
    inside = set(second.ids)
    return _combined(first, second, "交", (each for each in first.ids if each in inside))


def subtract(first: PeopleSet, second: PeopleSet) -> PeopleSet:
    """剔除: those of the first that the second does not hold."""
    outside = set(second.ids)
    return _combined(first, second, "差", (each for each in first.ids if each not in outside))


def _combined(first: PeopleSet, second: PeopleSet, word: str, ids: Iterable[str]) -> PeopleSet:
    return replace(
        first,
        name=f"{first.name} {word} {second.name}",
        origin=f"（{first.origin}）{word}（{second.origin}）",
        ids=tuple(ids),
        sensitive=tuple(dict.fromkeys((*first.sensitive, *second.sensitive))),
        unknown_ids=(),
    )
