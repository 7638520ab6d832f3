"""A process to be killed: `python -m tests.soak.child import|save|carry|solve DATABASE`.

It says "ready" when the writing begins and "done" when it is over. The clock and the ids are the
same in every run, so that two runs that end well end with the same database.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from leadership_model.exchange.clean import CleanForm, clean
from leadership_model.exchange.form import Element, Form
from leadership_model.exchange.plan import plan
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.staffing.move import Move, to_json
from leadership_model.store import bulk, engine, imports, load, records, scenario
from leadership_model.store.actor import Actor
from leadership_model.store.engine import Engine
from leadership_model.store.nouns import ScenarioEntry
from leadership_model.store.scenario import StoredScenario

ACTOR = Actor("王经办", lambda: "2026-11-03T09:30:00")
KNOWN = 60  # people in the base; the import changes them and brings as many new ones
SEATS = 40  # held by the first of them; the plan moves everybody on by one
PLAN, MONTH = "c-1", 24322
OPEN_PLAN, SOLVES = "c-2", 2  # a plan still open; how often it is solved before it is saved again


def make(path: Path) -> None:
    """Make the database every process begins with."""
    database = engine.create(path, ACTOR, plant=False)
    bulk.write(database, ACTOR, [*(_person(at) for at in range(KNOWN)), *_teams()])
    entry = ScenarioEntry(id=PLAN, label="换届方案", effective=MONTH)
    scenario.save(database, ACTOR, StoredScenario(entry))
    scenario.set_status(database, ACTOR, PLAN, "已批准锁定")
    database.dispose()


def main(arguments: list[str]) -> int:
    """Do the writing asked for."""
    what, path = arguments
    database = engine.open(path, ACTOR)
    kinds = {"import": run_import, "save": run_saves, "carry": run_carry, "solve": run_solve}
    kinds[what](database)
    print("done", flush=True)
    return 0


def run_import(database: Engine) -> None:
    """Apply one plan: all of it in one transaction."""
    forms = [_form(at) for at in range(2 * KNOWN)]
    made = plan(load.snapshot(database), forms, source=random.Random(1))
    print("ready", flush=True)
    imports.apply(database, ACTOR, made, random.Random(2))


def run_saves(database: Engine) -> None:
    """Save one person after the other, each in a transaction of its own."""
    people = load.snapshot(database).people.records()
    print("ready", flush=True)
    for person in people:
        records.save(database, ACTOR, replace(person, health="健康"))


def run_carry(database: Engine) -> None:
    """Carry one plan out: every seat changes hands in one transaction."""
    # The other kinds of process need none of this.
    from leadership_model.assessment.world import World
    from leadership_model.rules.book import RuleBook
    from leadership_model.staffing.carry import carrying
    from leadership_model.staffing.scenario import Scenario
    from leadership_model.staffing.situation import situate
    from leadership_model.store import carry

    moves = tuple(
        Move(kind="appoint", person=f"p-{(at + 1) % SEATS:03d}", post=f"s-{at}", reason="轮岗")
        for at in range(SEATS)
    )
    world = World.of(load.snapshot(database), MONTH, book=RuleBook(()))
    line_up = Scenario(id=PLAN, label="换届方案", base=1, month=MONTH, moves=moves, cursor=SEATS)
    made = carrying(
        situate(world, line_up, range(len(world.snapshot.teams))), "1号", random.Random(3)
    )
    print("ready", flush=True)
    carry.carry_out(database, ACTOR, made)


def run_solve(database: Engine) -> None:
    """Save an open plan, solve it several times, then save what the solver proposes."""
    # The other kinds of process need none of this.
    from leadership_model.assessment.world import World
    from leadership_model.rules.book import RuleBook
    from leadership_model.staffing.options import Options
    from leadership_model.staffing.solve import solve
    from leadership_model.staffing.solver.answer import Limits
    from tests.leadership_model.staffing.small import MODEL

    save_plan(database, 0)
    print("ready", flush=True)
    world = World.of(load.snapshot(database), MONTH, models=(MODEL,), book=RuleBook(()))
    options = Options(rearrange=True, limits=Limits(steps=200))
    for team in range(SOLVES):
        solve(world, (team,), options)
    save_plan(database, SOLVES)


def save_plan(database: Engine, steps: int) -> None:
    """Save the open plan with one step by hand and some more."""
    former = scenario.get(database, OPEN_PLAN, ACTOR.name)
    moves = [
        Move(kind="appoint", person=f"p-{SEATS + at:03d}", post=f"s-{10 * at}")
        for at in range(steps + 1)
    ]
    entry = ScenarioEntry(
        id=OPEN_PLAN,
        label="求解方案",
        effective=MONTH,
        cursor=len(moves),
        version=0 if former is None else former.entry.version,
    )
    scenario.save(database, ACTOR, StoredScenario(entry, tuple(map(to_json, moves))))


def _teams() -> Iterator[object]:
    """Give teams whose seats are held, ten seats a team."""
    yield Unit(id="u-1", name="易溪县", kind="地区")
    for team in range(SEATS // 10):
        yield Team(id=f"t-{team}", unit="u-1", name=f"第{team}班子", category="县级政府")
    for at in range(SEATS):
        yield Post(id=f"s-{at}", team=f"t-{at // 10}", name=f"岗位{at}", order=at % 10)
        yield Tenure(id=f"n-{at}", post=f"s-{at}", person=f"p-{at:03d}", start=MONTH - 40)


def _person(at: int) -> Person:
    return Person(id=f"p-{at:03d}", name=_name(at), birth=23800 + at, origin="云岭易溪")


def _form(at: int) -> CleanForm:
    born = 23800 + at
    cells = {
        "XingMing": _name(at),
        "ChuShengNianYue": f"{born // 12}{born % 12 + 1:02d}",
        "JiGuan": "云岭澄阳",
        "JianLi": "2001.09--2005.07  易溪县财政局科员\n2005.07--         易溪县财政局副局长",
        "JiangChengQingKuang": "2014.02，经易溪县委批准，嘉奖。",
        "NianDuKaoHeJieGuo": "2019年、2020年称职",
    }
    return clean(Form(f"{at}.lrmx", tuple(Element(tag, text) for tag, text in cells.items())))


def _name(at: int) -> str:
    return (
        "甲乙丙丁戊己庚辛壬癸"[at // 10 % 10]
        + "子丑寅卯辰巳午未申酉"[at % 10]
        + "示" * (at // 100 + 1)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
