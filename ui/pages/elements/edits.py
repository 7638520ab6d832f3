"""What saving writes, as values: edits that can be taken back. No Qt here."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from leadership_model.changes import Changes
from leadership_model.people import fields, revise
from leadership_model.people.areas import Areas
from leadership_model.people.career import CareerEntry
from leadership_model.people.correction import Correction
from leadership_model.people.person import Person

if TYPE_CHECKING:
    from leadership_model.store.joint import JointEdit

Rows = tuple[Any, ...]
# Changes of these are told person by person, and a form shows none of anybody else's.
OF_PEOPLE = {"person", "photo", "career_entry", "tenure", "education", "appraisal", "reward"} | {
    "sanction",
    "relative",
    "kinship",
    "reserve",
    "training",
}


def of_person(
    before: Person,
    after: Person,
    careers: tuple[CareerEntry, ...],
    areas: Areas,
    units: dict[str, str],
    rows: tuple[Rows, Rows] = ((), ()),
    photo: tuple[bytes | None, bytes | None] = (None, None),
    corrections: tuple[Correction, ...] = (),
) -> "JointEdit":
    """Make the edit of a person with rows and photo (before, after).

    Where the 简历 changed, the entries of the changed lines go with it.
    """
    from leadership_model.store.joint import JointEdit, Picture

    old, new = list(rows[0]), list(rows[1])
    if before.resume != after.resume:
        text = after.resume or ""
        made = revise.revise(careers, text, after.id, areas, units, corrections=corrections)
        put = {each.id for each in made.put}
        old += [each for each in careers if each.id in put]
        old += [each for each in made.drop if each.id not in put]
        new += made.put
    pictures: tuple[Picture, ...] = ()
    if photo[0] != photo[1]:
        pictures = (Picture(after.id, *photo),)
        after = replace(after, has_photo=photo[1] is not None)
    return JointEdit((before, *old), (after, *new), pictures)


def title_of(name: str | None, labels: list[str]) -> str:
    """Name an edit for 撤销: 修改 张三 的性别、简历."""
    shown = "、".join(labels[:3]) + (f"等 {len(labels)} 项" if len(labels) > 3 else "")
    return f"修改 {name or '干部'} 的{shown}"


def trimmed(person: Person) -> Person:
    """Take blanks at the end of the 简历 away, as the form is written."""
    if person.resume is None:
        return person
    return replace(person, resume=person.resume.rstrip() or None)


def concern(changes: Changes, person: str, kin: Rows) -> bool:
    """Say whether what is shown of a person may look otherwise; `kin` are the kinships shown."""
    if changes.people is None or not changes.kinds <= OF_PEOPLE:
        return True
    ids = {id for each in kin for id in (each.person, each.relative)}
    return not changes.people.isdisjoint(ids | {person})


def carried(onto: Person, source: Person, name: str) -> Person:
    """Give a person one field of another record, with its state."""
    columns = ("birth", "birth_date", "birth_year") if name == "birth" else (name,)
    emptied = fields.with_state(onto, name, "absent" if source.is_absent(name) else "unknown")
    return replace(emptied, **{column: getattr(source, column) for column in columns})
