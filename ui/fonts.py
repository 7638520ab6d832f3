"""The face: a Chinese face of the system, else Noto Sans SC which comes with the program."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

# In order of preference; all of them cover the characters of everyday names.
SYSTEM_FACES = (
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)


def family() -> str:
    """Give the family to draw with; loads the shipped file when the system has none."""
    present = set(QFontDatabase.families())
    for name in SYSTEM_FACES:
        if name in present:
            return name
    return _load_shipped() or "Sans Serif"


def _load_shipped() -> str | None:
    found = find_spec("pylopdf_fonts_zh_cn")
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).with_name("NotoSansSC-Regular.otf")
    number = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else None
