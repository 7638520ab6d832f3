"""The pictures of the tour: one for each page, scheme and size, none of them empty."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (
    "import sys; from pathlib import Path; from ui.screenshots import take_all;"
    "take_all(Path(sys.argv[1]), Path(sys.argv[2]))"
)


def test_a_picture_of_every_page(qapp, tmp_path):
    from leadership_model.sample.build import build
    from leadership_model.store.actor import Actor

    city = tmp_path / "市.db"
    build(city, 300, actor=Actor("测试", lambda: "2026-11-01T00:00:00"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, str(city), str(tmp_path / "pictures")]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    pictures = sorted((tmp_path / "pictures").iterdir())
    assert len(pictures) == 28
    seen = {}
    for path in pictures:
        image = QImage(str(path))
        size = path.stem.split("-")[-1]
        assert f"{image.width()}x{image.height()}" == size
        seen[path.name] = bytes(image.constBits())
    assert len(set(seen.values())) == 28
