"""The look as values: tokens of light and dark, the text scale, fonts and colours for painters.

What is in force is one frozen `Look`. Painters read it each time they paint, so that a change of
look needs no connections: `apply` sets style sheet and palette, and Qt repaints everything.
"""

from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

Scheme = Literal["light", "dark"]
SCALES = (100, 110, 125, 150, 175)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour of the program, as hex text. Words use the `_text` variant of a verdict."""

    ground: str
    surface: str
    sunken: str
    rail: str
    line: str
    line2: str
    text: str
    text2: str
    text3: str
    accent: str
    accenthover: str
    onaccent: str
    accentsoft: str
    accentline: str
    sel: str
    greys: str
    green: str
    green_text: str
    green_tint: str
    yellow: str
    yellow_text: str
    yellow_tint: str
    red: str
    red_text: str
    red_tint: str
    grey: str
    grey_text: str
    grey_tint: str
    veto: str
    c1: str
    c2: str
    c3: str
    c4: str
    c5: str
    c6: str


def _tokens(text: str) -> Tokens:
    values = text.split()
    names = [each.name for each in fields(Tokens)]
    return Tokens(**{name: f"#{value}" for name, value in zip(names, values, strict=True)})


LIGHT = _tokens(
    "F6F7F9 FFFFFF F0F2F5 FBFBFC E2E5EA CBD0D8 1F2329 5F6672 656C78"
    " 2A5CAA 234E92 FFFFFF E9F0FA B9CEEC E4EDF9 ECEEF1"
    " 2B8A57 1F7446 E2F2E9 B97A00 865800 FBF0D8 C4342B B02A22 FBE6E4 7A818B 5F6672 ECEEF1 8E241D"
    " 3F6FB5 2F8F8F 7A64AD A8823A B0627A 7C8798"
)
DARK = _tokens(
    "16181B 1E2125 191C1F 1A1D20 33373E 4A5059 E7E9EC A3AAB5 9AA1AC"
    " 7AA7F0 8FB6F4 10151D 243248 3C5580 27354B 2B2F35"
    " 4FB381 6FCB9B 1C3528 D9A33C E6B95E 3A2F17 E5665D F28B83 412322 8A909A A3AAB5 2B2F35 B8463E"
    " 6C9AE0 4FB5B5 A38CD6 CFA95C D98AA1 8E98A8"
)


@dataclass(frozen=True, slots=True)
class Look:
    """What is in force: light or dark, text scale in percent, compact rows, the font family."""

    scheme: Scheme = "light"
    scale: int = 100
    compact: bool = False
    family: str = "Noto Sans SC"


@dataclass(frozen=True, slots=True)
class Tone:
    """The three colours of a verdict: for shapes, for words, for the ground under both."""

    mark: QColor
    text: QColor
    tint: QColor


_look = [Look()]
_stamp = [0]
_stamps = {Look(): 0}  # each look that was in force -> a small number

# Names of verdicts and states -> the family of tokens they are painted in.
_FAMILY = {
    "green": "green",
    "yellow": "yellow",
    "red": "red",
    "veto": "red",
    "unknown": "grey",
    "grey": "grey",
    "unconfigured": "grey",
    "fail": "red",
    "pass": "green",
}


def look() -> Look:
    """Give the look in force."""
    return _look[0]


def use(wanted: Look) -> None:
    """Put a look in force for painters; `apply` also restyles the widgets."""
    _look[0] = wanted
    _stamp[0] = _stamps.setdefault(wanted, len(_stamps))
    color.cache_clear()
    verdict.cache_clear()
    font.cache_clear()


def stamp() -> int:
    """Give a number that is another one whenever cached pictures must be made anew."""
    return _stamp[0]


def dark() -> bool:
    """Say whether the dark tokens are in force."""
    return look().scheme == "dark"


def tokens() -> Tokens:
    """Give the tokens in force."""
    return DARK if dark() else LIGHT


@cache
def color(name: str) -> QColor:
    """Give a token as a colour; a chart tone, a verdict or a state name is understood too."""
    if name == "veto":
        return QColor(tokens().veto)
    if name == "none":
        return QColor(0, 0, 0, 0)
    return QColor(str(getattr(tokens(), _FAMILY.get(name, name))))


@cache
def verdict(name: str) -> Tone:
    """Give the colours of a verdict or state by its name in the domain."""
    family = _FAMILY[name]
    return Tone(color(family), color(f"{family}_text"), color(f"{family}_tint"))


def px(length: float) -> int:
    """Scale a length that holds text with the text."""
    return round(length * look().scale / 100)


def row_height() -> int:
    """Give the height of a table row: 30 px, compact 26, scaled with the text."""
    return px(26 if look().compact else 30)


@cache
def font(size: int, bold: bool = False) -> QFont:
    """Give a font for painters, in logical px at 100 %, with tabular figures. Do not change it."""
    made = QFont(look().family)
    made.setPixelSize(max(px(size), 1))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """Lay a colour over another with the given opacity, 0 to 1."""
    pairs = (
        (over.red(), under.red()),
        (over.green(), under.green()),
        (over.blue(), under.blue()),
    )
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))


def palette() -> QPalette:
    """Make the palette of the tokens in force."""
    role, made = QPalette.ColorRole, QPalette()
    for each, name in (
        (role.Window, "ground"),
        (role.Base, "surface"),
        (role.AlternateBase, "sunken"),
        (role.Button, "surface"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "text"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.BrightText, "onaccent"),
        (role.PlaceholderText, "text3"),
        (role.Highlight, "sel"),
        (role.HighlightedText, "text"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Accent, "accent"),
        (role.Light, "surface"),
        (role.Midlight, "line"),
        (role.Mid, "line2"),
        (role.Dark, "line2"),
        (role.Shadow, "line2"),
    ):
        made.setColor(each, color(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(
            QPalette.ColorGroup.Disabled, each, mix(color("text3"), color("surface"), 0.7)
        )
    return made


def apply(app: QApplication, wanted: Look) -> None:
    """Put a look in force and restyle every widget of the program."""
    from ui import sheet

    use(wanted)
    app.setFont(font(14))
    app.setPalette(palette())
    app.setStyleSheet(sheet.write())
