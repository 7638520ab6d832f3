"""A 简历 carried on: the open line is closed, the next one begun."""

import re
from dataclasses import replace

from leadership_model import months
from leadership_model.people import resume

_DATES = re.compile(r"^\s*\d{4}[.．\-/年]?\d{1,2}月?\s*[-—–─－~～]*\s*(至今|至|今)?\s*")


def carried_on(text: str, month: int, words: str, *, begins: bool = True) -> str:
    """Close the open line of a 简历 with a month and begin one with `words` (unless not `begins`).

    Without words, or where the open line began later, the text stays. Notes at the end stay there.
    """
    lines = list(resume.read(text)) if text.strip() else []
    last = next((at for at, each in enumerate(lines) if _is_open(each)), None)
    if not words or (last is not None and month <= (lines[last].start or 0)):
        return text
    if last is not None:
        rows = lines[last].raw.split("\n")
        start = months.show(lines[last].start or 0)
        rows[0] = f"{start}--{months.show(month)}  {_DATES.sub('', rows[0])}"
        lines[last] = replace(lines[last], raw="\n".join(rows))
    body = [each.raw for each in lines]
    end = next((at for at, each in enumerate(lines) if each.remark), len(body))
    fresh = [f"{months.show(month)}--{' ' * 7}  {words}"] if begins else []
    return "\n".join([*body[:end], *fresh, *body[end:]])


def _is_open(line: resume.Line) -> bool:
    return line.start is not None and line.end is None
