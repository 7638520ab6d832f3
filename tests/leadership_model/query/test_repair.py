from dataclasses import replace

import pytest

from leadership_model.conditions.sentence import parse, write
from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.query import repair


def retired(label):
    found = shipped()
    return found.with_element(replace(found.element(label), retired=True))


def test_a_sound_sentence_has_no_trouble():
    assert repair.troubles("年龄 <= 40 且 曾任 乡镇党政正职 满 24 个月", shipped()) == ()


def test_a_retired_element_is_still_asked_but_said():
    (found,) = repair.troubles("年龄 <= 40 且 性别 = 女", retired("年龄"))
    assert (found.name, found.kind, found.lines) == ("年龄", "retired", ("年龄 <= 40",))
    assert "年龄" not in found.offers


def test_a_name_that_is_gone_offers_names_its_lines_can_be_asked_by():
    sentence = "年令 <= 40 且 性别 = 女 且 年令 介于 20 与 60"
    (found,) = repair.troubles(sentence, shipped())
    assert (found.name, found.kind) == ("年令", "gone")
    assert "年龄" in found.offers
    assert "年龄段" not in found.offers  # much alike, but it has no order
    mended = repair.repaired(sentence, shipped(), {"年令": "年龄"})
    assert write(mended) == sentence.replace("年令", "年龄")
    assert mended == parse(write(mended), shipped())


def test_the_lines_of_a_name_can_be_left_out():
    sentence = "非 (年令 = 4) 且 (性别 = 女 或 旧标签 包含 果断) 且 曾任 老经历 满 12 个月"
    found = repair.troubles(sentence, shipped())
    assert [(each.name, each.of) for each in found] == [
        *(("年令", "要素"), ("旧标签", "要素"), ("老经历", "经历")),
    ]
    out = {each.name: None for each in found}
    assert write(repair.repaired(sentence, shipped(), out)) == "性别 = 女"
    assert repair.repaired("年令 = 4", shipped(), {"年令": None}) is None


def test_a_sentence_wrong_otherwise_cannot_be_mended_here():
    with pytest.raises(UserError):
        repair.troubles("年龄 <= 大学 且 年令 = 3", shipped())
