"""An area or an own entry is renamed with all that names it, previewed, and taken back exactly."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model.conditions.sentence import parse, write
from leadership_model.conditions.tree import Contains
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import ExperienceFilter, MarkOf, When
from leadership_model.errors import StaleError, UserError
from leadership_model.people import codes
from leadership_model.people.areas import areas_of
from leadership_model.people.career import CareerEntry
from leadership_model.people.correction import Correction, body_of
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.person import Mark, Person
from leadership_model.people.post import Post
from leadership_model.people.renaming import Renaming, fault_of
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.store import audit, bulk, drafts, engine, load, models, records, trials
from leadership_model.store.definitions import Change, DefinitionsEdit
from leadership_model.store.nouns import SavedQuery
from leadership_model.store.renaming import RenameEdit, counts
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import Carried, Count, Cover, Requirement, Scope
from tests.leadership_model.store.test_all_undone import ACTOR, rows

AREA = Renaming("areas", "青石县", "青石市")
CODE = Renaming("functions", "低空经济", "低空产业")
OWN = OwnCode(id="c-0", list="functions", name="低空经济", also="低空")
SENTENCE = "成长地 = 青石县 且 曾任 [地区 = 青石县, 职能 包含 低空经济]"


def requirement(id, measure, **more):
    return Requirement(id=id, dimension="功能", label=id, measure=measure, lo=Fraction(1), **more)


@pytest.fixture
def base(tmp_path):
    made = engine.create(tmp_path / "a.db", ACTOR)
    bulk.write(made, ACTOR, [
        Unit(id="u0", name="青石县", kind="地区", area="青石县", area_kind="县"),
        Unit(id="u1", name="青石县委", kind="党委", area="青石县"),
        Team(id="t", unit="u1", name="县委", category="县级党委", area="青石县"),
        Person(id="p", name="甲", hometown="青石县", origin="青石县", birthplace="青石县城"),
        CareerEntry(id="k", person="p", line=0, area="青石县", functions="经济、低空经济"),
        Correction(id="x", person="p", body=body_of({"area": "青石县", "functions": "低空经济"})),
        OWN,
        Post(id="s", team="t", name="书记", functions="低空经济、党务", requires=SENTENCE),
    ])  # fmt: skip
    codes.lay(load.every(made, OwnCode))
    names = shipped()
    tree = parse(SENTENCE, names)
    records.save_many(made, ACTOR, [SavedQuery(id="q", label="问", sentence=SENTENCE)], [])
    flag = replace(starts.begin("when", names), label="低空经济", definition=When(tree))
    band = ExperienceFilter("低空", ((Contains("职能", "低空经济"),),))
    DefinitionsEdit((Change(None, flag), Change(None, band))).forward(made, ACTOR)
    model = Model(
        id="m", category="县级党委", label="县委", effective=24000,
        requirements=(
            requirement("r1", Carried(("低空经济", "党务")), scope=Scope(function="低空经济")),
            requirement("r2", Count(tree)),
            requirement("r3", Cover("熟悉领域", ("低空经济",))),
        ),
        portraits=(Portrait(id="o", label="书记", category="县级党委", qualifications=(tree,)),),
    )  # fmt: skip
    models.publish(made, ACTOR, model)
    drafts.Shelf().put(made, ACTOR, "m", replace(model, label="草稿"), "改")
    trials.start(made, ACTOR, model, 24001)
    yield made
    made.dispose()
    codes.lay(())


def speaking(base, name):
    """Give everything a reader of the base is told, and where the name is among it."""
    snapshot = load.snapshot(base)
    told = {
        "model": load.models(base)[0], "draft": drafts.read(base)["m"].model,
        "trial": trials.read(base)[0].model, "catalogue": load.catalogue(base).filters[-1],
        "element": load.catalogue(base).elements[-1].definition,
        "query": load.saved_queries(base)[0].sentence, "sheet": snapshot.posts.raw("requires"),
        "post": snapshot.posts.raw("functions"), "career": snapshot["career_entry"].record(0),
        "person": snapshot.people.record(0), "team": snapshot.teams.record(0),
        "unit": snapshot["unit"].raw("area"), "names": snapshot["unit"].raw("name"),
        "correction": snapshot["correction"].record(0),
    }  # fmt: skip
    return {where for where, what in told.items() if f"{name}" in repr(what).replace("城", "")}


@pytest.mark.parametrize(("found", "entry"), [(AREA, None), (CODE, OWN)])
def test_all_that_names_it_is_renamed_and_given_back_exactly(base, found, entry):
    before, told = rows(base), speaking(base, found.old)
    entry = entry and records.get(base, OwnCode, entry.id)
    edit = RenameEdit(found, entry, "c-9")
    written = dict(counts(base, found))
    edit.forward(base, ACTOR)
    assert speaking(base, found.new) == told - {"names"} | ({"names"} if found is AREA else set())
    left = speaking(base, found.old) - {"names"}
    assert left == ({"person"} if found is AREA else set()), "青石县城 is another place"
    line = audit.lines(base)[-1]
    assert line.what == f"改名：{found.old} → {found.new}"
    assert json.loads(line.after) == {k: v for k, v in written.items() if "不改写" not in k}
    assert written["模型版本和画像（不改写，按新名称读取）"] == 1
    after = rows(base)
    edit.backward(base, ACTOR)
    assert rows(base) == before
    assert speaking(base, found.old) == told
    edit.forward(base, ACTOR)
    assert rows(base) == after
    edit.backward(base, ACTOR)
    assert rows(base) == before


def test_questions_written_with_the_former_name_ask_the_same(base):
    RenameEdit(AREA, None, "c-9").forward(base, ACTOR)
    RenameEdit(CODE, records.get(base, OwnCode, "c-0"), "").forward(base, ACTOR)
    snapshot, names = load.snapshot(base), load.catalogue(base)
    text = snapshot.posts.raw("requires")[0]
    assert text == SENTENCE.replace("青石县", "青石市").replace("低空经济", "低空产业")
    assert write(parse(text, names)) == text
    asked = load.models(base)[0].requirements[1].measure.condition
    assert asked == parse(text, names)
    assert snapshot.posts.raw("functions")[0] == "低空产业、党务"
    assert ("青石县", "青石市") in areas_of(snapshot).counties
    again = records.get(base, OwnCode, "c-0")
    assert again.also == "低空经济、低空"
    RenameEdit(Renaming("functions", "低空产业", "低空经济"), again, "").forward(base, ACTOR)
    assert load.models(base)[0].requirements[0].scope.function == "低空经济"
    assert records.get(base, OwnCode, "c-0").also == "低空产业、低空"


def test_what_cannot_be_renamed_says_why(base):
    snapshot = load.snapshot(base)
    assert "没有变" in fault_of(replace(AREA, new="青石县"), snapshot)
    assert "已有名为" in fault_of(replace(AREA, new="青石县委"), snapshot)
    assert "填写名称" in fault_of(replace(AREA, new=" "), snapshot)
    assert "随程序提供" in fault_of(Renaming("functions", "农业", "三农"), snapshot)
    assert "随程序提供的代码里已有" in fault_of(replace(CODE, new="农业"), snapshot)
    assert fault_of(CODE, snapshot) == fault_of(AREA, snapshot) == ""
    with pytest.raises(UserError, match="没有名为"):
        RenameEdit(Renaming("areas", "无此县", "新县"), None, "c-9").forward(base, ACTOR)


def test_somebody_elses_change_is_not_overwritten(base):
    entry = records.get(base, OwnCode, "c-0")
    records.save_many(base, ACTOR, [replace(entry, also="别名")], [])
    with pytest.raises(StaleError, match="已被别人改过"):
        RenameEdit(CODE, entry, "").forward(base, ACTOR)


TAGS = Renaming("tag 气质", "沉稳", "稳健")


@pytest.mark.parametrize("name", ["气质", "适岗"])
def test_a_tag_is_renamed_in_its_list_in_what_was_entered_and_in_models(base, name):
    """气质 is shipped and lists no values; 适岗 is an element of the department."""
    found = replace(TAGS, list=f"tag {name}")
    if name == "适岗":
        made = replace(starts.begin("mark", shipped()), label=name, definition=MarkOf(name),
                       values=("沉稳", "果断"))  # fmt: skip
        DefinitionsEdit((Change(None, made),)).forward(base, ACTOR)
    names = load.catalogue(base)
    values = names.element(name).values
    word = "=" if names.element(name).kind == "choice" else "包含"
    tree = parse(f"{name} {word} 沉稳", names)
    records.save_many(base, ACTOR, [
        Mark(id="m1", person="p", element=name, value="沉稳"),
        Mark(id="m2", person="p", element="专长", value="沉稳"),
        SavedQuery(id="q2", label="气质", sentence=write(tree)),
    ], [])  # fmt: skip
    tagged = Model(id="x", category="乡镇", label="乡镇", effective=24000,
                   requirements=(requirement("r", Count(tree)),))  # fmt: skip
    models.publish(base, ACTOR, tagged)
    before = rows(base)
    edit = RenameEdit(found, None, "c-9")
    told = dict(counts(base, found))
    edit.forward(base, ACTOR)
    assert told["手工录入的要素值"] == told["保存的查询"] == 1
    assert told.get("要素", 0) == (1 if values else 0)
    now = load.catalogue(base)
    assert now.element(name).values == tuple("稳健" if v == "沉稳" else v for v in values)
    marks = {each.id: each.value for each in load.every(base, Mark)}
    assert (marks["m1"], marks["m2"]) == ("稳健", "沉稳")
    asked = next(m for m in load.models(base) if m.id == "x").requirements[0].measure.condition
    assert asked == parse(f"{name} {word} 稳健", now)
    after = rows(base)
    edit.backward(base, ACTOR)
    assert rows(base) == before
    edit.forward(base, ACTOR)
    assert rows(base) == after
    edit.backward(base, ACTOR)
    assert rows(base) == before
