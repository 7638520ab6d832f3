"""Sabotage a copy of the program, one place at a time, and see that a test fails each time.

`python -m tests.mutants [parts of names]`. Two copies work side by side. First the tests named run
on an unchanged copy: a test that fails there notices nothing. Exit code 1 when a sabotage lives,
or when the place it wants to change is no longer there.
"""

import compileall
import os
import py_compile
import queue
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants.sabotages import SABOTAGES, Sabotage

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("leadership_model", "data", "tests", "pyproject.toml", "resources")
COPIES = 2
LONGEST_SECONDS = 300  # a sabotage that makes the program run for ever is noticed too
UNSEEN = shutil.ignore_patterns("__pycache__", ".hypothesis")


def main(arguments: list[str]) -> int:
    """Run all sabotages, or those whose name holds one of the arguments."""
    parts = arguments or [""]
    wanted = [each for each in SABOTAGES if any(part in each.name for part in parts)]
    if not wanted:
        print("No sabotage has a name that holds", *parts)
        return 1
    misplaced = [each.name for each in wanted if not in_place(each)]
    if misplaced:
        print("The place to change is no longer there once:", *misplaced, sep="\n  ")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        copies = queue.Queue[Path]()
        for number in range(COPIES):
            copies.put(copy_to(Path(folder) / str(number)))
        if not _sound(wanted, copies):
            return 1

        def run(each: Sabotage) -> str:
            copy = copies.get()
            try:
                begun = time.monotonic()
                outcome = attempt(each, copy)
            finally:
                copies.put(copy)
            print(f"{outcome:7} {time.monotonic() - begun:6.1f} s  {each.name}", flush=True)
            return outcome

        with ThreadPoolExecutor(COPIES) as workers:
            outcomes = list(workers.map(run, wanted))
    killed = outcomes.count("killed")
    print(f"{killed} of {len(wanted)} sabotages were noticed")
    return 0 if killed == len(wanted) else 1


def in_place(sabotage: Sabotage, root: Path = ROOT) -> bool:
    """Say whether the place to change is there, exactly once."""
    path = root / sabotage.file
    return path.is_file() and path.read_text(encoding="utf-8").count(sabotage.old) == 1


def copy_to(copy: Path) -> Path:
    """Copy the program. What is compiled is told by content, not by time: changes come fast."""
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=UNSEEN)
        elif source.exists():
            shutil.copy(source, copy / name)
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(copy / "leadership_model", quiet=2, invalidation_mode=mode)
    return copy


def attempt(sabotage: Sabotage, copy: Path) -> str:
    """Change the copy, run the tests named, change it back: killed, ALIVE, or BROKEN."""
    path = copy / sabotage.file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(sabotage.old, sabotage.new), encoding="utf-8")
    try:
        code, said = run_tests(sabotage.tests, copy)
    finally:
        path.write_text(text, encoding="utf-8")
    if code in (0, 1):
        return "killed" if code else "ALIVE"
    print(said, flush=True)
    return "BROKEN"


def run_tests(tests: Iterable[str], copy: Path) -> tuple[int, str]:
    """Run test files in a copy up to the first failure: (exit code of pytest, what it said)."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:randomly"]
    command += ["-p", "no:cacheprovider", "--no-header", *tests]
    # This profile draws the same examples every time and makes none of them smaller.
    told = {"PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "mutants"}
    # Started from a test, it is to hear nothing of the workers and counters of that run.
    heard = {n: v for n, v in os.environ.items() if not n.startswith(("PYTEST_", "COV_"))}
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            env={**heard, **told},
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return 1, "too long"
    return done.returncode, done.stdout + done.stderr


def _sound(wanted: list[Sabotage], copies: "queue.Queue[Path]") -> bool:
    """Say whether the tests named pass as long as nothing is sabotaged."""
    copy = copies.get()
    code, said = run_tests(sorted({test for each in wanted for test in each.tests}), copy)
    copies.put(copy)
    if code:
        print("The tests fail without any sabotage:", said, sep="\n")
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
