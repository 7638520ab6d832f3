import tomllib
from pathlib import Path

import pytest

from leadership_model.people import codes, reading, resume
from leadership_model.people.areas import NO_AREAS, of_names

HERE = Path(__file__).parent
AWKWARD = tomllib.loads((HERE / "awkward_lines.toml").read_text("utf-8"))
AREAS = of_names(AWKWARD["city"], tuple(AWKWARD["areas"]))


def rows(text, areas=AREAS):
    return [
        [
            one.unit_kind or "",
            "" if one.post_kind == "学习" else one.area or "",
            one.post_kind or "",
            one.level or "",
            one.role or "",
        ]
        for one in reading.read(text, areas)
    ]


@pytest.mark.parametrize("text", AWKWARD["lines"])
def test_awkward_line(text):
    assert rows(text) == AWKWARD["lines"][text]


def test_the_list_of_awkward_lines_is_long():
    assert len(AWKWARD["lines"]) >= 100


@pytest.mark.parametrize("text", AWKWARD["lines"])
def test_words_are_those_of_the_code_lists(text):
    for one in reading.read(text, AREAS):
        assert one.unit_kind is None or one.unit_kind in codes.career_words("unit_kinds")
        assert one.post_kind is None or one.post_kind in codes.career_words("post_kinds")
        assert one.role is None or one.role in codes.career_words("roles")
        assert one.level is None or one.level in codes.names("levels")
        assert set(one.functions) <= set(codes.names("functions"))
        assert 0 <= one.sure <= 100


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("易溪县财政局局长", ("财税", "经济")),
        ("易溪县退役军人事务局副局长", ("民政",)),
        ("易溪县人力资源和社会保障局科员", ("社保",)),
        ("易溪县委组织部副部长", ("组织", "党务")),
        ("易溪县云梦镇党委委员、宣传委员", ("宣传",)),
    ],
)
def test_functions(text, functions):
    assert functions in [one.functions for one in reading.read(text, AREAS)]


def test_secondment_is_marked():
    assert reading.read("挂职任易溪县财政局副局长", AREAS)[0].secondment
    assert reading.read("易溪县副县长（挂职）", AREAS)[0].secondment
    assert not reading.read("易溪县副县长", AREAS)[0].secondment


def test_an_area_of_the_base_goes_by_its_full_name():
    assert reading.read("岩峰县财政局局长", AREAS)[0].area == "岩峰彝族自治县"
    assert reading.read("云溪市岩峰县财政局局长", AREAS)[0].unit_text == "岩峰县财政局"


def test_areas_stand_as_written_where_none_is_known():
    assert reading.read("示例市虚构区财政局局长")[0].area == "虚构区"


def test_another_county_is_elsewhere_where_the_own_ones_are_known():
    assert reading.read("平塘县财政局局长", AREAS)[0].area == "市外"


def test_a_county_level_city_is_no_city():
    assert reading.read("湖阳市财政局局长", AREAS)[0].level == "乡科级正职"
    assert reading.read("云溪市财政局局长", AREAS)[0].level == "县处级正职"


def test_a_post_of_an_unknown_body_is_not_sure():
    assert reading.read("某某机构负责人", AREAS)[0].sure < 80
    assert reading.read("无法辨认的文字", AREAS)[0].sure < 40


def careers(text, **options):
    return reading.careers(resume.read(text), AREAS, **options)


def test_one_entry_for_each_post():
    first, second = careers("2016.05--2021.09  易溪县云梦镇党委副书记、镇长")
    assert (first.line, second.line) == (0, 0)
    assert (first.post_kind, second.post_kind) == ("党委副书记", "行政正职")
    assert first.text == second.text == "易溪县云梦镇党委副书记、镇长"


def test_parts_carry_the_line_they_stand_under():
    entries = careers(
        "2002.07--2006.11  易溪县财政局科员\n"
        "2006.11--2011.03  易溪县财政局副局长（其间：2007.03--2008.03挂职任云溪市财政局办公室副主任）\n"
        "（2005.09--2009.06云岭大学法学专业在职学习）"
    )
    assert [(entry.line, entry.kind) for entry in entries] == [
        (0, "任职"),
        (1, "任职"),
        (1, "其间"),
        (1, "跨段"),
    ]
    assert entries[2].secondment
    assert entries[3].post_kind == "学习"


def test_a_post_taken_inside_a_line_lasts_until_its_end():
    _, inside = careers(
        "2006.11--2011.03  易溪县财政局科员（其间：2008.03任易溪县财政局预算股股长）"
    )
    assert (inside.start, inside.end) == (24098, 24134)


def test_a_moment_inside_a_line_lasts_one_month():
    _, inside = careers("2006.11--2011.03  易溪县财政局科员（其间：2008.03参加云溪市委党校学习）")
    assert (inside.start, inside.end) == (24098, 24099)


def test_a_line_without_dates_is_kept_and_not_sure():
    (entry,) = careers("易溪县财政局科员")
    assert (entry.start, entry.sure) == (None, 0)


def test_remarks_are_no_entries():
    assert not careers("--重要职务重要经历：任镇长满三年")


def test_a_unit_of_the_base_is_recognised_by_its_name():
    (entry,) = careers("2002.07--  易溪县财政局局长", units={"易溪县财政局": "u-7"})
    assert entry.unit == "u-7"


def test_any_text_gives_a_reading():
    for text in ("", "、", "（", "局", "县", "镇长", "书记、", "，，", "的" * 200):
        assert reading.read(text, NO_AREAS)
