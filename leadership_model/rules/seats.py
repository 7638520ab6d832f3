"""The seats as the rules read them: where each lies, which quota it fills and how full that is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.seating import OUTSIDER, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints

ROLES = ("正职", "副职", "其他")
FEW_TEAMS = 8  # so few are counted seat by seat
FIELDS = ("quota_head", "quota_deputy", "quota_other")


@dataclass(frozen=True, slots=True)
class Places:
    """Per post: team, unit of the team, the unit above, the unit it belongs to, and its role.

    `group` = team x 3 + role for seats that fill a quota, else -1; `quota` per group, UNKNOWN
    when not recorded. `desk`: the unit does 组织人事、纪检监察、审计、财务 work of its parent.
    """

    team: Ints
    unit: Ints
    upper: Ints
    parent: Ints
    desk: Bools
    leader: Bools
    member: Bools
    group: Ints
    quota: Ints


@dataclass(frozen=True, slots=True)
class Filling:
    """How full each quota is: different holders per group, and who fills which.

    `inside`: sorted person x groups + group of everybody who fills a group; `alone` per post: its
    holder fills the group by this seat only.
    """

    filled: Ints
    inside: NDArray[np.int64]
    alone: Bools


def places(snapshot: Snapshot) -> Places:
    """Lay out the posts, once per snapshot."""
    return snapshot.remember("rules places", lambda: _places(snapshot))


def filling(seating: Seating) -> Filling:
    """Count the holders of each quota, once per seating. A person counts once in a group."""
    return seating.remember("rules filling", lambda: _filling(seating))


def filled_of(seating: Seating, teams: Sequence[int]) -> list[list[int]]:
    """Give for each team how many different holders each of its quotas has, by ROLES."""
    if len(teams) > FEW_TEAMS:
        every = filling(seating).filled
        return [every[team * len(ROLES) : (team + 1) * len(ROLES)].tolist() for team in teams]
    group, found = places(seating.snapshot).group, []
    for team in teams:
        seats = seating.seats(team)
        held: list[list[int]] = [[] for _ in ROLES]
        rows = (each[seats.start : seats.stop].tolist() for each in (group, seating.holder))
        for at, who in zip(*rows, strict=True):
            if at >= 0 and (who == OUTSIDER or who >= 0):
                held[at % len(ROLES)].append(who)
        found.append([len({p for p in who if p >= 0}) + who.count(OUTSIDER) for who in held])
    return found


def _places(snapshot: Snapshot) -> Places:
    posts, teams, units = snapshot.posts, snapshot.teams, snapshot["unit"]
    team = posts.ints("team")
    unit = _through(teams.ints("unit"), team)
    role = posts.texts("role").mapped({name: i for i, name in enumerate(ROLES)})
    quotas = [_numbers(teams.ints(name)) for name in FIELDS]
    fills = (posts.ints("takes_quota") == 1) & (role >= 0) & (team >= 0)
    return Places(
        team=team,
        unit=unit,
        upper=_through(units.ints("upper"), unit),
        parent=_through(units.ints("parent"), unit),
        desk=_through(units.ints("personnel"), unit) == 1,
        leader=(role == 0) | (role == 1),
        member=posts.ints("member") == 1,
        group=np.where(fills, team * len(ROLES) + role, -1).astype(np.int32),
        quota=np.stack(quotas, axis=1).reshape(-1).astype(np.int32),
    )


def _numbers(quota: Ints) -> Ints:
    """Read a quota that is 无 as none at all."""
    return np.where(quota == ABSENT, 0, quota).astype(np.int32)


def _filling(seating: Seating) -> Filling:
    layout = places(seating.snapshot)
    size = max(len(layout.quota), 1)
    group, holder = layout.group, seating.holder
    people = np.flatnonzero((group >= 0) & (holder >= 0))
    keys = holder[people].astype(np.int64) * size + group[people]
    inside, back, seats = np.unique(keys, return_inverse=True, return_counts=True)
    outside = group[(group >= 0) & (holder == OUTSIDER)]
    filled = np.bincount(np.concatenate([inside % size, outside]), minlength=size)
    alone = holder == OUTSIDER
    alone[people] = seats[back] == 1
    return Filling(filled.astype(np.int32), inside, alone)


def _through(column: Ints, at: Ints) -> Ints:
    """Follow a reference: the value of a column at each position, UNKNOWN where there is none."""
    longer = np.append(column, UNKNOWN)
    return np.where(at >= 0, longer[at], UNKNOWN).astype(np.int32)
