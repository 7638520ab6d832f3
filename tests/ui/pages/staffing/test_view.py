"""How the board is looked at: size, order of its teams, paper, and the meeting over the screen."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from leadership_model.staffing.draft import Choices, with_team_at
from ui.pages.staffing.board_paper import _fit
from ui.pages.staffing.meeting import Meeting
from ui.pages.staffing.view import ZOOM
from ui.printing.preview import Preview


def teams(page):
    return [panel.panel.id for panel in page.board.panels]


def test_a_team_takes_another_place_and_the_others_keep_theirs():
    choices = Choices(teams=("a", "b", "c", "d"))
    assert with_team_at(choices, "d", 1).teams == ("a", "d", "b", "c")
    assert with_team_at(choices, "a", 9).teams == ("b", "c", "d", "a")
    assert with_team_at(choices, "b", -1).teams == ("b", "a", "c", "d")
    assert with_team_at(choices, "x", 0) == choices


def test_larger_cards_are_remembered(page, context):
    high = page.board.cards()[0].height()
    page.view.larger.trigger()
    page.view.larger.trigger()
    assert page.board.cards()[0].height() == round(high * 1.3)
    assert context.settings.choices[ZOOM] == "130"
    page.view.usual.trigger()
    assert page.board.cards()[0].height() == high
    assert not page.view.usual.isEnabled()


def test_the_wheel_with_control_changes_the_size(page, context):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.board.viewport(), event)
    assert context.settings.choices[ZOOM] == "90"


def test_keys_move_the_chosen_team(page, board, two_teams):
    board.choose(board.held(1))
    assert not page.view.later.isEnabled()
    page.view.earlier.trigger()
    assert teams(page) == [two_teams[1], two_teams[0]]
    assert page.plan.choices.teams == (two_teams[1], two_teams[0])
    page.view.later.trigger()
    assert teams(page) == list(two_teams)


def test_a_title_is_dragged_onto_another_team(qtbot, page, two_teams):
    first, second = page.board.panels
    grip = QPoint(first.width() // 2, 12)
    there = first.mapFromGlobal(second.mapToGlobal(QPoint(40, 12)))
    qtbot.mousePress(first, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(first, grip + QPoint(40, 0))
    QTest.mouseMove(first, there)
    assert page.board._target.isVisible()
    qtbot.mouseRelease(first, Qt.MouseButton.LeftButton, pos=there)
    assert page.plan.choices.teams == (two_teams[1], two_teams[0])
    assert not page.board._target.isVisible()


def test_the_board_goes_on_paper(page, board, asker, settle):
    board.choose(board.held())
    page.keys.bench.trigger()
    words = []

    def look(dialog: Preview) -> bool:
        boxes = [box for each in dialog._paper.pages for box in each.boxes]
        words.extend(run.text for box in boxes for p in box.paragraphs for run in p.runs)
        return False

    asker.answers.append(look)
    page.view.print.trigger()
    settle()
    for panel in page.board.panels:
        assert any(text.startswith(panel.panel.name) for text in words)
        assert {card.seat.name or "缺岗" for card in panel.cards()} <= set(words)
    assert "待安排" in words
    assert any("基准日期" in text and "模型版本" in text for text in words)


def test_in_a_meeting_keys_alone_work_and_the_board_comes_back(qtbot, page, board, asker):
    held, vacant = board.held(), board.vacant()
    board.choose(held)
    person = board.holder(held)
    seen = {}

    def meet(dialog: Meeting) -> bool:
        dialog.show()
        seen["board"] = page.board.window() is dialog
        card = page.board.card(held)
        qtbot.mousePress(dialog, Qt.MouseButton.LeftButton, pos=QPoint(40, 90))
        seen["mouse"] = dialog.childAt(40, 90) is None
        board.page.activateWindow()
        card.chosen.emit(held)
        page.keys.carry.trigger()
        page.keys.chosen = vacant
        page.keys.carry.trigger()
        seen["holder"] = board.holder(vacant)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        seen["left"] = not dialog.isVisible()
        return False

    asker.answers.append(meet)
    page.view.begin.trigger()
    assert seen == {"board": True, "mouse": True, "holder": person, "left": True}
    assert page.board.window() is page.window()
    assert page._stack.currentWidget() is page.board
    assert page.bench.window() is page.window()
    assert page.hand.bubble.parentWidget() is page
    assert not page.in_meeting


def test_in_a_meeting_no_card_of_a_person_opens(page, board, asker, requests):
    def meet(dialog: Meeting) -> bool:
        dialog.show()
        page.board.card(board.held()).opened.emit(board.held())
        page.board.changes_asked.emit()
        return False

    asker.answers.append(meet)
    before = len(requests)
    page.view.begin.trigger()
    assert len(requests) == before
    assert [each[0] for each in asker.asked] == ["show"]


def test_words_too_long_for_a_card_on_paper_are_shortened():
    assert _fit("县委常委、组织部部长", 435, 8.5) == "县委常委、组织部部长"
    shown = _fit("县委常委、组织部部长、统战部部长", 200, 8.5)
    assert shown.endswith("…")
    assert len(shown) <= int(200 / (8.5 * 254 / 72))
