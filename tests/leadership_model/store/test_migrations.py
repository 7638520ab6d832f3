from dataclasses import replace

from leadership_model.people.hold import Hold
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.person import Kinship
from leadership_model.people.post import Post
from leadership_model.people.reserve import Reserve, Training
from leadership_model.people.rule_notes import RuleCheck, RuleException
from leadership_model.people.team import Indicator, SystemEntry, Team, TeamTask
from leadership_model.store import bulk, engine, load, records
from leadership_model.store.actor import Actor
from leadership_model.store.migrations import STEPS, Step, newest, pending
from leadership_model.store.nouns import SavedQuery, ScenarioEntry
from tests.leadership_model.store.conftest import small_city


def nothing(connection):
    pass


def test_steps_are_numbered_from_one_without_gaps():
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_every_step_says_what_it_does_in_one_line():
    assert all("\n" not in (step.apply.__doc__ or "\n") for step in STEPS)


def test_only_later_steps_are_pending():
    steps = tuple(Step(number, str(number), nothing) for number in (1, 2, 3))
    assert newest(steps) == 3
    assert [step.number for step in pending(steps, 1)] == [2, 3]
    assert pending(steps, 3) == ()


def test_units_teams_and_posts_of_the_second_shape_are_brought_to_the_third(path, actor, closing):
    made = engine.create(path, actor, plant=False)
    bulk.write(made, actor, small_city())
    with made.connect() as plain, plain.begin():
        for table, column in [("unit", "absent"), ("team", "absent"), ("post", "absent"),
                              ("team", "retired"), ("post", "retired")]:  # fmt: skip
            plain.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {column}")
        plain.exec_driver_sql("DROP TABLE code_entry")
        plain.exec_driver_sql("DELETE FROM migration WHERE number > 2")
    made.dispose()
    again = engine.open(path, actor)
    closing.append(again)
    post = records.get(again, Post, "s-1")
    assert (post.name, post.absent, bool(post.retired)) == ("县长", "", False)
    assert load.every(again, OwnCode) == ()
    edit = replace(records.get(again, Team, "t-1"), absent="quota_other", retired=True)
    records.save(again, actor, edit)
    assert [row[0] for row in load.snapshot(again).teams.retired] == ["t-1"]


def test_figures_of_the_sixth_shape_are_brought_to_the_seventh(path, actor, closing):
    made = engine.create(path, actor, plant=False)
    kept = Indicator(id="i-1", team="t-1", year=2025, name="年度考核等次", value="优秀")
    bulk.write(made, actor, [*small_city(), kept])
    with made.connect() as plain, plain.begin():
        for column in ("system", "period", "note", "entered_by", "entered_at"):
            plain.exec_driver_sql(f"ALTER TABLE team_indicator DROP COLUMN {column}")
        for table in ("team_task", "indicator_system", "reserve", "training"):
            plain.exec_driver_sql(f"DROP TABLE {table}")
        plain.exec_driver_sql("DELETE FROM migration WHERE number > 6")
    made.dispose()
    again = engine.open(path, actor)
    closing.append(again)
    assert load.every(again, Indicator) == (kept,)
    fresh = (
        SystemEntry(id="y-1", name="绩效", body="{}"),
        TeamTask(id="k-1", team="t-1", title="上党课", due=24312),
        Reserve(id="b-1", person="p-1", list="近期使用", role="正职"),
        Training(id="g-1", person="p-1", link="集中培训"),
    )
    for each in fresh:
        records.save(again, actor, each)
        assert records.get(again, type(each), each.id) is not None


def test_exceptions_and_kinship_of_the_sixth_shape_are_brought_to_the_seventh(path, actor, closing):
    made = engine.create(path, actor, plant=False)
    kept = RuleException(id="x-1", rule="X1", person="p-1", reason="工作需要", end=24320)
    kin = Kinship(id="k-1", person="p-1", relative="p-2", state="确认")
    bulk.write(made, actor, [*small_city(), kept, kin])
    with made.connect() as plain, plain.begin():
        plain.exec_driver_sql("DROP TABLE rule_check")
        for column in ("entered_by", "entered_at"):
            plain.exec_driver_sql(f"ALTER TABLE kinship DROP COLUMN {column}")
        plain.exec_driver_sql("DELETE FROM migration WHERE number > 6")
    made.dispose()
    again = engine.open(path, actor)
    closing.append(again)
    (exception,) = load.every(again, RuleException)
    assert (exception.rule, exception.reason, exception.end) == ("X1", "工作需要", 24320)
    assert load.every(again, Kinship) == (kin,)
    answer = RuleCheck(id="rc-1", rule="K1", person="p-1", answer="否", month=24320)
    records.save(again, actor, answer)
    assert load.snapshot(again)["rule_check"].record(0) == answer


def test_a_base_of_the_seventh_shape_can_hold_people_in_the_eighth(path, actor, closing):
    made = engine.create(path, actor, plant=False)
    bulk.write(made, actor, small_city())
    with made.connect() as plain, plain.begin():
        plain.exec_driver_sql("DROP TABLE hold")
        plain.exec_driver_sql("DELETE FROM migration WHERE number > 7")
    made.dispose()
    again = engine.open(path, actor)
    closing.append(again)
    one = Hold(id="h-1", person="p-1", reason="核查", start=24300, until=24310)
    records.save(again, actor, one)
    assert load.snapshot(again)["hold"].record(0) == one


def test_plans_of_the_seventh_shape_know_their_author_in_the_eighth(path, actor, closing):
    made = engine.create(path, actor, plant=False)
    options = '{"shared_with": ["李四"], "teams": ["t-1"]}'
    shared = ScenarioEntry(id="c-1", label="甲案", effective=24322, options=options)
    own = ScenarioEntry(id="c-2", label="乙案", effective=24322)
    for each in (shared, own):
        records.save(made, actor, each)
    now = records.get(made, ScenarioEntry, "c-2")
    records.save(made, Actor("赵六", actor.clock), replace(now, label="乙案改"))
    with made.connect() as plain, plain.begin():
        for column in ("author", "shared", "status", "former", "ground"):
            plain.exec_driver_sql(f"ALTER TABLE scenario DROP COLUMN {column}")
        plain.exec_driver_sql("DELETE FROM migration WHERE number > 7")
    made.dispose()
    again = engine.open(path, actor)
    closing.append(again)
    one, two = (records.get(again, ScenarioEntry, id) for id in ("c-1", "c-2"))
    assert (one.author, one.shared, one.status) == (actor.name, '["李四"]', "已共享")
    assert one.options == '{"teams": ["t-1"]}'
    assert (two.author, two.shared, two.status, two.former) == (actor.name, "[]", "草案", None)


def test_kept_questions_of_the_eighth_shape_lie_in_no_folder_in_the_ninth(path, actor, closing):
    made = engine.create(path, actor, plant=False)
    records.add(made, actor, SavedQuery(id="q", label="年轻", sentence="年龄 <= 40", note="备"))
    with made.connect() as plain, plain.begin():
        for column in ("folder", "parameters", "author"):
            plain.exec_driver_sql(f"ALTER TABLE saved_query DROP COLUMN {column}")
        plain.exec_driver_sql("DELETE FROM migration WHERE number > 8")
    made.dispose()
    again = engine.open(path, actor)
    closing.append(again)
    found = records.get(again, SavedQuery, "q")
    assert (found.folder, found.parameters, found.author) == (None, "[]", "")
    assert (found.sentence, found.note) == ("年龄 <= 40", "备")
