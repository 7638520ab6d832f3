import random
from dataclasses import replace
from pathlib import Path

import pytest

from leadership_model import ids
from leadership_model.errors import StaleError, UserError
from leadership_model.exchange import lrmx, outgoing
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import Element, Form
from leadership_model.exchange.plan import plan
from leadership_model.exchange.whole import of_snapshot
from leadership_model.people.person import Person, Relative
from leadership_model.store import audit, bulk, imports, load, photo, records
from leadership_model.store.nouns import ImportBatch
from leadership_model.store.tables import table

CELLS = {
    "XingMing": "甲示例",
    "ChuShengNianYue": "198003",
    "JiGuan": "云岭易溪",
    "JianLi": "2001.09--2005.07  易溪县财政局科员\n2005.07--         易溪县财政局副局长",
    "JiangChengQingKuang": "2014.02，经易溪县委批准，嘉奖。",
    "NianDuKaoHeJieGuo": "2019年、2020年称职",
}
SAMPLES = ("甲示例.lrmx", "甲示例-2025-fields.lrmx")


def form_in(data, file=""):
    """Give the form of bytes that surely hold one."""
    form, _ = lrmx.read(data, file)
    assert form is not None
    return form


def form(**cells):
    return clean(Form("甲.lrmx", tuple(Element(t, x) for t, x in {**CELLS, **cells}.items())))


def planned(base, *cleaned):
    return plan(load.snapshot(base), cleaned, photo_of=lambda person: photo.get(base, person))


def run(base, actor, *cleaned):
    return imports.apply(base, actor, planned(base, *cleaned))


def batches(base):
    with base.connect() as connection:
        rows = connection.execute(table("import_batch").select()).mappings()
        return [ImportBatch(**row) for row in rows]


def source_of(base, person):
    return imports.source_of(base, person)


def contents(base):
    """Give all records of people without what the store itself counts."""
    shown = {}
    for name, records_of in load.snapshot(base).tables.items():
        listed = [
            replace(r, version=1, changed_at="") if hasattr(r, "version") else r
            for r in records_of.records()
        ]
        shown[name] = sorted(listed, key=lambda record: record.id)
    return shown


@pytest.fixture(params=SAMPLES)
def sample(request):
    return (Path(__file__).resolve().parents[2] / "samples" / request.param).read_bytes()


def test_a_sample_into_an_empty_base_comes_back_equal(base, actor, sample):
    source = form_in(sample, "a.lrmx")
    changes = run(base, actor, clean(source))
    assert changes.touches("person", "career_entry", "photo")
    snapshot = load.snapshot(base)
    (person,) = snapshot.people.ids
    whole = of_snapshot(snapshot, 0, photo.get(base, person))
    written = outgoing.form_of(whole, imports.source_of(base, person))
    assert written.essence() == source.essence()
    assert lrmx.write(written) == sample


def test_the_photo_is_not_kept_twice(base, actor, sample):
    run(base, actor, clean(form_in(sample)))
    (person,) = load.snapshot(base).people.ids
    assert photo.get(base, person)
    assert source_of(base, person).text("ZhaoPian") == ""


def test_the_plan_of_an_applied_plan_is_empty(base, actor, sample):
    cleaned = clean(form_in(sample))
    run(base, actor, cleaned)
    assert planned(base, cleaned).empty
    run(base, actor, form(JiGuan="云岭澄阳", XingMing="乙"))
    assert planned(base, form(JiGuan="云岭澄阳", XingMing="乙")).empty


def test_an_empty_plan_writes_nothing_and_makes_no_copy(base, actor, path):
    assert not run(base, actor).kinds
    assert not batches(base)
    assert [each.name for each in path.parent.glob("*.db")] == ["city.db"]


def test_the_database_is_copied_aside_first(base, actor, path):
    run(base, actor, form())
    assert (path.parent / "city.before-import.db").is_file()


def test_a_batch_keeps_counts_and_old_values(base, actor):
    run(base, actor, form())
    run(base, actor, form(JiGuan="云岭澄阳"))
    first, second = batches(base)
    assert '"new": 1' in first.counts
    assert '"changed": 1' in second.counts
    lines = table("import_change")
    with base.connect() as connection:
        rows = connection.execute(lines.select().where(lines.c.batch == second.id)).all()
    assert [(r.kind, r.field, r.old, r.new) for r in rows] == [
        ("person", "origin", '"云岭易溪"', '"云岭澄阳"')
    ]


def test_every_write_has_its_line_in_the_book(base, actor):
    run(base, actor, form())
    (person,) = load.snapshot(base).people.ids
    assert [line.what for line in audit.lines(base, "person", person)] == ["导入新建"]
    run(base, actor, form(JiGuan="云岭澄阳"))
    assert [line.what for line in audit.lines(base, "person", person)] == ["导入新建", "修改"]
    assert len(audit.lines(base, "import_batch")) == 2


def test_ids_follow_from_the_source_of_randomness(base, actor):
    made = plan(load.snapshot(base), [form()], source=random.Random(1))
    imports.apply(base, actor, made, random.Random(2))
    assert batches(base)[0].id == ids.new("ib", random.Random(2))
    assert load.snapshot(base).people.ids == tuple(
        each.person.id for each in made.entries if each.person
    )


def test_a_person_edited_since_the_plan_refuses_the_whole_import(base, actor):
    run(base, actor, form())
    made = planned(base, form(JiGuan="云岭澄阳"), form(XingMing="乙"))
    (person,) = load.snapshot(base).people.records()
    records.save(base, actor, replace(person, health="健康"))
    before = contents(base)
    with pytest.raises(StaleError):
        imports.apply(base, actor, made)
    assert contents(base) == before
    assert len(batches(base)) == 1


def test_without_its_line_in_the_book_an_import_did_not_happen(base, actor, monkeypatch):
    run(base, actor, form())
    made, before = planned(base, form(JiGuan="云岭澄阳"), form(XingMing="乙")), contents(base)
    lines, written = len(audit.lines(base)), audit.append

    def refuse(connection, actor, what, kind, *more):
        if kind == "import_batch":
            raise UserError("写不进去")
        written(connection, actor, what, kind, *more)

    monkeypatch.setattr(audit, "append", refuse)
    with pytest.raises(UserError):
        imports.apply(base, actor, made)
    assert contents(base) == before
    assert (len(batches(base)), len(audit.lines(base))) == (1, lines)


def test_collections_are_replaced(base, actor):
    run(base, actor, form())
    run(base, actor, form(JianLi="2001.09--  易溪县水利局局长", NianDuKaoHeJieGuo="2020年优秀"))
    snapshot = load.snapshot(base)
    assert [row.unit_text for row in snapshot["career_entry"].records()] == ["易溪县水利局"]
    results = {row.year: row.result for row in snapshot["appraisal"].records()}
    assert results == {2019: "称职", 2020: "优秀"}


# ------------------------------------------------------------------ taking back


def undo_last(base, actor):
    return imports.undo(base, actor, max(batches(base), key=lambda each: each.changed_at).id)


def test_a_new_person_goes_again(base, actor, sample):
    before = contents(base)
    run(base, actor, clean(form_in(sample)))
    undone = undo_last(base, actor)
    assert contents(base) == before
    assert undone.kept == ()
    assert batches(base)[0].undone_at
    with base.connect() as connection:
        assert not connection.execute(table("photo").select()).all()
        assert not connection.execute(table("source_file").select()).all()


def test_changes_return_to_the_old_values(base, actor):
    run(base, actor, form())
    before = contents(base)
    other = {
        "JiGuan": "无",
        "JianLi": "2001.09--  易溪县水利局局长",
        "JiangChengQingKuang": "无",
        "NianDuKaoHeJieGuo": "2020年优秀",
        "QuanRiZhiJiaoYu_XueLi": "大学",
    }
    run(base, actor, form(**other))
    assert contents(base) != before
    undone = undo_last(base, actor)
    assert undone.kept == ()
    assert contents(base) == before


def test_a_photo_returns(base, actor, sample):
    run(base, actor, form())
    (person,) = load.snapshot(base).people.ids
    cleaned = clean(form_in(sample))
    cleaned = replace(cleaned, said={n: v for n, v in cleaned.said.items() if n != "id_number"})
    run(base, actor, cleaned)
    assert photo.get(base, person) == cleaned.photo.read()
    undo_last(base, actor)
    assert photo.get(base, person) is None
    assert not load.snapshot(base).people.record(0).has_photo


def test_what_was_edited_since_stays_and_is_listed(base, actor):
    run(base, actor, form())
    run(base, actor, form(JiGuan="云岭澄阳", JianKangZhuangKuang="健康"))
    (person,) = load.snapshot(base).people.records()
    records.save(base, actor, replace(person, origin="云岭湖阳"))
    undone = undo_last(base, actor)
    (now,) = load.snapshot(base).people.records()
    assert (now.origin, now.health) == ("云岭湖阳", None)
    assert len(undone.kept) == 1
    assert "甲示例" in undone.kept[0]


def test_a_resume_and_its_entries_return_together_or_not_at_all(base, actor):
    run(base, actor, form())
    run(base, actor, form(JianLi="2001.09--  易溪县水利局局长", JiGuan="云岭澄阳"))
    (entry,) = load.snapshot(base)["career_entry"].records()
    records.save(base, actor, replace(entry, post_kind="其他", by_hand=True))
    undone = undo_last(base, actor)
    (person,) = load.snapshot(base).people.records()
    assert person.resume == "2001.09--  易溪县水利局局长"
    assert person.origin == "云岭易溪"
    assert "简历" in undone.kept[0]


def test_a_new_person_somebody_uses_stays(base, actor):
    run(base, actor, form())
    (person,) = load.snapshot(base).people.ids
    bulk.write(base, actor, [Relative(id="r-x", person=person, title="妻子")])
    undone = undo_last(base, actor)
    assert load.snapshot(base).people.ids == (person,)
    assert "没有撤回" in undone.kept[0]


def test_a_batch_is_taken_back_once(base, actor):
    run(base, actor, form())
    undo_last(base, actor)
    with pytest.raises(UserError, match="已经撤回"):
        undo_last(base, actor)
    with pytest.raises(UserError, match="没有编号"):
        imports.undo(base, actor, "ib-none")


def test_the_source_before_comes_back(base, actor):
    run(base, actor, form())
    run(base, actor, form(JiGuan="云岭澄阳"))
    (person,) = load.snapshot(base).people.ids
    assert source_of(base, person).text("JiGuan") == "云岭澄阳"
    undo_last(base, actor)
    assert source_of(base, person).text("JiGuan") == "云岭易溪"
    assert imports.source_of(base, "p-none") is None


def test_a_person_without_a_source_has_none(base, actor):
    bulk.write(base, actor, [Person(id="p-9", name="乙")])
    assert imports.source_of(base, "p-9") is None
