import base64
import gc

import pytest

from leadership_model.exchange import lrmx, outgoing, sources
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import from_json, to_json
from leadership_model.exchange.photos import Shelf, cut_out, frame, picture
from leadership_model.exchange.whole import of_clean


def jpeg(wide, high, size=900, *, ends=True):
    """Make bytes that look like a JPEG of a size."""
    head = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08"
    head += high.to_bytes(2, "big") + wide.to_bytes(2, "big") + b"\x01\x01\x11\x00"
    return head + bytes(size) + (b"\xff\xd9" if ends else b"")


def form(photo, extra=b"", prefix=b""):
    text = prefix + base64.b64encode(photo)
    return (
        "<Person>\n  <XingMing>甲示例</XingMing>\n  <ZhaoPian>".encode()
        + text
        + b"</ZhaoPian>\n"
        + extra
        + b"</Person>\n"
    )


def test_a_picture_is_the_same_in_memory_and_on_a_shelf():
    shelf = Shelf()
    laid = [picture(bytes([at]) * 50, shelf) for at in range(3)]
    assert [each.read() for each in laid] == [bytes([at]) * 50 for at in range(3)]
    assert laid[1] == picture(bytes([1]) * 50)
    assert laid[1] != laid[2]
    del shelf, laid
    gc.collect()  # the temporary file is closed, or a warning fails this test


def test_the_text_of_a_photo_is_cut_out_only_where_nothing_else_can_be_meant():
    data = form(jpeg(376, 460))
    rest, text = cut_out(data)
    assert base64.b64decode(text) == jpeg(376, 460)
    assert b"<ZhaoPian></ZhaoPian>" in rest
    for other in (
        form(jpeg(376, 460), b"<ZhaoPian></ZhaoPian>"),
        form(jpeg(376, 460), prefix=b"data:image/jpeg;base64,"),
        b"\xff\xfe" + data,
        data.replace(b"</ZhaoPian>", b""),
    ):
        assert cut_out(other) == (other, b"")


def test_a_form_says_the_same_with_and_without_a_shelf():
    data = form(jpeg(376, 460))
    plain, laid = lrmx.read(data)[0], lrmx.read(data, shelf=Shelf())[0]
    assert laid.picture.read() == jpeg(376, 460)
    assert laid.text("ZhaoPian") == ""
    assert of_clean(clean(plain)) == of_clean(clean(laid))
    assert [each.line for each in plain.elements] == [each.line for each in laid.elements]
    shelved = clean(plain, shelf=Shelf())
    assert shelved.form.text("ZhaoPian") == ""
    assert shelved.photo == clean(plain).photo
    kept = from_json("a.lrmx", to_json(laid))  # as the base keeps it, beside the photo
    written = lrmx.write(outgoing.form_of(of_clean(clean(laid)), kept))
    assert lrmx.read(written)[0].essence() == plain.essence()


@pytest.mark.parametrize(
    ("photo", "severity", "word", "taken"),
    [
        (jpeg(376, 460), "", "", True),
        (jpeg(600, 840, ends=False), "note", "没有结尾", True),
        (jpeg(8000, 5000), "error", "8000×5000 像素", False),
        (b"\x89PNG" + bytes(600), "warn", "不是 JPEG", False),
        (b"GARBAGE" * 100, "error", "不是可识别的图片", False),
    ],
)
def test_a_photo_that_cannot_be_taken_is_told_and_stays_in_the_form(photo, severity, word, taken):
    for shelf in (None, Shelf()):
        (read,), _ = sources.read(form(photo), "a.lrmx", {}.get, shelf)
        found = clean(read, shelf=shelf)
        assert [each.severity for each in found.issues] == ([severity] if severity else [])
        assert not word or word in found.issues[0].text
        assert (found.photo is not None) == taken
        if not taken:
            assert base64.b64decode(found.form.text("ZhaoPian")) == photo


def test_the_frame_of_a_picture_is_read_off_its_head():
    assert frame(jpeg(376, 460)) == (376, 460)
    assert frame(b"\xff\xd8") is None
    assert frame(b"\xff\xd8\x00" + bytes(40)) is None
    assert frame(b"\xff\xd8\xff\xd9" + bytes(2)) is None
