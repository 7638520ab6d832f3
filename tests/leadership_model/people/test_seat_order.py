from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leadership_model.people.post import Post
from leadership_model.people.seat_order import linked, moved, next_order


def post(name, order=0, group=None, team="t1"):
    return Post(id=name, team=team, name=name, order=order, linked=group)


@given(st.integers(1, 8).flatmap(lambda n: st.tuples(
    st.lists(st.integers(0, 9), min_size=n, max_size=n), st.integers(0, n - 1), st.integers(0, n - 1)
)))  # fmt: skip
def test_a_move_is_a_permutation_with_orders_from_zero(case):
    orders, at, to = case
    posts = [post(f"s{i}", order) for i, order in enumerate(sorted(orders))]
    after = {before.id: new for before, new in moved(posts, at, to)}
    result = sorted((after.get(p.id, p) for p in posts), key=lambda p: p.order)
    assert [p.order for p in result] == list(range(len(posts)))
    assert result[to].id == posts[at].id
    rest = [p.id for p in posts if p.id != posts[at].id]
    assert [p.id for p in result if p.id != posts[at].id] == rest


def test_a_new_post_goes_to_the_end():
    assert next_order([]) == 0
    assert next_order([post("a", 4), post("b", 2)]) == 5


def laid(posts, pairs):
    after = {before.id: new for before, new in pairs}
    return {p.id: after.get(p.id, p).linked for p in posts}


def test_two_posts_are_linked():
    posts = [post("书记"), post("县长")]
    assert laid(posts, linked(posts, ["书记", "县长"], "g")) == {"书记": "g", "县长": "g"}


def test_a_post_that_would_stay_alone_is_linked_no_more():
    posts = [post("a", group="g"), post("b", group="g"), post("c", group="h"), post("d", group="h")]
    assert laid(posts, linked(posts, ["a", "c"], "g")) == {"a": "g", "b": None, "c": "g", "d": None}


def test_one_post_alone_dissolves_the_group():
    posts = [post("a", group="g"), post("b", group="g"), post("c", group="g")]
    assert laid(posts, linked(posts, ["a"], "g")) == {"a": None, "b": None, "c": None}


@given(st.lists(st.sampled_from([None, "g", "h"]), min_size=2, max_size=6), st.data())
def test_no_group_of_one_is_left(groups, data):
    posts = [post(f"s{i}", group=g) for i, g in enumerate(groups)]
    counts = [groups.count(g) for g in groups]
    posts = [replace(p, linked=None) if n < 2 else p for p, n in zip(posts, counts, strict=True)]
    chosen = data.draw(st.lists(st.sampled_from([p.id for p in posts]), min_size=1, unique=True))
    result = list(laid(posts, linked(posts, chosen, "new")).values())
    assert all(result.count(g) > 1 for g in result if g is not None)
    if len(chosen) > 1:
        assert {laid(posts, linked(posts, chosen, "new"))[id] for id in chosen} == {"new"}
