"""Candidates for a post and posts for a person, as rows for the list at the right. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model import months
from ui import names

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.matching.fit import Fit
    from leadership_model.matching.rank import Ranking
    from leadership_model.matching.scores import Scores
    from leadership_model.people.table import Bools, Ints
    from ui.jobs import Control

TONES = ("c1", "c2", "c3", "c4", "c5", "c6")
FIRST, ALL = 14, 60  # rows explained at first, and when all are asked for
NEAR = 30  # of those not eligible, how many are asked whether time alone cures it
SOON = 12  # months within which a near miss counts as near


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person for a post, or one post for a person. `key`: position, `id`: its id."""

    key: int
    id: str
    rank: str
    name: str
    note: str
    detail: str
    parts: tuple[tuple[float, str], ...]
    total: float
    score: str
    structure: str
    gain: float
    mark: str
    status: str
    tip: str
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list: what it is about, how many there are, the rows, the parts of the score."""

    title: str
    count: int
    rows: tuple[Row, ...]
    parts: tuple[tuple[str, float, str], ...]
    rest: str
    more: bool
    ids: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()  # what acts on the list, each with its legal basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Whom to list: within which area or pool, how strict, how many."""

    area: str = ""
    pool: tuple[str, ...] = ()
    strict: str = "near"  # sure / near / all
    whole: bool = False


def for_post(world: "World", post: int, wish: Wish, control: "Control") -> Listing:
    """Rank people for a post in the seats as the plan has them."""
    import numpy as np

    from leadership_model.matching import rank
    from leadership_model.matching.scores import Scores

    scores = Scores(world)
    control.check()
    people = _within(world, rank.candidates(world, post), wish)
    lower = _lowered(world, people, post)
    if wish.strict != "all":
        people = people[~lower]
    ranking = rank.rank_people(scores, post, people)
    control.check()
    sure = int(np.count_nonzero(ranking.eligible == 2))
    doubt = int(np.count_nonzero(ranking.eligible == 1))
    rows = _people_rows(scores, ranking, post, wish, control)
    return Listing(
        title=names.full_post(world.snapshot, post),
        count=len(ranking),
        rows=tuple(rows),
        parts=_legend(scores, post),
        rest=f"符合 {sure} · 待核 {doubt} · 不符合 {len(ranking) - sure - doubt}"
        + (f" · 层次会降低 {int(lower.sum())}" if lower.any() else ""),
        more=not wish.whole and sure + doubt > len(rows),
        ids=tuple(world.person_ids[int(p)] for p in ranking.items[: sure or 200]),
        sensitive=scores.sensitive_of((post,)),
    )


def _lowered(world: "World", people: "Ints", post: int) -> "Bools":
    """Mark those whose 职务层次 would surely fall: nobody is put lower but by hand."""
    import numpy as np

    from leadership_model.staffing.guard import keeps_level

    _, possible = keeps_level(world.seating, people, np.full(len(people), post, dtype=np.int32))
    falls: Bools = ~possible
    return falls


def _within(world: "World", people: "Ints", wish: Wish) -> "Ints":
    import numpy as np

    if wish.pool:
        known = world.snapshot.people.positions
        pool = [known[id] for id in wish.pool if id in known]
        chosen: Ints = people[np.isin(people, pool)]
        return chosen
    if not wish.area:
        return people
    units = world.snapshot["unit"].texts("area")
    where = np.append(units.mask(wish.area), False)[world.snapshot.people.ints("unit")]
    inside: Ints = people[where[people]]
    return inside


def _people_rows(
    scores: "Scores", ranking: "Ranking", post: int, wish: Wish, control: "Control"
) -> list[Row]:
    import numpy as np

    most = ALL if wish.whole else FIRST
    groups = {2: most} if wish.strict == "sure" else {2: most, 1: most // 2}
    rows = []
    for group, limit in groups.items():
        for at in np.flatnonzero(ranking.eligible == group)[:limit]:
            control.check()
            rows.append(_person_row(scores, int(ranking.items[at]), post, int(ranking.rank[at])))
    if wish.strict == "sure":
        return rows
    failed = np.flatnonzero(ranking.eligible == 0)[: NEAR if wish.strict == "near" else most]
    for at in failed:
        control.check()
        row = _person_row(scores, int(ranking.items[at]), post, None)
        if wish.strict == "all" or row.mark == "yellow":
            rows.append(row)
    return rows


def _person_row(scores: "Scores", person: int, post: int, rank: int | None) -> Row:
    from leadership_model.matching.reasons import explain

    world = scores.world
    fit = explain(scores, person, post)
    age = names.age(world.snapshot, person, world.as_of)
    return _row(
        world,
        fit,
        key=person,
        id=world.person_ids[person],
        rank="–" if rank is None else str(rank),
        name=names.person_name(world.snapshot, person),
        note="" if age is None else f"{age} 岁",
        detail=names.position_text(world.snapshot, person) or "职务待核",
    )


def for_person(world: "World", person: int, wish: Wish, control: "Control") -> Listing:
    """Rank posts for a person: vacant ones first."""
    from leadership_model.matching import rank
    from leadership_model.matching.scores import Scores

    scores = Scores(world)
    control.check()
    ranking = rank.rank_posts(scores, person)
    most = ALL if wish.whole else FIRST
    rows = []
    for at in range(min(most, len(ranking))):
        control.check()
        rows.append(_post_row(scores, person, int(ranking.items[at]), int(ranking.rank[at])))
    return Listing(
        title=names.person_name(world.snapshot, person),
        count=len(ranking),
        rows=tuple(rows),
        parts=(),
        rest=f"空缺岗位在前，共 {len(ranking)} 个岗位",
        more=not wish.whole and len(ranking) > len(rows),
        ids=(world.person_ids[person],),
        sensitive=scores.sensitive_of(int(item) for item in ranking.items[: len(rows)]),
    )


def _post_row(scores: "Scores", person: int, post: int, rank: int) -> Row:
    from leadership_model.matching.reasons import explain

    world = scores.world
    fit = explain(scores, person, post)
    holder = int(world.seating.holder[post])
    team = int(world.snapshot.posts.owners()[post])
    held = "空缺" if holder == -1 else f"现任 {names.person_name(world.snapshot, holder)}"
    return _row(
        world,
        fit,
        key=post,
        id=world.post_ids[post],
        rank=str(rank) if fit.eligible is not False else "–",
        name=names.post_name(world.snapshot, post),
        note=held,
        detail=names.team_name(world.snapshot, team),
    )


def _row(
    world: "World",
    fit: "Fit",
    *,
    key: int,
    id: str,
    rank: str,
    name: str,
    note: str,
    detail: str,
) -> Row:
    mark, status = status_of(world, fit)
    low, high = whole(fit.score_low), whole(fit.score_high)
    gain = fit.structure_delta
    return Row(
        key=key,
        id=id,
        rank=rank,
        name=name,
        note=note,
        detail=detail,
        parts=tuple((part.got_low, TONES[at % len(TONES)]) for at, part in enumerate(fit.parts)),
        total=sum(part.points for part in fit.parts) or 1.0,
        score=str(low) if low == high else f"{low}–{high}",
        structure="结构 –" if gain is None else f"结构 {names.signed(gain)}",
        gain=gain or 0.0,
        mark=mark,
        status=status,
        tip=_tip(world, fit, name),
        faint=mark == "red",
    )


def whole(score: float) -> int:
    """Round a score as it is shown."""
    from leadership_model.matching.fit import shown

    return shown(score)


def status_of(world: "World", fit: "Fit") -> tuple[str, str]:
    """Say in a few words whether somebody is eligible: mark and text."""
    if fit.eligible:
        return "green", "符合"
    if fit.eligible is None:
        doubt = next((each for each in fit.failed if each.unknown), None)
        return "unknown", f"待核：{title(world, doubt.rule)}" if doubt else "待核"
    hard = [each for each in fit.failed if not each.unknown and forbids(world, each.rule)]
    near = {each.rule: each.month for each in fit.near_miss}
    if hard and all(each.rule in near for each in hard):
        month = max(near[each.rule] for each in hard)
        away = month - world.as_of
        if away <= SOON:
            return "yellow", f"差 {away} 个月 · {months.show_iso(month)} 符合"
    first = hard[0] if hard else fit.failed[0] if fit.failed else None
    return "red", f"{title(world, first.rule)}" if first else "不符合"


def forbids(world: "World", rule: str) -> bool:
    """Say whether a failure bars: a rule of 禁止, or a 资格 condition of the post."""
    return rule not in world.book or world.book[rule].severity == "forbid"


def title(world: "World", rule: str) -> str:
    """Give the title of a rule; a condition of the post is its own title."""
    return world.book[rule].title if rule in world.book else rule


def _tip(world: "World", fit: "Fit", name: str) -> str:
    lines = [name]
    for part in fit.parts:
        got = (
            f"{part.got_low:.0f}"
            if part.got_low == part.got_high
            else (f"{part.got_low:.0f}～{part.got_high:.0f}")
        )
        lines.append(f"{part.condition} {got}/{part.points:g}：{part.have}")
    for each in fit.failed:
        word = "待核" if each.unknown else "不符合"
        lines.append(f"{title(world, each.rule)} {word}：{each.have}，要求{each.need}")
    return "\n".join(lines)


def _legend(scores: "Scores", post: int) -> tuple[tuple[str, float, str], ...]:
    portrait = scores.portrait(post)
    weights = () if portrait is None else portrait.weights
    return tuple(
        (each.label, each.points, TONES[at % len(TONES)]) for at, each in enumerate(weights)
    )
