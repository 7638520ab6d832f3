"""Words of the question language: which need quotes, and how forgiving forms become plain ones.

Everything outside 「」 is made plain first: full-width signs and digits become narrow ones, and a
blank is put where 满24个月 or 近3年年度考核 left it out. Each character keeps its old place, so
that an error can be shown where it was typed.
"""

import re
from dataclasses import dataclass

KEYWORDS = frozenset(
    (
        *("且", "或", "非", "介于", "与", "包含", "属于", "已知", "待核", "无"),
        *("曾任", "现任", "从未任", "累计", "连续", "满", "个月", "年", "有", "没有"),
        *("近", "年年度考核", "不少于", "次"),
    )
)
WORD = re.compile(r"[^\s()\[\]{},=≠<>≥≤!「」]+")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
PIECES = re.compile(rf"「(?:[^」]|」」)*」|{WORD.pattern}|.", re.DOTALL)
PLAIN = str.maketrans(
    "＝！＜＞（）［］【】｛｝，．－０１２３４５６７８９\u3000", "=!<>()[][]{},.-0123456789 "
)
_SPAN = re.compile(r"(累计|连续)?(满)(?:(\d+(?:\.\d+)?)(个月|年)?)?|(累计|连续)(满)")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(个月|年)")
_YEARS = re.compile(r"(近)(\d+)(?:(年年度考核)(?:(\w+?)(?:(不少于)(?:(\d+)(次)?)?)?)?)?")
_YEARS_LATE = re.compile(r"(\d+)(年年度考核)")
_TIMES = re.compile(r"(不少于)(\d+)(次)?")
_TIMES_LATE = re.compile(r"(\d+)(次)")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made plain; `origins[i]` is where its character i stood in the text typed."""

    text: str
    origins: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Give the place in the text typed of a place in the plain text."""
        return self.origins[min(max(position, 0), len(self.origins) - 1)]


def plain(text: str) -> Plain:
    """Make a text plain outside of its quotes."""
    letters: list[str] = []
    origins: list[int] = []
    before = ""
    translated = _translate(text)
    for piece in PIECES.finditer(translated):
        parts = [piece.group()]
        if WORD.fullmatch(parts[0]):
            parts = split(parts[0], before)
        at = piece.start()
        for number, part in enumerate(parts):
            if number:
                letters.append(" ")
                origins.append(at)
            letters.extend(part)
            origins.extend(range(at, at + len(part)))
            at += len(part)
        before = parts[-1] if parts[-1].strip() else before
    return Plain("".join(letters), (*origins, len(text)))


def split(word: str, before: str = "") -> list[str]:
    """Split a word in which blanks were left out; `before` is the word in front of it."""
    shapes = [_SPAN, _YEARS, _TIMES]
    shapes += [_LENGTH] if before == "满" else []
    shapes += [_YEARS_LATE] if before == "近" else []
    shapes += [_TIMES_LATE] if before == "不少于" else []
    for shape in shapes:
        found = shape.fullmatch(word)
        if found:
            return [part for part in found.groups() if part]
    return [word]


def quote(text: str, *, name: bool = False) -> str:
    """Write a name or value, in 「」 where it would not be read as one plain word."""
    if _is_plain_word(text) and not (name and NUMBER.fullmatch(text)):
        return text
    return f"「{text.replace('」', '」」')}」"


def unquote(token: str) -> str:
    """Read what stands in quotes."""
    return token[1:-1].replace("」」", "」")


def _is_plain_word(text: str) -> bool:
    shapes = (_SPAN, _LENGTH, _YEARS, _YEARS_LATE, _TIMES, _TIMES_LATE)
    return (
        WORD.fullmatch(text) is not None
        and text not in KEYWORDS
        and text.translate(PLAIN) == text
        and not any(shape.fullmatch(text) for shape in shapes)
    )


def _translate(text: str) -> str:
    """Narrow the full-width signs outside of quotes; the length stays."""
    pieces = re.split(r"(「(?:[^」]|」」)*」)", text)
    return "".join(p if number % 2 else p.translate(PLAIN) for number, p in enumerate(pieces))
