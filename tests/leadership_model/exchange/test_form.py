from leadership_model.exchange import lrmx
from leadership_model.exchange.form import Element, Form, from_json, to_json


def form_in(data, file=""):
    """Give the form of bytes that surely hold one."""
    form, _ = lrmx.read(data, file)
    assert form is not None
    return form


def test_a_form_is_kept_as_json(sample):
    form = form_in(sample, "x")
    again = from_json("x", to_json(form))
    assert again.essence() == form.essence()
    assert lrmx.write(again) == sample


def test_attributes_and_mixed_content_are_kept():
    inner = Element("b", "t", attributes=(("c", "d"),))
    form = Form("f", (Element("a", "x", (inner,), ("y",)),), (("e", "f"),), False, "\n")
    assert from_json("f", to_json(form)) == form


def test_the_photo_can_be_left_out(simple):
    form = form_in(simple)
    bare = form.without_photo()
    assert bare.text("ZhaoPian") == ""
    assert [e.tag for e in bare.elements] == [e.tag for e in form.elements]


def test_essence_ignores_blank_around_and_lines():
    assert Element("a", " x\n", line=3).essence() == Element("a", "x").essence()
    assert Element("a", "x").essence() != Element("a", "y").essence()
