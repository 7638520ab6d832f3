"""名单: sets of people kept under a name, as values and as conditions of a question."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leadership_model import ids
from leadership_model.conditions.tree import All, Compare, Condition, Contains, Not, Some, Within
from leadership_model.elements import renaming
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.renaming import LISTS
from leadership_model.errors import UserError
from leadership_model.people.named_set import NamedSet, text_of
from leadership_model.people.snapshot import Snapshot
from leadership_model.query.people_set import PeopleSet

ELEMENT = "名单"  # the shipped element that says on which lists somebody is
LONGEST = 40  # letters of a name


def listed(snapshot: Snapshot) -> tuple[NamedSet, ...]:
    """List all named sets, by folder and in their order; those without a folder come first."""
    found: list[NamedSet] = list(snapshot["people_set"].records())
    key = [(each.folder or "", each.order or 0, each.label or "", each.id) for each in found]
    return tuple(each for _, each in sorted(zip(key, found, strict=True)))


def people_of(record: NamedSet, snapshot: Snapshot) -> PeopleSet:
    """See a list as a set of people: those of it who are in the base."""
    known = snapshot.people.positions
    return PeopleSet(
        name=record.label or "",
        origin=f"名单“{record.label}”" + (f"：{record.origin}" if record.origin else ""),
        ids=tuple(id for id in record.ids if id in known),
        sensitive=tuple(filter(None, (record.sensitive or "").split("、"))),
    )


def gone(record: NamedSet, snapshot: Snapshot) -> int:
    """Count those of a list who are not in the base any more."""
    return sum(id not in snapshot.people.positions for id in record.ids)


def checked_name(label: str, others: Iterable[NamedSet], own: str = "") -> str:
    """Give a name as it is kept; UserError where it says nothing or names another list."""
    name = " ".join(label.split())
    if not name:
        raise UserError("请给名单起一个名字")
    if len(name) > LONGEST:
        raise UserError(f"名单的名字最长 {LONGEST} 个字，请写短一些，其余写在备注里")
    if any(each.label == name and each.id != own for each in others):
        raise UserError(f"已经有名单“{name}”，请换一个名字，或在名单里选它来替换、并入")
    return name


def made(
    people: PeopleSet, label: str, folder: str, note: str, others: Iterable[NamedSet]
) -> NamedSet:
    """Make a new list of a set of people; UserError where the name or the set is no good."""
    known = tuple(others)
    name = checked_name(label, known)
    if not people.ids:
        raise UserError("名单里没有人，没有可以保存的内容")
    return NamedSet(
        id=ids.new("list"),
        label=name,
        folder=folder.strip() or None,
        note=note.strip() or None,
        origin=people.origin or None,
        people=text_of(people.ids),
        sensitive="、".join(people.sensitive) or None,
        order=max((each.order or 0 for each in known), default=0) + 1,
    )


def holding(record: NamedSet, people: PeopleSet) -> NamedSet:
    """Let a list hold a set of people from now on; name, folder and note stay."""
    return replace(
        record,
        people=text_of(people.ids),
        origin=people.origin or None,
        sensitive="、".join(people.sensitive) or None,
    )


def with_people(record: NamedSet, more: Iterable[str]) -> NamedSet:
    """Put people on a list, behind those who are there."""
    return replace(record, people=text_of((*record.ids, *more)))


def without_people(record: NamedSet, less: Iterable[str]) -> NamedSet:
    """Take people off a list."""
    off = frozenset(less)
    return replace(record, people=text_of(each for each in record.ids if each not in off))


def condition_of(record: NamedSet) -> Contains:
    """Give the condition of being on a list."""
    return Contains(ELEMENT, record.label or "")


def asked_in(tree: Condition, catalogue: Catalogue) -> tuple[str, ...]:
    """Name the lists a question asks about, in the order they stand there."""
    return tuple(dict.fromkeys(_asked(tree, catalogue)))


def missing(tree: Condition, catalogue: Catalogue, snapshot: Snapshot) -> tuple[str, ...]:
    """Name the lists a question asks about that are not there (any more)."""
    there = set(snapshot["people_set"].raw("label"))
    return tuple(each for each in asked_in(tree, catalogue) if each not in there)


def sensitive_in(tree: Condition, catalogue: Catalogue, snapshot: Snapshot) -> tuple[str, ...]:
    """Name the sensitive elements behind a question, those of the lists it asks about too."""
    found = dict.fromkeys(catalogue.sensitive_in(tree))
    wanted = set(asked_in(tree, catalogue))
    for each in listed(snapshot) if wanted else ():
        if each.label in wanted:
            found |= dict.fromkeys(filter(None, (each.sensitive or "").split("、")))
    return tuple(found)


def renamed(tree: Condition, catalogue: Catalogue, old: str, new: str) -> Condition:
    """Call a list by another name in a question."""

    def called(listed: str, value: str) -> str:
        return new if listed == LISTS and value == old else value

    return renaming.condition(tree, catalogue, called)


def _asked(tree: Condition, catalogue: Catalogue) -> Iterator[str]:
    match tree:
        case All(parts) | Some(parts):
            for part in parts:
                yield from _asked(part, catalogue)
        case Not(part):
            yield from _asked(part, catalogue)
        case Compare(name, _, value) | Contains(name, value):
            if renaming.list_of(name, catalogue) == LISTS:
                yield str(value)
        case Within(name, values):
            if renaming.list_of(name, catalogue) == LISTS:
                yield from map(str, values)
        case _:
            return
