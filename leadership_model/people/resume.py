"""The layout of 简历 text: lines with 其间 and 跨段 parts, read tolerantly, written in one form.

Written form: `YYYY.MM--YYYY.MM`, two blanks, text; an open end is nine blanks; continuation lines
start with 18 blanks; study inside one post stands in （其间：…）, items joined by ；; study that
crosses posts stands on a line of its own in （…） without 其间.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadership_model import months

INDENT = " " * 18  # as wide as "YYYY.MM--YYYY.MM  "
IMPORTANT = "--"  # a line that starts so (--重要职务重要经历：…) is a remark, no entry
SPANS = ("range", "open", "since", "month")

_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x1f]")
_BLANKS = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f]")
_DATE = (
    r"(?:(?:19|20)\d\d(?:\s*年\s*\d{1,2}\s*月(?:\d{1,2}日)?"
    r"|[.．。·,，/-]\d{1,2}(?![\d])(?:[.．/]\d{1,2}(?!\d))?"
    r"|[.．。·,，/-]\d{2}|\d{2}(?!年)))"
)
_DASH = r"(?:[-—–―－～~─﹣]+|至|到|一(?=\s*(?:19|20)\d\d|至今))"
_NOW = r"(?:至今|今|现在|目前)"
_HEAD = re.compile(rf"\s*(?:自|从)?(?P<a>{_DATE})\s*{_DASH}\s*(?:(?P<b>{_DATE})|(?P<now>{_NOW}))?")
_YEAR = re.compile(r"\s*(?:19|20)\d\d(?:\s*年?\s*[-—–―－～~─至]|[.．]\d)")
_SINGLE = re.compile(rf"\s*(?P<a>{_DATE})\s*(?P<since>起|以来)?[，,：:]?\s*")
_INSIDE = re.compile(r"\s*(?:其间|期间|其中)\s*[:：,，]?\s*")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_NUMBERS = re.compile(r"(\d{4})\D*(\d{1,2})")
_END_MARKS = " \t\u3000；;。，,、"


@dataclass(frozen=True, slots=True)
class Part:
    """One item in brackets under a line. `kind` 其间 or 跨段.

    `span` says how its time is written: range (two months), open (no end), since (…起) or month
    (a single month, where `end` equals `start`); start None = no date was found.
    """

    kind: str
    text: str
    start: int | None = None
    end: int | None = None
    span: str = "range"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a 简历: start <= month < end, end None = open; `raw` as it came.

    start None: the line begins with no possible date (a remark, a heading or a fault).
    """

    number: int
    text: str
    start: int | None = None
    end: int | None = None
    parts: tuple[Part, ...] = ()
    raw: str = ""

    @property
    def remark(self) -> bool:
        """Say whether the line is the closing block --重要职务重要经历."""
        return self.start is None and self.text.startswith(IMPORTANT)


def normalise(text: str) -> str:
    """Unify line ends, blanks and digits and take away characters nobody sees."""
    return _BLANKS.sub(" ", _UNSEEN.sub("", _BREAKS.sub("\n", text.translate(_DIGITS))))


def read(text: str) -> tuple[Line, ...]:
    """Split a 简历 into lines; every physical line ends up in the raw text of exactly one."""
    return tuple(_line(number, rows) for number, rows in enumerate(_groups(normalise(text))))


def write(lines: Iterable[Line], width: int | None = None) -> str:
    """Write lines in the one form; with `width` wrapped after so many full-width characters.

    A width below 12 counts as 12: a bracket and its two dates stay on one row.
    """
    return "\n".join(row for line in lines for row in _rows(line, width))


def faults(lines: Iterable[Line]) -> Iterator[tuple[int, str]]:
    """Name what cannot be in a 简历, as (line number, Chinese sentence)."""
    for line in lines:
        shown = line.text[:20]
        if line.start is None:
            if not line.remark and line.text:
                yield line.number, f"简历第 {line.number + 1} 行没有可识别的起止年月：{shown}"
        elif line.end is not None and line.end < line.start:
            yield line.number, f"简历第 {line.number + 1} 行的结束年月早于开始年月：{shown}"
        for part in line.parts:
            if part.start is None:
                yield (
                    line.number,
                    f"简历第 {line.number + 1} 行括号内的年月无法识别：{part.text[:20]}",
                )
            elif part.end is not None and part.end < part.start:
                yield line.number, f"简历第 {line.number + 1} 行括号内的结束年月早于开始年月"


def month_in(date: str) -> int | None:
    """Read the month of a date as a 简历 writes it; None when there is no such month."""
    found = _NUMBERS.match(date)
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    return months.of(int(found[1]), int(found[2]))


def _groups(text: str) -> Iterator[list[str]]:
    """Gather the physical lines of each entry."""
    rows: list[str] = []
    for row in text.split("\n"):
        if rows and not _begins(row, rows):
            rows.append(row)
            continue
        if rows:
            yield rows
        rows = [row]
    if any(row.strip() for row in rows):
        yield rows


def _begins(row: str, before: list[str]) -> bool:
    """Say whether a physical line begins a new entry (it starts with a year, mostly)."""
    stripped = row.strip()
    if not stripped or not any(each.strip() for each in before):
        return False
    if stripped.startswith(IMPORTANT) and len(stripped) > len(IMPORTANT):
        return True
    if not (_HEAD.match(row) or _YEAR.match(row)):
        return False
    deep = len(row) - len(row.lstrip()) >= 8
    inside = "".join(before)
    unclosed = sum(inside.count(c) for c in "（(") > sum(inside.count(c) for c in "）)")
    return not (deep and (unclosed or inside.rstrip().endswith(("（", "(", "，", "：", "、"))))


def _line(number: int, rows: list[str]) -> Line:
    raw = "\n".join(rows)
    kept = [row for row in rows if row.strip()]
    head = _HEAD.match(kept[0])
    start = month_in(head["a"]) if head else None
    end = month_in(head["b"]) if head and head["b"] else None
    if head is None or start is None or (head["b"] and end is None):
        return Line(number, "\n".join(row.strip() for row in kept), raw=raw)
    own: list[str] = [kept[0][head.end() :].strip(" \t\u3000：:")]
    parts: list[Part] = []
    for row in kept[1:]:
        if _crosses(row) and _closed("".join(own)):
            own.append("\n")
        own.append(row.strip())
    text = ""
    for at, piece in enumerate("".join(own).split("\n")):
        rest, found = _take_parts(piece, start, end, own_line=at > 0)
        text += rest
        parts += found
    return Line(number, text.strip(_END_MARKS), start, end, tuple(parts), raw)


def _crosses(row: str) -> bool:
    """Say whether a physical line is a bracket of its own without 其间, at the left edge."""
    return row[:1] in ("（", "(") and _SINGLE.match(row[1:]) is not None


def _closed(text: str) -> bool:
    return sum(text.count(c) for c in "（(") <= sum(text.count(c) for c in "）)")


def _take_parts(
    text: str, start: int, end: int | None, *, own_line: bool
) -> tuple[str, list[Part]]:
    """Take the brackets with dates out of a text; give what remains and the parts."""
    rest: list[str] = []
    parts: list[Part] = []
    for bracket, piece in _split_brackets(text):
        inner = piece[1:-1] if piece[-1:] in ("）", ")") else piece[1:]
        inside = _INSIDE.match(inner) if bracket else None
        if not bracket or not (inside or _SINGLE.match(inner)):
            rest.append(piece)
            continue
        for item in _items(inner[inside.end() :] if inside else inner):
            part = _part(item, "其间" if inside or not own_line else "跨段")
            parts.append(part if inside else _placed(part, start, end))
    return "".join(rest), parts


def _split_brackets(text: str) -> Iterator[tuple[bool, str]]:
    """Cut a text into pieces outside and inside the outermost brackets."""
    depth, begun = 0, 0
    for at, char in enumerate(text):
        if char in "（(":
            if depth == 0 and at > begun:
                yield False, text[begun:at]
            begun = at if depth == 0 else begun
            depth += 1
        elif char in "）)" and depth:
            depth -= 1
            if depth == 0:
                yield True, text[begun : at + 1]
                begun = at + 1
    if begun < len(text):
        yield depth > 0, text[begun:]


def _items(inner: str) -> list[str]:
    """Cut the inside of a bracket at ； where a date follows."""
    items: list[str] = []
    for piece in re.split(r"[；;]", inner):
        if items and not (_HEAD.match(piece) or _SINGLE.match(piece)):
            items[-1] += "；" + piece
        else:
            items.append(piece)
    return [item for item in (each.strip(_END_MARKS) for each in items) if item]


def _part(item: str, kind: str) -> Part:
    head = _HEAD.match(item)
    if head:
        start, end = month_in(head["a"]), month_in(head["b"]) if head["b"] else None
        if start is not None and not (head["b"] and end is None):
            text = item[head.end() :].strip(_END_MARKS)
            return Part(kind, text, start, end, "range" if head["b"] else "open")
    single = _SINGLE.match(item)
    start = month_in(single["a"]) if single and not head else None
    if single is None or start is None:
        return Part(kind, item, None, None, "month")
    text = item[single.end() :].strip(_END_MARKS)
    if single["since"]:
        return Part(kind, text, start, None, "since")
    return Part(kind, text, start, start, "month")


def _placed(part: Part, start: int, end: int | None) -> Part:
    """Decide by its time whether a bracket without 其间 crosses the borders of its post."""
    if part.kind == "跨段" or part.start is None:
        return part
    late = end is not None and part.end is not None and part.end > end
    if part.start < start or late:
        return Part("跨段", part.text, part.start, part.end, part.span)
    return part


def _rows(line: Line, width: int | None) -> Iterator[str]:
    if line.start is None:
        yield from line.text.split("\n")
        return
    end = months.show(line.end) if line.end is not None else " " * 7
    first, *more = _wrapped(line.text, width)
    yield f"{months.show(line.start)}--{end}  {first}"
    yield from (INDENT + row for row in more)
    waiting: list[str] = []
    for part in line.parts:
        if part.kind == "跨段":
            yield from _bracket(waiting, "（其间：", INDENT, width)
            waiting = []
            yield from _bracket([_shown(part)], "（", "", width)
        else:
            waiting.append(_shown(part))
    yield from _bracket(waiting, "（其间：", INDENT, width)


def _bracket(items: list[str], opening: str, indent: str, width: int | None) -> Iterator[str]:
    if items:
        first, *more = _wrapped(opening + "；".join(items) + "）", width)
        yield indent + first
        yield from (INDENT + row for row in more)


def _shown(part: Part) -> str:
    if part.start is None:
        return part.text
    start = months.show(part.start)
    if part.span == "month":
        return start + part.text
    if part.span == "since":
        return f"{start}起{part.text}"
    return f"{start}--{months.show(part.end) if part.end is not None else ''}{part.text}"


def _wrapped(text: str, width: int | None) -> list[str]:
    """Cut a text into rows of `width` full-width characters; numbers and blanks stay together."""
    if width is None:
        return [text]
    rows, used = [""], 0
    for piece in re.findall(r"[\d.\-\s]+|.", text):
        wide = sum(1 if ord(char) < 256 else 2 for char in piece)
        if used and used + wide > 2 * max(width, 12) and not piece[0].isspace():
            rows.append("")
            used = 0
        rows[-1] += piece
        used += wide
    return rows
