"""Where the rows of ids are in sight."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FEW = 8  # ids that are looked for one by one; for more a table of all rows is made


class Places:
    """Finds rows by id, as long as the same rows are in sight in the same order."""

    def __init__(self, ids: Sequence[str], shown: NDArray[np.int32]) -> None:
        self._ids, self._shown = ids, shown
        self._asked = 0
        self._rows: dict[str, int] | None = None

    def row(self, id: str) -> int | None:
        """Give the place of an id in sight."""
        self._asked += 1
        if self._asked > FEW:
            if self._rows is None:
                self._rows = {
                    self._ids[i]: row for row, i in enumerate(self._shown.tolist()) if i >= 0
                }
            return self._rows.get(id)
        if id not in self._ids:
            return None
        found = np.flatnonzero(self._shown == self._ids.index(id))
        return int(found[0]) if len(found) else None
