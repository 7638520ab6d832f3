"""Writing of keyed objects, as JSON-able values and as TOML text in the order of the keys."""

import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from leadership_model import months
from leadership_model.conditions.tree import Condition

Writer = Callable[[Condition], object]


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


def toml(found: Mapping[str, Any], path: str = "") -> str:
    """Write an object as TOML: its plain keys, then its lists of objects as [[tables]].

    Rungs of a ladder stay on one line.
    """
    tables = {key: value for key, value in found.items() if _is_table(key, value)}
    lines = [f"{key} = {_value(value)}" for key, value in found.items() if key not in tables]
    for key, items in tables.items():
        name = f"{path}.{key}" if path else key
        for item in items:
            lines += ["", f"[[{name}]]", toml(item, name).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _is_table(key: str, value: object) -> bool:
    return key != "rungs" and isinstance(value, list) and any(isinstance(v, dict) for v in value)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(_value(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_value(each)}' for key, each in value.items())} }}"
    return str(value)
