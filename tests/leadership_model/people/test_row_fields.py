import pytest

from leadership_model.people import row_fields, row_kinds
from leadership_model.people.person import Appraisal, Education
from leadership_model.people.tenure import Tenure

NOW = 2026 * 12 + 10


@pytest.mark.parametrize("collection", row_kinds.COLLECTIONS, ids=lambda each: each.name)
def test_every_field_of_a_row_can_be_edited(collection):
    kept = {"id", "person", "absent", "version", "changed_at", "order", "outsider", "birth_year"}
    fields = set(collection.record.__dataclass_fields__) - kept
    assert fields == {each.name for each in collection.fields}


@pytest.mark.parametrize("collection", row_kinds.COLLECTIONS, ids=lambda each: each.name)
def test_a_new_row_is_made_when_what_is_needed_is_there(collection):
    texts = {"month": "2020-01", "birth": "1975-03", "year": "2024"}
    known = {"某": "x9"}
    values = row_fields.new_row(collection.name, "r1", "p1", ())
    for each in collection.fields:
        found = row_fields.options(each)
        text = texts.get(each.kind) or (found[0] if found else "某")
        assert row_fields.fault_in(collection.name, each.name, text, known) == ""
        values = row_fields.with_text(collection.name, values, each.name, text, known)
        shown = row_fields.text_in(collection.name, values, each.name, {"x9": "某"})
        assert shown == text
        assert row_fields.state_of(values, each.name) == "value"
    assert row_fields.complete(collection.name, values)
    assert row_fields.made(collection.name, values).id == "r1"
    needed = [each.name for each in collection.fields if each.needed]
    bare = row_fields.with_text(collection.name, values, needed[0], "")
    assert not row_fields.complete(collection.name, bare)


@pytest.mark.parametrize(
    ("collection", "name", "text", "words"),
    [
        ("education", "start", "2001.13", "有效的年月"),
        ("education", "schooling", "没有的学历", "学历里没有"),
        ("appraisal", "year", "25", "四位数字"),
        ("appraisal", "year", "", "请填写年度"),
        ("relative", "birth", "不详", "只填年份"),
        ("relative", "deceased", "也许", "已去世里没有"),
        ("tenure", "post", "没有的岗位", "库中没有"),
    ],
)
def test_wrong_texts_are_refused_in_a_sentence(collection, name, text, words):
    assert words in row_fields.fault_in(collection, name, text, {"岗位": "s1"})


def test_a_year_of_birth_may_stand_alone():
    values = row_fields.with_text("relative", {}, "birth", "1975")
    assert (values["birth"], values["birth_year"]) == (None, 1975)
    assert row_fields.text_in("relative", values, "birth") == "1975"
    assert row_fields.state_of(values, "birth") == "value"


def test_nothing_is_kept_where_the_row_can_say_so():
    values = {"id": "e1", "person": "p1", "mode": "在职", "degree": "学士", "absent": ""}
    gone = row_fields.with_state("education", values, "degree", "absent")
    assert (gone["degree"], gone["absent"]) == (None, "degree")
    assert row_fields.state_of(gone, "degree") == "absent"
    back = row_fields.with_text("education", gone, "degree", "硕士")
    assert (back["degree"], back["absent"]) == ("硕士", "")
    assert row_fields.can_be_absent("education")
    assert not row_fields.can_be_absent("appraisal")


def test_rows_are_held_against_each_other():
    old = Appraisal(id="a1", person="p1", year=2024, result="称职")
    assert "已有" in row_fields.faults("appraisal", {"year": 2024}, (old,), NOW)["year"]
    assert "晚于" in row_fields.faults("appraisal", {"year": 2027}, (), NOW)["year"]
    held = Tenure(id="n1", post="s1", person="p1", start=24000, end=24100)
    values = {"post": "s1", "start": 24050}
    assert "重叠" in row_fields.faults("tenure", values, (held,), NOW)["start"]
    assert not row_fields.faults("tenure", {"post": "s1", "start": 24100}, (held,), NOW)
    assert "晚于" in row_fields.faults("education", {"start": 9, "end": 9}, (), NOW)["end"]
    twisted = {"month": 24000, "ends": 24000}
    assert "影响期" in row_fields.faults("sanction", twisted, (), NOW)["ends"]
    assert (
        "本人"
        in row_fields.faults("kinship", {"person": "p", "relative": "p"}, (), NOW)["relative"]
    )


def test_an_education_keeps_what_is_absent_through_the_round():
    row = Education(id="e1", person="p1", mode="在职", absent="degree")
    values = {name: getattr(row, name) for name in Education.__dataclass_fields__}
    assert row_fields.made("education", values) == row
