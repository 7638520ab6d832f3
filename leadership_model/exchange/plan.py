"""What an import would do, before it does anything: new, changed, unchanged and conflicting."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model.exchange import entry as entries_of
from leadership_model.exchange import seats
from leadership_model.exchange.clean import CleanForm
from leadership_model.exchange.entry import Entry
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.matching import Index, Match, identity
from leadership_model.exchange.offers import Guard
from leadership_model.exchange.package import Row
from leadership_model.exchange.seats import Piece
from leadership_model.exchange.whole import of_clean, of_snapshot
from leadership_model.people.snapshot import Snapshot

STATES = ("new", "changed", "unchanged", "conflicting")
PhotoOf = Callable[[str], bytes | None]
UNGUARDED = Guard()


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of an import in their order, and every issue found on the way.

    `pieces` are units, teams, posts and tenures a package brings; `said` which of them somebody
    ticked (true) or not, by key.
    """

    entries: tuple[Entry, ...]
    issues: tuple[Issue, ...] = ()
    pieces: tuple[Piece, ...] = ()
    said: Mapping[str, bool] = field(default_factory=dict)

    def of(self, state: str) -> tuple[Entry, ...]:
        """List the entries of a state."""
        return tuple(entry for entry in self.entries if entry.state == state)

    def counts(self) -> Mapping[str, int]:
        """Count the entries of each state."""
        return {state: len(self.of(state)) for state in STATES}

    @property
    def empty(self) -> bool:
        """Say whether applying it would write nothing."""
        return not (self.of("new") or self.of("changed") or self.seats())

    def seats(self) -> tuple[Piece, ...]:
        """List the units, teams, posts and tenures to be written, in an order that can be."""
        return seats.order(seats.chosen(self.pieces, self.said))


@dataclass(frozen=True, slots=True)
class Base:
    """What forms are held against: the base, its photos, what is not overwritten, new ids."""

    snapshot: Snapshot
    source: random.Random | None = None
    photo_of: PhotoOf | None = None
    known: Guard = UNGUARDED


def plan(
    snapshot: Snapshot,
    cleaned: Iterable[CleanForm],
    issues: Iterable[Issue] = (),
    *,
    source: random.Random | None = None,
    photo_of: PhotoOf | None = None,
    known: Guard = UNGUARDED,
) -> Plan:
    """Compare forms with a base. Only what a form says and what differs becomes a change.

    `issues` are those of reading, put in front. `source` gives the ids of new records. `photo_of`
    gives a person's present photo; without it a photo is taken over only where there is none.
    `known` says what is verified or was edited here, and what the rules of its source make of it.
    """
    base = Base(snapshot, source, photo_of, known)
    listed = list(cleaned)
    index = Index(snapshot)
    matches = [index.find(each) for each in listed]
    doubles = _doubles(listed, matches)
    found: list[Issue] = list(issues)
    entries: list[Entry] = []
    for at, (each, match) in enumerate(zip(listed, matches, strict=True)):
        found += each.issues
        entry = _entry(base, each, match, doubles.get(at))
        if entry.state == "conflicting":
            found.append(Issue(entry.file, None, None, "error", entry.sentence or ""))
        elif entry.sentence or match.namesake:
            text = entry.sentence or match.namesake or ""
            found.append(Issue(entry.file, None, None, "note", text))
        entries.append(entry)
    return seated(Plan(tuple(entries), tuple(found)), base)


def seated(made: Plan, base: Base) -> Plan:
    """Work out units, posts and tenures for the people as they are matched now."""
    merged: dict[str, list[Row]] = {}
    who: dict[str, tuple[str, str]] = {}
    seen: set[int] = set()
    for entry in made.entries:
        form = entry.form
        person = entry.before or (entry.person if entry.state == "new" else None)
        if form.key and person is not None:
            who[form.key] = person.id, entry.name
        if form.tables and id(form.tables) not in seen:
            seen.add(id(form.tables))
            for name, rows in form.tables.items():
                merged.setdefault(name, []).extend(rows)
    if not merged:
        return made
    return replace(made, pieces=seats.propose(base.snapshot, merged, who, base.source))


@dataclass(frozen=True, slots=True)
class _Double:
    """Other files about the same person: a plain copy of the first, or different ones."""

    sentence: str
    rivals: tuple[int, ...] = ()  # none for a plain copy


def _doubles(cleaned: Sequence[CleanForm], matches: Sequence[Match]) -> dict[int, _Double]:
    """Find files about one person; a plain copy is passed over, different ones are a conflict."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for at, (each, match) in enumerate(zip(cleaned, matches, strict=True)):
        groups.setdefault(identity(each), []).append(at)
        if match.rows:
            groups.setdefault(("row", match.rows), []).append(at)
    made: dict[int, _Double] = {}
    for group in groups.values():
        if len(group) == 1:
            continue
        first = cleaned[group[0]]
        same = [_says_the_same(first, cleaned[at]) for at in group]
        if all(same):
            for at in group[1:]:
                made.setdefault(at, _Double(f"与“{first.form.file}”内容相同，没有重复导入"))
        else:
            for at in group:
                others = tuple(each for each in group if each != at)
                other = cleaned[others[0]].form.file
                text = f"与“{other}”是同一身份证号或同名同出生年月，内容却不同，请只留一份"
                made[at] = _Double(text, others)
    return made


def _says_the_same(one: CleanForm, other: CleanForm) -> bool:
    said = (of_clean(each, looked=False) for each in (one, other))
    return next(said) == next(said) and one.photo == other.photo


def _entry(base: Base, cleaned: CleanForm, match: Match, double: _Double | None) -> Entry:
    plain = _plain(cleaned)
    sentence = "表中没有姓名，无法导入" if not cleaned.name else match.conflict
    if double is not None and not double.rivals:
        return replace(plain, state="unchanged", sentence=double.sentence)
    if sentence or double:
        people = base.snapshot.people.ids
        return replace(
            plain,
            sentence=sentence or (double.sentence if double else None),
            candidates=tuple(people[row] for row in match.candidates or match.rows),
            rivals=double.rivals if double else (),
            cleaned=cleaned if cleaned.name else None,
        )
    return about(base, cleaned, match.rows[0] if match.rows else None)


def about(base: Base, cleaned: CleanForm, row: int | None) -> Entry:
    """Make the entry of a form about the person of a row, or about somebody new."""
    if row is None:
        return entries_of.new(_plain(cleaned), cleaned, base.source)
    person = base.snapshot.people.ids[row]
    photo = base.photo_of(person) if base.photo_of else None
    whole = of_snapshot(base.snapshot, row, photo, tables=_told(cleaned))
    return entries_of.changed(
        _plain(cleaned), cleaned, whole, base.source, base.known, looked=base.photo_of is not None
    )


def _plain(cleaned: CleanForm) -> Entry:
    form = cleaned.form
    return Entry(file=form.file, state="conflicting", name=cleaned.name, form=form)


def _told(cleaned: CleanForm) -> frozenset[str]:
    """Name the collections a source speaks of; the others need not be gathered to compare."""
    told = {
        "education": bool(cleaned.educations),
        "career_entry": cleaned.careers is not None,
        "correction": cleaned.careers is not None,
        "appraisal": cleaned.appraisals is not None,
        "reward": cleaned.rewards is not None,
        "sanction": cleaned.sanctions is not None,
        "relative": cleaned.relatives is not None,
        "person_mark": bool(cleaned.marks),
    }
    return frozenset(name for name, said in told.items() if said)
