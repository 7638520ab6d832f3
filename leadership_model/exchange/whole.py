"""A person with the collections a form shows, from a snapshot or from a cleaned form."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from leadership_model.exchange.clean import CleanForm
from leadership_model.people import codes
from leadership_model.people.career import CareerEntry
from leadership_model.people.correction import Correction
from leadership_model.people.gaps import ABSENT, text_of
from leadership_model.people.person import (
    Appraisal,
    Education,
    Mark,
    Person,
    Relative,
    Reward,
    Sanction,
)
from leadership_model.people.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """One person and what hangs on one; `photo` None = none, or not looked at."""

    person: Person
    educations: tuple[Education, ...] = ()
    careers: tuple[CareerEntry, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    rewards: tuple[Reward, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    relatives: tuple[Relative, ...] = ()
    corrections: tuple[Correction, ...] = ()
    marks: tuple[Mark, ...] = ()
    photo: bytes | None = None


def of_snapshot(
    snapshot: Snapshot,
    row: int,
    photo: bytes | None = None,
    *,
    tables: Container[str] | None = None,
) -> Whole:
    """Gather the person of a row of the people table; of collections all, or those named."""

    def rows(name: str) -> tuple[Any, ...]:
        if tables is not None and name not in tables:
            return ()
        table = snapshot[name]
        return tuple(table.record(each) for each in table.of(row))

    return Whole(
        person=snapshot.people.record(row),
        educations=rows("education"),
        careers=rows("career_entry"),
        appraisals=rows("appraisal"),
        rewards=rows("reward"),
        sanctions=rows("sanction"),
        relatives=rows("relative"),
        corrections=rows("correction"),
        marks=rows("person_mark"),
        photo=photo,
    )


def of_clean(cleaned: CleanForm, *, looked: bool = True) -> Whole:
    """Make the person a form describes all by itself, as in an empty base.

    Not `looked`: the photo need not be read.
    """
    values = {name: value for name, value in cleaned.said.items() if value != ABSENT}
    absent = {name for name, value in cleaned.said.items() if value == ABSENT}
    values.setdefault("name", None)
    return Whole(
        person=Person(id="", absent=text_of(absent), has_photo=cleaned.photo is not None, **values),
        educations=cleaned.educations,
        careers=cleaned.careers or (),
        appraisals=cleaned.appraisals or (),
        rewards=cleaned.rewards or (),
        sanctions=cleaned.sanctions or (),
        relatives=cleaned.relatives or (),
        marks=cleaned.marks,
        photo=cleaned.photo.read() if cleaned.photo is not None and looked else None,
    )


def shown_education(educations: tuple[Education, ...], mode: str) -> Education | None:
    """Choose the education of a mode that a form shows: the highest, of equals the latest."""
    ranks = codes.ranks("education")
    listed = [each for each in educations if each.mode == mode]
    return max(
        listed,
        key=lambda each: (ranks.get(each.schooling or "", -1), each.end or 0),
        default=None,
    )
