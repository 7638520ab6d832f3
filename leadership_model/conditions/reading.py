"""From the syntax tree of a sentence to a condition, typed and checked by the catalogue."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from lark import Token, Tree

from leadership_model.conditions import check, words
from leadership_model.conditions.protocols import Meaning, Names
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
    Operator,
    Part,
    Some,
    Within,
)
from leadership_model.errors import UserError

Found = TypeVar("Found")
Node = Tree[Token] | Token
SIGNS: dict[str, Operator] = {"==": "=", "!=": "≠", "<>": "≠", "≥": ">=", "≤": "<="}


class SentenceError(UserError):
    """A sentence that cannot be understood; start and end say where in the text typed."""

    def __init__(self, sentence: str, start: int, end: int) -> None:
        super().__init__(sentence)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns nodes of the syntax tree into conditions."""

    typed: words.Plain
    names: Names

    def condition(self, node: Node) -> Condition:
        """Read a whole question or a part of one."""
        tree = _tree(node)
        match tree.data:
            case "question" | "both":
                parts = tuple(self.condition(child) for child in tree.children)
                if len(parts) == 1:
                    return parts[0]
                return Some(parts) if tree.data == "question" else All(parts)
            case "negated":
                return Not(self.condition(tree.children[0]))
            case "career":
                return self._career(tree)
            case "exists":
                return self._exists(tree)
            case "grades":
                return self._grades(tree)
            case _:
                return self._part(tree, lambda name: check.element(name, self.names))

    def parts(self, node: Node, rows: str) -> tuple[Part, ...]:
        """Read what stands inside brackets about rows of one kind."""
        tree = _tree(node)
        children = tree.children if tree.data in ("bracketed", "parts") else [tree]
        return tuple(
            self._part(_tree(child), lambda name: check.row(rows, name, self.names))
            for child in children
        )

    def _part(self, tree: Tree[Token], find: Callable[[str], Meaning]) -> Part:
        first, rest = _tree(tree.children[0]), tree.children[1:]
        name = _text(first)
        meaning = self._at(first, lambda: find(name))
        part: Part
        match tree.data:
            case "compare":
                sign = str(rest[0])
                operator: Any = SIGNS.get(sign, sign)
                part = Compare(name, operator, _text(rest[1]))
            case "between":
                part = Between(name, _text(rest[0]), _text(rest[1]))
            case "within":
                part = Within(name, tuple(_text(each) for each in rest))
            case "contains":
                part = Contains(name, _text(rest[0]))
            case _:
                state: Any = str(rest[0])
                part = Is(name, state)
        return self._at(tree, lambda: check.fit_part(part, meaning))

    def _career(self, tree: Tree[Token]) -> Condition:
        mode, what, *rest = tree.children
        asked: str | tuple[Part, ...]
        if _tree(what).data == "name":
            name = _text(what)
            asked = self._at(what, lambda: check.filter_name(name, self.names))
        else:
            asked = self.parts(what, "履历")
        tokens = {token.type: str(token) for token in rest if isinstance(token, Token)}
        length = self._at(tree, lambda: _months(tokens)) if tokens else None
        now: Any = "现任" if mode == "现任" else "曾任"
        found = Career(now, asked, "连续" if "LONGEST" in tokens else "累计", length)
        return Not(found) if mode == "从未任" else found

    def _exists(self, tree: Tree[Token]) -> Condition:
        has, rows, bracketed = tree.children
        kind: Any = str(rows)
        if kind not in check.ROWS:
            sentence = f"“有”“没有”后面只能是 {'、'.join(check.ROWS)}，不能是“{kind}”"
            raise SentenceError(sentence, *self._span(rows))
        found = Exists(kind, self.parts(bracketed, kind))
        return Not(found) if has == "没有" else found

    def _grades(self, tree: Tree[Token]) -> Condition:
        years, value, times = tree.children
        last = self._at(years, lambda: _whole(str(years)))
        least = self._at(times, lambda: _whole(str(times)))
        grade = self._at(value, lambda: check.grade_name(_text(value), self.names))
        return Grades(last, grade, least)

    def _at(self, node: Node, ask: Callable[[], Found]) -> Found:
        """Ask, and tell a refusal with the place it is about."""
        try:
            return ask()
        except UserError as error:
            start, end = self._span(node)
            raise SentenceError(f"第 {start + 1} 个字起：{error.sentence}", start, end) from error

    def _span(self, node: Node) -> tuple[int, int]:
        where = node if isinstance(node, Token) else node.meta
        start, end = where.start_pos or 0, where.end_pos or 0
        return self.typed.origin(start), self.typed.origin(end - 1) + 1


def _tree(node: Node) -> Tree[Token]:
    if isinstance(node, Token):
        raise TypeError(f"a token {node!r} where a rule was expected")
    return node


def _text(node: Node) -> str:
    """Give the text of a name or value without its quotes."""
    token = _tree(node).children[0]
    return words.unquote(str(token)) if token.type == "QUOTED" else str(token)  # type: ignore[union-attr]


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d+", text) or int(text) < 1:
        raise UserError(f"“{text}”应当是大于 0 的整数")
    return int(text)


def _months(tokens: dict[str, str]) -> int:
    """Read a span in months or years as months."""
    count = float(tokens["NUMBER"]) * (12 if "YEARS" in tokens else 1)
    if count < 1 or count != int(count):
        raise UserError(f"“满 {tokens['NUMBER']}”应当折合为 1 个以上的整月数")
    return int(count)
