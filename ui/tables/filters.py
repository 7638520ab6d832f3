"""Which items a table keeps in sight: by value of a column, by words that stand in its columns."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ui.tables.columns import Column
from ui.tables.pinyin import sounds

Texts = Callable[[str], Sequence[str]]


class Filters:
    """The filters in force. What is searched is put together when somebody first searches."""

    def __init__(self) -> None:
        self.words = ""
        self.values: dict[str, frozenset[str]] = {}
        self._haystack: list[str] | None = None
        self._sounds: list[str] | None = None

    @property
    def any(self) -> bool:
        """Whether rows may be hidden."""
        return bool(self.words or self.values)

    def forget(self) -> None:
        """Other items are searched from now on."""
        self._haystack = self._sounds = None

    def mask(self, count: int, columns: Sequence[Column], texts: Texts) -> NDArray[np.bool_]:
        """Mark the items that pass; `texts` gives the plain texts of a column."""
        mask = np.ones(count, dtype=np.bool_)
        for column, values in self.values.items():
            found = (text in values for text in texts(column))
            mask &= np.fromiter(found, dtype=np.bool_, count=count)
        for word in self.words.split():
            letters = word.isascii() and word.isalpha()
            searched = self._sounded(columns, texts) if letters else self._searched(columns, texts)
            found = (word in text for text in searched)
            mask &= np.fromiter(found, dtype=np.bool_, count=count)
        return mask

    def _searched(self, columns: Sequence[Column], texts: Texts) -> list[str]:
        """Give one lower-case text a row, of all columns that are searched (or of all)."""
        if self._haystack is None:
            wanted = [c.id for c in columns if c.search] or [c.id for c in columns]
            found = [texts(id) for id in wanted]
            self._haystack = ["\n".join(row).lower() for row in zip(*found, strict=True)]
        return self._haystack

    def _sounded(self, columns: Sequence[Column], texts: Texts) -> list[str]:
        """Give the same texts with their pinyin and its initials behind them."""
        if self._sounds is None:
            found = self._searched(columns, texts)
            self._sounds = [f"{text}\n{sounds(text)}" for text in found]
        return self._sounds
