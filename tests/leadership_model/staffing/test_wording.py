import pytest

from leadership_model.staffing.move import Move
from leadership_model.staffing.wording import word_of
from tests.leadership_model.staffing.test_drift import appoint, base


@pytest.mark.parametrize(
    ("move", "word"),
    [
        (appoint("p4", "a1"), "任"),  # has no seat
        (appoint("p1", "a0"), "任"),  # within the team
        (appoint("p1", "b0"), "交流"),
        (appoint("p1", "b0", also=True), "任"),  # keeps the first seat
        (appoint("p2", "b0"), "任"),  # sits in both teams by linked seats
        (appoint("p1", "a2"), "任"),  # the linked seats reach into the own team
        (appoint("gone", "a1"), "任"),
        (Move(kind="appoint", outsider="某某", post="a1"), "任"),
        (Move(kind="remove", person="p1"), "免"),
        (Move(kind="keep", post="a1"), "留任"),
        (Move(kind="retire", person="p1"), "退出"),
    ],
)
def test_a_move_is_called_by_what_it_does(move, word):
    assert word_of(base(), move) == word
