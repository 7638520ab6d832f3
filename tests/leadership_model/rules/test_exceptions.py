"""Exceptions: which are taken, whom they cover, and when."""

from dataclasses import replace

import pytest

from leadership_model.errors import UserError
from leadership_model.people.rule_notes import RuleException
from leadership_model.rules.exceptions import check_exception, holds, laid, words
from leadership_model.rules.state import check
from tests.leadership_model.rules.county import AS_OF, BOOK, M, county, person, seated, sit

LOCAL = RuleException(
    id="x", rule="X1", person="p1", reason="工作特殊需要", approver="市委组织部部务会",
    reply_date="2026-11-20",
)  # fmt: skip
SUPERIOR = replace(LOCAL, rule="N1", reply_number="云组复〔2026〕12号", approver=None)


def test_what_says_enough_is_taken():
    check_exception(BOOK["X1"], LOCAL)
    check_exception(BOOK["N1"], SUPERIOR)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (replace(LOCAL, rule="S1"), "不得例外"),
        (replace(LOCAL, rule="A1"), "不得例外"),
        (replace(LOCAL, rule="K1"), "不得例外"),
        (replace(LOCAL, person=None), "至少选定一项"),
        (replace(LOCAL, reason=" "), "理由"),
        (replace(LOCAL, approver=None), "批准人"),
        (replace(SUPERIOR, reply_number=None), "批复文号"),
        (replace(LOCAL, reply_date=None), "批准日期"),
        (replace(LOCAL, reply_date="2026.11.20"), "2026-11-20 的样子"),
        (replace(LOCAL, reply_date="2026-02-30"), "2026-11-20 的样子"),
        (replace(LOCAL, start=M("2026-11"), end=M("2026-11")), "晚于"),
    ],
)
def test_what_says_too_little_is_refused(given, told):
    with pytest.raises(UserError, match=told):
        check_exception(BOOK[given.rule], given)


def test_a_rule_that_is_not_there_allows_none():
    with pytest.raises(UserError, match="没有编号"):
        check_exception(None, LOCAL)


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_only_rules_that_allow_one_accept_one(rule):
    given = replace(SUPERIOR, rule=rule.id, approver="部务会")
    if rule.waiver == "none":
        with pytest.raises(UserError, match="不得例外"):
            check_exception(rule, given)
    else:
        check_exception(rule, given)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, True), ("2026-11", None, True), ("2026-12", None, False),
        (None, "2026-12", True), (None, "2026-11", False),
    ],
)  # fmt: skip
def test_when_one_holds(start, end, expected):
    given = replace(LOCAL, start=M(start) if start else None, end=M(end) if end else None)
    assert holds(given, AS_OF) is expected


def shown(*exceptions):
    snapshot = county(
        person(), person("p2"), sit("dep1", "p1", "2016-11"), sit("dep2", "p2", "2016-11"),
        *exceptions,
    )  # fmt: skip
    found = laid(snapshot, AS_OF, check(seated(snapshot), BOOK))
    ids = snapshot.people.ids
    return {ids[each.people[0]]: each.exception for each in found if each.rule == "X1"}


def test_it_covers_what_it_names_and_nothing_else():
    text = "例外（市委组织部部务会，2026-11-20）：工作特殊需要"
    assert shown(LOCAL) == {"p1": text, "p2": ""}
    assert shown(replace(LOCAL, person=None, post="dep2")) == {"p1": "", "p2": text}
    assert shown(replace(LOCAL, person=None, team="t")) == {"p1": text, "p2": text}
    assert shown(replace(LOCAL, post="dep2")) == {"p1": "", "p2": ""}
    assert shown(replace(LOCAL, rule="X2")) == {"p1": "", "p2": ""}
    assert shown(replace(LOCAL, scenario="s1")) == {"p1": "", "p2": ""}
    assert shown(replace(LOCAL, end=AS_OF)) == {"p1": "", "p2": ""}
    assert shown() == {"p1": "", "p2": ""}


def test_the_fact_stays_a_fact():
    snapshot = county(person(), sit("dep1", "p1", "2016-11"), LOCAL)
    found = laid(snapshot, AS_OF, check(seated(snapshot), BOOK))
    assert [each.result for each in found if each.rule == "X1"] == ["fail"]


def test_the_last_one_begun_is_shown():
    later = replace(LOCAL, id="y", start=M("2026-10"), reason="另一理由")
    assert shown(LOCAL, later)["p1"] == words(later)
