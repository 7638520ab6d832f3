"""What saving writes, as values: an edit that can be taken back. No Qt here."""

from dataclasses import replace
from typing import TYPE_CHECKING

from leadership_model.people import fields, revise
from leadership_model.people.areas import Areas
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person

if TYPE_CHECKING:
    from leadership_model.store.editing import Edit


def of_person(
    before: Person,
    after: Person,
    careers: tuple[CareerEntry, ...],
    areas: Areas,
    units: dict[str, str],
) -> "Edit":
    """Make the edit of a person; where the 简历 changed, the entries of the changed lines too."""
    from leadership_model.store.editing import Edit

    if before.resume == after.resume:
        return Edit(before, after)
    made = revise.revise(careers, after.resume or "", after.id, areas, units)
    put = {each.id for each in made.put}
    replaced = tuple(each for each in careers if each.id in put)
    return Edit(before, after, made.put, made.drop, replaced)


def title_of(before: Person, after: Person) -> str:
    """Name an edit for 撤销: 修改 张三 的性别、简历."""
    labels = [fields.LABELS[name] for name in fields.changed(before, after)]
    shown = "、".join(labels[:3]) + (f"等 {len(labels)} 项" if len(labels) > 3 else "")
    return f"修改 {after.name or '干部'} 的{shown}"


def trimmed(person: Person) -> Person:
    """Take blanks at the end of the 简历 away, as the form is written."""
    if person.resume is None:
        return person
    return replace(person, resume=person.resume.rstrip() or None)
