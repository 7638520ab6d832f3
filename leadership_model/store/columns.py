"""How one table points at another. The only helper the table definitions need."""

from typing import Any

from sqlalchemy import ForeignKey
from sqlmodel import Field


def refer(target: str, *, key: bool = False) -> Any:  # noqa: ANN401 - what Field itself returns
    """Make an indexed column that refers to `table.id`, checked when the transaction ends.

    Checked late so that many rows can be written in any order, even when a unit stands before the
    unit it belongs to. Nothing cascades: what is deleted is named and audited row by row. With
    `key` the column is the primary key as well.
    """
    foreign = ForeignKey(target, deferrable=True, initially="DEFERRED")
    if key:
        return Field(primary_key=True, sa_column_args=[foreign])
    return Field(index=True, sa_column_args=[foreign])
