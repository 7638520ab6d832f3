"""A Word file laid out on pages: what is kept of it, line by line."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from leadership_model.papers import template_made, templates, word_pages
from leadership_model.papers.paper import A4


def laid(document):
    made = io.BytesIO()
    document.save(made)
    return word_pages.paper_of("件", made.getvalue())


def texts(page):
    return ["".join(run.text for p in box.paragraphs for run in p.runs) for box in page.boxes]


def test_the_shipped_templates_keep_their_look():
    for kind, known in templates.KNOWN.items():
        values = {key: [] if inside else key for key, inside in known.items()}
        content = templates.filled(template_made.shipped(kind), values)
        paper = word_pages.paper_of("件", content)
        (page,) = paper.pages
        assert page.size == A4
        title, *_, last = page.boxes
        assert title.paragraphs[0].align == "center"
        assert title.paragraphs[0].runs[0].size == 22
        assert title.paragraphs[0].runs[0].face == "方正小标宋简体"
        assert last.paragraphs[0].align == "right"
        assert texts(page)[-1] == "发布日期"


def test_lines_are_broken_once_and_the_first_is_indented():
    document = Document()
    paragraph = document.add_paragraph("任" * 60)
    paragraph.runs[0].font.size = Pt(16)
    paragraph.paragraph_format.first_line_indent = Pt(32)
    (page,) = laid(document).pages
    lines = texts(page)
    assert "".join(lines) == "任" * 60
    assert len(lines) == 3
    assert len(lines[1]) == len(lines[0]) + 2
    assert page.boxes[0].x > page.boxes[1].x


def test_what_does_not_fit_goes_on_on_the_next_page_inside_the_margins():
    document = Document()
    section = document.sections[0]
    section.page_height, section.top_margin, section.bottom_margin = Mm(100), Mm(20), Mm(20)
    for at in range(20):
        document.add_paragraph(f"第{at}段").alignment = WD_ALIGN_PARAGRAPH.LEFT
    paper = laid(document)
    assert len(paper.pages) > 1
    assert [text for page in paper.pages for text in texts(page)] == [f"第{n}段" for n in range(20)]
    for page in paper.pages:
        assert min(box.y for box in page.boxes) >= 200
        assert max(box.y + box.height for box in page.boxes) <= 801


def test_a_table_keeps_its_cells_and_lines():
    document = Document()
    table = document.add_table(2, 3)
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{at}"
    (page,) = laid(document).pages
    assert texts(page) == [f"格{at}" for at in range(6)]
    assert all(box.borders == (0.5, 0.5, 0.5, 0.5) for box in page.boxes)
    assert page.boxes[3].y == page.boxes[0].y + page.boxes[0].height
