"""One job of a career: its wording and its structured reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What one post within a line means; becomes a CareerEntry."""

    unit_text: str
    unit_kind: str
    area: str | None
    post_kind: str
    level: str | None
    role: str = "其他"
    functions: tuple[str, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """The text of a line without its dates, and its posts."""

    text: str
    rows: tuple[Row, ...]
    secondment: bool = False

    @property
    def level(self) -> str | None:
        """The level of its first post."""
        return self.rows[0].level
