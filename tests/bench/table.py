"""Rows of the benchmark table, and how a time is taken."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

LONG = 50.0  # milliseconds


@dataclass(frozen=True, slots=True)
class Row:
    """One line: our median, the peer's median in the same run, and the budget.

    `peer` names the file the peer stands in ("" = none); `ok` is whether ours is within budget
    and, where `times` is given, that many times as fast as the peer.
    """

    name: str
    size: str
    ours: float
    unit: str
    peer: str
    peer_value: float | None
    budget: float
    times: float = 0.0

    @property
    def ok(self) -> bool:
        beaten = self.peer_value is None or self.ours * self.times <= self.peer_value
        return self.ours <= self.budget and beaten

    def document(self) -> dict[str, object]:
        return {**asdict(self), "ok": self.ok}


def median_ms(work: Callable[[], object], times: int = 7) -> float:
    """Take the median of several runs in milliseconds, after one that is not counted.

    Garbage is collected before the runs, and between them where one is long: walking the heap of
    the whole bench would empty the processor's caches before each of many short ones.
    """
    work()
    taken: list[float] = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(times):
            if taken and taken[-1] > LONG:
                gc.collect()
            begun = time.perf_counter()
            work()
            taken.append((time.perf_counter() - begun) * 1000)
    finally:
        gc.enable()
    return statistics.median(taken)


def show(rows: list[Row]) -> str:
    """Write the table as aligned text."""
    head = ("what", "size", "ours", "peer", "ours/peer", "budget", "")
    lines = [head]
    for row in rows:
        peer = "-" if row.peer_value is None else f"{row.peer_value:.2f} {row.unit} ({row.peer})"
        ratio = "-" if not row.peer_value else f"{row.ours / row.peer_value:.2f}"
        lines.append(
            (
                row.name,
                row.size,
                f"{row.ours:.2f} {row.unit}",
                peer,
                ratio,
                f"{row.budget:g} {row.unit}",
                "ok" if row.ok else "OVER",
            )
        )
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) for line in lines
    )
