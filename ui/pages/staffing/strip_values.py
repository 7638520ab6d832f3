"""One figure of the strip."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Total:
    """A figure: id, word before it, text, tone ("" green yellow red).

    opens: whether there is anybody or anything behind it.
    """

    id: str
    word: str
    text: str
    tone: str = ""
    opens: bool = True
