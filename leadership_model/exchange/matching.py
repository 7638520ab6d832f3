"""Which person of the base a form is about: by ID number, else by name and birth month."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from leadership_model import months
from leadership_model.exchange import wording
from leadership_model.exchange.clean import CleanForm
from leadership_model.people.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Match:
    """Rows of the people table a form fits, or a sentence why it cannot be decided.

    `candidates` are the rows somebody has to choose from.
    """

    rows: tuple[int, ...] = ()
    conflict: str | None = None
    namesake: str | None = None  # a note on people of the same name
    candidates: tuple[int, ...] = ()


@dataclass(slots=True)
class Index:
    """The people of a base by ID number and by name."""

    snapshot: Snapshot
    numbers: dict[str, list[int]] = field(default_factory=dict)
    names: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        people = self.snapshot.people
        for row, number in enumerate(people.raw("id_number")):
            if number:
                self.numbers.setdefault(_number(number), []).append(row)
        for row, name in enumerate(people.raw("name")):
            if name:
                self.names.setdefault(wording.name(name), []).append(row)

    def find(self, cleaned: CleanForm) -> Match:
        """Find whom a form is about."""
        number = cleaned.said.get("id_number")
        if isinstance(number, str) and _number(number) in self.numbers:
            return self._by_number(cleaned, self.numbers[_number(number)])
        return self._by_name(cleaned, number if isinstance(number, str) else None)

    def _by_number(self, cleaned: CleanForm, rows: Sequence[int]) -> Match:
        if len(rows) > 1:
            text = f"库内有 {len(rows)} 人使用同一身份证号，无法确定是哪一位"
            return Match(conflict=text, candidates=tuple(rows))
        known = self.snapshot.people.raw("name")[rows[0]]
        if known and wording.name(known) != cleaned.name:
            text = f"身份证号与库内“{known}”相同而姓名是“{cleaned.name}”，请先核对是不是同一人"
            return Match(conflict=text, candidates=tuple(rows))
        return Match(tuple(rows))

    def _by_name(self, cleaned: CleanForm, number: str | None) -> Match:
        rows = self.names.get(cleaned.name, [])
        births = self.snapshot.people.raw("birth")
        numbers = self.snapshot.people.raw("id_number")
        birth = cleaned.said.get("birth")
        if birth is None:
            if not rows:
                return Match()
            years = self.snapshot.people.raw("birth_year")
            year = cleaned.said.get("birth_year")
            alike = [row for row in rows if year and births[row] is None and years[row] == year]
            if len(alike) == len(rows) == 1 and not (number and numbers[alike[0]]):
                return Match(tuple(alike))
            text = f"表中没有出生年月，库内有同名的“{cleaned.name}”，无法确定是否同一人"
            return Match(conflict=text, candidates=tuple(rows))
        found = [row for row in rows if births[row] == birth]
        other = [row for row in found if number and numbers[row]]
        if other:  # equal numbers were found before, so these differ
            text = f"库内有同名同出生年月的“{cleaned.name}”，但身份证号不同，请先核对"
            return Match(conflict=text, candidates=tuple(found))
        if len(found) > 1:
            people = f"{len(found)} 位“{cleaned.name}”同为 {months.show(birth)} 出生"
            text = f"库内有 {people}，无法确定是哪一位"
            return Match(conflict=text, candidates=tuple(found))
        if not found and rows:
            return Match(namesake=f"库内另有同名的“{cleaned.name}”（出生年月不同），按新的人导入")
        return Match(tuple(found))


def identity(cleaned: CleanForm) -> tuple[str, ...]:
    """Give what makes two forms be about one person: the ID number, else name and birth."""
    number = cleaned.said.get("id_number")
    if isinstance(number, str):
        return ("number", _number(number))
    return ("name", cleaned.name, str(cleaned.said.get("birth")))


def _number(text: str) -> str:
    return "".join(text.split()).upper()
