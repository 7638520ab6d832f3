from leadership_model.conditions.sentence import parse
from leadership_model.elements import catalogue
from leadership_model.structure import templates, usage

NAMES = catalogue.shipped()


def found(sentences=()):
    return usage.uses(NAMES, templates.shipped(), templates.portraits(), sentences)


def test_an_element_knows_its_models_portraits_and_the_elements_built_on_it():
    kinds = {each.kind for each in found()["年龄"]}
    assert "模型" in kinds
    assert "要素" in kinds
    assert any(each.kind == "画像" for each in found()["有乡镇党政正职经历"])


def test_a_filter_knows_the_elements_built_on_it():
    assert any(each.title == "有乡镇党政正职经历" for each in found()["乡镇党政正职"])


def test_a_sentence_is_a_use():
    condition = parse("年龄 <= 42 且 曾任 乡镇党政正职", NAMES)
    listed = found([("查询", "后备", "q1", condition)])
    for name in ("年龄", "乡镇党政正职"):
        assert usage.Use("查询", "后备", "年龄 <= 42 且 曾任 乡镇党政正职", "q1") in listed[name]


def test_no_use_is_listed_twice():
    for listed in found().values():
        assert len(listed) == len(set(listed))
