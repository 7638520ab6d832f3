from hypothesis import given
from hypothesis import strategies as st

from leadership_model.staffing.candidacy import candidates_of, chosen, next_order
from leadership_model.staffing.move import Move


def appoint(who, order=1, post="a"):
    return Move(kind="appoint", person=who, post=post, order=order)


THREE = (appoint("p"), appoint("x", post="b"), appoint("r", 3), appoint("q", 2))


def test_candidates_come_in_their_order_whatever_the_order_of_the_moves():
    assert candidates_of(THREE, "a") == (0, 3, 2)
    assert candidates_of(THREE, "b") == (1,)
    assert candidates_of(THREE, "c") == ()


def test_one_more_candidate_comes_last_and_the_very_first_acts():
    assert [next_order(THREE, post) for post in "abc"] == [4, 2, 1]


def test_who_is_chosen_acts_and_the_others_move_down():
    after = chosen(THREE, 2)
    assert [(each.person, each.order) for each in after] == [("p", 2), ("x", 1), ("r", 1), ("q", 3)]
    assert candidates_of(after, "a") == (2, 0, 3)


def test_who_acts_already_is_left_so():
    assert chosen(THREE, 0) == THREE
    pinned = (Move(kind="keep", post="a"),)
    assert chosen(pinned, 0) == pinned


def test_of_several_seated_one_after_the_other_the_last_acts():
    moves = (appoint("p"), appoint("q"), appoint("r", 2))
    assert candidates_of(moves, "a") == (1, 2)
    assert [each.order for each in chosen(moves, 2)] == [1, 2, 1]


@given(st.permutations([1, 2, 3, 4]), st.integers(0, 3))
def test_there_is_always_one_first_and_no_rank_twice(orders, at):
    moves = tuple(appoint(f"p{order}", order) for order in orders)
    after = chosen(moves, at)
    assert sorted(each.order for each in after) == [1, 2, 3, 4]
    assert after[at].order == 1
