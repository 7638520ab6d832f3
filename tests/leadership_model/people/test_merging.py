from leadership_model.people import merging
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Appraisal, Education, Kinship, Person, Relative
from leadership_model.people.reserve import Reserve, Training
from leadership_model.people.tenure import Tenure

LEFT = Person(id="p1", name="张三", sex="男", birth=23700, absent="religion", version=4)
RIGHT = Person(id="p2", name="张三", birth=23701, birth_year=1975, origin="云岭甲县", resume="某")


def found(name):
    return next(each for each in merging.differences(LEFT, RIGHT) if each.name == name)


def test_differences_show_both_sides_and_suggest_what_is_known():
    assert (found("name").same, found("name").left) == (True, "张三")
    assert (found("origin").left, found("origin").right) == ("待核", "云岭甲县")
    assert found("origin").suggested == "right"
    assert found("birth").suggested == "left"
    assert (found("religion").left, found("religion").right) == ("无", "待核")
    assert found("religion").suggested == "left"
    assert found("resume").suggested == "right"


def test_chosen_fields_come_with_their_gaps_and_the_left_keeps_its_id():
    person, _ = merging.merge(LEFT, RIGHT, (), {"birth": "right", "religion": "right"})
    assert (person.id, person.version) == ("p1", 4)
    assert (person.birth, person.birth_year) == (23701, 1975)
    assert person.absent == ""
    assert person.origin is None
    back, _ = merging.merge(RIGHT, LEFT, (), {"religion": "right"})
    assert back.absent == "religion"


def rows():
    return [
        Appraisal(id="a1", person="p1", year=2024, result="称职"),
        Appraisal(id="a2", person="p2", year=2024, result="优秀"),
        Appraisal(id="a3", person="p2", year=2025, result="称职"),
        Education(id="e1", person="p1", mode="全日制", schooling="大学"),
        Education(id="e2", person="p2", mode="全日制", schooling="大学"),
    ]


def kept(picks):
    _, made = merging.merge(LEFT, RIGHT, rows(), picks)
    assert {each.person for each in made} == {"p1"}
    return [each.id for each in made]


def test_collections_from_the_left_the_right_or_both_without_doubles():
    assert kept({}) == ["a1", "a3", "e1"]
    assert kept({"appraisal": "left", "education": "right"}) == ["a1", "e2"]
    assert kept({"appraisal": "right"}) == ["a2", "a3", "e1"]


def test_the_entries_go_with_the_resume():
    entries = [CareerEntry(id="c1", person="p1", line=0), CareerEntry(id="c2", person="p2", line=0)]
    for side, id in (("left", "c1"), ("right", "c2")):
        _, made = merging.merge(LEFT, RIGHT, entries, {"resume": side})
        assert [(each.id, each.person) for each in made] == [(id, "p1")]


def test_relatives_are_numbered_on_and_the_same_tenure_is_one():
    given = [
        Relative(id="f1", person="p1", order=0, title="妻子", name="李四"),
        Relative(id="f2", person="p2", order=0, title="妻子", name="李四"),
        Relative(id="f3", person="p2", order=1, title="儿子", name="张五"),
        Tenure(id="n1", post="s1", person="p1", start=24000),
        Tenure(id="n2", post="s1", person="p2", start=24000, end=24100),
    ]
    _, made = merging.merge(LEFT, RIGHT, given, {})
    assert [(each.id, getattr(each, "order", None)) for each in made] == [
        ("f1", 0),
        ("f3", 1),
        ("n1", None),
    ]


def test_relations_follow_and_none_remains_with_oneself():
    given = [
        Kinship(id="k1", person="p2", relative="p9"),
        Kinship(id="k2", person="p1", relative="p9"),
        Kinship(id="k3", person="p1", relative="p2"),
        Kinship(id="k4", person="p8", relative="p2"),
    ]
    _, made = merging.merge(LEFT, RIGHT, given, {})
    assert {(each.person, each.relative) for each in made} == {("p1", "p9"), ("p8", "p1")}


def test_reserve_and_training_of_both_records_are_kept_once():
    stays = [
        Reserve(id="b1", person="p1", list="近期使用", role="正职", start=24300, reason="推荐"),
        Reserve(id="b2", person="p2", list="近期使用", role="正职", start=24300),
        Reserve(id="b3", person="p2", list="长期储备", role="正职", start=24200),
    ]
    steps = [
        Training(id="g1", person="p1", link="集中培训", title="班", start=24310),
        Training(id="g2", person="p2", link="集中培训", title="班", start=24310),
        Training(id="g3", person="p2", link="实践锻炼", title="挂职", start=24320),
    ]
    _, made = merging.merge(LEFT, RIGHT, [*stays, *steps], {})
    assert [each.id for each in made] == ["b1", "b3", "g1", "g3"]
    assert {each.person for each in made} == {"p1"}
    _, made = merging.merge(LEFT, RIGHT, [*stays, *steps], {"reserve": "right", "training": "left"})
    assert [each.id for each in made] == ["b2", "b3", "g1"]
