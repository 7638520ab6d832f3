"""Many teams at once: figures of a group, the same fault in many teams, who came and who left.

Every figure names the teams or posts it counts. Teams without a model and empty seats are figures
of their own, never left out of sight.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from leadership_model.assessment.finding import STATE_WORDS, Assessment, State
from leadership_model.assessment.world import World
from leadership_model.people.seating import OUTSIDER
from leadership_model.rules.rule import RuleResult

STATES: tuple[State, ...] = ("green", "yellow", "red", "veto", "unknown", "unconfigured")
Unit = Literal["teams", "posts", "points", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure of a group. `low` = `high` where it is known; None: there is nothing to measure.

    `unit`: a number of teams or posts, points of 100, or a share 0 to 1. `behind`: positions of
    the teams or, for posts, of the posts that are counted; `of`: out of how many.
    """

    id: str
    label: str
    unit: Unit
    low: float | None
    high: float | None
    behind: tuple[int, ...] = ()
    of: int = 0
    kind: Literal["teams", "posts"] = "teams"


def measures(group: Sequence[Assessment]) -> tuple[Measure, ...]:
    """Give the figures of a group: size, states, scores, vacancies, and each requirement."""
    return (
        _teams("teams", "班子数", [each.team for each in group], len(group)),
        *(
            _teams(
                f"state:{state}",
                f"状态为“{STATE_WORDS[state]}”" if state != "unconfigured" else "未配置结构模型",
                [each.team for each in group if each.state == state],
                len(group),
            )
            for state in STATES
        ),
        _score(group),
        _vacancies(group),
        _filled(group),
        *_requirements(group),
    )


def _teams(id: str, label: str, teams: Sequence[int], of: int) -> Measure:
    count = float(len(teams))
    return Measure(
        id=id, label=label, unit="teams", low=count, high=count, behind=tuple(teams), of=of
    )


def _score(group: Sequence[Assessment]) -> Measure:
    """The mean of both ends of the scores; teams without a model are left out of it."""
    scored = [each for each in group if each.score_low is not None]
    low = high = None
    if scored:
        low = sum(each.score_low or 0.0 for each in scored) / len(scored)
        high = sum(each.score_high or 0.0 for each in scored) / len(scored)
    return Measure(
        id="score",
        label="平均得分",
        unit="points",
        low=low,
        high=high,
        behind=tuple(each.team for each in scored),
        of=len(group),
    )


def _vacancies(group: Sequence[Assessment]) -> Measure:
    empty = [post for each in group for post in each.vacancies]
    count = float(len(empty))
    seats = sum(each.seats for each in group)
    return Measure(
        id="vacant",
        label="空缺岗位",
        unit="posts",
        low=count,
        high=count,
        behind=tuple(empty),
        of=seats,
        kind="posts",
    )


def _filled(group: Sequence[Assessment]) -> Measure:
    seats, filled = sum(each.seats for each in group), sum(each.filled for each in group)
    share = filled / seats if seats else None
    teams = tuple(each.team for each in group if each.vacancies)
    return Measure(
        id="filled",
        label="在任率（点开为有空缺的班子）",
        unit="share",
        low=share,
        high=share,
        behind=teams,
        of=seats,
    )


def _requirements(group: Sequence[Assessment]) -> tuple[Measure, ...]:
    """Which share of the teams asked meets each requirement: surely, and possibly."""
    found: dict[str, list[tuple[int, str]]] = {}
    for each in group:
        for finding in each.findings:
            found.setdefault(finding.label, []).append((each.team, finding.verdict))
    made = []
    for label, verdicts in found.items():
        sure = sum(verdict == "green" for _, verdict in verdicts)
        open_ = sum(verdict == "unknown" for _, verdict in verdicts)
        teams = tuple(team for team, verdict in verdicts if verdict != "green")
        made.append(
            Measure(
                id=f"requirement:{label}",
                label=label,
                unit="share",
                low=sure / len(verdicts),
                high=(sure + open_) / len(verdicts),
                behind=teams,
                of=len(verdicts),
            )
        )
    return tuple(made)


FaultKind = Literal["requirement", "doubt", "rule", "vacancy", "unconfigured"]
RUNNING, COMING = ("P1",), ("R1", "T1")  # rules that remind: always, or while only near
FAULT_WORDS: dict[FaultKind, str] = {
    "requirement": "结构要求",
    "rule": "规则",
    "vacancy": "空缺",
    "unconfigured": "未配置",
    "doubt": "待核",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A fault in one team: what is said of it and who or which seats it is about."""

    team: int
    detail: str
    people: tuple[int, ...] = ()
    posts: tuple[int, ...] = ()
    grave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The same fault in many teams, each of them once. `of`: of how many it is asked."""

    kind: FaultKind
    id: str
    label: str
    places: tuple[Place, ...]
    of: int


def faults(world: World, group: Sequence[Assessment]) -> tuple[Fault, ...]:
    """Group what is wrong by requirement and rule, the most frequent first.

    A requirement not met (yellow or red), one of which it cannot be said, a rule that fails (but
    for what only reminds), a seat of a role that is empty, a team without a model.
    """
    found: dict[tuple[FaultKind, str], dict[int, Place]] = {}
    labels: dict[tuple[FaultKind, str], str] = {}
    asked: dict[str, int] = {}

    def note(kind: FaultKind, id: str, label: str, place: Place) -> None:
        labels.setdefault((kind, id), label)
        places = found.setdefault((kind, id), {})
        old = places.get(place.team)
        places[place.team] = place if old is None else _joined(old, place)

    for each in group:
        _structural(each, note, asked)
        _by_rules(world, each, note)
        _empty(world, each, note)
    order = list(FAULT_WORDS)
    made = [
        Fault(
            kind=kind,
            id=id,
            label=labels[kind, id],
            places=tuple(places.values()),
            of=asked.get(id, len(group)) if kind in ("requirement", "doubt") else len(group),
        )
        for (kind, id), places in found.items()
    ]
    return tuple(sorted(made, key=lambda f: (-len(f.places), order.index(f.kind), f.id)))


Note = Callable[[FaultKind, str, str, Place], None]


def _structural(each: Assessment, note: Note, asked: dict[str, int]) -> None:
    if each.state == "unconfigured":
        told = Place(team=each.team, detail="没有已发布的结构模型")
        note("unconfigured", "", "未配置结构模型", told)
    for finding in each.findings:
        asked[finding.label] = asked.get(finding.label, 0) + 1
        if finding.verdict == "green":
            continue
        doubt = finding.verdict == "unknown"
        people = finding.unknown_people if doubt else finding.people
        place = Place(
            team=each.team,
            detail=finding.detail,
            people=people,
            grave=finding.verdict == "red" or (finding.veto and finding.s_high < 1.0),
        )
        kind: FaultKind = "doubt" if doubt else "requirement"
        label = f"{finding.label}待核" if doubt else finding.label
        note(kind, finding.label, label, place)


def _by_rules(world: World, each: Assessment, note: Note) -> None:
    book = world.book.at(world.as_of)
    for result in each.rules:
        if result.result == "fail" and not is_reminder(result):
            rule = book.get(result.rule)
            title = result.rule if rule is None else f"{result.rule} {rule.title}"
            posts = (result.post,) if result.post >= 0 and not result.people else ()
            place = Place(
                team=each.team,
                detail="；".join(filter(None, (result.evidence.rstrip("。"), result.exception))),
                people=result.people,
                posts=posts,
                grave=result.severity == "forbid",
            )
            note("rule", result.rule, title, place)


def is_reminder(result: RuleResult) -> bool:
    """Say whether a rule only says what is running or coming: probation, an end that is near.

    That is how things go, not a fault of a team; the reminders list it by month.
    """
    return result.rule in RUNNING or (result.rule in COMING and result.severity == "note")


def _empty(world: World, each: Assessment, note: Note) -> None:
    posts = world.snapshot.posts
    for post in each.vacancies:
        role = posts.raw("role")[post] or "其他"
        name = posts.raw("name")[post] or "岗位"
        place = Place(team=each.team, detail=f"{name}空缺", posts=(post,), grave=role == "正职")
        note("vacancy", role, f"{role}岗位空缺", place)


def _joined(old: Place, new: Place) -> Place:
    """Put two findings of one kind in one team together."""
    return Place(
        team=old.team,
        detail=f"{old.detail.rstrip('。')}；{new.detail}",
        people=tuple(dict.fromkeys((*old.people, *new.people))),
        posts=tuple(dict.fromkeys((*old.posts, *new.posts))),
        grave=old.grave or new.grave,
    )


def came_and_left(before: World, now: World, team: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give who has come into a team between two worlds of the same people, and who has left it."""
    then, there = (_present(world, team) for world in (before, now))
    return (
        tuple(person for person in there if person not in then),
        tuple(person for person in then if person not in there),
    )


def _present(world: World, team: int) -> tuple[int, ...]:
    rows: Iterable[int] = world.members(team).tolist()
    return tuple(row for row in rows if row < world.facts.count and row != OUTSIDER)
