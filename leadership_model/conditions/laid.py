"""What is said of a few people laid over what was said of everybody."""

from dataclasses import fields, replace
from typing import Any, TypeVar

import numpy as np

from leadership_model.conditions.protocols import TextColumn
from leadership_model.people.table import Ints

T = TypeVar("T")


def laid_over(before: T, few: T, people: Ints) -> T | None:
    """Write what `few` says of `people`, a row each, over a value that says something of everybody.

    A value of arrays with a row per person (rows behind the last person stay as they are), like
    columns and answers. None where the two do not speak in the same terms: in other codes, say.
    `before` itself where both say the same.
    """
    if type(before) is not type(few):
        return None
    found: dict[str, Any] = {}
    for each in fields(before):  # type: ignore[arg-type]
        was, now = getattr(before, each.name), getattr(few, each.name)
        if isinstance(was, np.ndarray) or isinstance(now, np.ndarray):
            if was is None or now is None or was.shape[1:] != now.shape[1:]:
                return None
            if not np.array_equal(was[people], now[: len(people)]):
                found[each.name] = was.copy()
                found[each.name][people] = now[: len(people)]
        elif isinstance(before, TextColumn):
            found |= _texts(was, now, people)
        elif not (was is now or was == now):
            return None
    return replace(before, **found) if found else before  # type: ignore[type-var]


def _texts(
    was: tuple[str | None, ...], now: tuple[str | None, ...], people: Ints
) -> dict[str, Any]:
    at = people.tolist()
    if all(was[person] == text for person, text in zip(at, now, strict=True)):
        return {}
    texts = list(was)
    for person, text in zip(at, now, strict=True):
        texts[person] = text
    return {"texts": tuple(texts)}
