import pytest

from leadership_model.store.actor import Actor


def test_an_actor_has_a_name():
    with pytest.raises(ValueError, match="经办人"):
        Actor("  ", lambda: "2026-11-03")
