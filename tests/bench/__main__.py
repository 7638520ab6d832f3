"""Measure domain and window on the default city: `make bench`. Prints the table, writes out/bench.json.

`make bench SIZE=10` measures what must grow no faster than the city on one ten times as large,
beside the default one; it takes some minutes and a gigabyte or two.

Exit code 1 when a budget is broken or a peer's answer differs from ours.
"""

import gc
import json
import os
import sys
import tempfile
from pathlib import Path

from tests.bench import (
    analysis,
    careers,
    domain,
    exchange,
    finding,
    growth,
    locked,
    matching,
    papers,
    questions,
    rosters,
    structures,
    window,
)
from tests.bench.table import Row, show

OUT = Path(__file__).resolve().parents[2] / "out"


def main(arguments: list[str]) -> int:
    """Run all rows, or those whose name holds the argument."""
    gc.set_threshold(20_000, 50, 1_000)  # as the window does, see ui.app.start
    with tempfile.TemporaryDirectory() as folder:
        city = domain.City.build(Path(folder))
        rows: list[Row] = []
        rooms = (
            domain,
            locked,
            exchange,
            finding,
            matching,
            questions,
            rosters,
            analysis,
            careers,
            structures,
            papers,
            window,
        )
        every = [row for room in rooms for row in room.ROWS]
        if int(os.environ.get("SIZE", "1")) > 1:
            every = list(growth.rows(Path(folder), int(os.environ["SIZE"])))
        for measure in every:
            if not arguments or any(each in measure.__name__ for each in arguments):
                rows.append(measure(city))
                print(f"  {rows[-1].name}: {rows[-1].ours:.2f} {rows[-1].unit}", flush=True)
    print(show(rows))
    OUT.mkdir(exist_ok=True)
    document = [row.document() for row in rows]
    (OUT / "bench.json").write_text(
        json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
