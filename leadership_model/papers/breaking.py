"""Texts broken into lines the way Chinese is set: no closing mark begins a line.

Widths are in full-width characters. A stretch of ASCII letters or digits stays together unless it
is longer than a line.
"""

import re
import unicodedata
from collections.abc import Iterator

NEVER_FIRST = frozenset("，。、；：？！）》」』】〕”’％%…)],.;:?!")
NEVER_LAST = frozenset("（《「『【〔“‘([")
# How wide the usual faces draw what is not full width.
NARROW, CAPITAL, DIGIT, BLANK = 0.54, 0.72, 0.55, 0.3
_PIECES = re.compile(r"[A-Za-z0-9.\-+/%]+|.", re.DOTALL)


def width_of(text: str) -> float:
    """Measure a text as it is drawn."""
    return sum(_wide(character) for character in text)


def _wide(character: str) -> float:
    if character == " ":
        return BLANK
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character.isdigit():
        return DIGIT
    return CAPITAL if character.isupper() or character in "%～" else NARROW


def lines(text: str, room: float, first: float = 0.0) -> list[str]:
    """Break a text into lines of at most `room`; `first` is taken off the first line.

    A line feed always ends a line. A closing mark that finds no room takes the character before
    it along into the next line.
    """
    found: list[str] = []
    for number, part in enumerate(text.split("\n")):
        found += _broken(part, room, first if number == 0 else 0.0)
    return found


def _broken(text: str, room: float, first: float) -> list[str]:
    found, line, used = [], "", first
    for piece in _pieces(text, room - first):
        wide = width_of(piece)
        if line and used + wide > room:
            ended, carried = _ends(line, piece)
            if width_of(carried) + wide > room:
                ended, carried = line, ""  # marks alone would fill the line
            found.append(ended)
            line, used = carried, width_of(carried)
        line += piece
        used += wide
    found.append(line)
    return found


def _ends(line: str, following: str) -> tuple[str, str]:
    """Give the line as it ends, and what goes over to the next one with the piece that follows."""
    cut = len(line)
    if following[0] in NEVER_FIRST:
        cut -= 1
        while cut > 1 and line[cut] in NEVER_FIRST:
            cut -= 1
    while cut > 1 and line[cut - 1] in NEVER_LAST:
        cut -= 1
    return (line[:cut], line[cut:]) if cut > 0 else (line, "")


def _pieces(text: str, room: float) -> Iterator[str]:
    """Give what is not parted: single characters, and words unless they are too long."""
    for found in _PIECES.finditer(text):
        piece = found.group()
        if width_of(piece) > room:
            yield from piece
        else:
            yield piece
