"""The columns of both rankings. Details not yet worked out are shown as an ellipsis."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from leadership_model.matching.fit import Fit
from ui import names
from ui.pages.matching.choices import short_team
from ui.pages.matching.work import Listing, is_vacant, standing_words
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column, Keys

WAITING = Cell(text="…", tone="text2")


def people_columns(listing: Listing, wide: bool = False) -> tuple[Column, ...]:
    """Make the columns of people ranked for a post; `wide` gives their positions more room."""
    return (
        _rank(listing),
        Column(
            id="who",
            title="人员",
            width=300 if wide else 168,
            cell=partial(_who, listing),
            texts=partial(_who_texts, listing),
            search=True,
            fixed=True,
        ),
        Column(
            id="fit",
            title="匹配度",
            width=104,
            cell=partial(_bar, listing),
            keys=partial(_low, listing),
            tip=partial(_bar_tip, listing),
            stretch=True,
        ),
        _score(listing),
        _standing(listing, 194),
        _effect(listing),
    )


def posts_columns(listing: Listing, wide: bool = False) -> tuple[Column, ...]:
    """Make the columns of posts ranked for a person; `wide` gives their teams more room."""
    return (
        _rank(listing),
        Column(
            id="post",
            title="岗位",
            width=300 if wide else 164,
            cell=partial(_post, listing),
            texts=partial(_post_texts, listing),
            search=True,
            fixed=True,
        ),
        Column(id="holder", title="现任", width=72, cell=partial(_holder, listing), search=True),
        Column(
            id="fit",
            title="匹配度",
            width=76,
            cell=partial(_bar, listing),
            keys=partial(_low, listing),
            stretch=True,
        ),
        _score(listing),
        _standing(listing, 178),
        _effect(listing),
    )


def _rank(listing: Listing) -> Column:
    return Column(
        id="rank",
        title="名次",
        width=68,
        align="right",
        cell=partial(_rank_cell, listing),
        keys=partial(_rows, listing),
        heading_tip="得分范围有重叠的并列；符合资格的在前，其次待核，再次不符合",
    )


def _score(listing: Listing) -> Column:
    return Column(
        id="score",
        title="得分",
        width=64,
        align="right",
        cell=partial(_score_cell, listing),
        keys=partial(_low, listing),
        heading_tip="只看人与岗位，满分 100；数据不全时为一个范围",
    )


def _standing(listing: Listing, width: int) -> Column:
    return Column(
        id="standing", title="任职资格", width=width, cell=partial(_standing_cell, listing)
    )


def _effect(listing: Listing) -> Column:
    return Column(
        id="effect",
        title="结构效应",
        width=72,
        align="right",
        cell=partial(_effect_cell, listing),
        keys=partial(_effects, listing),
        heading_tip="任此岗后班子得分的变化，与匹配度并列，从不相加",
    )


# ---- cells; an item is the row of the ranking


def _faint(listing: Listing, row: int) -> bool:
    return int(listing.ranking.eligible[row]) == 0


def _rank_cell(listing: Listing, row: int) -> Cell:
    eligible, rank = int(listing.ranking.eligible[row]), int(listing.ranking.rank[row])
    if eligible == 0:
        return Cell(text=names.NOTHING, tone="text2")
    tied = "并列" if (eligible, rank) in listing.tied else ""
    return Cell(text=str(rank), tail=tied)


def _who(listing: Listing, row: int) -> Cell:
    snapshot, person = listing.ground.world.snapshot, listing.pair(row)[0]
    name = names.person_name(snapshot, person)
    age = names.age(snapshot, person, listing.ground.world.as_of)
    return Cell(
        text=name,
        tail=f"{age} 岁" if age is not None else "年龄待核",
        second=names.position_text(snapshot, person) or "职务待核",
        avatar=name[:1],
    )


def _who_texts(listing: Listing, items: Sequence[int]) -> list[str]:
    people = listing.ground.world.snapshot.people
    found, posts = people.raw("name"), people.raw("post_text")
    at = listing.ranking.items
    return [f"{found[at[row]] or ''} {posts[at[row]] or ''}" for row in items]


def _post(listing: Listing, row: int) -> Cell:
    world, post = listing.ground.world, listing.pair(row)[1]
    team = int(world.snapshot.posts.owners()[post])
    return Cell(
        text=names.post_name(world.snapshot, post),
        second=short_team(world.snapshot.teams.raw("name")[team]),
    )


def _post_texts(listing: Listing, items: Sequence[int]) -> list[str]:
    snapshot, at = listing.ground.world.snapshot, listing.ranking.items
    return [names.full_post(snapshot, int(at[row])) for row in items]


def _holder(listing: Listing, row: int) -> Cell:
    world, post = listing.ground.world, listing.pair(row)[1]
    if is_vacant(world, post):
        return Cell(text="空缺", icon="seat-outline", tone="red")
    return Cell(text=names.person_name(world.snapshot, int(world.seating.holder[post])))


def _bar(listing: Listing, row: int) -> Cell:
    low, high = float(listing.ranking.score_low[row]), float(listing.ranking.score_high[row])
    if listing.for_post and listing.parts:
        person = listing.pair(row)[0]
        parts = tuple((float(part.got[person]), part.tone) for part in listing.parts)
    else:
        parts = ((low, "c1"),)
    ranged = int(low + 0.5) != int(high + 0.5)
    bar = Bar(parts=parts, low=low if ranged else None, high=high if ranged else None)
    return Cell(bar=bar, faint=_faint(listing, row))


def _bar_tip(listing: Listing, row: int) -> str:
    person = listing.pair(row)[0]
    return "\n".join(
        f"{part.label} {part.got[person]:.0f} / {part.share:.0f}" for part in listing.parts
    )


def score_text(low: float, high: float) -> str:
    """Write a score as a whole number, or as a range of two."""
    first, last = int(low + 0.5), int(high + 0.5)
    return str(first) if first == last else f"{first}–{last}"


def _score_cell(listing: Listing, row: int) -> Cell:
    text = score_text(listing.ranking.score_low[row], listing.ranking.score_high[row])
    return Cell(text=text, bold=True, faint=_faint(listing, row))


def _standing_cell(listing: Listing, row: int) -> Cell:
    fit = listing.known(row)
    if fit is None:
        kind = ("red", "unknown", "green")[int(listing.ranking.eligible[row])]
        return Cell(mark=kind, text=("不符合", "待核", "符合")[int(listing.ranking.eligible[row])])
    found = listing.ground.standing(fit)
    words = standing_words(found, listing.ground.world.as_of)
    return Cell(mark=found.kind, text=words, tone=found.kind)


def _effect_cell(listing: Listing, row: int) -> Cell:
    fit = listing.known(row)
    if fit is None:
        return WAITING
    return effect(fit)


def effect(fit: Fit) -> Cell:
    """Write the structure effect: signed, green or red; a dash where the team has no model."""
    change = fit.structure_delta
    if change is None:
        return Cell(text=names.NOTHING, tone="text2")
    tone = "green" if change > 0.05 else "red" if change < -0.05 else "text2"
    return Cell(text=names.signed(change), tone=tone)


# ---- keys


def _rows(_listing: Listing, items: Sequence[int]) -> Keys:
    return np.asarray(items, dtype=np.int32)


def _low(listing: Listing, items: Sequence[int]) -> Keys:
    return listing.ranking.score_low[np.asarray(items, dtype=np.int64)]


def _effects(listing: Listing, items: Sequence[int]) -> Keys:
    known = (listing.known(row) for row in items)
    return np.array(
        [np.nan if f is None or f.structure_delta is None else f.structure_delta for f in known],
        dtype=np.float64,
    )
