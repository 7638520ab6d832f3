"""Teams and posts as rows, and the filters over teams. No Qt."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from leadership_model.assessment.finding import STATE_WORDS, Assessment
from leadership_model.assessment.world import World
from leadership_model.people.seating import OUTSIDER, VACANT
from ui import names

STATES = ("veto", "red", "yellow", "green", "unknown", "unconfigured")
VACANCY = ("有空缺", "正职空缺", "超配")


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team as it stands; everything of the assessment is None or empty until it is there."""

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
    state: str = ""
    low: float | None = None
    high: float | None = None
    unmet: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Whether more seats are filled than were approved."""
        return self.quota is not None and self.filled > self.quota

    def vacancy(self) -> tuple[str, ...]:
        """Say which words about vacancies hold."""
        said = (bool(self.vacancies), self.head_vacant, self.over)
        return tuple(word for word, holds in zip(VACANCY, said, strict=True) if holds)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of teams; an empty group asks nothing. `ids`: only these."""

    ids: tuple[str, ...] | None = None
    states: tuple[str, ...] = ()
    vacancies: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


Values = Callable[[TeamRow], Sequence[str]]


def _state(row: TeamRow) -> Sequence[str]:
    return (row.state,) if row.state else ()


def _category(row: TeamRow) -> Sequence[str]:
    return (row.category,)


def _area(row: TeamRow) -> Sequence[str]:
    return (row.area,)


def _unmet(row: TeamRow) -> Sequence[str]:
    return row.unmet


GROUPS: tuple[tuple[str, str, Values], ...] = (
    ("states", "状态", _state),
    ("vacancies", "职数与空缺", TeamRow.vacancy),
    ("categories", "班子类别", _category),
    ("requirements", "不达标的要求", _unmet),
    ("areas", "地区", _area),
)


def team_rows(world: World, survey: Sequence[Assessment] | None) -> tuple[TeamRow, ...]:
    """Make the rows of all teams, by position."""
    ids = world.snapshot.teams.ids
    rows = [_team(world, team, id) for team, id in enumerate(ids)]
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
        name=names.team_name(world.snapshot, team),
        category=teams.raw("category")[team] or "未分类",
        area=teams.raw("area")[team] or "–",
        filled=len(seats) - len(vacant),
        seats=len(seats),
        quota=world.quota(team),
        vacancies=vacant,
        head_vacant=any(roles[p] == "正职" for p in vacant),
    )


def _assessed(row: TeamRow, found: Assessment) -> TeamRow:
    def labels(verdict: str) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(each.label for each in found.findings if each.verdict == verdict)
        )

    return replace(
        row,
        state=found.state,
        low=found.score_low,
        high=found.score_high,
        unmet=labels("red"),
        near=labels("yellow"),
        doubtful=labels("unknown"),
    )


def chosen(rows: Sequence[TeamRow], filters: Filters, but: str = "") -> list[TeamRow]:
    """Give the rows that pass all groups of filters, one group left out if named."""
    found = list(rows)
    if filters.ids is not None:
        wanted = frozenset(filters.ids)
        found = [row for row in found if row.id in wanted]
    for name, _, values in GROUPS:
        asked = frozenset(getattr(filters, name))
        if asked and name != but:
            found = [row for row in found if not asked.isdisjoint(values(row))]
    return found


def counts(rows: Sequence[TeamRow], filters: Filters, group: str) -> list[tuple[str, int]]:
    """Count the values of one group under the filters of all the others."""
    values = next(each for name, _, each in GROUPS if name == group)
    tally = Counter(value for row in chosen(rows, filters, group) for value in values(row))
    for value in getattr(filters, group):
        tally.setdefault(value, 0)
    if group == "states":
        return [(state, tally[state]) for state in STATES if state in tally]
    if group == "vacancies":
        return [(word, tally[word]) for word in VACANCY if word in tally]
    return sorted(tally.items(), key=lambda each: (-each[1], each[0]))


def toggled(filters: Filters, group: str, value: str) -> Filters:
    """Ask for a value of a group, or no longer."""
    asked: tuple[str, ...] = getattr(filters, group)
    fresh = tuple(x for x in asked if x != value) if value in asked else (*asked, value)
    changes: dict[str, tuple[str, ...]] = {group: fresh}
    return replace(filters, **changes)


def words_of(group: str, value: str) -> str:
    """Say a value of a group in words."""
    return STATE_WORDS[value] if group == "states" else value


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post with its holder."""

    id: str
    post: int
    name: str
    team: str
    category: str
    level: str
    role: str
    functions: str
    holder: str
    person: str
    vacant: bool
    since: int


def post_rows(world: World) -> tuple[PostRow, ...]:
    """Make the rows of all posts, by position."""
    posts, snapshot = world.snapshot.posts, world.snapshot
    owners = posts.owners()
    teams = [names.team_name(snapshot, team) for team in range(len(snapshot.teams))]
    categories = snapshot.teams.raw("category")
    ids, tenures = world.person_ids, snapshot["tenure"].raw("outsider")
    rows = []
    for post, id in enumerate(world.post_ids):
        holder = int(world.seating.holder[post])
        name = names.person_name(snapshot, holder)
        if holder == OUTSIDER:
            name = f"{tenures[int(world.seating.tenure[post])] or ''}（库外）"
        team = int(owners[post])
        rows.append(
            PostRow(
                id=id,
                post=post,
                name=names.post_name(snapshot, post),
                team=teams[team],
                category=categories[team] or "",
                level=posts.raw("level")[post] or "",
                role=posts.raw("role")[post] or "",
                functions=posts.raw("functions")[post] or "",
                holder=name,
                person=ids[holder] if holder >= 0 else "",
                vacant=holder == VACANT and posts.ints("takes_quota")[post] == 1,
                since=int(world.seating.since[post]),
            )
        )
    order = snapshot.teams.ints("order")
    return tuple(sorted(rows, key=lambda row: (int(order[owners[row.post]]), row.post)))
