"""The five years to come: in the bubble, in the strip, and equal to looking at all anew."""

from leadership_model.staffing.coming import breaks, outcome
from tests.ui.pages.staffing.test_drag import drag
from ui.navigation import ShowTeams
from ui.pages.staffing.ahead import Ahead


def test_the_bubble_tells_of_the_years_to_come(qtbot, page, board):
    assert page.plan.ahead is not None
    source, target = board.card(board.held()), board.card(board.vacant())
    drag(qtbot, source, target, release=False)
    words = [text for _, text in page.hand.bubble.effect.notes]
    assert any(text.startswith("五年") for text in words)
    page.hand.end()


def test_step_by_step_it_is_what_looking_anew_gives(page, board):
    ahead, situations = page.plan.ahead, []
    for panel in (1, 0):
        board.choose(board.held(panel))
        page.keys.bench.trigger()
        situations.append(page.plan.situation)
    for situation in situations:
        teams, changes = tuple(situation.deltas), situation.folded.changes
        fresh = Ahead(ahead.years, frozenset(teams)).of_plan(situation)
        assert ahead.of_plan(situation) == fresh
        assert fresh == outcome(
            [each for team in teams for each in breaks(ahead.years, {}, team)],
            [each for team in teams for each in breaks(ahead.years, changes, team)],
            situation.base.as_of,
        )


def test_the_figure_counts_and_opens_the_teams(page, board, requests):
    figure = page.strip.figure("years")
    assert figure.text() == "0"
    assert not figure.isEnabled()
    for panel in (1, 0):
        while any(card.seat.person >= 0 for card in page.board.panels[panel].cards()):
            fresh = page.leads.coming().fresh
            if fresh:
                figure.click()
                assert isinstance(requests[-1], ShowTeams)
                assert figure.text().startswith(str(len(fresh)))
                return
            cards = page.board.panels[panel].cards()
            board.choose(next(card.seat.post for card in cards if card.seat.person >= 0))
            page.keys.bench.trigger()
