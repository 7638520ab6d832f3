"""Time at the present level, without a break and in the present area."""

from leadership_model.people.seating import VACANT
from tests.leadership_model.elements.makers import (
    features,
    job,
    person,
    tenure,
    township,
    value,
)

HEAD = {"level": "乡科级正职"}


def test_higher_levels_keep_the_stretch_alive():
    found = features(
        person(**HEAD),
        job("2010.01", "2012.01", level="乡科级副职"),
        job("2012.01", "2015.01"),
        job("2015.01", "2020.01", level="县处级副职"),
        job("2020.01"),
    )
    assert value(found, "任现层次连续月数") == (2026 - 2012) * 12 + 10


def test_a_lower_level_or_a_gap_breaks_it():
    lower = job("2015.01", "2016.01", level="乡科级副职")
    assert value(features(person(**HEAD), job("2012.01", "2015.01"), lower, job("2016.01")),
                 "任现层次连续月数") == 130  # fmt: skip
    gap = features(person(**HEAD), job("2012.01", "2015.01"), job("2015.02"))
    assert value(gap, "任现层次连续月数") == 141
    ended = features(person(**HEAD), job("2012.01", "2015.01"))
    assert value(ended, "任现层次连续月数") == 0


def test_the_recorded_beginning_is_the_least():
    found = features(person(**HEAD, level_since="2024.11"), job("2025.11"))
    assert value(found, "任现层次连续月数") == 24
    assert value(found, "任现层次月数") == 24


def test_a_doubtful_career_gives_an_interval():
    found = features(person(**HEAD, level_since="2024.11"), job("2025.11", sure=10))
    assert value(found, "任现层次连续月数") == (24, 480)


def test_without_a_level_there_is_no_time_at_it():
    found = features(person(absent="level"), job("2020.01"))
    assert value(found, "任现层次连续月数") == "无"
    assert value(found, "同地同层次月数") == "无"
    unknown = features(person(), job("2020.01"))
    assert value(unknown, "任现层次连续月数") == (0, 480)


def here(*rows, **fields):
    return features(person(**(HEAD | fields)), *township(), tenure("镇-书记", "2024.11"), *rows)


def test_only_the_same_level_in_the_same_area_counts():
    found = here(
        job("2010.11", "2012.11"),
        job("2012.11", "2014.11", area="石桥县"),
        job("2014.11", "2016.11", level="乡科级副职"),
        job("2024.11"),
    )
    assert value(found, "同地同层次月数") == 48


def test_secondments_and_overlaps_do_not_count():
    found = here(
        job("2024.11"),
        job("2024.11", post_kind="行政正职"),
        job("2020.01", "2022.01", secondment=True),
    )
    assert value(found, "同地同层次月数") == 24


def test_an_area_not_known_makes_it_open():
    found = here(job("2010.11", "2012.11", area=None), job("2024.11"))
    assert value(found, "同地同层次月数") == (24, 48)
    nowhere = features(person(**HEAD), job("2024.11"))
    assert value(nowhere, "同地同层次月数") == (0, 480)


def test_it_follows_a_plan():
    before = here(job("2024.11"), job("2020.11", "2022.11", area="石桥县"))
    after = before.reseated(before.seating.with_holders({0: VACANT, 1: VACANT}))
    assert value(before, "同地同层次月数") == 24
    assert value(after, "同地同层次月数") == (0, 480)
