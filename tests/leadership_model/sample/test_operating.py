"""Figures, entries, tasks, reserve and training of the city, from streams of their own."""

import json
from collections import Counter

from leadership_model.people.indicator_system import shipped
from leadership_model.people.person import Person
from leadership_model.people.reserve import LINKS, LISTS, Reserve, Training
from leadership_model.people.team import Indicator, Team, TeamTask
from leadership_model.sample import cultivating, operating
from leadership_model.sample.city import City, draw_register
from leadership_model.sample.verdicts import conclusions


def of(city, kind):
    return [record for record in city.records if isinstance(record, kind)]


def test_entries_are_of_the_shipped_system_and_of_its_teams(default):
    (system,) = shipped()
    leaves = {item.id for item in system.leaves()}
    category = {team.id: team.category for team in of(default, Team)}
    entries = [each for each in of(default, Indicator) if each.system]
    assert len(entries) > 1000
    assert {each.system for each in entries} == {system.id}
    assert {each.name for each in entries} == leaves
    assert {category[each.team] for each in entries} == set(system.categories)
    assert {each.period for each in entries} == {"H1", "H2"}
    whole = Counter((each.team, each.year, each.period) for each in entries)
    assert min(whole.values()) < len(leaves) == max(whole.values())  # some are not whole


def test_rates_of_a_year_do_not_exceed_a_hundred(default):
    rates = {}
    for each in of(default, Indicator):
        if each.name.startswith("民主测评"):
            rates.setdefault((each.team, each.year), []).append(float(each.value))
    assert len(rates) > 900
    assert all(sum(found) <= 100.0 + 1e-9 and len(found) == 3 for found in rates.values())


def test_tasks_are_done_late_or_not_at_all(default):
    tasks = of(default, TeamTask)
    assert {each.due for each in tasks} == set(range(min(e.due for e in tasks), default.month + 2))
    late = [each for each in tasks if each.done is not None and each.done > each.due]
    open_ = [each for each in tasks if each.done is None and each.due < default.month]
    assert late
    assert open_
    assert all(each.done is None or each.done <= default.month for each in tasks)


def test_the_reserve_holds_people_in_office_of_the_level_below(default):
    people = {person.id: person for person in of(default, Person)}
    stays = of(default, Reserve)
    assert set(Counter(each.list for each in stays)) == set(LISTS)
    for each in stays:
        person = people[each.person]
        level, role, age, _ = cultivating.LADDER[person.level or ""]
        assert (each.level, each.role, person.status) == (level, role, "在职")
        assert (default.month - person.birth) // 12 <= age
        assert each.end is None or each.start < each.end <= default.month


def test_training_goes_through_the_links_in_their_order(default):
    steps = {}
    for each in of(default, Training):
        steps.setdefault(each.person, []).append(each)
    held = {each.person for each in of(default, Reserve)}
    assert set(steps) == held
    for found in steps.values():
        assert [each.link for each in found] == list(LINKS[: len(found)])
        assert [each.start for each in found] == sorted(each.start for each in found)
        assert all(each.end is None or each.end <= default.month for each in found)


def test_what_is_drawn_here_disturbs_nothing_else():
    register = draw_register(300, 1)
    before = register.records()
    first = operating.draw(register, 1), cultivating.draw(register, 1)
    assert (operating.draw(register, 1), cultivating.draw(register, 1)) == first
    assert register.records() == before


def test_former_conclusions_name_a_state_a_person_chose(default):
    found = conclusions(default)
    assert found == conclusions(City(default.records, default.truths, default.seed))
    assert {json.loads(each.body)["state"] for each in found} == {
        "运行优良", "运行健康", "运行一般", "存在问题"
    }  # fmt: skip
    assert all(each.signed_by and each.text and each.month < default.month for each in found)
    assert len({each.id for each in found}) == len(found)
