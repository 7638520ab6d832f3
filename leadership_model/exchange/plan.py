"""What an import would do, before it does anything: new, changed, unchanged and conflicting."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import ids
from leadership_model.exchange import merge, outgoing, roster, wording
from leadership_model.exchange.clean import CleanForm
from leadership_model.exchange.form import Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.matching import Index, Match, identity
from leadership_model.exchange.merge import Change, Rows
from leadership_model.exchange.whole import Whole, of_clean, of_snapshot
from leadership_model.people import codes
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.snapshot import Snapshot

STATES = ("new", "changed", "unchanged", "conflicting")
PREFIX = {
    "education": "e",
    "career_entry": "c",
    "appraisal": "a",
    "reward": "w",
    "sanction": "s",
    "relative": "r",
}
PARTY = "RuDangShiJian"
SURE_ENOUGH = 80  # a reading below this gives no level to a new person
PhotoOf = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of a plan. `person` is the record to write, None where nothing is to be written.

    `before` is the person as found in the base, None for a new one. `rows` are the collections to
    write, `photo` a new photo. `sentence` says why, for conflicts.
    """

    file: str
    state: str
    name: str
    form: Form
    person: Person | None = None
    before: Person | None = None
    changes: tuple[Change, ...] = ()
    rows: tuple[Rows, ...] = ()
    photo: bytes | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of an import in their order, and every issue found on the way."""

    entries: tuple[Entry, ...]
    issues: tuple[Issue, ...] = ()

    def of(self, state: str) -> tuple[Entry, ...]:
        """List the entries of a state."""
        return tuple(entry for entry in self.entries if entry.state == state)

    def counts(self) -> Mapping[str, int]:
        """Count the entries of each state."""
        return {state: len(self.of(state)) for state in STATES}

    @property
    def empty(self) -> bool:
        """Say whether applying it would write nothing."""
        return not (self.of("new") or self.of("changed"))


def plan(
    snapshot: Snapshot,
    cleaned: Iterable[CleanForm],
    issues: Iterable[Issue] = (),
    *,
    source: random.Random | None = None,
    photo_of: PhotoOf | None = None,
) -> Plan:
    """Compare forms with a base. Only what a form says and what differs becomes a change.

    `issues` are those of reading, put in front. `source` gives the ids of new records. `photo_of`
    gives a person's present photo; without it a photo is taken over only where there is none.
    """
    listed = list(cleaned)
    index = Index(snapshot)
    matches = [index.find(each) for each in listed]
    doubles = _doubles(listed, matches)
    found: list[Issue] = list(issues)
    entries: list[Entry] = []
    for at, (each, match) in enumerate(zip(listed, matches, strict=True)):
        found += each.issues
        entry = _entry(snapshot, each, match, doubles.get(at), source, photo_of)
        if entry.state == "conflicting":
            found.append(Issue(entry.file, None, None, "error", entry.sentence or ""))
        elif entry.sentence or match.namesake:
            text = entry.sentence or match.namesake or ""
            found.append(Issue(entry.file, None, None, "note", text))
        entries.append(entry)
    return Plan(tuple(entries), tuple(found))


def _doubles(cleaned: Sequence[CleanForm], matches: Sequence[Match]) -> dict[int, str]:
    """Find files about one person; a plain copy is passed over, different ones are a conflict."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for at, (each, match) in enumerate(zip(cleaned, matches, strict=True)):
        groups.setdefault(identity(each), []).append(at)
        if match.rows:
            groups.setdefault(("row", match.rows), []).append(at)
    made: dict[int, str] = {}
    for group in groups.values():
        if len(group) == 1:
            continue
        first = cleaned[group[0]]
        same = [_says_the_same(first, cleaned[at]) for at in group]
        if all(same):
            for at in group[1:]:
                made.setdefault(at, f"=与“{first.form.file}”内容相同，没有重复导入")
        else:
            for at in group:
                other = next(cleaned[o].form.file for o in group if o != at)
                made[at] = f"与“{other}”是同一身份证号或同名同出生年月，内容却不同，请只留一份"
    return made


def _says_the_same(one: CleanForm, other: CleanForm) -> bool:
    return of_clean(one) == of_clean(other)


def _entry(
    snapshot: Snapshot,
    cleaned: CleanForm,
    match: Match,
    double: str | None,
    source: random.Random | None,
    photo_of: PhotoOf | None,
) -> Entry:
    plain = Entry(file=cleaned.form.file, state="conflicting", name=cleaned.name, form=cleaned.form)
    sentence = "表中没有姓名，无法导入" if not cleaned.name else match.conflict
    if double is not None and double.startswith("="):
        return replace(plain, state="unchanged", sentence=double[1:])
    if sentence or double:
        return replace(plain, sentence=sentence or double)
    if not match.rows:
        return _new(plain, cleaned, source)
    row = match.rows[0]
    person = snapshot.people.rows[row][0]
    photo = photo_of(person) if photo_of else None
    whole = of_snapshot(snapshot, row, photo, tables=_told(cleaned))
    return _changed(plain, cleaned, whole, source, looked=photo_of is not None)


def _new(plain: Entry, cleaned: CleanForm, source: random.Random | None) -> Entry:
    whole = of_clean(cleaned)
    read = _present_level(whole.careers)
    if any(merge.value_of(whole.person, name) is not None for name in ("level", "grade")):
        read = {}  # told by the source itself
    person = replace(whole.person, id=ids.new("p", source), **read)
    rows = tuple(
        _numbered(Rows(name, records), person.id, source)
        for name, records in (
            ("education", whole.educations),
            ("career_entry", whole.careers),
            ("appraisal", whole.appraisals),
            ("reward", whole.rewards),
            ("sanction", whole.sanctions),
            ("relative", whole.relatives),
        )
        if records
    )
    return replace(plain, state="new", person=person, rows=rows, photo=cleaned.photo)


def _changed(
    plain: Entry, cleaned: CleanForm, whole: Whole, source: random.Random | None, *, looked: bool
) -> Entry:
    tags = _speaking(whole, cleaned)
    changes = list(merge.field_changes(whole.person, cleaned.said, tags))
    rows = list(merge.collections(whole, cleaned, tags))
    if cleaned.relatives is not None and outgoing.members(whole) != outgoing.members(
        of_clean(cleaned)
    ):
        rows.append(merge.family(whole, cleaned))
    photo = cleaned.photo
    if photo is not None and (photo == whole.photo or (whole.person.has_photo and not looked)):
        photo = None
    person = merge.with_changes(whole.person, changes)
    if photo is not None:
        person = replace(person, has_photo=True)
        changes.append(Change("photo", None, "新照片"))
    numbered = tuple(_numbered(each, person.id, source) for each in rows)
    changes += [Change(each.table, each.drop, each.put) for each in numbered]
    if not changes:
        return replace(plain, state="unchanged", before=whole.person)
    return replace(
        plain,
        state="changed",
        person=person,
        before=whole.person,
        changes=tuple(changes),
        rows=numbered,
        photo=photo,
    )


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
    }
    return frozenset(name for name, said in told.items() if said)


def _speaking(whole: Whole, cleaned: CleanForm) -> tuple[str, ...]:
    """List the elements that say other than we would write ourselves.

    A roster has 入党时间 in a manner of its own and names one party at most: it says something new
    only with another party or month.
    """
    ours, theirs = outgoing.texts(whole), outgoing.texts(of_clean(cleaned))
    tags = tuple(tag for tag, text in theirs.items() if text and text != ours[tag])
    if PARTY in tags and cleaned.form.kind == roster.KIND:
        one, other = wording.membership(ours[PARTY]), wording.membership(theirs[PARTY])
        same = one.party == other.party and other.joined in (None, one.joined) and not other.others
        return tuple(tag for tag in tags if tag != PARTY or not same)
    return tags


def _numbered(rows: Rows, person: str, source: random.Random | None) -> Rows:
    """Give ids to the new records of a collection."""
    prefix = PREFIX[rows.table]
    put = tuple(
        replace(each, id=each.id or ids.new(prefix, source), person=person) for each in rows.put
    )
    return replace(rows, put=put)


def _present_level(careers: Sequence[CareerEntry]) -> dict[str, Any]:
    """Read level and grade of a new person off the open lines, where they are understood."""
    now = [e for e in careers if e.end is None and e.kind == "任职" and not e.secondment]
    if not now or any((e.sure or 0) < SURE_ENOUGH or e.start is None for e in now):
        return {}
    made: dict[str, Any] = {}
    ranks = codes.ranks("levels")
    level = max((e.level for e in now if e.level), key=lambda each: ranks[each], default=None)
    if level is not None:
        made |= {"level": level, "level_since": _since(careers, ranks[level])}
    grade = next((e for e in now if e.post_kind == "职级公务员"), None)
    name = next((g for g in codes.names("grades") if grade and g in (grade.text or "")), None)
    if grade is not None and name is not None:
        made |= {"grade": name, "grade_since": grade.start}
    return made


def _since(careers: Sequence[CareerEntry], rank: int) -> int | None:
    """Find the month since when somebody has held that level or a higher one without a break."""
    ranks = codes.ranks("levels")
    since: int | None = None
    lines = [e for e in careers if e.kind == "任职" and not e.secondment and e.start is not None]
    best = Counter[int]()
    for entry in lines:
        best[entry.start or 0] = max(best[entry.start or 0], ranks.get(entry.level or "", 0))
    for start in sorted(best, reverse=True):
        if best[start] < rank:
            break
        since = start
    return since
