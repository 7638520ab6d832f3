import json
from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model.errors import StaleError
from leadership_model.store import audit, drafts, engine, load, models
from leadership_model.store.migrations import STEPS
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Filled, Requirement

ONE = Requirement(id="a", dimension="职数", label="正职", measure=Filled(), lo=Fraction(1))
TWO = replace(ONE, id="b", label="副职")
MODEL = Model(id="m", category="乡镇", label="乡镇", requirements=(ONE, TWO))


def test_a_draft_comes_back_and_leaves_a_line_of_what_differs(base, actor):
    shelf = drafts.Shelf()
    shelf.put(base, actor, "m", MODEL, "新建草稿")
    changed = replace(MODEL, requirements=(ONE, replace(TWO, points=5.0)))
    shelf.put(base, actor, "m", changed, "修改要求 副职")
    assert drafts.read(base) == {"m": drafts.Draft(changed, 2)}
    line = audit.lines(base, "model_draft", "m")[-1]
    assert line.what == "修改要求 副职"
    assert [each["id"] for each in json.loads(line.before)["requirements"]] == ["b"]
    assert json.loads(line.after)["requirements"][0]["points"] == 5


def test_a_draft_never_touches_what_is_published(base, actor):
    models.publish(base, actor, MODEL)
    shelf = drafts.Shelf()
    shelf.put(base, actor, "m", replace(MODEL, label="另一个", requirements=()), "清空")
    assert load.models(base) == (MODEL,)
    shelf.put(base, actor, "m", None, "放弃草稿")
    assert drafts.read(base) == {}
    assert load.models(base) == (MODEL,)


def test_a_draft_somebody_else_changed_is_not_written_over(base, actor):
    mine, theirs = drafts.Shelf(), drafts.Shelf()
    mine.put(base, actor, "m", MODEL, "新建草稿")
    theirs.seen["m"] = 1
    theirs.put(base, actor, "m", replace(MODEL, label="他人"), "改名")
    with pytest.raises(StaleError, match="别人"):
        mine.put(base, actor, "m", replace(MODEL, label="我"), "改名")
    assert drafts.read(base)["m"].model.label == "他人"
    assert mine.seen["m"] == 1


def test_an_older_file_gets_the_table(path, actor, closing):
    from leadership_model.store.connection import writing

    made = engine.create(path, actor, plant=False)
    with writing(made) as connection:
        connection.exec_driver_sql("DROP TABLE model_draft")
        connection.exec_driver_sql("DELETE FROM migration WHERE number >= 5")
    made.dispose()
    opened = engine.open(path, actor)
    closing.append(opened)
    assert engine.schema_of(opened) == STEPS[-1].number
    drafts.Shelf().put(opened, actor, "m", MODEL, "新建草稿")
    assert drafts.read(opened)["m"].model == MODEL
