from leadership_model.exchange.whole import of_snapshot, shown_education
from leadership_model.people.person import Education, Person, Relative
from leadership_model.people.snapshot import of_records


def test_a_person_with_what_hangs_on_one():
    base = of_records(
        [
            Person(id="p-1", name="甲"),
            Person(id="p-2", name="乙"),
            Relative(id="r-1", person="p-2", title="妻子"),
        ]
    )
    assert of_snapshot(base, 0).relatives == ()
    assert [each.id for each in of_snapshot(base, 1).relatives] == ["r-1"]


def test_a_form_shows_the_highest_education_of_a_mode():
    listed = (
        Education(id="1", person="p", mode="全日制", schooling="大学", end=24000),
        Education(id="2", person="p", mode="全日制", schooling="大专", end=24100),
        Education(id="3", person="p", mode="在职", schooling="研究生"),
        Education(id="4", person="p", mode="全日制", schooling="大学", end=24050),
    )
    shown = shown_education(listed, "全日制")
    assert shown is not None
    assert shown.id == "4"
    assert shown_education((), "在职") is None
