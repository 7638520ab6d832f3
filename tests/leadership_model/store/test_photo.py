import pytest

from leadership_model.changes import NOTHING
from leadership_model.errors import UserError
from leadership_model.people.person import Person
from leadership_model.store import audit, bulk, photo
from tests.leadership_model.store.conftest import find, small_city

FACE, OTHER = b"\xff\xd8face", b"\xff\xd8other"


@pytest.fixture
def city(base, actor):
    bulk.write(base, actor, small_city())
    return base


def test_a_photo_is_put_and_read(city, actor):
    assert photo.get(city, "p-1") is None
    changes = photo.put(city, actor, "p-1", FACE)
    assert photo.get(city, "p-1") == FACE
    assert changes.people == frozenset({"p-1"})
    stored = find(city, Person, "p-1")
    assert stored.has_photo
    assert stored.version == 2


def test_a_photo_is_replaced(city, actor):
    photo.put(city, actor, "p-1", FACE)
    photo.put(city, actor, "p-1", OTHER)
    assert photo.get(city, "p-1") == OTHER
    assert find(city, Person, "p-1").version == 3
    assert audit.lines(city, "photo")[-1].before == '{"jpeg": "6 bytes"}'


def test_the_same_photo_changes_nothing(city, actor):
    photo.put(city, actor, "p-1", FACE)
    assert photo.put(city, actor, "p-1", FACE) == NOTHING
    assert find(city, Person, "p-1").version == 2


def test_what_is_no_photo_is_refused(city, actor):
    with pytest.raises(UserError, match="JPEG"):
        photo.put(city, actor, "p-1", b"GIF89a")


def test_a_photo_of_nobody_is_refused(city, actor):
    with pytest.raises(UserError, match="nobody"):
        photo.put(city, actor, "nobody", FACE)
