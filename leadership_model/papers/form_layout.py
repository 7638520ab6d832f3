"""The official grids of the 干部任免审批表 as data, in twips (1/20 point, 567 to the centimetre).

Standard and 2025: the A4 template of the editor. B5: page, text sizes, the columns of page one,
the 简历 row, the rows of the family and the upper margins are the template's; its other rows and
the columns of page two are those of A4 made smaller in the same measure (601 to 697, 8133 to 9393).
"""

from dataclasses import dataclass, replace

from leadership_model.papers.form_text import FAMILY_ROWS

A4_TWIPS = (11906, 16838)
B5_TWIPS = (10318, 14570)
_ROWS = (709, 692, 680, 709, 346, 346, 346, 346, 709, 709, 709)


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One page: margins top, left, right, bottom; columns and row heights."""

    margins: tuple[int, int, int, int]
    columns: tuple[int, ...]
    heights: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLayout:
    """One form. `letter` and `heading` in points; `title` are (cell width, left, row height).

    `newer`: 到龄时间 on row 2, 健康状况 on row 3, as the form of 2025 has it. `names`: sizes and
    pitches of the name cell, largest first. `indent` stands before 呈报单位.
    """

    id: str
    label: str
    size: tuple[int, int]
    first: Half
    second: Half
    letter: float = 14.0
    heading: float = 24.0
    title: tuple[int, int, int] = (706, 2324, 850)
    newer: bool = False
    indent: int = 5039
    face: str = "宋体"
    title_face: str = "宋体"
    names: tuple[tuple[float, float], ...] = (
        *((14.0, 16.0), (12.0, 14.0), (11.0, 11.0), (10.0, 11.0)),
        *((9.0, 10.0), (8.0, 9.0), (7.0, 8.0), (6.0, 7.0), (5.0, 6.0)),
    )


STANDARD = FormLayout(
    id="standard",
    label="A4（3.2.1.16 版）",
    size=A4_TWIPS,
    first=Half(
        margins=(629, 1247, 1134, 680),
        columns=(784, 236, 1305, 1063, 1302, 1315, 1330, 2058),
        heights=(*_ROWS, 7133),
    ),
    second=Half(
        margins=(1576, 1276, 1134, 567),
        columns=(742, 1092, 1274, 574, 1008, 98, 784, 3849),
        heights=(1418, 1021, 1361, 646, *([697] * FAMILY_ROWS), 1332, 737, 2019),
    ),
)
NEWER = FormLayout(
    id="newer",
    label="A4（2025 版，含到龄时间）",
    size=A4_TWIPS,
    first=Half(
        margins=STANDARD.first.margins,
        columns=STANDARD.first.columns,
        heights=(*_ROWS[:3], 680, *_ROWS[4:], 7133),
    ),
    second=STANDARD.second,
    newer=True,
)
B5 = FormLayout(
    id="b5",
    label="B5",
    size=B5_TWIPS,
    first=Half(
        margins=(595, 1092, 1093, 567),
        columns=(686, 210, 1134, 896, 1120, 1148, 1133, 1806),
        heights=(611, 597, 586, 611, 298, 298, 298, 298, 611, 611, 611, 6163),
    ),
    second=Half(
        margins=(1372, 1080, 1080, 490),
        columns=(642, 946, 1103, 497, 873, 85, 679, 3333),
        heights=(1223, 880, 1174, 557, *([601] * FAMILY_ROWS), 1149, 635, 1741),
    ),
    letter=12.0,
    heading=22.0,
    title=(611, 1928, 810),
    indent=4363,
    names=((12.0, 14.0), (11.0, 11.0), (10.0, 11.0), *STANDARD.names[4:]),
)
FANGSONG = replace(
    STANDARD,
    id="fangsong",
    label="A4（仿宋，标题小标宋）",
    face="仿宋",
    title_face="方正小标宋简体",
)
LAYOUTS: dict[str, FormLayout] = {each.id: each for each in (STANDARD, NEWER, B5, FANGSONG)}
