"""Values typed in, and 熟悉领域."""

import pytest

from leadership_model.elements.catalogue import shipped
from tests.leadership_model.elements.makers import ask, features, job, mark, person, value


def own(kind, **more):
    body = {"id": "own", "label": "评价", "group": "自定义", "kind": kind}
    return shipped().with_own([body | {"definition": {"kind": "mark"}} | more])


@pytest.mark.parametrize(
    ("catalogue", "text", "expected"),
    [
        (own("text"), "沉稳", "沉稳"),
        (own("text"), "无", "无"),
        (own("text"), None, "待核"),
        (own("choice", values=["好", "差"]), "好", "好"),
        (own("choice", values=["好", "差"]), "（无）", "无"),
        (own("choice", values=["好", "差"]), "很好", "很好"),
        (own("flag"), "是", "是"),
        (own("flag"), None, "待核"),
        (own("number", low=0, high=9), "7", 7),
        (own("number", low=0, high=9), "七", (0, 9)),
        (own("number", low=0, high=9), None, (0, 9)),
        (own("number", low=0, high=9), "无", "无"),
        (own("month", low="2000.01", high="2001.01"), "2000.10", 24009),
        (own("set", values=["甲", "乙"]), "甲、丙", {"甲"}),
        (own("set", values=["甲", "乙"]), "无", set()),
        (own("set", values=["甲", "乙"]), None, (set(), "待核")),
        (own("set"), "甲、丙", {"甲", "丙"}),
    ],
)
def test_a_mark_is_read_by_the_kind_of_its_element(catalogue, text, expected):
    found = features(*([] if text is None else [mark("评价", text)]), person(), catalogue=catalogue)
    assert value(found, "评价") == expected


def test_the_mark_entered_last_counts():
    found = features(mark("气质", "沉稳", at="2026-02"), mark("气质", "果断", at="2026-01"))
    assert value(found, "气质") == "沉稳"


def test_familiar_fields_are_marks_and_functions_carried_for_two_years():
    found = features(
        mark("熟悉领域", "金融、城建"),
        job("2020.01", "2021.06", functions="农业"),
        job("2021.06", "2022.01", functions="农业、水利"),
    )
    assert value(found, "熟悉领域") == {"金融", "城建", "农业"}
    assert ask(found, "熟悉领域 包含 农业") is True
    assert ask(found, "熟悉领域 包含 水利") is False


def test_twenty_three_months_and_a_secondment_are_not_enough():
    found = features(
        job("2020.01", "2021.12", functions="农业"),
        job("2018.01", "2020.01", functions="水利", secondment=True),
    )
    assert value(found, "熟悉领域") == set()


def test_a_doubtful_career_may_hide_more_fields():
    found = features(job("2020.01", "2024.01", functions="农业", sure=10))
    assert ask(found, "熟悉领域 包含 农业") is None
