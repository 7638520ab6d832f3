"""The card of a requirement: opened from the table, worked out in the background, leads on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from leadership_model.assessment.finding import Finding
from leadership_model.assessment.judge import judge
from leadership_model.assessment.outlook import without
from leadership_model.assessment.pivotal import HEIGHT
from ui.navigation import OpenPerson, ShowPeople
from ui.pages.assessment import detail_work as work
from ui.pages.assessment.sheet import Inspect

FOUND = Finding(
    requirement="r", label="女干部", dimension="性别", kind="count", verdict="green",
    measured_low=2, measured_high=2, lo=1, hi=None, s_low=1.0, s_high=1.0, points=1, veto=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "lo", "hi", "words"),
    [
        (2, 2, 1, None, "余 1"),
        (1, 1, 1, None, "恰好达标"),
        (0, 0, 2, None, "差 2"),
        (0, 1, 1, None, "差 1～恰好达标"),
        (46.5, 46.5, None, 48, "余 1.5"),
        (50, 50, 40, 48, "差 2"),
        (3, 3, None, None, "不限"),
        (None, None, 1, None, "无人可计"),
    ],
)
def test_margin_is_the_way_to_the_nearest_bound(low, high, lo, hi, words):
    found = replace(FOUND, measured_low=low, measured_high=high, lo=lo, hi=hi)
    assert work.margin(found) == words


@pytest.fixture
def opened(page, asker, qtbot, settle):
    """Open a requirement by a click on its name; what `then` makes of the dialog is the answer."""

    def open_it(id, then):
        grid = page.tabs.content("analysis").natural
        rows = grid.sheet().rows
        row = next(at for at, cells in enumerate(rows) if cells[1].request == Inspect(id))

        def answer(dialog):
            settle()
            then(dialog)
            return True

        asker.answers.append(answer)
        at = grid.rect_of(row, 1).center().toPoint()
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)

    return open_it


def held(each):
    return each.kind == "count" and each.verdict == "green" and each.lo == len(each.people) == 1


def test_a_requirement_opens_with_who_alone_holds_it_up(page, team_of, opened, requests, settle):
    team = team_of(lambda each: any(map(held, each.findings)))
    page.show_team(team)
    settle()
    seen = page.seen
    finding = next(filter(held, seen.assessment.findings))
    told = []

    def then(dialog):
        found = dialog.found
        told.append(found)
        first = dialog.grids[0].sheet().rows[0]
        assert "独自支撑" in first[3].cell.text
        assert first[0].request == OpenPerson(seen.world.person_ids[finding.people[0]])
        dialog.grids[0].opened.emit(first[0].request)

    opened(finding.requirement, then)
    (found,) = told
    requirement = work.requirement_of(seen, finding.requirement)
    assert found.key.holds
    for each in found.key.holds:
        after = judge(requirement, team, without(seen.world, (each.person,))).verdict
        assert each.after == after
        assert HEIGHT[after] < HEIGHT["green"]
    assert requests[-1] == OpenPerson(seen.world.person_ids[finding.people[0]])


def test_who_would_repair_it_is_listed_and_counted(page, team_of, opened, requests, settle):
    page.show_team(
        team_of(lambda e: any(f.verdict == "yellow" and f.kind == "count" for f in e.findings))
    )
    settle()
    finding = next(
        f for f in page.seen.assessment.findings if f.verdict == "yellow" and f.kind == "count"
    )

    def then(dialog):
        found = dialog.found
        assert len(dialog.grids[1].sheet().rows) == len(found.repairs)
        rows = dialog.grids[2].sheet().rows
        assert len(rows) == len(found.swaps) > 0
        lists = [cell.request for row in rows for cell in row[3:]]
        people = next(each for each in lists if isinstance(each, ShowPeople))
        dialog.grids[2].opened.emit(people)

    opened(finding.requirement, then)
    assert isinstance(requests[-1], ShowPeople)
    assert requests[-1].ids
