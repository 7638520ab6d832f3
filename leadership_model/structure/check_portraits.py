"""What is wrong with a portrait before it is used; a sensitive condition must cite its basis."""

from collections.abc import Iterator

from leadership_model.conditions.check import check as check_condition
from leadership_model.conditions.protocols import Kind, Names
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.structure.issue import Issue
from leadership_model.structure.model import Portrait, Weight
from leadership_model.structure.sensitive import refusal, refusal_of_grade

NUMERIC: tuple[Kind, ...] = ("number", "month")


def check_portrait(portrait: Portrait, names: Catalogue) -> tuple[Issue, ...]:
    """List what is wrong with a portrait; a sensitive condition must cite its legal basis."""
    name = f"画像“{portrait.label}”"
    return tuple(Issue(portrait.id, f"{name}{text}") for text in _of_portrait(portrait, names))


def of_kind(element: str, kinds: tuple[Kind, ...], names: Names) -> Iterator[str]:
    """Say what is wrong with an element where only some kinds will do."""
    meaning = names.meaning(element)
    if meaning is None:
        yield f"没有名为“{element}”的要素，请在要素目录里核对名称"
    elif meaning.kind not in kinds:
        wanted = "数值或年月" if kinds == NUMERIC else "选项、是否、集合或文字"
        yield f"要素“{element}”的类型不合适，这种要求要用{wanted}类的要素"


def _of_portrait(portrait: Portrait, names: Catalogue) -> Iterator[str]:
    for condition, term in portrait.qualified():
        yield from _condition(condition, "的资格条件", term.basis, names)
    if portrait.weights and not any(weight.points for weight in portrait.weights):
        yield "所有权重条件的分值都是 0，无法计分"
    for weight in portrait.weights:
        yield from _weight(weight, names)


def _weight(weight: Weight, names: Catalogue) -> Iterator[str]:
    name = f"的权重条件“{weight.label}”"
    if weight.points < 0:
        yield f"{name}：分值不能为负"
    if weight.condition is not None:
        yield from _condition(weight.condition, name, weight.basis, names)
    if weight.element is not None:
        for text in of_kind(weight.element, NUMERIC, names):
            yield f"{name}：{text}"
        if refused := refusal_of_grade(weight.element, names):
            yield f"{name}：{refused}"


def _condition(condition: Condition, name: str, basis: str, names: Catalogue) -> Iterator[str]:
    faults = check_condition(condition, names)
    for text in faults:
        yield f"{name}：{text}"
    refused = "" if faults else refusal(condition, basis, names)
    if refused:
        yield f"{name}：{refused}"
