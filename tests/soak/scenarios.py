"""Random plans: folding, undoing and redoing all, and reading back what was stored, lose nothing."""

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import Seating, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.staffing.apply import fold
from leadership_model.staffing.draft import Choices, Draft, Standing
from leadership_model.staffing.drift import drifts, rebased
from leadership_model.staffing.ground import NOTHING_SEEN, seen
from leadership_model.staffing.move import STAGES, Move
from leadership_model.staffing.scenario import Scenario, moved, redone, undone
from leadership_model.store import engine, scenario
from leadership_model.store.actor import Actor
from leadership_model.store.handle import Engine
from ui.pages.staffing import storage

MONTH = 24322
ACTOR = Actor("王经办", lambda: "2026-11-03T09:30:00")


def run(count: int, seed: int, folder: Path) -> dict[str, int]:
    """Draw plans and hold each to the laws; give how many there were and what they held."""
    base = engine.create(folder / "plans.lmdb", ACTOR, plant=False)
    found: Counter[str] = Counter()
    try:
        for at in range(count):
            found.update(check(base, random.Random(f"{seed} {at}"), f"plan-{at}"))
    finally:
        base.dispose()
    return dict(sorted(found.items()))


def check(base: Engine, source: random.Random, id: str) -> dict[str, int]:
    """Draw one plan and hold it to the laws."""
    plan = drawn(source, id)
    there_and_back(plan)
    stored_and_read(base, source, plan)
    over_another_base(source, plan)
    return {"plans": 1, "moves": len(plan.moves), "undone": len(plan.moves) - plan.cursor}


def there_and_back(plan: Scenario) -> None:
    """Undo all and do all again: the seats of every step come again, and the plan itself."""
    seating = city()
    steps = [plan]
    while steps[-1].can_undo:
        steps.append(undone(steps[-1]))
    folds = [fold(seating, each.done) for each in steps]
    assert folds[-1].changes == {}
    assert not folds[-1].retired
    assert (folds[-1].seating.holder == seating.holder).all()
    now = steps[-1]
    for earlier, came in zip(reversed(steps), reversed(folds), strict=True):
        assert now == earlier
        again = fold(seating, now.done)
        assert (again.seating.holder == came.seating.holder).all()
        assert _rest(again) == _rest(came)
        now = redone(now)
    while now.can_redo:
        now = redone(now)
    assert replace(now, cursor=plan.cursor) == plan


def stored_and_read(base: Engine, source: random.Random, plan: Scenario) -> None:
    """Store a plan, read it, change how many of its moves count, and read it again."""
    teams = tuple(city().snapshot.teams.ids)
    choices = Choices(
        teams=tuple(source.sample(teams, source.randrange(len(teams) + 1))),
        weights=(float(source.randrange(6)), 1.0, 2.0),
        rearrange=source.random() < 0.5,
        pool=("p1",) if source.random() < 0.3 else (),
        pool_title="候选",
        stage=source.choice(STAGES),
    )
    draft = Draft(scenario=plan, choices=choices, standing=Standing(author=ACTOR.name))
    scenario.save(base, ACTOR, storage.stored(draft))
    assert _read(base, plan.id) == draft
    for cursor in {0, plan.cursor, len(plan.moves)}:
        other = replace(draft, scenario=replace(plan, cursor=cursor))
        former = scenario.get(base, plan.id, ACTOR.name)
        scenario.save(base, ACTOR, storage.stored(other, former))
        assert _read(base, plan.id) == other
    assert scenario.get(base, plan.id, "李四") is None


def over_another_base(source: random.Random, plan: Scenario) -> None:
    """Rebase a plan onto a base in which seats changed: afterwards nothing differs from it."""
    seating = city()
    posts, people = len(seating.holder), len(seating.snapshot.people)
    changes = {source.randrange(posts): source.randrange(-1, people) for _ in range(4)}
    other = seating.with_holders(changes)
    now = rebased(plan, other, {}, (0, 1))
    assert drifts(now.ground, other) == ()
    assert rebased(now, other, {}, (0, 1)) == now
    fold(other, now.done)
    assert rebased(plan, seating, {}, ()).moves == plan.done


def drawn(source: random.Random, id: str) -> Scenario:
    """Draw a plan of up to twelve moves, some of them undone."""
    seating, snapshot = city(), city().snapshot
    moves = [
        _move(source, snapshot.people.ids, snapshot.posts.ids) for _ in range(source.randrange(13))
    ]
    plan = Scenario(id=id, label=f"方案 {id}", base=source.randrange(9), month=MONTH)
    plan = moved(plan, *moves)
    plan = replace(plan, ground=seen(seating, plan.moves, (0,), NOTHING_SEEN))
    return replace(plan, cursor=source.randrange(len(moves) + 1))


def _move(source: random.Random, people: tuple[str, ...], posts: tuple[str, ...]) -> Move:
    person, post, on = source.choice(people), source.choice(posts), source.random() < 0.8
    match source.randrange(7):
        case 0:
            move = Move(kind="remove", person=person, note="备注")
        case 1:
            move = Move(kind="remove", person=person, post=post, alone=True)
        case 2:
            move = Move(kind="retire", person=person, on=on)
        case 3:
            move = Move(kind="keep", post=post, on=on)
        case 4:
            move = Move(kind="appoint", outsider="张外", post=post)
        case 5:
            move = Move(kind="appoint", person=person, post=post, order=source.randrange(1, 4))
        case _:
            move = Move(kind="appoint", person=person, post=post, also=not on, reply_month=MONTH)
    reason = source.choice(["", "工作需要", "“引号”、换行\n"])
    return replace(move, stage=source.choice(STAGES), reason=reason)


def _read(base: Engine, id: str) -> Draft:
    found = scenario.get(base, id, ACTOR.name)
    assert found is not None
    return storage.read(found)


def _rest(found: object) -> tuple[object, ...]:
    names = ("changes", "vacancies", "bench", "retired", "pinned", "candidates")
    return tuple(getattr(found, name) for name in names)


@cache
def city() -> Seating:
    """Give two teams of four seats, one pair of them linked, and nine people."""
    records: list[object] = [Person(id=f"p{at}", name=f"人员{at}") for at in range(9)]
    for team in ("a", "b"):
        records += [Unit(id=f"u{team}", name=team), Team(id=team, unit=f"u{team}", name=team)]
        for at in range(4):
            linked = "双" if at == 3 else None
            records.append(Post(id=f"{team}{at}", team=team, name=f"{team}{at}", linked=linked))
    held = [("a0", "p0"), ("a1", "p1"), ("a3", "p2"), ("b3", "p2"), ("b0", "p3"), ("b1", "p4")]
    records += [Tenure(id=post, post=post, person=who, start=MONTH - 40) for post, who in held]
    records.append(Tenure(id="b2", post="b2", outsider="李外", start=MONTH - 9))
    return seat(of_records(records), MONTH)
