"""Whether a plan may be carried out: nothing in its way, the base as it was, seats free in time."""

from collections.abc import Iterator, Mapping

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.tenure import FILLING, Tenure
from leadership_model.staffing import decision, drift, hindrance
from leadership_model.staffing.procedure import Record
from leadership_model.staffing.situation import Situation

DECIDED = "任职"
MOST_NAMED = 3


def refuse(situation: Situation, records: Mapping[str, Record] | None = None) -> None:
    """Raise a UserError when a plan cannot be carried out as it stands.

    Without `records` of the procedure the reports to the superior are not asked about.
    """
    scenario, base = situation.scenario, situation.base
    if not situation.folded.changes:
        raise UserError(f"方案“{scenario.label}”没有改变任何岗位，没有可以执行的调整")
    book, snapshot = base.book, base.snapshot
    decision.insist(situation.conflicts, scenario.moves, snapshot, book, DECIDED)
    if records is not None:
        hindrance.insist(situation, records, DECIDED)
    found = [each.text for each in _drifted(situation)]
    if found:
        more = f"等 {len(found)} 处" if len(found) > MOST_NAMED else ""
        words = "；".join(found[:MOST_NAMED]).rstrip("。")
        raise UserError(f"方案编制后干部库已有变动：{words}{more}。请先更新方案底数再执行")
    late = list(_late(situation))
    if late:
        raise UserError(f"{'；'.join(late[:MOST_NAMED])}。请先核对任职记录或改方案的生效月份")


def _drifted(situation: Situation) -> Iterator[drift.Drift]:
    seen: dict[str, None] = {}
    for concern in drift.concerns(situation.scenario, situation.base.seating):
        for each in concern.drifts:
            if each.text not in seen:
                seen[each.text] = None
                yield each


def _late(situation: Situation) -> Iterator[str]:
    """Name seats whose tenures do not let them change hands in the month of the plan."""
    snapshot, month = situation.base.snapshot, situation.scenario.month
    for post in situation.folded.changes:
        name = post_name(snapshot, post)
        row = int(situation.base.seating.tenure[post])
        for each in tenures_of(snapshot, (snapshot.posts.ids[post],)):
            if each.kind not in FILLING:
                continue
            start = each.start
            current = row >= 0 and each.id == snapshot["tenure"].ids[row]
            if current and start is not None and start >= month:
                yield f"{name}的现任自 {months.show(start)} 起任职，不能在同月免去"
            elif not current and (each.end is None or each.end > month):
                begun = "" if start is None else f"自 {months.show(start)} 起"
                yield f"{name}另有{begun}的任职记录"


def tenures_of(snapshot: Snapshot, posts: tuple[str, ...]) -> Iterator[Tenure]:
    """Give every tenure of some posts, in the order of posts."""
    table = snapshot["tenure"]
    rows: dict[int, list[int]] = {}
    wanted = {snapshot.posts.positions[each] for each in posts}
    for row, post in enumerate(table.ints("post").tolist()):
        if post in wanted:
            rows.setdefault(post, []).append(row)
    for post in sorted(rows):
        yield from (table.record(row) for row in rows[post])


def post_name(snapshot: Snapshot, post: int) -> str:
    """Name a post with the body it belongs to."""
    team = snapshot.teams.raw("name")[int(snapshot.posts.owners()[post])] or ""
    return f"{team.removesuffix('领导班子')}{snapshot.posts.raw('name')[post] or ''}"
