"""The tab 培养储备 through its widgets: gaps, lists, cover, training; where each leads."""

import openpyxl
import pytest

from leadership_model.people.reserve import LINKS, LISTS
from ui.navigation import EditPerson, MatchPost, OpenPerson, ShowTeams
from ui.pages.assessment.page import AssessmentPage


@pytest.fixture
def tab(page, settle):
    page.tabs.turn("development")
    settle()
    return page.tabs.content("development")


def turn(tab, kind):
    tab.kind.set_current(kind)
    tab.kind.chosen.emit(kind)


def choose(segments, id):
    segments.set_current(id)
    segments.chosen.emit(id)


def people_of(request):
    return {request.id} if isinstance(request, OpenPerson) else set(request.ids)


def test_gaps_are_counted_by_team_and_lead_to_the_teams(tab, requests):
    assert tab.rows
    for id, row in list(tab.rows.items())[:5]:
        tab.tables["lacks"].opened.emit(id)
        assert isinstance(requests[-1], ShowTeams)
        assert len(requests[-1].ids) == len(row.teams)
        assert row.competence


def test_all_requirements_are_more_than_competences(tab):
    few = set(tab.rows)
    choose(tab.what, "all")
    assert few < set(tab.rows)
    for id in ("near", "middle", "far"):
        choose(tab.horizon, id)
        assert {row.lack.horizon.id for row in tab.rows.values()} <= {id}


def test_of_one_team_only_its_own_gaps_stand(tab, page):
    choose(tab.what, "all")
    team = next(iter(tab.seen.found.gaps)).team
    page.show_team(team)
    choose(tab.scope, "team")
    assert tab.rows
    assert {row.teams for row in tab.rows.values()} == {(team,)}


def test_who_in_reserve_would_count_is_listed(tab, requests, asker):
    row_id, row = next((id, row) for id, row in tab.rows.items() if row.helpers)
    tab.tables["lacks"].select_ids([row_id])
    tab.helpers.click()
    ids = tab.seen.world.person_ids
    assert people_of(requests[-1]) == {ids[each] for each in row.helpers}
    bare = next((id for id, row in tab.rows.items() if row.helpers is None), None)
    if bare is not None:
        tab.tables["lacks"].select_ids([bare])
        tab.helpers.click()
        assert "储备名单中没有" in str(asker.asked[-1])


def test_the_list_with_its_quotas_and_the_structure_of_the_whole(tab, requests):
    turn(tab, "stays")
    assert len(tab.rows) == len(tab.seen.stays) > 0
    assert tab.quotas.isVisible()
    assert "待核实" in tab.quotas.basis.text()
    id, row = next(iter(tab.rows.items()))
    tab.tables["stays"].opened.emit(id)
    assert requests[-1] == OpenPerson(tab.seen.world.person_ids[row.stay.person])
    near = next(each for each in tab.seen.shares if each.id == "near-share")
    tab.quotas._on_open(tab.seen)  # passed on as it is
    choose(tab.list, LISTS[0])
    assert len({row.stay.person for row in tab.rows.values()}) == near.low


def test_a_record_is_edited_in_the_form_of_its_person(tab, requests):
    turn(tab, "stays")
    id, row = next(iter(tab.rows.items()))
    tab.tables["stays"].select_ids([id])
    tab.edit.click()
    assert requests[-1] == EditPerson(tab.seen.world.person_ids[row.stay.person])


def test_seats_say_who_could_follow_and_lead_to_matching(tab, requests):
    turn(tab, "covers")
    assert tab.rows
    ready = [id for id, row in tab.rows.items() if row.cover.ready]
    if ready:
        tab.tables["covers"].opened.emit(ready[0])
        listed = [c for c in tab.rows[ready[0]].cover.candidates if c.eligible is not False]
        assert len(people_of(requests[-1])) == len(listed)
    first = next(iter(tab.rows))
    tab.tables["covers"].select_ids([first])
    tab.match.click()
    assert requests[-1] == MatchPost(first)
    choose(tab.what, "bare")
    assert not any(row.cover.ready for row in tab.rows.values())


def test_training_stands_by_its_six_links(tab, requests):
    turn(tab, "trains")
    titles = [column.title for column in tab.tables["trains"].rows.columns]
    assert [each for each in titles if each in LINKS] == list(LINKS)
    assert any(row.last >= 0 for row in tab.rows.values())
    for row in tab.rows.values():
        for link, steps in zip(LINKS, row.steps, strict=True):
            assert {step.link for step in steps} <= {link}


@pytest.mark.parametrize("kind", ["lacks", "stays", "covers", "trains"])
def test_each_list_is_written_with_month_and_grounds(tab, asker, settle, tmp_path, kind):
    turn(tab, kind)
    path = tmp_path / f"{kind}.xlsx"
    asker.answers.append(path)
    tab.export.click()
    settle()
    sheet = openpyxl.load_workbook(path).active
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("基准日期 2026-11" in each for each in texts)
    assert any("女干部不少于20%" in each and "女干部占比" in each for each in texts)
    assert any("模型版本" in each and "数据状态" in each for each in texts)
    assert f"共 {len(tab.rows)} 条" in sheet["A2"].value


def test_another_month_is_worked_out_anew(tab, page, context, settle):
    before = tab.seen
    context.workspace.set_month(before.world.as_of - 6)
    settle()
    page.show_team(page.seen.team)
    settle()
    assert tab.seen is not None
    assert tab.seen is not before
    assert tab.seen.world.as_of == before.world.as_of - 6
    assert isinstance(next(iter(tab.rows.values())).teams, tuple)


def test_ratios_are_set_by_the_department_and_taken_back(
    bare_context, shown, asker, settle, tmp_path
):
    bare_context.workspace.make_sample(tmp_path / "city.lmdb", 300)
    settle()
    page = shown(AssessmentPage(bare_context))
    page.tabs.turn("development")
    settle()
    tab = page.tabs.content("development")
    turn(tab, "stays")
    before = [quota.wanted for quota in tab.seen.quotas]
    assert before

    def answer(dialog):
        dialog.lines["正职"].setText("3")
        dialog._on_save()
        assert "依据" in dialog.wrong.text()
        dialog.lines["basis"].setText("部务会议")
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(answer)
    tab.quotas.adjust.click()
    settle()
    heads = [quota for quota in tab.seen.quotas if quota.role == "正职"]
    assert heads
    assert all(quota.wanted == 3 * quota.seats for quota in heads)
    assert "本级确定：部务会议" in tab.quotas.basis.text()
    bare_context.undo.group.undo()
    settle()
    assert [quota.wanted for quota in tab.seen.quotas] == before
    assert "本级确定" not in tab.quotas.basis.text()
