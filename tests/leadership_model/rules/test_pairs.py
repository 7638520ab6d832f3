import numpy as np
import pytest

from leadership_model.people.gaps import UNKNOWN
from leadership_model.rules.pairs import pair, stand
from tests.leadership_model.rules.county import AS_OF, BOOK, M, county, person, seated
from tests.leadership_model.rules.test_qualification import row

ONE = np.array([0], dtype=np.int32)


def standing(who, *records, month=AS_OF, past=False):
    when = np.array([month], dtype=np.int32)
    found = stand(county(who, *records), ONE, when, past=past)
    return int(found.low[0]), int(found.high[0]), int(found.since[0]), bool(found.by_grade[0])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (5, 5, M("2018-03"), False)),
        ({"level_since": None}, (5, 5, UNKNOWN, False)),
        ({"level": None}, (0, 12, UNKNOWN, False)),
        ({"level": None, "absent": "level"}, (0, 0, UNKNOWN, False)),
        ({"level": None, "grade": "四级调研员"}, (0, 0, UNKNOWN, True)),
        ({"level": None, "absent": "level", "grade": "四级调研员"}, (0, 0, UNKNOWN, True)),
        ({"grade": "四级调研员"}, (5, 5, M("2018-03"), False)),
    ],
)
def test_standing_by_the_record(fields, expected):
    assert standing(person(**fields)) == expected


def test_standing_before_the_record_began_is_the_careers():
    rows = (
        row(0, "2012-01", "2018-03", level="乡科级正职"),
        row(1, "2018-03", None, level="县处级副职"),
    )
    assert standing(person(), *rows, month=M("2018-03")) == (5, 5, M("2018-03"), False)
    assert standing(person(), *rows, month=M("2018-02")) == (4, 4, M("2012-01"), False)
    assert standing(person(), *rows, month=M("2011-12")) == (0, 12, UNKNOWN, False)
    assert standing(person(level_since=None), *rows, past=True) == (5, 5, M("2018-03"), False)


def test_doubtful_and_seconded_rows_say_nothing_of_levels():
    for fields in ({"sure": 59}, {"secondment": True}, {"kind": "学习"}):
        held = row(0, "2012-01", "2018-03", level="乡科级正职", **fields)
        assert standing(person(), held, month=M("2018-02"))[:2] == (0, 12)
    held = row(0, "2012-01", "2018-03", level="乡科级正职", sure=60)
    assert standing(person(), held, month=M("2018-02"))[:2] == (4, 4)


@pytest.mark.parametrize(
    ("level", "post", "expected"),
    [
        ("县处级副职", "head", True),
        ("县处级副职", "dep1", False),
        ("县处级正职", "dep1", False),
        ("乡科级正职", "dep1", True),
        (None, "dep1", None),
    ],
)
def test_above(level, post, expected):
    snapshot = county(person(level=level))
    posts = np.array([snapshot.posts.positions[post]], dtype=np.int32)
    assert pair(BOOK, seated(snapshot), ONE, posts, AS_OF).above.at(0) is expected
