"""When somebody retires or leaves the post, as the card says it. No Qt."""

from typing import TYPE_CHECKING

from leadership_model.people.person import Person
from ui import names

if TYPE_CHECKING:
    from leadership_model.assessment.world import World


def lines(world: "World", person: int, record: Person) -> list[tuple[str, str]]:
    """Give the statutory month, flexible early retirement, and the local age of leaving posts."""
    found = [("到龄", _retirement(world, person)), *_earlier(world, record)]
    return [*found, *(("退岗年龄", text) for text in _leaving(world, person))]


def _retirement(world: "World", person: int) -> str:
    from leadership_model.people import disputes, retirement
    from leadership_model.people.verified import BIRTH

    doubted = disputes.disputed(world.snapshot, BIRTH)
    rule = world.book.at(world.as_of).get("R1")
    women = retirement.COUNTY_WOMEN
    if rule is not None:
        women = int(rule.parameters["county_women_years"])
    span = retirement.of_people(world.snapshot.people, women, doubted=doubted)
    low, high = int(span.low[person]), int(span.high[person])
    if low != high:
        return "待核（出生年月或性别不详）"
    left = low - world.as_of
    return f"{names.month(low)} · " + (f"还有 {names.span(left)}" if left > 0 else "已到龄")


def _earlier(world: "World", record: "Person") -> list[tuple[str, str]]:
    """Give the month agreed of a flexible early retirement, or the first one possible."""
    from leadership_model.people import retirement

    rule = world.book.at(world.as_of).get("R1")
    if rule is None or record.birth is None:
        return []
    women = int(rule.parameters["county_women_years"])
    senior = retirement.is_senior(record.technical_title or "")
    level = "无" if record.is_absent("level") else record.level
    line = retirement.line_of(record.sex, level, senior=senior, county_women=women)
    if line is None:
        return []
    due = retirement.due(record.birth, line)
    if record.early_retirement is not None and record.early_retirement < due:
        return [
            ("弹性提前", f"已定 {names.month(record.early_retirement)}（法定 {names.month(due)}）")
        ]
    first = retirement.earliest(due, record.birth, line)
    return [("弹性提前", f"最早 {names.month(first)}")] if first < due else []


def _leaving(world: "World", person: int) -> list[str]:
    """Say when the local age of leaving the post is reached, where a line is set."""
    from leadership_model.rules.seat import leaving_ages, leaving_month

    rule = world.book.at(world.as_of).get("R2")
    if rule is None:
        return []
    found = []
    for post in world.seating.posts_of(person).tolist():
        month = leaving_month(world.seating, rule, post)
        if month is not None:
            age = int(leaving_ages(world.snapshot, rule)[post])
            found.append(f"{age} 周岁 · {names.month(month)}")
    return list(dict.fromkeys(found))
