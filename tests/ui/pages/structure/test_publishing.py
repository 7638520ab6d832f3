from dataclasses import replace

import pytest

from leadership_model.structure.templates import shipped
from ui.pages.structure import publishing
from ui.pages.structure.standing_view import _ticks
from ui.scripted import ScriptedAsker

BASE = next(each for each in shipped() if each.sub_category is None)
MONTH = 2026 * 12 + 10


def asked(draft, models):
    asker = ScriptedAsker()
    assert publishing.ask_month(asker, draft, MONTH, models) is None
    return asker.asked[0][1]


def test_the_first_version_of_a_model_keeps_none_before_it():
    first = asked(BASE, ())
    assert "现行版本" not in first
    assert "未配置" in first


def test_the_first_differences_of_a_team_leave_what_it_inherits():
    text = asked(replace(BASE, id="other", team="t-1"), (BASE,))
    assert "现行版本" not in text
    assert "继承的模型" in text


def test_a_later_version_keeps_the_one_in_force():
    assert "现行版本保留" in asked(BASE, (BASE,))


@pytest.mark.parametrize(("low", "high"), [(0, 7), (-0.75, 600.75), (30.5, 61), (3, 3000)])
@pytest.mark.parametrize("most", [0, 1, 3, 8, 40])
def test_an_axis_has_no_more_ticks_than_have_room(low, high, most):
    found = _ticks(low, high, most)
    assert len(found) <= min(max(most, 1), 8) + 1  # both ends may bear one
    assert all(low <= each <= high for each in found)
