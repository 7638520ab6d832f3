"""An import through the window, measured from inside: `python -m tests.bench.import_child DB FILES`.

Prints one JSON document: seconds to the preview and to apply it, the longest pause of the window
in milliseconds while each went on, the most memory used in MB, and the counts of the preview.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from tests.bench.child import begin, peak
from ui.pages.elements.importing import ImportSection
from ui.preview import settle

LIMIT = 120_000  # ms
BEAT = 5  # ms


class Watch(QObject):
    """Beats in the window's thread; waits for a step of the import."""

    def __init__(self, section: ImportSection) -> None:
        super().__init__()
        self._section = section
        self._loop, self._wanted = QEventLoop(), ""
        self._last = 0.0
        self.longest = 0.0
        self._timer = QTimer(self, interval=BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def wait(self, step: str) -> tuple[float, float]:
        """Give seconds until a step is reached, and the longest pause in between in ms."""
        begun = self._last = time.monotonic()
        self.longest, self._wanted = 0.0, step
        QTimer.singleShot(LIMIT, self._loop.quit)
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        if self._section.step() != step:
            raise SystemExit(f"the import did not come to {step}")
        return time.monotonic() - begun, self.longest

    def _on_beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000 - BEAT), now
        if self._section.step() == self._wanted:
            self._loop.quit()


def main(arguments: list[str]) -> int:
    """Open the base, read the files, import them."""
    base, files = map(Path, arguments)
    program = begin()
    program.show(base)
    settle(program)
    page = program.window.open_page("elements")
    page.turn("import")  # type: ignore[attr-defined]
    section = page.section()  # type: ignore[attr-defined]
    settle(program)
    watch = Watch(section)
    section.read((files,))
    seconds, pause = watch.wait("preview")
    counts = dict(section.preview.preview().plan.counts())
    found = {"preview": seconds, "preview_pause": pause, "counts": counts}
    if counts["new"] + counts["changed"]:
        section._on_apply()
        found["apply"], found["apply_pause"] = watch.wait("report")
    settle(program)
    print(json.dumps({**found, "peak": peak()}))
    program.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
