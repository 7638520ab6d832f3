"""Random plans lose nothing by undoing, redoing, storing, rebasing: a few here, 500 in the soak."""

from tests.soak import scenarios


def test_folding_undoing_redoing_and_storing_are_identities(tmp_path):
    found = scenarios.run(12, 7, tmp_path)
    assert found["plans"] == 12
    assert found["moves"] > 40
    assert found["undone"] > 10
