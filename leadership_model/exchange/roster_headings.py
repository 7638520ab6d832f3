"""Which column of a roster holds what: the row of headings and the words used in it.

Rosters begin with a title and a unit; their headings stand on one row or on two, the upper one a
group (全日制教育) over several columns, broken by line feeds and padded with blanks.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from leadership_model import seed

TOP = 10  # rows in which headings are looked for
_BLANK = re.compile(r"[\s\u3000]+")
_BRACKETS = re.compile(r"[（(\[【][^（）()\[\]【】]*[)）\]】]")

# What a column is to us: an element of a form, or one of these, put together later.
NAME = "XingMing"
UNIT, PARTY, JOINED, POST, SHORT_POST = "unit", "party", "joined", "post", "short_post"
YEAR = "year:"  # with a year behind it: the 年度考核 of that year
IGNORED = "ignored"  # follows from something else: a number in order, an age
WORDS: Mapping[str, tuple[str, ...]] = {
    tag: tuple(words) for tag, words in seed.read("codes/roster_headings.toml").items()
}
_OF_YEAR = re.compile(r"((?:19|20)\d\d)(?:年度?|年度)?(?:年度)?考核(?:结果|等次|情况)?")
_MEANT = {word: tag for tag, words in WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the headings of a sheet stand and what each column is; `left` are columns not known."""

    row: int  # the lower one of two rows, counted from 0
    columns: Mapping[int, str]
    words: tuple[str, ...]
    left: tuple[str, ...]


def plain(text: str) -> str:
    """Give a heading without blanks, line feeds and what stands in brackets."""
    tight = _BLANK.sub("", text).replace("/", "").replace("、", "")
    return _BRACKETS.sub("", tight).rstrip(":：*") or tight


def meaning(word: str) -> str:
    """Give what a heading means; empty when it is not known."""
    found = _OF_YEAR.fullmatch(word)
    return _MEANT.get(word, "") or (f"{YEAR}{found[1]}" if found else "")


def find(
    rows: Sequence[Sequence[str]],
    decided: Callable[[Sequence[str]], Mapping[str, str]] | None = None,
) -> Heading | None:
    """Find the row with most known headings among the first ten; None without 姓名 in it.

    `decided` gives for the headings of a sheet what somebody said single ones mean.
    """
    best: tuple[int, int] | None = None
    for at, row in enumerate(rows[:TOP]):
        words = [plain(cell) for cell in row]
        if not set(words) & set(WORDS[NAME]):
            continue
        known = sum(1 for word in words if word in _MEANT)
        if best is None or known > best[0]:
            best = (known, at)
    if best is None:
        return None
    at = best[1]
    upper = [plain(cell) for cell in rows[at]]
    lower = [plain(cell) for cell in rows[at + 1]] if at + 1 < len(rows) else []
    two = _goes_on(upper, lower)
    words = _joined(upper, lower) if two else upper
    return _heading(at + 1 if two else at, words, {} if decided is None else decided(words))


def _goes_on(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Say whether the next row holds more headings: known words, none under 姓名."""
    names = [at for at, word in enumerate(upper) if word in WORDS[NAME]]
    if any(at < len(lower) and lower[at] for at in names):
        return False  # it is a person, or the headings once more
    filled = [word for word in lower if word]
    return bool(filled) and all(
        word in _MEANT or any(word in each for each in _MEANT) for word in filled
    )


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Join group and name; a group reaches on until the upper row has another word."""
    made, group = [], ""
    for at in range(max(len(upper), len(lower))):
        over = upper[at] if at < len(upper) else ""
        under = lower[at] if at < len(lower) else ""
        group = over or (group if under else "")
        whole = f"{group}{under}"
        made.append(under if whole not in _MEANT and under in _MEANT else whole)
    return made


def _heading(row: int, words: Sequence[str], decided: Mapping[str, str]) -> Heading:
    columns: dict[int, str] = {}
    left: list[str] = []
    taken: set[str] = set()
    for at, word in enumerate(words):
        tag = decided.get(word) or meaning(word)
        if not tag:
            if word:
                left.append(word)
        elif tag == IGNORED or tag in taken:
            if tag != IGNORED:
                left.append(word)
        else:
            columns[at] = tag
            taken.add(tag)
    # Both beside each other are different facts: the later one is that of 职级.
    if not decided and "任现职务层次时间" in words and "任现职级时间" in words:
        columns[words.index("任现职务层次时间")] = "RenZhiWuCengCiShiJian"
        columns[words.index("任现职级时间")] = "RenZhiJiShiJian"
        left = [each for each in left if each not in ("任现职务层次时间", "任现职级时间")]
    return Heading(row, columns, tuple(words), tuple(left))
