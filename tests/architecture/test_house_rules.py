"""House rules as regular expressions, one sentence each.

A pattern is written so that it does not match itself; where the plain word would, it is put
together from pieces.
"""

import re
import shutil
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONG, TOO_LONG = 300, 400
SKIPPED = re.compile(r"(^|/)(\.(?!ci/)[^/]*|__pycache__|htmlcov|out)/")
BINARY = {".png", ".jpg", ".ico", ".otf", ".ttf", ".xlsx", ".docx", ".pdf", ".db", ".zip", ".7z"}


def list_files() -> tuple[str, ...]:
    """List the project's own files, relative to its root."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            names = {name for name in run.stdout.split("\0") if name}
            return tuple(sorted(name for name in names if (ROOT / name).is_file()))
    found = (path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())
    return tuple(sorted(name for name in found if not SKIPPED.search(name)))


def read(name: str) -> str:
    """Read one file; what is not text has no house rules."""
    try:
        return (ROOT / name).read_text("utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


FILES = tuple(name for name in list_files() if Path(name).suffix.lower() not in BINARY)
TEXTS = {name: read(name) for name in FILES}


def python(*folders: str, but: str = "^$") -> Callable[[str], bool]:
    """Choose the Python files below some folders, except those a pattern names."""
    return lambda name: (
        name.endswith(".py")
        and name.startswith(tuple(f"{folder}/" for folder in folders))
        and not re.search(but, name)
    )


def everything(name: str) -> bool:
    """Choose every file."""
    return bool(name)


@dataclass(frozen=True)
class Rule:
    """A pattern that must not occur in some files, and the sentence that says why."""

    id: str
    pattern: str
    sentence: str
    where: Callable[[str], bool]


SPEAKERS = r"^leadership_model/(cli|tour|__main__)(\.py$|/)|^tests/(bench|mutants|soak)(\.py$|/)"

RULES = (
    Rule(
        "lambda-slot",
        r"connect\(" + r"\s*lambda",
        "A lambda slot keeps its widget alive; connect a method.",
        python("ui", "tests"),
    ),
    Rule(
        "process-events",
        "process" + "Events",
        "Running the event loop by hand lets a slot run inside another; use jobs.",
        python("ui", "tests", but="^tests/bench/"),
    ),
    Rule(
        "proxy-model",
        "QSortFilter" + "ProxyModel",
        "A proxy model in Python is some twenty times slower than our own row model.",
        python("ui", "tests", but="^tests/bench/"),  # which compares the two
    ),
    Rule(
        "layout-item",
        r"\.item" + r"At\([^)\n]*\)(?!\s*->)",
        "A wrapper of a layout's item outlives the item and crashes later; use indexOf.",
        python("ui", "tests"),
    ),
    Rule(
        "rows-to-contents",
        "resizeRows" + "ToContents",
        "It measures every cell of the table; rows have one height.",
        python("ui", "tests"),
    ),
    Rule(
        "clock",
        r"\b(date\.today|datetime\.(now|today|utcnow)|time\.time)" + r"\(",
        "The domain has no clock: a month is handed in, and only cli.py reads the calendar.",
        python("leadership_model", but=r"^leadership_model/cli(\.py$|/)"),
    ),
    Rule(
        "print",
        r"(?<![\w.])print" + r"\(",
        "Only the command line, the tour and the scripts speak to the terminal.",
        python("leadership_model", "ui", "tests", but=SPEAKERS),
    ),
    Rule(
        "blanket-noqa",
        r"#\s*noqa(?!:\s*[A-Z]+[0-9])",
        "A check is silenced by its code, never all of them at once.",
        python("leadership_model", "ui", "tests", "scripts"),
    ),
    Rule(
        "blanket-ignore",
        r"#\s*type:\s*ignore(?!\[)",
        "A type error is silenced by its code, never all of them at once.",
        python("leadership_model", "ui", "tests", "scripts"),
    ),
    Rule(
        "future-annotations",
        r"from __future__ import " + "annotations",
        "Annotations are real objects here: SQLModel and dataclasses read them.",
        python("leadership_model", "ui", "tests", "scripts"),
    ),
    Rule(
        "sleep",
        r"\bsleep" + r"\(|\.q[Ww]ait" + r"\(",
        "A test waits for a condition, never for a time.",
        python("tests", but=r"^tests/(bench|soak)(\.py$|/)"),
    ),
    Rule(
        "catch-all",
        r"except\s*(\(?\s*(Base)?" + r"Exception\b|:)",
        "Only jobs.py and crash.py may catch everything; elsewhere it hides our bugs.",
        python("leadership_model", "ui", "scripts", but=r"/(jobs|crash)\.py$"),
    ),
    Rule(
        "registry",
        "|".join(
            ("pypi" + r"\.org", "python" + r"hosted\.", "ana" + r"conda\.org", "pypi" + r"\.tuna")
        ),
        "Where packages come from is the user's own setting.",
        everything,
    ),
    Rule(
        "machine-path",
        r"(?<![\w.*}~/])/(work|root|home)" + "/",
        "A path of one machine means nothing on another.",
        everything,
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_house_rule(rule):
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for name, text in TEXTS.items()
        if rule.where(name)
        for match in re.finditer(rule.pattern, text)
    ]
    assert not found, f"{rule.sentence}\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("rule_id", "line"),
    [
        ("lambda-slot", "button.clicked.connect(" + "lambda: self.close())"),
        ("layout-item", "item = layout.item" + "At(at)"),
        ("clock", "today = date.today" + "()"),
        ("print", "    print" + "(x)"),
        ("blanket-noqa", "import x  # no" + "qa"),
        ("blanket-ignore", "x = 1  # type: " + "ignore"),
        ("sleep", "time.sleep" + "(1)"),
        ("catch-all", "except " + "Exception as error:"),
        ("catch-all", "except" + ":"),
        ("machine-path", "open('" + "/home" + "/somebody/x')"),
        ("registry", "https://pypi" + ".org/simple"),
    ],
)
def test_pattern_finds_what_it_forbids(rule_id, line):
    rule = next(rule for rule in RULES if rule.id == rule_id)
    assert re.search(rule.pattern, line)


@pytest.mark.parametrize(
    ("rule_id", "line"),
    [
        ("blanket-noqa", "import x  # noqa: F401"),
        ("blanket-ignore", "x = 1  # type: ignore[assignment]"),
        ("print", "pretty_print" + "(x)"),
        ("machine-path", "ui/pages/home/page.py"),
        ("catch-all", "except ValueError:"),
    ],
)
def test_pattern_lets_the_rest_pass(rule_id, line):
    rule = next(rule for rule in RULES if rule.id == rule_id)
    assert not re.search(rule.pattern, line)


@pytest.mark.parametrize(
    "room",
    sorted(path.parent for path in (ROOT / "leadership_model").glob("*/__init__.py")),
    ids=lambda path: path.name,
)
def test_a_room_lists_its_modules(room):
    named = set(re.findall(r"\w+", (room / "__init__.py").read_text("utf-8")))
    there = {path.stem for path in room.glob("*.py")} - {"__init__"}
    assert not there - named, "Name these in the docstring of the room's __init__.py"


def test_files_stay_short():
    chosen = python("leadership_model", "ui")
    lengths = {name: len(text.splitlines()) for name, text in TEXTS.items() if chosen(name)}
    for name, length in lengths.items():
        if LONG < length <= TOO_LONG:
            warnings.warn(f"{length} lines in {name}: it may hold two ideas", stacklevel=1)
    too_long = [f"{name}: {length}" for name, length in lengths.items() if length > TOO_LONG]
    assert not too_long, "A file holds one idea; split these:\n" + "\n".join(too_long)
