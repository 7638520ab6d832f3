from collections import Counter

import pytest

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person, Relative
from leadership_model.people.post import Post
from leadership_model.people.seating import OUTSIDER, VACANT, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.sample import city as cities
from leadership_model.sample.copies import names_of


def of(city, kind):
    return [record for record in city.records if isinstance(record, kind)]


def is_county(person):
    if person.level is None:
        return (person.grade or "").endswith("调研员")
    return person.level.startswith("县处级")


def test_same_seed_gives_the_same_records_and_truths(small):
    again = cities.draw(1000, 2)
    assert again.records == small.records
    assert again.truths == small.truths


def test_another_seed_gives_other_people(small, other):
    assert {p.id for p in of(small, Person)}.isdisjoint(p.id for p in of(other, Person))
    assert small.truths != other.truths


def test_default_city_has_the_sizes_of_the_plan(default):
    people = of(default, Person)
    county = sum(map(is_county, people))
    assert len(people) == 8155
    assert abs(county - 1190) <= 5
    assert len(of(default, Team)) == 540
    assert 3150 <= len(of(default, Post)) <= 3280
    areas = [u for u in of(default, Unit) if u.kind == "地区" and u.area_kind != "地级市"]
    assert Counter(area.area_kind for area in areas) == {"区": 2, "县级市": 1, "县": 3, "自治县": 3}
    assert sum(u.kind in ("乡镇", "街道") for u in of(default, Unit)) == 75


def test_default_city_is_peopled_as_real_ones_are(default):
    people = of(default, Person)
    county = [p for p in people if is_county(p)]
    section = [p for p in people if not is_county(p)]
    assert 0.12 < sum(p.sex == "女" for p in county) / len(county) < 0.19
    assert 0.21 < sum(p.sex == "女" for p in section) / len(section) < 0.29
    assert 0.02 < sum(p.party != "中共党员" for p in people) / len(people) < 0.12
    assert 0.2 < sum(p.ethnicity != "汉族" for p in people) / len(people) < 0.4
    assert {"单", "曾", "仇", "解"} & {p.name[:1] for p in people}
    assert any(p.name.startswith("尉迟") for p in people)


@pytest.mark.parametrize("people", [80, 81, 137, 300, 999, 2500])
def test_any_size_has_exactly_that_many_people(people):
    assert len(of(cities.draw(people, 4), Person)) == people


def test_too_small_a_city_is_refused_with_a_sentence():
    with pytest.raises(UserError, match="至少需要 80 人"):
        cities.draw(79)


def test_too_large_a_city_is_refused_with_a_sentence():
    with pytest.raises(UserError, match="最多 1,000,000 人"):
        cities.draw(1_000_001)
    names_of(cities.MOST_PEOPLE // cities.DEFAULT_PEOPLE + 1)  # there are names for every copy


def test_a_third_of_the_people_sit_and_some_seats_are_empty(default):
    snapshot = of_records(default.records, default.settings)
    seating = seat(snapshot, default.month)
    assert 2900 <= seating.seated().sum() <= 3150
    assert (seating.holder == VACANT).sum() == 92  # two heads of departments left this month
    assert (seating.holder == OUTSIDER).sum() == 12
    assert len(seating.attached) == 4
    assert snapshot.default_month == months.of(2026, 11)


def test_tenures_are_of_several_kinds(default):
    kinds = Counter(t.kind for t in of(default, Tenure))
    assert kinds["代理"] == 1
    assert kinds["主持工作"] == 5
    assert kinds["挂职"] == 4
    assert kinds["兼任"] > 40


def test_nobody_holds_two_seats_unless_they_are_linked(default):
    snapshot = of_records(default.records)
    seating = seat(snapshot, default.month)
    linked = snapshot.posts.raw("linked")
    held: dict[int, list[int]] = {}
    for post, person in enumerate(seating.holder.tolist()):
        if person >= 0:
            held.setdefault(person, []).append(post)
    for posts in held.values():
        if len(posts) > 1:
            assert len({linked[post] for post in posts}) == 1
            assert linked[posts[0]] is not None
            assert len({snapshot.posts.raw("team")[post] for post in posts}) == len(posts)


def test_linked_seats_have_one_holder(default):
    snapshot = of_records(default.records)
    seating = seat(snapshot, default.month)
    groups: dict[str, set[int]] = {}
    for post, group in enumerate(snapshot.posts.raw("linked")):
        if group:
            groups.setdefault(group, set()).add(int(seating.holder[post]))
    assert len(groups) >= 80
    assert all(len(holders) == 1 for holders in groups.values())


def test_every_word_comes_from_the_code_lists(small):
    kinds, posts = codes.career_words("unit_kinds"), codes.career_words("post_kinds")
    roles, levels = codes.career_words("roles"), codes.names("levels")
    functions = set(codes.names("functions"))
    for entry in of(small, CareerEntry):
        unclear = entry.sure < 80
        assert (entry.unit_kind is None) if unclear else (entry.unit_kind in kinds)
        assert (entry.post_kind is None) if unclear else (entry.post_kind in posts)
        assert entry.role in roles
        assert entry.level in (None, *levels)
        assert set((entry.functions or "").split("、")) - {""} <= functions
    for post in of(small, Post):
        assert post.post_kind in posts
        assert post.level in levels
        assert post.role in roles
        assert set(post.functions.split("、")) <= functions
    for person in of(small, Person):
        assert person.party in codes.names("parties")
        assert person.grade in (None, *codes.names("grades"))
        assert person.health in (None, *codes.names("health"))
    for line in of(small, Relative):
        assert line.title in codes.relation_groups()


def test_requirement_sheets_are_canonical_sentences(default):
    from leadership_model.conditions import sentence
    from leadership_model.elements import catalogue

    names = catalogue.shipped()
    sheets = {p.requires: p.basis for p in of(default, Post) if p.requires}
    assert len(sheets) >= 6
    for text, basis in sheets.items():
        assert sentence.write(sentence.parse(text, names)) == text
        assert ("政治面貌" in text) == (basis is not None)


def test_every_reference_leads_somewhere(small):
    known = {record.id for record in small.records}
    assert len(known) == len(small.records)
    for record in small.records:
        for name in ("person", "unit", "team", "post", "parent", "upper"):
            value = getattr(record, name, None)
            assert value is None or value in known


def test_who_heads_an_autonomous_county_belongs_to_it_but_for_the_planted_one(default):
    snapshot = of_records(default.records)
    seating = seat(snapshot, default.month)
    groups = {u.name: u.autonomy.split("、") for u in of(default, Unit) if u.autonomy}
    wrong = 0
    for team in of(default, Team):
        if team.category == "县级政府" and team.area in groups:
            post = seating.seats(snapshot.teams.positions[team.id])[0]
            head = snapshot.people.record(int(seating.holder[post]))
            wrong += head.ethnicity not in groups[team.area]
    assert wrong == 1
