"""The matrix of the page: order, the best assignment drawn in it, and taken into a plan."""

import pytest
from PySide6.QtCore import Qt

from leadership_model.matching import assignment
from leadership_model.matching.scores import Scores
from ui import navigation as go
from ui.pages.matching.matrix_work import matrix
from ui.pages.matching.page import MatchingPage
from ui.pages.matching.work import Ground


@pytest.fixture
def page(context, shown):
    return shown(MatchingPage(context))


def test_the_cells_of_the_best_assignment_are_drawn(page):
    card = page.content.matrix_card
    made = card.matrix()
    scores = Scores(page.ground.world)
    table = assignment.table(scores, made.people, made.posts)
    best = assignment.best(table)
    chosen = [
        (row, at)
        for row, cells in enumerate(made.cells)
        for at, cell in enumerate(cells)
        if cell.chosen
    ]
    assert sorted(chosen) == sorted((each.person, each.post) for each in best.pairs)
    assert chosen
    assert made.totals() in card.note()
    before = page.content.matrix.grab().toImage()
    page.content.matrix.show_matrix(page.ground.world.snapshot, without(made))
    assert page.content.matrix.grab().toImage() != before


def without(made):
    from dataclasses import replace

    cells = tuple(tuple(replace(cell, chosen=False) for cell in row) for row in made.cells)
    return replace(made, cells=cells)


def test_people_and_posts_stand_by_best_fit(page):
    made = page.content.matrix_card.matrix()
    ground = Ground(page.ground.world, Scores(page.ground.world))
    turned = matrix(ground, made.people[::-1], made.posts[::-1])
    top = [max((c.low for c in row if c.kind != "red"), default=-1) for row in turned.cells]
    sure = [any(cell.kind == "green" for cell in row) for row in turned.cells]
    assert sorted(zip(sure, top, strict=True), reverse=True) == list(zip(sure, top, strict=True))


def test_large_it_takes_the_place_of_list_and_ranking(page, settle):
    small = page.content.matrix_card.matrix()
    page.commands["large"].trigger()
    settle()
    assert not page.content.ranking.isVisible()
    assert not page.content.choices.isVisible()
    made = page.content.matrix_card.matrix()
    assert len(made.people) > len(small.people)
    assert set(small.people) <= set(made.people)
    page.commands["large"].trigger()
    settle()
    assert page.content.ranking.isVisible()
    assert set(page.content.matrix_card.matrix().people) == set(small.people)


def test_a_low_window_shows_the_large_matrix(page, settle):
    page.resize(1302, 400)
    settle()
    page.commands["large"].trigger()
    settle()
    assert page.content.matrix_card.isVisible()


def test_the_assignment_goes_into_a_plan_as_one_step(page, requests, qtbot):
    made = page.content.matrix_card.matrix()
    world = page.ground.world
    page.commands["adopt"].trigger()
    (request,) = requests
    assert isinstance(request, go.AssignInPlan)
    assert request.pairs == tuple(
        (world.person_ids[person], world.post_ids[post]) for person, post in made.pairs()
    )


def test_a_pair_goes_into_a_plan_by_key(page, requests, qtbot):
    page.window().activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    person, post = page.hand.pair
    world = page.ground.world
    assert requests == [go.AddToPlan(world.person_ids[person], world.post_ids[post])]


def test_without_anybody_eligible_nothing_is_adopted(page, asker, requests):
    from dataclasses import replace

    from leadership_model.matching.assignment import Assignment

    card = page.content.matrix_card
    nothing = replace(card.matrix(), best=Assignment((), 0.0, 0.0, (0,)))
    card.show_matrix(page.ground.world.snapshot, nothing, "")
    page.commands["adopt"].trigger()
    assert not requests
    assert asker.asked
    assert "不作分配" in card.note()
