"""Generated people go out as .lrmx and as .lrm with .pic, and come back as they were."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.exchange import lrm, lrmx, outgoing
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import Form
from leadership_model.exchange.whole import Whole, of_clean
from leadership_model.people import resume
from leadership_model.people.person import Education, Person, Relative
from tests.leadership_model.exchange.conftest import SAMPLES

JPEG = b"\xff\xd8\xff\xe0 \xff\xd9"
NAMES = st.sampled_from(("沈岚", "赵云山", "欧阳明", "阿依古丽"))
WORDS = st.text(alphabet="云溪市县局委镇党组书记长副主任科员办公室第", min_size=2, max_size=30)
MONTHS = st.integers(months.of(1960, 1), months.of(2005, 12))


@st.composite
def lines(draw):
    """Draw a 简历: entries one after another, with 其间 and 跨段 brackets."""
    made, at = [], draw(st.integers(months.of(1985, 1), months.of(1995, 1)))
    for number in range(draw(st.integers(1, 6))):
        end = at + draw(st.integers(6, 80))
        parts = []
        if draw(st.booleans()):
            part = resume.Part("其间", draw(WORDS) + "学习", at + 1, end - 1)
            parts.append(part)
        if number and draw(st.booleans()):
            parts.append(resume.Part("跨段", draw(WORDS) + "在职学习", at - 3, end - 2))
        made.append(resume.Line(number, draw(WORDS), at, end, tuple(parts)))
        at = end
    last = resume.Line(len(made), draw(WORDS), at, None)
    return (*made, last)


@st.composite
def wholes(draw):
    """Draw a person as a form has one."""
    birth = draw(MONTHS)
    person = Person(
        id="",
        name=draw(NAMES),
        sex=draw(st.sampled_from((None, "男", "女"))),
        birth=birth,
        ethnicity=draw(st.sampled_from((None, "汉族", "彝族"))),
        origin=draw(st.sampled_from((None, "云岭云溪"))),
        party="中共党员",
        party_joined=birth + 12 * 22,
        work_start=birth + 12 * 20,
        health=draw(st.sampled_from((None, "健康"))),
        technical_title=draw(st.sampled_from((None, "会计师"))),
        speciality=draw(st.one_of(st.none(), WORDS)),
        post_text=draw(WORDS),
        resume=resume.write(draw(lines()), draw(st.sampled_from((None, 21)))),
        reason=draw(st.one_of(st.none(), WORDS)),
        reporting_unit=draw(st.one_of(st.none(), WORDS)),
        has_photo=True,
    )
    schooling = draw(st.sampled_from(("大学", "大专")))
    education = Education(
        id="", person="", mode="全日制", schooling=schooling, school="云岭大学", major="财政学"
    )
    relatives = tuple(
        Relative(
            id="", person="", order=at, title=title, name=draw(NAMES), birth=birth, party="群众",
            post_text=draw(WORDS),
        )
        for at, title in enumerate(draw(st.sampled_from(((), ("妻子",), ("妻子", "儿子", "父亲")))))
    )  # fmt: skip
    return Whole(person=person, educations=(education,), relatives=relatives, photo=JPEG)


def read(data) -> Form:
    form, issues = lrmx.read(data)
    assert form is not None
    assert issues == ()
    return form


def same(one, other):
    assert outgoing.texts(one) == outgoing.texts(other)
    assert outgoing.members(one) == outgoing.members(other)
    assert one.photo == other.photo


@settings(max_examples=12)
@given(wholes())
def test_a_person_written_as_lrmx_comes_back(whole):
    data = lrmx.write(outgoing.form_of(whole))
    form = read(data)
    again = of_clean(clean(form))
    same(again, whole)
    # The file read and not edited is written back letter for letter.
    assert lrmx.write(outgoing.form_of(again, form)) == data


@settings(max_examples=12)
@given(wholes())
def test_a_person_written_as_lrm_and_pic_comes_back(whole):
    data = lrm.write(outgoing.form_of(whole))
    form, issues = lrm.read(data, "a.lrm", JPEG)
    assert form is not None
    assert issues == ()
    again = of_clean(clean(form))
    same(again, whole)
    assert lrm.write(outgoing.form_of(again, form)) == data


@settings(max_examples=12)
@given(wholes(), WORDS)
def test_an_edited_field_changes_its_element_only(whole, post):
    form = read(lrmx.write(outgoing.form_of(whole)))
    edited = replace(whole, person=replace(whole.person, post_text=f"新{post}"))
    written = outgoing.form_of(edited, form)
    pairs = zip(form.elements, written.elements, strict=True)
    assert [a.tag for a, b in pairs if a.essence() != b.essence()] == ["XianRenZhiWu"]


def test_the_sample_lrm_is_written_back_byte_for_byte():
    data = (SAMPLES / "甲示例.lrm").read_bytes()
    form, _ = lrm.read(data, "甲示例.lrm", JPEG)
    assert form is not None
    assert lrm.write(outgoing.form_of(of_clean(clean(form)), form)) == data


def test_marks_that_part_cells_never_do_so_in_a_text():
    form, _ = lrm.read((SAMPLES / "甲示例.lrm").read_bytes())
    assert form is not None
    whole = of_clean(clean(form))
    odd = Whole(
        person=Person(id="", name="沈岚", post_text='称"先进","模范"', speciality='"'),
        educations=(Education(id="", person="", mode="在职", school="云岭#大@学"),),
        relatives=(Relative(id="", person="", title="妻子", name="甲@乙", post_text="局\n长"),),
    )
    again, _ = lrm.read(lrm.write(outgoing.form_of(odd)))
    assert again is not None
    assert again.text("XianRenZhiWu") == '称"先进”，"模范"'
    assert again.text("ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi") == "云岭＃大＠学"
    (member,) = again.members()
    assert [each.text for each in member.children] == ["妻子", "甲＠乙", "", "", "局\n长"]
    assert whole.person.name == "甲示例"


def test_the_two_elements_of_2025_are_put_in_their_places():
    person = Person(id="", name="沈岚", sex="女", birth=months.of(1980, 3), level="县处级副职")
    form = outgoing.upgraded(outgoing.form_of(Whole(person=person)), person, months.of(2026, 11))
    tags = [each.tag for each in form.elements]
    assert tags[tags.index("DaoLingNianYue") - 1] == "CanJiaGongZuoShiJian"
    assert tags[tags.index("GaiGeQianRenZhiNianLingJieXian") - 1] == "JiaTingChengYuan"
    assert form.text("DaoLingNianYue") == "204303"
    assert form.text("GaiGeQianRenZhiNianLingJieXian") == "改革前任职年龄界限为60岁"
    late = outgoing.upgraded(outgoing.form_of(Whole(person=person)), person, months.of(2043, 3))
    assert late.text("GaiGeQianRenZhiNianLingJieXian") == "已到龄人员"


def test_elements_of_2025_a_file_has_already_stay():
    form, _ = lrmx.read_path(SAMPLES / "甲示例-2025-fields.lrmx")
    assert form is not None
    person = of_clean(clean(form)).person
    assert outgoing.upgraded(form, person, months.of(2026, 11)) == form
