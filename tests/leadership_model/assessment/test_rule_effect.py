from dataclasses import replace

from leadership_model import months
from leadership_model.assessment.rule_effect import effect
from leadership_model.assessment.world import World
from leadership_model.people.snapshot import of_records
from leadership_model.rules.book import shipped, with_settings
from tests.leadership_model.assessment.test_flags import COUNTY, NOW, UNIT, man, seats
from tests.leadership_model.rules.test_book import Setting


def world():
    who, post, tenure = seats(man("a"))
    long = replace(tenure, start=NOW - 110)
    return World.of(of_records([UNIT, COUNTY, who, post, long]), NOW, book=shipped())


def test_the_same_book_changes_nothing():
    found = effect(world(), with_settings([Setting("X1", parameters='{"months": 120}')]))
    assert (found.come, found.go, found.teams) == ((), (), ())


def test_a_shorter_limit_brings_results_and_a_switch_takes_them():
    shorter = with_settings([Setting("X1", parameters='{"months": 96}')])
    found = effect(world(), shorter)
    assert [(each.rule, each.result) for each in found.come] == [("X1", "fail")]
    assert (found.go, found.teams) == ((), (0,))
    here = replace(world(), book=shorter)
    off = effect(here, with_settings([Setting("X1", active=False)]))
    assert [each.rule for each in off.go] == ["X1"]
    assert off.come == ()


def test_another_severity_is_a_change():
    long = with_settings([Setting("X1", parameters='{"months": 96}')])
    graver = with_settings([Setting("X1", parameters='{"months": 96}', severity="forbid")])
    found = effect(replace(world(), book=long), graver)
    assert [each.severity for each in found.come] == ["forbid"]
    assert [each.severity for each in found.go] == ["warn"]


def test_a_setting_from_a_later_month_changes_nothing_today():
    later = with_settings([Setting("X1", parameters='{"months": 12}', start=months.of(2027, 1))])
    assert effect(world(), later).come == ()
