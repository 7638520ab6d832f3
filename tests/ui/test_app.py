"""Start and end of the program, in processes of their own where that matters."""

import os
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
