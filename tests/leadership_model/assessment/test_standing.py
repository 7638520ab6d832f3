"""Ranks among the teams of a category; overlapping scores share one."""

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.standing import Standing, peers, ranked, standing
from tests.leadership_model.assessment.cast import world


def scored(team, low, high=None):
    high = low if high is None else high
    state = "unconfigured" if low is None else "yellow"
    return Assessment(
        team=team,
        model=None if low is None else "m",
        state=state,
        state_low=state,
        state_high=state,
        score_low=low,
        score_high=high,
        seats=1,
        filled=1,
        vacancies=(),
    )


def test_the_highest_comes_first_and_the_unscored_last():
    found = ranked([scored(0, 70), scored(1, None), scored(2, 90)])
    assert [(each.team, place) for each, place in found] == [
        (2, Standing(1, 2, False)),
        (0, Standing(2, 2, False)),
        (1, None),
    ]


def test_overlapping_scores_share_a_rank():
    teams = [scored(0, 70, 90), scored(1, 80), scored(2, 60)]
    assert standing(teams, 0) == Standing(1, 3, True)
    assert standing(teams, 1) == Standing(1, 3, True)
    assert standing(teams, 2) == Standing(3, 3, False)
    assert [each.team for each, _ in ranked(teams)] == [1, 0, 2]


def test_what_is_shown_alike_ranks_alike():
    assert standing([scored(0, 80.04), scored(1, 79.96)], 1) == Standing(1, 2, True)


def test_a_team_without_a_score_has_no_standing():
    assert standing([scored(0, None), scored(1, 50)], 0) is None
    assert standing([scored(1, 50)], 7) is None


def test_peers_are_the_teams_of_the_category():
    alone = world(size=1)
    own = scored(0, 50)
    assert peers(alone, [own], 0) == (own,)
