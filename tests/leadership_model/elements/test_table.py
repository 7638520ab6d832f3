"""Laws of the whole feature table: gaps filled never contradict; sensitive roots stay inside."""

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.conditions.mask import mask
from leadership_model.conditions.sentence import parse
from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.person import Person
from tests.leadership_model.elements.makers import (
    AS_OF,
    appraisal,
    ask,
    features,
    job,
    mark,
    person,
    sanction,
    schooling,
    tenure,
    township,
    value,
)

ROOTS: dict[str, tuple[Any, ...]] = {
    "sex": ("男", "女"),
    "ethnicity": ("汉族", "彝族"),
    "party": ("中共党员", "民盟", "群众"),
    "other_parties": ("中共党员", "民盟"),
    "party_joined": (24000, 24200),
    "health": ("健康", "一般"),
    "religion": ("无",),
    "marriage": ("已婚",),
    "origin": ("青川县", "石桥县"),
    "birthplace": ("青川县", "石桥县"),
    "hometown": ("青川县", "石桥县"),
}


def crowd(number):
    """Draw eight people with everything an element may read, each field with gaps."""
    source = random.Random(number)

    def some(*values):
        return source.choice([*values, None])

    records = [*township("甲镇"), *township("乙镇", area="石桥县")]
    for i in range(8):
        who = f"p{i}"
        roots = {name: some(*values) for name, values in ROOTS.items()}
        level, grade = some("乡科级正职", "县处级副职"), some("一级主任科员")
        records.append(
            person(
                who, birth=some(23700, 23900), birth_year=source.choice([1975, 1990]), **roots,
                work_start=some(24000), level=level, level_since=some(24250), grade=grade,
                grade_since=some(24280), rewards_complete=source.random() < 0.5,
                unit=some("u-甲镇"), technical_title=some("会计师"), speciality=some("会计"),
                resume=some("简历"), selected_graduate=source.choice([True, False, None]),
                absent=source.choice(["", "appraisal_text", "technical_title"]),
            )
        )  # fmt: skip
        for start in sorted(source.sample(range(AS_OF - 240, AS_OF), 2)):
            row = job(
                months.show(start), months.show(start + 40), of=who, sure=source.choice([100, 40]),
                unit_kind=some("乡镇", "县直部门", "部队"), area=source.choice(["青川县", "石桥县"]),
                functions=some("农业", "经济、党务"), secondment=source.random() < 0.2,
            )  # fmt: skip
            records.append(row)
        for mode in ("全日制", "在职"):
            if source.random() < 0.7:
                records.append(  # noqa: PERF401 (drawn in order)
                    schooling(mode, some("大专", "大学"), of=who, discipline=some("法学"))
                )
        records += [appraisal(y, some("优秀", "称职"), of=who) for y in (2023, 2024, 2025)]
        records += [sanction("诫勉", "2026.08", of=who)] if source.random() < 0.2 else []
        records += [mark("熟悉领域", "金融", of=who)] if source.random() < 0.3 else []
    records += [tenure("甲镇-书记", "2022.01", of="p0"), tenure("乙镇-镇长", "2025.01", of="p1")]
    return records


def arrays(column):
    """Give the arrays of a column, with values spelled out."""
    parts = [getattr(column, name) for name in column.__dataclass_fields__]
    return [part.tolist() if isinstance(part, np.ndarray) else part for part in parts]


def drawn(source) -> dict[str, Any]:
    """Draw all sensitive roots anew."""
    return {name: source.choice([*values, None]) for name, values in ROOTS.items()}


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_no_chain_carries_a_sensitive_root_into_another_element(number, other):
    records = crowd(number)
    source = random.Random(other)
    swapped = [
        replace(each, **drawn(source)) if isinstance(each, Person) else each for each in records
    ]
    before, after = features(*records), features(*swapped)
    for each in shipped().elements:
        if not shipped().sensitive(each.label):
            found = (arrays(before.column(each.label)), arrays(after.column(each.label)))
            assert found[0] == found[1], each.label


QUESTIONS = (
    "年龄 <= 42", "年龄 >= 50", "性别 = 女", "民族 ≠ 汉族", "少数民族 = 是", "党外 = 是",
    "党龄 >= 3", "学历 >= 大学", "学历 < 大学", "全日制学历 = 大专", "职务层次 >= 县处级副职",
    "曾任 乡镇党政正职", "曾任 乡镇党政正职 满 24 个月", "从未任 乡镇工作 连续 满 60 个月",
    "乡镇工作月数 <= 30", "近 3 年年度考核 优秀 不少于 2 次", "有 考核 [结果 = 称职]",
    "没有 教育 [学历 = 大学]", "处分影响期内 = 是", "选调生 = 是", "工龄 > 20",
    "任现层次月数 >= 60", "年龄段 = 46-50岁", "干部类别 = 乡科级", "到龄时间 <= 2036.01",
    "技术职务 ≠ 会计师", "熟悉领域 包含 农业", "外地任职经历 = 是",
)  # fmt: skip


def filled(records, source):
    """Fill every gap with a value it may have."""
    whole = []
    people = {each.id: each for each in records if isinstance(each, Person)}
    for each in records:
        kind = type(each).__name__
        gaps = [n for n in each.__dataclass_fields__ if getattr(each, n) is None]
        if kind == "Person":
            values: dict[str, Any] = {n: source.choice(v) for n, v in ROOTS.items() if n in gaps}
            if each.party is not None:  # a known first party settles that there is no second
                values.pop("other_parties", None)
            if "birth" in gaps:
                values["birth"] = each.birth_year * 12 + source.randrange(12)
            if each.party is None and each.party_joined is not None:
                values["party"] = "中共党员"  # a date of joining on record is a member's
            if values.get("party", each.party) != "中共党员" and "party_joined" in gaps:
                values["party_joined"] = None
            more: dict[str, Any] = {
                "work_start": 24000 + source.randrange(100), "level": "乡科级正职",
                "level_since": 24200 + source.randrange(100), "selected_graduate": True,
                "resume": "简历",
            }  # fmt: skip
            values |= {n: v for n, v in more.items() if n in gaps}
            whole.append(replace(each, **values, rewards_complete=True))
        elif kind == "CareerEntry":
            fresh = {"unit_kind": "乡镇"} if "unit_kind" in gaps else {}
            if each.sure < 60:  # a doubtful line may turn out to mean anything
                fresh = {"unit_kind": source.choice(["乡镇", "县直部门"])}
                fresh |= {"functions": source.choice(["农业", None])}
            whole.append(replace(each, **fresh, sure=100))
        elif kind == "Education":
            schooling_of = each.schooling or source.choice(["大专", "大学", "研究生"])
            whole.append(replace(each, schooling=schooling_of))
        elif kind == "Appraisal":
            whole.append(replace(each, result=each.result or source.choice(["优秀", "称职"])))
        else:
            whole.append(each)
    ways = {(e.person, e.mode) for e in whole if type(e).__name__ == "Education"}
    for who in people:
        for mode in ("全日制", "在职"):
            if (who, mode) not in ways and source.random() < 0.8:
                row = schooling(mode, source.choice(["大专", "大学"]), of=who)
                whole.append(row)
        if not people[who].rewards_complete and source.random() < 0.3:
            whole.append(sanction("诫勉", "2026.09", of=who))
        if people[who].resume is None and source.random() < 0.5:
            whole.append(job("2003.01", "2006.01", of=who, functions="农业"))
    return whole


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_filling_gaps_never_contradicts_what_was_said(number, other):
    records = crowd(number)
    before, after = features(*records), features(*filled(records, random.Random(other)))
    for sentence in QUESTIONS:
        tree = parse(sentence, shipped())
        then, now = mask(tree, before), mask(tree, after)
        assert not (then.sure & ~now.sure).any(), sentence
        assert not (now.possible & ~then.possible).any(), sentence


@given(st.integers(0, 10**6))
def test_columns_do_not_depend_on_the_order_of_asking(number):
    records = crowd(number)
    first, second = features(*records), features(*records)
    labels = [each.label for each in shipped().elements]
    one = {label: arrays(first.column(label)) for label in labels}
    other = {label: arrays(second.column(label)) for label in reversed(labels)}
    assert one == other


@given(st.integers(0, 10**6))
def test_a_seating_that_changes_nothing_changes_no_column(number):
    table = features(*crowd(number))
    again = table.reseated(replace(table.seating))
    for each in shipped().elements:
        assert arrays(table.column(each.label)) == arrays(again.column(each.label)), each.label


def test_a_column_stays_inside_its_declared_kind():
    table = features(*crowd(1))
    assert table.count == 8
    for each in shipped().elements:
        column = table.column(each.label)
        wanted = {"number": "Number", "month": "Number", "choice": "Choice", "flag": "Choice"}
        wanted |= {"set": "Set", "text": "Text"}
        assert type(column).__name__ == wanted[each.kind] + "Column", each.label


def test_names_that_do_not_exist_are_the_users_matter():
    table = features(person())
    with pytest.raises(UserError, match="年令"):
        table.column("年令")


def test_nobody_at_all_can_be_asked():
    from leadership_model.elements import table as tables
    from leadership_model.people.seating import seat
    from leadership_model.people.snapshot import of_records

    empty = tables.build(seat(of_records([]), AS_OF), shipped())
    for each in shipped().elements:
        empty.column(each.label)
    for sentence in (*QUESTIONS, "现任 乡镇党政正职", "有 任职 []", "有 亲属 []"):
        assert len(mask(parse(sentence, shipped()), empty).sure) == 0


def test_age_counts_at_the_month_asked_about():
    who = person(birth="1984.11")
    assert value(features(who, as_of="2025.10"), "年龄") == 40
    assert value(features(who, as_of="2025.11"), "年龄") == 41


def test_the_list_of_parties_covers_the_flags():
    for party in codes.names("parties"):
        found = features(person(party=party))
        inside = party in ("中共党员", "预备党员")
        assert ask(found, "中共党员 = 是") is inside
        assert ask(found, "党外 = 是") is not inside
