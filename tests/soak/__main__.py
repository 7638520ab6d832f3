"""Counted faults in full: `make soak`. Prints the counts, writes out/soak.json.

`python -m tests.soak [FILES [KILLS [SEED [PLANS]]]]`; by default 20,000 damaged files, 60 kills and
500 random plans. What is found wrong is raised; a file that raised is kept as out/soak-failed.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.leadership_model.query import trees_in_full
from tests.soak import files, kills, scenarios, staffings

OUT = Path(__file__).resolve().parents[2] / "out"
FILES, KILLS, SEED, PLANS = 20_000, 60, 1, 500
STAFFINGS = 200  # random small problems, every stage held against trying everything
TREES = 300  # random conditions, answered by columns, record by record, and in SQL


def main(arguments: list[str]) -> int:
    """Count all faults."""
    usual = (FILES, KILLS, SEED, PLANS)
    file_count, kill_count, seed, plan_count = [
        int(given) for given in (*arguments, *map(str, usual[len(arguments) :]))
    ]
    OUT.mkdir(exist_ok=True)
    begun = time.monotonic()
    document: dict[str, object] = {"seed": seed}
    document["files"] = files.run(file_count, seed, kept=OUT / "soak-failed.lrmx")
    document["files_seconds"] = round(time.monotonic() - begun, 1)
    print(f"damaged files: {document['files']}", flush=True)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        ground = kills.prepare(Path(folder))
        document["kills"] = kills.run(Path(folder), kill_count, seed, ground)
    document["kills_seconds"] = round(time.monotonic() - begun, 1)
    print(f"kills: {document['kills']}", flush=True)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        document["plans"] = scenarios.run(plan_count, seed, Path(folder))
    document["plans_seconds"] = round(time.monotonic() - begun, 1)
    print(f"plans: {document['plans']}", flush=True)
    begun = time.monotonic()
    document["staffings"] = staffings.run(STAFFINGS, seed)
    document["staffings_seconds"] = round(time.monotonic() - begun, 1)
    print(f"staffings: {document['staffings']}", flush=True)
    begun = time.monotonic()
    document["conditions"] = trees_in_full.compare(TREES, seed, people=300)
    document["conditions_seconds"] = round(time.monotonic() - begun, 1)
    print(f"conditions: {document['conditions']}", flush=True)
    (OUT / "soak.json").write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
