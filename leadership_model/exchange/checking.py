"""A roster held against the base, or against form files: what differs, letter by letter.

What differs is what an import would change, so that two ways of writing a date are no difference.
Each difference is kept as it is, taken over from the roster (through a plan of import) or put
right in the roster (`roster_fixes`).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from leadership_model.exchange import answers, outgoing
from leadership_model.exchange.clean import CleanForm
from leadership_model.exchange.entry import Entry
from leadership_model.exchange.fields import TITLES
from leadership_model.exchange.merge import FIELDS
from leadership_model.exchange.offers import topic_of
from leadership_model.exchange.plan import Base, Plan, plan
from leadership_model.exchange.whole import of_clean, of_snapshot
from leadership_model.people.fields import LABELS
from leadership_model.people.snapshot import Snapshot, of_records

EDUCATION = "education"
WORDS = {
    "QuanRiZhiJiaoYu_XueLi": "全日制学历",
    "QuanRiZhiJiaoYu_XueWei": "全日制学位",
    "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi": "全日制毕业院校系",
    "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi": "全日制专业",
    "ZaiZhiJiaoYu_XueLi": "在职学历",
    "ZaiZhiJiaoYu_XueWei": "在职学位",
    "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi": "在职毕业院校系",
    "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi": "在职专业",
}
Spans = tuple[tuple[int, int], ...]  # from, to


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that differs: place in the plan, row of the sheet, who, what, both texts.

    `topic` is the part of the import it belongs to: parts are taken over as one.
    """

    at: int
    line: int
    file: str
    person: str
    name: str
    tag: str
    topic: str
    ours: str
    theirs: str

    @property
    def id(self) -> str:
        """Name it within its check."""
        return f"{self.at}:{self.tag}"

    @property
    def title(self) -> str:
        """What a user calls the cell."""
        field = FIELDS.get(self.tag, ("",))[0]
        return WORDS.get(self.tag) or TITLES.get(self.tag) or LABELS.get(field, self.tag)

    def spans(self) -> tuple[Spans, Spans]:
        """Give the letters that differ, in our text and in theirs."""
        return spans(self.ours, self.theirs)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a roster and the base say of the same people.

    `alone` are on the roster only, `unclear` could not be matched (with the reason), `lacking` are
    people of the list asked about whom the roster leaves out.
    """

    plan: Plan
    differences: tuple[Difference, ...]
    same: int
    alone: tuple[Entry, ...]
    unclear: tuple[Entry, ...]
    lacking: tuple[str, ...] = ()

    @property
    def compared(self) -> int:
        """How many people were found on both sides."""
        return self.same + len({each.at for each in self.differences})


def base_of(forms: Iterable[CleanForm]) -> Base:
    """Make a base of form files alone, to hold a roster against them."""
    read = plan(of_records([]), forms)
    records: list[object] = []
    for entry in read.of("new"):
        if entry.person is not None:
            records.append(entry.person)
            records += [row for rows in entry.rows for row in rows.put]
    return Base(of_records(records))


def check(roster: Iterable[CleanForm], base: Base, wanted: Collection[str] = ()) -> Checked:
    """Hold a roster against a base; `wanted` are ids of people who should be on it."""
    listed = list(roster)
    made = plan(base.snapshot, listed, source=base.source, known=base.known)
    found: list[Difference] = []
    same = 0
    seen: set[str] = set()
    for at, (entry, cleaned) in enumerate(zip(made.entries, listed, strict=True)):
        if entry.before is None:
            continue
        seen.add(entry.before.id)
        own = tuple(_differences(at, entry, cleaned, base.snapshot))
        found += own
        same += not own
    alone = tuple(each for each in made.entries if each.before is None and each.state == "new")
    unclear = tuple(
        each for each in made.entries if each.before is None and each.state == "conflicting"
    )
    lacking = tuple(each for each in wanted if each not in seen)
    return Checked(made, tuple(found), same, alone, unclear, lacking)


def _differences(
    at: int, entry: Entry, cleaned: CleanForm, snapshot: Snapshot
) -> Iterator[Difference]:
    """Give the cells of one person in which the import would change something."""
    before = entry.before
    if before is None:
        return
    topics = {offer.topic for offer in entry.offers}
    whole = of_snapshot(snapshot, snapshot.people.positions[before.id])
    ours, theirs = outgoing.texts(whole), outgoing.texts(of_clean(cleaned))
    for element in cleaned.form.elements:
        tag = element.tag
        topic = _topic(tag)
        if tag not in theirs or topic not in topics or theirs[tag] in ("", ours[tag]):
            continue
        yield Difference(
            at,
            element.line or 0,
            cleaned.form.file,
            before.id,
            before.name or "",
            tag,
            topic,
            ours[tag],
            theirs[tag],
        )


def _topic(tag: str) -> str:
    if tag in WORDS:
        return EDUCATION
    fields = FIELDS.get(tag, ())
    return topic_of(fields[0]) if fields else ""


def accepted(checked: Checked, ids: Collection[str]) -> Plan:
    """Give the plan of import that takes over these differences and nothing else.

    A part goes as a whole: 职务层次 with its month, both cells of an education.
    """
    everything = range(len(checked.plan.entries))
    made = answers.take(checked.plan, everything, taken=False)
    for each in checked.differences:
        if each.id in ids:
            made = answers.take(made, (each.at,), taken=True, topic=each.topic)
    return made


def together(checked: Checked, id: str) -> tuple[str, ...]:
    """Name the differences that are taken over as one with the given one, itself included."""
    one = next(each for each in checked.differences if each.id == id)
    return tuple(
        each.id for each in checked.differences if (each.at, each.topic) == (one.at, one.topic)
    )


def spans(ours: str, theirs: str) -> tuple[Spans, Spans]:
    """Find the letters of two texts that differ."""
    left: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            if b > a:
                left.append((a, b))
            if d > c:
                right.append((c, d))
    return tuple(left), tuple(right)
