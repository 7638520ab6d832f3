"""What a sabotage is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sabotage:
    """One small change for the worse: in `file`, `old` (which occurs once) becomes `new`.

    `tests` are the narrowest test files, relative to the root, of which one must fail then.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.tests or self.old == self.new:
            raise ValueError(f"{self.name}: a sabotage changes something and names its tests.")

    @property
    def room(self) -> str:
        """The room of the domain that is sabotaged."""
        return self.file.split("/")[1]


@dataclass(frozen=True, slots=True)
class Place:
    """A module and the test files that state its laws."""

    file: str
    tests: tuple[str, ...]

    def where(self, name: str, old: str, new: str) -> Sabotage:
        """Sabotage the module: `name` says in words what is wrong then."""
        room = self.file.split("/")[0]
        tests = tuple(f"tests/leadership_model/{each}" for each in self.tests)
        return Sabotage(f"{room}: {name}", f"leadership_model/{self.file}", old, new, tests)
