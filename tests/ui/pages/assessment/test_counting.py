import openpyxl
import pytest

from leadership_model.query.level_table import age_table, level_table
from ui.navigation import ShowPeople
from ui.pages.assessment import counts_work


@pytest.fixture
def tab(page, settle):
    page.tabs.turn("counts")
    settle()
    return page.tabs.content("counts")


def choose(tab, settle, scope="all", part="basic"):
    tab.scope.set_current(scope)
    tab.part.set_current(part)
    tab._count()
    settle()


def test_the_table_is_that_of_the_library(tab, page, settle):
    choose(tab, settle)
    people, words = counts_work.people_of(page.seen, "all")
    assert tab.counted.table == level_table(page.seen.world, people)
    assert words in tab._note.text()
    choose(tab, settle, part="single")
    assert tab.counted.table == age_table(page.seen.world, people)


def test_every_figure_opens_its_people(tab, settle, requests):
    choose(tab, settle)
    first = next(cell for cell in tab.grid.sheet().rows[0] if cell is not None and cell.request)
    tab.grid.opened.emit(first.request)
    assert isinstance(requests[-1], ShowPeople)
    assert len(requests[-1].ids) == int(first.cell.text.replace(",", ""))


@pytest.mark.parametrize("scope", [id for id, _ in counts_work.SCOPES])
def test_each_scope_counts_its_own_people(tab, page, settle, scope):
    choose(tab, settle, scope)
    assert tab.counted.table.people == len(counts_work.people_of(page.seen, scope)[0])


def test_bands_of_age_are_ones_own(tab, settle):
    choose(tab, settle, part="ages")
    tab.bands.setText("30,40，50")
    tab._on_bands()
    settle()
    labels = [each.label for each in tab.counted.table.columns if each.group == "年龄"]
    assert labels[:4] == ["30岁以下", "31–40", "41–50", "51岁以上"]
    tab.bands.setText("50,40")
    tab._on_bands()
    assert "从小到大" in tab._wrong.text()


@pytest.mark.parametrize("ending", ["xlsx", "docx", "pdf"])
def test_the_table_as_a_file(tab, settle, asker, tmp_path, ending):
    choose(tab, settle)
    target = tmp_path / f"表.{ending}"
    asker.answers.append(target)
    tab._on_export()
    settle()
    assert target.exists()
    if ending == "xlsx":
        book = openpyxl.load_workbook(target)
        assert book["明细"].max_row == tab.counted.table.people + 2
