"""干部任免审批表: the official grid of the editor's A4 template, two pages, measured in twips."""

from leadership_model.papers.fitting import pitch_of, size_for
from leadership_model.papers.form_text import FAMILY_ROWS, EducationText, FormText
from leadership_model.papers.grid import GridCell, GridPage, page_of
from leadership_model.papers.paper import Align, Paper, Paragraph, Run, VAlign

A4_TWIPS = (11906, 16838)
HANGING = 9.0  # full-width characters: "YYYY.MM--YYYY.MM" and two blanks
FIRST_COLUMNS = (784, 236, 1305, 1063, 1302, 1315, 1330, 2058)
FIRST_HEIGHTS = (709, 692, 680, 709, 346, 346, 346, 346, 709, 709, 709, 7133)
SECOND_COLUMNS = (742, 1092, 1274, 574, 1008, 98, 784, 3849)
SECOND_HEIGHTS = (1418, 1021, 1361, 646, *([697] * FAMILY_ROWS), 1332, 737, 2019)
REPORTING_INDENT = 5039
TITLE = "干部任免审批表"


def pages(text: FormText) -> tuple[GridPage, GridPage]:
    """Lay the form out as its two pages."""
    return _first(text), _second(text)


def paper(text: FormText) -> Paper:
    """Lay the form out for printing, PDF and preview."""
    return Paper(f"{TITLE} {text.name}", tuple(page_of(page) for page in pages(text)))


def _first(text: FormText) -> GridPage:
    columns, heights = FIRST_COLUMNS, FIRST_HEIGHTS
    cells = [
        *_row(0, (("姓名", 0, 2), ("性别", 3, 1), ("出生年月\n（岁）", 5, 1)), columns, heights),
        *_row(1, (("民族", 0, 2), ("籍贯", 3, 1), ("出生地", 5, 1)), columns, heights),
        *_row(
            2,
            (("入党\n时间", 0, 2), ("参加工\n作时间", 3, 1), ("健康状况", 5, 1)),
            columns,
            heights,
        ),
        *_row(3, (("专业技\n术职务", 0, 2), ("熟悉专业\n有何专长", 4, 1)), columns, heights),
        _cell(0, 2, text.name, columns, heights),
        _cell(0, 4, text.sex, columns, heights),
        _cell(0, 6, text.birth, columns, heights),
        GridCell(row=0, column=7, rows=4, photo=text.photo),
        _cell(1, 2, text.ethnicity, columns, heights),
        _cell(1, 4, text.origin, columns, heights),
        _cell(1, 6, text.birthplace, columns, heights),
        _cell(2, 2, text.party_joined, columns, heights),
        _cell(2, 4, text.work_start, columns, heights),
        _cell(2, 6, text.health, columns, heights),
        _cell(3, 2, text.title, columns, heights, across=2),
        _cell(3, 5, text.speciality, columns, heights, across=2),
        _cell(4, 0, "学 历\n学 位", columns, heights, across=2, down=4),
        *_education(4, "全日制\n教  育", text.full_time),
        *_education(6, "在  职\n教  育", text.in_service),
    ]
    for row, (label, value) in enumerate(
        (("现 任 职 务", text.post), ("拟 任 职 务", text.proposed), ("拟 免 职 务", text.removed)),
        8,
    ):
        cells.append(_cell(row, 0, label, columns, heights, across=3))
        cells.append(_cell(row, 3, value, columns, heights, across=5, align="left"))
    cells.append(_cell(11, 0, "简\n\n\n历", columns, heights))
    cells.append(_resume(text.resume))
    title = tuple(
        Paragraph((Run(letter, 24.0, bold=True),), align="center", pitch=30.0) for letter in TITLE
    )
    return GridPage(
        size=A4_TWIPS,
        top=629,
        left=1247,
        right=1134,
        bottom=680,
        columns=columns,
        heights=heights,
        cells=tuple(cells),
        heading=title,
        heading_columns=(706,) * len(TITLE),
        heading_left=2324,
        heading_height=850,
    )


def _second(text: FormText) -> GridPage:
    columns, heights = SECOND_COLUMNS, SECOND_HEIGHTS
    cells = [
        _cell(0, 0, "奖\n惩\n情\n况", columns, heights),
        _cell(0, 1, text.rewards, columns, heights, across=7, align="left"),
        _cell(1, 0, "年核\n度结\n考果", columns, heights),
        _cell(1, 1, text.appraisals, columns, heights, across=7, align="left"),
        _cell(2, 0, "任\n免\n理\n由", columns, heights),
        _cell(2, 1, text.reason, columns, heights, across=7, align="left"),
        _cell(3, 0, "家\n庭\n主\n要\n成\n员\n及\n重\n要\n社\n会\n关\n系", columns, heights, down=8),
        *_row(
            3,
            (("称 谓", 1, 1), ("姓 名", 2, 1), ("年龄", 3, 1), ("政治\n面貌", 4, 1)),
            columns,
            heights,
        ),
        _cell(3, 5, "工作单位及职务", columns, heights, across=3),
    ]
    for line in range(FAMILY_ROWS):
        known = text.family[line] if line < len(text.family) else None
        for column, value in enumerate(
            ("", "", "", "")
            if known is None
            else (known.title, known.name, known.age, known.party),
            1,
        ):
            cells.append(_cell(4 + line, column, value, columns, heights))
        post = "" if known is None else known.post
        cells.append(_cell(4 + line, 5, post, columns, heights, across=3, align="left"))
    cells += _approval(text)
    return GridPage(
        size=A4_TWIPS,
        top=1576,
        left=1276,
        right=1134,
        bottom=567,
        columns=columns,
        heights=heights,
        cells=tuple(cells),
        at_least=frozenset({3}),
        foot=(Paragraph((Run(f"填表人：{text.filled_by}"),)),),
    )


def _approval(text: FormText) -> list[GridCell]:
    columns, heights = SECOND_COLUMNS, SECOND_HEIGHTS
    seal = (
        Paragraph((Run("（盖章）"),), align="center"),
        Paragraph((Run("年  月  日"),), align="right"),
    )
    indent = REPORTING_INDENT / 20
    unit = Paragraph((Run(text.reporting_unit),), indent=indent)
    return [
        _cell(11, 0, "呈\n报\n单\n位", columns, heights, down=2),
        GridCell(row=11, column=1, columns=7, paragraphs=(unit,), valign="bottom"),
        _cell(12, 1, "年  月  日    ", columns, heights, across=7, align="right"),
        _cell(13, 0, "审\n批\n机\n关\n意\n见", columns, heights),
        GridCell(row=13, column=1, columns=5, paragraphs=seal, valign="bottom"),
        _cell(13, 6, "行任\n政免\n机意\n关见", columns, heights),
        GridCell(row=13, column=7, paragraphs=seal, valign="bottom"),
    ]


def _education(row: int, label: str, education: EducationText) -> list[GridCell]:
    """Lay out one education; an empty 学位 gives its half row to the 学历."""
    columns, heights = FIRST_COLUMNS, FIRST_HEIGHTS
    cells = [
        _cell(row, 2, label, columns, heights, down=2),
        _cell(row, 5, "毕业院校\n系及专业", columns, heights, down=2),
    ]
    for column, first, second in (
        (3, education.schooling, education.degree),
        (6, education.school, education.major),
    ):
        if second:
            cells.append(_cell(row, column, first, columns, heights, across=2))
            cells.append(_cell(row + 1, column, second, columns, heights, across=2))
        else:
            cells.append(_cell(row, column, first, columns, heights, across=2, down=2))
    return cells


def _resume(lines: tuple[str, ...]) -> GridCell:
    """Lay out the 简历: entries hang behind their dates, brackets of 其间 stand under the text."""
    width = sum(FIRST_COLUMNS[1:])
    size = size_for(list(lines), width, FIRST_HEIGHTS[11], hanging=HANGING)
    pitch, hanging = pitch_of(size), HANGING * size
    paragraphs = []
    for line in lines:
        dates, blanks, rest = line[:16], line[16:18], line[18:]
        if line[:1].isdigit() and not blanks.strip():
            runs = (Run(f"{dates.rstrip()}\t{rest.strip()}", size),)
            paragraphs.append(Paragraph(runs, pitch=pitch, hanging=hanging))
        elif line.startswith(" "):
            runs = (Run(line.strip(), size),)
            paragraphs.append(Paragraph(runs, pitch=pitch, indent=hanging))
        else:
            paragraphs.append(Paragraph((Run(line, size),), pitch=pitch, hanging=hanging))
    return GridCell(row=11, column=1, columns=7, paragraphs=tuple(paragraphs), valign="top")


def _row(
    row: int,
    labels: tuple[tuple[str, int, int], ...],
    columns: tuple[int, ...],
    heights: tuple[int, ...],
) -> list[GridCell]:
    return [
        _cell(row, column, label, columns, heights, across=across)
        for label, column, across in labels
    ]


def _cell(
    row: int,
    column: int,
    text: str,
    columns: tuple[int, ...],
    heights: tuple[int, ...],
    *,
    across: int = 1,
    down: int = 1,
    align: Align = "center",
    valign: VAlign = "middle",
) -> GridCell:
    """Make a cell whose text is set as large as it fits, 14 points at most and 5 at least."""
    lines = text.split("\n")
    width = sum(columns[column : column + across])
    height = sum(heights[row : row + down])
    size = size_for(lines, width, height)
    # A half row holds one line at the pitch of 15 points, not 16.
    pitch = min(pitch_of(size), height / 20 / max(1, len(lines)))
    paragraphs = tuple(Paragraph((Run(line, size),), align, pitch) for line in lines)
    return GridCell(
        row=row, column=column, rows=down, columns=across, paragraphs=paragraphs, valign=valign
    )
