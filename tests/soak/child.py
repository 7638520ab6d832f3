"""A process to be killed: `python -m tests.soak.child import|save DATABASE`.

It says "ready" when the writing begins and "done" when it is over. The clock and the ids are the
same in every run, so that two runs that end well end with the same database.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from leadership_model.exchange.clean import CleanForm, clean
from leadership_model.exchange.form import Element, Form
from leadership_model.exchange.plan import plan
from leadership_model.people.person import Person
from leadership_model.store import bulk, engine, imports, load, records
from leadership_model.store.actor import Actor
from leadership_model.store.engine import Engine

ACTOR = Actor("王经办", lambda: "2026-11-03T09:30:00")
KNOWN = 60  # people in the base; the import changes them and brings as many new ones


def make(path: Path) -> None:
    """Make the database every process begins with."""
    database = engine.create(path, ACTOR, plant=False)
    bulk.write(database, ACTOR, [_person(at) for at in range(KNOWN)])
    database.dispose()


def main(arguments: list[str]) -> int:
    """Do the writing asked for."""
    what, path = arguments
    database = engine.open(path, ACTOR)
    {"import": run_import, "save": run_saves}[what](database)
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
