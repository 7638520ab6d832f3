"""Definitions as bodies: `{kind = "months_in", filter = "基层工作"}` and back."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from leadership_model.elements import element as kinds
from leadership_model.elements.element import Band, Definition, Element, Group, MarkOf
from leadership_model.errors import UserError

BY_NAME: dict[str, type] = {
    "field": kinds.FieldOf,
    "years_since": kinds.YearsSince,
    "months_since": kinds.MonthsSince,
    "months_until": kinds.MonthsUntil,
    "months_in": kinds.MonthsIn,
    "ever": kinds.Ever,
    "count": kinds.CountOf,
    "education": kinds.EducationOf,
    "appraisal": kinds.AppraisalCount,
    "sanction_in_force": kinds.SanctionInForce,
    "months_in_post": kinds.MonthsInPost,
    "months_at_level": kinds.MonthsAtLevel,
    "months_same_area_level": kinds.MonthsSameAreaLevel,
    "retirement_month": kinds.RetirementMonth,
    "band": kinds.Band,
    "group": kinds.Group,
    "mark": kinds.MarkOf,
    "familiar_fields": kinds.FamiliarFields,
}
NAMES = {record: name for name, record in BY_NAME.items()}
# What kind of column each definition gives; those not listed give the kind the element declares.
GIVES = {
    **dict.fromkeys(
        ("years_since", "months_since", "months_until", "months_in", "count", "appraisal"), "number"
    ),
    **dict.fromkeys(("months_in_post", "months_at_level", "months_same_area_level"), "number"),
    **dict.fromkeys(("ever", "sanction_in_force"), "flag"),
    **dict.fromkeys(("band", "group"), "choice"),
    "retirement_month": "month",
    "familiar_fields": "set",
}


def read(body: Mapping[str, Any], head: Element, spot: str) -> Definition:
    """Read a definition other than `when`; UserError names the key that is wrong."""
    name = str(body.get("kind"))
    record = BY_NAME.get(name)
    if record is None:
        known = "、".join((*BY_NAME, "when"))
        raise UserError(f"{spot}的 definition.kind 只能是 {known}，不能是“{name}”")
    if GIVES.get(name, head.kind) != head.kind:
        raise UserError(f"{spot}的 kind 应当是 {GIVES[name]}，因为定义是 {name}")
    given = {key: _frozen(value) for key, value in body.items() if key != "kind"}
    known_keys = {each.name: each for each in fields(record)}
    for key in given:
        if key not in known_keys:
            raise UserError(f"{spot}的 definition 有多余的键 {key}，请删去")
    if record is MarkOf:
        given.setdefault("name", head.label)
    for key, each in known_keys.items():
        if key not in given and each.default is MISSING:
            raise UserError(f"{spot}的 definition 缺少 {key}")
    found: Definition = record(**given)
    _demand_sound(found, head, spot)
    return found


def write(definition: Definition) -> dict[str, Any]:
    """Write a definition other than `when` as a body that reads back equal."""
    body: dict[str, Any] = {"kind": NAMES[type(definition)]}
    for each in fields(definition):
        value = getattr(definition, each.name)
        if each.name == "sensitive" and not value:
            continue
        body[each.name] = dict(value) if each.name == "mapping" else _thawed(value)
    return body


def _demand_sound(found: Definition, head: Element, spot: str) -> None:
    """Refuse what could not be worked out."""
    match found:
        case Band(_, edges, labels):
            if len(labels) != len(edges) + 1 or list(edges) != sorted(set(edges)):
                raise UserError(f"{spot}的 edges 应当由小到大，labels 应当比 edges 多一个")
            _demand_values(labels, head, spot)
        case Group(_, mapping):
            _demand_values([label for _, label in mapping], head, spot)
        case kinds.FieldOf(name) | kinds.YearsSince(name) | kinds.MonthsSince(name):
            if not re.fullmatch(r"[a-z_]+", name):
                raise UserError(f"{spot}的 field 应当是字段名，不能是“{name}”")
        case _:
            pass


def _demand_values(labels: Any, head: Element, spot: str) -> None:  # noqa: ANN401 (any iterable)
    for label in labels:
        if label not in head.values:
            raise UserError(f"{spot}的 values 里缺少“{label}”")


def _frozen(value: Any) -> Any:  # noqa: ANN401 (a TOML value)
    if isinstance(value, Mapping):
        return tuple((str(key), str(each)) for key, each in value.items())
    return tuple(value) if isinstance(value, list) else value


def _thawed(value: Any) -> Any:  # noqa: ANN401 (a field of a definition)
    return list(value) if isinstance(value, tuple) else value
