"""One job of a career: its wording and its structured reading."""

from dataclasses import dataclass, replace


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

    def prefixed(self, city: str) -> "Job":
        """Put the name of the city before the place, as some offices write it."""
        if self.text.startswith((city, "共青团")) or self.rows[0].area in ("市直", "市外"):
            return self
        return replace(self, text=city + self.text)
