"""The order of Chinese texts for people to read: by strokes (姓氏笔画) and by pinyin.

The domain orders by id; this is presentation. Strokes: the rank of a character comes from the data
file of cn-sort (the official order: number of strokes, then 横竖撇点折), read without importing
the package; characters it lacks stand beside a character named in `ui.tables.strokes`. A name
sorts by its first character, then the second, ...; a shorter one first.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ui.tables import pinyin, strokes

Ranks = NDArray[np.int32]
UNKNOWN = 10_000_000
_ENTRY = re.compile(r'"stroke_increment_level":(\d+),"chinese":"(.)"')


@cache
def stroke_table() -> dict[str, int]:
    """Give the rank of each character, in steps of ten so that others fit between."""
    found = find_spec("cn_sort")
    assert found is not None
    assert found.origin is not None
    path = Path(found.origin).with_name("res") / "all_word.json"
    # Match by match: a JSON parser would hold up the window until its end.
    table = {each[2]: int(each[1]) * 10 for each in _ENTRY.finditer(path.read_text("utf-8"))}
    for character, (neighbour, after) in strokes.BESIDE.items():
        table.setdefault(character, table[neighbour] + after)
    return table


def stroke_key(text: str) -> tuple[int, ...]:
    """Give the sort key of one text by strokes; characters nobody knows come last."""
    table = stroke_table()
    return tuple(table.get(each, UNKNOWN + ord(each)) for each in text)


def stroke_ranks(texts: Sequence[str | None]) -> Ranks:
    """Rank texts by strokes: equal texts share a rank, None and empty texts get -1."""
    return _ranks(texts, {text: stroke_key(text) for text in _known(texts)})


def pinyin_ranks(texts: Sequence[str | None], *, names: bool = False) -> Ranks:
    """Rank texts by pinyin; with `names` the surname is read as surnames are."""
    return _ranks(texts, {text: _pinyin_key(text, names) for text in _known(texts)})


def pinyin_order(texts: Iterable[str]) -> dict[str, int]:
    """Give the rank of each different text by pinyin."""
    found = sorted(set(texts), key=_plain_key)
    return {text: rank for rank, text in enumerate(found)}


def _known(texts: Iterable[str | None]) -> set[str]:
    return {text for text in texts if text}


def _ranks(texts: Sequence[str | None], keys: dict[str, tuple[object, ...]]) -> Ranks:
    order = {text: rank for rank, text in enumerate(sorted(keys, key=lambda each: keys[each]))}
    # The empty text and None are missing.
    return np.array([order.get(text or "", -1) for text in texts], dtype=np.int32)


def _plain_key(text: str) -> tuple[object, ...]:
    return _pinyin_key(text, names=False)


def _pinyin_key(text: str, names: bool) -> tuple[object, ...]:
    """Compare syllable by syllable with tones; among equal ones by strokes."""
    return (tuple(pinyin.toned(text, name=names)), stroke_key(text))
