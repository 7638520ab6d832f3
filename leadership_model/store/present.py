"""Models and portraits by the present names of what they speak of: their rows are never rewritten.

A version that was published says what it said then. An own code entry, or an area, that has been
renamed since is known there by a spelling; whoever reads it is given the present name.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.renaming import present_names

if TYPE_CHECKING:
    from leadership_model.elements.catalogue import Catalogue
    from leadership_model.elements.renaming import Names
    from leadership_model.structure.model import Model, Portrait


Read = Callable[[], "Catalogue"]


def models(
    found: "Iterable[Model]", read: Read, own: Iterable[OwnCode] | None = None
) -> "tuple[Model, ...]":
    """Put the present names into models; `own`: the entries, those laid if None.

    `read` gives the catalogue; it is asked only where anything was ever renamed.
    """
    known = present_names(codes.own() if own is None else own)
    if not known:
        return tuple(found)
    from leadership_model.structure import renaming

    catalogue = read()
    return tuple(renaming.model(each, catalogue, naming(known)) for each in found)


def portraits(
    found: "Iterable[Portrait]", read: Read, own: Iterable[OwnCode]
) -> "tuple[Portrait, ...]":
    """Put the present names into general portraits."""
    known = present_names(own)
    if not known:
        return tuple(found)
    from leadership_model.structure import renaming

    catalogue = read()
    return tuple(renaming.portrait(each, catalogue, naming(known)) for each in found)


def naming(known: Mapping[tuple[str, str], str]) -> "Names":
    """Give the function that says the present name of an entry of a list."""

    def called(listed: str, name: str) -> str:
        return known.get((listed, name), name)

    return called
