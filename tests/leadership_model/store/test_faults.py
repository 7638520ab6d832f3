import sqlite3

import pytest

from leadership_model.errors import UserError
from leadership_model.store.faults import SENTENCES, explain, explained


def complaint(code):
    error = sqlite3.OperationalError("something")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_what_the_environment_did_becomes_a_sentence(code):
    found = explain(complaint(code), "city.db")
    assert isinstance(found, UserError)
    assert "city.db" in found.sentence


def test_extended_codes_count_as_their_kind():
    found = explain(complaint(sqlite3.SQLITE_READONLY_DBMOVED), "city.db")
    assert "只读" in str(found)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY])
def test_our_own_bugs_are_not_swallowed(code):
    assert explain(complaint(code), "city.db") is None
    with pytest.raises(sqlite3.OperationalError), explained("city.db"):
        raise complaint(code)


def test_errors_of_another_kind_are_not_ours_to_explain():
    assert explain(ValueError("x"), "city.db") is None


def test_the_original_stays_behind_the_sentence():
    with pytest.raises(UserError) as caught, explained("city.db"):
        raise complaint(sqlite3.SQLITE_FULL)
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
