"""What the page works out beside the board: figures of the strip, areas, teams to choose. No Qt."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui import names
from ui.pages.staffing.strip_values import Total

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.staffing.coming import Outcome
    from leadership_model.staffing.draft import Choices, Draft
    from leadership_model.staffing.situation import Figures, Situation
    from ui.jobs import Control
    from ui.loading import Engine, Loaded


def situate(
    loaded: "Loaded", draft: "Draft", former: "Situation | None", control: "Control"
) -> "Situation":
    """Lay a plan over the open database at the plan's own month."""
    from leadership_model.staffing import situation
    from ui import loading

    control.check()
    if draft.standing.locked and loaded.engine is not None:
        loaded = _grounded(loaded, draft)
    month = draft.scenario.month
    if former is not None and former.base.as_of == month and former.base is loaded.world:
        world = former.base
    else:
        world = loaded.world if loaded.as_of == month else loading.look(loaded, month).world
    control.check()
    positions = world.snapshot.teams.positions
    teams = tuple(positions[id] for id in draft.choices.teams if id in positions)
    return situation.situate(world, draft.scenario, teams, former)


def _grounded(loaded: "Loaded", draft: "Draft") -> "Loaded":
    """See the base as it was before a plan that has become tenures."""
    from leadership_model.store import plans
    from ui import loading

    snapshot = plans.ground_of(loaded.engine, loaded.base.snapshot, draft)
    if snapshot is loaded.base.snapshot:
        return loaded
    earlier = replace(loaded, base=replace(loaded.base, snapshot=snapshot))
    return loading.look(earlier, loaded.as_of)


def totals(
    situation: "Situation", figures: "Figures", coming: "Outcome | None"
) -> tuple[Total, ...]:
    """Write the figures of a plan for the strip; `coming`: the five years, when worked out."""
    blocked = [each for each in situation.conflicts if each.blocks]
    fresh, inside = len(figures.fresh), len(figures.inside)
    chain = len(figures.chain) + inside
    words = f"{chain}（班子内 {inside}）" if chain else "0"
    gain = names.signed(figures.gain)
    before, after = len(figures.vacant_before), len(figures.vacant_after)
    tone = "" if gain == "0" else "green" if figures.gain > 0 else "red"
    hard = "green" if not fresh else "red" if figures.exceptions else "yellow"
    asked = len({each.move for each in blocked})
    return (
        Total("moved", "变化", f"{len(figures.moved)} 人次", opens=bool(figures.moved)),
        Total("chain", "连锁空缺", words, "yellow" if chain else "", opens=chain > 0),
        Total("gain", "结构", gain, tone, opens=bool(situation.deltas)),
        Total("fresh", "新增冲突", str(fresh), hard, opens=fresh > 0),
        Total("exceptions", "例外", str(asked), "red" if asked else "", opens=asked > 0),
        Total("vacant", "空缺", f"{before} → {after}", opens=after > 0),
        _years(coming),
    )


def _years(coming: "Outcome | None") -> Total:
    """Write how many requirements break within five years that would not have without the plan."""
    if coming is None:
        return Total("years", "五年新增", names.NOTHING)
    fresh, spared = len(coming.fresh), len(coming.spared)
    words = f"{fresh}（避免 {spared}）" if spared else str(fresh)
    return Total("years", "五年新增", words, "red" if fresh else "", opens=fresh > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamChoice:
    """A team that can be put on the board."""

    id: str
    name: str
    area: str
    category: str
    vacant: int
    state: str


def team_choices(world: "World", states: "dict[int, str]") -> tuple[TeamChoice, ...]:
    """List all teams with how many seats are vacant, in the order of areas and teams."""
    import numpy as np

    from leadership_model.people.seating import VACANT

    snapshot = world.snapshot
    owners = snapshot.posts.owners()
    empty = np.bincount(owners[world.seating.holder == VACANT], minlength=len(snapshot.teams))
    areas, categories = snapshot.teams.raw("area"), snapshot.teams.raw("category")
    order = snapshot.teams.ints("order")
    found = [
        TeamChoice(
            id=snapshot.teams.ids[team],
            name=names.team_name(snapshot, team),
            area=areas[team] or "",
            category=categories[team] or "",
            vacant=int(empty[team]),
            state=states.get(team, "unknown"),
        )
        for team in range(len(snapshot.teams))
    ]
    places = {each.id: int(order[at]) for at, each in enumerate(found)}
    return tuple(sorted(found, key=lambda each: (each.area, places[each.id], each.name)))


def areas(snapshot: "Snapshot", teams: tuple[str, ...], pool: str) -> tuple[tuple[str, str], ...]:
    """Offer where candidates may come from: everywhere, the pool, the areas on the board."""
    table = snapshot.teams
    here = [table.raw("area")[table.positions[id]] for id in teams if id in table.positions]
    offers = [("", "全市范围")]
    if pool:
        offers.append(("pool", f"候选池：{pool}"))
    offers += [(area, f"仅{area}") for area in dict.fromkeys(here) if area]
    return tuple(offers)


def header_note(situation: "Situation", choices: "Choices") -> str:
    """Say what lies on the board: teams, posts, linked posts, people counted once; and how."""
    from leadership_model import months

    seating, snapshot = situation.world.seating, situation.base.snapshot
    posts = [post for team in situation.teams for post in seating.seats(team)]
    linked = [snapshot.posts.raw("linked")[post] for post in posts]
    shared = sum(linked.count(group) > 1 for group in {each for each in linked if each})
    people = {int(seating.holder[post]) for post in posts} - {-1, -2}
    parts = [f"{len(situation.teams)} 个班子", f"{len(posts)} 个岗位"]
    if shared:
        parts.append(f"联职 {shared}")
    parts += [f"去重 {len(people)} 人", f"生效 {months.show_iso(situation.base.as_of)}"]
    parts += ["重排" if choices.rearrange else "补缺", f"{choices.stage}阶段"]
    return " · ".join(parts)


def photos(ids: tuple[str, ...], engine: "Engine", control: "Control") -> dict[str, bytes]:
    """Read the photos of some people; none where there is none."""
    from leadership_model.sample import photo

    found: dict[str, bytes] = {}
    for id in ids:
        control.check()
        found[id] = photo.of_person(engine, id) or b""
    return found
