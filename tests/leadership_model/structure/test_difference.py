from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from leadership_model.structure import difference as own
from leadership_model.structure.inherit import laid
from leadership_model.structure.model import Adjustment, Model, Portrait
from leadership_model.structure.requirement import Filled, Requirement

IDS = ("a", "b", "c", "d")
points = st.integers(1, 4).map(float)


def ask(id, points=1.0, lo=2):
    return Requirement(
        id=id, dimension="职数", label=id, measure=Filled(), lo=Fraction(lo), points=points
    )


def drawn(id, label="画像"):
    return Portrait(id=id, label=label, category="乡镇")


def base(*requirements, **more):
    return Model(id="base", category="乡镇", label="乡镇", requirements=requirements, **more)


def team(**more):
    return Model(id="own", category="乡镇", label="甲镇", team="t1", **more)


@st.composite
def bases(draw):
    chosen = draw(st.lists(st.sampled_from(IDS), unique=True))
    asked = tuple(ask(id, draw(points)) for id in chosen)
    shown = draw(st.lists(st.sampled_from(["p", "q"]), unique=True))
    portraits = tuple(drawn(id, draw(st.sampled_from(["一", "二"]))) for id in shown)
    return base(*asked, portraits=portraits)


@st.composite
def differences(draw, above):
    """Draw a difference as a user makes it: by editing the whole some times."""
    made = team()
    for _ in range(draw(st.integers(0, 4))):
        made = own.difference_of(above, draw(edits(laid(above, made))), made)
        known = [each.id for each in above.requirements if each.id not in made.removed]
        if known and draw(st.booleans()):
            made = own.adjusted(
                made, draw(st.sampled_from(known)), Fraction(draw(st.integers(-1, 2)))
            )
    return made


@st.composite
def edits(draw, whole):
    listed = {each.id: each for each in whole.requirements}
    for id in draw(st.lists(st.sampled_from((*IDS, "new")), max_size=3)):
        match draw(st.sampled_from(["put", "drop"])):
            case "put":
                listed[id] = ask(id, draw(points))
            case _:
                listed.pop(id, None)
    shown = {each.id: each for each in whole.portraits}
    for id in draw(st.lists(st.sampled_from(["p", "r"]), max_size=2)):
        if draw(st.booleans()):
            shown[id] = drawn(id, draw(st.sampled_from(["一", "二"])))
        else:
            shown.pop(id, None)
    lines = draw(st.sampled_from([(60.0, 85.0), (50.0, 90.0)]))
    return replace(
        whole,
        requirements=tuple(listed.values()),
        portraits=tuple(shown.values()),
        red=lines[0],
        green=lines[1],
    )


def content(model):
    return (
        sorted(model.requirements, key=lambda each: each.id),
        sorted(model.portraits, key=lambda each: each.id),
        model.red,
        model.green,
    )


@given(bases())
def test_no_difference_is_the_model_above(above):
    assert content(laid(above, team())) == content(above)
    assert own.difference_of(above, laid(above, team()), team()) == team()


@given(st.data())
def test_the_difference_of_a_whole_gives_the_whole(data):
    above = data.draw(bases())
    made = data.draw(differences(above))
    whole = data.draw(edits(laid(above, made)))
    assert content(laid(above, own.difference_of(above, whole, made))) == content(whole)


@given(st.data())
def test_what_is_made_on_what_is_above_is_no_conflict(data):
    above = data.draw(bases())
    assert own.conflicts(above, data.draw(differences(above))) == ()


@given(st.data())
def test_conflicts_are_all_lines_touched_on_both_sides_and_no_others(data):
    seen, now = data.draw(bases()), data.draw(bases())
    made = data.draw(differences(seen))
    wanted = set()
    for was, new, here, gone in (
        (seen.requirements, now.requirements, made.requirements, made.removed),
        (seen.portraits, now.portraits, made.portraits, made.removed),
    ):
        was, new, here = ({each.id: each for each in some} for some in (was, new, here))
        for id in {*here, *gone}:
            changed = was.get(id) != new.get(id)
            if changed and new.get(id) != here.get(id):
                wanted.add(id)
    assert {each.id for each in own.conflicts(now, made)} == wanted


@given(st.data())
def test_an_edit_elsewhere_keeps_a_conflict(data):
    made = own.difference_of(base(ask("a")), base(ask("a", 5)), team())
    now = base(ask("a", 2), ask("z"))
    assert [each.id for each in own.conflicts(now, made)] == ["a"]
    whole = laid(now, made)
    other = replace(whole, requirements=(*whole.requirements, ask("n", data.draw(points))))
    again = own.difference_of(now, other, made)
    assert [each.id for each in own.conflicts(now, again)] == ["a"]


@given(st.data())
def test_settling_every_conflict_leaves_none(data):
    seen, now = data.draw(bases()), data.draw(bases())
    made = data.draw(differences(seen))
    for each in own.conflicts(now, made):
        choice = data.draw(st.sampled_from(["own", "above"]))
        settled = own.settle(now, made, each.id, choice)
        ids = [c.id for c in own.conflicts(now, settled)]
        assert each.id not in ids
        assert len(ids) == len(own.conflicts(now, made)) - 1
        if choice == "own":
            assert laid(now, settled) == laid(now, made)
        made = settled
    assert own.conflicts(now, made) == ()


@given(st.data())
def test_a_line_reset_is_the_one_above_and_others_stay(data):
    above = data.draw(bases())
    made = data.draw(differences(above))
    id = data.draw(st.sampled_from((*IDS, "new")))
    before = {each.id: each for each in laid(above, made).requirements}
    after = {each.id: each for each in laid(above, own.reset(made, id)).requirements}
    wanted = next((each for each in above.requirements if each.id == id), None)
    assert after.pop(id, None) == wanted
    before.pop(id, None)
    assert after == before
    assert content(laid(above, own.reset_all(made))) == content(above)


def test_a_change_above_reaches_the_lines_the_team_left_alone_and_the_adjusted_ones():
    made = own.adjusted(team(), "a", Fraction(1))
    first = laid(base(ask("a", lo=2), ask("b")), made)
    assert [each.lo for each in first.requirements] == [3, 2]
    later = laid(base(ask("a", lo=4), ask("b", 9)), made)
    assert [(each.lo, each.points) for each in later.requirements] == [(5, 1), (2, 9)]
    assert own.conflicts(base(ask("a", lo=4)), made) == ()


def test_lines_say_where_each_comes_from():
    above = base(ask("a"), ask("b"), ask("c"), portraits=(drawn("p"),))
    made = own.adjusted(team(portraits=(drawn("q"),)), "a", Fraction(-1))
    made = own.difference_of(
        above,
        replace(laid(above, made), requirements=(ask("a", lo=1), ask("b", 7), ask("n"))),
        made,
    )
    assert made.adjusted == (Adjustment("a", Fraction(-1)),)
    states = {each.id: each.state for each in own.lines(above, made)}
    assert states == {
        "a": "adjusted", "b": "changed", "c": "removed", "n": "added",
        "p": "inherited", "q": "added",
    }  # fmt: skip
    now = base(ask("a"), ask("b", 3), ask("c"), portraits=(drawn("p"),))
    assert [each.id for each in own.lines(now, made) if each.conflict] == ["b"]


def test_an_adjusted_bound_stops_at_nothing():
    made = own.adjusted(team(), "a", Fraction(-5))
    assert laid(base(ask("a", lo=2)), made).requirements[0].lo == 0


def test_a_difference_written_by_hand_remembers_what_was_above_it():
    by_hand = team(requirements=(ask("a", 9),), removed=frozenset({"b"}))
    first = base(ask("a"), ask("b"))
    made = own.remembering(by_hand, first)
    assert own.conflicts(first, made) == ()
    assert [each.id for each in own.conflicts(base(ask("a", 2), ask("b")), made)] == ["a"]


def test_a_line_changed_here_and_taken_away_above_is_a_conflict():
    made = own.difference_of(base(ask("a"), ask("b")), base(ask("a", 5), ask("b")), team())
    (one,) = own.conflicts(base(ask("b")), made)
    assert (one.id, one.above) == ("a", None)
    gone = own.difference_of(base(ask("a")), base(), team())
    assert own.conflicts(base(), gone) == ()


def test_an_inherited_portrait_is_taken_away_below_and_comes_back():
    above = base(ask("a"), portraits=(drawn("p"), drawn("q")))
    whole = laid(above, team())
    made = own.difference_of(above, replace(whole, portraits=(drawn("q"),)), team())
    assert made.removed == {"p"}
    assert made.seen_portraits == (drawn("p"),)
    assert [each.id for each in laid(above, made).portraits] == ["q"]
    assert [(each.id, each.state) for each in own.lines(above, made)][1:] == [
        ("p", "removed"), ("q", "inherited"),
    ]  # fmt: skip
    changed = base(ask("a"), portraits=(drawn("p", "二"), drawn("q")))
    assert [each.id for each in own.conflicts(changed, made)] == ["p"]
    kept = own.settle(changed, made, "p", "own")
    assert own.conflicts(changed, kept) == ()
    assert [each.id for each in laid(changed, kept).portraits] == ["q"]
    assert own.reset(made, "p") == team()


def test_own_red_and_green_lines_are_taken_back_by_their_name():
    above = base(ask("a"))
    made = own.difference_of(above, replace(laid(above, team()), red=50.0), team())
    assert made.own_lines
    assert own.reset(made, own.STANDING) == team()
