"""The panel at the right: lists, both directions, filters, 为何不是此人."""

from PySide6.QtCore import Qt

from leadership_model.matching.fit import DISCLAIMER
from ui.navigation import OpenPerson, OpenPost, ShowPeople


def look(page, post, settle):
    page.board.select(post)
    settle()


def test_candidates_of_a_vacant_post_in_the_order_of_ranks(page, board, settle):
    look(page, board.vacant(), settle)
    rows = page.panel.list.rows()
    assert rows
    ranks = [int(row.rank) for row in rows if row.mark == "green"]
    assert ranks == sorted(ranks)
    assert all(row.parts for row in rows)
    assert page.panel.listing.parts
    order = {"green": 0, "unknown": 1, "yellow": 2}
    assert [order[row.mark] for row in rows] == sorted(order[row.mark] for row in rows)


def test_the_disclaimer_stands_under_the_list(page):
    from PySide6.QtWidgets import QLabel

    assert any(each.text() == DISCLAIMER for each in page.panel.findChildren(QLabel))


def test_enter_puts_the_candidate_on_the_post(qtbot, page, board, settle):
    post = board.vacant()
    look(page, post, settle)
    page.panel.list.setCurrentIndex(page.panel.list.model().index(1, 0))
    row = page.panel.list.current()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Return)
    assert board.holder(post) == row.key


def test_the_other_direction_lists_posts_and_puts_the_person_there(qtbot, page, board, settle):
    look(page, board.held(), settle)
    person = board.holder(board.held())
    page.panel.direction.button("person").click()
    settle()
    rows = page.panel.list.rows()
    assert page.panel.listing.title in board.card(board.held()).seat.name
    assert {row.id for row in rows} <= set(page.plan.situation.base.post_ids)
    page.panel.list.setCurrentIndex(page.panel.list.model().index(0, 0))
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Return)
    assert board.holder(rows[0].key) == person


def test_strict_and_whole_lists(page, board, settle):
    look(page, board.vacant(), settle)
    near = page.panel.list.rows()
    page.panel.strict.setCurrentIndex(page.panel.strict.findData("sure"))
    page.panel.strict.activated.emit(1)
    settle()
    assert all(row.mark == "green" for row in page.panel.list.rows())
    page.panel.strict.setCurrentIndex(page.panel.strict.findData("all"))
    page.panel.strict.activated.emit(2)
    settle()
    assert any(row.mark == "red" for row in page.panel.list.rows())
    page.panel.more.click()
    settle()
    assert len(page.panel.list.rows()) > len(near)


def test_an_area_narrows_the_list(page, board, settle):
    look(page, board.vacant(), settle)
    everybody = page.panel.listing.count
    assert page.panel.area.count() > 1
    page.panel.area.setCurrentIndex(1)
    page.panel.area.activated.emit(1)
    settle()
    assert page.panel.listing.count < everybody


def test_rows_and_the_count_lead_on(qtbot, page, board, settle, requests):
    look(page, board.vacant(), settle)
    page.panel.list.setCurrentIndex(page.panel.list.model().index(0, 0))
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Space)
    assert requests[-1] == OpenPerson(page.panel.list.rows()[0].id)
    page.panel.count.click()
    assert isinstance(requests[-1], ShowPeople)
    look(page, board.held(), settle)
    page.panel.direction.button("person").click()
    settle()
    page.panel.list.setCurrentIndex(page.panel.list.model().index(0, 0))
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Space)
    assert requests[-1] == OpenPost(page.panel.list.rows()[0].id)


def test_why_not_somebody_is_answered_with_articles(qtbot, page, board, settle, context):
    look(page, board.vacant(), settle)
    page.panel.strict.setCurrentIndex(page.panel.strict.findData("all"))
    page.panel.strict.activated.emit(2)
    settle()
    refused = next(row for row in page.panel.list.rows() if row.mark == "red")
    page.panel.why.field.setText(refused.name)
    qtbot.mouseClick(page.panel.why.go, Qt.MouseButton.LeftButton)
    settle()
    answer = page.panel.why.answer
    assert answer.name == refused.name
    assert any("（" in text for _, text in answer.lines)
    assert any(text.startswith("匹配度") for _, text in answer.lines)


def test_why_not_says_when_nobody_is_found_or_nothing_typed(page, board, settle):
    look(page, board.vacant(), settle)
    page.panel.why.field.setText("无此人名")
    page.panel.why.go.click()
    settle()
    assert page.panel.why.answer is None
    assert page.panel.why.well.isVisible()
    page.panel.why.field.setText("")
    page.panel.why.go.click()
    assert page.panel.why.well.isVisible()


def test_what_is_chosen_in_the_plan_is_not_offered_as_if_it_were_not(page, board, settle):
    post = board.vacant()
    look(page, post, settle)
    row = page.panel.list.rows()[0]
    page.hand.put(row.key, post)
    settle()
    assert row.id not in {each.id for each in page.panel.list.rows()}
