"""The steps from one shape of the database to the next. A new shape is a new step at the end.

`tables.py` always describes the newest shape. A step brings an older file to it: write it here with
a one-line docstring, add it to STEPS, change the tables, and test it on a file of the old shape.
A file made new takes no steps; they are recorded in its table `migration` as taken.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the number of the shape it leads to, a name, and what it does."""

    number: int
    name: str
    apply: Callable[["Connection"], None]


def to_1(connection: "Connection") -> None:
    """Make every table and the view of linked posts."""
    # Imported here: sqlmodel takes longer to import than a database to open.
    from leadership_model.store.tables import make_all

    make_all(connection)


def to_2(connection: "Connection") -> None:
    """Make the table of what was worked out, kept for the next start."""
    from leadership_model.store.tables import table

    table("derived").create(connection, checkfirst=True)


def to_3(connection: "Connection") -> None:
    """Let units, teams and posts say 无, let teams and posts be retired, and keep own codes."""
    from leadership_model.store.tables import table

    for name in ("unit", "team", "post"):
        _add_column(connection, name, "absent", "VARCHAR DEFAULT '' NOT NULL")
    for name in ("team", "post"):
        _add_column(connection, name, "retired", "BOOLEAN DEFAULT false")
    table("code_entry").create(connection, checkfirst=True)


def to_4(connection: "Connection") -> None:
    """Make the tables of verified facts, of corrected readings and of ignored issues."""
    from leadership_model.store.tables import table

    for name in ("verification", "correction", "ignored_issue"):
        table(name).create(connection, checkfirst=True)


def to_5(connection: "Connection") -> None:
    """Make the table of models that are being edited."""
    from leadership_model.store.tables import table

    table("model_draft").create(connection, checkfirst=True)


def to_6(connection: "Connection") -> None:
    """Make the table of models on trial."""
    from leadership_model.store.tables import table

    table("model_trial").create(connection, checkfirst=True)


def to_7(connection: "Connection") -> None:
    """Make tables of tasks, reserve, training, answers to rules; more of figures and kinship."""
    from leadership_model.store.tables import table

    for column in ("system", "period", "note", "entered_by", "entered_at"):
        _add_column(connection, "team_indicator", column, "VARCHAR")
    for name in ("team_task", "indicator_system", "reserve", "training", "rule_check"):
        table(name).create(connection, checkfirst=True)
    table("grade_quota").create(connection, checkfirst=True)
    for column in ("entered_by", "entered_at"):
        _add_column(connection, "kinship", column, "VARCHAR")
    _remake(connection, "exception")


def to_8(connection: "Connection") -> None:
    """Let plans know author, readers, status, seats; make tables of holds and procedures."""
    from leadership_model.store.tables import table

    for name in ("hold", "procedure", "carried"):
        table(name).create(connection, checkfirst=True)
    for column, usual in (("author", ""), ("shared", "[]"), ("status", "草案"), ("ground", "{}")):
        _add_column(connection, "scenario", column, f"VARCHAR DEFAULT '{usual}' NOT NULL")
    _add_column(connection, "scenario", "former", "VARCHAR")
    _own_scenarios(connection)


def to_9(connection: "Connection") -> None:
    """Let saved queries lie in folders and ask; make tables of lists, column sets and colours."""
    from leadership_model.store.tables import table

    for name in ("people_set", "basket", "column_set", "colour_rule"):
        table(name).create(connection, checkfirst=True)
    _add_column(connection, "saved_query", "folder", "VARCHAR")
    _add_column(connection, "saved_query", "parameters", "VARCHAR DEFAULT '[]' NOT NULL")
    _add_column(connection, "saved_query", "author", "VARCHAR DEFAULT '' NOT NULL")


def _own_scenarios(connection: "Connection") -> None:
    """Write down who stored each plan first, as the book says, and with whom it was shared."""
    from leadership_model.store.tables import table

    book, plans = table("audit"), table("scenario")
    lines = book.select().where(book.c.kind == "scenario").order_by(book.c.number.desc())
    begun = {line.record: line.who for line in connection.execute(lines)}
    for row in connection.execute(plans.select()).all():
        options = json.loads(row.options)
        names = list(options.pop("shared_with", ()))
        values = {
            "author": row.author or begun.get(row.id, ""),
            "options": json.dumps(options, ensure_ascii=False, sort_keys=True),
        }
        if names:
            values |= {"shared": json.dumps(names, ensure_ascii=False), "status": "已共享"}
        connection.execute(plans.update().where(plans.c.id == row.id), values)


def _add_column(connection: "Connection", name: str, column: str, kind: str) -> None:
    """Add a column a table does not have yet: step 1 makes tables in their newest shape."""
    from sqlalchemy import inspect

    there = {each["name"] for each in inspect(connection).get_columns(name)}
    if column not in there:
        connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {column} {kind}")


def _remake(connection: "Connection", name: str) -> None:
    """Make a table anew that points elsewhere now, and put its rows back."""
    from leadership_model.store.tables import table

    target = table(name)
    rows = [dict(row) for row in connection.execute(target.select()).mappings()]
    target.drop(connection)
    target.create(connection)
    if rows:
        connection.execute(target.insert(), rows)


STEPS: tuple[Step, ...] = (
    Step(1, "首个结构", to_1),
    Step(2, "留存推算结果", to_2),
    Step(3, "停用与代码增补", to_3),
    Step(4, "核实、更正与忽略", to_4),
    Step(5, "模型草稿", to_5),
    Step(6, "模型试行", to_6),
    Step(7, "指标体系、储备与培养", to_7),
    Step(8, "方案的作者、共享与状态，暂缓使用", to_8),
    Step(9, "查询的文件夹与参数，名单、候选篮、列方案与着色", to_9),
)


def newest(steps: Sequence[Step]) -> int:
    """Give the number of the shape this program knows."""
    return steps[-1].number


def pending(steps: Sequence[Step], number: int) -> tuple[Step, ...]:
    """List the steps a file of shape `number` has yet to take."""
    return tuple(step for step in steps if step.number > number)
