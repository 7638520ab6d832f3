"""What the card says of a person, from small records; the gaps, limits and spans by hand."""

import pytest

from leadership_model import months
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Appraisal, Education, Person, Relative, Sanction
from leadership_model.people.reserve import Reserve, Training
from leadership_model.people.snapshot import of_records
from ui import loading
from ui.card.facts import gather, leaving
from ui.loading import Base, Loaded

NOW = months.of(2026, 11)


def entry(number, start, end, **more):
    return CareerEntry(id=f"c{number}", person="p", line=number, start=start, end=end, **more)


def world_of(*records, **fields):
    person = Person(id="p", name="李若溪", **fields)
    base = Base(of_records([person, *records]))
    return loading.look(Loaded(base, NOW, None), NOW).world


def facts_of(*records, **fields):
    return gather(world_of(*records, **fields), None, 0)


def test_who_it_is():
    facts = facts_of(
        sex="女",
        ethnicity="彝族",
        birth=months.of(1978, 3),
        origin="青湖区",
        party="中共党员",
        party_joined=months.of(2001, 6),
        level="县处级正职",
        level_since=months.of(2019, 1),
        work_start=months.of(2000, 8),
        post_text="易溪县委副书记、县长",
    )
    assert facts.headline == "女 · 彝族 · 48 岁"
    assert facts.lines == (
        "1978-03 生 · 青湖区人 · 中共党员 2001-06",
        "县处级正职 2019-01 起 · 7 年 10 个月",
    )
    assert dict(facts.fields)["参加工作"] == "2000-08 · 工龄 26 年 3 个月"


def test_what_is_unknown_says_so():
    facts = facts_of(birth_year=1980)
    assert facts.headline == "年龄待核"
    assert facts.lines[0].startswith("1980 生")
    assert "待核" in dict(facts.fields)["到龄"]
    assert facts.sanctions == (("unknown", "未登记，待核"),)
    assert facts.relatives == ("未登记",)


def test_the_career_is_laid_on_lanes_with_its_gaps():
    facts = facts_of(
        entry(0, months.of(1996, 9), months.of(2000, 7), kind="学习", unit_kind="高等院校"),
        entry(1, months.of(2000, 8), months.of(2018, 10), unit_kind="乡镇", text="镇长"),
        entry(2, months.of(2019, 1), None, unit_kind="县级政府", text="县长"),
        entry(3, months.of(2019, 5), months.of(2019, 7), kind="其间", unit_kind="高等院校"),
    )
    assert [each.lane for each in facts.stretches] == ["学习", "乡镇", "县级", "事业"]
    assert facts.stretches[2].end == NOW + 1
    assert facts.stretches[3].faint
    assert facts.gaps == ((months.of(2018, 10), months.of(2019, 1)),)
    assert facts.career == (("2019-01", "县长", True), ("2000-08", "镇长", False))


def test_one_month_between_two_lines_is_no_gap():
    facts = facts_of(
        entry(0, months.of(2000, 1), months.of(2010, 1)), entry(1, months.of(2010, 2), None)
    )
    assert facts.gaps == ()


def test_facts_after_the_month_are_not_seen():
    facts = facts_of(
        entry(0, months.of(2027, 1), None, text="以后"),
        Sanction(id="s", person="p", kind="党内警告", month=months.of(2027, 1)),
        rewards_complete=True,
    )
    assert facts.career == ()
    assert facts.sanctions == (("green", "无"),)


def test_sanctions_say_until_when():
    facts = facts_of(
        Sanction(id="s1", person="p", kind="党内警告", month=NOW - 3, ends=NOW + 3),
        Sanction(id="s2", person="p", kind="党内警告", month=NOW - 30, ends=NOW),
    )
    assert facts.sanctions[0] == ("red", "党内警告 2026-08 · 影响期至 2027-01")
    assert facts.sanctions[1][0] == "green"


def test_six_years_of_appraisals_with_the_missing_ones():
    facts = facts_of(Appraisal(id="a", person="p", year=2024, result="优秀"))
    assert [year for year, _ in facts.appraisals] == [2020, 2021, 2022, 2023, 2024, 2025]
    assert dict(facts.appraisals)[2024] == "优秀"
    assert dict(facts.appraisals)[2025] == "缺"


def test_schooling_full_time_first():
    facts = facts_of(
        Education(id="e1", person="p", mode="在职", schooling="研究生", end=10),
        Education(id="e2", person="p", mode="全日制", schooling="大学", degree="文学学士", end=9),
    )
    values = [value for name, value in facts.fields if name in ("学历学位", "")]
    assert values == ["大学 文学学士（全日制）", "研究生（在职）"]


def test_relatives_who_died_are_left_out():
    facts = facts_of(
        Relative(id="r1", person="p", title="父亲", name="张甲", deceased=True),
        Relative(id="r2", person="p", title="妻子", name="王乙", post_text="市一中教师"),
    )
    assert facts.relatives == ("妻子 王乙 市一中教师",)


@pytest.mark.parametrize("step", range(0, 300, 37))
def test_everybody_of_the_sample_has_a_card(context, step):
    workspace = context.workspace
    facts = gather(workspace.world, workspace.survey, step)
    assert facts.name
    assert len(facts.appraisals) == 6
    for gap in facts.gaps:
        assert gap[0] < gap[1] <= facts.as_of + 1


def test_leaving_names_the_team_and_what_breaks(context):
    world = context.workspace.world
    person = int(world.seating.holder[world.seating.holder >= 0][0])
    found = leaving(world, person)
    assert found[0][1].endswith("得分")
    free = next(i for i, seated in enumerate(world.seating.seated()) if not seated)
    assert leaving(world, free) == ()


def test_the_reserve_and_the_last_step_of_each_link_stand_on_the_card():
    stay = {"person": "p", "list": "近期使用", "role": "正职", "level": "县处级正职"}
    records = [
        Reserve(id="b1", start=NOW - 10, **stay),
        Reserve(id="b2", start=NOW - 40, end=NOW, **stay),
        Training(id="g1", person="p", link="实践锻炼", title="到乡镇挂职", start=NOW - 1),
        Training(id="g2", person="p", link="集中培训", title="旧班", start=NOW - 30, end=NOW - 29),
        Training(id="g3", person="p", link="集中培训", title="新班", start=NOW - 6, end=NOW - 5),
        Training(id="g4", person="p", link="择优使用", title="以后", start=NOW + 1),
    ]
    assert facts_of(*records).cultivated == (
        "近期使用：县处级正职，2026-01 入库",
        "集中培训 2026-05 新班",
        "实践锻炼 2026-10 到乡镇挂职（进行中）",
    )
    assert facts_of().cultivated == ()
