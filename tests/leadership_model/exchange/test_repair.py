import pytest
from lxml import etree

from leadership_model.exchange.repair import drop_illegal, repair


@pytest.mark.parametrize(
    "text",
    [
        "<a>x & y</a>",
        "<a>1 < 2 > 0</a>",
        "<a><b>x</c></b></a>",
        "<a></x></a>",
        "<a><![CDATA[<b>]]> ]]></a>",
        "<a><![CDATA[x<![CDATA[y]]>z]]></a>",
        "<a>&#xZZ; &nbsp;</a>",
    ],
)
def test_repaired_text_is_well_formed(text):
    mended, notes = repair(text)
    assert etree.fromstring(mended) is not None
    assert notes


def test_sound_text_stays_as_it_is():
    text = '<a b="1">x &amp; &#20013;<c/>y</a>'
    assert repair(text) == (text, ())


def test_illegal_characters_are_dropped():
    assert drop_illegal("a\x0bb&#11;c&#x10FFFF;") == ("abc&#x10FFFF;", True)
    assert drop_illegal("a\tb\n&#10;") == ("a\tb\n&#10;", False)
