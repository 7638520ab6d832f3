"""The shipped templates of 任前公示 and 任免通知, built when they are first asked for.

Set like official documents (GB/T 9704-2012): A4, 方正小标宋 二号 title, 仿宋 三号 text.
"""

import io
from functools import cache
from typing import TYPE_CHECKING

from leadership_model.papers.flow import LOOKS, MARGINS, Look
from leadership_model.papers.templates import TITLES, Template, timeless

if TYPE_CHECKING:
    from docx.document import Document

NOTICE = (
    ("title", "干部任前公示"),
    (
        "body",
        "根据《党政领导干部选拔任用工作条例》等有关规定，现将{{ 人数 }}名拟任职人选予以公示：",
    ),
    ("loop", "{%p for 人 in 人员 %}"),
    (
        "body",
        "{{ 人.姓名 }}，{{ 人.性别 }}，{{ 人.民族 }}，{{ 人.出生年月 }}出生，籍贯{{ 人.籍贯 }}，"
        "{{ 人.学历 }}学历，{{ 人.参加工作 }}参加工作，{{ 人.政治面貌 }}，现任{{ 人.现任职务 }}，"
        "拟任{{ 人.拟任职务 }}。",
    ),
    ("loop", "{%p endfor %}"),
    ("body", "公示时间：{{ 公示开始 }}至{{ 公示结束 }}（{{ 公示天数 }}个工作日）。"),
    (
        "body",
        "公示期间，如对公示对象有异议，请以来信、来电、来访等形式，向{{ 受理单位 }}反映。反映问题"
        "要坚持实事求是的原则，提倡实名反映。",
    ),
    ("body", "受理电话：{{ 受理电话 }}"),
    ("body", "受理地址：{{ 受理地址 }}"),
    ("right", "{{ 发布单位 }}"),
    ("right", "{{ 发布日期 }}"),
)
ORDER = (
    ("title", "关于{{ 首名 }}同志职务任免的通知"),
    ("centre", "{{ 文号 }}"),
    ("left", "{{ 主送 }}："),
    ("body", "经{{ 决定日期 }}研究决定："),
    ("loop", "{%p for 人 in 任命 %}"),
    ("body", "{{ 人.姓名 }}同志任{{ 人.职务 }}。"),
    ("loop", "{%p endfor %}"),
    ("loop", "{%p for 人 in 免职 %}"),
    ("body", "免去{{ 人.姓名 }}同志的{{ 人.职务 }}职务。"),
    ("loop", "{%p endfor %}"),
    ("body", "特此通知。"),
    ("right", "{{ 发文单位 }}"),
    ("right", "{{ 发布日期 }}"),
)
TEXTS = {"notice": NOTICE, "order": ORDER}


@cache
def shipped(kind: str) -> Template:
    """Give the shipped template of a kind."""
    from docx import Document

    document = Document()
    _page(document)
    for role, text in TEXTS[kind]:
        _paragraph(document, role, text)
    made = io.BytesIO()
    document.save(made)
    return Template(f"{TITLES[kind]}模板.docx", timeless(made.getvalue()))


def _page(document: "Document") -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    sides = (Mm(each / 10) for each in MARGINS)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = sides


def _paragraph(document: "Document", role: str, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    look: Look = LOOKS["title" if role == "title" else "body"]
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.pitch)
    shape.space_before, shape.space_after = Pt(0), Pt(18 if role == "title" else 0)
    places = {
        "title": WD_ALIGN_PARAGRAPH.CENTER,
        "centre": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }
    shape.alignment = places.get(role, WD_ALIGN_PARAGRAPH.LEFT)
    if role == "right":
        shape.right_indent = Pt(2 * look.size)
    if role == "body":
        shape.first_line_indent = Pt(look.first * look.size)
    _write(paragraph.add_run(text), look)


def _write(run: object, look: Look) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt
    from docx.text.run import Run

    assert isinstance(run, Run)
    run.font.size, run.font.name = Pt(look.size), look.face
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - no public way
    for side in ("w:eastAsia", "w:ascii", "w:hAnsi"):
        fonts.set(qn(side), look.face)
