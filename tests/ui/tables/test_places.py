import numpy as np
import pytest

from ui.tables.places import FEW, Places

IDS = [f"p{i}" for i in range(20)]
SHOWN = np.array([7, 3, 19, 0], dtype=np.int32)


@pytest.mark.parametrize("asked", [0, FEW + 1])
def test_a_row_is_found_by_its_id(asked):
    places = Places(IDS, SHOWN)
    for _ in range(asked):
        places.row("p7")
    assert [places.row(id) for id in ("p7", "p3", "p19", "p0")] == [0, 1, 2, 3]
    assert places.row("p1") is None  # there, but not in sight
    assert places.row("nobody") is None
