import pytest

from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.team import Team
from leadership_model.structure import categories
from leadership_model.structure.inherit import model_of
from leadership_model.structure.model import Model

TEAMS = (
    Team(id="t1", unit="u", name="甲", category="县级党委", sub_category="山区县"),
    Team(id="t2", unit="u", name="乙", category="县级党委"),
    Team(id="t3", unit="u", name="丙", category="乡镇", sub_category="山区县"),
)


@pytest.fixture(autouse=True)
def shipped():
    before = codes.own()
    codes.lay(())
    yield
    codes.lay(before)


def lay(edit, teams=TEAMS):
    """Take an edit as the store would: entries are laid, teams given back."""
    entries = {each.id: each for each in codes.own()}
    known = {each.id: each for each in teams}
    for each in edit.before:
        (entries if isinstance(each, OwnCode) else known).pop(each.id)
    for each in edit.after:
        (entries if isinstance(each, OwnCode) else known)[each.id] = each
    codes.lay(entries.values())
    return tuple(known[id] for id in sorted(known))


def test_a_category_of_ones_own_is_added_and_has_a_level():
    lay(categories.added("涉农街道", "街道", "c1"))
    assert "涉农街道" in codes.names("teams")
    assert codes.values("teams", "band")["涉农街道"] == "乡科级"
    assert categories.is_own("涉农街道")
    assert "已有" in categories.fault_in("涉农街道")
    with pytest.raises(UserError, match="不能有"):
        categories.added("甲、乙", "街道", "c2")
    with pytest.raises(UserError, match="相当于"):
        categories.added("别的", "没有的", "c2")


def test_three_county_types_at_once():
    lay(categories.sub_added("县级党委", ("近郊县", "丘陵县", "山区县"), ("a", "b", "c")))
    assert categories.subs_of("县级党委", ["山区县", "自治县"]) == (
        "近郊县", "丘陵县", "山区县", "自治县",
    )  # fmt: skip
    assert categories.subs_of("乡镇") == ()
    with pytest.raises(UserError, match="已有子类"):
        categories.sub_added("县级党委", ("丘陵县",), ("d",))
    with pytest.raises(UserError, match="已有子类"):
        categories.sub_added("乡镇", ("甲类", "甲类"), ("d", "e"))


def test_a_renamed_sub_category_keeps_what_was_published_under_its_former_name():
    base = Model(id="m", category="县级党委", label="m")
    hills = Model(id="h", category="县级党委", label="h", sub_category="山区县")
    assert model_of(TEAMS[0], (base, hills), 1).id == "m+h"
    teams = lay(categories.sub_renamed("县级党委", "山区县", "高山县", TEAMS, "s"))
    assert [each.sub_category for each in teams] == ["高山县", None, "山区县"]
    assert model_of(teams[0], (base, hills), 1).id == "m+h"
    assert model_of(teams[2], (base, hills), 1) is None
    again = lay(categories.sub_renamed("县级党委", "高山县", "峡谷县", teams, "x"), teams)
    assert model_of(again[0], (base, hills), 1).id == "m+h"


def test_a_renamed_category_keeps_its_model():
    lay(categories.added("功能园区", "功能区", "c1"))
    team = Team(id="t4", unit="u", name="丁", category="功能园区")
    model = Model(id="m", category="功能园区", label="m")
    teams = lay(categories.renamed("功能园区", "园区", (*TEAMS, team)), (*TEAMS, team))
    assert teams[3].category == "园区"
    assert model_of(teams[3], (model,), 1) == model
    with pytest.raises(UserError, match="不能改名"):
        categories.renamed("乡镇", "乡", TEAMS)


def test_only_what_has_no_teams_is_retired_and_it_comes_back():
    with pytest.raises(UserError, match="1 个班子"):
        categories.set_retired("乡镇", True, TEAMS, "r")
    lay(categories.set_retired("街道", True, TEAMS, "r"))
    assert categories.retired("街道")
    lay(categories.set_retired("街道", False, TEAMS, "r"))
    assert not categories.retired("街道")
    with pytest.raises(UserError, match="1 个班子"):
        categories.set_sub_retired("乡镇", "山区县", True, TEAMS, "r")
    lay(categories.sub_added("乡镇", ("坝区",), ("s",)))
    lay(categories.set_sub_retired("乡镇", "坝区", True, TEAMS, "r"))
    assert categories.retired("乡镇", "坝区")


def test_teams_are_assigned_together():
    edit = categories.assigned(TEAMS[:2], "山区县")
    assert [each.id for each in edit.after] == ["t2"]
    teams = lay(edit)
    assert [each.sub_category for each in teams] == ["山区县"] * 3
    assert lay(categories.assigned(teams[:1], None), teams)[0].sub_category is None
