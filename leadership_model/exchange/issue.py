"""What is wrong with a file that came in: one sentence, and where."""

from dataclasses import dataclass

SEVERITIES = ("error", "warn", "note")


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault of an input file.

    `severity`: error (the file or the field was not taken over), warn (taken over, look at it) or
    note (repaired or worth knowing). `line` counts from 1, None where a line has no meaning;
    `field` is the form's element, None for the file as a whole.
    """

    file: str
    line: int | None
    field: str | None
    severity: str
    text: str

    def __post_init__(self) -> None:
        if self.severity not in SEVERITIES:
            raise ValueError(f"an issue is one of {SEVERITIES}, not {self.severity!r}")
        if not self.text:
            raise ValueError("an issue needs a sentence")
