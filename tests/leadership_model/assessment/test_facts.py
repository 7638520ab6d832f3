from leadership_model.conditions.tree import All, Career, Compare, Exists, Not
from leadership_model.conditions.tri import constant
from leadership_model.people.seating import OUTSIDER
from tests.leadership_model.assessment.cast import WOMAN, Cast, world

OLD = Compare("年龄", ">=", 50)
HIGH = Compare("分数", ">=", 5)


def test_vectors_are_worked_out_once():
    facts = world(性别=["女", "男"]).facts
    assert facts.answers(WOMAN) is facts.answers(Compare("性别", "=", "女"))
    assert facts.tri(WOMAN) is facts.tri(WOMAN)
    assert facts.numbers("年龄") is facts.numbers("年龄")
    assert facts.values("籍贯") is facts.values("籍贯")


def test_the_outsider_stands_in_the_last_row_and_nothing_is_known_of_him():
    facts = world(性别=["女", "男"], 年龄=[40, 50], 专业=["理", "工"]).facts
    assert facts.answers(WOMAN).sure.tolist() == [True, False, False]
    assert facts.answers(WOMAN).possible.tolist() == [True, False, True]
    numbers = facts.numbers("年龄")
    assert (numbers.low.tolist(), numbers.high.tolist()) == ([40, 50, 18], [40, 50, 70])
    assert facts.values("专业").codes[-1] < 0
    assert facts.values("领域").open[-1]


def test_the_answers_are_those_of_the_condition():
    facts = world(性别=["女", "男"]).facts
    assert facts.answers(WOMAN).sure[:2].tolist() == facts.tri(WOMAN).sure.tolist()


def test_another_seating_keeps_what_does_not_depend_on_seats():
    before = world(性别=["女", "男"], 年龄=[40, 50], 分数=[1, 6])
    kept = (WOMAN, Not(OLD), All((WOMAN, OLD)))
    lost = (HIGH, All((WOMAN, HIGH)), Not(HIGH))
    vectors = {asked: before.facts.answers(asked) for asked in (*kept, *lost)}
    ages, scores = before.facts.numbers("年龄"), before.facts.numbers("分数")
    after = before.with_holders({0: OUTSIDER}).facts
    assert all(after.answers(asked) is vectors[asked] for asked in kept)
    assert all(after.answers(asked) is not vectors[asked] for asked in lost)
    assert after.numbers("年龄") is ages
    assert after.numbers("分数") is not scores


def test_present_posts_and_tenures_depend_on_seats(monkeypatch):
    asked = (Career("现任", "乡镇"), Career("曾任", "乡镇"), Exists("任职", ()), Exists("教育", ()))
    monkeypatch.setattr(Cast, "career", lambda self, *_: constant(2, True))
    monkeypatch.setattr(Cast, "exists", lambda self, *_: constant(2, True))
    before = world(2)
    vectors = [before.facts.tri(each) for each in asked]
    after = before.with_holders({0: OUTSIDER}).facts
    assert [after.tri(one) is old for one, old in zip(asked, vectors, strict=True)] == [
        False,
        True,
        False,
        True,
    ]
