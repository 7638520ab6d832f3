"""Reading careers: how fast, and how many lines come out as they were drawn."""

import time
from collections import Counter

from leadership_model.people import reading, resume
from leadership_model.people.areas import areas_of
from leadership_model.people.unclear import unclear
from tests.bench.domain import City
from tests.bench.table import Row, median_ms

LEAST = 97.0  # per cent of lines that must be read right


def reading_lines(city: City) -> Row:
    """Every 简历 of the city read anew; refuses a reader that is wrong too often."""
    snapshot = city.snapshot
    areas, table = areas_of(snapshot), snapshot["career_entry"]
    texts = snapshot.people.raw("resume")
    reading.read.cache_clear()
    begun = time.perf_counter()
    read = [reading.careers(resume.read(text), areas) if text else () for text in texts]
    taken = time.perf_counter() - begun
    right = lines = 0
    for row, mine in enumerate(read):
        drawn = _by_line(table.record(each) for each in table.of(row))
        found = _by_line(mine)
        lines += len(drawn.keys() | found.keys())
        right += sum(drawn[key] == found.get(key) for key in drawn)
    if 100 * right < LEAST * lines:
        raise SystemExit(f"only {right} of {lines} lines are read as they were drawn")
    share = f"{lines} lines, {100 * right / lines:.1f} % as drawn"
    return Row("careers read anew", share, taken, "s", "", None, 20.0)


def listing_unclear(city: City) -> Row:
    """The work list of entries not understood, over the whole base."""
    count = len(city.snapshot["career_entry"])
    mine = median_ms(lambda: unclear(city.world.seating))
    return Row("work list of unclear careers", f"{count} entries", mine, "ms", "", None, 100.0)


def _by_line(entries):
    """Gather what entries mean by line; the places of schools do not matter."""
    found: dict[tuple[object, ...], Counter[tuple[object, ...]]] = {}
    for one in entries:
        area = None if one.post_kind == "学习" else one.area
        meaning = (one.unit_kind, area, one.post_kind, one.level, one.role, bool(one.secondment))
        found.setdefault((one.line, one.kind, one.start, one.end), Counter())[meaning] += 1
    return found


ROWS = (reading_lines, listing_unclear)
