import pytest

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.people.person import Education, Person
from leadership_model.people.snapshot import of_records
from leadership_model.query.level_table import BANDS, age_table, level_table, read_bands
from leadership_model.sample.city import draw

NOW = months.of(2026, 11)


def person(id, years, level="县处级正职", **fields):
    fields = {
        "sex": "男",
        "ethnicity": "汉族",
        "party": "中共党员",
        "level_since": NOW - 12,
    } | fields
    birth = None if years is None else NOW - 12 * years
    return Person(id=id, name=id, birth=birth, level=level, **fields)


def table(*records, bands=BANDS):
    world = World.of(of_records(list(records)), NOW)
    return level_table(world, range(len(world.snapshot.people)), bands)


def at(found, label, group, row=0):
    column = next(
        i for i, each in enumerate(found.columns) if (each.group, each.label) == (group, label)
    )
    return found.rows[row].cells[column]


@pytest.mark.parametrize(
    ("years", "label"),
    [
        (35, "35岁以下"),
        (36, "36–40"),
        (40, "36–40"),
        (41, "41–45"),
        (50, "46–50"),
        (51, "51–54"),
        (54, "51–54"),
        (55, "55–59"),
        (59, "55–59"),
        (60, "60岁以上"),
    ],
)
def test_bands_of_age_at_their_borders(years, label):
    found = table(person("a", years))
    assert at(found, label, "年龄").people == (0,)
    others = [e for e in found.columns if e.group == "年龄" and e.label != label]
    assert all(at(found, each.label, "年龄").count == 0 for each in others)


@pytest.mark.parametrize(
    ("held", "label"),
    [
        (11, "不满1年"),
        (12, "1–3年"),
        (35, "1–3年"),
        (36, "3–5年"),
        (59, "3–5年"),
        (60, "5–10年"),
        (119, "5–10年"),
        (120, "10年以上"),
    ],
)
def test_years_at_the_level_at_their_borders(held, label):
    found = table(person("a", 45, level_since=NOW - held))
    assert at(found, label, "任现层次").count == 1


def test_the_mean_is_over_whose_age_is_known_and_shares_over_whose_value_is():
    found = table(person("a", 40), person("b", 51), person("c", None, sex=None))
    assert found.rows[0].mean_age == 45.5
    assert found.rows[0].aged == 2
    assert at(found, "女", "性别").share == 0.0
    assert at(found, "待核", "性别").people == (2,)
    assert at(found, "待核", "年龄").people == (2,)
    assert at(found, "36–40", "年龄").share == 0.5
    assert found.unknown == 3  # nothing is on record of anybody's degree and experience


def test_levels_come_from_the_top_who_has_none_last():
    found = table(
        person("a", 40, "乡科级副职"),
        person("b", 40),
        person("c", 40, None, absent="level", level_since=None),
        person("d", 40, None),
    )
    assert [row.label for row in found.rows] == [
        *("合计", "县处级正职", "乡科级副职", "无职务层次", "职务层次待核"),
    ]
    assert [row.cells[0].count for row in found.rows] == [4, 1, 1, 1, 1]


def test_schooling_counts_the_highest_on_record():
    rows = [
        Education(id="e1", person="a", mode="全日制", schooling="大专"),
        Education(id="e2", person="a", mode="在职", schooling="大学", degree="法学学士"),
    ]
    found = table(person("a", 40), *rows)
    assert at(found, "大学", "学历").count == 1
    assert at(found, "大专", "学历").count == 0


def test_sensitive_columns_are_marked():
    found = table(person("a", 40))
    assert {each.group for each in found.columns if each.sensitive} == {"性别", "民族", "政治面貌"}


@pytest.fixture(scope="module", params=(1, 2))
def city(request):
    drawn = draw(400, request.param)
    return World.of(of_records(drawn.records, drawn.settings), drawn.month)


def test_groups_part_everybody_and_rows_add_up(city):
    people = range(len(city.snapshot.people))
    for found in (level_table(city, people), age_table(city, people)):
        for number, column in enumerate(found.columns):
            parts = [row.cells[number].count for row in found.rows]
            assert sum(parts[1:]) == parts[0], column
        ages = [n for n, each in enumerate(found.columns) if each.group == "年龄"]
        for row in found.rows:
            assert sum(row.cells[n].count for n in ages) == row.cells[0].count


def test_each_figure_is_what_a_query_finds(city):
    people = range(len(city.snapshot.people))
    found = level_table(city, people)
    for group, label, sentence in (
        ("性别", "女", "性别 = 女"),
        ("民族", "少数民族", "少数民族 = 是"),
        ("年龄", "41–45", "年龄 介于 41 与 45"),
        ("任现层次", "3–5年", "任现层次月数 介于 36 与 59"),
        ("基层经历", "满2年", "基层工作月数 >= 24"),
    ):
        answer = city.facts.tri(parse(sentence, city.catalogue)).sure
        assert set(at(found, label, group).people) == set(answer.nonzero()[0].tolist())


def test_bands_of_ones_own():
    found = table(person("a", 30), person("b", 31), bands=(30,))
    assert [at(found, label, "年龄").count for label in ("30岁以下", "31岁以上")] == [1, 1]
    assert read_bands("30，40、50") == (30, 40, 50)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "逗号"),
        ("三十", "逗号"),
        ("10,40", "18 到 70"),
        ("40,40", "从小到大"),
        ("40,30", "从小到大"),
    ],
)
def test_bands_that_make_no_sense_are_refused(text, told):
    with pytest.raises(UserError, match=told):
        read_bands(text)


def test_single_ages_go_from_20_to_65():
    world = World.of(of_records([person("a", 20), person("b", 65), person("c", 66)]), NOW)
    found = age_table(world, range(3))
    labels = [each.label for each in found.columns]
    assert labels == ["人数", *(str(age) for age in range(20, 66)), "66以上"]
    assert [found.rows[0].cells[n].count for n in (1, 46, 47)] == [1, 1, 1]
