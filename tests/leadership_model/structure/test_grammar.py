from dataclasses import replace

import pytest
from hypothesis import given

from leadership_model.errors import UserError
from leadership_model.structure import compose, edit, phrase, templates
from leadership_model.structure.grammar import read
from tests.leadership_model.structure.requirements import NAMES, requirements


@given(requirements())
def test_the_sentence_of_a_requirement_gives_the_requirement_back(requirement):
    like = compose.new(compose.KINDS[0].kind, "", "", "other", NAMES)
    like = replace(like, id=requirement.id, dimension=requirement.dimension)
    like = replace(like, label=requirement.label, why=requirement.why)
    assert read(phrase.sentence(requirement, NAMES), NAMES, like) == requirement


@given(requirements())
def test_every_piece_typed_as_it_stands_changes_nothing(requirement):
    for piece in phrase.pieces(requirement, NAMES):
        if piece.slot and piece.slot != "basis":
            assert edit.edited(requirement, piece.slot, piece.text, NAMES) == requirement, piece


@pytest.mark.parametrize("model", templates.shipped(), ids=[m.id for m in templates.shipped()])
def test_shipped_sentences_read_back(model):
    for each in model.requirements:
        assert read(phrase.sentence(each, NAMES), NAMES, each) == each


@pytest.mark.parametrize(
    "text", ["", "女干部至少一人。", "在 全部成员 中，什么 的人数 不少于 1 人。"]
)
def test_another_text_is_refused_with_a_sentence(text):
    like = compose.new(compose.KINDS[0].kind, "", "", "r", NAMES)
    with pytest.raises(UserError, match=r"。$"):
        read(text, NAMES, like)
