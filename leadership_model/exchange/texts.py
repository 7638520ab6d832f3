"""A department's definitions as one readable text.

Elements, filters, codes, models, portraits, rule settings: what is written reads back equal, and
the order is that of the ids.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from leadership_model import months
from leadership_model.conditions.sentence import write as sentence
from leadership_model.elements import codec
from leadership_model.elements.element import Element, ExperienceFilter, When
from leadership_model.exchange import text_form
from leadership_model.people.own_codes import OwnCode
from leadership_model.structure.codec import model_to_json, portrait_to_json
from leadership_model.structure.model import Model, Portrait

KIND_WORDS = {
    "filter": "经历筛选",
    "element": "要素",
    "code": "代码",
    "model": "模型",
    "portrait": "画像",
    "rule": "规则设置",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What a department set about one rule. None = as shipped; `parameters` by name, in order."""

    id: str
    active: bool | None = None
    severity: str | None = None
    parameters: tuple[tuple[str, float], ...] = ()
    confirmed_by: str | None = None
    confirmed_on: str | None = None
    start: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything a text can hold, each kind in the order of its ids."""

    filters: tuple[ExperienceFilter, ...] = ()
    elements: tuple[Element, ...] = ()
    codes: tuple[OwnCode, ...] = ()
    models: tuple[Model, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    rules: tuple[RuleText, ...] = ()

    def sorted(self) -> "Content":
        """Give the same in the order of the ids."""
        return Content(
            filters=tuple(sorted(self.filters, key=lambda each: each.name)),
            elements=tuple(sorted(self.elements, key=lambda each: each.id)),
            codes=tuple(sorted(self.codes, key=lambda each: (each.list, each.name, each.id))),
            models=tuple(sorted(self.models, key=lambda each: (each.id, each.version))),
            portraits=tuple(sorted(self.portraits, key=lambda each: each.id)),
            rules=tuple(sorted(self.rules, key=lambda each: each.id)),
        )

    def only(self, kinds: Iterable[str]) -> "Content":
        """Give some kinds alone; names are those of `text_form.KINDS`."""
        wanted = {f"{kind}s" for kind in kinds}
        gone = {each.name: () for each in fields(self) if each.name not in wanted}
        return replace(self, **gone)

    def of(self, kind: str) -> tuple[Any, ...]:
        """Give the things of one kind."""
        found: tuple[Any, ...] = getattr(self, f"{kind}s")
        return found


def write(content: Content, suffix: str = ".toml") -> str:
    """Write content as the text of a file: .toml or .json."""
    bodies = {
        kind: [body_of(each) for each in content.sorted().of(kind)] for kind in text_form.KINDS
    }
    return text_form.write({kind: found for kind, found in bodies.items() if found}, suffix)


def body_of(found: object) -> dict[str, Any]:
    """Give one thing as the keys of a text: conditions as sentences, whole numbers plain."""
    match found:
        case ExperienceFilter():
            return codec.filter_to(found)
        case Element():
            return _element(found)
        case OwnCode():
            kept = ("id", "list", "name", "code", "like", "also", "order", "retired")
            body = {name: getattr(found, name) for name in kept}
            return {name: value for name, value in body.items() if value not in (None, False)}
        case Model():
            return model_to_json(found, sentence)
        case Portrait():
            return portrait_to_json(found, sentence)
        case RuleText():
            return _rule(found)
        case _:
            raise TypeError(f"{type(found)} is not part of a text")


def key_of(found: Any) -> str:  # noqa: ANN401 (any thing of a text)
    """Give the id of a thing within its kind."""
    match found:
        case ExperienceFilter():
            return found.name
        case OwnCode():
            return f"{found.list}/{found.name}"
        case _:
            return str(found.id)


def label_of(found: Any) -> str:  # noqa: ANN401 (any thing of a text)
    """Give the name a user knows a thing by."""
    match found:
        case ExperienceFilter() | OwnCode():
            return str(found.name)
        case RuleText():
            return str(found.id)
        case _:
            return str(found.label)


def rule_of(setting: Any) -> RuleText:  # noqa: ANN401 (a setting as the store keeps it)
    """Take a rule setting over from its record."""
    found = json.loads(setting.parameters or "{}")
    names = [each.name for each in fields(RuleText) if each.name != "parameters"]
    plain = {name: getattr(setting, name) for name in names}
    if plain["active"] is not None:
        plain["active"] = bool(plain["active"])  # a database has no truth values of its own
    return RuleText(**plain, parameters=tuple(sorted(found.items())))


def _element(element: Element) -> dict[str, Any]:
    body = codec.element_to(element)
    if isinstance(element.definition, When):
        body["definition"] = {"kind": "when", "condition": sentence(element.definition.condition)}
    if "ranks" in body:
        body["ranks"] = dict(sorted(element.ranks.items(), key=lambda pair: (pair[1], pair[0])))
    return {key: _plain(value) for key, value in body.items()}


def _rule(rule: RuleText) -> dict[str, Any]:
    body: dict[str, Any] = {each.name: getattr(rule, each.name) for each in fields(rule)}
    body["parameters"] = {name: _plain(value) for name, value in rule.parameters} or None
    body["start"] = None if rule.start is None else months.show_iso(rule.start)
    return {name: value for name, value in body.items() if value is not None}


def _plain(value: Any) -> Any:  # noqa: ANN401 (a value of a text)
    """Write whole numbers without a point, at any depth."""
    match value:
        case bool():
            return value
        case float() if value.is_integer():
            return int(value)
        case list() | tuple():
            return [_plain(each) for each in value]
        case Mapping():
            return {key: _plain(each) for key, each in value.items()}
        case _:
            return value
