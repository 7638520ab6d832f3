"""The comparison table as values: every cell says what the findings say and leads to the people."""

from dataclasses import replace

import pytest

from leadership_model.assessment.finding import Finding
from leadership_model.matching.scores import Scores
from leadership_model.people.seating import VACANT
from ui.navigation import MatchPost, OpenPerson, OpenPost, RunQuery, ShowPeople
from ui.pages.assessment import parts, seats, work
from ui.widgets.sheet import Band

WOMEN = Finding(
    requirement="women",
    label="女干部",
    dimension="性别",
    kind="count",
    verdict="yellow",
    measured_low=1,
    measured_high=1,
    lo=2.0,
    hi=None,
    s_low=0.5,
    s_high=0.5,
    points=10.0,
    veto=False,
    detail="现有 1 人，目标不少于 2 人",
)


@pytest.mark.parametrize(
    ("lo", "hi", "text"),
    [(2.0, None, "≥ 2"), (None, 49.5, "≤ 49.5"), (1.0, 1.0, "= 1"), (8.0, 10.0, "8～10")],
)
def test_targets(lo, hi, text):
    assert parts.target(replace(WOMEN, lo=lo, hi=hi)) == text


def test_no_target():
    assert parts.target(replace(WOMEN, lo=None)) == "不限"


@pytest.mark.parametrize(
    ("points", "ends", "text"),
    [(10.0, (0.5, 0.5), "5 / 10"), (7.0, (0.5, 1.0), "3.5～7 / 7"), (0.0, (0, 0), "不计分")],
)
def test_points_got(points, ends, text):
    found = replace(WOMEN, points=points, s_low=ends[0], s_high=ends[1])
    assert parts.points(found).text == text


def test_a_band_holds_target_and_value():
    band = parts.band(WOMEN)
    assert band is not None
    assert 0.0 <= band.place(1) < band.place(2) < 1.0
    assert band.start == 0.0


def test_a_mean_is_not_shown_from_zero():
    band = parts.band(replace(WOMEN, kind="average", measured_low=48, measured_high=48, lo=49.0))
    assert band is not None
    assert band.start > 40


def test_nothing_measured_has_no_band():
    assert parts.band(replace(WOMEN, measured_low=None)) is None


def test_a_band_without_width_is_in_the_middle():
    flat = Band(start=1, end=1, lo=None, hi=None, low=1, high=1, verdict="green")
    assert flat.place(1) == 0.5


def test_sheets_read_softly():
    text = "年龄 <= 57 且 学历 >= 大学 且 政治面貌 = 中共党员"
    assert parts.softened(text) == "年龄 ≤ 57，学历 ≥ 大学，中共党员"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("县委常委、组织部部长", "组织部部长"),
        ("县委常委", "县委常委"),
        ("党委副书记、乡长", "党委副书记、乡长"),
    ],
)
def test_posts_are_shortened(name, short):
    assert work.short_post(name) == short


def test_every_finding_has_a_row(view_of, team_of):
    seen = view_of(team_of(lambda each: len(each.findings) > 5))
    sheet = parts.natural_sheet(seen)
    kept = [each for found in parts.grouped(seen.assessment.findings).values() for each in found]
    assert {each.label for each in kept} == {
        each.label for each in seen.assessment.findings if each.kind != "carried"
    }
    assert [row[1].cell.text for row in sheet.rows] == [each.label for each in kept]
    assert [row[5].cell.mark for row in sheet.rows] == [each.verdict for each in kept]
    assert sum(row[0].rows for row in sheet.rows if row[0] is not None) == len(sheet.rows)


def test_a_number_leads_to_those_who_count(view_of, team_of):
    seen = view_of(team_of(lambda each: any(f.people for f in each.findings)))
    finding = next(each for each in seen.assessment.findings if each.people)
    request = work.counting(seen, finding)
    assert isinstance(request, ShowPeople)
    assert request.ids == tuple(seen.world.person_ids[each] for each in finding.people)
    assert finding.detail in request.note
    assert "基准日期" in request.note


def test_a_zero_leads_to_all_members(view_of, team_of):
    seen = view_of(team_of(lambda each: each.filled > 2))
    request = work.counting(seen, replace(WOMEN, people=()))
    assert isinstance(request, ShowPeople)
    assert len(request.ids) == len(seen.members())


def test_a_verdict_leads_to_those_who_do_not_count(view_of, team_of):
    seen = view_of(team_of(lambda each: each.filled > 2))
    first = seen.members()[0]
    request = work.lacking(seen, replace(WOMEN, people=(first,)))
    assert isinstance(request, ShowPeople)
    assert seen.world.person_ids[first] not in request.ids
    assert len(request.ids) == len(seen.members()) - 1


def test_an_unknown_verdict_leads_to_those_in_doubt(view_of, team_of):
    seen = view_of(team_of(lambda each: each.filled > 2))
    doubt = seen.members()[-1]
    request = work.lacking(seen, replace(WOMEN, verdict="unknown", unknown_people=(doubt,)))
    assert isinstance(request, ShowPeople)
    assert request.ids == (seen.world.person_ids[doubt],)


def test_posts_count_seats_and_holders(view_of, team_of):
    seen = view_of(team_of(lambda each: each.vacancies and each.filled))
    sheet = seats.posts_sheet(seen)
    wanted, there, _ = sheet.rows
    kinds = len(sheet.columns) - 1 - len(seats._quotas(seen))
    own = slice(1, 1 + kinds)
    assert sum(int(each.cell.text) for each in wanted[own]) == seen.assessment.seats
    assert sum(int(each.cell.text) for each in there[own]) == seen.assessment.filled
    assert f"缺 {len(seen.assessment.vacancies)}" in seats.posts_note(seen)
    empty = [each for each in there[own] if each.cell.text == "0"]
    assert all(isinstance(each.request, MatchPost) for each in empty)
    short = [each for each in there[own] if each.cell.mark == "red"]
    assert short


def test_a_vacant_post_leads_to_candidates(view_of, team_of):
    seen = view_of(team_of(lambda each: each.vacancies))
    rows = parts.functions(seen.world, Scores(seen.world), seen.team)
    sheet = parts.function_sheet(seen, Scores(seen.world))
    for row, cells in zip(rows, sheet.rows, strict=True):
        post = seen.world.post_ids[row.seat]
        assert cells[1].request == OpenPost(post)
        assert cells[4].request == MatchPost(post)
        if row.person == VACANT:
            assert cells[3].request == MatchPost(post)
            assert cells[4].cell.text == "找候选人"
        elif row.person >= 0:
            assert cells[3].request == OpenPerson(seen.world.person_ids[row.person])
        sentence = seen.world.snapshot.posts.raw("requires")[row.seat]
        if sentence:
            assert cells[2].request == RunQuery(sentence)


def test_losses_come_in_order_and_sum_up(view_of, team_of):
    seen = view_of(team_of(lambda each: sum(f.s_low < 1 for f in each.findings) > 2))
    found = work.losses(seen.assessment)
    assert [each.most for each in found] == sorted((each.most for each in found), reverse=True)
    total = sum(each.points for each in seen.assessment.findings)
    lost = sum(each.most for each in found)
    assert 100 * (total - lost) / total == pytest.approx(seen.assessment.score_low)


def test_points_lost_are_written_with_their_sign():
    assert work.lost_text(5, 5) == "−5.0"
    assert work.lost_text(0, 2.5) == "0～−2.5"


def test_the_dial_says_place_and_distance(view_of, team_of):
    seen = view_of(team_of(lambda each: each.state == "yellow"))
    spec = work.dial(seen)
    assert spec.low == seen.assessment.score_low
    assert "绿线" in spec.note
    assert "第 " in spec.note
    assert spec.label.startswith("黄 · 不够合理")
    assert len(spec.ids) == len(seen.members())


def test_what_holds_a_state_down_is_said(view_of, team_of):
    reds = [f"{n} 项不达标" for n in range(1, 20)]
    seen = view_of(
        team_of(lambda e: e.state == "yellow" and any(f.verdict == "red" for f in e.findings))
    )
    assert work.because(seen.assessment) in reds
    assert work.because(seen.assessment) in work.place_text(seen)


def test_requirements_of_one_dimension_stand_together():
    found = [replace(WOMEN, label=f"{at}", dimension=d) for at, d in enumerate("学专学")]
    assert [[each.label for each in group] for group in parts.grouped(found).values()] == [
        ["0", "2"],
        ["1"],
    ]
    assert parts.grouped([replace(WOMEN, kind="carried")]) == {}
