"""What would no longer be understood under another catalogue: models, portraits, sentences."""

from collections.abc import Iterable, Iterator, Sequence

from leadership_model.conditions.check import check as check_condition
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import When
from leadership_model.structure.check import check_requirement
from leadership_model.structure.check_portraits import check_portrait
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.sensitive import refusal
from leadership_model.structure.sheet import Sheet


def broken(
    before: Catalogue,
    after: Catalogue,
    models: Sequence[Model],
    portraits: Sequence[Portrait],
    sentences: Iterable[tuple[str, str, str, Condition]] = (),
    sheets: Sequence[Sheet] = (),
) -> tuple[str, ...]:
    """List in sentences what is sound under `before` and no longer under `after`.

    `sentences` are further conditions as (kind, title, id, condition). `sheets`: requirement sheets
    of posts, in which an element that becomes sensitive may no longer act without a legal basis.
    """
    rest = tuple(sentences)
    was = {*_faults(before, models, portraits, rest), *_refused(before, sheets)}
    now = dict.fromkeys(_faults(after, models, portraits, rest))
    now |= dict.fromkeys(_refused(after, sheets))
    return tuple(each for each in now if each not in was)


def _refused(catalogue: Catalogue, sheets: Sequence[Sheet]) -> Iterator[str]:
    for each in sheets:
        if refused := refusal(each.condition, each.basis, catalogue):
            yield f"岗位“{each.post}”的任职要求：{refused}"


def _faults(
    catalogue: Catalogue,
    models: Sequence[Model],
    portraits: Sequence[Portrait],
    sentences: tuple[tuple[str, str, str, Condition], ...],
) -> Iterator[str]:
    for model in models:
        for requirement in model.requirements:
            for issue in check_requirement(requirement, catalogue):
                if issue.severity == "error":
                    yield f"模型“{model.label}”的{issue.text}"
        for portrait in model.portraits:
            yield from (issue.text for issue in check_portrait(portrait, catalogue))
    for portrait in portraits:
        yield from (issue.text for issue in check_portrait(portrait, catalogue))
    for element in catalogue.elements:
        if isinstance(element.definition, When):
            for text in check_condition(element.definition.condition, catalogue):
                yield f"要素“{element.label}”：{text}"
    for kind, title, _, condition in sentences:
        for text in check_condition(condition, catalogue):
            yield f"{kind}“{title}”：{text}"
