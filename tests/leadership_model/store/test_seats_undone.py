"""Random edits of units, teams, posts, codes and homes, all taken back, leave what there was."""

import shutil
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadership_model.errors import UserError
from leadership_model.people import codes, fields, seat_fields, seat_order, team_terms
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.store import bulk, engine, load
from leadership_model.store.actor import Actor
from leadership_model.store.code_entries import CodeEdit
from leadership_model.store.connection import reading
from leadership_model.store.joint import JointEdit
from leadership_model.store.seats import leaving
from leadership_model.store.tables import METADATA
from tests.leadership_model.store.conftest import small_city

SECONDS = count()
ACTOR = Actor("王经办", lambda: f"2026-11-03T09:{next(SECONDS):06d}")
UNLIKE = ("audit", "derived", "migration")  # the book grows; the others say nothing of records
TEXTS = ("", "甲", "3", "是", "经济", "2026-12", "县处级副职", "副职", "乡镇")
OPS = ("field", "state", "new", "retire", "restore", "delete", "move", "link", "terms", "code",
       "code away", "home")  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(OPS), st.integers(0, 999), st.integers(0, 999)),
    min_size=3,
    max_size=12,
)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    path = tmp_path_factory.mktemp("undo") / "first.db"
    made = engine.create(path, ACTOR, plant=False)
    records = [
        *small_city(),
        Unit(id="u-2", name="空单位", parent="u-1"),
        Team(id="t-2", unit="u-2", name="安宁县委", place="党委", term_start=24263, term_number=3),
        Post(id="s-3", team="t-2", name="书记", linked="l-1"),
        Post(id="s-4", team="t-2", name="委员", order=1, retired=True),
    ]
    bulk.write(made, ACTOR, records)
    made.dispose()
    return path


def rows(base):
    """Give every row but what only counts writings: versions, moments, the change number."""
    found = {}
    with reading(base) as connection:
        for table in METADATA.sorted_tables:
            if table.name in UNLIKE:
                continue
            kept = [c for c in table.c if c.name not in ("version", "changed_at")]
            listed = [
                tuple(row) for row in connection.execute(table.select().with_only_columns(*kept))
            ]
            found[table.name] = sorted(r for r in map(repr, listed) if "change_number" not in r)
    return found


def every(snapshot):
    return [r for kind in ("unit", "team", "post") for r in snapshot[kind].records()]


def field_edit(snapshot, a, b):
    record = every(snapshot)[a % len(every(snapshot))]
    listed = seat_fields.fields_of(record)
    field = listed[b % len(listed)]
    options = seat_fields.options(record, field.name)
    fitting = {
        "number": ("3", "8"),
        "month": ("2026-12", "2020-01"),
        **dict.fromkeys(("unit", "team"), ("甲",)),
    }
    listed_texts = (*(options or fitting.get(field.kind, ("甲", "乙"))), "")
    text = listed_texts[a % len(listed_texts)]
    known = {"甲": "u-2"} if field.kind == "unit" else {"甲": "t-2"} if field.kind == "team" else {}
    if seat_fields.fault_in(record, field.name, text, known or None):
        return None
    after = seat_fields.with_text(record, field.name, text, known)
    return None if after == record else JointEdit((record,), (after,))


def state_edit(snapshot, a, b):
    record = every(snapshot)[a % len(every(snapshot))]
    listed = seat_fields.fields_of(record)
    state = ("absent", "unknown")[b % 2]
    after = seat_fields.with_state(record, listed[b % len(listed)].name, state)
    return None if after == record else JointEdit((record,), (after,))


def new_edit(snapshot, a, b):
    name = f"{a}-{b}"
    made = (
        Unit(id=f"u-{name}", name="新单位", parent="u-1"),
        Team(id=f"t-{name}", unit="u-2", name="新班子"),
        Post(id=f"s-{name}", team="t-2", name="新岗位", order=9),
    )[a % 3]
    there = made.id in {each.id for each in every(snapshot)}
    return None if there else JointEdit((), (made,))


def leave_edit(snapshot, a, what):
    record = every(snapshot)[a % len(every(snapshot))]
    after = () if what == "delete" else (replace(record, retired=True),)
    return leaving((record,), after, ((record.id, "x"),))


def restore_edit(snapshot, a):
    gone = snapshot.posts.retired
    if not gone:
        return None
    names = list(Post.__dataclass_fields__)
    record = Post(**dict(zip(names, gone[a % len(gone)], strict=True)))
    return JointEdit((record,), (replace(record, retired=False),))


def pairs_edit(pairs):
    if not pairs:
        return None
    return JointEdit(tuple(p[0] for p in pairs), tuple(p[1] for p in pairs))


def move_edit(snapshot, a, b):
    team = a % len(snapshot.teams)
    posts = [snapshot.posts.record(at) for at in snapshot.posts.of(team)]
    return pairs_edit(seat_order.moved(posts, a % len(posts), b % len(posts))) if posts else None


def link_edit(snapshot, a, b):
    posts = list(snapshot.posts.records())
    chosen = {posts[a % len(posts)].id, posts[b % len(posts)].id} if posts else set()
    return pairs_edit(seat_order.linked(posts, sorted(chosen), f"l-{a % 3}"))


def code_edit(a, b):
    own = codes.own()
    if own and a % 2:
        entry = own[b % len(own)]
        return CodeEdit((entry,), (replace(entry, retired=not entry.retired),))
    made = OwnCode(id=f"c-{a}", list="functions", name=f"板块{a}", order=len(own))
    return None if any(each.id == made.id for each in own) else CodeEdit((), (made,))


def home_edit(snapshot, a, b):
    person = snapshot.people.record(a % len(snapshot.people))
    after = fields.with_text(person, "hometown", TEXTS[b % len(TEXTS)])
    return None if after == person else JointEdit((person,), (after,))


def edit_of(snapshot, op, a, b):
    match op:
        case "field":
            return field_edit(snapshot, a, b)
        case "state":
            return state_edit(snapshot, a, b)
        case "new":
            return new_edit(snapshot, a, b)
        case "retire" | "delete":
            return leave_edit(snapshot, a, op)
        case "restore":
            return restore_edit(snapshot, a)
        case "move":
            return move_edit(snapshot, a, b)
        case "link":
            return link_edit(snapshot, a, b)
        case "terms":
            start = 24300 + a % 40
            teams = list(snapshot.teams.records())
            return pairs_edit(team_terms.renewed(teams, start, start + 59, next_number=a % 2 == 0))
        case "code":
            return code_edit(a, b)
        case "code away":
            own = codes.own()
            return CodeEdit((own[a % len(own)],), ()) if own else None
        case _:
            return home_edit(snapshot, a, b)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_all_edits_taken_back_leave_the_first_database(first, tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("run") / "city.db"
    shutil.copy(first, path)
    base = engine.open(path, ACTOR)
    try:
        before, done = rows(base), []
        snapshot = load.snapshot(base)
        for op, a, b in steps:
            edit = edit_of(snapshot, op, a, b)
            if edit is None:
                continue
            try:
                edit.forward(base, ACTOR)
            except UserError:
                continue  # refused, as for whatever is still referred to: nothing was written
            done.append(edit)
            snapshot = load.snapshot(base)
        for edit in reversed(done):
            edit.backward(base, ACTOR)
        assert rows(base) == before
        for edit in done:  # and made again, and taken back again
            edit.forward(base, ACTOR)
        for edit in reversed(done):
            edit.backward(base, ACTOR)
        assert rows(base) == before
    finally:
        base.dispose()
        codes.lay(())
