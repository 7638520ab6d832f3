"""Tables to come: who asks for one waits, and gets it or the reason why it never came."""

import pickle
import threading

import pytest

from leadership_model.errors import UserError
from leadership_model.people.arriving import Arriving
from leadership_model.people.person import Person
from leadership_model.people.table import build
from leadership_model.people.unit import Unit

PEOPLE = build(Person, [], {"unit": {}})
UNITS = build(Unit, [], {"parent": {}, "upper": {}})


def test_what_is_there_needs_no_waiting():
    assert Arriving({"person": PEOPLE})["person"] is PEOPLE


def test_what_is_to_come_is_waited_for():
    arriving, got = Arriving({"person": PEOPLE}), []

    def ask():
        got.append(arriving["unit"])

    thread = threading.Thread(target=ask)
    thread.start()
    assert not got
    arriving.fill({"unit": UNITS})
    thread.join()
    assert got == [UNITS]
    assert sorted(arriving) == ["person", "unit"]
    assert len(arriving) == 2


def test_who_waits_learns_that_the_reading_broke_off():
    arriving = Arriving({})
    arriving.end()
    with pytest.raises(UserError, match="没有读完"):
        arriving["unit"]


def test_a_table_that_never_was_is_a_key_error():
    arriving = Arriving({})
    arriving.fill({"unit": UNITS})
    arriving.end()
    with pytest.raises(KeyError):
        arriving["career_entry"]


def test_it_travels_as_a_dictionary():
    arriving = Arriving({"person": PEOPLE})
    arriving.fill({"unit": UNITS})
    assert type(pickle.loads(pickle.dumps(arriving))) is dict
