"""What the people section shows, as values: no Qt here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.career import CONFIDENCE, CareerEntry
from leadership_model.people.gaps import OPEN
from ui import names

if TYPE_CHECKING:
    from leadership_model.people.seating import Seating
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.people.table import Bools, Table
    from leadership_model.rules.rule import RuleResult
    from ui.jobs import Control

# Fields whose gap counts as 待核 in the list: what every assessment asks.
ASKED = ("sex", "birth", "ethnicity", "party", "work_start", "level", "hometown", "resume")


@dataclass(frozen=True, slots=True)
class Listing:
    """Everybody: how many gaps and data issues each has, by position; `people` says who."""

    people: tuple[str, ...]
    gaps: tuple[int, ...]
    issues: tuple[int, ...]


def listing(snapshot: "Snapshot", as_of: int, control: "Control") -> Listing:
    """Count gaps and issues of everybody; for a job."""
    import numpy as np

    from leadership_model.rules import clearing
    from leadership_model.rules.quality import check

    people = snapshot.people
    gaps = np.zeros(len(people), dtype=np.int32)
    for name in ASKED:  # after an edit only the fields edited are counted again
        gaps += snapshot.remember(("elements.gap", name), partial(_gap, people, name))
    control.check()
    left, _ = clearing.split(snapshot, check(snapshot, as_of))
    issues = issues_by_person(left, len(people))
    return Listing(tuple(people.ids), tuple(gaps.tolist()), issues)


def _gap(people: "Table", name: str) -> "Bools":
    """Mark who has nothing in a field, not even 无."""
    import numpy as np

    empty = [value is None for value in people.raw(name)]
    absent = [bool(a) and name in a.split() for a in people.raw("absent")]
    gap: Bools = np.array(empty, dtype=np.bool_) & ~np.array(absent, dtype=np.bool_)
    return gap


def in_order(snapshot: "Snapshot", seating: "Seating") -> tuple[int, ...]:
    """List everybody as the department does: by the order of seats, then by unit and level."""
    import numpy as np

    def make() -> tuple[int, ...]:
        people, teams, posts = snapshot.people, snapshot.teams, snapshot.posts
        last = 1 << 20
        order = np.append(teams.ints("order")[posts.owners()] * 100 + posts.ints("order"), last)
        seat = order[seating.main_post()]
        units = np.append(snapshot["unit"].ints("order"), last)[people.ints("unit")]
        level = -people.texts("level").mapped(codes.ranks("levels"), 0)
        place = np.lexsort((np.arange(len(people)), level, units, seat))
        return tuple(int(at) for at in place)

    return seating.remember("elements.order", make)


def scoped(
    snapshot: "Snapshot", seating: "Seating", listing: Listing | None, scope: str
) -> list[int]:
    """List everybody in order, or only who is seated, or who has data issues."""
    items = list(in_order(snapshot, seating))
    if scope == "seated":
        seated = seating.seated()
        return [at for at in items if seated[at]]
    if scope == "faulty" and listing is not None:
        return [at for at in items if listing.issues[at]]
    return items


def issues_by_person(results: "Sequence[RuleResult]", count: int) -> tuple[int, ...]:
    """Count the data issues of each person."""
    counts = [0] * count
    for each in results:
        for person in each.people:
            counts[person] += 1
    return tuple(counts)


@dataclass(slots=True, eq=False)
class Names:
    """What posts, people and units are called in lists, each text once, and back to their ids.

    Worked out when first asked for, once for a snapshot; `snapshot` may be set to a later one.
    """

    snapshot: "Snapshot"

    @property
    def posts(self) -> dict[str, str]:
        """Posts with their teams, by id."""
        return self.snapshot.remember("elements.posts", self._posts)

    @property
    def people(self) -> dict[str, str]:
        """People with their positions, by id."""
        return self.snapshot.remember("elements.people", self._people)

    @property
    def units(self) -> dict[str, str]:
        """Units, by id."""
        return self.snapshot.remember("elements.units", self._units)

    @property
    def post_ids(self) -> dict[str, str]:
        """Ids by text."""
        return {text: id for id, text in self.posts.items()}

    @property
    def person_ids(self) -> dict[str, str]:
        """Ids by text."""
        return {text: id for id, text in self.people.items()}

    @property
    def unit_ids(self) -> dict[str, str]:
        """Ids by text."""
        return {text: id for id, text in self.units.items()}

    def _posts(self) -> dict[str, str]:
        posts = self.snapshot.posts
        gone = posts.raw("retired")
        texts = {}
        for at, id in enumerate(posts.ids):
            texts[id] = names.full_post(self.snapshot, at) + ("（已撤销）" if gone[at] else "")
        return _unlike(texts)

    def _people(self) -> dict[str, str]:
        people = self.snapshot.people
        posted = zip(people.ids, people.raw("name"), people.raw("post_text"), strict=True)
        return _unlike({id: "，".join(filter(None, (name, post))) for id, name, post in posted})

    def _units(self) -> dict[str, str]:
        units = self.snapshot["unit"]
        pairs = zip(units.ids, units.raw("name"), strict=True)
        return _unlike({id: name or "" for id, name in pairs})


def _unlike(texts: dict[str, str]) -> dict[str, str]:
    """Number texts that occur more than once."""
    seen: dict[str, int] = {}
    made = {}
    for id, text in texts.items():
        seen[text] = seen.get(text, 0) + 1
        made[id] = text if seen[text] == 1 else f"{text}（{seen[text]}）"
    return made


def rows_of(snapshot: "Snapshot", collection: str, position: int) -> tuple[Any, ...]:
    """List the rows of one kind that hang on a person, in their order."""
    import numpy as np

    table = snapshot[collection]
    if collection in ("tenure", "kinship"):
        at = np.flatnonzero(table.ints("person") == position).tolist()
        rows = [table.record(row) for row in at]
        return tuple(sorted(rows, key=lambda each: getattr(each, "start", None) or 0))
    return tuple(table.record(row) for row in table.of(position))


def marks_in(snapshot: "Snapshot") -> tuple[str, ...]:
    """List the elements marks were entered for."""
    return snapshot["person_mark"].texts("element").table


@dataclass(frozen=True, slots=True)
class Related:
    """One row that hangs on a person and in one line: kind, when, what, more."""

    kind: str
    when: str
    text: str
    note: str = ""


def related(snapshot: "Snapshot", position: int) -> tuple[Related, ...]:
    """List tenures, education, appraisals, rewards, sanctions, family and marks of a person."""
    made: list[Related] = []
    tenures = snapshot["tenure"]
    for row in [i for i, p in enumerate(tenures.ints("person").tolist()) if p == position]:
        each = tenures.record(row)
        post = snapshot.posts.positions.get(each.post or "")
        text = names.full_post(snapshot, post) if post is not None else ""
        made.append(Related("任职", span(each.start, each.end), text, each.kind or ""))
    makers: dict[str, Callable[[Any], Related]] = {
        "education": lambda e: Related(
            "学历学位",
            span(e.start, e.end),
            " ".join(filter(None, (e.mode, e.schooling, e.degree))),
            " ".join(filter(None, (e.school, e.major))),
        ),
        "appraisal": lambda e: Related("年度考核", f"{e.year}", e.result or ""),
        "reward": lambda e: Related("奖励", names.month(e.month), e.name or "", e.organ or ""),
        "sanction": lambda e: Related("处分", names.month(e.month), e.kind or "", e.organ or ""),
        "relative": lambda e: Related(
            "家庭成员",
            names.month(e.birth),
            " ".join(filter(None, (e.title, e.name))),
            " ".join(filter(None, (e.party, e.post_text, "已去世" if e.deceased else None))),
        ),
        "person_mark": lambda e: Related(
            "手工录入", (e.entered_at or "")[:7], f"{e.element}：{e.value}", e.entered_by or ""
        ),
    }
    for name, make in makers.items():
        table = snapshot[name]
        made += [make(table.record(row)) for row in table.of(position)]
    return tuple(made)


def span(start: int | None, end: int | None) -> str:
    """Write a span of months: 2021-06 至今."""
    if start is None:
        return names.NOTHING
    return f"{months.show_iso(start)} 至今" if end is None else f"{show(start)}–{show(end)}"


def show(month: int) -> str:
    """Write a month."""
    return months.show_iso(month)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One reading of the 简历 beside its text. `fresh`: it would be written anew on saving."""

    entry: CareerEntry
    months: int | None
    fresh: bool

    @property
    def sure(self) -> str:
        """Give the verdict on how sure the reading is."""
        if self.entry.by_hand:
            return "green"
        sure = self.entry.sure or 0
        return "green" if sure >= 80 else "yellow" if sure >= CONFIDENCE else "unknown"


def readings(
    stored: Sequence[CareerEntry], read: Sequence[CareerEntry], as_of: int
) -> tuple[ReadLine, ...]:
    """Lay the reading of the text in the editor beside what is stored.

    What is stored goes before for lines that did not change: it may have been put right by hand.
    """
    known: dict[tuple[object, ...], list[CareerEntry]] = {}
    for each in stored:
        known.setdefault(_key(each), []).append(each)
    made: list[ReadLine] = []
    used: set[tuple[object, ...]] = set()
    for each in read:
        key = _key(each)
        if key not in known:
            made.append(_line(each, as_of, fresh=True))
        elif key not in used:
            used.add(key)
            made += [_line(e, as_of, fresh=False) for e in known[key]]
    return tuple(made)


def _line(entry: CareerEntry, as_of: int, *, fresh: bool) -> ReadLine:
    if entry.start is None:
        return ReadLine(entry, None, fresh)
    end = as_of if entry.end is None or entry.end == OPEN else min(entry.end, as_of)
    return ReadLine(entry, max(end - entry.start, 0), fresh)


def _key(entry: CareerEntry) -> tuple[object, ...]:
    return entry.kind, entry.start, entry.end, entry.text


def areas(snapshot: "Snapshot") -> tuple[str, ...]:
    """List the areas a person can come from."""
    from leadership_model.people.areas import CITY, ELSEWHERE

    table = snapshot["unit"]
    kinds = table.raw("area_kind")
    named = [n for n, kind in zip(table.raw("name"), kinds, strict=True) if kind and n]
    return tuple(dict.fromkeys((*named, CITY, ELSEWHERE)))
