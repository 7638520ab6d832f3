"""One known fault of the city."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

Result = Literal["fail", "unknown"]


@dataclass(frozen=True, slots=True)
class Truth:
    """A fault: which rule, whether it fails or cannot be decided, who and where.

    `kind` is the id of the rule as well; `planted` whether it was put in on purpose.
    """

    rule: str
    result: Result
    people: tuple[str, ...] = ()
    team: str | None = None
    post: str | None = None
    field: str | None = None
    planted: bool = False
    kind: str = ""

    def __post_init__(self) -> None:
        if not self.kind:
            object.__setattr__(self, "kind", self.rule)

    @property
    def order(self) -> tuple[str, str, str, tuple[str, ...], str]:
        """What truths are sorted by."""
        return self.rule, self.team or "", self.post or "", self.people, self.field or ""

    def marked(self, planted: AbstractSet[tuple[str, str]]) -> "Truth":
        """Note whether the fault was put in on purpose."""
        about = (*self.people, self.team or "")
        return replace(self, planted=any((self.rule, each) in planted for each in about))
