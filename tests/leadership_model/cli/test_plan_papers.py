"""Papers of a plan from the command line: found by name for who may see it, written by kind."""

import argparse
import shutil

import pytest

from leadership_model.cli import plan_papers
from leadership_model.cli.run import PLAN_PAPERS
from leadership_model.cli.session import open_session
from leadership_model.errors import UserError
from leadership_model.papers.plan_forms import KINDS
from leadership_model.papers.plan_papers import SHEETS
from leadership_model.papers.templates import TITLES
from leadership_model.people.seating import VACANT
from leadership_model.staffing import draft as drafts
from leadership_model.staffing import move as moves
from leadership_model.staffing.draft import Choices
from leadership_model.staffing.move import Move
from leadership_model.store import scenario
from leadership_model.store.actor import Actor
from leadership_model.store.nouns import ScenarioEntry
from leadership_model.store.scenario import StoredScenario

AUTHOR = Actor("王经办", lambda: "2026-11-03T09:30:00")


@pytest.fixture(scope="module")
def session(city, tmp_path_factory):
    path = shutil.copy(city, tmp_path_factory.mktemp("plan") / "a.db")
    made = open_session(path, None)
    world = made.world
    post = next(p for p in range(len(world.post_ids)) if world.seating.holder[p] == VACANT)
    seated = set(world.seating.holder.tolist())
    person = next(p for p in range(len(world.person_ids)) if p not in seated)
    move = Move(kind="appoint", person=world.person_ids[person], post=world.post_ids[post])
    team = world.snapshot.teams.ids[int(world.snapshot.posts.owners()[post])]
    entry = ScenarioEntry(
        id="c-1", label="换届方案", effective=world.as_of + 1, cursor=1,
        options=drafts.to_json(Choices(teams=(team,))),
    )  # fmt: skip
    scenario.save(made.engine, AUTHOR, StoredScenario(entry, (moves.to_json(move),)))
    yield made
    made.engine.dispose()


def asked(kind, out, plan="换届方案", user="王经办"):
    return argparse.Namespace(kind=kind, out=out, plan=plan, user=user)


def test_the_kinds_of_the_command_are_those_of_the_papers():
    assert {f"plan-{kind}" for kind in (*SHEETS, *KINDS, *TITLES)} == set(PLAN_PAPERS)


@pytest.mark.parametrize("kind", PLAN_PAPERS)
def test_each_paper_is_written(session, tmp_path, kind):
    folder = kind in ("plan-form", "plan-lrmx")
    ending = ".docx" if kind in ("plan-notice", "plan-order", "plan-check") else ".xlsx"
    out = tmp_path / "表" if folder else tmp_path / f"表{ending}"
    files = plan_papers.export(session, asked(kind, out))
    assert len(files) == 1
    assert files[0].stat().st_size > 1000
    assert (files[0].parent == out) == folder


def test_a_plan_is_shown_to_nobody_it_was_not_shared_with(session, tmp_path):
    for plan, user in (("换届方案", "李旁人"), ("没有", "王经办")):
        with pytest.raises(UserError, match="没有“"):
            plan_papers.export(session, asked("plan-motion", tmp_path / "a.xlsx", plan, user))
    with pytest.raises(UserError, match="--plan"):
        plan_papers.export(session, asked("plan-motion", tmp_path / "a.xlsx", None))
    assert not list(tmp_path.iterdir())


def test_a_template_or_a_data_file_is_no_picture(session, tmp_path):
    with pytest.raises(UserError, match="不能存为 PDF"):
        plan_papers.sheets_asked(session, asked("plan-notice", tmp_path / "a.pdf"))
    title, made = plan_papers.sheets_asked(session, asked("plan-meeting", tmp_path / "a.pdf"))
    assert title == "换届方案 上会名单"
    assert made
    ((name, paper),) = plan_papers.forms_asked(session, asked("plan-form", tmp_path / "a.pdf"))
    assert name
    assert len(paper.pages) == 2
