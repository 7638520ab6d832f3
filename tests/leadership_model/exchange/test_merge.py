from leadership_model.exchange.merge import Change, field_changes, value_of, with_changes
from leadership_model.people.gaps import ABSENT
from leadership_model.people.person import Person

PERSON = Person(id="p", name="甲", origin="乙", absent="health")


def test_absent_is_a_value_of_its_own():
    assert value_of(PERSON, "health") == ABSENT
    assert value_of(PERSON, "birthplace") is None


def test_only_fields_of_the_elements_that_speak_are_compared():
    said = {"origin": "丙", "birthplace": "丁"}
    assert field_changes(PERSON, said, ["JiGuan"]) == (Change("origin", "乙", "丙"),)


def test_what_a_form_derives_is_no_change_of_an_unknown():
    assert field_changes(PERSON, {"party_joined": ABSENT}, ["RuDangShiJian"]) == ()


def test_changes_are_put_into_the_person():
    changed = with_changes(
        PERSON, [Change("origin", "乙", ABSENT), Change("health", ABSENT, "健康")]
    )
    assert (changed.origin, changed.health, changed.absent) == (None, "健康", "origin")
