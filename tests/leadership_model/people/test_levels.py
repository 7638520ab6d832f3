import pytest

from leadership_model.people.levels import level_of, stated
from leadership_model.people.place_words import Where
from leadership_model.people.post_words import Post


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("副局长（正科级）", "乡科级正职"),
        ("主任（副处级）", "县处级副职"),
        ("正县级干部", "县处级正职"),
        ("股长（正股级）", None),
        ("局长", None),
    ],
)
def test_a_level_a_line_states_itself(text, level):
    assert stated(text) == level


@pytest.mark.parametrize(
    ("scope", "kind", "rank", "level"),
    [
        ("county", "县级党委", "正", "县处级正职"),
        ("county", "县级政府", "副", "县处级副职"),
        ("county", "县直部门", "正", "乡科级正职"),
        ("city", "市级政府", "副", "厅局级副职"),
        ("city", "市直部门", "副", "县处级副职"),
        ("province", "省直单位", "正", "厅局级正职"),
        ("county", "乡镇", "副", "乡科级副职"),
        ("county", "村社区", "正", None),
        ("county", "县级法院", "正", "县处级副职"),
        ("city", "医院", "正", None),
    ],
)
def test_a_post_stands_on_the_ladder_of_its_unit(scope, kind, rank, level):
    assert level_of(Post("x", "正职", rank), Where(scope=scope, kind=kind)) == level


def test_a_section_of_a_city_department_is_a_township_level_post():
    where = Where(scope="city", kind="市直部门", inner="综合科")
    assert level_of(Post("内设正职", "正职", "正", inner=True), where) == "乡科级正职"
    assert level_of(Post("内设副职", "副职", "副", inner=True), where) == "乡科级副职"
