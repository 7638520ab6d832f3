"""What other pages send here: teams, people, an assignment, a pool."""

from leadership_model.people.seating import VACANT
from ui.navigation import (
    AddToPlan,
    AssignInPlan,
    StaffTeams,
    UsePool,
)


def test_more_teams_join_the_plan_while_it_is_empty_and_begin_another_when_not(
    page, board, settle, context
):
    ids = context.workspace.snapshot.teams.ids
    others = [id for id in ids if id not in page.plan.choices.teams]
    page.receive(StaffTeams((others[0],)))
    settle()
    assert len(page.board.panels) == 3
    board.choose(board.held())
    page.keys.bench.trigger()
    first = page.plan.scenario.id
    page.receive(StaffTeams((others[1],)))
    settle()
    assert page.plan.scenario.id != first
    assert page.plan.choices.teams == (others[1],)


def keep_as_draft(dialog):
    dialog.keep.click()
    return dialog.outcome == "draft"


def test_a_person_sent_here_is_taken_into_the_hand_or_put_on_the_post(page, board, context, asker):
    world = context.workspace.world
    seated = world.seating.seated()
    free = next(at for at in range(len(seated)) if not seated[at])
    post = board.vacant()
    page.receive(AddToPlan(world.person_ids[free]))
    assert page.hand.held == free
    assert page.panel.direction.current() == "person"
    asker.answers.append(keep_as_draft)  # should a rule stand against it
    page.receive(AddToPlan(world.person_ids[free], world.post_ids[post]))
    assert board.holder(post) == free


def test_an_assignment_is_one_step_and_brings_its_teams(page, board, context, asker):
    world = context.workspace.world
    seated = world.seating.seated()
    free = [at for at in range(len(seated)) if not seated[at]][:2]
    posts = [board.vacant()]
    owners = world.snapshot.posts.owners()
    posts.append(
        next(
            at
            for at, holder in enumerate(world.seating.holder)
            if holder == VACANT and owners[at] != owners[posts[0]]
        )
    )
    pairs = tuple(
        zip((world.person_ids[p] for p in free), (world.post_ids[s] for s in posts), strict=True)
    )
    asker.answers.append(keep_as_draft)  # should a rule stand against one of them
    before = page.plan.stack.index()
    page.receive(AssignInPlan(pairs))
    assert [int(page.plan.situation.world.seating.holder[post]) for post in posts] == free
    assert page.plan.stack.index() == before + 1
    assert {world.snapshot.teams.ids[owners[post]] for post in posts} <= set(
        page.plan.choices.teams
    )
    page.plan.stack.undo()
    assert all(page.plan.situation.world.seating.holder[post] == VACANT for post in posts)


def test_a_pool_becomes_the_range_of_candidates(page, board, context, settle):
    post = board.vacant()
    board.choose(post)
    settle()
    pool = tuple(row.id for row in page.panel.list.rows()[:3])
    page.receive(UsePool(pool, "后备"))
    settle()
    assert page.panel.area.currentText() == "候选池：后备"
    assert {row.id for row in page.panel.list.rows()} <= set(pool)
    assert page.panel.listing.count == 3
