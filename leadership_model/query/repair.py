"""A kept question whose element or experience was retired or is gone: what would help it.

A retired name is still understood: the question can be asked, but is warned of. A name that is
gone cannot; its lines are asked by another element, or left out.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from leadership_model.conditions import check, words
from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.sentence import parse, write
from leadership_model.conditions.tree import (
    All,
    Career,
    Condition,
    Exists,
    Grades,
    Leaf,
    Not,
    Part,
    Some,
)
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.query.asking import lines

MOST = 5  # names offered in the place of one
LIKE = 0.3  # how alike two names are at least, 0 to 1


@dataclass(frozen=True, slots=True)
class Trouble:
    """A name a question asks by, what became of it, and names that could stand in its place."""

    name: str
    kind: Literal["gone", "retired"]
    of: Literal["要素", "经历"]
    lines: tuple[str, ...]
    offers: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Say it to the user."""
        if self.kind == "retired":
            return f"{self.of}“{self.name}”已停用，仍按停用前的定义查询"
        return f"{self.of}“{self.name}”已不存在，无法查询“{'”“'.join(self.lines)}”"


class _Ranks(dict[str, int]):
    """An order every value belongs to."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class _Lenient:
    """The names of a catalogue; of one it lacks anything may be asked."""

    catalogue: Catalogue
    sentence: str
    _guessed: dict[str, Meaning] = field(default_factory=dict)

    def meaning(self, name: str) -> Meaning | None:
        """Say what a name means, or may have meant."""
        known = self.catalogue.meaning(name)
        if known is None and name not in self._guessed:
            among = re.search(rf"{re.escape(name)}」?\s*包含", self.sentence)
            ranks = _Ranks({"": 0})
            kind: Literal["set", "choice"] = "set" if among else "choice"
            self._guessed[name] = Meaning(name, kind, ranks=ranks, open_values=True)
        return known or self._guessed[name]

    def filter_parts(self, name: str) -> tuple[Part, ...]:
        """Give the parts of a filter; one that is gone has none."""
        return self.catalogue.filter_parts(name) or ()

    def row_meaning(self, rows: str, name: str) -> Meaning | None:
        """Say what a name means inside brackets."""
        return self.catalogue.row_meaning(rows, name)

    def element_names(self) -> Sequence[str]:
        """List the names of all elements."""
        return self.catalogue.element_names()

    def filter_names(self) -> Sequence[str]:
        """List the names of all experience filters."""
        return self.catalogue.filter_names()


def understood(sentence: str, catalogue: Catalogue) -> Condition:
    """Read a sentence whatever became of its names; UserError when it is wrong otherwise."""
    return parse(sentence, _Lenient(catalogue, words.plain(sentence).text))


def troubles(sentence: str, catalogue: Catalogue) -> tuple[Trouble, ...]:
    """List what ails a kept sentence, each name once; UserError when it is wrong otherwise."""
    asked: dict[tuple[str, Literal["要素", "经历"]], list[Leaf]] = {}
    for leaf in lines(understood(sentence, catalogue)):
        for name, of in _names(leaf):
            asked.setdefault((name, of), []).append(leaf)
    return tuple(
        found
        for (name, of), leaves in asked.items()
        if (found := _trouble(name, of, leaves, catalogue)) is not None
    )


def _names(leaf: Leaf) -> Iterator[tuple[str, Literal["要素", "经历"]]]:
    match leaf:
        case Career(_, what):
            if isinstance(what, str):
                yield what, "经历"
        case Exists() | Grades():
            return
        case _:
            yield leaf.name, "要素"


def _trouble(
    name: str, of: Literal["要素", "经历"], leaves: Sequence[Leaf], catalogue: Catalogue
) -> Trouble | None:
    known = catalogue.element(name) if of == "要素" else catalogue.filter(name)
    if known is not None and not known.retired:
        return None
    listed = catalogue.element_names() if of == "要素" else catalogue.filter_names()
    fitting = [each for each in listed if all(_fits(leaf, each, catalogue) for leaf in leaves)]
    likeness = {each: difflib.SequenceMatcher(None, name, each).ratio() for each in fitting}
    near = [each for each in fitting if likeness[each] >= LIKE]
    near.sort(key=lambda each: (-likeness[each], each))
    asked = tuple(dict.fromkeys(map(write, leaves)))
    return Trouble(name, "gone" if known is None else "retired", of, asked, tuple(near[:MOST]))


def _fits(leaf: Leaf, name: str, catalogue: Catalogue) -> bool:
    try:
        _renamed(leaf, name, catalogue)
    except UserError:
        return False
    return True


def _renamed(leaf: Leaf, name: str, catalogue: Catalogue) -> Leaf:
    match leaf:
        case Career():
            return replace(leaf, what=name)
        case Exists() | Grades():
            return leaf
        case _:
            return check.fit_part(replace(leaf, name=name), check.element(name, catalogue))


def repaired(
    sentence: str, catalogue: Catalogue, instead: Mapping[str, str | None]
) -> Condition | None:
    """Ask by other names, or (None) leave the lines of a name out; None when nothing is left."""
    return _mended(understood(sentence, catalogue), catalogue, instead)


def _mended(
    node: Condition, catalogue: Catalogue, instead: Mapping[str, str | None]
) -> Condition | None:
    match node:
        case All(parts) | Some(parts):
            made = [_mended(part, catalogue, instead) for part in parts]
            kept = tuple(each for each in made if each is not None)
            return (replace(node, parts=kept) if len(kept) > 1 else kept[0]) if kept else None
        case Not(part):
            inner = _mended(part, catalogue, instead)
            return None if inner is None else Not(inner)
        case _:
            for name, _ in _names(node):
                if name in instead:
                    other = instead[name]
                    return None if other is None else _renamed(node, other, catalogue)
            return node
