from leadership_model.assessment import overview
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.papers.situation import HEADS, situation
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw


def test_rows_add_up_to_the_total_and_figures_follow():
    city = draw(200, 1)
    world = World.of(of_records(city.records, city.settings), city.month)
    survey = assess_all(world)
    figures = overview.figures(world, survey, ())
    spread = situation(world, survey, figures, "云溪市班子状态一览表")
    at = {(cell.row, cell.column): cell.value for cell in spread.cells}
    total = next(row for (row, column), value in at.items() if column == 0 and value == "合计")
    for column in range(1, len(HEADS) - 1):
        assert sum(at[row, column] for row in range(3, total)) == at[total, column]
    assert at[total, 1] == len(survey)
    assert sum(at[total, column] for column in range(2, len(HEADS) - 1)) == len(survey)
    labels = [value for (row, column), value in at.items() if row > total and column == 0]
    assert labels == ["事项", *(each.label for each in figures)]
    assert at[1, 0].startswith("基准日期 2026-11")
