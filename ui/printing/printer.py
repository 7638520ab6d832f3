"""A paper on a printer."""

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from leadership_model.errors import UserError
from leadership_model.papers.paper import Paper
from ui.ask import Asker
from ui.printing import sheet
from ui.printing.files import layout_of

NO_PRINTER = "没有找到打印机，请在系统中添加打印机，或改用“存为 PDF”"


def print_paper(ask: Asker, paper: Paper, parent: QWidget | None = None) -> bool:
    """Ask which printer and print; False when the user thought better of it."""
    if not QPrinterInfo.availablePrinterNames():
        raise UserError(NO_PRINTER)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.title)
    printer.setPageLayout(layout_of(paper.pages[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(paper.pages))
    if not ask.show(dialog):
        return False
    send(printer, paper)
    return True


def send(printer: QPrinter, paper: Paper) -> None:
    """Paint the pages asked for; UserError when the printer refuses."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(paper.pages)
    wanted = paper.pages[first - 1 : last]
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(wanted[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("打印机没有响应，请检查打印机后重试")
    for at, page in enumerate(wanted):
        if at:
            printer.setPageLayout(layout_of(page))
            printer.newPage()
        sheet.paint(painter, page, printer.resolution() / 254)
    painter.end()
