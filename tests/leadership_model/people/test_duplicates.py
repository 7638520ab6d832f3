from leadership_model.people import duplicates
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records

NUMBER = "990715198611244450"


def base(*people):
    return of_records([Person(id=f"p{at}", **each) for at, each in enumerate(people)])


def test_the_surest_pair_comes_first():
    snapshot = base(
        {"name": "张 三", "birth": 23700},
        {"name": "张三", "birth": 23700},
        {"name": "李四", "id_number": NUMBER},
        {"name": "李泗", "id_number": f" {NUMBER}"},
        {"name": "王五"},
    )
    found = [(e.first, e.second, e.sure) for e in duplicates.pairs(snapshot)]
    assert found == [(2, 3, 3), (0, 1, 2)]


def test_two_numbers_two_sexes_or_births_far_apart_are_two_people():
    assert not duplicates.pairs(
        base(
            {"name": "张三", "birth": 23700, "id_number": NUMBER},
            {"name": "张三", "birth": 23700, "id_number": "990715198611244451"},
        )
    )
    assert not duplicates.pairs(base({"name": "张三", "sex": "男"}, {"name": "张三", "sex": "女"}))
    near, far = {"name": "张三", "birth": 23712}, {"name": "张三", "birth": 23713}
    assert len(duplicates.pairs(base({"name": "张三", "birth": 23700}, near))) == 1
    assert not duplicates.pairs(base({"name": "张三", "birth": 23700}, far))


def test_a_birth_that_is_not_known_may_be_the_same():
    year, other = {"name": "张三", "birth_year": 1975}, {"name": "张三", "birth": 1976 * 12}
    assert not duplicates.pairs(base(year, other))
    assert duplicates.pairs(base(year, {"name": "张三", "birth": 1975 * 12}))[0].sure == 1
    assert "待核" in duplicates.pairs(base(year, {"name": "张三"}))[0].why


def test_somebody_to_be_added_is_held_against_everybody():
    snapshot = base({"name": "张三", "birth": 23700}, {"name": "李四", "id_number": NUMBER})
    assert [e.first for e in duplicates.alike(snapshot, "张三", 23700, 1975, None)] == [0]
    found = duplicates.alike(snapshot, "别名", None, None, NUMBER)
    assert [(e.first, e.sure) for e in found] == [(1, 3)]
    assert not duplicates.alike(snapshot, "赵六", 23700, None, None)
    assert not duplicates.alike(snapshot, "", None, None, "")
