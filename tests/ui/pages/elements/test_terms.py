from PySide6.QtCore import Qt

from ui.pages.elements.team_terms import EVERYWHERE, TermsDialog


def test_a_team_far_down_is_unchecked_where_it_stands(context, qtbot):
    teams = tuple(context.workspace.snapshot.teams.records())
    dialog = TermsDialog(teams, EVERYWHERE)
    dialog.list.setFixedHeight(60)
    dialog.show()
    last = dialog.list.count() - 1
    dialog.list.setCurrentRow(last)
    dialog.list.scrollToBottom()
    top = dialog.list.verticalScrollBar().value()
    assert top > 0
    dialog.list.item(last).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.list.item(last).checkState() == Qt.CheckState.Unchecked
    assert dialog.list.currentRow() == last
    assert dialog.list.verticalScrollBar().value() == top
    dialog.close()
