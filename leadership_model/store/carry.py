"""A plan carried out, and taken back, each in one transaction.

What it wrote is kept before and after, so that taking back restores exactly what there was. Where
seats or people of it were edited since, taking back is refused and says which.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.errors import StaleError, UserError
from leadership_model.people.patch import patched
from leadership_model.people.snapshot import LAYOUT, Snapshot
from leadership_model.people.tenure import Tenure
from leadership_model.staffing.carry import Carrying
from leadership_model.staffing.status import Status
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.joint import JointEdit, write_in
from leadership_model.store.kinds import COLUMNS, TABLES, row_of
from leadership_model.store.nouns import Carried, ScenarioEntry
from leadership_model.store.records import apply, stored_in
from leadership_model.store.scenario import set_status_in
from leadership_model.store.tables import table

APPROVED: Status = "已批准锁定"
DONE: Status = "已执行"
COUNTED = ("version", "changed_at")
NAMED = 3
_TYPES = {name: record for record, name in TABLES.items()}


def carry_out(engine: Engine, actor: Actor, carrying: Carrying) -> Changes:
    """Write what an approved plan becomes; UserError when the base is not as it was read."""
    with writing(engine) as connection:
        entry = stored_in(connection, ScenarioEntry, carrying.scenario)
        if entry is None:
            raise StaleError("这个方案已被删除，没有执行")
        if entry.status != APPROVED:
            raise UserError(f"方案“{entry.label}”现在是“{entry.status}”，要先批准锁定才能执行")
        _insist_as_read(connection, carrying)
        there = {_key(each) for each in carrying.after}
        gone = [each for each in carrying.before if _key(each) not in there]
        changes = write_in(connection, actor, carrying.after, gone, ())
        record = Carried(
            id=carrying.scenario,
            scenario=carrying.scenario,
            month=carrying.month,
            body=_body(connection, carrying),
        )
        changes |= apply(connection, actor, [record])
        changes |= set_status_in(connection, actor, carrying.scenario, DONE)
        audit.append(connection, actor, "执行方案", "scenario", carrying.scenario)
    return changes


def take_back(engine: Engine, actor: Actor, scenario: str) -> Changes:
    """Take a carried plan back exactly; UserError that names what was edited since."""
    with writing(engine) as connection:
        record = stored_in(connection, Carried, scenario)
        if record is None:
            raise UserError("这个方案没有执行过，或执行已被撤回")
        body = json.loads(record.body)
        before, after = (tuple(_records(body[side])) for side in ("before", "after"))
        touched = list(dict.fromkeys(_edited(connection, body, before, after)))
        if touched:
            more = f"等 {len(touched)} 处" if len(touched) > NAMED else ""
            raise UserError(
                f"执行之后{'、'.join(touched[:NAMED])}{more}又有改动，不能撤回；请先撤销这些改动"
            )
        changes = JointEdit(before, after).backward_in(connection, actor)
        changes |= apply(connection, actor, [], [record])
        changes |= set_status_in(connection, actor, scenario, APPROVED)
        audit.append(connection, actor, "撤回执行", "scenario", scenario)
    return changes


def carried(engine: Engine, scenario: str) -> Carried | None:
    """Read what a plan wrote when it was carried out; None when it was not."""
    with reading(engine) as connection:
        return stored_in(connection, Carried, scenario)


def former_rows(record: Carried) -> dict[str, dict[str, tuple[Any, ...] | None]]:
    """Give the rows as they were before a plan was carried out: table -> id -> row, None = none."""
    body = json.loads(record.body)
    found: dict[str, dict[str, tuple[Any, ...] | None]] = {}
    for kind, row in body["after"]:
        found.setdefault(kind, {})[row["id"]] = None
    for kind, row in body["before"]:
        names = COLUMNS[_TYPES[kind]]
        found.setdefault(kind, {})[row["id"]] = tuple(row[name] for name in names)
    return found


def before_it(snapshot: Snapshot, record: Carried) -> Snapshot:
    """Give the records as they were before a plan was carried out, all others as they are."""
    rows = former_rows(record)
    written = {kind: found for kind, found in rows.items() if kind in LAYOUT}
    made = patched(snapshot, written, snapshot.settings, snapshot.number)
    return snapshot if made is None else made


def _insist_as_read(connection: Connection, carrying: Carrying) -> None:
    """Refuse when a record or a seat is not any more what the plan was worked out from."""
    stale = [each for each in carrying.before if not _same(each, _now(connection, each))]
    now = {each.id: each for each in _tenures(connection, carrying.posts)}
    seen = {each.id: each for each in carrying.tenures}
    moved = now.keys() != seen.keys() or any(not _same(seen[id], now[id]) for id in seen)
    if stale or moved:
        raise UserError(
            f"干部库在执行“{carrying.label}”之前刚有变动，没有执行；请重新打开方案核对后再执行"
        )


def _edited(
    connection: Connection, body: dict[str, Any], before: Sequence[Any], after: Sequence[Any]
) -> Iterator[str]:
    """Name the seats and people of a plan that are not as it left them."""
    was = {_key(each): each for each in before}
    for each in after:
        now = _now(connection, each)
        former = was.get(_key(each))
        written = _written(each, former)
        if now is None or any(getattr(now, n) != getattr(each, n) for n in written):
            yield _name(connection, each)
    there = {_key(each) for each in after}
    for key, former in was.items():
        if key not in there and _now(connection, former) is not None:
            yield _name(connection, former)
    known = set(body["tenures"])
    for tenure in _tenures(connection, body["posts"]):
        if tenure.id not in known:
            yield _name(connection, tenure)
    still = {each.id for each in _tenures(connection, body["posts"])}
    if known - still:
        yield "有关岗位的任职记录"


def _written(each: Any, former: Any | None) -> tuple[str, ...]:  # noqa: ANN401 - any record
    """Give the fields a plan wrote: all of a new record and of tenures, else those that differ."""
    row = {name: value for name, value in row_of(each).items() if name not in COUNTED}
    if former is None or isinstance(each, Tenure):
        return tuple(row)
    then = row_of(former)
    return tuple(name for name, value in row.items() if value != then[name])


def _name(connection: Connection, each: Any) -> str:  # noqa: ANN401 - any record
    """Name what a record is about: a seat by its team and post, else the person."""
    if isinstance(each, Tenure):
        posts, teams = table("post"), table("team")
        found = connection.execute(
            posts.select()
            .join(teams, teams.c.id == posts.c.team)
            .with_only_columns(posts.c.name, teams.c.name.label("team"))
            .where(posts.c.id == each.post)
        ).first()
        return "一个岗位" if found is None else f"“{found.team or ''}{found.name or ''}”"
    person = getattr(each, "person", each.id)
    people = table("person")
    row = connection.execute(people.select().where(people.c.id == person)).first()
    return "一名干部" if row is None else f"“{row.name}”的记录"


def _body(connection: Connection, carrying: Carrying) -> str:
    tenures = sorted(each.id for each in _tenures(connection, carrying.posts))
    body = {
        "month": months.show_iso(carrying.month),
        "document": carrying.document,
        "posts": list(carrying.posts),
        "tenures": tenures,
        "before": [[TABLES[type(each)], row_of(each)] for each in carrying.before],
        "after": [[TABLES[type(each)], row_of(each)] for each in carrying.after],
    }
    return json.dumps(body, ensure_ascii=False)


def _records(rows: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Any]:
    for kind, row in rows:
        yield _TYPES[kind](**row)


def _tenures(connection: Connection, posts: Iterable[str]) -> list[Tenure]:
    target = table("tenure")
    question = target.select().where(target.c.post.in_(list(posts))).order_by(target.c.id)
    return [Tenure(**row) for row in connection.execute(question).mappings()]


def _now(connection: Connection, each: Any) -> Any:  # noqa: ANN401 - any record
    return stored_in(connection, type(each), each.id)


def _same(each: Any, now: Any) -> bool:  # noqa: ANN401 - any record
    if now is None:
        return False
    values = {name: getattr(each, name) for name in COUNTED if hasattr(each, name)}
    return bool(replace(now, **values) == each)


def _key(each: Any) -> tuple[str, str]:  # noqa: ANN401 - any record
    return TABLES[type(each)], each.id
