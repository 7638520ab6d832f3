"""The older text file: cells parted at the right places, and what is no such file."""

from hypothesis import given
from hypothesis import strategies as st

from leadership_model.exchange import lrm, lrmx
from leadership_model.exchange.clean import clean
from tests.leadership_model.exchange.conftest import SAMPLES

DATA = (SAMPLES / "甲示例.lrm").read_bytes()
PHOTO = (SAMPLES / "甲示例.pic").read_bytes()


def test_it_says_of_a_person_what_the_newer_form_says():
    old, issues = lrm.read(DATA, "甲示例.lrm", PHOTO)
    new, _ = lrmx.read_path(SAMPLES / "甲示例.lrmx")
    assert issues == ()
    assert old is not None
    assert new is not None
    one, other = clean(old), clean(new)
    assert one.issues == ()
    assert one.photo.read() == other.photo.read() == PHOTO
    assert (one.careers, one.educations, one.relatives) == (
        other.careers,
        other.educations,
        other.relatives,
    )
    differing = {k for k in one.said if one.said[k] != other.said.get(k)}
    assert differing == {"filled_in", "reward_text"}  # the two samples differ there


def test_commas_and_quotes_inside_a_cell_part_nothing():
    text = DATA.decode("gb18030").replace("嘉奖。", '嘉奖,称"先进"。')
    form, _ = lrm.read(text.encode("gb18030"))
    assert form is not None
    assert form.text("JiangChengQingKuang") == '2014.02,经示例市人民政府批准,嘉奖,称"先进"。'


def test_line_feeds_of_the_career_stay():
    form, _ = lrm.read(DATA)
    assert form is not None
    assert (form.text("JianLi") or "").count("\n") == 8


def test_a_34th_cell_is_the_id_number():
    form, _ = lrm.read(DATA.rstrip() + b',"00000019800307000X"')
    assert form is not None
    assert form.text("ShenFenZheng") == "00000019800307000X"


def test_no_photo_beside_it_leaves_the_photo_unsaid():
    form, _ = lrm.read(DATA)
    assert form is not None
    assert form.element("ZhaoPian") is None


def test_what_is_no_such_file_is_refused_with_a_sentence():
    for data in (b"", b"PK\x03\x04", DATA[: len(DATA) // 2], b'"a","b"'):
        form, issues = lrm.read(data, "x.lrm")
        assert form is None
        assert [issue.severity for issue in issues] == ["error"]
        assert issues[0].text.endswith("请重新导出")


def test_another_encoding_is_noted():
    form, issues = lrm.read(DATA.decode("gb18030").encode("utf-8"))
    assert form is not None
    assert [issue.severity for issue in issues] == ["note"]
    assert form.text("XingMing") == "甲示例"


@given(st.data())
def test_damaged_bytes_never_raise(data):
    at = data.draw(st.integers(0, len(DATA) - 1))
    some = data.draw(st.binary(max_size=6))
    form, issues = lrm.read(DATA[:at] + some + DATA[at + 3 :])
    assert form is not None or issues
    if form is not None:
        clean(form)
