import json
from dataclasses import dataclass

import pytest

from leadership_model import months
from leadership_model.assessment.flags import COLOURS
from leadership_model.assessment.grades import RULE as GRADES
from leadership_model.errors import UserError
from leadership_model.rules.appointment import MEANINGS
from leadership_model.rules.book import shipped, with_settings
from leadership_model.rules.checklist import LIST_ONLY
from leadership_model.rules.faults import PEOPLE, TEAMS
from leadership_model.rules.state import ORDER

NOW = months.of(2026, 11)


@dataclass
class Setting:
    id: str
    active: bool | None = None
    severity: str | None = None
    parameters: str = "{}"
    confirmed_by: str | None = None
    confirmed_on: str | None = None
    start: int | None = None


def test_every_shipped_rule_has_a_meaning_and_every_meaning_a_rule():
    meanings = {*MEANINGS, *ORDER, *PEOPLE, *TEAMS, *COLOURS, *LIST_ONLY, GRADES}
    assert meanings == set(shipped())


@pytest.mark.parametrize(
    ("ids", "severity", "waiver"),
    [
        ("S1 S2 S3 S4 S5 K3 K6 A1 A2 A3 M1 Q9 Q11", "forbid", "none"),
        ("N1 Q1 Q2 Q4 Q5 A5 R1", "forbid", "superior"),
        ("Q3 Q6 Q10 X1 P1 S6 R2", "warn", "local"),
        ("N2", "note", "local"),
    ],
)
def test_severity_and_waiver(ids, severity, waiver):
    for rule in ids.split():
        assert (shipped()[rule].severity, shipped()[rule].waiver) == (severity, waiver), rule


def test_no_shipped_rule_is_confirmed_and_all_name_their_source():
    for rule in shipped().values():
        assert not rule.confirmed
        assert rule.title
        assert rule.article
        assert rule.source
        assert rule.edition


def test_the_book_of_a_month_is_the_same_each_time_and_leaves_out_what_came_later():
    book = shipped()
    assert book.at(NOW) is book.at(NOW)
    assert "Q11" in book.at(months.of(2014, 1))
    assert "Q11" not in book.at(months.of(2013, 12))


def test_a_book_is_a_mapping_equal_only_to_itself():
    book = with_settings([])
    assert len(book) == len(list(book)) == len(shipped())
    assert book != shipped()
    assert len({book, shipped(), book}) == 2


def test_the_local_age_of_leaving_is_off_until_the_department_sets_it():
    assert "R2" not in shipped().at(NOW)
    assert "R2" in with_settings([Setting("R2", active=True)]).at(NOW)


def test_settings_go_before_what_is_shipped():
    row = Setting("Q1", None, "warn", json.dumps({"months": 36}), "组织部", "2026-10-01")
    book = with_settings([row])
    assert book["Q1"].severity == "warn"
    assert book["Q1"].parameters["months"] == 36
    assert book["Q1"].confirmed
    assert shipped()["Q1"].parameters["months"] == 60
    assert book["Q2"] == shipped()["Q2"]


def test_a_setting_changes_only_the_parameters_it_names():
    book = with_settings([Setting("Q2", parameters='{"secondment": 1}')])
    assert book["Q2"].parameters == {"months": 24, "secondment": 1}


def test_a_rule_switched_off_is_in_no_months_book():
    assert "X1" not in with_settings([Setting("X1", active=False)]).at(NOW)


def test_a_setting_with_a_start_leaves_the_time_before_as_it_was():
    book = with_settings([Setting("Q1", parameters='{"months": 48}', start=NOW)])
    assert book.at(NOW - 1)["Q1"].parameters["months"] == 60
    assert book.at(NOW)["Q1"].parameters["months"] == 48


def test_unknown_ids_are_passed_over():
    assert set(with_settings([Setting("Z9", active=False)])) == set(shipped())


@pytest.mark.parametrize("text", ["{", "[1]", '{"months": "五"}', '{"months": true}'])
def test_unreadable_parameters_are_the_users_to_correct(text):
    with pytest.raises(UserError, match="Q1"):
        with_settings([Setting("Q1", parameters=text)])


def test_unknown_severity_is_refused():
    with pytest.raises(UserError, match="程度"):
        with_settings([Setting("Q1", severity="fatal")])


def test_editions_name_sources_once_and_what_is_unconfirmed():
    book = with_settings([Setting("Q1", confirmed_by="组织部")])
    text = book.at(NOW).editions()
    assert text.count("《中国共产党纪律处分条例》") == 1
    listed = text.rsplit("待核实：", 1)[1].rstrip("。").split("、")
    assert "Q1" not in listed
    assert "Q2" in listed
