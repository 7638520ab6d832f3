from leadership_model.people.homes import open_count, rows
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit

TEAM = Team(id="t", unit="u", name="县委班子", area="易溪县")


def seating(*people, heads="县"):
    records = [Unit(id="u", name="易溪县"), TEAM]
    for number, person in enumerate(people):
        records += [
            Post(id=f"s{number}", team="t", name="书记", order=number, area_head=heads),
            person,
            Tenure(id=f"n{number}", post=f"s{number}", person=person.id, start=100),
        ]
    return seat(of_records([*records, Post(id="x", team="t", name="空", area_head="县")]), 200)


def test_open_ones_stand_first_and_hints_before_them():
    now = seating(
        Person(id="p1", name="甲", hometown="南屏县"),
        Person(id="p2", name="乙", hometown="易溪县"),
        Person(id="p3", name="丙", origin="云南南屏"),
        Person(id="p4", name="丁", origin="云南易溪", birthplace="云南易溪"),
        Person(id="p5", name="戊", absent="hometown"),
    )
    found = rows(now)
    names = [now.snapshot.people.raw("name")[row.person] for row in found]
    assert names == ["丁", "丙", "乙", "戊", "甲"]
    assert [row.state for row in found] == ["unknown", "unknown", "same", "absent", "elsewhere"]
    assert found[0].hint == "籍贯、出生地与任职地相同"
    assert found[1].hint == ""
    assert open_count(now) == 2


def test_other_posts_and_empty_ones_are_not_asked():
    assert rows(seating(Person(id="p1", name="甲"), heads="乡")) == ()
    assert rows(seating()) == ()
