"""Which type size lets a text fit its box: sizes go down in half points, the pitch follows."""

import functools
import unicodedata

TWIPS_PER_POINT = 20


def width_of(text: str) -> float:
    """Measure a text in full-width characters; ASCII and other narrow characters count half."""
    return sum(map(_width_of, text))


@functools.cache
def _width_of(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def wrapped(text: str, room: float) -> int:
    """Count the lines a text takes at `room` full-width characters a line; at least one."""
    if len(text) <= room:  # nearly every cell: no character is wider than full width
        return 1
    lines, used = 1, 0.0
    for character in text:
        wide = _width_of(character)
        if used + wide > room:
            lines, used = lines + 1, 0.0
        used += wide
    return lines


def size_for(
    lines: list[str],
    width: int,
    height: int,
    *,
    largest: float = 14.0,
    smallest: float = 5.0,
    hanging: float = 0.0,
) -> float:
    """Give the largest size (points) at which the lines fit a box of `width` x `height` twips.

    `hanging` is how many full-width characters of each line stand before the wrapped ones; lines
    that wrap lose them. At the largest size the pitch is size + 2 points, below it size + 1.
    """
    size = largest
    while size > smallest:
        if _height(lines, width, size, hanging, largest) <= height / TWIPS_PER_POINT:
            return size
        size -= 0.5
    return smallest


def pitch_of(size: float, largest: float = 14.0) -> float:
    """Give the line pitch (points) that goes with a size."""
    return size + 2.0 if size >= largest else size + 1.0


def _height(lines: list[str], width: int, size: float, hanging: float, largest: float) -> float:
    room = width / TWIPS_PER_POINT / size
    rows = 0
    for line in lines:
        if hanging and width_of(line) > room:
            head = _head(line, hanging)
            rows += wrapped(line[head:], max(1.0, float(int(room - hanging))))
        else:
            rows += wrapped(line, max(1.0, float(int(room))))
    return rows * pitch_of(size, largest)


def _head(line: str, hanging: float) -> int:
    used = 0.0
    for at, character in enumerate(line):
        if used >= hanging:
            return at
        used += width_of(character)
    return len(line)
