"""What is kept for the next start counts only where nothing has changed since."""

import pytest
from sqlalchemy import text

from leadership_model.people.person import Person
from leadership_model.store import derived, load, records
from leadership_model.store.connection import reading, writing
from leadership_model.store.engine import open as open_again

MONTH = 24322
CONTENT = "班子得分".encode() * 50


@pytest.fixture
def kept(base):
    assert derived.keep(base, "survey", load.number(base), MONTH, CONTENT)
    return base


def test_what_was_kept_comes_back(kept):
    assert derived.get(kept, "survey", load.number(kept), MONTH) == CONTENT


def test_keeping_is_no_change(base, actor, path):
    before = load.number(base)
    derived.keep(base, "survey", before, MONTH, CONTENT)
    assert load.number(base) == before


def test_another_name_month_or_number_finds_nothing(kept):
    number = load.number(kept)
    assert derived.get(kept, "other", number, MONTH) is None
    assert derived.get(kept, "survey", number, MONTH + 1) is None
    assert derived.get(kept, "survey", number + 1, MONTH) is None


def test_a_write_puts_it_out_of_date(kept, actor):
    records.save(kept, actor, Person(id="p-9", name="钱进"))
    assert derived.get(kept, "survey", load.number(kept), MONTH) is None


def test_what_was_worked_out_before_a_write_is_not_kept(base, actor):
    number = load.number(base)
    records.save(base, actor, Person(id="p-9", name="钱进"))
    assert not derived.keep(base, "survey", number, MONTH, CONTENT)
    assert derived.get(base, "survey", number, MONTH) is None


def test_another_program_ignores_it(kept, monkeypatch):
    monkeypatch.setattr(derived, "program_mark", lambda: "another")
    assert derived.get(kept, "survey", load.number(kept), MONTH) is None


@pytest.mark.parametrize("damage", ["X'00112233'", "substr(body, 1, 20)"])
def test_damaged_it_is_ignored_and_can_be_kept_again(kept, damage):
    with writing(kept) as connection:
        connection.execute(text(f"UPDATE derived SET body = {damage}"))
    number = load.number(kept)
    with writing(kept) as connection:
        connection.execute(text("UPDATE derived SET number = :n"), {"n": number + 1})
    assert derived.get(kept, "survey", number + 1, MONTH) is None
    assert derived.keep(kept, "survey", number + 1, MONTH, CONTENT)
    assert derived.get(kept, "survey", number + 1, MONTH) == CONTENT


def test_content_that_is_not_what_was_kept_is_ignored(kept):
    with writing(kept) as connection:
        connection.execute(text("UPDATE derived SET digest = 'x', number = number + 1"))
    assert derived.get(kept, "survey", load.number(kept), MONTH) is None


def test_only_the_newest_is_kept(kept):
    derived.keep(kept, "survey", load.number(kept), MONTH + 1, b"later")
    with reading(kept) as connection:
        assert connection.execute(text("SELECT count(*) FROM derived")).scalar_one() == 1


def test_the_mark_names_the_files_of_the_program():
    assert len(derived.program_mark()) == 64
    assert derived.program_mark() == derived.program_mark()


def test_a_file_without_the_table_gets_it(base, path, actor, closing):
    with writing(base) as connection:
        connection.execute(text("DROP TABLE derived"))
        connection.execute(text("DELETE FROM migration WHERE number > 1"))
    base.dispose()
    again = open_again(path, actor)
    closing.append(again)
    number = load.number(again)
    assert derived.keep(again, "survey", number, MONTH, CONTENT)
    assert derived.get(again, "survey", number, MONTH) == CONTENT
