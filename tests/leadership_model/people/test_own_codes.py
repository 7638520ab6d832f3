import pytest

from leadership_model.conditions import sentence
from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.people import codes, reading
from leadership_model.people.own_codes import LIKE_NEEDED, OwnCode, fault_in


@pytest.fixture(autouse=True)
def as_shipped():
    yield
    codes.lay(())


def own(code_list="functions", name="招商引资", **fields):
    return OwnCode(id=fields.pop("id", "c-1"), list=code_list, name=name, **fields)


def test_an_own_entry_stands_behind_the_shipped_ones():
    before = codes.names("functions")
    assert codes.lay([own()])
    assert codes.names("functions") == (*before, "招商引资")
    assert not codes.lay([own()])  # nothing is different
    codes.lay(())
    assert codes.names("functions") == before


def test_it_takes_over_what_the_shipped_one_means():
    codes.lay([own("education", "在职大学普通班", like="大学普通班", also="大普班")])
    assert codes.ranks("education")["在职大学普通班"] == codes.ranks("education")["大学普通班"]
    assert codes.spellings("education")["大普班"] == "在职大学普通班"
    codes.lay([own("unit_kinds", "县属平台公司", like="国有企业")])
    assert "县属平台公司" in codes.career_words("grassroots")
    codes.lay([own("unit_kinds", "市外机关", like="市直部门")])
    assert "市外机关" not in codes.career_words("grassroots")


def test_a_retired_entry_is_read_and_not_offered():
    codes.lay([own(retired=True)])
    assert "招商引资" in codes.names("functions")
    assert "招商引资" not in codes.offered("functions")
    assert codes.offered("unit_kinds") == codes.career_words("unit_kinds")


def test_questions_and_the_reading_of_careers_know_it():
    with pytest.raises(UserError):
        sentence.parse("熟悉领域 包含 招商引资", shipped())
    line = "易溪县投资促进局局长"
    assert "招商引资" not in reading.read(line)[0].functions
    codes.lay([own(also="投资促进")])
    text = "熟悉领域 包含 招商引资"
    assert sentence.write(sentence.parse(text, shipped())) == text
    row = "曾任 [职能 包含 招商引资]"
    assert sentence.write(sentence.parse(row, shipped())) == row
    assert reading.read(line)[0].functions[0] == "招商引资"


@pytest.mark.parametrize(
    ("entry", "field", "words"),
    [
        (own(name=" "), "name", "请填写名称"),
        (own(name="经济"), "name", "已有“经济”"),
        (own(name="招商、引资"), "name", "不能有顿号"),
        (own("education", "新学历"), "like", "相当于"),
        (own("education", "新学历", like="没有"), "like", "没有“没有”"),
        (own("education", "新学历", like="大学", code="21"), "code", "已被使用"),
        (own("education", "新学历", like="大学", also="本科"), "also", "本科"),
        (own(id="c-2"), "name", "增补的代码里已有"),
    ],
)
def test_a_wrong_entry_is_refused_where_it_is_wrong(entry, field, words):
    found = fault_in(entry, codes.shipped(entry.list), [own()])
    assert words in found[field]


@pytest.mark.parametrize("code_list", LIKE_NEEDED)
def test_every_list_that_can_be_extended_takes_a_right_entry(code_list):
    like = codes.shipped(code_list)[0]["name"] if LIKE_NEEDED[code_list] else None
    entry = own(code_list, "本部门增补项", like=like)
    assert fault_in(entry, codes.shipped(code_list), ()) == {}
    codes.lay([entry])
    assert "本部门增补项" in codes.offered(code_list)


def test_files_are_read_with_it():
    from leadership_model.exchange.record_texts import _sanction_in

    assert _sanction_in("受到岗位调整处理处分") is None
    codes.lay([own("sanctions", "岗位调整处理", like="诫勉")])
    assert _sanction_in("受到岗位调整处理处分") == "岗位调整处理"
    assert codes.values("sanctions", "rule")["岗位调整处理"] == "S6"


def test_an_entry_of_a_list_of_own_ones_alone_may_be_like_anything():
    """Sub-categories name the category they belong to, which no list of theirs holds."""
    assert fault_in(own("sub_categories", "近郊县", like="县级政府"), (), ()) == {}
    assert "name" in fault_in(own("sub_categories", " ", like="县级政府"), (), ())
