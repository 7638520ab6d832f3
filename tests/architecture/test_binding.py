"""The foreign packages fit together on this machine; each fault here has happened."""

import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

COUNT_REFERENCES = """
import sys
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(["-platform", "offscreen"])
label = QLabel()
before = sys.getrefcount(None)
for number in range(1000):
    label.setText("班子")
sys.stdout.write(str(sys.getrefcount(None) - before))
"""


def run(program):
    """Run a program in a fresh interpreter."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("names", list(permutations(("ortools.sat.python.cp_model", "highspy"))))
def test_solvers_load_side_by_side(names):
    result = run("\n".join(f"import {name}" for name in names))
    assert result.returncode == 0, result.stderr


@pytest.mark.qt
def test_qt_binding_keeps_reference_counts():
    result = run(COUNT_REFERENCES)
    assert result.returncode == 0, f"This PySide6 aborts on this Python:\n{result.stderr}"
    # Python 3.12 and newer do not count references to None at all.
    drift = int(result.stdout.strip().splitlines()[-1])
    assert abs(drift) < 100, f"This PySide6 loses references to None on this Python: {drift}"


@pytest.mark.parametrize("face", ["sans_path", "serif_path"])
def test_chinese_face_loads(qapp, face):
    from pylopdf_fonts_zh_cn import sans_path, serif_path
    from PySide6.QtGui import QFontDatabase, QRawFont

    path = str({"sans_path": sans_path, "serif_path": serif_path}[face]())
    number = QFontDatabase.addApplicationFont(path)
    assert number >= 0, f"Qt cannot read {path}"
    try:
        assert QFontDatabase.applicationFontFamilies(number)
        # Everyday text, and characters that occur in names and that small faces lack.
        raw = QRawFont(path, 12.0)
        lacking = [c for c in "班子模型工作台达标䶮㛃㐱" if not raw.supportsCharacter(ord(c))]
        assert not lacking
    finally:
        QFontDatabase.removeApplicationFont(number)


def test_stroke_order_data_is_there():
    """Only its data file is read: importing cn_sort would need jieba and set up logging."""
    from importlib.metadata import files

    found = [file for file in files("cn_sort") or () if file.name == "all_word.json"]
    assert found
    assert Path(str(found[0].locate())).is_file()
