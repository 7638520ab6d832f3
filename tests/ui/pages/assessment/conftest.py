"""The page over the sample city, and what tests of it look for."""

from collections.abc import Callable

import pytest

from ui.context import Context
from ui.pages.assessment import work
from ui.pages.assessment.page import AssessmentPage
from ui.pages.assessment.work import View


@pytest.fixture
def page(context: Context, shown: Callable[[AssessmentPage], AssessmentPage]) -> AssessmentPage:
    """The page with its first team."""
    return shown(AssessmentPage(context))


@pytest.fixture
def team_of(context: Context) -> Callable[..., int]:
    """Give the position of the first team whose assessment fits."""

    def find(fits: Callable[..., bool]) -> int:
        assert context.workspace.survey is not None
        return next(each.team for each in context.workspace.survey if fits(each))

    return find


@pytest.fixture
def view_of(context: Context) -> Callable[[int], View]:
    """Give what is known of a team by its position."""

    def make(team: int) -> View:
        survey = context.workspace.survey
        assert survey is not None
        return work.view(context.workspace.world, survey[team], survey)

    return make
