import pytest

from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seat_uses import area_uses, refusal, uses
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit

RECORDS = (
    Unit(id="u1", name="易溪县", kind="地区", area="易溪县", area_kind="县"),
    Unit(id="u2", name="易溪县人民政府", parent="u1", area="易溪县"),
    Unit(id="u3", name="易溪县档案馆", parent="u1", area="易溪县", retired=True),
    Unit(id="u4", name="易溪县史志办"),
    Team(id="t1", unit="u2", name="县政府班子", area="易溪县"),
    Team(id="t2", unit="u2", name="空班子"),
    Post(id="s1", team="t1", name="县长", linked="l"),
    Post(id="s2", team="t1", name="副县长", order=1),
    Post(id="s3", team="t1", name="县委副书记", order=2, linked="l"),
    Post(id="s4", team="t1", name="县长助理", order=3),
    Person(id="p1", name="李明", unit="u2", hometown="易溪县"),
    Tenure(id="n1", post="s1", person="p1", start=100),
    Tenure(id="n2", post="s2", person="p1", start=100, end=200),
    Tenure(id="n3", post="s2", outsider="王某", start=400),
    Tenure(id="n4", post="s4", person="p1", start=100, kind="挂职"),
)
NOW = seat(of_records(RECORDS), 300)


def words(id):
    record = next(each for each in RECORDS if each.id == id)
    return "；".join(uses(NOW, record))


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("u2", ("县政府班子", "空班子", "在职干部李明")),
        ("u1", ("易溪县人民政府", "班子 1 个", "成长地为此的干部 1 人")),
        ("t1", ("县长", "等 4 个")),
        ("s1", ("现由李明任职", "联职岗位县委副书记")),
        ("s2", ("以后月份", )),
        ("s4", ("挂职",)),
    ],
)  # fmt: skip
def test_what_uses_a_record_is_named(id, expected):
    for each in expected:
        assert each in words(id)


@pytest.mark.parametrize("id", ["u3", "u4", "t2"])
def test_what_nothing_uses_can_go(id):
    assert words(id) == ""


def test_a_retired_unit_and_a_past_tenure_stand_against_nothing():
    assert "档案馆" not in words("u1")
    assert "李明" not in words("s2")


def test_the_sentence_names_record_and_use():
    record = RECORDS[6]
    text = refusal(record, uses(NOW, record), "停用")
    assert text == "“县长”还不能停用：现由李明任职；联职岗位县委副书记。请先处理它们。"


def test_an_area_itself_is_no_use_of_it():
    lonely = of_records([Unit(id="u", name="新区", kind="地区", area="新区", area_kind="区")])
    assert area_uses(lonely, "新区") == ()
    assert area_uses(lonely, "没有的区") == ()
