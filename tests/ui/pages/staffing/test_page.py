"""The page: plans begun, copied, renamed, deleted; teams come and go; figures lead to people."""

from leadership_model.people.seating import VACANT
from tests.ui.pages.staffing.test_storage import named
from ui.navigation import (
    OpenTeam,
    ShowPeople,
    ShowPosts,
    ShowTeams,
    StaffTeams,
)
from ui.pages.staffing.page import StaffingPage


def test_without_a_plan_the_page_explains_itself_and_begins_one(context, shown, settle, asker):
    page = shown(StaffingPage(context))
    assert page.plan.draft is None
    asker.answers.append(named("换届方案"))
    page._none.button.click()
    settle()
    assert page.plan.scenario.label == "换届方案"
    assert page.bar.plans.currentText() == "换届方案"
    assert page._stack.currentWidget() is page._bare


def test_a_name_twice_is_refused(page, asker):
    asker.answers.append(page.plan.scenario.label + " 副本")
    page.keys.copy.trigger()
    first = page.keeping.drafts[0].scenario.label
    asker.answers.append(first)
    page.keys.copy.trigger()
    assert asker.asked[-1][0] == "refused"

    def twice(dialog):
        dialog.name.setText(first)
        dialog._on_accept()
        assert dialog.wrong.text() == "已有同名方案，请换一个名称。"
        return dialog.result() == 1

    count = len(page.keeping.drafts)
    asker.answers.append(twice)
    page.keeping.ask_new()
    assert len(page.keeping.drafts) == count


def test_teams_stand_on_the_board_with_all_their_posts(page, two_teams, context):
    snapshot = context.workspace.snapshot
    assert [panel.panel.id for panel in page.board.panels] == list(two_teams)
    for panel in page.board.panels:
        posts = list(snapshot.posts.of(panel.panel.team))
        assert [card.seat.post for card in panel.cards()] == posts
    assert "2 个班子" in page.header.note()


def test_a_team_is_chosen_in_the_dialog(page, asker, context):
    third = next(
        id for id in context.workspace.snapshot.teams.ids if id not in page.plan.choices.teams
    )

    def choose(dialog):
        assert third in dialog.table.rows.shown_ids()
        assert page.plan.choices.teams[0] not in dialog.table.rows.shown_ids()
        dialog.table.select_ids([third])
        return bool(dialog.chosen())

    asker.answers.append(choose)
    page.bar.team.click()
    assert page.plan.choices.teams[-1] == third
    assert len(page.board.panels) == 3


def test_a_team_is_taken_from_the_board_and_its_moves_stay(page, board):
    board.choose(board.held())
    page.keys.bench.trigger()
    page.board.panels[1].removed.emit(page.board.panels[1].panel.team)
    assert len(page.board.panels) == 1
    assert len(page.plan.scenario.done) == 1


def test_a_team_leads_to_its_assessment(page, requests, two_teams):
    page.board.panels[0].opened.emit(page.board.panels[0].panel.team)
    assert requests[-1] == OpenTeam(two_teams[0])


def test_another_plan_is_opened_and_the_first_is_as_it_was(page, board, asker, settle):
    first = page.plan.scenario.id
    board.choose(board.held())
    page.keys.bench.trigger()
    asker.answers.append("乙案")
    page.bar.new.click()
    settle()
    assert page.plan.scenario.done == ()
    assert page.plan.stack.count() == 0
    at = page.bar.plans.findData(first)
    page.bar.plans.activated.emit(at)
    settle()
    assert page.plan.scenario.id == first
    assert len(page.plan.scenario.done) == 1
    assert page.plan.stack.undoText().startswith("移出")
    page.plan.stack.undo()
    assert page.bench.cards == []


def test_a_copy_has_the_moves_and_another_name(page, board, asker, settle):
    board.choose(board.held())
    page.keys.bench.trigger()
    asker.answers.append("丙案")
    page.bar.copy.click()
    settle()
    assert page.plan.scenario.label == "丙案"
    assert len(page.plan.scenario.done) == 1
    assert len(page.keeping.drafts) == 2


def test_rename_and_delete(page, asker, settle):
    asker.answers.append("新名字")
    page.keys.rename.trigger()
    assert page.bar.plans.currentText() == "新名字"
    asker.answers.append(True)
    page.keys.delete.trigger()
    settle()
    assert page.keeping.drafts == ()
    assert page.plan.draft is None
    assert page._stack.currentWidget() is page._none


def test_share_writes_names_down(page, asker):
    asker.answers.append("李四、 王五")
    page.keys.share.trigger()
    assert page.plan.draft.standing.shared == ("李四", "王五")
    assert page.plan.draft.standing.status == "已共享"


def test_weights_mode_stage_and_cards_are_kept(page, qtbot, context):
    page.bar.bars[1].picked.emit(None)
    page.bar.bars[1].show_value(5)
    page.bar.bars[1].picked.emit(5)
    assert page.plan.choices.weights == (4.0, 5.0, 2.0)
    page.bar.mode.button("rearrange").click()
    assert page.plan.choices.rearrange
    page.bar.stage.activated.emit(2)
    assert page.plan.choices.stage == "民主推荐"
    page.bar.cards.click()
    assert all(card.compact for card in page.board.cards())
    assert context.settings.choices["staffing.cards"] == "compact"


def test_three_weights_of_nothing_are_refused(page, context):
    said = []
    context.say.said.connect(said.append)
    for bar in page.bar.bars:
        bar.show_value(0)
    page.bar.bars[0].picked.emit(0)
    assert page.plan.choices.weights == (4.0, 3.0, 2.0)
    assert [bar.value() for bar in page.bar.bars] == [4, 3, 2]
    assert "不能全为 0" in said[-1]


def test_figures_open_who_is_behind_them(page, board, requests):
    board.choose(board.held())
    page.keys.bench.trigger()
    for id, kind in (
        ("moved", ShowPeople),
        ("chain", ShowPosts),
        ("gain", ShowTeams),
        ("vacant", ShowPosts),
    ):
        page.strip.figure(id).click()
        assert isinstance(requests[-1], kind), id
    assert page.strip.figure("moved").text() == "1 人次"
    assert "→" in page.strip.figure("vacant").text()


def test_the_requirements_a_step_moves_stand_in_the_panel(page, board, requests):
    board.choose(board.held())
    page.keys.bench.trigger()
    panel = page.board.panels[1]
    rows = panel.grid.changes.changes()
    assert rows
    named = next((row for row in rows if row.people), None)
    if named is not None:
        panel.grid.changes.opened.emit(named)
        assert requests[-1].ids == named.people


def test_a_narrow_window_fits(page):
    page.set_narrow(True)
    page.resize(920, 640)
    assert page.minimumSizeHint().width() <= 930
    assert all(card.width() >= 90 for card in page.board.cards())


def test_after_the_month_changes_the_board_is_worked_out_again(page, board, context, settle):
    board.choose(board.held())
    page.keys.bench.trigger()
    former = page.plan.situation
    context.workspace.set_month(context.workspace.as_of + 12)
    settle()
    assert page.plan.situation is not former
    assert page.plan.situation.base.as_of == page.plan.scenario.month
    assert len(page.bench.cards) == 1


def test_vacant_cards_say_so_in_words(page, board):
    card = board.card(board.vacant())
    assert card.seat.person == VACANT
    assert card.accessibleName().startswith("缺岗")
    assert "空缺" in card.toolTip()


def test_the_plan_holds_from_its_own_month(page, asker, settle, context):
    asker.answers.append("2027-06")
    page.keys.month.trigger()
    settle()
    assert page.plan.situation.base.as_of == 2027 * 12 + 5
    assert context.workspace.as_of == 2026 * 12 + 10
    assert "生效 2027-06" in page.header.note()
    asker.answers.append("六月")
    page.keys.month.trigger()
    assert asker.asked[-1][0] == "refused"


def test_a_page_that_is_closed_is_freed(context, shown, settle, two_teams, qtbot):
    import gc
    import weakref

    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QWidget

    holder = QWidget()
    qtbot.addWidget(holder)
    page = StaffingPage(context, holder)
    page.receive(StaffTeams(two_teams))
    page.catch_up()
    settle()
    page.leave()
    seen = weakref.ref(page)
    page.setParent(None)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del page
    gc.collect()
    assert seen() is None
