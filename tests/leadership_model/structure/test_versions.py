from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.people.team import Team
from leadership_model.structure.inherit import model_of
from leadership_model.structure.model import Model
from leadership_model.structure.versions import history, in_force, name, names, used

FIRST = Model(id="m", category="乡镇", label="乡镇班子模型")
SECOND = replace(FIRST, version=2, effective=months.of(2026, 12))
THIRD = replace(FIRST, version=3, effective=months.of(2027, 3))
SAME = replace(FIRST, version=4, effective=months.of(2027, 3))
OWN = Model(id="d", category="乡镇", label="山区乡镇的差异", sub_category="山区")
EVERY = (FIRST, SECOND, THIRD, SAME, OWN)


def test_the_version_in_force_is_the_latest_effective_then_the_higher_number():
    assert in_force(EVERY, "m", months.of(2026, 11)) == FIRST
    assert in_force(EVERY, "m", months.of(2026, 12)) == SECOND
    assert in_force(EVERY, "m", months.of(2027, 3)) == SAME
    assert in_force((SECOND,), "m", months.of(2026, 11)) is None


def test_the_history_tells_what_became_of_each_version():
    found = history(EVERY, "m", months.of(2026, 12))
    assert [(v.model.version, v.stage) for v in found] == [
        (4, "to come"), (3, "to come"), (2, "in force"), (1, "superseded"),
    ]  # fmt: skip
    assert [v.until for v in found] == [None, SAME.effective, THIRD.effective, SECOND.effective]


def test_versions_are_named_with_the_month_they_hold_from():
    assert name(FIRST) == "乡镇班子模型第 1 版（随程序提供）"
    assert name(SECOND) == "乡镇班子模型第 2 版（2026-12 起）"
    assert names(()) == "未配置结构模型"
    assert names((SECOND, OWN)).count("＋") == 1


def test_a_teams_model_names_every_layer_with_its_own_version():
    team = Team(id="t", unit="u", name="某镇", category="乡镇", sub_category="山区")
    for month, base in ((months.of(2026, 11), FIRST), (months.of(2027, 1), SECOND)):
        assert used(model_of(team, EVERY, month), EVERY, month) == (base, OWN)
    assert used(None, EVERY, 0) == ()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), unique_by=lambda p: p[1]),
       st.integers(0, 6))  # fmt: skip
def test_exactly_one_version_is_in_force_once_one_has_begun(pairs, month):
    models = [replace(FIRST, version=number, effective=start) for start, number in pairs]
    stages = [each.stage for each in history(models, "m", month)]
    begun = any(start <= month for start, _ in pairs)
    assert stages.count("in force") == (1 if begun else 0)
    assert stages.count("to come") == sum(start > month for start, _ in pairs)
