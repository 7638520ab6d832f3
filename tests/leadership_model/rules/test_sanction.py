import pytest

from leadership_model.people.person import Appraisal, Sanction
from leadership_model.rules.book import with_settings
from tests.leadership_model.rules.county import M, person
from tests.leadership_model.rules.test_book import Setting
from tests.leadership_model.rules.test_qualification import answer, ask


def measure(kind, month, ends=None, id="s"):
    return Sanction(
        id=id,
        person="p1",
        kind=kind,
        month=M(month) if month else None,
        ends=M(ends) if ends else None,
    )


@pytest.mark.parametrize(
    ("rule", "kind", "month", "expected"),
    [
        ("S1", "党内警告", "2025-11", ("pass", None)),
        ("S1", "党内警告", "2025-12", ("fail", M("2026-12"))),
        ("S2", "党内严重警告", "2025-05", ("pass", None)),
        ("S2", "党内严重警告", "2025-06", ("fail", M("2026-12"))),
        ("S3", "撤销党内职务", "2024-11", ("pass", None)),
        ("S3", "撤销党内职务", "2024-12", ("fail", M("2026-12"))),
        ("S4", "留党察看", "2024-01", ("fail", M("2028-01"))),
        ("S4", "留党察看", "2023-06", ("unknown", None)),
        ("S4", "留党察看", "2022-11", ("pass", None)),
        ("S5", "政务警告", "2026-05", ("pass", None)),
        ("S5", "政务警告", "2026-06", ("fail", M("2026-12"))),
        ("S5", "政务撤职", "2024-12", ("fail", M("2026-12"))),
        ("S6", "诫勉", "2026-06", ("fail", M("2026-12"))),
        ("S6", "诫勉", "2026-05", ("pass", None)),
        ("S1", "政务警告", "2026-06", ("pass", None)),
        ("S1", "党内警告", "2026-12", ("pass", None)),
        ("S1", "党内警告", None, ("unknown", None)),
    ],
)
def test_until_when_no_promotion(rule, kind, month, expected):
    assert answer(rule, person(), measure(kind, month)) == expected


def test_stored_end_goes_before():
    assert answer("S1", person(), measure("党内警告", "2026-01", "2026-11")) == ("pass", None)
    found = answer("S1", person(), measure("党内警告", "2020-01", "2027-02"))
    assert found == ("fail", M("2027-02"))


def test_the_rules_parameter_sets_the_length():
    book = with_settings([Setting("S1", parameters='{"党内警告": 24}')])
    held = measure("党内警告", "2025-01")
    assert answer("S1", person(), held) == ("pass", None)
    assert answer("S1", person(), held, book=book) == ("fail", M("2027-01"))
    assert answer("K6", person(), held, book=book) == ("fail", M("2027-01"))


def test_the_longest_of_two_counts():
    both = measure("党内警告", "2026-10", id="s2"), measure("党内警告", "2026-01")
    assert answer("S1", person(), *both) == ("fail", M("2027-10"))


@pytest.mark.parametrize(("rule", "kind"), [("S3", "撤销党内职务"), ("S4", "开除党籍")])
def test_the_heavier_bar_posts_of_the_same_level_too(rule, kind):
    assert answer(rule, person(), measure(kind, "2026-01"), post="dep1")[0] == "fail"
    lower = {"level": "乡科级正职"}
    assert ask(rule, person(), measure(kind, "2026-01"), post="dep1", deputy=lower) is None


def test_the_lighter_are_asked_of_promotions_only():
    assert ask("S1", person(), measure("党内警告", "2026-01"), post="dep1") is None


def test_unknown_kind_leaves_the_heavy_rules_open():
    held = measure(None, "2026-01")
    assert [ask(f"S{i}", person(), held).result for i in (1, 5, 6)] == ["unknown"] * 2 + ["pass"]
    assert ask("K6", person(), held).result == "unknown"


def test_an_unknown_kind_bars_nobody_for_sure_though_its_end_is_on_record():
    held = measure(None, "2026-01", "2027-01")
    assert [ask(f"S{i}", person(), held).result for i in (1, 5)] == ["unknown"] * 2
    assert ask("S1", person(), measure(None, "2025-01", "2026-11")).result == "pass"


def test_any_measure_in_force_bars_from_inspection():
    assert answer("K6", person(), measure("诫勉谈话", "2026-08")) == ("fail", M("2027-02"))
    assert answer("K6", person(), measure("诫勉谈话", "2026-05")) == ("pass", None)
    assert ask("K6", person(), measure("诫勉谈话", "2026-08")).severity == "forbid"
    assert ask("S6", person(), measure("诫勉谈话", "2026-08")).severity == "warn"


def graded(*years):
    return [
        Appraisal(id=f"a{i}", person="p1", year=year, result=result)
        for i, (year, result) in enumerate(years)
    ]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([(2025, "称职")], "pass"),
        ([(2025, "基本称职")], "fail"),
        ([(2025, "不称职")], "fail"),
        ([(2025, "不定等次")], "pass"),
        ([(2025, "称职"), (2024, "不称职")], "pass"),
        ([(2024, "不称职")], "fail"),
        ([(2023, "称职")], "unknown"),
        ([(2025, None)], "unknown"),
        ([(2026, "不称职"), (2025, "优秀")], "pass"),
        ([], "unknown"),
    ],
)
def test_last_appraisal_on_record(years, expected):
    assert ask("K3", person(), *graded(*years)).result == expected


def test_words_name_the_sanction_and_its_end():
    found = ask("S1", person(), measure("党内警告", "2026-03"))
    assert found.have == "党内警告，影响期至2027.03"
    assert found.evidence == "2026.03受党内警告，影响期至2027.03。"
    assert "仅就已登记" in ask("S1", person()).have
