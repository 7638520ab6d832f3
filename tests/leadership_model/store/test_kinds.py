import pytest

from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.store import kinds
from leadership_model.store.nouns import SourceFile
from leadership_model.store.tables import METADATA


def test_every_table_a_user_meets_has_a_word():
    assert set(METADATA.tables) - set(kinds.WORDS) == {"audit", "derived", "migration"}


def test_a_row_keeps_the_order_of_the_fields():
    row = kinds.row_of(Person(id="p-1", name="李明"))
    assert list(row)[:3] == ["id", "name", "sex"]
    assert row["name"] == "李明"


@pytest.mark.parametrize(
    ("kind", "owner"),
    [
        ("education", ("person", "person")),
        ("kinship", ("person", "person")),
        ("team_indicator", ("team", "team")),
        ("scenario_move", ("scenario", "scenario")),
        ("post", None),
        ("person", None),
        ("import_change", None),
    ],
)
def test_rows_without_a_version_have_an_owner(kind, owner):
    assert kinds.owner_of(kind) == owner


def test_rows_are_named_in_sentences():
    assert kinds.describe("person", {"id": "p-1", "name": "李明"}) == "干部“李明”"
    assert kinds.describe("scenario", {"id": "x", "label": "甲案"}) == "方案“甲案”"
    assert (
        kinds.describe("career_entry", kinds.row_of(CareerEntry(id="c-1", person="p", line=0)))
        == "履历“c-1”"
    )


def test_bytes_are_not_copied_into_the_book():
    row = kinds.row_of(SourceFile(id="f-1", person="p-1", kind="lrmx", content=b"abc"))
    assert '"content": "3 bytes"' in kinds.to_json(row)
