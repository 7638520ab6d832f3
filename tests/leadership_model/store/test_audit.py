import json

import pytest

from leadership_model.store import audit
from leadership_model.store.connection import writing


def write_and_fail(base, actor):
    with writing(base) as connection:
        audit.append(connection, actor, "修改", "person", "p-1")
        raise ZeroDivisionError


def test_a_line_says_when_who_what_and_both_states(base, actor):
    with writing(base) as connection:
        audit.append(connection, actor, "修改", "person", "p-1", {"name": "李明"}, {"name": "李铭"})
    line = audit.lines(base, "person", "p-1")[0]
    assert (line.who, line.what, line.kind, line.record) == ("王经办", "修改", "person", "p-1")
    assert line.at.startswith("2026-11-03T09:00")
    assert json.loads(line.before or "") == {"name": "李明"}
    assert json.loads(line.after or "") == {"name": "李铭"}


def test_chinese_can_be_read_in_the_book(base, actor):
    with writing(base) as connection:
        audit.append(connection, actor, "修改", "person", "p-1", None, {"name": "李铭"})
    assert audit.lines(base)[-1].after == '{"name": "李铭"}'


def test_a_rolled_back_write_leaves_no_line(base, actor):
    before = audit.lines(base)
    with pytest.raises(ZeroDivisionError):
        write_and_fail(base, actor)
    assert audit.lines(base) == before


def test_lines_are_found_by_table_and_row(base, actor):
    with writing(base) as connection:
        audit.append(connection, actor, "修改", "person", "p-1")
        audit.append(connection, actor, "修改", "person", "p-2")
        audit.append(connection, actor, "修改", "team", "p-1")
    assert [line.record for line in audit.lines(base, "person")] == ["p-1", "p-2"]
    assert [line.kind for line in audit.lines(base, record="p-1")] == ["person", "team"]
