"""Which font family stands for a face of a paper: the system's own, else the one shipped."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from leadership_model.papers.paper import Paper
from ui import fonts

# In order of preference for each face; 仿宋 and 楷体 fall back to the same serif as 宋体.
SERIF = ("SimSun", "宋体", "NSimSun", "Songti SC", "STSong", "FandolSong", "Source Han Serif SC",
         "Noto Serif CJK SC", "Noto Serif SC")  # fmt: skip
TITLES = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "STZhongsong", "华文中宋")
SYSTEM = {
    "方正小标宋简体": (*TITLES, *SERIF),
    "宋体": SERIF,
    "仿宋": ("FangSong", "仿宋", "FangSong_GB2312", "STFangsong", *SERIF),
    "楷体": ("KaiTi", "楷体", "STKaiti", *SERIF),
    "黑体": ("SimHei", "黑体", "STHeiti"),
}
OWN_SERIF = SERIF[:5]  # those that are 宋体 itself
RESOLUTION = 10  # font px per tenth of a millimetre: sizes are exact to a hundredth of one


@cache
def family(face: str) -> str:
    """Give the family to draw a face with; an unknown face is drawn as 宋体."""
    present = set(QFontDatabase.families())
    for name in SYSTEM.get(face, SERIF):
        if name in present:
            return name
    return fonts.family() if face == "黑体" else _shipped_serif()


@cache
def _shipped_serif() -> str:
    found = find_spec("pylopdf_fonts_zh_cn")
    if found is None or found.origin is None:
        return fonts.family()
    path = Path(found.origin).with_name("NotoSerifSC-Regular.otf")
    number = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else fonts.family()


@cache
def font(face: str, points: float, bold: bool) -> QFont:
    """Give a font in the painter's units (RESOLUTION px per tenth of a millimetre)."""
    made = QFont(family(face))
    made.setPixelSize(max(round(points * 254 / 72 * RESOLUTION), 1))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def replaced(paper: Paper) -> tuple[str, ...]:
    """Name the faces of a paper this machine has not: they are drawn with another one."""
    wanted = dict.fromkeys(
        run.face
        for page in paper.pages
        for box in page.boxes
        for paragraph in box.paragraphs
        for run in paragraph.runs
    )
    return tuple(face for face in wanted if not has(face))


def has(face: str) -> bool:
    """Say whether the machine has a face itself, under one of its names."""
    names = SYSTEM.get(face, SERIF)
    own = names[: len(names) - len(SERIF)] if names[-len(SERIF) :] == SERIF else names
    return family(face) in (own or OWN_SERIF)


def told(paper: Paper) -> str:
    """Say in one line which faces are drawn with another one; empty where none is."""
    found = replaced(paper)
    if not found:
        return ""
    drawn = dict.fromkeys(family(face) for face in found)
    return f"本机没有{'、'.join(found)}，以 {'、'.join(drawn)} 代替显示和打印。"


@cache
def has_bold(face: str) -> bool:
    """Say whether a face has letters of its own for bold."""
    name = family(face)
    return any(QFontDatabase.bold(name, style) for style in QFontDatabase.styles(name))
