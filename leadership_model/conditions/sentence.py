"""The question language: a condition as one Chinese sentence, and the sentence as a condition.

`年龄 <= 42 且 学历 >= 大学 且 (性别 = 女 或 民族 ≠ 汉族) 且 曾任 乡镇党政正职 满 24 个月`.
`write` gives the one canonical form: single blanks, signs = ≠ > >= < <=, brackets only where
needed, spans in months. Reading it again gives the same tree.
"""

import functools
from typing import Any, assert_never

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from leadership_model.conditions import reading, words
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.reading import SentenceError
from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Condition,
    Contains,
    Exists,
    Grades,
    Is,
    Not,
    Part,
    Some,
    Value,
    Within,
)

__all__ = ["SentenceError", "parse", "parse_parts", "write", "write_parts"]

DEEPEST = 60  # brackets inside brackets; nobody reads more, and recursion has an end
GRAMMAR = r"""
question: both (_OR both)*
both: one (_AND one)*
?one: _NOT "(" question ")" -> negated | "(" question ")" | leaf
?leaf: part | career | exists | grades
?part: name OP value -> compare
     | name _BETWEEN value _WITH value -> between
     | name _AMONG "{" value ("," value)* "}" -> within
     | name _CONTAINS value -> contains
     | name (KNOWN | PENDING | NONE) -> state
career: (EVER | NOW | NEVER) (name | bracketed) [[SUM | LONGEST] _FULL NUMBER (MONTHS | YEARS)]
exists: (HAS | LACKS) WORD bracketed
grades: _LAST NUMBER _APPRAISALS value _AT_LEAST NUMBER _TIMES
bracketed: "[" [part ("," part)*] "]"
parts: part ("," part)*
name: WORD | QUOTED
value: WORD | NUMBER | QUOTED

OP: /!=|<>|[<>]=|==|[<>=≠≥≤]/
QUOTED: /「(?:[^」]|」」)*」/
WORD: /[^\s()\[\]{},=≠<>≥≤!「」]+/
_AND: "且"
_OR: "或"
_NOT: "非"
_BETWEEN: "介于"
_WITH: "与"
_AMONG: "属于"
_CONTAINS: "包含"
KNOWN: "已知"
PENDING: "待核"
NONE: "无"
EVER: "曾任"
NOW: "现任"
NEVER: "从未任"
SUM: "累计"
LONGEST: "连续"
_FULL: "满"
MONTHS: "个月"
YEARS: "年"
HAS: "有"
LACKS: "没有"
_LAST: "近"
_APPRAISALS: "年年度考核"
_AT_LEAST: "不少于"
_TIMES: "次"
%declare NUMBER
%ignore /\s+/
"""
EXPECTED = {
    "WORD": "名称或值",
    "QUOTED": "",
    "NUMBER": "数字",
    "OP": "比较符号",
    "LPAR": "“(”",
    "RPAR": "“)”",
    "LSQB": "“[”",
    "RSQB": "“]”",
    "LBRACE": "“{”",
    "RBRACE": "“}”",
    "COMMA": "“,”",
    "$END": "句子结束",
}


def parse(text: str, names: Names) -> Condition:
    """Read a question; SentenceError says where it cannot be understood and what may stand there.

    Names and values are checked and typed by the catalogue: `年龄 >= 大学` is refused.
    """
    typed = words.plain(text)
    return reading.Reader(typed, names).condition(_tree(text, typed, "question"))


def parse_parts(text: str, names: Names, rows: str = "履历") -> tuple[Part, ...]:
    """Read what stands inside the brackets of a question about rows: parts joined by commas."""
    typed = words.plain(text)
    return reading.Reader(typed, names).parts(_tree(text, typed, "parts"), rows)


def write(tree: Condition) -> str:
    """Write a condition in its canonical form."""
    match tree:
        case All(parts):
            return " 且 ".join(_inner(part, (All, Some)) for part in parts)
        case Some(parts):
            return " 或 ".join(_inner(part, (Some,)) for part in parts)
        case Not(Career("曾任", what, measure, months)):
            return _career("从未任", what, measure, months)
        case Not(Exists(rows, wanted)):
            return f"没有 {rows} [{write_parts(wanted)}]"
        case Not(part):
            return f"非 ({write(part)})"
        case Career(mode, what, measure, months):
            return _career(mode, what, measure, months)
        case Exists(rows, wanted):
            return f"有 {rows} [{write_parts(wanted)}]"
        case Grades(years, grade, times):
            return f"近 {years} 年年度考核 {words.quote(grade)} 不少于 {times} 次"
        case Compare() | Between() | Within() | Contains() | Is():
            return _part(tree)
        case _:
            assert_never(tree)


def write_parts(parts: tuple[Part, ...]) -> str:
    """Write parts as they stand inside brackets."""
    return ", ".join(_part(part) for part in parts)


def _inner(part: Condition, bracketed: tuple[type, ...]) -> str:
    return f"({write(part)})" if isinstance(part, bracketed) else write(part)


def _part(part: Part) -> str:
    name = words.quote(part.name, name=True)
    match part:
        case Compare(_, op, value):
            return f"{name} {op} {_value(value)}"
        case Between(_, low, high):
            return f"{name} 介于 {_value(low)} 与 {_value(high)}"
        case Within(_, values):
            return f"{name} 属于 {{{', '.join(_value(value) for value in values)}}}"
        case Contains(_, value):
            return f"{name} 包含 {_value(value)}"
        case Is(_, state):
            return f"{name} {state}"
        case _:
            assert_never(part)


def _value(value: Value) -> str:
    if isinstance(value, str):
        return words.quote(value)
    return str(value) if isinstance(value, int) else _decimal(value)


def _decimal(value: float) -> str:
    """Write a number without an exponent, in as few digits as give it back."""
    text = repr(value)
    return text if "e" not in text else f"{value:.20f}".rstrip("0").ljust(3, "0")


def _career(mode: str, what: str | tuple[Part, ...], measure: str, months: int | None) -> str:
    asked = words.quote(what, name=True) if isinstance(what, str) else f"[{write_parts(what)}]"
    if months is None:
        return f"{mode} {asked}"
    longest = "连续 " if measure == "连续" else ""
    return f"{mode} {asked} {longest}满 {months} 个月"


@functools.cache
def _parser() -> Lark:
    return Lark(
        GRAMMAR,
        parser="lalr",
        lexer="basic",
        start=["question", "parts"],
        propagate_positions=True,
        maybe_placeholders=False,
        lexer_callbacks={"WORD": _retype},
    )


def _retype(token: Token) -> Token:
    """Call a word that is a number a number; its text is kept."""
    if words.NUMBER.fullmatch(token):
        return Token.new_borrow_pos("NUMBER", str(token), token)
    return token


def _tree(text: str, typed: words.Plain, start: str) -> Tree[Token]:
    if not typed.text.strip():
        raise SentenceError("还没有写条件，例如：年龄 <= 42", 0, len(text))
    _demand_shallow(typed)
    try:
        return _parser().parse(typed.text, start=start)
    except UnexpectedInput as error:
        raise _explain(error, text, typed) from error


def _demand_shallow(typed: words.Plain) -> None:
    depth = 0
    for place, letter in enumerate(typed.text):
        depth += (letter == "(") - (letter == ")")
        if depth > DEEPEST:
            at = typed.origin(place)
            raise SentenceError(f"括号套得太深，最多 {DEEPEST} 层", at, at + 1)


def _explain(error: UnexpectedInput, text: str, typed: words.Plain) -> SentenceError:
    """Say where the sentence cannot go on and what was expected there."""
    if isinstance(error, UnexpectedToken):
        token, expected = error.token, _expected(error.accepts or error.expected)
        if token.type == "$END":
            return SentenceError(f"句子没有写完，后面应当是{expected}", len(text), len(text))
        start, stop = typed.origin(token.start_pos or 0), typed.origin((token.end_pos or 1) - 1) + 1
        place = f"第 {start + 1} 个字“{text[start:stop]}”"
        if not expected:
            return SentenceError(f"{place}是多余的，请删去", start, stop)
        return SentenceError(f"{place}看不懂，这里应当是{expected}", start, stop)
    at: Any = error.pos_in_stream
    start = typed.origin(at)
    if isinstance(error, UnexpectedCharacters) and typed.text[at] == "「":
        return SentenceError(f"第 {start + 1} 个字“「”没有对应的“」”", start, len(text))
    return SentenceError(f"第 {start + 1} 个字“{text[start]}”看不懂", start, start + 1)


def _expected(terminals: set[str]) -> str:
    found: list[str] = []
    for name in sorted(terminals, key=_order):
        spoken = EXPECTED.get(name)
        if spoken is None:
            spoken = f"“{_keyword(name)}”"
        if spoken and spoken not in found:
            found.append(spoken)
    return "、".join(found[:-1]) + "或" + found[-1] if len(found) > 1 else "".join(found)


@functools.cache
def _terminals() -> dict[str, tuple[int, str]]:
    return {
        terminal.name: (number, terminal.pattern.value)
        for number, terminal in enumerate(_parser().terminals)
    }


def _keyword(name: str) -> str:
    return _terminals()[name][1]


def _order(name: str) -> tuple[bool, bool, str]:
    """Names and values first, then signs, then keywords; always the same order."""
    return (name not in ("WORD", "NUMBER"), name != "OP", name)
