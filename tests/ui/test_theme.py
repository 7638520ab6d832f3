"""The tokens: words can be read on every ground they stand on, in both schemes."""

import pytest
from PySide6.QtGui import QColor

from ui import sheet, theme

GROUNDS = ("ground", "surface", "sunken", "rail", "sel", "accentsoft", "greys")
WORDS = ("text", "text2")
SCHEMES = {"light": theme.LIGHT, "dark": theme.DARK}


def luminance(text):
    """Relative luminance, WCAG 2.1."""
    color = QColor(text)
    parts = [color.redF(), color.greenF(), color.blueF()]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_every_ground(scheme, ground, word):
    tokens = SCHEMES[scheme]
    assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("word", "ground"),
    [
        ("text3", "surface"),
        ("text3", "sunken"),
        ("accent", "surface"),
        ("accent", "accentsoft"),
        ("accent", "sel"),
        ("onaccent", "accent"),
        *((f"{v}_text", g) for v in ("green", "yellow", "red", "grey") for g in ("surface", "sel")),
        *((f"{v}_text", f"{v}_tint") for v in ("green", "yellow", "red", "grey")),
    ],
)
def test_special_words_can_be_read_where_they_are_used(scheme, word, ground):
    tokens = SCHEMES[scheme]
    assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("shape", ["green", "yellow", "red", "grey", "veto", "accent"])
def test_shapes_stand_out_from_the_surface(scheme, shape):
    tokens = SCHEMES[scheme]
    assert contrast(getattr(tokens, shape), tokens.surface) >= 3.0


def test_lengths_scale_with_the_text(look):
    theme.use(theme.Look(scale=150))
    assert theme.px(30) == 45
    assert theme.row_height() == 45


def test_the_sheet_is_written_for_every_scheme_and_scale(qapp, look):
    written = set()
    for scheme in ("light", "dark"):
        for scale in theme.SCALES:
            theme.use(theme.Look(scheme=scheme, scale=scale))
            text = sheet.write()
            assert "%(" not in text
            assert theme.tokens().accent in text
            written.add(text)
    assert len(written) == 2 * len(theme.SCALES)


def test_colours_follow_the_look(look):
    theme.use(theme.Look(scheme="light"))
    light = theme.color("surface").name()
    theme.use(theme.Look(scheme="dark"))
    assert theme.color("surface").name() != light
    assert theme.verdict("veto").text == theme.verdict("red").text
