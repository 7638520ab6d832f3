"""A text is taken over in one transaction, with everything in it, and taken back exactly."""

from dataclasses import replace

import pytest

from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.errors import StaleError
from leadership_model.exchange import texts as forms
from leadership_model.exchange.text_plan import plan
from leadership_model.exchange.text_reading import read
from leadership_model.exchange.texts import Content, RuleText
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.rules import book
from leadership_model.store import audit, drafts, engine, load
from leadership_model.store.nouns import FilterEntry
from leadership_model.store.texts import TextEdit, content
from leadership_model.structure import templates

SHIPPED = shipped()


@pytest.fixture
def full(tmp_path, actor):
    made = engine.create(tmp_path / "full.db", actor)
    yield made
    made.dispose()
    codes.lay(())


def incoming():
    """A content with something new and something changed of every kind."""
    element = starts.begin("band", SHIPPED)
    model = replace(templates.shipped()[0], red=templates.shipped()[0].red - 1)
    fresh = replace(templates.shipped()[0], id="own", label="自建模型")
    portrait = replace(templates.portraits()[0], label="改过的名称")
    return Content(
        filters=(replace(SHIPPED.filter("挂职"), help="另一句"), starts.begin_filter(SHIPPED)),
        elements=(element, replace(SHIPPED.element("年龄段"), help="另一句")),
        codes=(OwnCode(id="c1", list="functions", name="低空经济"),),
        models=(model, fresh),
        portraits=(portrait, replace(portrait, id="own")),
        rules=(RuleText(id="Q1", active=False, note="试行"),),
    ).sorted()


def lines_of(base, found):
    reading = read(forms.write(found), "甲.toml", load.catalogue(base), book.shipped())
    assert reading.faults == []
    made = plan(reading, content(base))
    assert made.faults == ()
    return made.written()


def state(base):
    """Everything a text can change, drafts of models included."""
    return content(base), {id: each.model for id, each in drafts.read(base).items()}


def test_a_whole_text_is_taken_over_and_taken_back(full, actor):
    before, found = state(full), incoming()
    lines = lines_of(full, found)
    assert len(lines) == 10
    edit = TextEdit(lines)
    edit.forward(full, actor)
    after = state(full)
    assert {line.kind for line in lines_of(full, found)} == {"model"}
    assert after[1]["own"].label == "自建模型"
    assert after[0].models == before[0].models
    edit.backward(full, actor)
    assert state(full) == before
    edit.forward(full, actor)
    assert state(full) == after


def test_what_goes_out_of_one_database_goes_into_another(full, actor, tmp_path):
    TextEdit(
        lines_of(full, incoming().only(("filter", "element", "code", "portrait", "rule")))
    ).forward(full, actor)
    text = forms.write(content(full))
    other = engine.create(tmp_path / "other.db", actor)
    try:
        codes.lay(())
        reading = read(text, "甲.toml", load.catalogue(other), book.shipped())
        assert reading.faults == []
        TextEdit(plan(reading, content(other)).written()).forward(other, actor)
        assert forms.write(content(other)) == text
    finally:
        other.dispose()


def test_a_draft_that_was_being_edited_comes_back(full, actor):
    model = templates.shipped()[0]
    edited = replace(model, red=5.0)
    drafts.Shelf().put(full, actor, model.id, edited, "试改")
    edit = TextEdit(lines_of(full, Content(models=(replace(model, red=1.0),))))
    edit.forward(full, actor)
    assert drafts.read(full)[model.id].model.red == 1.0
    edit.backward(full, actor)
    assert drafts.read(full)[model.id].model == edited


def test_nothing_is_written_when_one_line_cannot_be(full, actor):
    lines = lines_of(full, incoming())
    first = content(full)
    stale = TextEdit((*lines, *lines_of(full, Content(rules=(RuleText(id="Q2", active=False),)))))
    TextEdit(lines_of(full, Content(rules=(RuleText(id="Q2", active=True),)))).forward(full, actor)
    with pytest.raises(StaleError, match="刚被别人改过"):
        stale.forward(full, actor)
    assert replace(content(full), rules=()) == replace(first, rules=())


def test_the_book_says_that_a_text_was_taken_over(full, actor):
    edit = TextEdit(lines_of(full, incoming()), "导入 甲.toml")
    edit.forward(full, actor)
    edit.backward(full, actor)
    assert [line.what for line in audit.lines(full, "text")] == [
        "导入 甲.toml",
        "撤销导入 甲.toml",
    ]


def test_own_alone_leaves_out_what_is_shipped(full):
    found = content(full, own=True)
    assert found.elements == ()
    assert found.filters == ()
    assert content(full).elements != ()


def test_what_has_an_entry_of_its_own_keeps_its_place(full, actor):
    first = Content(filters=(replace(SHIPPED.filter("挂职"), help="一"),))
    TextEdit(lines_of(full, first)).forward(full, actor)
    place = [(each.id, each.order) for each in load.every(full, FilterEntry)]
    later = Content(
        filters=(replace(SHIPPED.filter("挂职"), help="二"), starts.begin_filter(SHIPPED))
    )
    TextEdit(lines_of(full, later)).forward(full, actor)
    now = [(each.id, each.order) for each in load.every(full, FilterEntry)]
    assert set(place) < set(now)
