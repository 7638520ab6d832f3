"""The order of names: official stroke order, pinyin with surnames read as surnames."""

import pytest

from ui.tables import collate, pinyin, strokes


@pytest.mark.parametrize(
    "names",
    [
        ["丁", "王", "李", "张", "欧阳"],
        ["吕", "朱", "任", "刘", "关", "江", "安", "许", "孙"],
        ["丁", "丁一", "王", "王伟", "王芳"],
        ["砉", "䶮"],
    ],
    ids=["few", "six strokes", "shorter first", "rare"],
)
def test_strokes_give_the_official_order(names):
    backwards = list(reversed(names))
    assert sorted(backwards, key=collate.stroke_key) == names


def test_ranks_are_shared_and_missing_ones_negative():
    assert collate.stroke_ranks(["王伟", None, "丁一", "王伟", ""]).tolist() == [1, -1, 0, 1, -1]


@pytest.mark.parametrize("character", strokes.BESIDE)
def test_rare_characters_stand_beside_their_neighbour(character):
    neighbour = strokes.BESIDE[character][0]
    table = collate.stroke_table()
    assert 0 < table[character] - table[neighbour] < 10


def test_a_character_nobody_knows_comes_last():
    assert sorted(["\U0002b81c甲", "丁", "龘"], key=collate.stroke_key)[-1] == "\U0002b81c甲"


def test_pinyin_reads_surnames():
    names = ["曾国", "单明", "蔡明", "陈明", "申明", "张明"]
    ranks = collate.pinyin_ranks(names, names=True)
    order = [name for _, name in sorted(zip(ranks, names, strict=True))]
    assert order == ["蔡明", "陈明", "单明", "申明", "曾国", "张明"]


@pytest.mark.parametrize(
    ("name", "spelled", "letters"),
    [
        ("单建华", "shanjianhua", "sjh"),
        ("曾国", "zengguo", "zg"),
        ("仇英", "qiuying", "qy"),
        ("解放", "xiefang", "xf"),
        ("尉迟明", "yuchiming", "ycm"),
        ("区明", "ouming", "om"),
        ("查明", "zhaming", "zm"),
        ("朴明", "piaoming", "pm"),
        ("盖明", "geming", "gm"),
        ("单于明", "chanyuming", "cym"),
        ("万俟明", "moqiming", "mqm"),
        ("吕明", "lvming", "lm"),
    ],
)
def test_polyphonic_surnames(name, spelled, letters):
    assert pinyin.spell(name) == spelled
    assert pinyin.initials(name) == letters
    spellings, initials = pinyin.searchable(name)
    assert spelled in spellings
    assert letters in initials


def test_a_surname_is_also_found_by_its_usual_reading():
    spellings, letters = pinyin.searchable("单建华")
    assert {"shanjianhua", "danjianhua"} <= set(spellings)
    assert {"sjh", "djh"} <= set(letters)


def test_archaic_readings_are_left_out():
    assert pinyin.searchable("丁俊") == (("dingjun",), ("dj",))


def test_an_empty_name_has_no_spelling():
    assert pinyin.spell("") == ""
