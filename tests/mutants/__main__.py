"""Sabotage a copy of the program, one place at a time, and see that a test fails each time.

`python -m tests.mutants [part of a name]`. Exit code 1 when a sabotage lives, or when the place it
wants to change is no longer there.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.mutants.sabotages import SABOTAGES, Sabotage

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("leadership_model", "data", "tests", "pyproject.toml", "resources")


def main(arguments: list[str]) -> int:
    """Run all sabotages, or those whose name holds the argument."""
    wanted = [each for each in SABOTAGES if not arguments or arguments[0] in each.name]
    alive = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy(source, copy / name)
        for each in wanted:
            begun = time.monotonic()
            killed = _killed(each, copy)
            seconds = time.monotonic() - begun
            print(f"{'killed' if killed else 'ALIVE '}  {seconds:5.1f} s  {each.name}", flush=True)
            if not killed:
                alive.append(each.name)
    print(f"{len(wanted) - len(alive)} of {len(wanted)} sabotages were noticed")
    return 1 if alive or not wanted else 0


def _killed(sabotage: Sabotage, copy: Path) -> bool:
    """Change the copy, run the tests named, change it back; True when they fail."""
    path = copy / sabotage.file
    text = path.read_text(encoding="utf-8")
    if text.count(sabotage.old) != 1:
        raise SystemExit(
            f"{sabotage.name}: the place to change occurs {text.count(sabotage.old)} times"
        )
    path.write_text(text.replace(sabotage.old, sabotage.new), encoding="utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly"]
        command += ["-p", "no:cacheprovider", "--no-header", *sabotage.tests]
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{sabotage.name}: the tests could not run\n{done.stdout}")
        return done.returncode == 1
    finally:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
