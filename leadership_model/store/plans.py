"""Plans read out of what is stored, and the records as they were when they were made."""

import json
from typing import cast

from leadership_model.errors import UserError
from leadership_model.people.snapshot import Snapshot
from leadership_model.staffing import draft as drafts
from leadership_model.staffing import ground as grounds
from leadership_model.staffing import move as moves
from leadership_model.staffing.draft import Draft, Standing
from leadership_model.staffing.scenario import Scenario
from leadership_model.staffing.status import Status
from leadership_model.store import carry, scenario
from leadership_model.store.handle import Engine
from leadership_model.store.scenario import StoredScenario

DONE: Status = "已执行"


def draft_of(stored: StoredScenario) -> Draft:
    """Read a plan out of what is stored; UserError when it cannot be read."""
    entry = stored.entry
    made = Scenario(
        id=entry.id,
        label=entry.label,
        base=entry.base,
        month=entry.effective,
        moves=tuple(moves.from_json(body) for body in stored.moves),
        cursor=entry.cursor,
        ground=grounds.from_json(entry.ground),
    )
    standing = Standing(
        author=entry.author,
        shared=tuple(json.loads(entry.shared)),
        status=cast("Status", entry.status),
        former=cast("Status | None", entry.former),
    )
    return Draft(scenario=made, choices=drafts.from_json(entry.options), standing=standing)


def find(engine: Engine, name: str, asked: str) -> Draft:
    """Find a plan somebody may see by its id or its name; UserError when there is none."""
    seen = scenario.visible_to(engine, name)
    found = [each for each in seen if asked in (each.entry.id, each.entry.label)]
    if not found:
        raise UserError(f"没有“{name}”可以看到的方案“{asked}”：请核对方案名称和使用者姓名")
    if len(found) > 1:
        raise UserError(f"有 {len(found)} 个方案都叫“{asked}”：请改用方案编号")
    return draft_of(found[0])


def is_done(draft: Draft) -> bool:
    """Say whether a plan has become tenures, also when it was put away since."""
    standing = draft.standing
    return DONE in (standing.status, standing.former if standing.status == "归档" else None)


def ground_of(engine: Engine, snapshot: Snapshot, draft: Draft) -> Snapshot:
    """Give the records a plan is looked at over: of one carried out, those before it was."""
    if not is_done(draft):
        return snapshot
    record = carry.carried(engine, draft.scenario.id)
    return snapshot if record is None else carry.before_it(snapshot, record)
