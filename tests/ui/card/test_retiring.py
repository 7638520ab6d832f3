"""What the card says of retiring and of leaving the post."""

import pytest

from leadership_model import months
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.rules.book import with_settings
from leadership_model.store.nouns import RuleSetting
from ui import loading
from ui.card import retiring
from ui.loading import Base, Loaded

NOW = months.of(2026, 11)
SEAT = (
    Team(id="t", unit=None, name="青石县政府", category="县级政府"),
    Post(id="s", team="t", name="副县长", role="副职", level="县处级副职"),
    Tenure(id="n", post="s", person="p", start=months.of(2022, 3)),
)


def said(*records, rules=(), **fields):
    person = Person(id="p", name="李若溪", **fields)
    base = Base(of_records([person, *records]), book=with_settings(rules))
    world = loading.look(Loaded(base, NOW, None), NOW).world
    return retiring.lines(world, 0, person)


def test_a_man_who_is_not_delayed_by_three_years():
    assert said(sex="男", birth=months.of(1970, 6)) == [
        ("到龄", "2031-11 · 还有 5 年"),
        ("弹性提前", "最早 2030-06"),
    ]


def test_early_retirement_that_was_agreed():
    found = said(sex="男", birth=months.of(1978, 5), early_retirement=months.of(2039, 1))
    assert found[1] == ("弹性提前", "已定 2039-01（法定 2041-05）")


def test_nothing_earlier_for_those_not_delayed():
    assert said(sex="男", birth=months.of(1964, 12)) == [("到龄", "2024-12 · 已到龄")]


def test_unknown_birth_or_sex():
    assert said(sex="男") == [("到龄", "待核（出生年月或性别不详）")]
    assert len(said(birth=months.of(1970, 6))) == 1


@pytest.mark.parametrize(("line", "month"), [(60, "2031-11"), (55, "2025-08")])
def test_the_line_of_county_women_is_that_of_the_rule(line, month):
    rule = RuleSetting(id="R1", parameters=f'{{"county_women_years": {line}}}')
    found = dict(said(sex="女", birth=months.of(1970, 6), level="县处级副职", rules=(rule,)))
    assert found["到龄"].startswith(month)


def test_the_local_age_of_leaving_the_post():
    on = RuleSetting(id="R2", active=True)
    found = dict(said(*SEAT, sex="男", birth=months.of(1975, 3), rules=(on,)))
    assert found["退岗年龄"] == "57 周岁 · 2032-03"
    assert "退岗年龄" not in dict(said(*SEAT, sex="男", birth=months.of(1975, 3)))
