"""Writing of keyed objects, as JSON-able values and as TOML text in the order of the keys."""

import json
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from leadership_model import months
from leadership_model.conditions.tree import Condition

Writer = Callable[[Condition], object]
TABLES = frozenset({"requirements", "portraits", "weights", "terms", "seen"})
BARE = re.compile(r"[A-Za-z0-9_-]+")  # a key of TOML that needs no quotes


def filled_in(found: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the keys that hold nothing."""
    return {key: value for key, value in found.items() if value is not None}


def plain(number: float) -> float:
    """Write whole numbers without a point."""
    return int(number) if number == int(number) else number


def bound(value: Fraction | None) -> int | str | None:
    """Write a bound: a whole number, or a share such as "1/3"."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else str(value)


def month(value: int | None) -> str | None:
    """Write a month: "2026-01"."""
    return None if value is None else months.show_iso(value)


def toml(found: Mapping[str, Any], path: str = "", tables: frozenset[str] = TABLES) -> str:
    """Write an object as TOML: its plain keys, then its lists of objects as [[tables]].

    Only lists under the keys in `tables` stand as tables; others, rungs of a ladder for one, stay
    on one line.
    """
    below = {key: value for key, value in found.items() if key in tables and _is_list(value)}
    lines = [f"{_key(key)} = {_value(value)}" for key, value in found.items() if key not in below]
    for key, items in below.items():
        name = f"{path}.{key}" if path else key
        for item in items:
            lines += ["", f"[[{name}]]", toml(item, name, tables).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _is_list(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list() | tuple():
            return f"[{', '.join(_value(each) for each in value)}]"
        case dict():
            pairs = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case _:
            return str(value)


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _value(key)
