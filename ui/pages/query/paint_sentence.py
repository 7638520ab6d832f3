"""The colours of a sentence: names and values stand out, the words between them step back."""

import html
import re

from leadership_model.conditions.words import KEYWORDS
from ui import theme

SIGNS = {">=": "≥", "<=": "≤"}
_PIECES = re.compile(r"「(?:[^」]|」」)*」|[<>]=|[()\[\]{},=≠<>]|[^\s()\[\]{},=≠<>「」]+|\s+")
_VALUE_AFTER = frozenset(
    ("=", "≠", ">", "<", ">=", "<=", "包含", "介于", "与", "曾任", "现任", "从未任")
)
_VALUE_AFTER_TOO = frozenset(("满", "不少于", "近", "{", "年年度考核"))


def markup(sentence: str) -> str:
    """Write a sentence as rich text in the colours in force."""
    accent, quiet = theme.tokens().accent, theme.tokens().text2
    parts, before, braces = [], "", 0
    for piece in _PIECES.findall(sentence):
        if piece.isspace():
            parts.append(" ")
            continue
        braces += (piece == "{") - (piece == "}")
        shown = html.escape(SIGNS.get(piece, piece))
        value = before in _VALUE_AFTER or before in _VALUE_AFTER_TOO or (braces and piece != ",")
        if value and piece not in ("{", "}", "[", "("):
            parts.append(f'<span style="color:{accent}">{shown}</span>')
        elif piece in KEYWORDS:
            parts.append(f'<span style="color:{quiet}">{shown}</span>')
        else:
            parts.append(shown)
        before = piece
    return "".join(parts)
