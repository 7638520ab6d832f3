"""干部任免审批表: the official grids of the editor's templates, two pages, measured in twips."""

from leadership_model.papers.fitting import pitch_of, size_for, width_of
from leadership_model.papers.form_cells import Sheet
from leadership_model.papers.form_layout import STANDARD, FormLayout
from leadership_model.papers.form_text import FAMILY_ROWS, EducationText, FormText
from leadership_model.papers.grid import GridCell, GridPage, page_of
from leadership_model.papers.paper import Paper, Paragraph, Run

HANGING = 9.0  # full-width characters: "YYYY.MM--YYYY.MM" and two blanks
RESUME_ROW = 11
TITLE = "干部任免审批表"
DATE = "年  月  日"


def pages(text: FormText, layout: FormLayout = STANDARD) -> tuple[GridPage, GridPage]:
    """Lay the form out as its two pages."""
    return _first(text, layout), _second(text, layout)


def paper(text: FormText, layout: FormLayout = STANDARD) -> Paper:
    """Lay the form out for printing, PDF and preview."""
    made = tuple(page_of(page) for page in pages(text, layout))
    return Paper(f"{TITLE} {text.name}", made)


def _first(text: FormText, layout: FormLayout) -> GridPage:
    sheet = Sheet(layout, layout.first)
    sheet.row(0, (("姓名", 0, 2), ("性别", 3, 1), ("出生年月\n（岁）", 5, 1)))
    sheet.row(1, (("民族", 0, 2), ("籍贯", 3, 1), ("出生地", 5, 1)))
    sheet.cells.append(_name(text.name, layout))
    sheet.put(0, 4, text.sex)
    sheet.put(0, 6, text.birth)
    sheet.cells.append(GridCell(row=0, column=7, rows=4, photo=text.photo))
    sheet.put(1, 2, text.ethnicity)
    sheet.put(1, 4, text.origin)
    sheet.put(1, 6, text.birthplace)
    sheet.put(2, 2, text.party_joined)
    sheet.put(2, 4, text.work_start)
    _third_and_fourth(sheet, text)
    sheet.put(4, 0, "学 历\n学 位", across=2, down=4)
    _education(sheet, 4, "全日制\n教  育", text.full_time)
    _education(sheet, 6, "在  职\n教  育", text.in_service)
    posts = (
        ("现 任 职 务", text.post),
        ("拟 任 职 务", text.proposed),
        ("拟 免 职 务", text.removed),
    )
    for row, (label, value) in enumerate(posts, 8):
        sheet.put(row, 0, label, across=3)
        sheet.put(row, 3, value, across=5, align="left")
    sheet.put(RESUME_ROW, 0, "简\n\n\n历")
    sheet.cells.append(_resume(text.resume, layout))
    title = tuple(
        Paragraph(
            (
                Run(
                    letter, layout.heading, bold=layout.title_face == "宋体", face=layout.title_face
                ),
            ),
            align="center",
            pitch=layout.heading * 1.25,
        )
        for letter in TITLE
    )
    width, left, height = layout.title
    return sheet.page(title, (width,) * len(TITLE), left, height)


def _third_and_fourth(sheet: Sheet, text: FormText) -> None:
    """Lay out rows 3 and 4; the form of 2025 has 到龄时间 and moves 健康状况 down."""
    dates = (("入党\n时间", 0, 2), ("参加工\n作时间", 3, 1))
    if sheet.layout.newer:
        sheet.row(2, (*dates, ("到龄\n时间", 5, 1)))
        sheet.put(2, 6, text.due)
        labels = (("健康\n状况", 0, 2), ("专业技\n术职务", 3, 1), ("熟悉专业\n有何专长", 5, 1))
        sheet.row(3, labels)
        sheet.put(3, 2, text.health)
        sheet.put(3, 4, text.title)
        sheet.put(3, 6, text.speciality)
        return
    sheet.row(2, (*dates, ("健康状况", 5, 1)))
    sheet.put(2, 6, text.health)
    sheet.row(3, (("专业技\n术职务", 0, 2), ("熟悉专业\n有何专长", 4, 1)))
    sheet.put(3, 2, text.title, across=2)
    sheet.put(3, 5, text.speciality, across=2)


def _second(text: FormText, layout: FormLayout) -> GridPage:
    sheet = Sheet(layout, layout.second)
    sheet.put(0, 0, "奖\n惩\n情\n况")
    sheet.put(0, 1, text.rewards, across=7, align="left")
    sheet.put(1, 0, "年核\n度结\n考果")
    sheet.put(1, 1, text.appraisals, across=7, align="left")
    sheet.put(2, 0, "任\n免\n理\n由")
    sheet.put(2, 1, text.reason, across=7, align="left")
    sheet.put(3, 0, "\n".join("家庭主要成员及重要社会关系"), down=8)
    sheet.row(3, (("称 谓", 1, 1), ("姓 名", 2, 1), ("年龄", 3, 1), ("政治\n面貌", 4, 1)))
    sheet.put(3, 5, "工作单位及职务", across=3)
    for line in range(FAMILY_ROWS):
        known = text.family[line] if line < len(text.family) else None
        said = ("",) * 4 if known is None else (known.title, known.name, known.age, known.party)
        for column, value in enumerate(said, 1):
            sheet.put(4 + line, column, value)
        sheet.put(4 + line, 5, "" if known is None else known.post, across=3, align="left")
    _approval(sheet, text)
    return sheet.page(foot=(sheet.paragraph(f"填表人：{text.filled_by}"),), at_least=frozenset({3}))


def _approval(sheet: Sheet, text: FormText) -> None:
    seal = (sheet.paragraph("（盖章）", "center"), sheet.paragraph(DATE, "right"))
    unit = Paragraph(
        (sheet.run(text.reporting_unit),),
        pitch=pitch_of(sheet.letter, sheet.letter),
        indent=sheet.layout.indent / 20,
    )
    sheet.put(11, 0, "呈\n报\n单\n位", down=2)
    sheet.cells.append(GridCell(row=11, column=1, columns=7, paragraphs=(unit,), valign="bottom"))
    sheet.put(12, 1, f"{DATE}    ", across=7, align="right")
    sheet.put(13, 0, "审\n批\n机\n关\n意\n见")
    sheet.cells.append(GridCell(row=13, column=1, columns=5, paragraphs=seal, valign="bottom"))
    sheet.put(13, 6, "行任\n政免\n机意\n关见")
    sheet.cells.append(GridCell(row=13, column=7, paragraphs=seal, valign="bottom"))


def _education(sheet: Sheet, row: int, label: str, education: EducationText) -> None:
    """Lay out one education; an empty 学位 gives its half row to the 学历."""
    sheet.put(row, 2, label, down=2)
    sheet.put(row, 5, "毕业院校\n系及专业", down=2)
    for column, first, second in (
        (3, education.schooling, education.degree),
        (6, education.school, education.major),
    ):
        if second:
            sheet.put(row, column, first, across=2)
            sheet.put(row + 1, column, second, across=2)
        else:
            sheet.put(row, column, first, across=2, down=2)


def _name(name: str, layout: FormLayout) -> GridCell:
    """Set the name in the sizes the template has for it, the largest on which it is one line."""
    room = layout.first.columns[2] / 20
    sizes = layout.names
    wide = width_of(name)
    size, pitch = next((each for each in sizes if wide * each[0] <= room), sizes[-1])
    runs = (Run(name, size, face=layout.face),)
    return GridCell(row=0, column=2, paragraphs=(Paragraph(runs, "center", pitch),))


def _resume(lines: tuple[str, ...], layout: FormLayout) -> GridCell:
    """Lay out the 简历: entries hang behind their dates, brackets of 其间 stand under the text."""
    width = sum(layout.first.columns[1:])
    height = layout.first.heights[RESUME_ROW]
    size = size_for(list(lines), width, height, largest=layout.letter, hanging=HANGING)
    pitch, hanging = pitch_of(size, layout.letter), HANGING * size
    paragraphs = []
    for line in lines:
        dates, blanks, rest = line[:16], line[16:18], line[18:]
        if line[:1].isdigit() and not blanks.strip():
            runs = (Run(f"{dates.rstrip()}\t{rest.strip()}", size, face=layout.face),)
            paragraphs.append(Paragraph(runs, pitch=pitch, hanging=hanging))
        elif line.startswith(" "):
            runs = (Run(line.strip(), size, face=layout.face),)
            paragraphs.append(Paragraph(runs, pitch=pitch, indent=hanging))
        else:
            runs = (Run(line, size, face=layout.face),)
            paragraphs.append(Paragraph(runs, pitch=pitch, hanging=hanging))
    return GridCell(row=RESUME_ROW, column=1, columns=7, paragraphs=tuple(paragraphs), valign="top")
