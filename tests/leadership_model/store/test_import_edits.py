from dataclasses import replace

from leadership_model.people.person import Education, Person
from leadership_model.store import audit, bulk, import_edits, imports, load, records
from leadership_model.store.actor import Actor
from tests.leadership_model.store.test_imports import form, planned

LATER = Actor("李改", lambda: "2026-11-09T10:00:00")


def edits(base):
    return import_edits.edited(base, load.snapshot(base))


def person(base):
    return next(each for each in load.every(base, Person))


def test_an_import_and_its_undo_are_no_edits(base, actor):
    imports.apply(base, actor, planned(base, form()))
    imports.apply(base, actor, planned(base, form(JiGuan="云岭澄阳")))
    assert edits(base) == {}
    latest = max(audit.lines(base, "import_batch"), key=lambda line: line.number)
    imports.undo(base, actor, latest.record)
    assert edits(base) == {}


def test_what_was_edited_after_the_last_import_counts(base, actor):
    imports.apply(base, actor, planned(base, form()))
    stored = person(base)
    records.save(base, LATER, replace(stored, birth=stored.birth + 1, health="健康"))
    study = Education(id="e-9", person=stored.id, mode="在职", schooling="大学")
    records.save(base, LATER, study)
    records.delete(base, LATER, study)
    assert edits(base) == {stored.id: frozenset({"birth", "health", "education"})}
    third = Actor("再导", lambda: "2026-11-10T10:00:00")
    changed = planned(base, form(JiGuan="云岭澄阳", ChuShengNianYue="198004"))
    imports.apply(base, third, changed)
    assert edits(base) == {}


def test_of_somebody_never_imported_every_correction_counts(base, actor):
    bulk.write(base, actor, [Person(id="p-1", name="甲示例", birth=23762)])
    assert edits(base) == {}
    records.save(base, LATER, replace(person(base), absent="grade"))
    assert edits(base) == {"p-1": frozenset({"grade"})}
