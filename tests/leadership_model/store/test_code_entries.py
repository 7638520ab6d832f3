from dataclasses import replace

import pytest

from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.store import audit, bulk, load, records
from leadership_model.store.code_entries import CodeEdit
from leadership_model.store.nouns import SavedQuery
from tests.leadership_model.store.conftest import small_city

ENTRY = OwnCode(id="c-1", list="functions", name="招商引资", also="投资促进")


@pytest.fixture(autouse=True)
def as_shipped():
    codes.lay(())
    yield
    codes.lay(())


@pytest.fixture
def city(base, actor):
    bulk.write(base, actor, small_city())
    return base


def test_an_entry_is_stored_laid_and_taken_back(city, actor):
    edit = CodeEdit((), (ENTRY,))
    changes = edit.forward(city, actor)
    assert changes.touches("code_entry")
    assert "招商引资" in codes.names("functions")
    assert [line.what for line in audit.lines(city, "code_entry", "c-1")] == ["新建"]
    edit.backward(city, actor)
    assert "招商引资" not in codes.names("functions")
    edit.forward(city, actor)
    assert records.get(city, OwnCode, "c-1").name == "招商引资"


def test_reading_a_database_lays_its_own_entries(city, actor):
    CodeEdit((), (ENTRY,)).forward(city, actor)
    codes.lay(())
    load.snapshot(city)
    assert codes.own() == (records.get(city, OwnCode, "c-1"),)
    assert "招商引资" in load.catalogue(city).row_meaning("履历", "职能").values


def test_an_entry_something_is_defined_by_is_not_deleted(city, actor):
    CodeEdit((), (ENTRY,)).forward(city, actor)
    query = SavedQuery(id="q-1", label="招商干部", sentence="熟悉领域 包含 招商引资")
    records.add(city, actor, query)
    stored = records.get(city, OwnCode, "c-1")
    with pytest.raises(UserError, match="还写在保存的查询“招商干部”里"):
        CodeEdit((stored,), (), stored.name).forward(city, actor)
    retired = replace(stored, retired=True)
    CodeEdit((stored,), (retired,)).forward(city, actor)
    assert "招商引资" not in codes.offered("functions")
    assert "招商引资" in codes.names("functions")
