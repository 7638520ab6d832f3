"""What a cell of this page may ask for inside the page, beside leading elsewhere. No Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inspect:
    """Asks for one requirement in full, inside the page."""

    requirement: str


@dataclass(frozen=True, slots=True)
class Enter:
    """Asks to enter or change one yearly figure of the team."""

    name: str
    year: int


@dataclass(frozen=True, slots=True)
class EnterPeriod:
    """Asks to enter the team's values of one period of an indicator system."""

    system: str
    year: int
    period: str


@dataclass(frozen=True, slots=True)
class Look:
    """Asks for the team as it is in another month, inside the tab."""

    month: int


@dataclass(frozen=True, slots=True)
class Followers:
    """Asks for the people who could follow in a seat, inside the tab."""

    post: int
