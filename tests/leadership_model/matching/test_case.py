"""One pair in full: the same verdict as the list, and what the appointment changes."""

from dataclasses import replace

import numpy as np
import pytest

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.matching.case import SHORT, case, standing
from leadership_model.matching.fit import FailedRule, Fit, NearMiss
from leadership_model.matching.rank import rank_people
from leadership_model.matching.reasons import explain
from leadership_model.matching.scores import Scores
from leadership_model.people.snapshot import of_records
from leadership_model.rules.appointment import MEANINGS
from tests.leadership_model.matching.conftest import MONTH, portraits


@pytest.fixture(scope="module")
def whole(city_records):
    """The same city with the models the program ships."""
    return Scores(World.of(of_records(city_records), MONTH))


def pairs(scores, count=12):
    posts = np.flatnonzero(scores.world.seating.holder == -1)[:3].tolist() or [0, 1]
    return [(int(p), post) for post in posts for p in rank_people(scores, post).items[:count]]


def test_reasons_agree_with_eligibility(whole):
    assert len(pairs(whole)) == 36
    for person, post in pairs(whole):
        found = case(whole, person, post)
        answers = [each.answer for each in found.reasons if each.severity == "forbid"]
        expected = False if False in answers else None if None in answers else True
        assert found.fit.eligible is expected


def test_the_effect_is_the_difference_of_the_two_scores(whole):
    compared = 0
    for person, post in pairs(whole, 4):
        found = case(whole, person, post)
        if found.before is None:
            assert found.fit.structure_delta is None
            continue
        assert found.after - found.before == pytest.approx(found.fit.structure_delta)
        assert found.fit.structure_delta == round(found.fit.structure_delta, 9)
        assert sum(each.change for each in found.effects) == pytest.approx(
            found.after - found.before, abs=1e-6
        )
        compared += 1
    assert compared


def test_what_is_not_met_comes_first(whole):
    for person, post in pairs(whole, 4):
        answers = [each.answer for each in case(whole, person, post).reasons]
        order = {False: 0, None: 1, True: 2}
        assert answers == sorted(answers, key=order.__getitem__)


def fit(eligible, *failed, near=()):
    return Fit(
        person=0, post=0, eligible=eligible, score_low=0.0, score_high=0.0, failed=failed,
        near_miss=near,
    )  # fmt: skip


def rule(id, **more):
    return FailedRule(rule=id, have="", need="", **more)


def test_standing_in_words():
    assert standing(fit(True)).kind == "green"
    assert standing(fit(None, rule("Q2", unknown=True))).words == f"{SHORT['Q2']}待核"
    assert standing(fit(False, rule("S1"))).kind == "red"
    near = standing(fit(False, rule("Q5"), near=(NearMiss(rule="Q5", month=MONTH + 3),)))
    assert (near.kind, near.month) == ("yellow", MONTH + 3)


def test_a_bar_that_time_does_not_cure_wins_over_a_near_miss():
    near = (NearMiss(rule="Q5", month=MONTH + 3),)
    found = standing(fit(False, rule("Q5"), rule("S1"), near=near))
    assert found.kind == "red"
    assert SHORT["S1"] in found.words


def test_a_warning_alone_does_not_bar():
    near = (NearMiss(rule="Q5", month=MONTH + 3),)
    found = standing(fit(False, rule("Q5"), rule("Q3", severity="warn"), near=near))
    assert found.kind == "yellow"


def test_people_above_the_post_are_left_out_on_request(scores):
    from leadership_model.people.codes import ranks

    world = scores.world
    order = ranks("levels")
    levels = world.snapshot.people.texts("level").mapped(order)
    seats = world.snapshot.posts.texts("level").mapped(order)
    post = int(np.flatnonzero(seats == seats[seats > 0].min())[0])
    kept = rank_people(scores, post, above=False).items
    everybody = rank_people(scores, post).items
    assert (levels[kept] <= seats[post]).all()
    assert len(kept) < len(everybody)
    assert set(everybody) - set(kept) == {p for p in everybody if levels[p] > seats[post]}


def test_explain_and_case_agree(whole):
    person, post = pairs(whole, 1)[0]
    assert case(whole, person, post).fit == explain(whole, person, post)


def test_every_rule_asked_of_an_appointment_has_a_short_name():
    assert set(MEANINGS) <= set(SHORT)


def test_the_legal_basis_of_a_sensitive_condition_is_told_wherever_it_acts(scores):
    world = scores.world
    law = "《民族区域自治法》第十七条"
    term = parse("民族 = 彝族", world.catalogue)
    plain = replace(portraits()[0], category="县级政府")
    lawful = replace(plain, qualifications=(term,), basis=law)
    snapshot = world.snapshot
    category = snapshot.teams.raw("category")
    owners = snapshot.posts.owners()
    asked = snapshot.posts.raw("requires")
    listed = [at for at in range(len(owners)) if category[owners[at]] == "县级政府"]
    post = next(at for at in listed if not asked[at])
    own = next(at for at, text in enumerate(asked) if text and "政治面貌" in text)
    assert scores.sensitive(own)[0].startswith(
        "岗位要求使用敏感要素 政治面貌，依据：《中国共产党章程》"
    )
    for portrait, told in ((plain, ()), (lawful, (f"资格 1 使用敏感要素 民族，依据：{law}",))):
        fresh = Scores(World.of(snapshot, MONTH, models=(), portraits=(portrait,)))
        assert fresh.sensitive(post) == told
        assert case(fresh, 0, post).sensitive == told
