"""Random edits of everything a user can edit, all taken back, leave what there was; and again."""

import shutil
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadership_model.assessment import filling
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.exchange import texts as forms
from leadership_model.exchange.text_plan import plan
from leadership_model.exchange.text_reading import read
from leadership_model.exchange.texts import Content, RuleText
from leadership_model.people import amend, codes, held, indicator_edit
from leadership_model.people.areas import NO_AREAS
from leadership_model.people.grade_quota import GradeQuota
from leadership_model.people.hold import Hold
from leadership_model.people.ignored import IgnoredIssue
from leadership_model.people.indicator_system import systems
from leadership_model.people.named_set import NamedSet, text_of
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.person import Kinship, Mark
from leadership_model.people.post import Post
from leadership_model.people.renaming import AREAS, FIELDS, Renaming
from leadership_model.people.reserve import Reserve, Training
from leadership_model.people.revise import revise
from leadership_model.people.rule_notes import RuleCheck, RuleException
from leadership_model.people.team import SystemEntry, Team, TeamTask
from leadership_model.people.unit import Unit
from leadership_model.people.verified import FACTS, Verification
from leadership_model.rules import book
from leadership_model.staffing.procedure import EMPTY, Answer, with_answer
from leadership_model.store import (
    bulk,
    engine,
    load,
    procedure,
    records,
    rule_notes,
    trials,
)
from leadership_model.store.code_entries import CodeEdit
from leadership_model.store.connection import reading
from leadership_model.store.definitions import Change, DefinitionsEdit
from leadership_model.store.drafts import Shelf
from leadership_model.store.joint import JointEdit, Picture
from leadership_model.store.marks import MarksEdit
from leadership_model.store.nouns import Basket, ColourRule, ColumnSet, RuleSetting, ScenarioEntry
from leadership_model.store.portraits import PortraitEdit
from leadership_model.store.renaming import RenameEdit
from leadership_model.store.rule_settings import RuleEdit
from leadership_model.store.setting import SettingEdit
from leadership_model.store.signed import SignedEdit
from leadership_model.store.tables import METADATA
from leadership_model.store.texts import TextEdit, content
from leadership_model.structure import categories, templates
from tests.leadership_model.store import test_joint as of_people
from tests.leadership_model.store import test_seats_undone as of_seats
from tests.leadership_model.store.conftest import small_city

ACTOR = of_seats.ACTOR
NOT_RECORDS = ("audit", "derived", "migration")  # the book grows; the others hold no record
COUNTS = ("version", "changed_at")
ON_REDOING = (*COUNTS, "started_at")  # a trial begun again began at another moment
RESUME = "2010.07--2016.05 安宁县财政局科员\n2016.05--        安宁县副县长"
NAMES = shipped()


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    path = tmp_path_factory.mktemp("undo") / "first.db"
    made = engine.create(path, ACTOR)
    more = [
        *small_city(),
        Unit(id="u-2", name="空单位", parent="u-1"),
        Team(id="t-2", unit="u-2", name="安宁县委", category="县区党委", place="党委"),
        Post(id="s-3", team="t-2", name="书记", linked="l-1"),
        Mark(id="m0", person="p2", element="专长", value="财政"),
        OwnCode(id="c-0", list="functions", name="低空经济"),
        ScenarioEntry(id="plan-0", label="换届方案", effective=24322),
    ]
    bulk.write(made, ACTOR, [*of_people.city(), *more])
    JointEdit((), (), (Picture("p3", None, of_people.jpeg(1)),)).forward(made, ACTOR)
    person = records.get(made, of_people.Person, "p-2")
    read = revise((), RESUME, "p-2", NO_AREAS, {}).put
    JointEdit((person,), (replace(person, resume=RESUME), *read)).forward(made, ACTOR)
    made.dispose()
    codes.lay(())
    return path


def rows(base, without=COUNTS):
    """Give every row but what only counts writings: versions, moments, the change number."""
    found = {}
    with reading(base) as connection:
        for table in METADATA.sorted_tables:
            if table.name not in NOT_RECORDS:
                kept = [c for c in table.c if c.name not in without]
                listed = connection.execute(table.select().with_only_columns(*kept))
                texts = sorted(repr(tuple(row)) for row in listed)
                found[table.name] = [each for each in texts if "change_number" not in each]
    return found


@dataclass(slots=True)
class Both:
    """An edit out of two calls, as the window hands them to the undo list."""

    forward: object
    backward: object


class Hand(of_people.Hand):
    """Makes an edit of any kind, as the pages make them."""

    def __init__(self, engine, seed):
        super().__init__(engine, ACTOR, seed)
        self.shelf = Shelf()
        self.number = 0

    def new(self, kind):
        self.number += 1
        return f"{kind}-{self.number}"

    def pick(self, found):
        found = tuple(found)
        return self.dice.choice(found) if found else None

    def write(self, edit):
        if edit is not None:
            super().write(edit)

    def step(self, kind):
        done = len(self.done)
        try:
            if kind in SEATS:
                op = SEATS[kind]
                a, b = self.dice.randrange(1000), self.dice.randrange(1000)
                snapshot = load.snapshot(self.engine)
                if len(snapshot.people) or op != "home":
                    self.write(of_seats.edit_of(snapshot, op, a, b))
            else:
                super().step(kind)
        except UserError:  # refused, as for whatever is still referred to: nothing was written
            assert len(self.done) == done

    def do_definition(self, snapshot, people):
        catalogue = load.catalogue(self.engine)
        was = self.pick((*catalogue.elements, *catalogue.filters))
        kind = self.dice.choice(("band", "when", "mark", "group"))
        change = self.dice.choice((
            Change(was, replace(was, help=self.new("说明"))),
            Change(was, replace(was, retired=not was.retired)),
            Change(None, starts.begin(kind, catalogue)),
            Change(None, starts.begin_filter(catalogue)),
        ))  # fmt: skip
        self.write(DefinitionsEdit((change,)))

    def do_definition_away(self, snapshot, people):
        catalogue = load.catalogue(self.engine)
        own = {each.id for each in NAMES.elements}
        found = self.pick(each for each in catalogue.elements if each.id not in own)
        self.write(DefinitionsEdit((Change(found, None),)) if found else None)

    def do_mark(self, snapshot, people):
        held, person = self.pick(load.every(self.engine, Mark)), self.pick(people)
        edits = []
        if person is not None:
            made = Mark(id=self.new("m"), person=person.id, element="气质", value="果断")
            edits.append(MarksEdit((made,)))
        if held is not None:
            new = replace(held, value=self.new("值"), entered_by="干部一科")
            edits += [MarksEdit((new,), (), (held,)), MarksEdit((), (held,))]
        self.write(self.pick(edits))

    def do_career(self, snapshot, people):
        person = self.pick(each for each in people if each.resume)
        if person is None:
            return
        at = snapshot.people.positions[person.id]
        kinds = ("career_entry", "correction")
        held, notes = ([snapshot[k].record(n) for n in snapshot[k].of(at)] for k in kinds)
        standing = self.pick(amend.standings(held, person.resume, notes, NO_AREAS, {}))
        if standing is None:
            return
        back = standing.entry.by_hand and self.dice.random() < 0.5
        values = {"unit_kind": self.pick(codes.career_words("unit_kinds"))}
        made = amend.withdrawn(standing) if back else amend.amended(standing, values)
        before, after = (person, *made.before), (person, *made.after)
        edit = JointEdit(before, after, title="更正履历读法", subject=person.id)
        self.write(SignedEdit(edit) if before != after else None)

    def do_fact(self, snapshot, people):
        person, fact = self.pick(people), self.pick(FACTS)
        if person is None:
            return
        known = [
            each
            for each in load.every(self.engine, Verification)
            if (each.person, each.fact) == (person.id, fact)
        ]
        id = known[0].id if known else self.new("v")
        made = Verification(id=id, person=person.id, fact=fact, conflict=self.new("异"))
        after = () if known and self.dice.random() < 0.3 else (made,)
        edit = JointEdit(
            (person, *known), (person, *after), title="核实三龄两历", subject=person.id
        )
        self.write(SignedEdit(edit))

    def do_issue(self, snapshot, people):
        held, person = self.pick(load.every(self.engine, IgnoredIssue)), self.pick(people)
        if held is not None and self.dice.random() < 0.5:
            self.write(SignedEdit(JointEdit((held,), ())))
        elif person is not None:
            made = IgnoredIssue(id=self.new("i"), rule="D1", person=person.id, reason="已核")
            self.write(SignedEdit(JointEdit((), (made,))))

    def do_grade_quota(self, snapshot, people):
        held, unit = self.pick(load.every(self.engine, GradeQuota)), self.pick(snapshot["unit"].ids)
        if held is not None and self.dice.random() < 0.6:
            more = replace(held, quota=(held.quota or 0) + 1)
            self.write(JointEdit((held,), self.pick(((), (more,)))))
        elif unit is not None:
            made = GradeQuota(id=self.new("q"), unit=unit, grades="三级调研员", quota=2)
            self.write(JointEdit((), (made,)))

    def do_answer(self, snapshot, people):
        held, person = self.pick(load.every(self.engine, RuleCheck)), self.pick(people)
        if held is not None and self.dice.random() < 0.6:
            after = self.pick((None, replace(held, answer="否", note=self.new("核"))))
            self.write(rule_notes.answering(held, after))
        elif person is not None:
            made = RuleCheck(id=self.new("rc"), rule="K1", person=person.id, answer="是")
            found = replace(person, hometown=self.new("县"))
            both = (person, found) if self.dice.random() < 0.5 else None
            self.write(rule_notes.answering(None, made, both))

    def do_hold(self, snapshot, people):
        there, person = self.pick(load.every(self.engine, Hold)), self.pick(people)
        if there is not None and self.dice.random() < 0.6:
            self.write(JointEdit((there,), (replace(there, lifted=24320, lifted_by="王"),)))
        elif person is not None:
            made = held.begun(self.new("h"), person.id, "核查", 24300, 24310, ("王工",))
            self.write(SignedEdit(JointEdit((), (made,))))

    def do_list(self, snapshot, people):
        held, ids = self.pick(load.every(self.engine, NamedSet)), [each.id for each in people]
        some = text_of(self.dice.sample(ids, self.dice.randint(0, min(3, len(ids)))))
        if held is not None and self.dice.random() < 0.6:
            after = self.pick((None, replace(held, people=some, folder=self.new("夹"))))
            self.write(JointEdit((held,), () if after is None else (after,)))
        else:
            made = NamedSet(id=self.new("l"), label=self.new("名单"), people=some)
            self.write(SignedEdit(JointEdit((), (made,))))

    def do_view(self, snapshot, people):
        kind = self.dice.choice((Basket, ColumnSet, ColourRule))
        held, id, text = self.pick(load.every(self.engine, kind)), self.new("v"), self.new("甲")
        fresh: dict[type, Any] = {
            Basket: Basket(id=id, people="p1"),
            ColumnSet: ColumnSet(id=id, label=text),
            ColourRule: ColourRule(id=id, label=text, sentence="年龄 <= 40", tone="green"),
        }
        if held is None:
            self.write(JointEdit((), (fresh[kind],)))
        elif self.dice.random() < 0.4:
            self.write(JointEdit((held,), ()))
        else:
            change = {"people": "p2 p3"} if kind is Basket else {"label": text}
            self.write(JointEdit((held,), (replace(held, **change),)))

    def do_exception(self, snapshot, people):
        held, person = self.pick(load.every(self.engine, RuleException)), self.pick(people)
        rule = book.shipped()["X1"]
        if held is not None and held.rule == "X1" and self.dice.random() < 0.7:
            self.write(rule_notes.ending(rule, held, of_people.NOW + self.number))
        elif person is not None:
            made = RuleException(
                id=self.new("ex"), rule="X1", person=person.id, reason="工作需要",
                approver="部务会", reply_date="2026-11-20", start=of_people.NOW - 1,
            )  # fmt: skip
            self.write(rule_notes.granting(rule, None, made))

    def do_relation(self, snapshot, people):
        held, person = self.pick(load.every(self.engine, Kinship)), self.pick(people)
        other = self.pick(each for each in people if person is None or each.id != person.id)
        if held is not None:
            owner = next(each for each in people if each.id == held.person)
            now = replace(held, state="排除", note=self.new("依据"))
            self.write(rule_notes.deciding(held, now, owner))
        elif person is not None and other is not None:
            made = Kinship(
                id=self.new("kin"), person=person.id, relative=other.id, state="确认", note="核"
            )
            self.write(rule_notes.deciding(None, made, person))

    def do_index(self, snapshot, people):
        system, team = self.pick(systems(snapshot)), self.pick(range(len(snapshot.teams)))
        if system is None or team is None:
            return
        leaf, value = self.pick(system.leaves()), self.dice.choice(("90", "80", "无", None))
        period = self.dice.choice(("H1", "H2"))
        values = {(team, leaf.id): value}
        self.enter(filling.filled(snapshot, system, 2026, period, values))

    def do_task(self, snapshot, people):
        held, teams = self.pick(load.every(self.engine, TeamTask)), range(len(snapshot.teams))
        fresh = TeamTask(id="", team="", title=self.new("任务"), due=24321)
        edits = [filling.tasked(snapshot, tuple(teams), fresh)]
        if held is not None:
            done = replace(held, done=24321, note=self.new("注"))
            edits += [filling.followed(snapshot, (done,)), filling.followed(snapshot, (), (held,))]
        self.enter(self.dice.choice(edits))

    def do_system(self, snapshot, people):
        system = self.pick(systems(snapshot))
        held = self.pick(each for each in load.every(self.engine, SystemEntry) if each.retired)
        edits = [filling.defined(snapshot, indicator_edit.new_system(self.new("体系"), ("乡镇",)))]
        if system is not None:
            edits.append(filling.defined(snapshot, replace(system, note=self.new("注"))))
            edits.append(filling.withdrawn(snapshot, system))
        if held is not None:
            edits.append(filling.restored(snapshot, held))
        self.enter(self.dice.choice(edits))

    def do_procedure(self, snapshot, people):
        person = self.pick(people)
        if person is None:
            return
        before = procedure.read(self.engine, "plan-0").get(person.id, procedure.Kept())
        given = Answer(state="done", day="2026-09-01", note=self.new("注"))
        after = with_answer(before.record, self.dice.choice(("motion", "talks")), given)
        after = self.dice.choice((after, EMPTY))
        if after != before.record:
            self.write(procedure.ProcedureEdit("plan-0", person.id, before, after))

    def do_quota(self, snapshot, people):
        was = load.settings(self.engine).get("reserve")
        self.write(SettingEdit("reserve", was, self.dice.choice((self.new("比例"), None))))

    def enter(self, edit):
        """Write what the tabs of figures make."""
        self.write(SignedEdit(JointEdit(edit.before, edit.after, title="登记")) if edit else None)

    def do_cultivating(self, snapshot, people):
        person = self.pick(people)
        if person is None:
            return
        at = snapshot.people.positions[person.id]
        kind = self.dice.choice(("reserve", "training"))
        held = tuple(snapshot[kind].record(row) for row in snapshot[kind].of(at))
        fresh = Reserve(id=self.new("b"), person=person.id, list="近期使用", role="正职")
        if kind == "training":
            fresh = Training(id=self.new("g"), person=person.id, link="集中培训", start=24310)
        after = self.dice.choice(((*held, fresh), held[1:]))
        if after != held:
            self.write(JointEdit((person, *held), (person, *after)))

    def do_draft(self, snapshot, people):
        id = self.pick(each.id for each in templates.shipped()[:3])
        was = self.drafts().get(id)
        made = was or next(each for each in templates.shipped() if each.id == id)
        now = replace(made, label=self.new("草稿"), red=made.red - 1)
        now = self.dice.choice((now, replace(now, requirements=now.requirements[1:]), None))
        self.write(Both(self.laying(id, now), self.laying(id, was)))

    def drafts(self):
        from leadership_model.store import drafts

        return {id: each.model for id, each in drafts.read(self.engine).items()}

    def laying(self, id, model):
        def lay(engine, actor):
            from leadership_model.store import drafts

            found = drafts.read(engine)  # as the page does when others wrote drafts
            self.shelf.seen = {key: each.version for key, each in found.items()}
            return self.shelf.put(engine, actor, id, model, "改草稿")

        return lay

    def do_trial(self, snapshot, people):
        model = self.pick(templates.shipped()[:2])
        was = {each.model.id: each for each in trials.read(self.engine)}.get(model.id)

        def begin(engine, actor):
            return trials.start(engine, actor, replace(model, red=model.red - 1), of_people.NOW)

        def end(engine, actor):
            return trials.end(engine, actor, model.id)

        def back(engine, actor):
            return trials.put_back(engine, actor, model.id, was)

        self.write(Both(end if was and self.dice.random() < 0.5 else begin, back))

    def do_portrait(self, snapshot, people):
        was = self.pick(load.portraits(self.engine))
        made = replace(was, label=self.new("画像"))
        fresh = replace(was, id=self.new("portrait"))
        before, after = self.dice.choice(((was, made), (None, fresh), (was, None)))
        self.write(PortraitEdit((after or before).id, before, after))

    def do_category(self, snapshot, people):
        teams = tuple(snapshot.teams.records())
        name, own = self.new("类"), codes.own(categories.CATEGORIES)
        held = self.pick(own)
        team = self.pick(teams)
        makers = [
            lambda: categories.added(name, "乡镇", self.new("c")),
            lambda: categories.sub_added("乡镇", (name,), (self.new("c"),)),
            lambda: categories.set_retired("乡镇", True, teams, self.new("c")),
            lambda: categories.set_retired("乡镇", False, teams, self.new("c")),
        ]
        if held is not None:
            makers.append(lambda: categories.renamed(held.name, name, teams))
        if team is not None:
            makers.append(lambda: categories.assigned((team,), name))
        made = self.dice.choice(makers)()
        if made.before != made.after:
            self.write(CodeEdit(made.before, made.after))

    def do_renaming(self, snapshot, people):
        units, own = snapshot["unit"], load.every(self.engine, OwnCode)
        codes.lay(own)
        areas = [(AREAS, n) for n, k in zip(units.raw("name"), units.raw("kind"), strict=True)
                 if k == "地区"]  # fmt: skip
        listed, name = self.pick((*areas, *((e.list, e.name) for e in own if e.list in FIELDS)))
        entry = next((e for e in own if (e.list, e.name) == (listed, name)), None)
        found = Renaming(listed, name, self.new("名"))
        self.write(RenameEdit(found, entry, self.new("c")))

    def do_rule(self, snapshot, people):
        held = {each.id: each for each in load.rule_settings(self.engine)}
        id = self.dice.choice(("Q1", "X1", "D1"))
        made = RuleSetting(id=id, active=self.dice.random() < 0.5, note=self.new("注"))
        was = held.get(id)
        self.write(RuleEdit(id, was, None if was and self.dice.random() < 0.4 else made))

    def do_text(self, snapshot, people):
        catalogue = load.catalogue(self.engine)
        made = Content(
            filters=(replace(NAMES.filter("挂职"), help=self.new("说明")),),
            elements=(starts.begin("band", catalogue),),
            codes=(OwnCode(id=self.new("t"), list="functions", name=self.new("板块")),),
            models=(replace(templates.shipped()[0], red=40 - self.number),),
            portraits=(replace(templates.portraits()[0], label=self.new("画像")),),
            rules=(RuleText(id="Q1", active=False, note=self.new("注")),),
        ).sorted()
        found = read(forms.write(made), "甲.toml", catalogue, book.shipped())
        lines = plan(found, content(self.engine)).written()
        self.write(TextEdit(lines) if lines else None)


OWN = ("definition", "definition_away", "mark", "career", "fact", "issue", "draft", "trial",
       "portrait", "category", "rule", "text", "answer", "hold", "list", "view", "exception",
       "relation", "index", "task", "system", "cultivating", "renaming", "procedure")  # fmt: skip
SEATS = {f"seat {each}": each for each in of_seats.OPS}
EVERY = (*OWN, *of_people.KINDS, *SEATS)


def edited_and_undone(first, folder, kinds, seed):
    """Make edits, take all back, make them again, take them back; give how many were written."""
    path = folder / "city.db"
    shutil.copy(first, path)
    base = engine.open(path, ACTOR)
    try:
        load.snapshot(base)
        codes.lay(load.every(base, OwnCode))
        before, hand = rows(base), Hand(base, seed)
        for kind in kinds:
            hand.step(kind)
        last = rows(base, ON_REDOING)
        for edit in reversed(hand.done):
            edit.backward(base, ACTOR)
        assert rows(base) == before
        for edit in hand.done:
            edit.forward(base, ACTOR)
        assert rows(base, ON_REDOING) == last
        for edit in reversed(hand.done):
            edit.backward(base, ACTOR)
        assert rows(base) == before
        return len(hand.done)
    finally:
        base.dispose()
        codes.lay(())


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(kinds=st.lists(st.sampled_from(EVERY), min_size=4, max_size=14), seed=st.integers(0, 9999))
def test_edits_of_every_kind_all_undone_give_the_first_database(
    first, tmp_path_factory, kinds, seed
):
    edited_and_undone(first, tmp_path_factory.mktemp("run"), kinds, seed)


@pytest.mark.parametrize("kind", EVERY)
def test_each_kind_of_edit_is_really_made(first, tmp_path, kind):
    kinds = {"seat restore": ("seat retire",) * 8, "definition_away": ("definition",)}
    assert edited_and_undone(first, tmp_path, (*kinds.get(kind, ()), *(kind,) * 8), 4)
