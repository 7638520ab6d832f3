"""A ranking as a file. No Qt: written in a job."""

from collections.abc import Sequence
from pathlib import Path

from ui import names
from ui.jobs import Control
from ui.pages.matching.columns import score_text
from ui.pages.matching.work import Listing, standing_words


def write(path: Path, listing: Listing, rows: Sequence[int], control: Control) -> Path:
    """Write some rows of a ranking with reasons in few words, the disclaimer and the editions."""
    from leadership_model.papers import basis, shortlist, xlsx

    world, snapshot = listing.ground.world, listing.ground.world.snapshot
    lines = []
    for number, row in enumerate(rows):
        control.check()
        control.report(0.8 * number / max(len(rows), 1), f"第 {number + 1} 行")
        person, post = listing.pair(row)
        fit = listing.ground.fit(person, post)
        effect = fit.structure_delta
        lines.append(
            (
                str(int(listing.ranking.rank[row])) if listing.ranking.eligible[row] else "–",
                names.person_name(snapshot, person),
                names.position_text(snapshot, person),
                names.full_post(snapshot, post),
                score_text(fit.score_low, fit.score_high),
                standing_words(listing.ground.standing(fit), world.as_of),
                names.NOTHING if effect is None else names.signed(effect),
            )
        )
    title = (
        f"{names.full_post(snapshot, listing.post)} 人选匹配"
        if listing.for_post
        else f"{names.person_name(snapshot, listing.person)} 适岗匹配"
    )
    told = listing.ground.scores.sensitive_of(listing.pair(row)[1] for row in rows)
    sheet = shortlist.shortlist(
        title,
        lines,
        world.as_of,
        rules=world.book.editions(),
        sensitive=told,
        held=listing.held,
        basis=basis.of_records(world.seating).foot,
    )
    xlsx.write(path, [sheet])
    return path
