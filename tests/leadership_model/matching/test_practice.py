"""A portrait drafted from practice: from whom, as of when, and never from what is sensitive."""

from dataclasses import replace

import numpy as np
import pytest

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import write
from leadership_model.matching.practice import holdings, propose
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Education, Person, Relative
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from tests.leadership_model.matching.conftest import MONTH, portraits

TOOK = months.of(2020, 6)


def entry(id, person, start, end, **fields):
    usual = {"unit_kind": "乡镇", "post_kind": "党委书记", "role": "正职"}
    return CareerEntry(
        id=id, person=person, line=0, text="某乡党委书记", start=start, end=end,
        **(usual | fields),
    )  # fmt: skip


def person(id, at, *, post="s1", schooling="大学", **fields):
    yield Person(id=id, name=id, sex="男", birth=months.of(1975, 1), status="在职", **fields)
    yield Tenure(id=f"n{id}", post=post, person=id, start=TOOK + at, end=TOOK + at + 12)
    yield Education(
        id=f"e{id}", person=id, mode="全日制", schooling=schooling, end=months.of(1998, 7)
    )


def world(*more):
    base = [
        Unit(id="u", name="甲县"),
        Team(id="t", unit="u", name="甲县政府", category="县级政府"),
        Post(id="s1", team="t", name="副县长", functions="农业、水利", level="县处级副职"),
        Post(id="s2", team="t", name="副县长", functions="农业", level="县处级副职"),
    ]
    others = [Person(id=f"z{at}", name="其他", status="在职") for at in range(20)]
    schooled = [
        Education(id=f"y{at}", person=f"z{at}", mode="全日制", schooling="大专", end=24000)
        for at in range(20)
    ]
    return World.of(of_records([*base, *others, *schooled, *more]), MONTH, portraits=portraits())


def holders():
    return [each for at, id in enumerate("abcd") for each in person(id, 12 * at)]


def line(draft, label):
    found = [each for each in draft.lines if each.weight.label == label]
    return found[0] if found else None


def named(base, found):
    return [base.person_ids[each] for each in found.holders]


def test_who_took_the_posts_and_when():
    again = Tenure(id="n9", post="s1", person="a", start=TOOK + 60)
    later = Tenure(id="n8", post="s1", person="b", start=MONTH + 3)
    loan = Tenure(id="n7", post="s1", person="z1", start=TOOK, kind="挂职")
    base = world(*holders(), again, later, loan)
    found = holdings(base, [0])
    assert [base.person_ids[each.person] for each in found] == ["a", "b", "c", "d"]
    assert [each.month for each in found] == [TOOK - 1 + 12 * at for at in range(4)]
    assert holdings(base, [1]) == ()


def test_what_most_holders_had_is_proposed_with_their_names():
    base = world(*holders(), *person("e", 60, schooling="大专"))
    found = line(propose(base, [0]), "全日制学历大学以上")
    assert write(found.weight.condition) == "全日制学历 >= 大学"
    assert (named(base, found), found.known) == (["a", "b", "c", "d"], 5)
    assert "5 人次中 4 人次" in found.weight.basis


def test_what_was_earned_in_the_post_or_after_does_not_count():
    before = [entry(f"c{id}", id, TOOK - 60, TOOK - 20) for id in "abc"]
    after = [entry(f"c{id}", id, TOOK + 50, TOOK + 90) for id in "abc"]
    label = "有乡镇党政正职经历"
    base = world(*holders(), *before)
    assert named(base, line(propose(base, [0]), label)) == ["a", "b", "c"]
    assert line(propose(world(*holders(), *after), [0]), label) is None


def test_what_everybody_has_tells_nothing():
    ordinary = [
        each for at, id in enumerate("abcd") for each in person(id, 12 * at, schooling="大专")
    ]
    assert line(propose(world(*ordinary), [0]), "全日制学历大专以上") is None


def test_too_few_holders_propose_their_functions_alone():
    base = world(*person("a", 0), *person("b", 12))
    assert [each.why for each in propose(base, [0]).lines] == [
        "岗位职责板块：农业",
        "岗位职责板块：水利",
    ]


@pytest.mark.parametrize(("posts", "known"), [([0], {"农业", "水利"}), ([0, 1], {"农业", "水利"})])
def test_functions_are_those_half_of_the_posts_carry(posts, known):
    found = {each.why.removeprefix("岗位职责板块：") for each in propose(world(), posts).lines}
    assert found == known


def test_functions_of_few_posts_are_left_out():
    more = Post(id="s3", team="t", name="副县长", functions="工业", level="县处级副职")
    draft = propose(world(more), [0, 1, 2])
    assert {each.why for each in draft.lines} == {"岗位职责板块：农业"}


def test_nothing_sensitive_is_read(city_records, scores):
    snapshot = scores.world.snapshot
    roles, owners = snapshot.posts.texts("role"), snapshot.posts.owners()
    county = snapshot.teams.texts("category").mask("县级党委", "县级政府")[owners]
    posts = np.flatnonzero(county & roles.mask("正职", "副职")).tolist()
    draft = propose(scores.world, posts)
    catalogue = scores.world.catalogue
    assert len(draft.lines) >= 3
    for each in draft.lines:
        weight = each.weight
        assert weight.condition is None or not catalogue.sensitive_in(weight.condition)
        assert weight.element is None or not catalogue.sensitive(weight.element)
    other = {"sex": "女", "ethnicity": "彝族", "party": "群众", "health": "一般", "origin": "外省"}
    other |= {"birthplace": "外省", "hometown": "外省", "religion": "佛教", "party_joined": None}
    turned = [
        replace(each, **other) if isinstance(each, Person) else each
        for each in city_records
        if not isinstance(each, Relative)
    ]
    base = World.of(of_records(turned), MONTH, models=(), portraits=portraits())
    assert propose(base, posts).lines == draft.lines
