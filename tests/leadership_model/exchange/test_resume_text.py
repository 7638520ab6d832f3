"""简历 laid out by the rules, and left alone where a word would be lost."""

import pytest

from leadership_model.exchange.resume_text import composed, laid_out
from leadership_model.people.career import CareerEntry

GOOD = """1998.09--2002.07  云岭大学财政学专业学习
2002.07--2011.03  易溪县财政局预算股股长
                  （其间：2007.09--2009.12省委党校学习）
（2009.09--2012.06云岭大学在职学习）
2011.03--         易溪县财政局局长"""


def test_what_is_laid_out_stays():
    assert laid_out(GOOD) == GOOD
    half = GOOD.replace("（", "(").replace("）", ")").replace("：", ":")
    assert laid_out(half) == half


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2001年9月—2004年7月 云岭大学学习", "2001.09--2004.07  云岭大学学习"),
        ("200109-200407  云岭大学学习", "2001.09--2004.07  云岭大学学习"),
        ("2011.03--至今     易溪县财政局局长", "2011.03--         易溪县财政局局长"),
    ],
)
def test_other_habits_are_laid_out(text, shown):
    assert laid_out(text) == shown


def test_a_long_row_goes_on_under_its_text():
    text = "2001.9—2004.7 " + "易" * 30
    assert laid_out(text) == f"2001.09--2004.07  {'易' * 21}\n{' ' * 18}{'易' * 9}"
    assert laid_out(text, None) == f"2001.09--2004.07  {'易' * 30}"


def test_a_text_that_would_lose_words_stays():
    text = "甲局科员，2001年9月起\n2004.7-2006.8 乙局；曾任丙局长（2005.13学习）"
    lines = laid_out(text)
    assert all(word in lines for word in ("甲局科员", "乙局", "曾任丙局长", "学习"))


def test_a_text_without_dates_stays():
    assert laid_out("生于易溪，长于云梦。") == "生于易溪，长于云梦。"


def test_entries_without_a_text_are_put_into_words():
    entries = (
        CareerEntry(id="a", person="p", line=0, start=24008, end=24043, text="甲局科员"),
        CareerEntry(
            id="b", person="p", line=0, kind="其间", start=24010, end=24012, text="党校学习"
        ),
        CareerEntry(id="c", person="p", line=1, start=24043, text="乙局局长"),
        CareerEntry(id="d", person="p", line=1, start=24043, text="乙局党组书记"),
    )
    assert composed(entries) == (
        "2000.09--2003.08  甲局科员\n"
        "                  （其间：2000.11--2001.01党校学习）\n"
        "2003.08--         乙局局长、乙局党组书记"
    )
    assert composed(()) == ""
