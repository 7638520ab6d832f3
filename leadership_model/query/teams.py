"""Teams as objects of a query: by state, vacancy, category, area, requirements, and what will be.

"Who falls below": the teams at a later month with nobody replaced, beside what they are now.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadership_model.assessment.finding import STATE_WORDS, Assessment
from leadership_model.assessment.forecast import at_month
from leadership_model.assessment.leaving import RETIRE
from leadership_model.assessment.survey import Pause, assess_some, go_on
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.query.object_facets import Group

STATES = ("veto", "red", "yellow", "green", "unknown", "unconfigured")
VACANCY = ("有空缺", "正职空缺", "超配", "职数未核定")
FALLS, SAME = "变差", "不变"
LATER = (FALLS, "变好", SAME, "另一种状态")
_HEIGHT = {"veto": 0, "red": 1, "yellow": 2, "green": 3}


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team as it stands; everything of the assessment is None or empty until it is there.

    `later`: its state at the later month asked about, `breaks`: the requirements red then and
    not now.
    """

    id: str
    team: int
    name: str
    category: str
    area: str
    filled: int
    seats: int
    quota: int | None
    vacancies: tuple[int, ...]
    head_vacant: bool
    sub: str = ""
    state: str = ""
    low: float | None = None
    high: float | None = None
    unmet: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    later: str = ""
    breaks: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Whether more seats are filled than were approved."""
        return self.quota is not None and self.filled > self.quota

    def vacancy(self) -> tuple[str, ...]:
        """Say which words about vacancies hold."""
        said = (bool(self.vacancies), self.head_vacant, self.over, self.quota is None)
        return tuple(word for word, holds in zip(VACANCY, said, strict=True) if holds)

    def turn(self) -> str:
        """Say how the later state compares with the present one; empty where none was asked."""
        if not self.later or not self.state:
            return ""
        if self.later == self.state:
            return SAME
        now, then = _HEIGHT.get(self.state), _HEIGHT.get(self.later)
        if now is None or then is None:
            return LATER[3]
        return FALLS if then < now else LATER[1]


def _state(row: TeamRow) -> Sequence[str]:
    return (row.state,) if row.state else ()


def _category(row: TeamRow) -> Sequence[str]:
    return (row.category,)


def _sub(row: TeamRow) -> Sequence[str]:
    return (row.sub,) if row.sub else ()


def _area(row: TeamRow) -> Sequence[str]:
    return (row.area,)


def _unmet(row: TeamRow) -> Sequence[str]:
    return row.unmet


def _doubtful(row: TeamRow) -> Sequence[str]:
    return row.doubtful


def _turn(row: TeamRow) -> Sequence[str]:
    return (row.turn(),) if row.turn() else ()


def _breaks(row: TeamRow) -> Sequence[str]:
    return row.breaks


GROUPS: tuple[Group[TeamRow], ...] = (
    Group("states", "状态", _state, STATES, STATE_WORDS),
    Group("turns", "届时状态", _turn, LATER),
    Group("breaks", "届时新增不达标的要求", _breaks),
    Group("vacancies", "职数与空缺", TeamRow.vacancy, VACANCY),
    Group("categories", "班子类别", _category),
    Group("subs", "子类", _sub),
    Group("requirements", "不达标的要求", _unmet),
    Group("doubts", "待核的要求", _doubtful),
    Group("areas", "地区", _area),
)


def team_rows(world: World, survey: Sequence[Assessment] | None) -> tuple[TeamRow, ...]:
    """Make the rows of all teams, in the order of teams."""
    rows = [_team(world, team, id) for team, id in enumerate(world.snapshot.teams.ids)]
    if survey is not None:
        rows = list(map(_assessed, rows, survey))
    order = world.snapshot.teams.ints("order")
    return tuple(sorted(rows, key=lambda row: (int(order[row.team]), row.team)))


def _team(world: World, team: int, id: str) -> TeamRow:
    teams, posts = world.snapshot.teams, world.snapshot.posts
    seats = [p for p in world.seating.seats(team) if posts.ints("takes_quota")[p] == 1]
    vacant = tuple(p for p in seats if world.seating.holder[p] == VACANT)
    roles = posts.raw("role")
    return TeamRow(
        id=id,
        team=team,
        name=teams.raw("name")[team] or "（未命名班子）",
        category=teams.raw("category")[team] or "未分类",
        area=teams.raw("area")[team] or "–",
        filled=len(seats) - len(vacant),
        seats=len(seats),
        quota=world.quota(team),
        vacancies=vacant,
        head_vacant=any(roles[p] == "正职" for p in vacant),
        sub=teams.raw("sub_category")[team] or "",
    )


def _labels(found: Assessment, verdict: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.label for each in found.findings if each.verdict == verdict))


def _assessed(row: TeamRow, found: Assessment) -> TeamRow:
    return replace(
        row,
        state=found.state,
        low=found.score_low,
        high=found.score_high,
        unmet=_labels(found, "red"),
        near=_labels(found, "yellow"),
        doubtful=_labels(found, "unknown"),
    )


def later_states(world: World, month: int, pause: Pause = go_on) -> tuple[Assessment, ...]:
    """Assess every team at a later month: who has reached the statutory month has left."""
    then, _ = at_month(world, month, (RETIRE,))
    return tuple(assess_some(then, range(len(world.snapshot.teams)), with_rules=False, pause=pause))


def with_later(rows: Sequence[TeamRow], found: Sequence[Assessment] | None) -> tuple[TeamRow, ...]:
    """Say of each row what it will be; None takes that away."""
    if found is None:
        return tuple(replace(row, later="", breaks=()) for row in rows)
    return tuple(
        replace(
            row,
            later=found[row.team].state,
            breaks=tuple(each for each in _labels(found[row.team], "red") if each not in row.unmet),
        )
        for row in rows
    )
