"""Elements and experience filters as TOML or JSON bodies, both ways; errors name file and key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from leadership_model import months
from leadership_model.conditions import sentence
from leadership_model.conditions.codec import from_json, to_json
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.tree import Condition
from leadership_model.elements import definitions
from leadership_model.elements.element import Element, ExperienceFilter, MarkOf, When
from leadership_model.elements.vocabulary import DISCIPLINES, coded
from leadership_model.errors import UserError

KINDS = ("number", "choice", "flag", "month", "set", "text")
LISTS: dict[str, tuple[str, ...]] = {"disciplines": DISCIPLINES}
_KEYS = {each.name for each in fields(Element)} | {"code_list"}
Body = Mapping[str, Any]


def elements_from(
    bodies: Sequence[tuple[Body, str]],
    before: tuple[Element, ...],
    filters: tuple[ExperienceFilter, ...],
    catalogue: Callable[[tuple[Element, ...], tuple[ExperienceFilter, ...]], Names],
) -> tuple[Element, ...]:
    """Read elements that may name one another; each body comes with the file it stands in.

    The heads are read first, so that a condition may ask about an element that stands below.
    """
    heads = tuple(head(body, where) for body, where in bodies)
    names = catalogue((*before, *heads), filters)
    return tuple(
        replace(each, definition=definition(body, each, where, names))
        for each, (body, where) in zip(heads, bodies, strict=True)
    )


def head(body: Body, where: str) -> Element:
    """Read everything of an element but its definition."""
    spot = f"{where}：要素“{body.get('label', '?')}”"
    for key in body:
        if key not in _KEYS:
            raise UserError(f"{spot}有多余的键 {key}，请删去")
    for key in ("id", "label", "group", "kind", "definition"):
        if key not in body:
            raise UserError(f"{spot}缺少 {key}")
    if body["kind"] not in KINDS:
        raise UserError(f"{spot}的 kind 只能是 {'、'.join(KINDS)}，不能是“{body['kind']}”")
    plain = {key: body[key] for key in body if key not in ("definition", "code_list", "values")}
    if body["kind"] == "month":
        plain |= {key: _month(body[key], spot) for key in ("low", "high") if key in body}
    values = tuple(str(value) for value in body.get("values", ()))
    try:
        element = Element(**plain, values=values, definition=MarkOf(str(body["label"])))
    except (TypeError, ValueError) as error:
        raise UserError(f"{spot}有误：{error}") from error
    if "code_list" in body:
        element = _with_list(element, str(body["code_list"]), spot)
    return element


def _month(found: object, spot: str) -> float:
    """Read a bound of a month element, written 1940.01."""
    month = months.parse(found) if isinstance(found, str) else None
    if month is None:
        raise UserError(f'{spot}的 low、high 要写成 "1940.01" 这样的年月，不能是 {found!r}')
    return month


def _with_list(element: Element, name: str, spot: str) -> Element:
    if name in LISTS:
        return replace(element, values=LISTS[name])
    try:
        meaning = coded(element.label, name)
    except FileNotFoundError as error:
        raise UserError(f"{spot}的 code_list 指向不存在的代码表 {name}") from error
    ranks = {} if element.kind == "set" else dict(meaning.ranks)
    return replace(element, values=meaning.values, ranks=ranks)


def definition(body: Body, head: Element, where: str, names: Names) -> Any:  # noqa: ANN401
    """Read the definition of an element whose head is known; `names` hold all heads."""
    spot = f"{where}：要素“{head.label}”"
    found = body["definition"]
    if not isinstance(found, Mapping):
        raise UserError(f"{spot}的 definition 应当是一个带 kind 的对象")
    if found.get("kind") == "when":
        if "condition" not in found:
            raise UserError(f"{spot}的 definition 缺少 condition")
        return When(_condition(found["condition"], names, spot))
    return definitions.read(found, head, spot)


def _condition(found: object, names: Names, spot: str) -> Condition:
    try:
        if isinstance(found, str):
            return sentence.parse(found, names)
        return from_json(found)
    except UserError as error:
        raise UserError(f"{spot}的条件有误：{error.sentence}") from error


def filter_from(body: Body, names: Names, where: str) -> ExperienceFilter:
    """Read an experience filter; its branches are texts like 单位类别 = 乡镇, 角色 = 正职."""
    spot = f"{where}：经历“{body.get('name', '?')}”"
    for key in body:
        if key not in ("name", "branches", "secondment", "help", "retired"):
            raise UserError(f"{spot}有多余的键 {key}，请删去")
    if not body.get("name") or not body.get("branches"):
        raise UserError(f"{spot}缺少 name 或 branches")
    branches = []
    for text in body["branches"]:
        try:
            branches.append(sentence.parse_parts(str(text), names))
        except UserError as error:
            raise UserError(f"{spot}的条件有误：{error.sentence}") from error
    return ExperienceFilter(
        str(body["name"]),
        tuple(branches),
        bool(body.get("secondment")),
        str(body.get("help", "")),
        bool(body.get("retired")),
    )


def filter_to(found: ExperienceFilter) -> dict[str, Any]:
    """Write an experience filter as a body that reads back equal."""
    branches = [sentence.write_parts(branch) for branch in found.branches]
    body: dict[str, Any] = {"name": found.name, "branches": branches, "help": found.help}
    flags = {"secondment": found.secondment, "retired": found.retired}
    return body | {name: True for name, value in flags.items() if value}


def element_to(element: Element) -> dict[str, Any]:
    """Write an element as a body that reads back equal."""
    body: dict[str, Any] = {"id": element.id, "label": element.label, "group": element.group}
    body["kind"] = element.kind
    body["definition"] = (
        {"kind": "when", "condition": to_json(element.definition.condition)}
        if isinstance(element.definition, When)
        else definitions.write(element.definition)
    )
    for name in ("unit", "low", "high", "values", "ranks", "help", "open_values", "retired"):
        value = getattr(element, name)
        if value and element.kind == "month" and name in ("low", "high"):
            body[name] = months.show(int(value))
        elif value:
            body[name] = list(value) if name == "values" else value
    if not element.absent_possible:
        body["absent_possible"] = False
    return body
