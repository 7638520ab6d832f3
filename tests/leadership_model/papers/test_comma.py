"""Comma-separated files: headings on one row, a BOM, no formulas."""

import csv
import io

import pytest

from leadership_model.months import of
from leadership_model.papers import comma, roster, rosters
from leadership_model.papers.comma import plain
from leadership_model.people.person import Person
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records

NAMES = ("张一", "=HYPERLINK(1)", '李"二,')


@pytest.fixture
def spread():
    people = [Person(id=f"p{at}", name=name, sex="女") for at, name in enumerate(NAMES)]
    return roster.roster(seat(of_records(people), of(2026, 11)), range(3), roster.RosterNotes())


def test_the_rows_come_back_as_they_were(spread, tmp_path):
    path = tmp_path / "名册.csv"
    comma.write(path, spread)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head[0] == "姓名"
    assert head[5] == "全日制教育 学历学位"
    assert len(head) == len(rosters.COMMON.columns)
    assert [row[0] for row in rows] == ["张一", "'=HYPERLINK(1)", '李"二,']
    assert {row[2] for row in rows} == {"女"}


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2", "@SUM(A1)", "\t=1"])
def test_text_is_never_a_formula(text):
    assert plain(text) == f"'{text}"


@pytest.mark.parametrize("value", ["张三", "1.5", "", "A=B", 3, -2.5])
def test_what_is_no_formula_stays(value):
    assert plain(value) == str(value)
