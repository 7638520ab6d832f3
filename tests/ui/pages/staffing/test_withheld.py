"""Somebody held 暂缓使用 is put on no post: not by mouse, by keys, or by a request."""

import pytest

from leadership_model.people.hold import Hold
from leadership_model.staffing.move import Move
from leadership_model.store.joint import JointEdit
from ui.navigation import AddToPlan, StaffTeams
from ui.pages.staffing.page import StaffingPage


@pytest.fixture
def held(stored, shown, settle):
    """A plan for a team with an open seat, and somebody in office, held until the next month."""
    page = shown(StaffingPage(stored))
    world = stored.workspace.world
    owners = world.snapshot.posts.owners()
    post = next(at for at, who in enumerate(world.seating.holder.tolist()) if who == -1)
    page.receive(StaffTeams((world.snapshot.teams.ids[int(owners[post])],)))
    settle()
    status = world.snapshot.people.raw("status")
    person = next(at for at in range(len(status)) if status[at] == "在职")
    month = stored.workspace.as_of
    fields = {"reason": "核查中", "start": month, "until": month + 1}
    page.hold = Hold(
        id="h", person=world.person_ids[person], entered_by=stored.workspace.user, **fields
    )
    edit = JointEdit((), (page.hold,))
    stored.workspace.write(edit.forward, "暂缓使用", undo=edit.backward)
    settle()
    page.who, page.where, page.where_id = person, post, world.post_ids[post]
    return page


def test_the_reason_and_the_way_through_are_said(held, asker):
    held.hand.put(held.who, held.where)
    assert held.plan.scenario.done == ()
    kind, words = asker.asked[-1]
    assert kind == "inform"
    assert "核查中" in words
    assert "解除暂缓" in words


def test_a_request_from_another_page_is_stopped_too(held, asker):
    held.receive(AddToPlan(held.hold.person, held.where_id))
    assert held.plan.scenario.done == ()
    assert "核查中" in asker.asked[-1][1]


def test_over_a_post_the_status_bar_says_it(held):
    said = []
    held.context.say.said.connect(said.append)
    held.hand.pick(held.who)
    held.hand.look_at(held.where)
    assert not held.hand.bubble.isVisible()
    assert "暂缓使用" in said[-1]
    held.hand.release()


def test_lifted_the_person_may_be_proposed(held, settle):
    move = Move(kind="appoint", person=held.hold.person, post=held.where_id)
    assert held.plan.withholds((move,))
    held.context.undo.stack.undo()
    settle()
    assert not held.plan.withholds((move,))
