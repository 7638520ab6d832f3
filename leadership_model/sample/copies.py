"""The default city once more, under other names and ids, for bases larger than the default."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model import seed
from leadership_model.people.person import Person
from leadership_model.people.table import kinds_of
from leadership_model.sample.grade_truths import GradeTruth
from leadership_model.sample.identity import check_digit
from leadership_model.sample.truth import Truth

ENDINGS = "川阳江陵原州定远昌宁安泰丰和平顺"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy by its number (1, 2 ...): new ids, other names of the city and its areas."""

    number: int
    names: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))

    def __post_init__(self) -> None:
        names = names_of(self.number)
        object.__setattr__(self, "names", names)
        object.__setattr__(self, "pattern", re.compile("|".join(names)))

    def record(self, record: Any) -> Any:  # noqa: ANN401
        """Copy one record of any kind."""
        changed = {
            name: self.key(value) if kind == "ref" else self.text(value)
            for name, kind in text_fields(type(record))
            if (value := getattr(record, name)) is not None
        }
        changed["id"] = self.key(record.id)
        if isinstance(record, Person) and record.id_number:
            changed["id_number"] = self._id_number(record.id_number)
        return replace(record, **changed)

    def truth(self, truth: Truth) -> Truth:
        """Copy one truth."""
        return replace(
            truth,
            people=tuple(sorted(map(self.key, truth.people))),
            team=self.key(truth.team) if truth.team else None,
            post=self.key(truth.post) if truth.post else None,
        )

    def grade(self, truth: GradeTruth) -> GradeTruth:
        """Copy the month of one person."""
        return replace(truth, person=self.key(truth.person))

    def key(self, key: str) -> str:
        """Give the id in this copy."""
        return f"{key}-{self.number}"

    def text(self, text: str) -> str:
        """Put the other names into a text."""
        return self.pattern.sub(lambda found: self.names[found[0]], text)

    def _id_number(self, number: str) -> str:
        """Move a number to area codes of this copy, so that no two people share one."""
        shift = 9 * self.number
        first = f"99{(int(number[2:4]) + shift) % 100:02d}" + number[4:17]
        return first + check_digit(first)


def names_of(number: int) -> dict[str, str]:
    """Give other short names for the city and its areas, different in every copy."""
    content = seed.read("sample/places.toml")
    cities = content["more_cities"]
    other = cities[(number - 1) % len(cities)][:-1]
    later = (number - 1) // len(cities)
    names = {content["city"][:-1]: other + ("" if not later else ENDINGS[later])}
    for area in content["area"]:
        short = area["short"]
        endings = [each for each in ENDINGS if each != short[1]]
        turn, place = divmod(number - 1, len(endings))
        names[short] = short[0] + endings[place] + ("" if not turn else ENDINGS[turn])
    return names


def text_fields(record: type) -> tuple[tuple[str, str], ...]:
    """Name the fields of a record that hold texts or ids of other records, with their kind."""
    kinds = kinds_of(record)
    return tuple((name, kind) for name, kind in kinds.items() if kind in ("ref", "code", "text"))
