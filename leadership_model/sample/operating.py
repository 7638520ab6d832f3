"""How teams work, as a department has it on record: rates, counts, index entries, tasks.

Drawn from streams of their own after everything else, so that nothing drawn before is another.
"""

import random
from collections.abc import Iterator
from typing import Any

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.indicator_system import Item, System, shipped
from leadership_model.people.team import Indicator, Team, TeamTask
from leadership_model.sample.chance import bell, pick, share, stream, weighted
from leadership_model.sample.register import Register

YEARS = (2024, 2025)
PERIODS = ((2025, "H1"), (2025, "H2"), (2026, "H1"))
COUNTED = {
    "信访举报件数": {0: 70, 1: 18, 2: 8, 4: 4},
    "审计问题个数": {0: 62, 1: 16, 2: 12, 3: 10},
    "巡视巡察问题个数": {0: 76, 2: 14, 5: 10},
}
TASKS = (
    ("unit-politics", "制定年度党建工作要点和责任清单"),
    ("secretary-report", "召开抓党建述职评议会议"),
    ("unit-politics", "开展党组理论学习中心组集中学习"),
    ("secretary-lessons", "书记讲专题党课"),
    ("unit-organisation", "按期换届情况自查"),
    ("unit-tasks", "半年党建任务自查并报送"),
    ("member-meetings", "开展主题党日活动"),
    ("unit-problems", "督查反馈问题整改回头看"),
    ("member-points", "公示党员季度积分"),
    ("secretary-duty", "书记走访基层党支部"),
    ("unit-tasks", "报送党建重点任务完成情况"),
    ("secretary-report", "准备年终党建述职材料"),
)
FOLLOWERS = ("机关党委专职副书记", "办公室主任", "人事科科长", "党建办主任")


def draw(register: Register, seed: int) -> tuple[Any, ...]:
    """Give the figures, entries and tasks of all teams."""
    found: list[Any] = []
    for team in register.teams.values():
        source = stream(seed, "operating", team.id)
        found += _figures(source, team)
    for system in shipped():
        teams = [each for each in register.teams.values() if each.category in system.categories]
        for team in teams:
            source = stream(seed, "operating", system.id, team.id)
            found += _entries(source, team, system)
            found += _tasks(source, team, system, register.as_of)
    return tuple(found)


def _figures(source: random.Random, team: Team) -> Iterator[Indicator]:
    """Draw the rates of the democratic assessment of two years and the counts of the last."""
    mood = bell(source, 0.0, 1.0, -2.5, 2.5)
    for year in YEARS:
        if share(source, 0.04):
            continue  # not reported
        best = round(min(99.0, max(45.0, 82 + 7 * mood + source.uniform(-3, 3))), 1)
        poor = round(max(0.0, 1.2 - mood + source.uniform(-1, 1)), 1)
        rest = round((100 - best - poor) * source.uniform(0.75, 0.95), 1)
        for name, value in (("优秀", best), ("称职", rest), ("较差", poor)):
            yield _figure(source, team, year, f"民主测评{name}率", f"{value:g}")
    for name, weights in COUNTED.items():
        if not share(source, 0.3):
            yield _figure(source, team, YEARS[-1], name, str(weighted(source, weights)))


def _figure(source: random.Random, team: Team, year: int, name: str, value: str) -> Indicator:
    return Indicator(id=new("i", source), team=team.id, year=year, name=name, value=value)


def _entries(source: random.Random, team: Team, system: System) -> Iterator[Indicator]:
    """Draw what was entered of an index; the last half-year is not whole everywhere."""
    level = bell(source, 0.0, 1.0, -2.0, 2.0)
    for at, (year, period) in enumerate(PERIODS):
        missing = 0.04 if at == len(PERIODS) - 1 else 0.015
        for item in system.leaves():
            value = _value(source, item, level + 0.15 * at)
            if share(source, missing):
                continue
            yield Indicator(
                id=new("i", source),
                team=team.id,
                year=year,
                name=item.id,
                value=value,
                system=system.id,
                period=period,
                entered_by="市直机关工委",
                entered_at=f"{year}-{'07-15' if period == 'H1' else '12-28'}",
            )


def _value(source: random.Random, item: Item, level: float) -> str:
    """Draw a value of an item: near its target for good teams."""
    if item.unit == "个":
        return str(max(0, round(1.5 - level + source.uniform(-1.2, 1.2))))
    if item.unit == "次":
        return str(max(0, round(1.6 + 0.6 * level + source.uniform(-0.7, 0.7))))
    found = 88 + 4 * level + source.uniform(-6, 6)
    return f"{min(100.0, max(60.0, round(found, 1))):g}"


def _tasks(source: random.Random, team: Team, system: System, as_of: int) -> Iterator[TeamTask]:
    """Draw the monthly list of the present year with its follow-up."""
    year, follower = months.year_of(as_of), pick(source, FOLLOWERS)
    diligent = source.uniform(0.75, 0.99)
    for number, (item, title) in enumerate(TASKS, 1):
        due = months.of(year, number)
        done = None
        if due <= as_of and share(source, diligent):
            done = due
        elif due < as_of - 2 and share(source, 0.6):
            done = due + source.randint(1, 2)
        yield TeamTask(
            id=new("k", source),
            team=team.id,
            title=title,
            due=due,
            done=done,
            by=follower,
            system=system.id,
            item=item,
        )
