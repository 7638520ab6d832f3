"""Old and new side by side: which fields change, and which rows of a collection come and go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from leadership_model import months
from leadership_model.exchange import record_texts
from leadership_model.exchange.clean import CleanForm
from leadership_model.exchange.fields import FLAGS, STANDING, TEXTS, YEARS
from leadership_model.exchange.whole import Whole, of_clean, shown_education
from leadership_model.people.career import CareerEntry, Said, said_of
from leadership_model.people.correction import lay
from leadership_model.people.gaps import ABSENT, names_of, text_of
from leadership_model.people.person import Education, Mark, Person

R = TypeVar("R")

# element -> the fields of Person it fills
FIELDS: dict[str, tuple[str, ...]] = {
    **{tag: (name,) for tag, name in TEXTS.items()},
    **{tag: (name,) for tag, (name, _) in STANDING.items()},
    **{tag: (name,) for tag, name in FLAGS.items()},
    "XingMing": ("name",),
    "XingBie": ("sex",),
    "ChuShengNianYue": ("birth", "birth_date", "birth_year"),
    "MinZu": ("ethnicity",),
    "RuDangShiJian": ("party", "other_parties", "party_joined", "party_text"),
    "CanJiaGongZuoShiJian": ("work_start",),
    "ShenFenZheng": ("id_number",),
    "JiangChengQingKuang": ("reward_text", "rewards_complete"),
}

STUDIED = (
    *("schooling", "degree", "degree_level", "school", "major", "discipline"),
    *("start", "end"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: a field of Person with old and new value (ABSENT for 无), or a collection.

    For a collection `field` is the table's name, old and new are tuples of records.
    """

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Rows:
    """What happens to the rows of one table: put (new, or old ids with new content) and drop."""

    table: str
    put: tuple[Any, ...] = ()
    drop: tuple[Any, ...] = ()


def bare(record: R) -> R:
    """Take id and person off a record, for comparing."""
    return replace(record, id="", person="")  # type: ignore[type-var]


def value_of(person: Person, name: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """Give a field as it is compared: ABSENT where it is 无."""
    return ABSENT if person.is_absent(name) else getattr(person, name)


def field_changes(person: Person, said: dict[str, Any], tags: Sequence[str]) -> tuple[Change, ...]:
    """List the fields that differ, of the elements that say something new."""
    wanted = {n: said[n] for tag in tags for n in FIELDS.get(tag, ()) if n in said}
    if "birth" in wanted:
        # A month alone does not gainsay a day of that month.
        if person.birth != wanted["birth"]:
            wanted.setdefault("birth_date", None)
        known = person.birth_year is not None
        wanted.setdefault("birth_year", months.year_of(wanted["birth"]) if known else None)
    made: list[Change] = []
    for each in fields(Person):
        if each.name not in wanted:
            continue
        old, new = value_of(person, each.name), wanted[each.name]
        derived = each.name in ("other_parties", "party_joined") and new == ABSENT
        if old != new and not (derived and old is None):
            made.append(Change(each.name, old, new))
    return tuple(made)


def with_changes(person: Person, changes: Sequence[Change]) -> Person:
    """Give the person with changed fields."""
    absent = set(names_of(person.absent))
    values: dict[str, Any] = {}
    for change in changes:
        values[change.field] = None if change.new == ABSENT else change.new
        absent.discard(change.field)
        if change.new == ABSENT:
            absent.add(change.field)
    return replace(person, **values, absent=text_of(absent))


def collections(whole: Whole, cleaned: CleanForm, tags: Sequence[str]) -> tuple[Rows, ...]:
    """List the rows that come and go; `tags` are the elements that say something new."""
    new = of_clean(cleaned, looked=False)
    made: list[Rows] = []
    if "JianLi" in tags and cleaned.careers is not None:
        kept = lay(_by_hand(whole.careers, new.careers), whole.corrections)
        made.append(Rows("career_entry", kept, whole.careers))
    if "JiangChengQingKuang" in tags and cleaned.rewards is not None:
        old = record_texts.deeds(whole.person.reward_text or "")
        made.append(_replaced("reward", whole.rewards, old.rewards, new.rewards))
        made.append(_replaced("sanction", whole.sanctions, old.sanctions, new.sanctions))
    if {"NianDuKaoHeJieGuo", YEARS} & set(tags) and cleaned.appraisals is not None:
        years = {each.year: each for each in whole.appraisals}
        put = tuple(
            replace(each, id=years[each.year].id) if each.year in years else each
            for each in new.appraisals
            if each.year not in years or years[each.year].result != each.result
        )
        made.append(Rows("appraisal", put))
    made.append(Rows("education", tuple(_educations(whole, cleaned))))
    made.append(Rows("person_mark", tuple(_marks(whole, cleaned))))
    return tuple(rows for rows in made if rows.put or rows.drop)


def _marks(whole: Whole, cleaned: CleanForm) -> Iterator[Mark]:
    """Give values of hand-entered elements that are new or others than before."""
    there = {each.element: each for each in whole.marks}
    for said in cleaned.marks:
        old = there.get(said.element)
        if old is None:
            yield said
        elif old.value != said.value:
            yield replace(old, value=said.value)


def family(whole: Whole, cleaned: CleanForm) -> Rows:
    """Replace the family list as a whole."""
    return Rows("relative", cleaned.relatives or (), whole.relatives)


def _by_hand(old: Sequence[CareerEntry], new: Sequence[CareerEntry]) -> tuple[CareerEntry, ...]:
    """Keep what was corrected by hand for lines whose dates and text stayed."""
    every: dict[Said, list[CareerEntry]] = {}
    for entry in old:
        every.setdefault(said_of(entry), []).append(entry)
    # With one post of a line put right, its other posts stay as they are too.
    corrected = {at: rows for at, rows in every.items() if any(row.by_hand for row in rows)}
    made: list[CareerEntry] = []
    used: set[Said] = set()
    for entry in new:
        if said_of(entry) not in corrected:
            made.append(entry)
        elif said_of(entry) not in used:
            used.add(said_of(entry))
            made += [
                replace(each, line=entry.line, id="", person="")
                for each in corrected[said_of(entry)]
            ]
    return tuple(made)


def _replaced(table: str, present: Sequence[R], old: Sequence[R], new: Sequence[R]) -> Rows:
    """Exchange the rows the old text gave for those of the new one; rows of other origin stay."""
    left = list(old)
    drop: list[R] = []
    kept = list(present)
    for row in present:
        if bare(row) in left:
            left.remove(bare(row))
            drop.append(row)
            kept.remove(row)
    wanted = list(new)
    for row in kept + drop:  # what is there already need not come again
        if bare(row) in wanted:
            wanted.remove(bare(row))
            if row in drop:
                drop.remove(row)
    return Rows(table, tuple(wanted), tuple(drop))


def _educations(whole: Whole, cleaned: CleanForm) -> list[Education]:
    """Take over what a form says of an education; what it leaves empty stays as it was."""
    made: list[Education] = []
    for said in cleaned.educations:
        old = shown_education(whole.educations, said.mode or "")
        if old is None:
            made.append(said)
            continue
        absent = set(names_of(said.absent))
        values = {
            n: getattr(said, n) for n in STUDIED if getattr(said, n) is not None or n in absent
        }
        if "degree" in values and "degree_level" not in values:
            values["degree_level"] = None
        kept = names_of(old.absent) - set(values)
        merged = replace(old, **values, absent=text_of(kept | absent))
        if merged != old:
            made.append(merged)
    return made
