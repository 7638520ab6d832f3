"""Value, 无 or unknown: the three states of every field.

In a record an unknown field is None, and a field known not to exist (无) is None too but named in
the record's `absent`. In columns of numbers the two are the negative codes below.
"""

from typing import Annotated

UNKNOWN = -1
ABSENT = -2
OPEN = 1 << 20  # the end month of a span that has not ended

# The annotations say how a field becomes a column (`table.py`). To mypy they are plain types.
Id = str
Ref = Annotated[str | None, "ref"]  # the id of another record, a position in its table
Code = Annotated[str | None, "code"]  # a text with few distinct values
Text = Annotated[str | None, "text"]  # any text
Month = Annotated[int | None, "number"]  # month index
Number = Annotated[int | None, "number"]
Flag = Annotated[bool | None, "flag"]
End = Annotated[int | None, "end"]  # month index; None = still open


def names_of(absent: str) -> frozenset[str]:
    """Split the stored list of fields that are 无."""
    return frozenset(absent.split())


def text_of(names: frozenset[str] | set[str]) -> str:
    """Join names of fields that are 无, in one order."""
    return " ".join(sorted(names))
