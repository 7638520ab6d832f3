"""A condition as JSON and back: how questions are kept in files and in the database."""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from leadership_model.conditions.check import ROWS
from leadership_model.conditions.part import STATES
from leadership_model.conditions.tree import (
    OPERATORS,
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
from leadership_model.errors import UserError


def to_json(tree: Condition) -> dict[str, Any]:
    """Give a condition as objects that a JSON writer takes; `kind` names the node."""
    match tree:
        case All(parts):
            return {"kind": "all", "parts": [to_json(part) for part in parts]}
        case Some(parts):
            return {"kind": "any", "parts": [to_json(part) for part in parts]}
        case Not(part):
            return {"kind": "not", "part": to_json(part)}
        case Compare(name, op, value):
            return {"kind": "compare", "name": name, "op": op, "value": value}
        case Between(name, low, high):
            return {"kind": "between", "name": name, "low": low, "high": high}
        case Within(name, values):
            return {"kind": "within", "name": name, "values": list(values)}
        case Contains(name, value):
            return {"kind": "contains", "name": name, "value": value}
        case Is(name, state):
            return {"kind": "is", "name": name, "state": state}
        case Career(mode, what, measure, months):
            asked = what if isinstance(what, str) else [to_json(part) for part in what]
            found = {"kind": "career", "mode": mode, "what": asked, "measure": measure}
            return found | {"months": months}
        case Exists(rows, parts):
            return {"kind": "exists", "rows": rows, "parts": [to_json(part) for part in parts]}
        case Grades(years, grade, times):
            return {"kind": "grades", "years": years, "grade": grade, "times": times}
        case _:
            assert_never(tree)


def from_json(found: object) -> Condition:
    """Read a condition; UserError names what does not fit. Elements and values are not checked."""
    if not isinstance(found, Mapping):
        raise UserError("条件格式有误：每个条件应当是一个带 kind 的对象")
    try:
        return _node(found)
    except KeyError as error:
        raise UserError(f"条件格式有误：{found.get('kind')} 缺少 {error.args[0]}") from error
    except ValueError as error:
        raise UserError(f"条件格式有误：{error}") from error


def _node(found: Mapping[str, Any]) -> Condition:
    match found.get("kind"):
        case "all":
            return All(tuple(from_json(part) for part in _list(found["parts"])))
        case "any":
            return Some(tuple(from_json(part) for part in _list(found["parts"])))
        case "not":
            return Not(from_json(found["part"]))
        case "compare":
            op = _among(found["op"], OPERATORS)
            return Compare(_text(found["name"]), op, _value(found["value"]))
        case "between":
            return Between(_text(found["name"]), _value(found["low"]), _value(found["high"]))
        case "within":
            values = tuple(_value(each) for each in _list(found["values"]))
            return Within(_text(found["name"]), values)
        case "contains":
            return Contains(_text(found["name"]), _value(found["value"]))
        case "is":
            return Is(_text(found["name"]), _among(found["state"], STATES))
        case "career":
            return _career(found)
        case "exists":
            return Exists(_among(found["rows"], ROWS), _parts(found["parts"]))
        case "grades":
            years, times = _whole(found["years"]), _whole(found["times"])
            return Grades(years, _text(found["grade"]), times)
        case other:
            raise ValueError(f"没有 {other} 这种条件")


def _career(found: Mapping[str, Any]) -> Career:
    what = found["what"]
    length = found.get("months")
    return Career(
        _among(found["mode"], ("曾任", "现任")),
        what if isinstance(what, str) else _parts(what),
        _among(found.get("measure", "累计"), ("累计", "连续")),
        None if length is None else _whole(length),
    )


def _parts(found: object) -> tuple[Part, ...]:
    parts: list[Part] = []
    for each in _list(found):
        part = from_json(each)
        if not isinstance(part, Part):
            raise ValueError("方括号里只能写单项比较")
        parts.append(part)
    return tuple(parts)


def _list(found: object) -> Sequence[object]:
    if not isinstance(found, list):
        raise ValueError(f"应当是一个列表，而不是 {found!r}")
    return found


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise ValueError(f"应当是文字，而不是 {found!r}")
    return found


def _whole(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise ValueError(f"应当是整数，而不是 {found!r}")
    return found


def _value(found: object) -> Value:
    if isinstance(found, bool) or not isinstance(found, (str, int, float)):
        raise ValueError(f"值应当是文字或数字，而不是 {found!r}")
    return found


def _among(found: object, known: Sequence[str]) -> Any:  # noqa: ANN401 (a literal of the list)
    if found not in known:
        raise ValueError(f"只能是 {'、'.join(known)}，而不是 {found!r}")
    return found
