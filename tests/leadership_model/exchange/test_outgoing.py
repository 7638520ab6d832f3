from dataclasses import replace

import pytest

from leadership_model.exchange import lrmx
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import PHOTO, Element
from leadership_model.exchange.outgoing import form_of, members, texts
from leadership_model.exchange.whole import Whole, of_clean
from leadership_model.people.person import Appraisal, Education, Person, Relative, Reward, Sanction

JPEG = b"\xff\xd8 new"


def form_in(data, file=""):
    """Give the form of bytes that surely hold one."""
    form, _ = lrmx.read(data, file)
    assert form is not None
    return form


@pytest.fixture
def source(sample):
    return form_in(sample)


@pytest.fixture
def whole(source):
    return of_clean(clean(source))


def edited(whole, **values):
    return replace(whole, person=replace(whole.person, **values))


def differing(one, other):
    """Name the elements that are not equal, in two forms of the same elements."""
    assert [e.tag for e in one.elements] == [e.tag for e in other.elements]
    pairs = zip(one.elements, other.elements, strict=True)
    return [a.tag for a, b in pairs if a.essence() != b.essence()]


def test_an_unedited_person_comes_back_equal(source, whole, sample):
    assert form_of(whole, source).essence() == source.essence()
    assert lrmx.write(form_of(whole, source)) == sample


@pytest.mark.parametrize(
    ("values", "tag"),
    [
        ({"name": "丙示例"}, "XingMing"),
        ({"birth": 23770}, "ChuShengNianYue"),
        ({"ethnicity": "彝族"}, "MinZu"),
        ({"party_joined": 24060}, "RuDangShiJian"),
        ({"party": "民建", "party_joined": None, "other_parties": None}, "RuDangShiJian"),
        ({"work_start": 24031}, "CanJiaGongZuoShiJian"),
        ({"technical_title": None, "absent": "technical_title"}, "ZhuanYeJiShuZhiWu"),
        ({"origin": None}, "JiGuan"),
        ({"resume": "2001.09--  甲局局长"}, "JianLi"),
        ({"post_text": "甲局局长"}, "XianRenZhiWu"),
    ],
)
def test_an_edited_field_changes_its_element_only(source, whole, values, tag):
    assert differing(source, form_of(edited(whole, **values), source)) == [tag]


def test_an_edited_education_changes_its_element_only(source, whole):
    first, second = whole.educations
    now = replace(whole, educations=(replace(first, school="云岭大学"), second))
    assert differing(source, form_of(now, source)) == ["QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi"]


def test_an_edited_relative_changes_one_cell(source, whole):
    first, *others = whole.relatives
    now = replace(whole, relatives=(replace(first, post_text="退休"), *others))
    written = form_of(now, source)
    assert differing(source, written) == ["JiaTingChengYuan"]
    old, new = list(source.members()), list(written.members())
    assert [a.essence() == b.essence() for a, b in zip(old, new, strict=True)] == [
        False,
        *[True] * 3,
    ]
    assert new[0].child("GongZuoDanWeiJiZhiWu") == replace(
        old[0].child("GongZuoDanWeiJiZhiWu"), text="退休"
    )
    assert new[0].child("ChuShengRiQi") == old[0].child("ChuShengRiQi")


def test_a_new_photo_changes_the_photo_only(source, whole):
    written = form_of(replace(whole, photo=JPEG), source)
    assert differing(source, written) == [PHOTO]
    assert clean(written).photo.read() == JPEG


def test_a_photo_kept_apart_comes_back(source, whole):
    assert form_of(whole, source.without_photo()).essence() == source.essence()


def test_a_value_the_source_had_no_element_for_is_put_in_its_place(simple):
    source = form_in(simple)
    assert source.element("ShenFenZheng") is None
    whole = edited(of_clean(clean(source)), id_number="00000019800307000X")
    tags = [element.tag for element in form_of(whole, source).elements]
    assert tags[tags.index("ShenFenZheng") - 1] == "TianBiaoRen"
    assert tags[tags.index("ShenFenZheng") + 1] == "ZhaoPian"


def test_unknown_elements_stay(source, whole):
    odd = replace(source, elements=(Element("Neu", "x"), *source.elements))
    assert form_of(edited(whole, name="乙"), odd).elements[0] == Element("Neu", "x")


def test_without_a_source_all_elements_of_the_layout_are_written(whole):
    written = form_of(whole)
    tags = [element.tag for element in written.elements]
    assert tags[0] == "XingMing"
    assert tags[-1] == "Version"
    assert "DaoLingNianYue" not in tags
    assert len(tags) == 34
    assert written.text("Version") == "3.2.1.16"
    data = lrmx.write(written)
    assert data.startswith(b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>\r\n<Person>\r\n  <')


def test_what_is_written_without_a_source_says_the_same(whole):
    again = of_clean(clean(form_in(lrmx.write(form_of(whole)))))
    assert texts(again) == texts(whole)
    assert members(again) == members(whole)
    assert again.photo == whole.photo


def test_records_without_texts_are_put_into_words():
    person = Person(
        id="p", name="甲", party="民建", other_parties="民盟", birth=23762, birth_date="19800307"
    )
    whole = Whole(
        person=person,
        educations=(
            Education(id="e1", person="p", mode="在职", schooling="大专"),
            Education(id="e2", person="p", mode="在职", schooling="研究生", absent="degree"),
        ),
        appraisals=tuple(
            Appraisal(id=f"a{y}", person="p", year=y, result="称职") for y in range(2020, 2025)
        ),
        rewards=(Reward(id="w", person="p", month=24169, organ="甲县委", name="嘉奖"),),
        sanctions=(Sanction(id="s", person="p", kind="党内警告", month=24200),),
        relatives=(Relative(id="r", person="p", title="妻子", name="乙", birth_year=1982),),
    )
    said = texts(whole)
    assert said["RuDangShiJian"] == "民建；民盟"
    assert said["ChuShengNianYue"] == "19800307"
    assert said["ZaiZhiJiaoYu_XueLi"] == "研究生"
    assert said["ZaiZhiJiaoYu_XueWei"] == "无"
    assert said["NianDuKaoHeJieGuo"].startswith("2022年年度考核称职；")
    assert members(whole) == (("妻子", "乙", "1982", "", ""),)
    again = of_clean(clean(form_of(whole)))
    assert [each.kind for each in again.sanctions] == ["党内警告"]
    assert [each.name for each in again.rewards] == ["嘉奖"]


def test_a_stale_day_of_birth_is_not_written():
    person = Person(id="p", name="甲", birth=23763, birth_date="19800307")
    assert texts(Whole(person=person))["ChuShengNianYue"] == "198004"
