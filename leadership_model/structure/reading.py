"""Reading of keyed objects (JSON, TOML): every fault names the file, the place and the key."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from leadership_model import months
from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError

Reader = Callable[[object], Condition]
_NUMBER = re.compile(r"^[+-]?\d+(?:/[1-9]\d*|\.\d+)?$")


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of one object. `where` says in which file and at which place it stands."""

    found: Mapping[str, Any]
    where: str
    used: set[str] = field(default_factory=set)

    def has(self, key: str) -> bool:
        """Say whether a key is there and not null."""
        self.used.add(key)
        return self.found.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text; without a default it must be there."""
        if not self.has(key):
            if default is None:
                raise self.fault(key, "没有填写")
            return default
        value = self.found[key]
        if not isinstance(value, str):
            raise self.fault(key, "应当是文字")
        return value

    def optional(self, key: str) -> str | None:
        """Read a text that may be missing."""
        return self.text(key) if self.has(key) else None

    def number(self, key: str, default: float | None = None) -> float:
        """Read a number; without a default it must be there."""
        if not self.has(key):
            if default is None:
                raise self.fault(key, "没有填写")
            return default
        value = self.found[key]
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(key, "应当是数字")
        return float(value)

    def whole(self, key: str, default: int | None = None) -> int:
        """Read a whole number; without a default it must be there."""
        value = self.number(key, None if default is None else float(default))
        if value != int(value):
            raise self.fault(key, "应当是整数")
        return int(value)

    def flag(self, key: str) -> bool:
        """Read true or false; false when missing."""
        value = self.found.get(key, False)
        self.used.add(key)
        if not isinstance(value, bool):
            raise self.fault(key, "应当是 true 或 false")
        return value

    def bound(self, key: str) -> Fraction | None:
        """Read a bound: a number, or a share such as "1/3"; None when missing."""
        if not self.has(key):
            return None
        value = self.found[key]
        if isinstance(value, bool) or not _NUMBER.match(str(value)):
            raise self.fault(key, "应当是数字，或“1/3”这样的分数")
        return Fraction(str(value))

    def month(self, key: str) -> int | None:
        """Read a month such as "2026-01"; None when missing."""
        if not self.has(key):
            return None
        found = months.parse(self.text(key))
        if found is None:
            raise self.fault(key, "应当是“2026-01”这样的年月")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; empty when missing."""
        values = self.items(key)
        if not all(isinstance(value, str) for value in values):
            raise self.fault(key, "应当是文字的列表")
        return tuple(values)

    def items(self, key: str) -> list[Any]:
        """Read a list of anything; empty when missing."""
        found = self.found.get(key, [])
        self.used.add(key)
        if not isinstance(found, list):
            raise self.fault(key, "应当是列表")
        return found

    def objects(self, key: str) -> "list[Fields]":
        """Read a list of objects; empty when missing. Objects with an id are named by it."""
        found = self.items(key)
        return [self._object(key, number, each) for number, each in enumerate(found, start=1)]

    def condition(self, key: str, read: Reader) -> Condition:
        """Read a condition that must be there."""
        if not self.has(key):
            raise self.fault(key, "没有填写")
        return self._read(key, self.found[key], read)

    def conditions(self, key: str, read: Reader) -> tuple[Condition, ...]:
        """Read a list of conditions; empty when missing."""
        return tuple(self._read(key, each, read) for each in self.items(key))

    def finish(self) -> None:
        """Refuse keys nobody asked for: a misspelt key must not be passed over in silence."""
        for key in self.found:
            if key not in self.used:
                raise self.fault(key, "不认识这个键，请核对拼写")

    def fault(self, key: str, problem: str) -> UserError:
        """Make the error that names the place and the key."""
        return UserError(f"{self.where}的 {key}：{problem}")

    def _read(self, key: str, found: object, read: Reader) -> Condition:
        try:
            return read(found)
        except UserError as error:
            raise UserError(f"{self.where}的 {key}：{error.sentence}") from error

    def _object(self, key: str, number: int, each: object) -> "Fields":
        if not isinstance(each, Mapping):
            raise self.fault(key, f"第 {number} 项应当是一组键和值")
        name = each.get("id") or each.get("label") or number
        return Fields(each, f"{self.where} {key}“{name}”")
