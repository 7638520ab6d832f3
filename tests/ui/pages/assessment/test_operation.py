"""The tab 运行状况: figures entered, refused, taken away and back; a person's conclusion."""

import pytest

from leadership_model import months
from leadership_model.assessment.figures import place
from ui.navigation import ShowPeople
from ui.pages.assessment.page import AssessmentPage
from ui.pages.assessment.sheet import Enter, EnterPeriod


@pytest.fixture
def page(bare_context, shown, settle, tmp_path):
    """The page over a small city in a file."""
    bare_context.workspace.make_sample(tmp_path / "city.lmdb", 300)
    settle()
    return shown(AssessmentPage(bare_context))


@pytest.fixture
def context(bare_context):
    return bare_context


@pytest.fixture
def tab(page, settle):
    page.tabs.turn("operation")
    settle()
    return page.tabs.content("operation")


@pytest.fixture
def enter(tab, asker, settle):
    """Enter a figure through the form."""

    def do(name, year, value, button="save"):
        def answer(dialog):
            dialog.names.setCurrentText(name)
            dialog.years.setText(str(year))
            dialog._on_asked()
            dialog.values.setCurrentText(value)
            (dialog._on_save if button == "save" else dialog._on_remove)()
            if dialog.result() == 0:
                answers.append(dialog.wrong.text())
            return dialog.result() == 1

        answers = []
        asker.answers.append(answer)
        tab._on_enter()
        settle()
        return answers

    return do


def shown(tab, name, year):
    value = tab.found.figures.get((name, year))
    return None if value is None else value.value


def text_of(tab, name, year):
    for row in tab.figures.sheet().rows:
        for cell in row:
            if cell is not None and cell.request == Enter(name, year):
                return cell.cell.text
    return None


def test_a_figure_is_entered_changed_and_taken_back(tab, page, enter, context, settle):
    last = months.year_of(page.seen.world.as_of) - 3  # the sample city has none of that year
    enter("民主测评优秀率", last, "88%")
    assert shown(tab, "民主测评优秀率", last) == "88"
    assert text_of(tab, "民主测评优秀率", last) == "88%"
    id = tab.found.figures["民主测评优秀率", last].id
    enter("民主测评优秀率", last, "91")
    assert shown(tab, "民主测评优秀率", last) == "91"
    assert tab.found.figures["民主测评优秀率", last].id == id
    context.undo.group.undo()
    settle()
    assert shown(tab, "民主测评优秀率", last) == "88"
    context.undo.group.undo()
    settle()
    assert shown(tab, "民主测评优秀率", last) is None
    context.undo.group.redo()
    settle()
    assert tab.found.figures["民主测评优秀率", last].id == id


def test_a_figure_taken_away_comes_back_by_undo(tab, enter, context, settle):
    year = tab.found.years[-2]
    before = tab.found.figures["年度考核等次", year]
    enter("年度考核等次", year, "", button="remove")
    assert shown(tab, "年度考核等次", year) is None
    context.undo.group.undo()
    settle()
    assert tab.found.figures["年度考核等次", year] == before


def test_what_is_no_rate_is_refused_in_the_form(tab, enter):
    year = tab.found.years[1]
    (said,) = enter("民主测评优秀率", year, "120")
    assert "0 到 100" in said
    assert shown(tab, "民主测评优秀率", year) is None
    (said,) = enter("民主测评优秀率", 2099, "80")
    assert "年度" in said


def test_a_free_figure_gets_a_row_of_its_own(tab, enter):
    year = tab.found.years[-2]
    rows = len(tab.figures.sheet().rows)
    enter("营商环境评价", year, "先进")
    assert len(tab.figures.sheet().rows) == rows + 1
    assert text_of(tab, "营商环境评价", year) == "先进"


def test_the_flags_read_what_was_entered(tab, page, enter, team_of, settle):
    category = page.seen.world.snapshot.teams.raw("category")
    page.show_team(team_of(lambda each: category[each.team] == "县级党委"))
    settle()
    year = tab.found.years[-2]
    enter("年度考核名次", year, "3")
    assert place(page.seen.world, page.seen.team, year).place == 3
    enter("班子团结", year, "不团结")
    assert "不团结" in tab.states["存在问题"].text()


def test_excellent_members_are_listed_behind_the_bar_and_the_cell(tab, page, requests):
    request = next(
        cell.request for cell in tab.figures.sheet().rows[0] if isinstance(cell.request, ShowPeople)
    )
    tab.figures.opened.emit(request)
    assert requests[-1] == request
    tab.charts[0].clicked.emit(request.ids)
    assert requests[-1].ids == request.ids


def test_the_state_is_a_persons_and_is_kept(tab, page, asker, context, settle):
    closing = tab.closing
    assert closing.texts() == ("", "")
    closing.text.setPlainText("班子团结有力。")
    closing._on_save()
    assert "选择运行状态" in str(asker.asked[-1])
    closing.state.setCurrentIndex(closing.state.findData("运行健康"))
    closing._on_save()
    settle()
    page.show_team(page.teams.beside(page.seen.team, 1))
    settle()
    assert closing.texts() == ("", "")
    page.show_team(page.teams.beside(page.seen.team, -1))
    settle()
    assert closing.texts() == ("班子团结有力。", "运行健康")
    assert months.show_iso(page.seen.world.as_of) in closing._stored.id
    assert closing._stored.signed_by
    context.undo.group.undo()
    settle()
    page.show_team(page.seen.team)
    settle()
    assert closing.texts() == ("", "")


def test_earlier_conclusions_are_listed_with_state_month_and_author(tab, page, context, settle):
    team = page.seen.team
    closing = tab.closing
    closing.state.setCurrentIndex(closing.state.findData("运行一般"))
    closing.text.setPlainText("推进不力。")
    closing._on_save()
    settle()
    assert "推进不力。" not in closing.formers.text()  # it is the month's own
    context.workspace.set_month(page.seen.world.as_of + 3)
    settle()
    page.show_team(team)
    settle()
    assert closing.texts() == ("", "")
    first = closing.formers.text().splitlines()[0]
    assert first.startswith(months.show_iso(page.seen.world.as_of - 3))
    assert "运行一般" in first
    assert "推进不力。" in first


def test_grades_of_members_stand_by_year(tab, page):
    world = page.seen.world
    member = page.seen.members()[0]
    table = world.snapshot["appraisal"]
    known = {table.record(row).year: table.record(row).result for row in table.of(member)}
    row = tab.grades.sheet().rows[0]
    shown_years = dict(zip(tab.found.years, (cell.cell.text for cell in row[1:]), strict=True))
    assert known
    assert {year: shown_years[year] for year in known if year in shown_years} == {
        year: result for year, result in known.items() if year in shown_years
    }


def test_an_index_is_entered_from_the_team_and_taken_back(
    tab, page, asker, team_of, context, settle
):
    category = page.seen.world.snapshot.teams.raw("category")
    page.show_team(team_of(lambda each: category[each.team] == "市直部门"))
    settle()
    rows = tab.index.grids[0].sheet().rows
    blank = [c for row in rows for c in row if isinstance(c.request, EnterPeriod)][-1].request

    def answer(dialog):
        dialog.lines["member-points"].setText("101")
        dialog._on_save()
        assert "0 到 100" in dialog.wrong.text()
        dialog.lines["member-points"].setText("88.5")
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(answer)
    before = context.workspace.snapshot["team_indicator"].rows
    tab.index.grids[0].opened.emit(blank)
    settle()
    table = context.workspace.snapshot["team_indicator"]
    (entry,) = [
        each
        for each in table.records()
        if (each.name, each.team, each.year, each.period or "")
        == ("member-points", page.seen.id, blank.year, blank.period)
    ]
    assert entry.value == "88.5"
    assert entry.entered_by
    context.undo.group.undo()
    settle()
    assert context.workspace.snapshot["team_indicator"].rows == before


def test_a_bar_opens_the_entry_behind_it(tab, page, asker, team_of, settle):
    category = page.seen.world.snapshot.teams.raw("category")
    page.show_team(team_of(lambda each: category[each.team] == "市直部门"))
    settle()
    titles = [head.text() for head in tab._heads]
    seen = []

    def look(dialog):
        box = dialog.names if hasattr(dialog, "names") else dialog.periods
        seen.append(box.currentText())
        return False

    asker.answers += [look, look]
    for words in ("民主测评优秀率", "党建绩效指数"):
        at = next(i for i, title in enumerate(titles) if title.startswith(words))
        ids = tab.charts[at].spec().bars[0].ids
        tab.charts[at].clicked.emit(ids)
    assert seen == ["民主测评优秀率", "2025年上半年"]


def test_what_was_typed_waits_while_another_team_is_looked_at(tab, page, settle):
    tab.closing.text.setPlainText("待议")
    first = page.seen.team
    page.show_team(page.teams.beside(first, 1))
    settle()
    assert tab.closing.texts() == ("", "")
    page.show_team(first)
    settle()
    assert tab.closing.texts() == ("待议", "")
