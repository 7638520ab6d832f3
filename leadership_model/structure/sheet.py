"""The requirement sheet 任职要求 of a post: qualification conditions as one sentence."""

from dataclasses import dataclass

from leadership_model.conditions import sentence
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.people.snapshot import Snapshot
from leadership_model.structure.sensitive import refusal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A requirement sheet: a post that has it, what is asked, the legal basis recorded."""

    post: str
    condition: Condition
    basis: str


def canonical(text: str, catalogue: Catalogue) -> str:
    """Write a sentence in its one form; UserError (with the place) when it cannot be read."""
    return sentence.write(sentence.parse(text, catalogue))


def fault_in(text: str | None, basis: str | None, catalogue: Catalogue) -> str:
    """Say what is wrong with the sheet of a post; empty when nothing is.

    A sensitive element may stand in it only where a legal basis is cited.
    """
    if not text:
        return ""
    try:
        tree = sentence.parse(text, catalogue)
    except UserError as error:
        return error.sentence
    refused = refusal(tree, basis or "", catalogue)
    return f"{refused}，写在“法律依据”一栏。" if refused else ""


def sheets_in(snapshot: Snapshot, catalogue: Catalogue) -> tuple[Sheet, ...]:
    """List the different sheets of all posts; those that cannot be read are left out."""
    posts = snapshot.posts
    asked = zip(posts.raw("requires"), posts.raw("basis"), posts.raw("name"), strict=True)
    found: dict[tuple[str, str], str] = {}
    for text, basis, name in asked:
        if text:
            found.setdefault((text, basis or ""), name or "岗位")
    sheets = []
    for (text, basis), name in found.items():
        try:
            sheets.append(Sheet(name, sentence.parse(text, catalogue), basis))
        except UserError:
            continue  # nothing can be said of it
    return tuple(sheets)
