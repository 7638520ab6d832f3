"""简历 laid out by the rules: two hyphens, two blanks, 18 blanks before what goes on, brackets.

What is laid out already stays letter for letter; a text that would lose a word stays as it came.
"""

import re
from collections.abc import Sequence

from leadership_model.people import resume
from leadership_model.people.career import CareerEntry

WIDTH = 21  # full-width characters of a row behind its dates, at 14 points
_ALIKE = str.maketrans("（）：；，", "():;,")
_WORDS = re.compile(r"[^\W\d_]")
_TIME = re.compile(r"其间|期间|其中|至今|现在|目前|以来|[年月日至到今自从一起]")


def laid_out(text: str, width: int | None = WIDTH) -> str:
    """Lay a 简历 out; rows longer than `width` go on below, None = one row for each entry."""
    plain = text.strip("\n")
    lines = resume.read(plain)
    if _loose(plain) in (_loose(resume.write(lines)), _loose(resume.write(lines, WIDTH))):
        return plain
    made = resume.write(lines, width)
    return made if _said(made) == _said(plain) else text


def _loose(text: str) -> str:
    """Make brackets and stops alike, half-width or full."""
    return text.translate(_ALIKE)


def _said(text: str) -> str:
    """Give the words of a text without those that only say when."""
    return "".join(_WORDS.findall(_TIME.sub("", resume.normalise(text))))


def composed(careers: Sequence[CareerEntry]) -> str:
    """Write the 简历 of entries that came without one, the posts of a line joined by 、."""
    lines: dict[int, list[CareerEntry]] = {}
    for entry in careers:
        lines.setdefault(entry.line, []).append(entry)
    made = []
    for number, entries in sorted(lines.items()):
        main = [each for each in entries if each.kind in ("任职", "学习")]
        parts = tuple(
            resume.Part(each.kind or "其间", each.text or "", each.start, each.end, _span(each))
            for each in entries
            if each not in main
        )
        first = main[0] if main else entries[0]
        texts = dict.fromkeys(each.text or "" for each in main)
        text = "、".join(each for each in texts if each)
        made.append(resume.Line(number, text, first.start, first.end, parts if main else ()))
    return resume.write(line for line in made if line.text or line.parts)


def _span(entry: CareerEntry) -> str:
    if entry.end is None:
        return "since"
    return "month" if entry.end == entry.start else "range"
