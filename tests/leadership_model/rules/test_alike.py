"""Posts put into kinds answer as each pair does when it is asked by itself."""

from dataclasses import replace

import numpy as np
import pytest

from leadership_model.people.person import Kinship
from leadership_model.people.post import Post
from leadership_model.people.rule_notes import RuleCheck
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.rules import book
from leadership_model.rules.alike import APART, READS, alike, code_of
from leadership_model.rules.appointment import MEANINGS, eligible
from leadership_model.rules.book import RuleBook
from leadership_model.sample.city import draw

MONTH = 2026 * 12 + 10
AGES = {"head_years": 52, "deputy_years": 50, "section_head_years": 45, "section_deputy_years": 40}
HARD = RuleBook(
    tuple(
        replace(
            each,
            severity="forbid",
            parameters={**each.parameters, **AGES} if each.id == "R2" else each.parameters,
        )
        for each in book.shipped().rules
    )
)


@pytest.fixture(scope="module")
def records():
    """A small city with answers about seats and about people, and with confirmed kin."""
    found = list(draw(90, 5).records)
    heads = dict(
        zip(
            [each for each in found if isinstance(each, Post)][::9],
            "乡乡市市县乡乡市市",
            strict=False,
        )
    )
    found = [
        replace(each, area_head=heads.get(each, each.area_head)) if isinstance(each, Post) else each
        for each in found
    ]
    city = of_records(found)
    people, posts = city.people.ids, city.posts.ids
    found += [
        RuleCheck(id="rc1", rule="A4", person=people[0], post=posts[0], answer="是", month=1),
        RuleCheck(id="rc2", rule="A5", person=people[1], post=posts[3], answer="否", month=1),
        RuleCheck(id="rc3", rule="K1", person=people[2], answer="否", month=1),
    ]
    seated = np.flatnonzero(seat(city, MONTH).holder >= 0)[:12]
    holders = seat(city, MONTH).holder[seated].tolist()
    for at, holder in enumerate(holders):
        other, state = people[-1 - at], "确认" if at % 2 else "待核"
        made = Kinship(id=f"k{at}", person=people[holder], relative=other, title="兄", state=state)
        found.append(made)
    return found


def test_every_appointment_rule_says_what_it_reads_or_stands_apart():
    assert set(READS) | set(APART) == set(MEANINGS)
    assert not set(READS) & set(APART)


@pytest.mark.parametrize("rules", [book.shipped(), HARD], ids=["shipped", "all forbid"])
def test_kinds_strangers_and_named_pairs_say_what_each_pair_says(records, rules):
    seating = seat(of_records(records), MONTH)
    found = alike(rules, seating, MONTH)
    count, size = len(found.kinds), len(seating.snapshot.people)
    told = np.minimum(found.codes[found.kinds], found.strangers[:, None])
    posts, people = np.divmod(np.arange(count * size, dtype=np.int32), size)
    asked = code_of(eligible(rules, seating, people, posts, MONTH)).reshape(count, size)
    named = np.zeros((count, size), dtype=np.bool_)
    named[found.posts, found.people] = True
    assert ((told == asked) | named).all()
    assert (told != asked).any()  # or the pairs named were none


def test_where_nobody_is_a_stranger_every_pair_is_named(records):
    seating = seat(of_records(records), MONTH)
    seated = seating.seated()
    ids = seating.snapshot.people.ids
    few = {ids[at] for at in np.flatnonzero(seated)}
    kept = [each for each in records if getattr(each, "person", None) is None]
    kept = [each for each in kept if type(each).__name__ != "Person" or each.id in few]
    small = [each for each in records if type(each).__name__ == "Tenure" and each.person in few]
    all_seated = seat(of_records([*kept, *small]), MONTH)
    found = alike(book.shipped(), all_seated, MONTH)
    assert len(found.people) == len(found.kinds) * len(all_seated.snapshot.people)


def test_kinds_are_far_fewer_than_posts(records):
    seating = seat(of_records(records), MONTH)
    found = alike(book.shipped(), seating, MONTH)
    assert len(found.codes) * 2 < len(found.kinds)
    assert found.codes.shape[1] == len(seating.snapshot.people)
