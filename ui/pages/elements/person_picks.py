"""Values of code lists as rows of a picker, with their codes."""

from collections.abc import Sequence

from leadership_model.people import codes, fields, row_fields
from leadership_model.people.row_kinds import RowField
from ui.pages.elements.person_work import Names
from ui.widgets.picker import Option


def options_in(code_list: str, listed: Sequence[str]) -> list[Option]:
    """Make rows of the values of a list (named where it has codes)."""
    known = {} if code_list in ("", "relations") else codes.values(code_list, "code")
    return [
        Option(text, text, str(known.get(text, "")), str(known.get(text, ""))) for text in listed
    ]


def of_field(name: str, names: Names, areas: Sequence[str]) -> list[Option]:
    """List what can be picked for a field of a person."""
    field = fields.BY_NAME[name]
    if field.kind == "unit":
        return options_in("", tuple(names.unit_ids))
    if field.kind == "area":
        return options_in("", areas)
    return options_in(field.codes, fields.options(name))


def of_row_field(field: RowField, names: Names, marks: Sequence[str]) -> list[Option]:
    """List what can be picked for a field of a row that hangs on a person."""
    if field.kind == "post":
        return options_in("", tuple(names.post_ids))
    if field.kind == "person":
        return options_in("", tuple(names.person_ids))
    if field.name == "element":
        return options_in("", marks)
    return options_in(field.codes, row_fields.options(field))
