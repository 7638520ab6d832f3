"""Edits of several records at once, and that any of them, undone, give back what there was."""

import io
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from leadership_model.errors import StaleError, UserError
from leadership_model.people import batch, lifecycle
from leadership_model.people.hold import Hold
from leadership_model.people.lifecycle import Step
from leadership_model.people.named_set import NamedSet
from leadership_model.people.person import Appraisal, Education, Kinship, Mark, Person, Relative
from leadership_model.people.post import Post
from leadership_model.people.rule_notes import RuleCheck, RuleException
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.store import audit, load, picture, records
from leadership_model.store.actor import Actor
from leadership_model.store.belongings import Merger, Removal, of_person
from leadership_model.store.connection import reading
from leadership_model.store.joint import JointEdit, Picture
from leadership_model.store.nouns import Basket, SourceFile
from leadership_model.store.tables import METADATA
from tests.leadership_model.store.conftest import find

NOW = 2026 * 12 + 10
# What the store keeps for itself, and what was worked out from the rest.
ITS_OWN = frozenset({"audit", "setting", "derived"})
COUNTERS = frozenset({"version", "changed_at"})


def jpeg(shade, size=(40, 50)):
    made = io.BytesIO()
    Image.new("RGB", size, (shade, 90, 120)).save(made, "JPEG")
    return made.getvalue()


def exported(engine):
    """Give every row of every table as text, without the counters the store keeps."""
    made = []
    with reading(engine) as connection:
        for target in METADATA.sorted_tables:
            if target.name in ITS_OWN:
                continue
            names = [each.name for each in target.c if each.name not in COUNTERS]
            rows = connection.execute(target.select()).mappings()
            made += sorted(f"{target.name} {[row[name] for name in names]!r}" for row in rows)
    return made


def city():
    return [
        Unit(id="u1", name="安宁县"),
        Team(id="t1", unit="u1", name="安宁县政府班子"),
        *(Post(id=f"s{at}", team="t1", name=f"岗位{at}", order=at) for at in range(5)),
        Person(id="p1", name="李明", birth=23700, resume="2021.06--         安宁县副县长"),
        Person(id="p2", name="赵敏", absent="religion", sex="女"),
        Person(id="p3", name="李明", birth=23700, health="健康", has_photo=True),
        Person(id="p4", name="孙立", status="调出"),
        Tenure(id="n1", post="s1", person="p1", start=24257),
        Tenure(id="n2", post="s2", person="p2", start=24000),
        Tenure(id="n3", post="s3", person="p3", start=24100, kind="挂职"),
        Education(id="e1", person="p1", mode="全日制", schooling="大学"),
        Education(id="e2", person="p3", mode="在职", schooling="研究生"),
        Appraisal(id="a1", person="p1", year=2024, result="称职"),
        Appraisal(id="a2", person="p3", year=2024, result="优秀"),
        Relative(id="f1", person="p2", title="丈夫", name="周某"),
        Kinship(id="k1", person="p2", relative="p3"),
        Mark(id="m1", person="p3", element="气质", value="沉稳"),
        RuleException(id="x1", rule="Q1", person="p3", reason="批复"),
        RuleCheck(id="rc1", rule="K1", person="p3", answer="否"),
        Hold(id="h1", person="p3", reason="核查", start=24300, until=24310),
        NamedSet(id="l1", label="甲名单", people="p2 p3 p4"),
        Basket(id="王工", people="p3 p1"),
        SourceFile(id="f9", person="p3", kind="lrmx", name="李明.lrmx", content=b"<x/>"),
    ]


@pytest.fixture
def filled(base, actor):
    records.save_many(base, actor, city())
    photo = JointEdit((), (), (Picture("p3", None, jpeg(1)),))
    photo.forward(base, actor)
    return base


# ---- one by one


def test_a_stale_record_is_refused_and_nothing_is_written(filled, actor):
    person = find(filled, Person, "p1")
    records.save(filled, actor, replace(person, health="一般"))
    before = exported(filled)
    edit = JointEdit((person,), (person, Appraisal(id="a9", person="p1", year=2025, result="优秀")))
    with pytest.raises(StaleError):
        edit.forward(filled, actor)
    assert exported(filled) == before


def test_changes_name_all_kinds_people_and_teams(filled, actor):
    person = find(filled, Person, "p2")
    tenure = find(filled, Tenure, "n2")
    edit = JointEdit(
        (person, tenure),
        (replace(person, status="退休"), replace(tenure, end=NOW)),
        (Picture("p1", None, jpeg(7)),),
    )
    changes = edit.forward(filled, actor)
    assert changes.kinds == {"person", "tenure", "photo"}
    assert changes.people == {"p1", "p2"}
    assert changes.teams == {"t1"}


def test_taking_back_leaves_what_others_edited_since(filled, actor):
    person = find(filled, Person, "p2")
    edit = JointEdit((person,), (replace(person, health="健康", absent="religion health"),))
    edit.forward(filled, actor)
    records.save(filled, actor, replace(find(filled, Person, "p2"), name="赵敏之"))
    edit.backward(filled, actor)
    found = find(filled, Person, "p2")
    assert (found.name, found.health, found.absent) == ("赵敏之", None, "religion")


def test_a_new_person_with_rows_since_is_not_taken_back_blindly(filled, actor):
    edit = JointEdit((), (Person(id="p9", name="新人"),), title="新增干部", subject="p9")
    edit.forward(filled, actor)
    row = Appraisal(id="a9", person="p9", year=2025, result="优秀")
    records.save(filled, actor, row)
    with pytest.raises(UserError, match="年度考核"):
        edit.backward(filled, actor)
    records.delete(filled, actor, row)
    edit.backward(filled, actor)
    assert find(filled, Person, "p9") is None
    whats = [line.what for line in audit.lines(filled, "person", "p9")]
    assert whats[0:2] == ["新建", "新增干部"]
    assert whats[-1] == "撤销新增干部"


def test_removing_takes_everything_and_gives_everything_back(filled, actor):
    before, version = exported(filled), find(filled, Person, "p3").version
    removal = Removal(find(filled, Person, "p3"))
    changes = removal.forward(filled, actor)
    assert {
        "person",
        "tenure",
        "kinship",
        "photo",
        "source_file",
        "exception",
        "rule_check",
        "hold",
    } <= changes.kinds
    assert not [row for row in exported(filled) if "'p3'" in row]
    removal.backward(filled, actor)
    assert exported(filled) == before
    assert find(filled, Person, "p3").version > version  # a form opened before is refused


def test_merging_moves_what_was_chosen_and_the_photo(filled, actor):
    before = exported(filled)
    left, right = find(filled, Person, "p1"), find(filled, Person, "p3")
    picks = {"health": "right", "appraisal": "right", "photo": "right"}
    merger = Merger(left, right, picks)
    merger.forward(filled, actor)
    assert find(filled, Person, "p3") is None
    one = of_person(filled, "p1")
    assert (one.person.health, one.person.has_photo) == ("健康", True)
    assert one.picture == jpeg(1)
    ids = {each.id for each in one.rows}
    assert {"n1", "n3", "e1", "e2", "a2", "k1", "m1", "x1", "rc1", "f9", "h1"} == ids
    assert find(filled, Kinship, "k1").relative == "p1"
    assert find(filled, NamedSet, "l1").people == "p2 p1 p4"
    assert find(filled, Basket, "王工").people == "p1"  # both were in it
    merger.backward(filled, actor)
    assert exported(filled) == before
    merger.forward(filled, actor)
    assert find(filled, Person, "p3") is None


def test_whoever_is_gone_cannot_be_merged(filled, actor):
    left, right = find(filled, Person, "p1"), find(filled, Person, "p4")
    records.delete(filled, actor, right)
    with pytest.raises(UserError, match="已不在库中"):
        Merger(left, right, {}).forward(filled, actor)


# ---- any of them in any order


class Hand:
    """Makes random edits as the page makes them; `done` are those that were written."""

    def __init__(self, engine, actor, seed):
        self.engine, self.actor, self.dice = engine, actor, random.Random(seed)
        self.done = []

    def write(self, edit):
        edit.forward(self.engine, self.actor)
        self.done.append(edit)

    def step(self, kind):
        snapshot = load.snapshot(self.engine)
        people = list(snapshot.people.records())
        getattr(self, f"do_{kind}")(snapshot, people)

    def do_add(self, snapshot, people):
        id = f"q{self.dice.getrandbits(40)}"
        self.write(JointEdit((), (Person(id=id, name=f"新人{id[-3:]}"),), title="新增干部"))

    def do_remove(self, snapshot, people):
        if people:
            self.write(Removal(self.dice.choice(people)))

    def do_field(self, snapshot, people):
        if people:
            person = self.dice.choice(people)
            changed = replace(person, health=self.dice.choice(["健康", "一般", None]))
            if self.dice.random() < 0.4:
                changed = replace(person, health=None, absent="health")
            self.write(JointEdit((person,), (changed,)))

    def do_rows(self, snapshot, people):
        if not people:
            return
        person = self.dice.choice(people)
        at = snapshot.people.positions[person.id]
        before, after = [person], [person]
        for name in ("education", "appraisal", "relative"):
            for row in (snapshot[name].record(each) for each in snapshot[name].of(at)):
                before.append(row)
                if self.dice.random() < 0.6:
                    after.append(row)
        id = f"a{self.dice.getrandbits(40)}"
        after.append(Appraisal(id=id, person=person.id, year=2020, result="优秀"))
        self.write(JointEdit(tuple(before), tuple(after)))

    def do_merge(self, snapshot, people):
        if len(people) > 1:
            left, right = self.dice.sample(people, 2)
            names = ("health", "resume", "name", "tenure", "education", "photo")
            picks = {name: self.dice.choice(["left", "right"]) for name in names}
            self.write(Merger(left, right, picks))

    def do_step(self, snapshot, people):
        if not people:
            return
        person = self.dice.choice(people)
        held = lifecycle.open_tenures(snapshot, person.id)
        given = Step(
            kind=self.dice.choice(lifecycle.KINDS),
            person=person.id,
            month=NOW,
            leaves=tuple(each.id for each in held),
            post=self.dice.choice(snapshot.posts.ids),
            post_text="安宁县某职",
        )
        if not lifecycle.faults(snapshot, given):
            outcome = lifecycle.carry_out(snapshot, given, self.dice)
            self.write(JointEdit(outcome.before, outcome.after, (), given.kind, person.id))

    def do_batch(self, snapshot, people):
        every = range(len(people))
        made = batch.propose(snapshot, every, "marriage", "value", "已婚", NOW)
        wanted = [each for each in made if each.writes]
        if wanted:
            before = tuple(each.before for each in wanted)
            self.write(JointEdit(before, tuple(each.after for each in wanted), (), "批量修改"))

    def do_photo(self, snapshot, people):
        if not people:
            return
        person = self.dice.choice(people)
        old = of_person(self.engine, person.id).picture
        new = None if old else jpeg(self.dice.randrange(200))
        changed = replace(person, has_photo=new is not None)
        self.write(JointEdit((person,), (changed,), (Picture(person.id, old, new),)))


KINDS = ("add", "remove", "field", "rows", "merge", "step", "batch", "photo")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=8), seed=st.integers(0, 999))
def test_any_edits_all_undone_give_the_first_database(filled, actor, kinds, seed):
    first = exported(filled)
    hand = Hand(filled, actor, seed)
    for kind in kinds:
        hand.step(kind)
    last = exported(filled)
    for edit in reversed(hand.done):
        edit.backward(filled, actor)
    assert exported(filled) == first
    for edit in hand.done:
        edit.forward(filled, actor)
    assert exported(filled) == last
    for edit in reversed(hand.done):
        edit.backward(filled, actor)


# ---- pictures


def test_a_photo_within_the_limits_stays_as_it_is_and_others_are_made_smaller():
    small = jpeg(3)
    assert picture.fitted(small) == small
    large = io.BytesIO()
    Image.effect_noise((1600, 2000), 80).convert("RGBA").save(large, "PNG")
    made = picture.fitted(large.getvalue())
    with Image.open(io.BytesIO(made)) as found:
        assert (found.format, found.size) == ("JPEG", (480, 600))
    assert len(made) <= picture.MOST_BYTES


def test_a_box_cuts_and_a_broken_picture_is_refused():
    two = Image.new("RGB", (200, 100), "white")
    two.paste("black", (100, 0, 200, 100))
    held = io.BytesIO()
    two.save(held, "PNG")
    made = picture.fitted(held.getvalue(), (0.5, 0, 0.9, 1.0))
    with Image.open(io.BytesIO(made)) as found:
        assert found.size == (80, 100)
        assert found.convert("L").getextrema()[1] < 30
    with pytest.raises(UserError, match="太小"):
        picture.fitted(held.getvalue(), (0.5, 0, 0.51, 1.0))
    for broken in (b"", b"no picture", jpeg(3)[:200]):
        with pytest.raises(UserError, match="不是能读取的图片"):
            picture.fitted(broken)


def test_a_photo_laid_on_its_side_is_set_upright():
    turned = Image.new("RGB", (100, 60), "red")
    held = io.BytesIO()
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(held, "JPEG", exif=exif)
    with Image.open(io.BytesIO(picture.fitted(held.getvalue()))) as found:
        assert found.size == (60, 100)


def test_the_actor_of_each_line_is_who_wrote(filled):
    other = Actor("别人", lambda: "2026-11-20T11:00:00")
    person = find(filled, Person, "p1")
    JointEdit((person,), (replace(person, sex="男"),)).forward(filled, other)
    assert audit.lines(filled, "person", "p1")[-1].who == "别人"
