"""Chains: the seats a plan opens, and the fewest moves that close them, beside trying everything."""

import itertools
import random

import pytest

from leadership_model.matching.scores import Scores
from leadership_model.people.person import Kinship
from leadership_model.people.seating import VACANT
from leadership_model.staffing import candidates, guard
from leadership_model.staffing.apply import fold
from leadership_model.staffing.board import Place
from leadership_model.staffing.chain import (
    UNREGISTERED,
    Closing,
    at_levels,
    close,
    open_posts,
    verify,
)
from leadership_model.staffing.chain_search import forbidden, moves_of
from leadership_model.staffing.conflict import conflicts
from leadership_model.staffing.move import Move
from leadership_model.staffing.options import Options
from leadership_model.staffing.scenario import Scenario, moved
from leadership_model.staffing.situation import situate
from tests.leadership_model.staffing import small
from tests.leadership_model.staffing.small import AS_OF, person, sit, team

HEAD, DEPUTY = "县处级正职", "县处级副职"


def laid(world, *moves, teams=(0,)):
    plan = Scenario(id="s", label="方案", base=0, month=world.as_of)
    return situate(world, moved(plan, *moves), teams)


def ladder():
    """A head's seat falls vacant; only a deputy can rise; only p9 can follow him."""
    return small.world(
        *(person(f"p{at}", level=HEAD if at in (0, 3) else DEPUTY) for at in range(6)),
        person("p9", level="乡科级正职"),
        *team("a", [{}, {}, {}]),
        *team("b", [{}, {}], category="市直部门"),
        sit("a0", "p0"),
        sit("a1", "p1"),
        sit("a2", "p2"),
        sit("b0", "p3"),
        sit("b1", "p4"),
    )


def test_open_seats_grow_and_shrink_with_each_move():
    world = ladder()
    posts = world.post_ids
    assert open_posts(laid(world)) == ()
    gone = Move(kind="retire", person="p0")
    assert [posts[p] for p in open_posts(laid(world, gone))] == ["a0"]
    risen = Move(kind="appoint", person="p1", post="a0")
    assert [posts[p] for p in open_posts(laid(world, gone, risen))] == ["a1"]
    followed = Move(kind="appoint", person="p9", post="a1")
    assert open_posts(laid(world, gone, risen, followed)) == ()


def test_vacant_seats_of_the_teams_on_the_board_are_open_and_others_are_not():
    world = small.world(person("p"), *team("a", [{}, {}]), *team("b", [{}, {}]), sit("a0", "p"))
    posts = world.post_ids
    assert [posts[p] for p in open_posts(laid(world))] == ["a1"]
    assert [posts[p] for p in open_posts(laid(world, teams=(0, 1)))] == ["a1", "b0", "b1"]


def closed(situation, levels, **options):
    opened = open_posts(situation)
    found = close(situation, opened, levels, Options(**options))
    assert verify(situation, opened, levels, found) == ()
    return found


def words(situation, found):
    people, posts = situation.base.person_ids, situation.base.post_ids
    return [(people[link.person], posts[link.posts[0]]) for link in found.links]


def test_a_seat_below_the_levels_chosen_ends_the_chain():
    situation = laid(ladder(), Move(kind="retire", person="p0"))
    found = closed(situation, {HEAD})
    assert len(found.links) == 1
    assert found.proven
    (link,) = found.links
    assert link.posts == (0,)
    assert link.opens == ()


def test_somebody_without_a_seat_is_the_shortest_chain():
    situation = laid(ladder(), Move(kind="retire", person="p0"))
    found = closed(situation, {HEAD, DEPUTY})
    assert words(situation, found) == [("p5", "a0")]  # the only deputy without a seat


def test_where_all_who_may_rise_are_seated_somebody_follows():
    out = frozenset({5})
    situation = laid(ladder(), Move(kind="retire", person="p0"))
    found = closed(situation, {HEAD, DEPUTY}, excluded=out)
    assert words(situation, found)[0][1] == "a0"
    assert len(found.links) == 1  # p9 rises two steps where no rule of the book forbids it
    found = closed(situation, {HEAD, DEPUTY}, excluded=out | {6})
    assert (found.links, [post for post, _ in found.left]) == ((), [0])
    assert found.proven


def test_who_the_plan_moves_or_pins_is_not_moved_again():
    world = ladder()
    risen = Move(kind="appoint", person="p1", post="a0")
    situation = laid(world, Move(kind="retire", person="p0"), risen, Move(kind="keep", post="a2"))
    found = closed(situation, {HEAD, DEPUTY, UNREGISTERED})
    moved_people = {who for who, _ in words(situation, found)}
    assert moved_people
    assert moved_people.isdisjoint({"p0", "p1", "p2"})


def test_who_waits_on_the_bench_is_given_a_seat():
    world = ladder()
    taken = Move(kind="appoint", person="p2", post="a1")
    situation = laid(world, taken)
    found = closed(situation, {DEPUTY}, excluded=frozenset({5, 6}))
    assert words(situation, found) == [("p1", "a2")]


def test_linked_seats_are_closed_by_one_move():
    world = small.world(
        *(person(f"p{at}") for at in range(3)),
        *team("a", [{}, {"linked": "双"}]),
        *team("b", [{}, {"linked": "双"}]),
        sit("a1", "p0"),
        sit("b1", "p0"),
    )
    situation = laid(world, Move(kind="retire", person="p0"), teams=())
    found = closed(situation, {DEPUTY})
    assert [link.posts for link in found.links] == [(1, 3)]
    (move,) = moves_of(situation.world.seating, found.links, "动议")
    assert (move.post, move.alone, move.stage) == ("a1", False, "动议")


def test_nothing_open_needs_nothing():
    assert close(laid(ladder()), (), {HEAD}) == Closing((), (), proven=True)


def test_what_is_wrong_with_a_closing_is_found():
    situation = laid(ladder(), Move(kind="retire", person="p0"))
    opened = open_posts(situation)
    assert verify(situation, opened, {HEAD}, Closing((), (), proven=True)) == ("a0 is still open",)
    good = close(situation, opened, {HEAD, DEPUTY})
    twice = Closing(good.links * 2, (), proven=True)
    assert "somebody moves twice" in verify(situation, opened, {HEAD}, twice)
    assert verify(situation, opened, {DEPUTY}, Closing((), (), proven=True)) == ()


def fewest(situation, levels):
    """Try all sets of moves; give the fewest seats left open, and the fewest moves for that."""
    world, seating = situation.world, situation.world.seating
    groups = guard.linked_groups(seating)
    every = at_levels(seating, range(len(seating.holder)), levels)
    moving = {int(h) for h in situation.folded.changes.values()} | set(situation.folded.retired)
    asked = Options(excluded=moving, pinned=frozenset(situation.folded.pinned))
    pins = guard.pins(situation.base.seating, world.book, asked)
    fixed = {int(seating.holder[post]) for post in pins} | moving
    scores = Scores(world)
    places = list(dict.fromkeys(groups.get(post, (post,)) for post in every))
    holders = [int(seating.holder[posts[0]]) for posts in places]
    start = [at for at, posts in enumerate(places) if set(posts) & set(open_posts(situation))]
    may = [
        [
            who
            for who in range(len(seating.snapshot.people))
            if who not in fixed and who != holders[at]
            if (holders[at] >= 0 or at in start)
            if not candidates.against(scores, Place(posts, holders[at]), who, asked)
        ]
        for at, posts in enumerate(places)
    ]
    best = None
    for people in itertools.product(*([None, *each] for each in may)):
        chosen = {at: who for at, who in enumerate(people) if who is not None}
        left = [at for at in start if at not in chosen]
        key = (len(left), len(chosen))
        leaving = {at for at, holder in enumerate(holders) if holder in chosen.values()}
        if len(set(chosen.values())) < len(chosen) or (best is not None and key >= best):
            continue
        if leaving == {at for at in chosen if at not in start} and allowed(
            situation, places, chosen
        ):
            best = key
    return best


def allowed(situation, places, chosen):
    posts, people = situation.base.post_ids, situation.base.person_ids
    moves = [
        Move(kind="appoint", person=people[who], post=posts[places[at][0]])
        for at, who in chosen.items()
    ]
    after, world = fold(situation.world.seating, moves), situation.world
    found = conflicts(after, moves, world.book, world.as_of)
    return not any(forbidden(each, Options()) for each in found)


SHEETS = ("性别 = 女", "民族 = 彝族", "政治面貌 = 无党派", "籍贯 = 甲县", None)


def picky(seed):
    """Posts that ask for different things: whoever fits one may have to be followed elsewhere."""
    source = random.Random(seed)
    people = [
        person(
            f"p{at}",
            sex=source.choice("男女"),
            ethnicity=source.choice(["汉族", "彝族"]),
            party=source.choice(["中共党员", "无党派"]),
            origin=source.choice(["甲县", "乙县"]),
        )
        for at in range(6)
    ]
    seats = [{"requires": source.choice(SHEETS), "level": DEPUTY} for _ in range(5)]
    kin = [Kinship(id="k", person="p0", relative="p1", title="兄", state="确认")] * (seed % 2)
    return small.world(
        *people,
        *kin,
        *team("a", seats[:3]),
        *team("b", seats[3:]),
        *(sit(post, f"p{at}") for at, post in enumerate(("a0", "a1", "a2", "b0", "b1"))),
    )


@pytest.mark.parametrize("seed", [*range(12), 67])
def test_as_few_moves_as_trying_everything(seed):
    world = picky(seed)
    holder = world.person_ids[int(world.seating.holder[seed % 5])]
    situation = laid(world, Move(kind="retire", person=holder), teams=())
    opened = open_posts(situation)
    found = close(situation, opened, {DEPUTY})
    assert verify(situation, opened, {DEPUTY}, found) == ()
    assert found.proven or seed % 2
    assert fewest(situation, {DEPUTY}) == (len(found.left), len(found.links))


@pytest.mark.parametrize("seed", [3, 80])
def test_two_rules_about_pairs_are_kept(seed):
    world = small.drawn(seed, seats=3, people=6, vacant=1)
    held = [h for h in world.seating.holder.tolist() if h >= 0]
    gone = Move(kind="retire", person=world.person_ids[held[seed % len(held)]])
    situation = laid(world, gone)
    opened = open_posts(situation)
    found = close(situation, opened, {HEAD, DEPUTY})
    assert verify(situation, opened, {HEAD, DEPUTY}, found) == ()
    least = fewest(situation, {HEAD, DEPUTY})
    assert least == (len(found.left), len(found.links)) or not found.proven
    assert least <= (len(found.left), len(found.links))


def test_a_seat_left_open_says_who_was_refused_on_what():
    world = small.world(
        person("p0"), person("p1", status="退休"), *team("a", [{}, {}]), sit("a1", "p0")
    )
    found = close(laid(world, Move(kind="retire", person="p0")), (0, 1), {HEAD, DEPUTY})
    assert [post for post, _ in found.left] == [0, 1]
    assert found.links == ()


def test_vacancies_count_by_level():
    seating = ladder().seating
    assert at_levels(seating, (0, 1, 3), {HEAD}) == (0, 3)
    assert at_levels(seating, (0, 1, 3), {UNREGISTERED}) == ()
    assert (seating.holder[0], VACANT) == (0, -1)
    assert seating.as_of == AS_OF
