"""Start and end of the program, in processes of their own where that matters."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ui import app

ROOT = Path(app.__file__).resolve().parents[1]

START = """
import sys
from PySide6.QtCore import QTimer
from ui import app
original = app.Program.show
def show(self, path):
    original(self, path)
    QTimer.singleShot(300, self._app.quit)
app.Program.show = show
code = app.run(["main.py", *sys.argv[1:]])
heavy = {"pandas", "ortools", "highspy", "pyqtgraph", "pypinyin", "sqlmodel", "docx"}
import builtins
assert builtins.__import__ is builtins.__orig_import__
sys.stdout.write(f"{code} {sorted(heavy & set(sys.modules))}")
sys.exit(code)
"""


def run(home, *arguments, **environment):
    command = [sys.executable, "-c", START, *arguments]
    env = {**os.environ, "LEADERSHIP_MODEL_HOME": str(home), **environment}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_it_starts_and_ends_cleanly_without_heavy_packages(tmp_path):
    result = run(tmp_path, QT_QPA_PLATFORM="offscreen")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "0 []"
    assert (tmp_path / "settings.toml").is_file()
    noise = [line for line in result.stderr.splitlines() if "This plugin does not" not in line]
    assert noise == []


MENU = """
import sys
from PySide6.QtWidgets import QFileDialog, QLineEdit
from ui import app
kept = app.start(["main.py"])
field = QLineEdit()
texts = [each.text() for each in field.createStandardContextMenu().actions()]
dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
texts.append(dialog.labelText(QFileDialog.DialogLabel.FileName))
sys.stdout.buffer.write("|".join(texts).encode())
"""


def test_menus_of_fields_and_file_dialogs_are_in_chinese():
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", MENU]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    texts = [text.split("\t")[0] for text in done.stdout.decode().split("|")]
    assert len(texts) >= 7
    assert any("剪切" in text for text in texts)
    assert not [text for text in texts if re.search("[A-Za-z]{2}", text)]


def test_without_a_display_it_says_so(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not app.has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert app.has_display()


def test_the_actor_is_named_in_the_settings():
    from ui.settings import Settings

    assert app.actor_of(Settings(actor="李四")).name == "李四"
    assert app.actor_of(Settings()).name
    assert len(app.now_text()) == 19


def test_unknown_arguments_are_refused(capsys):
    with pytest.raises(SystemExit):
        app.run(["main.py", "--nonsense"])
    assert "--nonsense" in capsys.readouterr().err


@pytest.mark.slow
def test_without_a_display_it_makes_the_tour_and_pictures_of_every_page(tmp_path):
    from PySide6.QtGui import QImage

    from ui.registry import PAGES

    out = tmp_path / "演示"
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env["LEADERSHIP_MODEL_HOME"] = str(tmp_path / "home")
    command = [sys.executable, str(ROOT / "main.py"), "--people", "300", "--out", str(out)]
    result = subprocess.run(
        command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("没有找到可用的显示器")
    pictures = sorted((out / "pictures").glob("*.png"))
    assert len(pictures) == len(PAGES) * 2 * 2
    for path in pictures:
        width, height = path.stem.rsplit("-", 1)[1].split("x")
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (int(width), int(height))
        colors = {picture.pixel(x, y) for x in range(0, int(width), 7) for y in range(0, 700, 7)}
        assert len(colors) > 20, f"{path.name} shows next to nothing"
    assert (out / "名册.xlsx").is_file()


def test_the_tour_can_be_asked_for(monkeypatch, capsys, tmp_path):
    from leadership_model import tour
    from ui import screenshots

    asked = []
    monkeypatch.setattr(tour, "main", lambda arguments: asked.append(arguments) or 0)
    monkeypatch.setattr(screenshots, "take_all", lambda city, folder: [folder / "a.png"])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert app.run(["main.py", "--tour", "--people", "40", "--out", str(tmp_path)]) == 0
    assert asked == [["--people", "40", "--out", str(tmp_path)]]
    assert "显示器" not in capsys.readouterr().out


def test_a_tour_that_fails_takes_no_pictures(monkeypatch, tmp_path):
    from leadership_model import tour
    from ui import screenshots

    monkeypatch.setattr(tour, "main", lambda arguments: 2)
    monkeypatch.setattr(screenshots, "take_all", None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert app.run(["main.py", "--tour", "--out", str(tmp_path)]) == 2
