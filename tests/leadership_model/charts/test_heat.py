from dataclasses import replace

from leadership_model.assessment.team import assess
from leadership_model.charts.heat import areas, requirements
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Count
from tests.leadership_model.assessment.cast import BLANK, WOMAN, requirement, world

MODEL = Model(
    id="m",
    category="县级党委",
    label="县委",
    requirements=(requirement(Count(WOMAN), 1, id="women", label="女干部"),),
)


def judged(people, models=(MODEL,)):
    there = world(models=models, 性别=people)
    return there, assess(there, 0, with_rules=False)


def test_one_team_shows_its_score_and_opens_it():
    there, found = judged(["女"])
    drawn = areas(there, [found])
    (cell,) = drawn.cells
    assert (drawn.rows, drawn.columns) == (("其他",), ("党委",))
    assert (cell.text, cell.tone, cell.id, cell.pattern) == ("100", "green", "t", "solid")


def test_an_interval_and_what_is_not_configured():
    (cell,) = areas(*_listed(judged([BLANK]))).cells
    assert (cell.text, cell.tone, cell.pattern) == ("0～100", "grey", "dashed")
    (cell,) = areas(*_listed(judged(["女"], models=()))).cells
    assert (cell.text, cell.tone, cell.pattern) == ("未配置", "none", "ring")


def _listed(pair):
    return pair[0], [pair[1]]


def test_several_teams_show_how_many_are_green_in_the_worst_tone():
    there, green = judged(["女"])
    red, veto = replace(green, state="red"), replace(green, state="veto")
    (cell,) = areas(there, [green, red, green]).cells
    assert (cell.text, cell.tone, cell.note, cell.id) == ("2/3", "red", "红 1、绿 2", "")
    (cell,) = areas(there, [green, red, veto]).cells
    assert (cell.tone, cell.pattern) == ("veto", "veto")


def test_teams_by_requirement():
    there, found = judged(["女", BLANK])
    unasked = replace(found, findings=())
    drawn = requirements(there, [unasked, found])
    assert (drawn.rows, drawn.columns) == (("易溪县委",), ("女干部",))
    (cell,) = drawn.cells
    assert (cell.row, cell.column, cell.tone, cell.text) == (0, 0, "green", "1～2")
    assert cell.note.startswith("达标：现有 1～2 人")
    assert cell.id == "t"
