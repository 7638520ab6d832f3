"""Lines of the table of `make bench-staffing`, and their medians."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """One way of one instance. budget: what must be reached, in words."""

    instance: str
    way: str
    objective: float | None
    breaches: int | None
    gap: float | None
    wall: float
    cpu: float
    note: str = ""

    def __str__(self) -> str:
        value = "-" if self.objective is None else f"{self.objective:.1f}"
        gap = "-" if self.gap is None else f"{100 * self.gap:.2f} %"
        breaches = "-" if self.breaches is None else str(self.breaches)
        return (
            f"{self.instance:<34}{self.way:<22}{value:>11}{breaches:>5}{gap:>10}"
            f"{self.wall:>9.2f} s{self.cpu:>9.2f} s  {self.note}"
        )


def medians(lines: Sequence[Line]) -> Iterator[Line]:
    """Give for each instance and way the medians over the cities."""
    ways = dict.fromkeys((each.instance, each.way) for each in lines)
    for instance, way in ways:
        same = [each for each in lines if (each.instance, each.way) == (instance, way)]
        breaches = middle(each.breaches for each in same)
        yield Line(
            instance,
            way,
            middle(each.objective for each in same),
            None if breaches is None else round(breaches),
            middle(each.gap for each in same),
            statistics.median(each.wall for each in same),
            statistics.median(each.cpu for each in same),
            f"median of {len(same)}",
        )


def middle(values: Iterable[float | None]) -> float | None:
    """Give the median of what is known."""
    known = [each for each in values if each is not None]
    return statistics.median(known) if known else None
