"""The page that matches people and posts, through its real widgets."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from leadership_model.matching.fit import DISCLAIMER
from leadership_model.matching.rank import rank_people
from leadership_model.matching.scores import Scores
from ui import names
from ui import navigation as go
from ui.pages.matching.page import MatchingPage
from ui.pages.matching.work import FIRST


@pytest.fixture
def page(context, shown):
    return shown(MatchingPage(context))


@pytest.fixture
def vacant(context):
    return int(names.vacancies(context.workspace.world.seating)[0])


@pytest.fixture
def seek(page, settle):
    def run(request):
        page.receive(request)
        settle()
        return page

    return run


def test_it_opens_with_a_vacant_post_ranked(page):
    assert page.listing is not None
    assert page.content.people.rows.rowCount() == len(page.listing.ranking)
    assert page.ground.world.seating.holder[page.listing.post] == -1
    assert page.content.foot.text() == DISCLAIMER
    assert page.content.foot.isVisible()


def test_who_satisfies_a_post_is_one_click(page, requests):
    page.hand.on_would()
    listing = page.listing
    eligible = listing.ranking.items[listing.ranking.eligible == 2].tolist()
    ids = listing.ground.world.person_ids
    assert requests[-1].ids == tuple(ids[at] for at in eligible)
    assert eligible


def test_people_stand_in_the_order_of_the_domain(seek, context, vacant):
    world = context.workspace.world
    page = seek(go.MatchPost(world.post_ids[vacant]))
    expected = rank_people(Scores(world), vacant, above=False)
    shown = [world.person_ids[int(each)] for each in expected.items]
    assert [page.content.people.rows.id_at(row) for row in range(len(shown))] == shown


def test_the_first_rows_have_their_structure_effect(page):
    table = page.content.people
    effect = next(i for i, each in enumerate(table.rows.columns) if each.id == "effect")
    assert table.rows.cell(0, effect).text != "…"


def test_scrolling_fills_in_the_details(page, qtbot, settle):
    table = page.content.people
    last = table.rows.rowCount() - 1
    row = int(table.rows.item_at(last))
    assert page.listing.known(row) is None
    table.scrollToBottom()
    qtbot.waitUntil(lambda: page.listing.known(row) is not None)
    settle()


def test_a_larger_window_fills_in_the_rows_it_shows(page, qtbot, settle):
    page.resize(1600, 900 + 44 * (FIRST + 1))
    settle()
    qtbot.waitUntil(lambda: len(page.content.rows_in_sight()) > FIRST)
    rows = page.content.rows_in_sight()
    qtbot.waitUntil(lambda: all(page.listing.known(row) is not None for row in rows))
    settle()


def test_choosing_a_row_shows_every_reason(page, settle):
    table = page.content.people
    table.select_ids([table.rows.id_at(1)])
    table.chosen.emit(table.rows.id_at(1))
    settle()
    case = page.content.reasons.case
    assert case.fit.person == page.listing.pair(int(table.rows.item_at(1)))[0]
    texts = page.content.reasons.texts()
    assert all(part.condition in texts for part in case.fit.parts)
    assert "敏感要素不计入" in texts


def test_a_double_click_reverses_the_direction(page, qtbot, settle, context):
    table = page.content.people
    id = table.rows.id_at(0)
    index = table.rows.index(0, 2)
    place = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    settle()
    assert page.directions.current() == "person"
    assert context.workspace.world.person_ids[page.listing.person] == id
    assert page.content.table() is page.content.posts


def test_space_opens_the_card(page, qtbot, requests):
    table = page.content.people
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert requests == [go.OpenPerson(table.current_id())]


def test_posts_for_a_person_list_vacant_ones_first(seek, context):
    world = context.workspace.world
    page = seek(go.MatchPerson(world.person_ids[5]))
    holders = world.seating.holder[page.listing.ranking.items]
    vacant = (holders == -1).astype(int)
    assert (np.diff(vacant) <= 0).all()


def test_a_filter_keeps_the_eligible(page, qtbot):
    yes, _, _ = page.listing.counts()
    qtbot.mouseClick(page.content.filters.button("2"), Qt.MouseButton.LeftButton)
    assert page.content.people.rows.rowCount() == yes


def test_people_above_the_level_come_on_request(seek, context, vacant, qtbot, settle):
    page = seek(go.MatchPost(context.workspace.world.post_ids[vacant]))
    before = len(page.listing.ranking)
    page.content.wider.click()
    settle()
    assert len(page.listing.ranking) >= before
    assert len(page.listing.ranking) == len(rank_people(page.ground.scores, page.listing.post))


def test_ticked_people_make_the_matrix(page, settle, context):
    table = page.content.people
    ids = [table.rows.id_at(row) for row in (3, 6)]
    table.rows.set_checked(ids, True)
    settle()
    shown = {context.workspace.world.person_ids[each] for each in page.content.matrix.matrix.people}
    assert shown == set(ids)


def test_a_cell_of_the_matrix_shows_its_reasons(page, qtbot, settle):
    view = page.content.matrix
    place = view.cell(1, 0).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    settle()
    pair = view.matrix.cells[1][0]
    fit = page.content.reasons.case.fit
    assert (fit.person, fit.post) == (pair.person, pair.post)


def test_posts_are_pinned_to_the_matrix(page, settle):
    post = page.listing.post
    page.commands["pin"].trigger()
    settle()
    assert page.content.matrix.matrix.posts == (post,)
    page.commands["pin"].trigger()
    settle()
    assert page.hand.pinned == []


def test_searching_the_posts_by_pinyin(page, qtbot):
    choices = page.content.choices
    before = len(choices.list.items())
    qtbot.keyClicks(choices.search, "sj")
    qtbot.keyClick(choices.search, Qt.Key.Key_Return)
    items = [each for each in choices.list.items() if not each.section]
    assert 0 < len(items) < before
    assert any("书记" in each.title for each in items)


def test_a_post_chosen_in_the_list_is_ranked(page, settle):
    choices = page.content.choices
    other = [each.id for each in choices.list.items() if not each.section][1]
    choices.list.choose(other)
    settle()
    assert page.ground.world.post_ids[page.listing.post] == other


def test_the_pair_goes_into_a_plan(page, requests, context):
    page.commands["plan"].trigger()
    person, post = page.hand.pair
    world = context.workspace.world
    assert requests == [go.AddToPlan(world.person_ids[person], world.post_ids[post])]


def test_the_pool_is_what_was_ticked(page, requests):
    ids = [page.content.people.rows.id_at(row) for row in (0, 2)]
    page.content.people.rows.set_checked(ids, True)
    page.commands["pool"].trigger()
    assert set(requests[-1].ids) == set(ids)


def test_the_file_carries_the_disclaimer(page, asker, tmp_path, settle):
    openpyxl = pytest.importorskip("openpyxl")
    asker.answers.append(tmp_path / "排名.xlsx")
    page.commands["export"].trigger()
    settle()
    sheet = openpyxl.load_workbook(tmp_path / "排名.xlsx").active
    cells = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(DISCLAIMER in str(each) for each in cells)
    assert sheet.cell(4, 2).value in page.content.people.rows.texts("who")[0]


def test_turning_round_keeps_the_pair(page, settle, context):
    person, _ = page.hand.pair
    page.commands["turn"].trigger()
    settle()
    assert page.listing.person == person


def test_another_month_ranks_anew(page, context, settle):
    post = page.listing.post
    context.workspace.set_month(context.workspace.as_of + 6)
    settle()
    settle()
    assert page.listing.ground.world is context.workspace.world
    assert page.listing.post == post


def test_while_another_direction_is_ranked_no_row_of_the_last_is_looked_at(seek, context, qtbot):
    world = context.workspace.world
    page = seek(go.MatchPerson(world.person_ids[5]))
    page.content.posts.scrollToBottom()
    page.directions.set_current("post")
    page.content.show_direction("post")  # its ranking is on its way
    assert page.content.rows_in_sight() == []
    assert page.content.pair_of(page.content.people.rows.id_at(0)) is None
    page._on_look()
