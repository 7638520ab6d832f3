"""培养储备 of the whole base as rows: what is lacking when, the lists, cover, training. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.assessment import reserve
from leadership_model.assessment.development import Development, Lack, develop, helping, lacks
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.reserve import ListShare, Quota, Stay
from leadership_model.assessment.world import World
from leadership_model.matching.coverage import Cover, cover
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.people.codes import ranks
from leadership_model.people.reserve import LINKS, LISTS, Training
from ui import names
from ui.jobs import Control
from ui.navigation import OpenPerson, Request, ShowPeople, ShowTeams
from ui.pages.assessment.places import short_name
from ui.pages.assessment.work import as_of, short_post

if TYPE_CHECKING:
    from leadership_model.papers.spread import Spread

NOTE = "来自研判分析 · 培养储备"


@dataclass(frozen=True, slots=True)
class Reserves:
    """Everything the tab shows of a world."""

    world: World
    found: Development
    survey: tuple[Assessment, ...]
    covers: tuple[Cover, ...]
    stays: tuple[Stay, ...]
    quotas: tuple[Quota, ...]
    shares: tuple[ListShare, ...]


@dataclass(frozen=True, slots=True)
class LackRow:
    """A requirement lacking in some teams; `helpers`: those in reserve who count towards it."""

    lack: Lack
    teams: tuple[int, ...]
    helpers: tuple[int, ...] | None
    competence: bool


@dataclass(frozen=True, slots=True)
class StayRow:
    """Somebody on a list with the words shown."""

    stay: Stay
    name: str
    position: str
    birth: int | None


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A seat with the words shown."""

    cover: Cover
    team: str
    post: str
    holder: str
    first: str


@dataclass(frozen=True, slots=True)
class TrainRow:
    """Somebody on a list with the steps of each link, in order of months."""

    stay: Stay
    name: str
    position: str
    steps: tuple[tuple[Training, ...], ...]

    @property
    def last(self) -> int:
        """The month of the last step; -1 where there is none."""
        told = [step.start for link in self.steps for step in link if step.start is not None]
        return max(told, default=-1)


def look(world: World, survey: Sequence[Assessment], control: Control) -> Reserves:
    """Work out everything, once for a world."""
    found = develop(world, survey, control.check)
    control.check()
    return Reserves(
        world,
        found,
        tuple(survey),
        cover(world, found.openings),
        reserve.stays(world.snapshot, world.as_of),
        reserve.quotas(world),
        reserve.shares(world),
    )


def lack_rows(
    seen: Reserves, teams: frozenset[int] | None, kind: str, horizon: str
) -> list[LackRow]:
    """List what is lacking in some teams; kind: competences only, or all requirements."""
    listed = sorted({each.person for each in seen.stays})
    gaps = [e for e in seen.found.gaps if teams is None or e.team in teams]
    rows = []
    for lack in lacks(gaps):
        competence = lack.dimension in reserve.competences()
        if (kind == "competence" and not competence) or horizon not in ("", lack.horizon.id):
            continue
        marks = helping(seen.world, lack.gaps[0].requirement)
        helpers = None if marks is None else tuple(p for p in listed if marks[p])
        rows.append(LackRow(lack, lack.teams, helpers, competence))
    return rows


def stay_rows(seen: Reserves, name: str) -> list[StayRow]:
    """List who is on a list ("" = any), those of high levels first."""
    snapshot = seen.world.snapshot
    birth = snapshot.people.raw("birth")
    return [
        StayRow(
            each,
            names.person_name(snapshot, each.person),
            names.position_text(snapshot, each.person),
            birth[each.person],
        )
        for each in _listed(seen, name)
    ]


def _listed(seen: Reserves, name: str) -> list[Stay]:
    """Give who is on a list, those for high levels first, then by list."""
    order = ranks("levels")
    found = [each for each in seen.stays if name in ("", each.row.list)]
    return sorted(found, key=lambda e: (-order.get(e.row.level or "", 0), _place(e.row.list)))


def _place(name: str | None) -> int:
    return LISTS.index(name) if name in LISTS else len(LISTS)


def cover_rows(
    seen: Reserves, teams: frozenset[int] | None, kind: str, horizon: str
) -> list[CoverRow]:
    """List the seats of some teams; kind: all, or bare (nobody in reserve surely could)."""
    snapshot, found = seen.world.snapshot, []
    for each in seen.covers:
        opening = each.opening
        if (teams is not None and opening.team not in teams) or (kind == "bare" and each.ready):
            continue
        if horizon not in ("", opening.horizon.id):
            continue
        holder = "" if opening.holder < 0 else names.person_name(snapshot, opening.holder)
        first = "、".join(
            f"{names.person_name(snapshot, one.person)} {one.low:.0f}" for one in each.ready[:3]
        )
        post = short_post(names.post_name(snapshot, opening.post))
        found.append(CoverRow(each, short_name(snapshot, opening.team), post, holder, first))
    return found


def train_rows(seen: Reserves, name: str) -> list[TrainRow]:
    """List who is on a list ("" = any) with the six links of training."""
    snapshot = seen.world.snapshot
    table, made = snapshot["training"], []
    for each in _listed(seen, name):
        steps: list[Training] = [table.record(row) for row in table.of(each.person)]
        steps.sort(key=lambda step: (step.start or 0, step.id))
        links = tuple(tuple(step for step in steps if step.link == link) for link in LINKS)
        made.append(
            TrainRow(
                each,
                names.person_name(snapshot, each.person),
                names.position_text(snapshot, each.person),
                links,
            )
        )
    return made


# ---- where a row leads


def lack_target(seen: Reserves, row: LackRow) -> Request:
    """List the teams that lack it."""
    ids = seen.world.snapshot.teams.ids
    title = f"{row.lack.horizon.name}：{row.lack.label}不足 {len(row.teams)} 个班子"
    return ShowTeams(tuple(ids[each] for each in row.teams), title, NOTE)


def helpers_target(seen: Reserves, row: LackRow) -> Request | None:
    """List those in reserve who would count; None where the requirement is none of persons."""
    if not row.helpers:
        return None
    title = f"储备人选中计入“{row.lack.label}”的 {len(row.helpers)} 人"
    return people(seen, row.helpers, title)


def cover_target(seen: Reserves, row: CoverRow) -> Request | None:
    """List the candidates of a seat, those who surely could first."""
    listed = tuple(each.person for each in row.cover.candidates if each.eligible is not False)
    if not listed:
        return None
    title = f"{row.team}{row.post}储备人选 {len(listed)} 人"
    return people(seen, listed, title, DISCLAIMER)


def people(seen: Reserves, found: Sequence[int], title: str, why: str = "") -> Request:
    """List some people, with where they come from; one person opens as a card."""
    ids = tuple(seen.world.person_ids[each] for each in found)
    if len(ids) == 1:
        return OpenPerson(ids[0])
    note = " · ".join(filter(None, (NOTE, why, as_of(seen.world))))
    return ShowPeople(ids, title, note)


# ---- in words


def quota_text(each: Quota) -> str:
    """Write how many are in reserve for a level and role, and how many are wanted."""
    short = f"，缺 {each.short}" if each.short else ""
    return f"{each.level}储备 {len(each.people)} / {each.wanted}{short}"


def quota_tip(each: Quota) -> str:
    """Say what a quota rests on."""
    return f"{each.level}{each.role}岗位 {each.seats} 个；{each.basis}"


def share_text(each: ListShare) -> str:
    """Write how the list stands against a requirement on it as a whole."""
    share = "" if not each.size else f"{100 * each.low / each.size:.1f}%"
    open_ = f"，另 {each.high - each.low} 人待核" if each.high > each.low else ""
    return f"{each.name} {share}（{each.low} 人，应不少于 {each.need} 人{open_}）"


def basis_text(seen: Reserves) -> str:
    """Say on which grounds the list is judged; printed with it wherever it goes."""
    told = [*(each.basis for each in seen.quotas), *(each.basis for each in seen.shares)]
    return "；".join(dict.fromkeys(told))


def covered_text(rows: Sequence[CoverRow]) -> str:
    """Count the seats listed, and those covered."""
    ready = sum(bool(row.cover.ready) for row in rows)
    vacant = sum(row.cover.opening.holder < 0 for row in rows)
    return f"{len(rows)} 个岗位（现空缺 {vacant}），有符合条件储备人选的 {ready} 个"


def spread_of(
    seen: Reserves,
    title: str,
    heads: Sequence[tuple[str, float]],
    lines: Sequence[Sequence[str]],
    judged: bool,
    _control: Control,
) -> "Spread":
    """Put the rows shown on a sheet, with the state of the data and what the list is held to.

    `judged`: the rows come from structure models, whose versions are named.
    """
    from leadership_model.papers import notices
    from leadership_model.papers.basis import basis_of

    basis = basis_of(seen.world, seen.survey if judged else (), unknown=None if judged else 0)
    told = "；".join(share_text(each) for each in seen.shares)
    foot = f"{basis.foot}　名单结构：{told}。依据：{basis_text(seen)}"
    return notices.notices(title, heads, lines, seen.world.as_of, note=DISCLAIMER, rules=foot)
