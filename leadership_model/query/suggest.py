"""What may stand next in a question that is being typed: names, signs, values, keywords."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.conditions import words
from leadership_model.conditions.check import ROWS
from leadership_model.elements.catalogue import Catalogue

_SIGNS = ("=", "≠", ">", ">=", "<", "<=", "==", "!=", "≥", "≤")
_STARTS = ("且", "或", "(", "[", "非", "")


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Words that may replace what stands from `start` to the place of typing."""

    start: int
    typed: str
    words: tuple[str, ...]


def suggest(text: str, place: int, catalogue: Catalogue, values: Sequence[str] = ()) -> Suggestions:
    """List what may stand at a place, by the word before it; the caller narrows by what is typed.

    `values` are those of an open element, see `element_before`.
    """
    head = text[:place]
    typed = re.search(r"[^\s()\[\]{},，、（）=≠<>≥≤!]*$", head)
    start = typed.start() if typed is not None else place
    return Suggestions(start, head[start:], _next(_tokens(head[:start]), catalogue, values))


def element_before(text: str, place: int) -> str:
    """Give the name of the element whose value stands at a place; empty when none does."""
    found = re.search(
        r"([^\s()\[\]{},=≠<>≥≤!]+)\s*(?:=|≠|[<>]=?|≥|≤|属于\s*\{[^}]*|包含|介于)\s*[^\s=<>{},]*$",
        text[:place].translate(words.PLAIN),
    )
    return found.group(1) if found else ""


def _tokens(text: str) -> list[str]:
    return re.findall(
        r"[<>!=]=|[()\[\]{},=≠<>≥≤]|[^\s()\[\]{},=≠<>≥≤!]+", text.translate(words.PLAIN)
    )


def _next(tokens: list[str], catalogue: Catalogue, values: Sequence[str]) -> tuple[str, ...]:
    last = tokens[-1] if tokens else ""
    names, filters = tuple(catalogue.element_names()), tuple(catalogue.filter_names())
    if last in ("曾任", "现任", "从未任"):
        return filters
    if last in ("有", "没有"):
        return ROWS
    if last in _SIGNS or last in ("属于", "包含", "介于", "{", "与") or _in_braces(tokens):
        return tuple(map(words.quote, values))
    if last in _STARTS:
        return (*names, "曾任", "现任", "从未任", "有", "没有", "近", "非")
    if last in names:
        return (*_SIGNS[:6], "属于", "包含", "介于", "已知", "待核", "无")
    if last in filters:
        return ("满", "连续", "且", "或")
    if last == "近":
        return ("3 年年度考核", "5 年年度考核")
    if last == "年年度考核":
        return ("优秀", "称职", "基本称职", "不称职")
    return ("且", "或", "不少于", "满", "个月", "次")


def _in_braces(tokens: list[str]) -> bool:
    opened = [i for i, token in enumerate(tokens) if token == "{"]
    return bool(opened) and "}" not in tokens[opened[-1] :]
