"""Fixtures that protect every test, and the order in which tests run."""

import logging
import os
import re
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

# Before anything imports Qt: no display is needed, and every binding chooser agrees.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"

import pytest
from hypothesis import HealthCheck, Phase, settings

from leadership_model.people import codes
from tests.crashed import pytest_handlecrashitem, pytest_terminal_summary  # noqa: F401

# The machine's speed is no property of the program, hence no deadline.
settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# For sabotages: the first example that fails will do, nobody reads the smallest one.
settings.register_profile(
    "mutants",
    settings.get_profile("ci"),
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)

# Rings, inner first: a broken rule fails before a window opens.
RINGS = ("architecture", "leadership_model", "ui", "journeys", "golden", "bench")
TESTS = Path(__file__).resolve().parent
HOMES = count()


def ring(path: Path) -> int:
    """Give the ring a test file belongs to."""
    first = path.relative_to(TESTS).parts[0] if path.is_relative_to(TESTS) else ""
    return RINGS.index(first) if first in RINGS else len(RINGS)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need Qt and run ring after ring, random inside a ring."""
    for item in items:
        if {"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.qt)
    items.sort(key=lambda item: ring(item.path))


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep settings, databases and logs of a test away from the user's; made on first use."""
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(HOMES))
    monkeypatch.setenv("LEADERSHIP_MODEL_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def code_lists_kept() -> Iterator[None]:
    """Take back the code entries a test has laid by opening a database: they hold for all."""
    before = codes.own()
    yield
    codes.lay(before)


@pytest.fixture(autouse=True)
def no_unexpected_log(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail on a log record at warning or above that no `expects_log` marker announces."""
    yield
    expected = [str(marker.args[0]) for marker in request.node.iter_markers("expects_log")]
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    surprises = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
        and not any(re.search(pattern, record.getMessage()) for pattern in expected)
    ]
    assert not surprises, "unexpected log records:\n" + "\n".join(surprises)


@pytest.fixture(autouse=True)
def no_modal_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail instead of waiting for ever when code under test opens a modal dialog or menu."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("a modal dialog was opened; hand in a scripted asker instead")

    for name in ("QDialog", "QMessageBox", "QFileDialog", "QInputDialog", "QMenu"):
        monkeypatch.setattr(getattr(widgets, name), "exec", refuse)
    for name in ("about", "critical", "information", "question", "warning"):
        monkeypatch.setattr(widgets.QMessageBox, name, staticmethod(refuse))
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(widgets.QFileDialog, name, staticmethod(refuse))
    for name in ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"):
        monkeypatch.setattr(widgets.QInputDialog, name, staticmethod(refuse))
