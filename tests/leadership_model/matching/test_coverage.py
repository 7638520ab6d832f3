"""How far the reserve covers seats: whose list, whose level, whose eligibility."""

from leadership_model import months
from leadership_model.assessment.development import openings
from leadership_model.assessment.world import World
from leadership_model.matching.coverage import cover
from leadership_model.people.hold import Hold
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.reserve import Reserve
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.rules.book import RuleBook

NOW = months.of(2026, 11)


def person(id, **values):
    return Person(id=id, name=id, status="在职", sex="男", birth=months.of(1985, 1), **values)


def stay(person, name="近期使用", role="副职", level="县处级副职", **values):
    return Reserve(
        id=f"b {person}{name}", person=person, list=name, role=role, level=level, **values
    )


def world(*records, requires=None):
    seat = Post(
        id="s",
        team="t",
        name="副县长",
        level="县处级副职",
        role="副职",
        member=True,
        takes_quota=True,
        requires=requires,
    )
    found = of_records(
        [Team(id="t", unit=None, name="县政府", category="县级政府"), seat, *records]
    )
    return World.of(found, NOW, models=(), portraits=(), book=RuleBook({}))


def covered(found):
    (told,) = cover(found, openings(found))
    names = found.person_ids
    return told, [names[each.person] for each in told.candidates]


def test_only_those_in_reserve_for_level_and_role_and_on_a_list_of_the_horizon():
    people = map(person, "abcdef")
    stays = [
        stay("a"),
        stay("b", "长期储备"),
        stay("c", role="正职", level="县处级正职"),
        stay("d", level="乡科级副职"),
        stay("e", end=NOW),
    ]
    _, listed = covered(world(*people, *stays))
    assert listed == ["a"]


def test_conditions_of_the_post_say_who_is_ready_and_of_whom_it_cannot_be_said():
    people = [person("a", party="中共党员"), person("b", party="群众"), person("c")]
    found = world(*people, *map(stay, "abc"), requires="政治面貌 = 中共党员")
    told, listed = covered(found)
    assert [each.eligible for each in told.candidates] == [True, None, False]
    assert listed == ["a", "c", "b"]
    assert [each.person for each in told.ready] == [0]
    assert [each.person for each in told.open] == [2]


def test_nobody_in_reserve_leaves_the_seat_bare():
    told, listed = covered(world(person("a")))
    assert (listed, told.ready) == ([], ())


def test_no_seat_asked_gives_nothing():
    assert cover(world(person("a"), stay("a")), ()) == ()


def test_whoever_is_held_covers_nothing():
    hold = Hold(id="h", person="p", reason="核查", start=NOW, until=NOW + 1)
    people = [person("p"), stay("p")]
    assert covered(world(*people))[1] == ["p"]
    assert covered(world(*people, hold))[1] == []
