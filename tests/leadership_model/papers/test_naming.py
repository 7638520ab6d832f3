"""Names of files: patterns checked, letters no file may have, clashes numbered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.papers import naming
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit

AS_OF = 2026 * 12 + 10


def seating():
    return seat(
        of_records(
            [
                Unit(id="u", name="易溪县"),
                Team(id="t", unit="u", name="易溪县政府领导班子"),
                Post(id="s", team="t", name="县长"),
                Person(id="p1", name="沈岚", birth=1980 * 12 + 2, sex="女"),
                Person(id="p2", name="沈岚", birth=1981 * 12, unit="u"),
                Person(id="p3", name="赵/云"),
                Tenure(id="n", post="s", person="p1", start=2020 * 12),
            ]
        ),
        AS_OF,
    )


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{姓名}_{单位}", ""),
        ("{姓名", "花括号要成对"),
        ("{名字}", "不认识“名字”"),
        ("{姓名}/{单位}", "不能有 /"),
        ("名册", "至少用一个"),
    ],
)
def test_a_pattern_is_checked_in_words(pattern, said):
    assert (naming.check(pattern) == "") == (said == "")
    assert said in naming.check(pattern)


def test_names_follow_the_pattern_and_a_clash_is_numbered():
    assert naming.names("{姓名}", seating(), [0, 1, 2]) == ("沈岚", "沈岚_2", "赵_云")
    assert naming.names("{姓名}_{单位}", seating(), [0, 1]) == ("沈岚_易溪县政府", "沈岚_易溪县")
    shown = naming.names("{序号}{班子}{出生年月}_{基准日期}", seating(), [0])
    assert shown == ("001易溪县政府领导班子198003_202611",)


def test_a_pattern_that_is_refused_names_nothing():
    with pytest.raises(ValueError, match="不认识"):
        naming.names("{某项}", seating(), [0])


@given(st.lists(st.text(max_size=8)))
def test_names_are_apart_on_any_file_system(listed):
    made = naming.apart(naming.safe(each) for each in listed)
    assert len({each.casefold() for each in made}) == len(listed)
    assert all(each.strip(" .") for each in made)
    assert not any(letter in each for each in made for letter in '\\/:*?"<>|\n\r\t')


@pytest.mark.parametrize("name", ["con", "COM1.x", "nul"])
def test_names_of_devices_are_changed(name):
    assert naming.safe(name).startswith("_")
