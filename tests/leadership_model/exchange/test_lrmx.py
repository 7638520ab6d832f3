import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.exchange import clean, lrmx, repair
from leadership_model.exchange.form import Element, Form

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def form_in(data, file=""):
    """Give the form of bytes that surely hold one."""
    form, _ = lrmx.read(data, file)
    assert form is not None
    return form


def wrapped(inner):
    return f"{HEAD}<Person><XingMing>甲示例</XingMing><JianLi>{inner}</JianLi></Person>"


def refused(data):
    form, (issue,) = lrmx.read(data, "a.lrmx")
    assert form is None
    assert issue.file == "a.lrmx"
    assert issue.severity == "error"
    return issue.text


def test_a_sample_is_read_without_issues(sample):
    form, issues = lrmx.read(sample)
    assert not issues
    assert form is not None
    assert form.elements[0].tag == "XingMing"
    assert form.elements[-1].tag == "Version"
    assert len(list(form.members())) == 4


def test_a_sample_is_written_back_byte_by_byte(sample):
    assert lrmx.write(form_in(sample)) == sample


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空的"),
        (b" \r\n", "空的"),
        (b"\xef\xbb\xbf", "空的"),
        (b"hello", "不是 XML"),
        (b"PK\x03\x04\x00\x00", "不是 XML"),
        (b"<html></html>", "根元素是“html”"),
        (b"<Person><XingMing>a</XingMing>", "不完整"),
        (b"<?xml version='1.0'?><!DOCTYPE Person><Person/>", "DOCTYPE"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><Person>&a;</Person>', "DOCTYPE"),
        (b'<!-- <x> --><!ENTITY a "b"><Person></Person>', "DOCTYPE"),
    ],
)
def test_bad_files_are_refused_with_a_sentence(data, word):
    assert word in refused(data)


def test_a_file_that_is_too_large(monkeypatch, simple):
    monkeypatch.setattr(lrmx, "LARGEST", len(simple) - 1)
    assert "50 MB" in refused(simple)


def test_a_cut_off_file_says_so(simple):
    assert "不完整" in refused(simple[: len(simple) // 2])


def test_a_file_that_is_not_there(tmp_path):
    form, (issue,) = lrmx.read_path(tmp_path / "none.lrmx")
    assert form is None
    assert "打不开" in issue.text


def read(text, encoding="utf-8"):
    form, issues = lrmx.read(text.encode(encoding))
    assert form is not None, issues
    return form, [issue.text for issue in issues]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_another_encoding_is_read_with_a_note(encoding):
    form, notes = read(wrapped("任职"), encoding)
    assert form.text("JianLi") == "任职"
    assert len(notes) == 1
    assert "编码" in notes[0]


@pytest.mark.parametrize(
    ("inner", "text", "notes"),
    [
        ("a & b", "a & b", [repair.BARE_AND]),
        ("a &foo; b", "a &foo; b", [repair.BARE_AND]),
        ("a < b", "a < b", [repair.BARE_LESS]),
        ("a <5 & <名>", "a <5 & <名>", [repair.BARE_AND, repair.BARE_LESS]),
        ("a <abc> b", "a <abc> b", [repair.BARE_LESS]),
        ("a &1lt; b", "a &1lt; b", []),
        ("a &lt; b &amp; c", "a < b & c", []),
        ("<![CDATA[a < b & c]]>", "a < b & c", []),
        ("<![CDATA[a <![CDATA[b]]> c]]>", "a b c", [repair.NESTED]),
        ("a ]]> b", "a ]]> b", [repair.NESTED]),
        ("a\x01b", "ab", [repair.ILLEGAL]),
        ("a&#1;b", "ab", [repair.ILLEGAL]),
        ("a<br/>b<BR>c", "a\nb\nc", []),
        ("a<!-- no -->b", "ab", []),
    ],
)
def test_dirty_text_is_repaired(inner, text, notes):
    form, found = read(wrapped(inner))
    assert form.text("JianLi") == text
    assert found == notes


def test_a_few_damaged_bytes_are_noted(simple):
    at = simple.index("会计师".encode())
    form, (issue,) = lrmx.read(simple[:at] + b"\xff" + simple[at + 1 :])
    assert "损坏" in issue.text
    assert form is not None
    cleaned = clean.clean(form)
    assert "technical_title" not in cleaned.said
    assert any(each.field == "ZhuanYeJiShuZhiWu" for each in cleaned.issues)


def test_line_ends_and_bom_are_remembered(simple):
    with_bom = form_in(b"\xef\xbb\xbf" + simple.removeprefix(b"\xef\xbb\xbf"))
    assert with_bom.bom
    unix = form_in(simple.replace(b"\r\n", b"\n"))
    assert unix.newline == "\n"
    assert unix.essence() == form_in(simple).essence()


def test_unknown_elements_are_kept():
    text = (
        HEAD + '<Person><XingMing>甲</XingMing><Neu a="1">x<b/>y</Neu><z xmlns="u:v">q</z></Person>'
    )
    form, _ = read(text)
    again = form_in(lrmx.write(form))
    assert again.essence() == form.essence()
    assert [element.tag for element in again.elements] == ["XingMing", "Neu", "{u:v}z"]
    assert again.elements[1].attributes == (("a", "1"),)


def test_lines_are_counted(simple):
    form = form_in(simple)
    assert form.element("XingMing").line == 3


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_never_raise(simple, seed):
    source = random.Random(seed)
    for number in range(120):
        data = bytearray(simple if number % 2 else simple[: source.randrange(len(simple))])
        for _ in range(source.choice((0, 1, 3, 30))):
            if data:
                data[source.randrange(len(data))] = source.randrange(256)
        form, issues = lrmx.read(bytes(data))
        assert form is not None or issues
        if form is not None:
            clean.clean(form)
            lrmx.read(lrmx.write(form))


@given(st.binary(max_size=200))
def test_any_bytes_give_a_form_or_an_issue(data):
    form, issues = lrmx.read(data)
    assert form is not None or issues


@given(st.text(max_size=60))
def test_any_text_in_a_cell_gives_a_form_or_an_issue(text):
    form, issues = lrmx.read(wrapped(text).encode("utf-8", "replace"))
    assert form is not None or issues


letters = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=("Cc", "Cs", "Cn")),
    max_size=20,
).map(
    lambda text: (
        text.replace("\ufffe", "").replace("\uffff", "").replace("<br", "br").replace("<BR", "")
    )
)
tags = st.sampled_from(["XingMing", "JianLi", "Neu", "项", "a.b-c"])
attributes = st.lists(st.tuples(st.sampled_from(["a", "b"]), letters), max_size=1).map(tuple)


def element(children):
    def build(tag, text, listed, found):
        return Element(tag, text, tuple(listed), ("",) * len(listed), found)

    return st.builds(build, tags, letters, st.lists(children, max_size=3), attributes)


elements = st.recursive(
    st.builds(Element, tags, letters, attributes=attributes), element, max_leaves=6
)
forms = st.builds(
    Form,
    st.just(""),
    st.lists(elements, max_size=5).map(tuple),
    st.just(()),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)


@given(forms)
def test_what_is_written_is_read_again(form):
    again, issues = lrmx.read(lrmx.write(form))
    assert not issues
    assert again is not None
    assert again.essence() == form.essence()
