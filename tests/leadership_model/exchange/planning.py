"""Forms, bases, and plans of imports, as the tests of planning make them."""

import random

from leadership_model.exchange import lrmx
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import Element, Form
from leadership_model.exchange.plan import plan
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records

ID = "00000019800307000X"


def form_in(data, file=""):
    """Give the form of bytes that surely hold one."""
    form, _ = lrmx.read(data, file)
    assert form is not None
    return form


def form(file="f.lrmx", **cells):
    cells = {"XingMing": "甲示例", "ChuShengNianYue": "198003", **cells}
    return clean(Form(file, tuple(Element(tag, text) for tag, text in cells.items())))


def base(**values):
    return of_records([Person(id="p-1", name="甲示例", birth=23762, **values)])


def planned(snapshot, *cleaned):
    return plan(snapshot, cleaned, source=random.Random(1))


def entry(snapshot, cleaned, **options):
    (found,) = plan(snapshot, [cleaned], **options).entries
    return found


def changes(snapshot, **cells):
    return {each.field: (each.old, each.new) for each in entry(snapshot, form(**cells)).changes}


def applied(snapshot, made):
    """Give the base after a plan, without a store."""
    rows = {
        name: {row.id: row for row in table.records()} for name, table in snapshot.tables.items()
    }
    for each in made.entries:
        if each.person is None or each.state not in ("new", "changed"):
            continue
        rows["person"][each.person.id] = each.person
        for change in each.rows:
            for row in change.drop:
                del rows[change.table][row.id]
            rows[change.table] |= {row.id: row for row in change.put}
    return of_records([row for table in rows.values() for row in table.values()])


EMPTY = of_records([])


def rows(snapshot, **cells):
    return {each.table: each for each in entry(snapshot, form(**cells)).rows}


RESUME = "2001.09--2005.07  甲县财政局科员\n2005.07--         甲县财政局局长"


def with_career(*more):
    after = applied(EMPTY, plan(EMPTY, [form(JianLi=RESUME)], source=random.Random(1)))
    records = [row for table in after.tables.values() for row in table.records()]
    return of_records([*records, *more])
