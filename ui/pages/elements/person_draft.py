"""A draft of the rows of one kind that hang on a person: what was typed, and what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leadership_model import ids
from leadership_model.people import row_fields
from leadership_model.people.row_kinds import Collection, Row

Values = Mapping[str, Any]
# The values of rows by id, and what is wrong by row and field.
RowsHeld = tuple[dict[str, dict[str, Any]], dict[tuple[str, str], str]]


class RowsDraft:
    """Rows as read and as they would be saved; `rows` are values by id, in their order."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.stored: tuple[Row, ...] = ()
        self.rows: dict[str, dict[str, Any]] = {}
        self._read: list[dict[str, Any]] = []
        self.wrong: dict[tuple[str, str], str] = {}
        self._person, self._as_of = "", 0

    def begin(self, person: str, rows: Sequence[Row], as_of: int) -> None:
        """Start from what is stored for a person."""
        self.stored, self._person, self._as_of = tuple(rows), person, as_of
        self.rows, self.wrong = {each.id: values_of(each) for each in rows}, {}
        self._read = [values_of(each) for each in rows]

    def held(self) -> RowsHeld:
        """Give what was typed so far."""
        return {id: dict(values) for id, values in self.rows.items()}, dict(self.wrong)

    def lay(self, held: RowsHeld) -> None:
        """Take over what was typed for the same rows."""
        self.rows, self.wrong = held

    def after(self) -> tuple[Row, ...]:
        """Give the rows as they would be saved; only asked where there is no fault."""
        return tuple(row_fields.made(self.collection.name, each) for each in self.rows.values())

    def dirty(self) -> bool:
        """Say whether a row was edited, added or dropped."""
        return bool(self.wrong) or list(self.rows.values()) != self._read

    def note(self) -> str:
        """Say how many rows would come and go."""
        known = {each.id for each in self.stored}
        fresh = sum(id not in known for id in self.rows)
        gone = sum(id not in self.rows for id in known)
        parts = [f"新增 {fresh} 条"] * bool(fresh) + [f"删除 {gone} 条"] * bool(gone)
        return "，".join(parts) + "，保存后生效" if parts else ""

    def former(self, id: str) -> Values:
        """Give a row as stored; empty for a new one."""
        return next((values_of(each) for each in self.stored if each.id == id), {})

    def fault(self) -> tuple[str, str, str] | None:
        """Give the first row that cannot be saved: its id, the field, a sentence."""
        if self.wrong:
            (id, name), sentence = next(iter(self.wrong.items()))
            return id, name, sentence
        for id, values in self.rows.items():
            if values == self.former(id):
                continue
            for field in self.collection.fields:
                if field.needed and values.get(field.name) in (None, ""):
                    return id, field.name, f"请填写{self.collection.label}的{field.label}。"
            for name, sentence in self.crossed(id).items():
                return id, name, sentence
        return None

    def crossed(self, id: str) -> dict[str, str]:
        """Name the fields of a row that cannot stand beside each other or the other rows."""
        kind = self.collection.name
        others = [
            row_fields.made(kind, each)
            for key, each in self.rows.items()
            if key != id and row_fields.complete(kind, each)
        ]
        return row_fields.faults(kind, self.rows[id], others, self._as_of)

    # ---- edits

    def add(self) -> str:
        """Begin a new row and give its id."""
        kind = self.collection.name
        id = ids.new(self.collection.prefix)
        stored = [each for each in self.stored if each.id in self.rows]
        self.rows[id] = row_fields.new_row(kind, id, self._person, stored)
        if row_fields.can_be_absent(kind):
            self.rows[id]["absent"] = ""
        return id

    def drop(self, gone: Iterable[str]) -> str:
        """Take rows away and give the id of the one that stands in their place."""
        known = [id for id in gone if id in self.rows]
        at = min((list(self.rows).index(id) for id in known), default=0)
        for id in known:
            del self.rows[id]
        self.wrong = {key: text for key, text in self.wrong.items() if key[0] in self.rows}
        left = list(self.rows)
        return left[min(at, len(left) - 1)] if left else ""

    def type(self, id: str, name: str, text: str, known: Mapping[str, str] | None) -> None:
        """Take a text into a field, or keep the sentence that says why not."""
        kind = self.collection.name
        sentence = row_fields.fault_in(kind, name, text, known)
        self.wrong.pop((id, name), None)
        if sentence:
            self.wrong[id, name] = sentence
        else:
            self.rows[id] = row_fields.with_text(kind, self.rows[id], name, text, known)

    def state(self, id: str, name: str, state: str) -> None:
        """Make a field 无 or 待核."""
        self.wrong.pop((id, name), None)
        wanted = "absent" if state == "absent" else "unknown"
        kind = self.collection.name
        self.rows[id] = row_fields.with_state(kind, self.rows[id], name, wanted)  # type: ignore[arg-type]


def values_of(row: Row) -> dict[str, Any]:
    """Give a row as values by field."""
    return {name: getattr(row, name) for name in type(row).__dataclass_fields__}
