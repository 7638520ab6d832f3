"""What the columns of a department's own sheets mean, kept by name and found again by headings.

Kept as one setting of the database. A column means an element of a form, one of the words of
`roster_headings`, a hand-entered element (MARK and its name), or nothing (IGNORED).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from leadership_model.errors import UserError
from leadership_model.exchange.roster_headings import IGNORED, WORDS, meaning

SETTING = "import.columns"
MARK = "mark:"
ALIKE = 0.8  # part of the headings two sheets must share to be of one kind
SHORTEST = 2  # characters of a known word inside a longer one


@dataclass(frozen=True, slots=True)
class Scheme:
    """The headings of a kind of sheet and what each that was decided about means."""

    name: str
    words: tuple[str, ...]
    columns: Mapping[str, str]


def read(text: str | None) -> tuple[Scheme, ...]:
    """Read the setting."""
    if not text:
        return ()
    try:
        return tuple(
            Scheme(str(name), tuple(map(str, each["words"])), dict(each["columns"]))
            for name, each in json.loads(text).items()
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError("栏目对应方案的设置已损坏，请重新设置") from error


def write(schemes: Iterable[Scheme]) -> str:
    """Write the setting."""
    made = {s.name: {"words": list(s.words), "columns": dict(s.columns)} for s in schemes}
    return json.dumps(made, ensure_ascii=False)


def kept(schemes: Sequence[Scheme], scheme: Scheme) -> tuple[Scheme, ...]:
    """Add a scheme; one of the same name, or for the same headings, gives way."""
    stay = (s for s in schemes if s.name != scheme.name and set(s.words) != set(scheme.words))
    return (*stay, scheme)


def fitting(schemes: Sequence[Scheme], words: Sequence[str]) -> Scheme | None:
    """Find the scheme for some headings: the one that shares most of them, and enough."""
    here = {each for each in words if each}
    best, found = ALIKE, None
    for scheme in schemes:
        there = set(scheme.words)
        share = len(here & there) / (len(here | there) or 1)
        if share >= best:
            best, found = share, scheme
    return found


def guess(word: str) -> str:
    """Guess what a heading nobody knows means: by the longest known word in it; empty for none."""
    inside = [
        (len(known), known)
        for words in WORDS.values()
        for known in words
        if len(known) >= SHORTEST and known in word and known != word
    ]
    return meaning(max(inside)[1]) if inside else ""


def choices() -> tuple[tuple[str, str], ...]:
    """List what a column can mean: (meaning, what a user calls it)."""
    named = tuple((tag, words[0]) for tag, words in WORDS.items() if tag != IGNORED)
    return ((IGNORED, "不读入"), *named)
