"""Answers by hand: which one counts, for which seat, and that vector and verdict agree."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.people.person import Kinship, Relative
from leadership_model.people.rule_notes import RuleCheck, RuleException
from leadership_model.rules import checklist, hand
from leadership_model.rules.appointment import MEANINGS, eligible, explain, result
from leadership_model.rules.pairs import pair
from leadership_model.rules.state import SEATED, check
from tests.leadership_model.rules.county import AS_OF, BOOK, M, at, county, person, seated, sit
from tests.leadership_model.rules.test_qualification import ask

NEW = ("N3", "Q7", "Q8", "Q12", "Q13", "A4", "K1", "K2", "K4", "K5", "K7")


def said(answer, rule="K1", month="2026-11", post=None, id="rc", at="2026-11-20", who="p1"):
    return RuleCheck(
        id=id, rule=rule, person=who, post=post, answer=answer, month=M(month),
        entered_by="王某", entered_at=at,
    )  # fmt: skip


def test_the_latest_answer_counts():
    rows = [said("是", id="a", month="2026-09"), said("否", id="b", month="2026-10")]
    assert ask("K1", person(), *rows).result == "pass"
    assert ask("K1", person(), *reversed(rows)).result == "pass"
    one_month = [said("否", id="a", at="2026-11-21"), said("是", id="b", at="2026-11-20")]
    assert ask("K1", person(), *one_month).result == "pass"


def test_an_answer_about_a_seat_counts_there_alone():
    rows = [person(), said("否", rule="Q7", post="dep1")]
    assert ask("Q7", *rows) is None
    here = [person(level="乡科级正职"), said("否", rule="Q7", post="dep1")]
    assert ask("Q7", *here, post="dep1").result == "fail"
    assert ask("Q7", *here, post="dep2") is None


def test_an_answer_about_a_seat_that_is_gone_counts_nowhere():
    assert ask("K1", person(), said("是", post="away")) is None


def test_what_stands_in_the_sentence():
    found = ask("K1", person(), said("是"))
    assert (found.have, found.need) == ("是（王某 2026-11-20）", "人工核查为“否”")


@pytest.mark.parametrize(
    ("answer", "expected"), [(None, True), ("否", True), ("待核", None), ("是", False)]
)
def test_who_may_be_put_up_for_inspection(answer, expected):
    rows = [] if answer is None else [said(answer)]
    snapshot = county(person(level_since=M("2018-03")), *rows)
    without = frozenset(("Q2", "Q3", "Q10", "K3", "N1"))
    book = type(BOOK)(tuple(each for each in BOOK.rules if each.id not in without))
    one, post = np.array([0]), np.array([at(snapshot.posts, "head")])
    assert eligible(book, seated(snapshot), one, post, AS_OF).at(0) is expected


# Vector and verdict ----------------------------------------------------------------------------

TEXTS = ("个体经营者", "教师", "移居国外", "", None)
TITLES = ("妻子", "儿子", "女婿", "弟弟", "父亲")


@st.composite
def counties(draw):
    """Three people with random lines, answers and exceptions, and random seats."""
    records = []
    for i in range(3):
        records.append(
            person(
                f"p{i}",
                level=draw(st.sampled_from(("乡科级正职", "县处级副职", "县处级正职", None))),
                level_since=draw(st.sampled_from((None, M("2018-03"), M("2024-12"), M("2026-01")))),
                work_start=draw(st.sampled_from((None, M("2001-07"), M("2022-07")))),
                hometown=draw(st.sampled_from((None, "青石县", "白水县"))),
                birth=draw(st.sampled_from((None, M("1966-11"), M("1966-12"), M("1980-01")))),
            )
        )
        records += [
            Relative(
                id=f"r{i}{j}", person=f"p{i}", order=j, name="某",
                title=draw(st.sampled_from(TITLES)), post_text=draw(st.sampled_from(TEXTS)),
            )
            for j in range(draw(st.integers(0, 2)))
        ]  # fmt: skip
    asked = (*NEW[1:], "A5")
    records += [
        said(
            draw(st.sampled_from(("是", "否", "待核"))),
            rule=draw(st.sampled_from(asked)),
            month=draw(st.sampled_from(("2026-10", "2026-12"))),
            post=draw(st.sampled_from((None, "head", "dep1"))),
            id=f"c{k}",
            who=f"p{draw(st.integers(0, 2))}",
        )
        for k in range(draw(st.integers(0, 6)))
    ]
    records += [
        RuleException(id=f"x{rule}", rule=rule, person="p0", reason="急需", reply_number="1号")
        for rule in draw(st.sets(st.sampled_from(("Q1", "Q4", "Q5", "X1"))))
    ]
    if draw(st.booleans()):
        records.append(Kinship(id="k", person="p0", relative="p1", state="确认"))
    for post, who in zip(("head", "dep1"), draw(st.permutations((0, 1, 2))), strict=False):
        if draw(st.booleans()):
            records.append(sit(post, f"p{who}", draw(st.sampled_from(("2016-11", "2026-01")))))
    return records


def shape(team):
    """Give the county with its teams of any category and posts of the seven."""
    return {"team": {"category": team}, "head": {"area_head": "县"}}


@settings(max_examples=60, deadline=None)
@given(records=counties(), team=st.sampled_from(("县级政府", "县直部门", "市直部门", "县级党委")))
def test_vector_and_verdict_agree(records, team):
    snapshot = county(*records, **shape(team))
    seating = seated(snapshot)
    people, posts = (grid.ravel() for grid in np.meshgrid(np.arange(3), np.arange(4)))
    whole = pair(BOOK, seating, people.astype(np.int32), posts.astype(np.int32), AS_OF)
    vectors = {rule: MEANINGS[rule](whole, BOOK[rule]) for rule in (*NEW, "A5", "A6", "A7")}
    for i in range(len(people)):
        told = {
            each.rule: each.result
            for each in explain(BOOK, seating, int(people[i]), int(posts[i]), AS_OF)
        }
        for rule, found in vectors.items():
            word = {True: "pass", False: "fail", None: "unknown"}[found.ok.at(i)]
            assert told.get(rule, "pass") == word
            assert (rule in told) == bool(found.asked[i])
            assert found.asked[i] or found.ok.sure[i]
            assert result(whole, BOOK[rule], found, i).result == word


@settings(max_examples=40, deadline=None)
@given(
    records=counties(), team=st.sampled_from(("县级政府", "县直部门", "县级党委")), data=st.data()
)
def test_results_do_not_depend_on_the_order_of_records(records, team, data):
    def told(some):
        snapshot = county(*some, **shape(team))
        ids, posts = snapshot.people.ids, snapshot.posts.ids
        return sorted(
            (each.rule, each.result, tuple(sorted(ids[p] for p in each.people)),
             posts[each.post] if each.post >= 0 else "", each.have, each.evidence)
            for each in check(seated(snapshot), BOOK)
        )  # fmt: skip

    def listed(some):
        snapshot = county(*some, **shape(team))
        found = checklist.of_teams(seated(snapshot), BOOK, (0,))
        ids = (*snapshot.people.ids, "")
        return sorted((each.rule.id, ids[each.person], each.post, each.told) for each in found)

    shuffled = data.draw(st.permutations(records))
    assert told(shuffled) == told(records)
    assert listed(shuffled) == listed(records)


@settings(max_examples=40, deadline=None)
@given(records=counties())
def test_present_seats_say_what_the_pair_of_holder_and_seat_says(records):
    snapshot = county(*records, **shape("县直部门"))
    seating = seated(snapshot)
    held = np.flatnonzero(seating.holder >= 0).astype(np.int32)
    pairs = pair(BOOK, seating, seating.holder[held], held, AS_OF)
    for rule in ("A4", "A5"):
        verdicts = SEATED[rule](pairs, BOOK[rule])
        words = {True: "pass", False: "fail", None: "unknown"}
        said = {int(held[i]): words[verdicts.ok.at(i)] for i in range(len(held))}
        shown = {each.post: each.result for each in check(seating, BOOK) if each.rule == rule}
        assert shown == {post: word for post, word in said.items() if word != "pass"}


def test_answers_of_many_people_are_found_at_once():
    people = [person(f"p{i}") for i in range(50)]
    rows = [said("是", id=f"c{i}", who=f"p{i}") for i in range(0, 50, 2)]
    snapshot = county(*people, *rows)
    one = np.arange(50, dtype=np.int32)
    pairs = pair(BOOK, seated(snapshot), one, np.zeros(50, np.int32), AS_OF)
    found = hand.rows_for(pairs, "K1")
    even = np.array([int(snapshot.people.ids[i][1:]) % 2 == 0 for i in range(50)])
    assert np.array_equal(found >= 0, even)
