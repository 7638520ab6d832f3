"""Who is counted in 统计表: everybody, or the members of some teams. No Qt here."""

import numpy as np

from leadership_model.query.level_table import age_table, level_table
from ui.count_sheet import Counted
from ui.jobs import Control
from ui.pages.assessment.work import View

SCOPES = (
    ("all", "全部在职"),
    ("seated", "班子成员"),
    ("category", "同类班子"),
    ("area", "同一地区"),
    ("team", "本班子"),
)


def people_of(seen: View, scope: str) -> tuple[tuple[int, ...], str]:
    """Give the people of a scope (positions), each once, and the scope in words."""
    world, teams = seen.world, seen.world.snapshot.teams
    if scope == "all":
        here = world.snapshot.people.texts("status").mask("在职")
        return tuple(np.flatnonzero(here).tolist()), "全部在职干部"
    chosen, words = [seen.team], f"{seen.short}成员"
    if scope == "seated":
        chosen, words = list(range(len(teams))), "全部班子成员"
    elif scope in ("category", "area"):
        values = teams.raw(scope)
        chosen = [at for at, value in enumerate(values) if value == values[seen.team]]
        words = f"{values[seen.team] or '未分类'}班子成员"
    count = world.facts.count
    members = dict.fromkeys(
        member for team in chosen for member in world.members(team).tolist() if member < count
    )
    return tuple(sorted(members)), words


def count(seen: View, scope: str, part: str, bands: tuple[int, ...], control: Control) -> Counted:
    """Count a table."""
    people, words = people_of(seen, scope)
    control.check()
    table = (
        age_table(seen.world, people)
        if part == "single"
        else level_table(seen.world, people, bands)
    )
    return Counted(seen.world, table, words)
