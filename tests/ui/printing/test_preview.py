import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leadership_model.errors import UserError
from leadership_model.papers.paper import Box, Page, Paper, Paragraph, Run
from ui.printing.preview import Preview, preview

PAPER = Paper(
    "花名册",
    tuple(Page((Box(200, 200, 400, 100, (Paragraph((Run(f"第{n}页"),)),)),)) for n in range(3)),
)


@pytest.fixture
def dialog(shown, bare_context):
    return shown(Preview(bare_context, PAPER), 900, 700)


def test_pages_turn_by_buttons_and_keys_and_stop_at_the_ends(dialog, qtbot):
    assert dialog.number.text() == "第 1 / 3 页"
    assert not dialog.former.isEnabled()
    qtbot.mouseClick(dialog.following, Qt.MouseButton.LeftButton)
    assert dialog.number.text() == "第 2 / 3 页"
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.number.text() == "第 3 / 3 页"
    assert not dialog.following.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.page == 1


def test_zoom_steps_and_fits_the_width(dialog, qtbot):
    fitted = dialog.percent()
    room = dialog._area.viewport().width()
    assert room - 60 < dialog._sheet.pixmap().width() <= room
    qtbot.mouseClick(dialog.larger, Qt.MouseButton.LeftButton)
    assert dialog.percent() > fitted
    wide = dialog._sheet.pixmap().width()
    QTest.keyClick(dialog, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert dialog._sheet.pixmap().width() < wide
    qtbot.mouseClick(dialog.fit, Qt.MouseButton.LeftButton)
    assert dialog.percent() == pytest.approx(fitted, abs=3)
    for _ in range(9):
        QTest.keyClick(dialog, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert dialog.percent() == 200
    assert not dialog.larger.isEnabled()


def test_saving_writes_the_files_and_says_so(dialog, asker, tmp_path, bare_context, qtbot):
    said = []
    bare_context.say.said.connect(said.append)
    asker.answers.extend([tmp_path / "a.pdf", tmp_path / "a.png"])
    dialog._on_pdf()
    dialog._on_png()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a-1.png",
        "a-2.png",
        "a-3.png",
        "a.pdf",
    ]
    assert said == ["已存为 a.pdf", "已存为 a-1.png 等"]


def test_what_cannot_be_written_is_said_in_the_dialog(dialog, asker, tmp_path):
    asker.answers.append(tmp_path / "没有" / "a.pdf")
    dialog._on_pdf()
    assert "无法写入" in dialog.wrong.text()
    assert not dialog.wrong.isHidden()


def test_without_a_printer_printing_says_what_to_do(dialog, monkeypatch):
    monkeypatch.setattr(
        "ui.printing.printer.QPrinterInfo.availablePrinterNames", staticmethod(list)
    )
    dialog._on_print()
    assert "存为 PDF" in dialog.wrong.text()


def test_the_preview_goes_through_the_asker(bare_context, asker):
    preview(bare_context, PAPER)
    assert asker.asked == [("show", "打印预览 · 花名册")]
    with pytest.raises(UserError):
        preview(bare_context, Paper("空", ()))
