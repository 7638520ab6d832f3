"""The requirement sheet 任职要求 of a post: qualification conditions as one sentence."""

from leadership_model.conditions import sentence
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.structure.sensitive import EXAMPLE, cites_law


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
    sensitive = catalogue.sensitive_in(tree)
    if sensitive and not cites_law(basis):
        names = "、".join(sensitive)
        return f"“{names}”是敏感要素，只有写明法律依据才能作为任职资格（{EXAMPLE}）。"
    return ""
