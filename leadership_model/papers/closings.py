"""The conclusions on record of a team at a month, as the papers print them."""

import json
from collections.abc import Iterable, Mapping
from typing import Protocol

from leadership_model import months
from leadership_model.papers.report import Closing, Said


class Signed(Protocol):
    """A conclusion as the store keeps it; `body` is a JSON object with further texts."""

    @property
    def id(self) -> str:
        """Kind, team and month joined by a stroke."""

    @property
    def text(self) -> str:
        """The first text."""

    @property
    def body(self) -> str:
        """Further texts."""

    @property
    def signed_by(self) -> str | None:
        """Who wrote it."""

    @property
    def month(self) -> int:
        """The month it speaks of."""


def by_id(records: Iterable[Signed]) -> dict[str, Signed]:
    """Lay conclusions out by their id."""
    return {each.id: each for each in records}


def closing_of(known: Mapping[str, Signed], team: str, month: int) -> Closing:
    """Give the texts of a team (id) at a month; empty ones where nobody concluded."""
    shown = months.show_iso(month)
    structure, operation = known.get(f"team/{team}/{shown}"), known.get(f"operation/{team}/{shown}")
    return Closing(_said(structure, ""), _said(structure, "direction"), _operation(operation))


def _said(record: Signed | None, field: str) -> Said:
    if record is None:
        return Said()
    text = str(json.loads(record.body or "{}").get(field, "")) if field else record.text
    return Said(text, record.signed_by or "", record.month)


def _operation(record: Signed | None) -> Said:
    """Put the state and the reasons of a conclusion on how a team works together."""
    if record is None:
        return Said()
    state = str(json.loads(record.body or "{}").get("state", ""))
    text = "。".join(filter(None, (state, record.text)))
    return Said(text, record.signed_by or "", record.month)
