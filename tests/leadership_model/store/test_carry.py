"""A plan carried out becomes tenures, all or nothing, and is taken back exactly or not at all."""

import random
from dataclasses import replace

import pytest

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.errors import StaleError, UserError
from leadership_model.people.person import Person
from leadership_model.people.seating import OUTSIDER, VACANT, seat
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules.book import RuleBook, shipped
from leadership_model.staffing import ground
from leadership_model.staffing import move as moves
from leadership_model.staffing.carry import carrying
from leadership_model.staffing.move import Move
from leadership_model.staffing.procedure import EMPTY, Answer, with_answer
from leadership_model.staffing.scenario import Scenario
from leadership_model.staffing.situation import situate
from leadership_model.store import bulk, carry, load, procedure, records, scenario
from leadership_model.store.connection import reading
from leadership_model.store.nouns import ScenarioEntry
from leadership_model.store.scenario import StoredScenario
from leadership_model.store.tables import METADATA
from tests.leadership_model.papers import plan_small
from tests.leadership_model.staffing import small

AS_OF = small.AS_OF
OUT = Tenure(id="d1-out", post="d1", outsider="外请甲", start=AS_OF - 30)
PLAN = (
    Move(kind="retire", person="b"),
    Move(kind="appoint", person="a", post="t0", reason="熟悉全面工作"),
    Move(kind="appoint", person="d", post="d1"),
    Move(kind="appoint", outsider="库外乙", post="t3"),
)
BOOK = RuleBook(tuple(r for r in shipped().rules if r.id in ("R1", "S1")))
COUNTED = {each: {"version": 0, "changed_at": ""} for each in ("tenure", "person")}
NOT_RECORDS = ("audit", "derived", "migration", "setting", "scenario", "carried")


@pytest.fixture
def city(base, actor):
    told = {(type(e), e.id): e for e in (*plan_small.records(), OUT)}
    bulk.write(base, actor, told.values())
    return base


def rows(base):
    found = {}
    with reading(base) as connection:
        for table in METADATA.sorted_tables:
            if table.name not in NOT_RECORDS:
                kept = [c for c in table.c if c.name not in ("version", "changed_at")]
                listed = connection.execute(table.select().with_only_columns(*kept))
                found[table.name] = sorted(repr(tuple(row)) for row in listed)
    return found


def situation(base, plan=PLAN, book=BOOK, noted=True, month=AS_OF):
    snapshot = load.snapshot(base)
    world = World.of(snapshot, month, models=(small.MODEL,), book=book)
    teams = [snapshot.teams.positions["t"]]
    seen = (
        ground.seen(world.seating, plan, teams, ground.NOTHING_SEEN) if noted else ground.Ground()
    )
    made = Scenario(id="c-1", label="甲案", base=1, month=month, moves=tuple(plan),
                    cursor=len(plan), ground=seen)  # fmt: skip
    return situate(world, made, teams)


def approve(base, actor, plan=PLAN, status="已批准锁定"):
    entry = ScenarioEntry(id="c-1", label="甲案", effective=AS_OF, cursor=len(plan))
    scenario.save(base, actor, StoredScenario(entry, tuple(moves.to_json(e) for e in plan)))
    if status != "草案":
        scenario.set_status(base, actor, "c-1", status)


def carried(base, actor, plan=PLAN, seed=1, document="云任〔2026〕9号"):
    approve(base, actor, plan)
    made = carrying(situation(base, plan), document, random.Random(seed))
    carry.carry_out(base, actor, made)
    return made


def holders(base, month):
    seating = seat(load.snapshot(base), month)
    ids = {OUTSIDER: "*", VACANT: ""} | dict(enumerate(seating.snapshot.people.ids))
    posts = zip(seating.snapshot.posts.ids, seating.holder.tolist(), strict=True)
    return {post: ids[who] for post, who in posts}


def test_seats_change_hands_in_the_month_of_the_plan(city, actor):
    made = carried(city, actor)
    assert holders(city, AS_OF - 1) | {"t0": "b", "t1": "a", "d1": "*", "t2": "d"} == holders(
        city, AS_OF - 1
    )
    after = holders(city, AS_OF)
    assert {p: after[p] for p in ("t0", "t1", "t2", "t3", "d0", "d1")} == {
        "t0": "a", "t1": "", "t2": "", "t3": "*", "d0": "e", "d1": "d"
    }  # fmt: skip
    tenures = load.snapshot(city)["tenure"]
    (new,) = [t for t in tenures.records() if t.post == "t0" and t.start == AS_OF]
    assert (new.person, new.promoted, new.document) == ("a", True, "云任〔2026〕9号")
    (outside,) = [t for t in tenures.records() if t.outsider == "库外乙"]
    assert outside.post == "t3"
    assert {line.name for line in made.lines} >= {"人员a", "人员b", "人员d", "库外乙", "外请甲"}
    assert scenario.get(city, "c-1", actor.name).entry.status == "已执行"


def test_people_follow_their_seats(city, actor):
    carried(city, actor)
    found = {id: records.get(city, Person, id) for id in "abcd"}
    assert (found["a"].level, found["a"].level_since) == ("县处级正职", AS_OF)
    assert found["a"].post_text == "青石县tt正职0"
    assert (found["b"].status, found["b"].status_month) == ("退出领导岗位", AS_OF)
    assert (found["d"].level, found["d"].post_text) == ("县处级副职", "青石县dd副职1")
    assert found["c"] == replace(found["c"], level="乡科级正职", post_text="镇党委书记")


def test_the_resume_is_carried_on_where_it_has_an_open_line(city, actor):
    plan = (Move(kind="appoint", person="c", post="t3"),)
    carried(city, actor, plan)
    shown = months.show(AS_OF)
    assert records.get(city, Person, "c").resume.splitlines()[1:] == [
        f"2020.01--{shown}  甲镇党委书记",
        f"{shown}--         青石县tt副职3",
    ]
    table = load.snapshot(city)["career_entry"]
    assert any(e.start == AS_OF and e.end is None for e in table.records())


def test_who_loses_a_seat_waits_and_says_so(city, actor):
    made = carried(city, actor, (Move(kind="remove", person="a"),))
    assert records.get(city, Person, "a").post_text == "待安排"
    (line,) = made.lines
    assert line.ends == ("青石县t班子t副职1",)
    assert "简历没有可以接续的一行，请人工补写" not in line.more


@pytest.mark.parametrize("seed", range(4))
def test_taken_back_everything_is_as_it_was_and_can_be_carried_out_again(city, actor, seed):
    dice = random.Random(seed)
    plan = tuple(
        dice.choice(
            (
                Move(kind="appoint", person=dice.choice("acde"), post=dice.choice(("t1", "t2", "t3"))),
                Move(kind="remove", person=dice.choice("bde")),
                Move(kind="retire", person=dice.choice("be")),
                Move(kind="appoint", outsider="库外", post=dice.choice(("t3", "d1"))),
            )
        )
        for _ in range(4)
    )  # fmt: skip
    approve(city, actor, plan)
    before = rows(city)
    made = carrying(situation(city, plan), "1号", random.Random(seed))
    carry.carry_out(city, actor, made)
    after = rows(city)
    assert after != before
    carry.take_back(city, actor, "c-1")
    assert rows(city) == before
    assert scenario.get(city, "c-1", actor.name).entry.status == "已批准锁定"
    assert carry.carried(city, "c-1") is None
    again = carrying(situation(city, plan), made.document, random.Random(seed))
    carry.carry_out(city, actor, again)
    assert rows(city) == after


def test_only_an_approved_plan_is_carried_out_and_only_once(city, actor):
    approve(city, actor, status="草案")
    made = carrying(situation(city))
    before = rows(city)
    with pytest.raises(UserError, match="先批准锁定"):
        carry.carry_out(city, actor, made)
    assert rows(city) == before
    scenario.set_status(city, actor, "c-1", "已批准锁定")
    carry.carry_out(city, actor, made)
    with pytest.raises(UserError, match="已执行"):
        carry.carry_out(city, actor, made)
    with pytest.raises(StaleError):
        carry.carry_out(city, actor, replace(made, scenario="c-9"))


@pytest.mark.parametrize(
    "change",
    [
        Tenure(id="t1-a", post="t1", person="a", start=months.parse("2021-03"), end=AS_OF - 1),
        Tenure(id="new", post="t0", person="c", start=AS_OF + 3),
        Person(id="a", name="人员a", level="县处级正职"),
    ],
    ids=lambda each: type(each).__name__ + each.id,
)
def test_a_base_edited_between_reading_and_writing_refuses_the_whole(city, actor, change):
    approve(city, actor)
    made = carrying(situation(city))
    now = records.get(city, type(change), change.id)
    kept = {} if now is None else {"version": now.version, "changed_at": now.changed_at}
    records.save(city, actor, replace(change, **kept))
    before = rows(city)
    with pytest.raises(UserError, match="刚有变动"):
        carry.carry_out(city, actor, made)
    assert rows(city) == before


def test_a_base_that_has_drifted_since_the_plan_was_made_is_named(city, actor):
    seen = situation(city)
    held = records.get(city, Tenure, "t1-a")
    records.save(city, actor, replace(held, end=AS_OF - 2))
    now = situate(situation(city).base, seen.scenario, seen.teams)
    with pytest.raises(UserError, match=r"干部库已有变动：.*人员a"):
        carrying(now)
    carrying(situation(city, noted=False))


def test_a_seat_taken_in_the_same_month_or_promised_later_is_named(city, actor):
    records.save(city, actor, Tenure(id="later", post="t3", person="c", start=AS_OF + 2))
    with pytest.raises(UserError, match="t副职3另有自"):
        carrying(situation(city))
    held = records.get(city, Tenure, "t0-b")
    records.save(city, actor, replace(held, start=AS_OF))
    with pytest.raises(UserError, match="不能在同月免去"):
        carrying(situation(city, (Move(kind="remove", person="b"),)))


def test_a_plan_that_breaks_what_allows_no_exception_is_not_carried_out(city, actor):
    from leadership_model.people.person import Sanction

    fresh = Sanction(id="s-9", person="a", kind="党内警告", month=AS_OF - 2)
    records.save(city, actor, fresh)
    with pytest.raises(UserError, match="不得例外"):
        carrying(situation(city))
    with pytest.raises(UserError, match="没有改变任何岗位"):
        carrying(situation(city, ()))


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        ("end", "青石县t班子t正职0"),
        ("follow", "青石县t班子t副职1"),
        ("gone", "青石县t班子t正职0"),
        ("level", "“人员a”的记录"),
    ],
)
def test_later_edits_of_the_same_seats_are_named_and_nothing_is_taken_back(
    city, actor, edit, named
):
    carried(city, actor)
    table = load.snapshot(city)["tenure"]
    (new,) = [t for t in table.records() if t.post == "t0" and t.start == AS_OF]
    person = records.get(city, Person, "a")
    match edit:
        case "end":
            records.save(city, actor, replace(new, end=AS_OF + 1))
        case "follow":
            records.save(city, actor, Tenure(id="f", post="t1", person="c", start=AS_OF + 1))
        case "gone":
            records.delete(city, actor, new)
        case "level":
            records.save(city, actor, replace(person, level="县处级副职"))
    before = rows(city)
    with pytest.raises(UserError, match=named):
        carry.take_back(city, actor, "c-1")
    assert rows(city) == before


def test_edits_of_other_things_stay_when_a_plan_is_taken_back(city, actor):
    carried(city, actor)
    records.save(city, actor, replace(records.get(city, Person, "a"), health="健康"))
    records.save(city, actor, Unit(id="u-new", name="新单位"))
    carry.take_back(city, actor, "c-1")
    person = records.get(city, Person, "a")
    assert (person.health, person.level) == ("健康", "县处级副职")
    assert records.get(city, Unit, "u-new").name == "新单位"
    with pytest.raises(UserError, match="没有执行过"):
        carry.take_back(city, actor, "c-1")


def test_the_old_state_is_kept_and_can_be_seen(city, actor):
    before = load.snapshot(city)
    carried(city, actor)
    record = carry.carried(city, "c-1")
    seen = carry.before_it(load.snapshot(city), record)
    for kind in ("tenure", "person", "career_entry"):
        assert [replace(each, **COUNTED.get(kind, {})) for each in seen[kind].records()] == [
            replace(each, **COUNTED.get(kind, {})) for each in before[kind].records()
        ]


def test_procedures_are_written_with_their_version_and_taken_back(city, actor):
    approve(city, actor, status="草案")
    record = with_answer(EMPTY, "motion", Answer(state="done", day="2026-09-01"))
    edit = procedure.ProcedureEdit("c-1", "a", procedure.Kept(), record)
    edit.forward(city, actor)
    kept = procedure.read(city, "c-1")["a"]
    assert kept.record == record
    more = with_answer(record, "talks", Answer(state="doubt"))
    next_ = procedure.ProcedureEdit("c-1", "a", kept, more)
    next_.forward(city, actor)
    with pytest.raises(StaleError):
        procedure.ProcedureEdit("c-1", "a", kept, EMPTY).forward(city, actor)
    next_.backward(city, actor)
    assert procedure.read(city, "c-1")["a"].record == record
    next_.forward(city, actor)
    assert procedure.read(city, "c-1")["a"].record == more
    next_.backward(city, actor)
    edit.backward(city, actor)
    assert procedure.read(city, "c-1") == {}


def test_a_deleted_plan_takes_its_procedures_along(city, actor):
    approve(city, actor, status="草案")
    record = with_answer(EMPTY, "motion", Answer(state="doubt"))
    procedure.ProcedureEdit("c-1", "a", procedure.Kept(), record).forward(city, actor)
    scenario.delete(city, actor, scenario.get(city, "c-1", actor.name))
    assert procedure.read(city, "c-1") == {}
