"""A plan on somebody's table: a scenario, what its author chose around it, and the JSON form."""

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from leadership_model.errors import UserError
from leadership_model.people.snapshot import Snapshot
from leadership_model.staffing.move import STAGES, Move
from leadership_model.staffing.options import WEIGHTS
from leadership_model.staffing.scenario import Scenario
from leadership_model.staffing.status import Status, is_locked

LISTS = ("teams", "weights", "pool", "only")
LONGEST_SECTION = 30  # characters of the name of a section of the meeting list
SHARES = ("1/3", "1/2", "1")  # of a team's members that may leave or change seats


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What an author chose beside the moves.

    teams: ids of the teams on the board, in order. weights: of team scores, fit and few changes.
    rearrange: 重排 instead of 补缺. include_unknown: 待核 people join. pool, pool_title: ids of
    those who may be proposed (empty: everybody). stage: how far the plan is. sections: (id of a
    person, section of the 上会名单) where somebody put them under another one than the facts say.

    Of the solver: only: ids of the teams it staffs (empty: all on the board). unconfirmed_kin:
    unconfirmed kinship does not matter. most_moves, most_in_team: people who may move in all and
    in one team. most_changed: one of SHARES. caution: 宁缺毋滥. further: how many plans besides the
    best; apart, unit: in how many people or assignments they differ at least. seconds: how long.
    """

    teams: tuple[str, ...] = ()
    weights: tuple[float, float, float] = WEIGHTS
    rearrange: bool = False
    include_unknown: bool = False
    pool: tuple[str, ...] = ()
    pool_title: str = ""
    stage: str = STAGES[1]
    sections: tuple[tuple[str, str], ...] = ()
    only: tuple[str, ...] = ()
    unconfirmed_kin: bool = False
    most_moves: int | None = None
    most_in_team: int | None = None
    most_changed: str = SHARES[0]
    caution: bool = False
    further: int = 2
    apart: int = 3
    unit: Literal["people", "assignments"] = "people"
    seconds: int = 30

    def __post_init__(self) -> None:
        if self.stage not in STAGES:
            raise ValueError(f"方案所处的环节只能是{'、'.join(STAGES)}，不能是“{self.stage}”")
        if self.most_changed not in SHARES:
            raise ValueError(f"最大调整比例只能是{'、'.join(SHARES)}，不能是“{self.most_changed}”")
        if any(not 0 < len(name) <= LONGEST_SECTION for _, name in self.sections):
            raise ValueError(f"上会名单的分节名称应为 1 至 {LONGEST_SECTION} 个字")
        if not (0 <= self.further <= 10 and 1 <= self.apart <= 50 and 1 <= self.seconds <= 3600):
            raise ValueError("备选方案最多 10 个、相差 1 至 50 处，求解时间 1 至 3600 秒")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whose a plan is and how far: author, the names it is shared with, status, status before 归档.

    An author of "" is whoever stores it first.
    """

    author: str = ""
    shared: tuple[str, ...] = ()
    status: Status = "草案"
    former: Status | None = None

    @property
    def locked(self) -> bool:
        """Whether the plan holds still."""
        return is_locked(self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A scenario, the choices around it, and whose it is."""

    scenario: Scenario
    choices: Choices = field(default_factory=Choices)
    standing: Standing = field(default_factory=Standing)


def to_json(choices: Choices) -> str:
    """Write the choices as JSON text."""
    return json.dumps(asdict(choices), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Choices:
    """Read choices; UserError when the text holds none."""
    try:
        body: dict[str, Any] = json.loads(text)
        body.pop("shared_with", None)  # of plans written before they knew their readers
        body |= {key: tuple(body[key]) for key in LISTS if key in body}
        body["sections"] = tuple((who, name) for who, name in body.get("sections", ()))
        return Choices(**body)
    except (TypeError, ValueError) as error:
        raise UserError("方案的设置无法读取，请新建一个方案") from error


def with_teams(choices: Choices, *teams: str) -> Choices:
    """Put teams on the board behind those that are there; none twice."""
    return replace(choices, teams=tuple(dict.fromkeys((*choices.teams, *teams))))


def with_team_at(choices: Choices, team: str, place: int) -> Choices:
    """Put a team of the board at another place, counted from 0; the others keep their order."""
    others = [each for each in choices.teams if each != team]
    if len(others) == len(choices.teams):
        return choices
    at = min(max(place, 0), len(others))
    return replace(choices, teams=(*others[:at], team, *others[at:]))


def without_team(choices: Choices, team: str) -> Choices:
    """Take a team from the board; its moves stay in the scenario."""
    return replace(choices, teams=tuple(each for each in choices.teams if each != team))


def without_gone(draft: Draft, snapshot: Snapshot) -> tuple[Draft, tuple[Move, ...]]:
    """Leave out what names a person, post or team no longer there; give the moves dropped too."""
    people, posts = snapshot.people.positions, snapshot.posts.positions
    scenario = draft.scenario
    stays = [
        (move.person is None or move.person in people) and (move.post is None or move.post in posts)
        for move in scenario.moves
    ]
    teams = tuple(team for team in draft.choices.teams if team in snapshot.teams.positions)
    pool = tuple(person for person in draft.choices.pool if person in people)
    kept = tuple(move for move, here in zip(scenario.moves, stays, strict=True) if here)
    gone = tuple(move for move, here in zip(scenario.moves, stays, strict=True) if not here)
    cursor = sum(stays[: scenario.cursor])
    return (
        Draft(
            scenario=replace(scenario, moves=kept, cursor=cursor),
            choices=replace(draft.choices, teams=teams, pool=pool),
        ),
        gone,
    )
