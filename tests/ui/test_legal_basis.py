"""Where a sensitive element acts its legal basis is told: lists, answers, cards, papers."""

import pytest

from leadership_model.assessment.team import assess
from leadership_model.matching.scores import Scores
from leadership_model.papers.comparison import functions
from ui.card.facts import gather
from ui.navigation import MatchPerson, MatchPost, StaffTeams
from ui.pages.assessment.parts import function_sheet
from ui.pages.assessment.work import View
from ui.pages.matching.page import MatchingPage
from ui.pages.staffing.page import StaffingPage
from ui.pages.staffing.reasons import why_not

TOLD = "岗位要求使用敏感要素 政治面貌，依据：《中国共产党章程》"


@pytest.fixture
def post(context):
    """A held post whose sheet names 政治面貌 and that carries a function."""
    world = context.workspace.world
    posts = world.snapshot.posts
    asked = zip(posts.raw("requires"), posts.raw("functions"), world.seating.holder, strict=True)
    return next(at for at, (text, carried, who) in enumerate(asked)
                if text and "政治面貌" in text and carried and who >= 0)  # fmt: skip


@pytest.fixture
def team(context, post):
    return int(context.workspace.world.snapshot.posts.owners()[post])


def test_under_both_rankings(context, shown, settle, post):
    world = context.workspace.world
    page = shown(MatchingPage(context))
    page.receive(MatchPost(world.post_ids[post]))
    settle()
    assert page.content.law.isVisible()
    assert TOLD in page.content.law.text()
    plain = next(at for at, text in enumerate(world.snapshot.posts.raw("requires")) if not text)
    page.receive(MatchPost(world.post_ids[plain]))
    settle()
    assert not page.content.law.isVisible()
    page.receive(MatchPerson(world.person_ids[int(world.seating.holder[post])]))
    settle()
    shown_posts = {page.listing.pair(row)[1] for row in range(min(50, len(page.listing.ranking)))}
    wanted = Scores(world).sensitive_of(shown_posts)
    assert page.content.law.text() == "　".join(f"{each}。" for each in wanted)


def test_under_the_candidates_of_a_plan_and_in_the_answer_why_not(
    context, shown, settle, post, team
):
    world = context.workspace.world
    page = shown(StaffingPage(context), 1700, 950)
    page.receive(StaffTeams((world.snapshot.teams.ids[team],)))
    settle()
    page.board.select(post)
    settle()
    assert page.panel.listing.sensitive[0].startswith(TOLD)
    assert TOLD in page.panel._law.text()
    answer = why_not(world, 0, post, Quiet())
    assert answer.notes[0].startswith(TOLD)


class Quiet:
    def check(self):
        """Go on."""


def test_on_the_card_of_the_holder(context, post):
    world = context.workspace.world
    facts = gather(world, None, int(world.seating.holder[post]))
    assert any(TOLD in each for each in facts.law)


def test_in_the_functions_of_a_team(context, post, team):
    world = context.workspace.world
    scores = Scores(world)
    rows = [each for each in functions(world, scores, team) if each.seat == post]
    assert all(each.cited.startswith(TOLD) and TOLD in each.asked for each in rows)
    seen = View(world, assess(world, team))
    words = [cell.cell.text for row in function_sheet(seen, scores).rows for cell in row if cell]
    assert any(TOLD.replace("政治面貌 = ", "") in each for each in words)
