"""Who alone holds a requirement up, and who would repair or break it: beside the obvious loop."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.assessment.judge import judge
from leadership_model.assessment.pivotal import (
    HEIGHT,
    Pools,
    best,
    key_members,
    placed,
    swaps,
)
from leadership_model.conditions.tree import Compare
from leadership_model.people.seating import VACANT
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Rung,
    Share,
)
from tests.leadership_model.assessment.cast import BLANK, EMPTY, NONE, WOMAN, requirement, world

YOUNG = Compare("年龄", "<=", 45)
MEASURES = (
    (Count(WOMAN), 1, None),
    (Share(WOMAN), "1/3", None),
    (Average("年龄"), None, 48),
    (Extent("年龄"), 5, None),
    (Ladder("年龄", (Rung(None, 40, 1), Rung(41, 50, 1, 2))), None, 0),
    (Cover("领域", ("经济", "农业"), 1), 2, None),
    (Cover("专业", ("理", "农"), 1), 2, None),
    (Distinct("专业"), 2, None),
    (Concentration("籍贯"), None, 2),
    (Every(WOMAN), None, 0),
    (Apart(("籍贯", "专业")), None, 0),
    (Filled(), 3, None),
)
PERSON = st.fixed_dictionaries(
    {
        "年龄": st.sampled_from([38, 40, 44, 47, 50, 55, (39, 48), BLANK]),
        "性别": st.sampled_from(["男", "女", BLANK]),
        "专业": st.sampled_from(["理", "农", NONE, BLANK]),
        "籍贯": st.sampled_from(["甲县", "乙县", BLANK]),
        "领域": st.sampled_from(["经济", "农业", "经济、农业", "城建+", BLANK]),
    }
)


class Everybody(Pools):
    """Pools without rules: whoever is not in the team."""

    def of(self, post):
        held = set(self.world.seating.holder.tolist())
        free = [p for p in range(self.world.facts.count) if p not in held]
        return np.array(free, dtype=np.int32)


def people(*rows):
    return {name: [row[name] for row in rows] for name in rows[0]}


def verdicts(asked, seen):
    return judge(asked, 0, seen).verdict


@given(
    st.lists(PERSON, min_size=4, max_size=9),
    st.sampled_from(MEASURES),
    st.integers(2, 3),
    st.booleans(),
)
def test_as_the_obvious_loop_says(rows, measure, seated, vacant):
    asked = requirement(*measure)
    seats = [*range(seated), *([EMPTY] if vacant else [])]
    seen = world(seats=seats, quota=(1, 3, 0), **people(*rows))
    before = verdicts(asked, seen)
    found = {each.post: each for each in swaps(seen, 0, asked, Everybody(seen))}
    for post in range(len(seats)):
        after = {p: verdicts(asked, placed(seen, post, p)) for p in range(seated, len(rows))}
        up = tuple(p for p, each in after.items() if each == "green" and before != "green")
        down = tuple(p for p, each in after.items() if HEIGHT[each] < HEIGHT[before])
        told = found.get(post)
        assert (told.repairs if told else (), told.breaks if told else ()) == (up, down)
    (key,) = key_members(seen, 0, (asked,))
    gone = {p: verdicts(asked, seen.with_holders({p: VACANT})) for p in range(seated)}
    assert [e.person for e in key.holds] == [
        p for p, each in gone.items() if HEIGHT[each] < HEIGHT[before]
    ]
    assert [e.person for e in key.weighs] == [
        p for p, each in gone.items() if HEIGHT[each] > HEIGHT[before]
    ]


def test_the_only_woman_holds_the_requirement_up():
    seen = world(性别=["男", "女", "男"])
    (key,) = key_members(seen, 0, (requirement(Count(WOMAN), 1),))
    assert [(each.person, each.after) for each in key.holds] == [(1, "red")]
    assert key.weighs == ()


def test_of_two_women_neither_is_alone():
    seen = world(性别=["女", "女", "男"])
    (key,) = key_members(seen, 0, (requirement(Count(WOMAN), 1),))
    assert key.holds == ()


def test_the_eldest_weighs():
    seen = world(年龄=[40, 45, 59])
    (key,) = key_members(seen, 0, (requirement(Average("年龄"), None, 47, tolerance=0.0),))
    assert [each.person for each in key.weighs] == [2]


def test_best_prefers_what_breaks_nothing_else():
    women = requirement(Count(WOMAN), 1, id="women", label="女干部")
    young = requirement(Count(YOUNG), 2, id="young", label="年轻干部")
    model = Model(id="m", category="县级党委", label="县委", requirements=(women, young))
    seen = world(
        seats=[0, 1, 2],
        models=(model,),
        性别=["男", "男", "男", "女", "女"],
        年龄=[55, 40, 41, 56, 44],
    )
    found = swaps(seen, 0, women, Everybody(seen))
    assert [each.repairs for each in found] == [(3, 4)] * 3
    made = best(seen, 0, women, found, limit=3)
    assert all(each.falls == () for each in made)
    # Person 4 is young and may follow anybody; person 3 only the one who is not young.
    assert {(each.post, each.person) for each in made} <= {(0, 3), (0, 4), (1, 4), (2, 4)}
    every = best(seen, 0, women, found, limit=9)
    assert [each.falls for each in every if (each.post, each.person) == (1, 3)] == [("年轻干部",)]


@pytest.mark.parametrize(("element", "exact"), [("分数", False), ("年龄", True)])
def test_who_reads_seats_is_said_not_to_be_exact(element, exact):
    seen = world(seats=[0], 分数=[1, 9], 年龄=[50, 40])
    far = {"lo": 9} if element == "分数" else {"hi": 45}
    (swap,) = swaps(seen, 0, requirement(Average(element), **far), Everybody(seen))
    assert swap.repairs == (1,)
    assert swap.exact is exact


@pytest.mark.parametrize("post", [0, 1])
def test_a_person_placed_gives_up_other_seats(post):
    seen = world(seats=[0, 1, EMPTY], 性别=["男", "女"])
    after = placed(seen, 2, post)
    assert after.seating.holder.tolist()[2] == post
    assert after.seating.holder.tolist()[post] == VACANT


LINKED = [{"linked": "甲"}, {"linked": "甲"}, {}]


def test_linked_posts_move_together():
    seen = world(seats=[0, 0, 1], posts=LINKED, 性别=["男", "男", "女"])
    after = placed(seen, 1, 2)
    assert after.seating.holder.tolist() == [2, 2, 1]


def test_of_linked_posts_in_one_team_the_first_stands_for_all():
    seen = world(seats=[0, 0, 1], posts=LINKED, 性别=["男", "男", "女"])
    asked = requirement(Count(WOMAN), 1)
    found = swaps(seen, 0, asked, Everybody(seen))
    assert [(each.post, each.repairs) for each in found] == [(0, (2,)), (2, (2,))]
    made = best(seen, 0, asked, found)
    assert {(each.post, each.person) for each in made} == {(0, 2), (2, 2)}


def test_linked_posts_are_asked_for_together():
    sheets = [{"linked": "甲"}, {"linked": "甲", "requires": "没有这样的条件"}, {}]
    seen = world(seats=[0, 0, EMPTY], posts=sheets, 性别=["男", "女", "女"])
    assert Pools(seen).of(2).tolist() == [1, 2]
    assert Pools(seen).of(0).tolist() == []  # of the linked post's sheet nothing can be said
    assert seen.seating.linked(0) == (0, 1)
    assert seen.seating.linked(1) == (1, 0)
