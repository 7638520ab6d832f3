"""Every month somebody may be due to retire, given what is known of him or her."""

from leadership_model import months
from leadership_model.people.person import Person
from leadership_model.sample import retirement


def due_months(person: Person) -> list[int | None]:
    """List every month that is possible given what is known; None when birth is unknown."""
    if person.birth is not None:
        births = [person.birth]
    elif person.birth_year is not None:
        births = [months.of(person.birth_year, month) for month in range(1, 13)]
    else:
        return [None, 0]
    sexes = [person.sex] if person.sex else ["男", "女"]
    unsure = person.level is None and not person.is_absent("level")
    levels = ["县处级副职", "乡科级正职"] if unsure else [person.level]
    return [
        retirement.due(sex, birth, level, person.technical_title)
        for birth in births
        for sex in sexes
        for level in levels
    ]
