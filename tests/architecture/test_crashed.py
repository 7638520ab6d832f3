"""A test whose worker ends is begun again once, and fails when it ends it again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENDING = """
import os, pathlib
def test_ends_its_worker():
    times = pathlib.Path({place!r})
    times.write_text(times.read_text() + "x")
    if len(times.read_text()) <= {ends}:
        os._exit(1)
def test_beside_it():
    pass
"""


@pytest.mark.parametrize(("ends", "code", "told"), [(1, 0, "2 passed"), (2, 1, "1 failed")])
def test_a_worker_that_ends(tmp_path, ends, code, told):
    times = tmp_path / "times"
    times.write_text("")
    (tmp_path / "test_ending.py").write_text(ENDING.format(place=str(times), ends=ends))
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.crashed", "-n", "1", "-q", "--dist",
         "worksteal", "-p", "no:randomly", "-p", "no:cacheprovider", "-c", os.devnull,
         "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == code, run.stdout + run.stderr
    assert told in run.stdout
    assert "BEGUN AGAIN" in run.stdout
