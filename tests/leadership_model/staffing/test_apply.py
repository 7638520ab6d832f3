import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.errors import UserError
from leadership_model.people.seating import OUTSIDER, VACANT, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.tenure import Tenure
from leadership_model.staffing.apply import fold, inverse
from leadership_model.staffing.move import Move, from_json, to_json
from leadership_model.staffing.scenario import Scenario, moved, redone, undone
from tests.leadership_model.staffing.small import AS_OF, person, sit, team

PEOPLE = [f"p{at}" for at in range(5)]
POSTS = ["a0", "a1", "a2", "b0", "b1"]


def base():
    return seat(
        of_records(
            [
                *(person(each) for each in PEOPLE),
                *team("a", [{}, {}, {"linked": "双"}]),
                *team("b", [{}, {"linked": "双"}], category="市直部门"),
                sit("a0", "p0"),
                sit("a1", "p1"),
                sit("a2", "p2"),
                sit("b1", "p2"),
                Tenure(id="out", post="b0", outsider="某某", start=AS_OF - 9),
            ]
        ),
        AS_OF,
    )


def at(seating, post):
    holder = int(seating.holder[seating.snapshot.posts.positions[post]])
    return holder if holder < 0 else seating.snapshot.people.ids[holder]


def seats(folded):
    return {post: at(folded.seating, post) for post in POSTS}


def appoint(who, post, **more):
    return Move(kind="appoint", person=who, post=post, **more)


def test_an_appointment_leaves_the_old_seat_and_benches_the_holder():
    done = fold(base(), [appoint("p1", "a0")])
    assert seats(done) == {"a0": "p1", "a1": VACANT, "a2": "p2", "b0": OUTSIDER, "b1": "p2"}
    assert done.bench == (0,)
    assert done.vacancies == (1,)


def test_linked_posts_go_together():
    done = fold(base(), [appoint("p3", "a2")])
    assert seats(done)["a2"] == seats(done)["b1"] == "p3"
    assert done.bench == (2,)


def test_a_second_seat_can_be_held_as_well():
    assert seats(fold(base(), [appoint("p0", "a1", also=True)]))["a0"] == "p0"


def test_further_candidates_wait_in_their_order():
    done = fold(base(), [appoint("p4", "a0", order=3), appoint("p3", "a0", order=2)])
    assert done.changes == {}
    assert done.candidates == {0: (3, 4)}


def test_who_retires_does_not_wait_for_a_seat():
    done = fold(base(), [Move(kind="retire", person="p2")])
    assert (done.bench, done.retired, done.vacancies) == ((), (2,), (2, 4))


def test_removed_people_wait_for_a_seat():
    done = fold(base(), [Move(kind="remove", person="p1")])
    assert done.bench == (1,)
    assert fold(base(), [Move(kind="remove", person="p1", post="a0")]).changes == {}


def test_who_comes_back_to_the_old_seat_has_never_left():
    start = base()
    done = fold(start, [appoint("p1", "a0"), appoint("p0", "a0"), appoint("p1", "a1")])
    assert done.changes == {}
    assert (done.seating.since == start.since).all()


def test_people_and_posts_that_are_gone_are_named_in_a_sentence():
    with pytest.raises(UserError, match="干部已不在库中"):
        fold(base(), [appoint("nobody", "a0")])
    with pytest.raises(UserError, match="岗位已不在库中"):
        fold(base(), [appoint("p1", "nowhere")])


people, posts = st.sampled_from(PEOPLE), st.sampled_from(POSTS)
moves = st.one_of(
    st.builds(appoint, people, posts, also=st.booleans(), order=st.sampled_from([1, 1, 1, 2])),
    st.builds(Move, kind=st.just("appoint"), outsider=st.just("外人"), post=posts),
    st.builds(Move, kind=st.just("remove"), person=people, post=st.none() | posts),
    st.builds(Move, kind=st.just("retire"), person=people),
    st.builds(Move, kind=st.just("keep"), post=posts, on=st.booleans()),
)


@given(st.lists(moves, max_size=5), moves)
def test_a_move_followed_by_its_inverse_changes_nothing(earlier, move):
    if move.kind == "appoint" and move.order > 1:
        return  # a further candidate sits nowhere
    start = base()
    then = fold(start, earlier)
    back = fold(start, [*earlier, move, *inverse(start, earlier, move)])
    assert (back.seating.holder == then.seating.holder).all()
    assert (back.seating.since == then.seating.since).all()
    assert (back.changes, back.vacancies, back.bench) == (then.changes, then.vacancies, then.bench)
    assert (set(back.retired), back.pinned) == (set(then.retired), then.pinned)


@given(st.lists(moves, min_size=1, max_size=4))
def test_undo_and_redo_move_the_cursor_only(made):
    scenario = moved(Scenario(id="s", label="方案", base=1, month=AS_OF), *made)
    assert redone(undone(scenario)) == scenario
    assert undone(scenario).done == tuple(made[:-1])
    assert redone(scenario) == scenario
    other = Move(kind="keep", post="a0")
    assert moved(undone(scenario), other).moves == (*made[:-1], other)


def test_nothing_can_be_undone_at_the_beginning():
    scenario = Scenario(id="s", label="方案", base=1, month=AS_OF)
    assert undone(scenario) == scenario
    assert not scenario.can_undo
    with pytest.raises(ValueError, match="不能停在第 1 步"):
        Scenario(id="s", label="方案", base=1, month=AS_OF, cursor=1)


@given(moves)
def test_moves_survive_being_written(move):
    assert from_json(to_json(move)) == move


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": "promote"}', '{"kind": "appoint"}'])
def test_what_is_no_move_is_refused_with_a_sentence(text):
    with pytest.raises(UserError, match="无法读取"):
        from_json(text)
