"""Quoting and making plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions import words


@pytest.mark.parametrize(
    ("text", "as_name", "as_value"),
    [
        ("年龄", "年龄", "年龄"),
        ("2024", "「2024」", "2024"),
        ("-1.5", "「-1.5」", "-1.5"),
        ("40岁左右", "40岁左右", "40岁左右"),
        ("省（区、市）委党校大学", "「省（区、市）委党校大学」", "「省（区、市）委党校大学」"),
        ("满", "「满」", "「满」"),
        ("满24个月", "「满24个月」", "「满24个月」"),
        ("24个月", "「24个月」", "「24个月」"),
        ("a」b", "「a」」b」", "「a」」b」"),
        ("", "「」", "「」"),
        ("１２", "「１２」", "「１２」"),
        ("a=b", "「a=b」", "「a=b」"),
    ],
)
def test_quotes_stand_where_a_word_would_be_read_otherwise(text, as_name, as_value):
    assert words.quote(text, name=True) == as_name
    assert words.quote(text) == as_value


@given(st.text(max_size=12))
def test_quoting_can_be_undone(text):
    quoted = words.quote(text)
    assert (words.unquote(quoted) if quoted.startswith("「") else quoted) == text


@given(st.text(alphabet="满近年24个月次不少于 （）＝，３ab度考核累计", max_size=20))
def test_making_plain_only_narrows_and_puts_blanks_in(text):
    made = words.plain(text)
    narrow = text.translate(words.PLAIN)
    assert made.text.replace(" ", "") == narrow.replace(" ", "")
    assert len(made.origins) == len(made.text) + 1
    for letter, place in zip(made.text, made.origins, strict=False):
        assert letter in (" ", narrow[place])


def test_quoted_text_is_left_alone():
    assert words.plain("专业 ＝ 「满24个月（３）」").text == "专业 = 「满24个月（３）」"


@pytest.mark.parametrize(
    ("word", "before", "parts"),
    [
        ("满24个月", "", ["满", "24", "个月"]),
        ("累计满2年", "", ["累计", "满", "2", "年"]),
        ("24个月", "满", ["24", "个月"]),
        ("24个月", "=", ["24个月"]),
        ("3年年度考核", "近", ["3", "年年度考核"]),
        ("3年年度考核", "=", ["3年年度考核"]),
        ("1次", "不少于", ["1", "次"]),
        ("1次", "", ["1次"]),
    ],
)
def test_words_are_split_where_blanks_were_left_out(word, before, parts):
    assert words.split(word, before) == parts
