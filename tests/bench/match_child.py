"""The fit of all in a process of its own: `python -m tests.bench.match_child DB TIMES`.

Prints one JSON document: seconds of processor time from the records to the best 20 both ways, the
most memory used, and how much of it the blocks took above the records and their vectors. TIMES:
so many copies of the people, with new ids, before the same posts.
"""

import json
import resource
import sys
import time
import tracemalloc
from pathlib import Path

from leadership_model.assessment.world import World
from leadership_model.matching.best import best_people
from leadership_model.matching.blocks import best_posts
from leadership_model.matching.grid import grid
from leadership_model.matching.scores import Scores
from leadership_model.people.snapshot import LAYOUT, Snapshot, of_rows
from leadership_model.people.table import kinds_of
from leadership_model.store import engine as stores
from leadership_model.store import load
from leadership_model.store.actor import Actor

ACTOR = Actor("测速", lambda: "2026-11-01T00:00:00")


def main(path: Path, times: int) -> dict[str, float]:
    engine = stores.open(path, ACTOR)
    snapshot = larger(load.snapshot(engine), times)
    models, portraits = load.models(engine), load.portraits(engine)
    engine.dispose()
    world = World.of(snapshot, snapshot.default_month or 0, models=models, portraits=portraits)
    begun = time.process_time()
    made = grid(Scores(world))
    best_people(made)
    best_posts(made)
    seconds, peak = time.process_time() - begun, _peak()
    tracemalloc.start()
    best_people(made)
    best_posts(made)
    return {
        "seconds": seconds,
        "peak_mb": peak,
        "blocks_mb": tracemalloc.get_traced_memory()[1] / 1024**2,
        "people": len(snapshot.people),
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def larger(snapshot: Snapshot, times: int) -> Snapshot:
    """Copy every person with all rows but seats, so many times in all."""
    rows = {}
    for name, (record, _, references) in LAYOUT.items():
        have = list(snapshot[name].rows)
        fields = list(kinds_of(record))
        named = [fields.index(each) for each, target in references.items() if target == "person"]
        if name == "person" or (named and name != "tenure"):
            for copy in range(1, times):
                places = (fields.index("id"), *named)
                have += [_copied(row, places, copy) for row in snapshot[name].rows]
        rows[name] = have
    return of_rows(rows, snapshot.settings, snapshot.number)


def _copied(row: tuple[object, ...], places: tuple[int, ...], copy: int) -> tuple[object, ...]:
    made = list(row)
    for at in places:
        made[at] = None if made[at] is None else f"{made[at]}~{copy}"
    return tuple(made)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
