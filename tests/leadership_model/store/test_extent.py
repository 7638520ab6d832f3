from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.store import bulk
from leadership_model.store.connection import reading
from leadership_model.store.extent import HANDFUL, extent
from leadership_model.store.kinds import row_of


def test_nothing_touched_is_nothing_changed(base):
    with reading(base) as connection:
        changes = extent(connection, [])
    assert (changes.kinds, changes.people, changes.teams) == (frozenset(), frozenset(), frozenset())


def test_very_many_seats_are_not_asked_one_by_one(base, actor):
    seats = HANDFUL * 10 + 1
    teams = [Team(id=f"t-{i}", unit=None, name="班子") for i in range(3)]
    posts = [Post(id=f"s-{i}", team=f"t-{i % 3}", name="副职") for i in range(seats)]
    bulk.write(base, actor, [*teams, *posts])
    touched = [
        ("tenure", row_of(Tenure(id=f"n-{i}", post=f"s-{i}", outsider="外请", start=24300)))
        for i in range(seats)
    ]
    with reading(base) as connection:
        assert extent(connection, touched).teams == frozenset({"t-0", "t-1", "t-2"})
        assert extent(connection, touched[:1]).teams == frozenset({"t-0"})
