import pytest

from leadership_model.people.place_words import Where
from leadership_model.people.post_words import cut, meaning


@pytest.mark.parametrize(
    ("piece", "path", "word", "vice", "party"),
    [
        ("易溪县财政局局长", "易溪县财政局", "局长", False, ""),
        ("易溪县财政局党组书记", "易溪县财政局", "书记", False, "党组"),
        ("易溪县县长", "易溪县", "县长", False, ""),
        ("易溪县长", "易溪县", "长", False, ""),
        ("常务副县长", "", "县长", True, ""),
        ("公安局刑侦大队副大队长", "公安局刑侦大队", "大队长", True, ""),
        ("党委专职副书记", "", "书记", True, "党委"),
    ],
)
def test_titles_are_cut_off(piece, path, word, vice, party):
    title = cut(piece)
    assert title is not None
    assert (title.path, title.vice, title.party) == (path, vice, party)
    assert title.word in (word, "县长")


@pytest.mark.parametrize(
    ("piece", "sort"),
    [
        ("财政局四级调研员", "grade"),
        ("财政局主任科员", "grade"),
        ("财政局科员", "clerk"),
        ("医院主任医师", "expert"),
        ("财政局总工程师", "title"),
    ],
)
def test_the_longest_word_wins(piece, sort):
    title = cut(piece)
    assert title is not None
    assert title.sort == sort


def test_no_title():
    assert cut("财政局预算") is None


@pytest.mark.parametrize(
    ("piece", "kind", "post", "role"),
    [
        ("书记", "县级党委", "党委书记", "正职"),
        ("副书记", "县级党委", "党委副书记", "副职"),
        ("常务副县长", "县级政府", "常务副职", "副职"),
        ("副县长", "县级政府", "行政副职", "副职"),
        ("主任", "县级人大", "人大正职", "正职"),
        ("副局长", "县直部门", "部门副职", "副职"),
        ("党组成员", "县直部门", "部门其他", "其他"),
        ("党委委员", "乡镇", "党委委员", "副职"),
        ("镇长", "乡镇", "行政正职", "正职"),
        ("董事长", "国有企业", "企业负责人", "正职"),
    ],
)
def test_a_title_means_something_in_its_unit(piece, kind, post, role):
    title = cut(piece)
    assert title is not None
    found = meaning(title, Where(scope="county", kind=kind))
    assert (found.kind, found.role) == (post, role)
