"""Sorting by ranks: each column gives one integer per row once; several keys are one lexsort."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ui.tables import collate

Ranks = NDArray[np.int32]
MISSING = np.int32(2**31 - 1)


def ranks_of(keys: Any) -> Ranks:  # noqa: ANN401 - see Keys
    """Turn sort keys into dense ranks from 0; missing ones get MISSING."""
    if isinstance(keys, np.ndarray) and keys.dtype.kind in "iufb":
        return _ranks_of_numbers(keys)
    return _ranks_of_texts(list(keys))


def _ranks_of_numbers(keys: NDArray[Any]) -> Ranks:
    missing = np.isnan(keys) if keys.dtype.kind == "f" else keys < 0
    if keys.dtype.kind == "b":
        missing = np.zeros(len(keys), dtype=np.bool_)
    _, ranks = np.unique(keys, return_inverse=True)
    return np.where(missing, MISSING, ranks.astype(np.int32)).astype(np.int32)


def _ranks_of_texts(keys: Sequence[Any]) -> Ranks:
    known = [key for key in keys if key is not None and key != ""]
    if known and not isinstance(known[0], str):
        order = {key: rank for rank, key in enumerate(sorted(set(known)))}
    else:
        order = collate.pinyin_order(known)
    return np.array(
        [MISSING if key is None or key == "" else order[key] for key in keys], dtype=np.int32
    )


def sort(rows: NDArray[np.int32], keys: Sequence[tuple[Ranks, bool]]) -> NDArray[np.int32]:
    """Order rows by several (ranks, descending), the first counting most; missing always last."""
    if not keys or not len(rows):
        return rows
    columns = []
    for ranks, descending in keys:
        chosen = ranks[rows].astype(np.int64)
        missing = chosen == MISSING
        gaps = bool(missing.any())
        most = int(np.max(chosen, where=~missing, initial=0)) if gaps else int(chosen.max())
        if descending:
            np.subtract(most, chosen, out=chosen)
        if gaps:
            chosen[missing] = most + 1
        columns.append((chosen, (most + 1).bit_length()))
    return rows[_order(columns)]


def _order(columns: Sequence[tuple[NDArray[np.int64], int]]) -> NDArray[np.int64]:
    """Order by all columns (values, bits) at once, packed into one number a row: fastest sorted."""
    count = len(columns[0][0])
    if len(columns) == 1 and columns[0][1] <= 16:  # few values: numpy sorts these by counting
        return np.argsort(columns[0][0].astype(np.uint16), kind="stable")
    place = count.bit_length()
    if place + sum(bits for _, bits in columns) > 63:
        return np.lexsort([column for column, _ in reversed(columns)])
    packed = np.zeros(count, dtype=np.int64)
    for column, bits in columns:
        packed <<= bits
        packed |= column
    packed <<= place  # the place at last: equal rows stay as they came
    packed |= np.arange(count)
    packed.sort()
    packed &= (1 << place) - 1
    return packed
