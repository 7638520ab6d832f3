"""A paper as a PDF file or as pictures; the old file stays as it was if anything fails."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSize, QSizeF, Qt, QUuid
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from leadership_model.errors import UserError
from leadership_model.papers import word_flow
from leadership_model.papers.flow import Flow
from leadership_model.papers.paper import Page, Paper
from ui.printing import pictures, sheet, text

PDF_DPI = 600
PNG_DPI = 150
SPACE = QUuid("6f0d1c1e-5d0b-4d53-9c57-3b8a4a3f2d10")  # names of papers become ids within it
# Where a PDF says when it was made, and the mark made of that moment.
MOMENTS = (
    re.compile(rb"(?<=Date \(D:)[^)]*(?=\))"),
    re.compile(rb'(?<=Date=")[^"]*(?=")'),
)
MARK = re.compile(rb"(?<=/ID \[)[^\]]*(?=\])")


def layout_of(page: Page) -> QPageLayout:
    """Give the page without margins: the paper has its own."""
    size = QPageSize(QSizeF(page.size[0] / 10, page.size[1] / 10), QPageSize.Unit.Millimeter)
    none = QMarginsF(0, 0, 0, 0)
    made = QPageLayout(size, QPageLayout.Orientation.Portrait, none)
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


def write_pdf(path: Path, paper: Paper) -> None:
    """Write all pages to one file; UserError with a sentence when that cannot be done."""
    for _ in pdf_steps(path, paper):
        pass


def pdf_steps(path: Path, paper: Paper) -> Iterator[float]:
    """Write a file page by page; gives after each page how much is done, 0 to 1."""
    if not paper.pages:
        raise UserError("没有可输出的内容")
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(b"")
    except OSError as error:
        raise UserError(f"无法写入“{path}”：请确认文件夹存在、可写") from error
    writer = QPdfWriter(str(partial))
    writer.setResolution(PDF_DPI)
    writer.setTitle(paper.title)
    writer.setCreator("班子模型工作台")
    writer.setDocumentId(QUuid.createUuidV5(SPACE, paper.title.encode()))
    writer.setPageLayout(layout_of(paper.pages[0]))
    painter = QPainter(writer)
    kept: text.Kept = {}
    try:
        for at, page in enumerate(paper.pages):
            if at:
                writer.setPageLayout(layout_of(page))
                writer.newPage()
            sheet.paint(painter, page, PDF_DPI / 254, kept)
            yield (at + 1) / len(paper.pages)
    finally:
        done = painter.end()
        if not done:
            partial.unlink(missing_ok=True)
    if not done:
        raise UserError(f"写“{path}”时出错：请确认磁盘有空间")
    partial.write_bytes(timeless(partial.read_bytes()))
    _put(partial, path)


def timeless(content: bytes) -> bytes:
    """Take the moment of writing out of a PDF: the same paper gives the same bytes.

    Every replacement is as long as what it replaces, so that no place in the file moves.
    """
    for shape in MOMENTS:
        content = shape.sub(_epoch, content)
    return MARK.sub(_cleared, content)


def _epoch(found: re.Match[bytes]) -> bytes:
    """Put the beginning of 1980 where a moment stood, digit for digit."""
    digits = iter(b"19800101" + b"0" * 20)
    return bytes(next(digits) if chr(each).isdigit() else each for each in found.group())


def _cleared(found: re.Match[bytes]) -> bytes:
    return re.sub(rb"[0-9a-fA-F]", b"0", found.group())


def docx_steps(path: Path, flow: Flow) -> Iterator[float]:
    """Write a flow as a Word file, painting chart by chart; gives how much is done, 0 to 1."""
    charts, painted = word_flow.charts_of(flow), []
    for chart, width, height in charts:
        painted.append(pictures.png(chart, width, height))
        yield len(painted) / (len(charts) + 1)
    word_flow.write(path, flow, painted)
    yield 1.0


def write_docx(path: Path, flow: Flow) -> None:
    """Write a flow as a Word file with its charts painted."""
    for _ in docx_steps(path, flow):
        pass


def write_png(path: Path, paper: Paper, dpi: int = PNG_DPI) -> list[Path]:
    """Write a picture of each page: name.png for one page, else name-1.png, name-2.png ..."""
    if not paper.pages:
        raise UserError("没有可输出的内容")
    targets = [path]
    if len(paper.pages) > 1:
        count = range(1, len(paper.pages) + 1)
        targets = [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count]
    for target, page in zip(targets, paper.pages, strict=True):
        # The ending says which kind of picture is written.
        partial = target.with_name(f".{target.stem}.partial.png")
        if not picture(page, dpi).save(str(partial)):
            partial.unlink(missing_ok=True)
            raise UserError(f"无法写入“{target}”：请确认文件夹存在、可写")
        _put(partial, target)
    return targets


def picture(page: Page, dpi: float) -> QImage:
    """Paint a page as a picture on white."""
    size = QSize(round(page.size[0] * dpi / 254), round(page.size[1] * dpi / 254))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    painter = QPainter(image)
    sheet.paint(painter, page, dpi / 254)
    painter.end()
    return image


def _put(partial: Path, path: Path) -> None:
    try:
        os.replace(partial, path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UserError(f"无法写入“{path}”：请确认文件没有在别处打开") from error
