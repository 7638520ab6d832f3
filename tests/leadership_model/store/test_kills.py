"""A process killed while it writes leaves a sound database: all or nothing. `make soak` kills more.

There is no module of this name: what is tested is the store as a whole.
"""

import pytest

from tests.soak import kills


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    return kills.prepare(tmp_path_factory.mktemp("ground"))


def test_a_process_killed_while_it_writes_leaves_all_or_nothing(tmp_path, ground):
    found = kills.run(tmp_path, 4, seed=2, ground=ground)
    assert found["kills"] == 4
    ended = {name: found[name] for name in kills.OUTCOMES if name != "copies_refused"}
    assert sum(ended.values()) == 4 + found["too_late"]
    for kind in kills.KINDS:
        assert sum(count for name, count in ended.items() if name.startswith(kind)) >= 1


def test_an_import_written_in_part_would_be_noticed(ground):
    whole = ground.after["import"]
    assert kills._imported(ground.before, ground) == "import_none"
    assert kills._imported(whole, ground) == "import_all"
    for name in ("person", "audit", "import_change", "source_file", "setting"):
        torn = whole | {name: ground.before[name]}
        with pytest.raises(AssertionError, match="in part"):
            kills._imported(torn, ground)


def test_a_plan_carried_out_in_part_would_be_noticed(ground):
    whole = ground.after["carry"]
    assert kills._carried(ground.before, ground) == "carry_none"
    assert kills._carried(whole, ground) == "carry_all"
    for name in ("tenure", "person", "scenario", "carried", "audit"):
        with pytest.raises(AssertionError, match="in part"):
            kills._carried(whole | {name: ground.before[name]}, ground)


def test_a_plan_lost_in_a_solve_would_be_noticed(ground):
    assert kills._solved(ground.after["plan"], ground) == "solve_none"
    assert kills._solved(ground.after["solve"], ground) == "solve_all"
    for lost in (ground.before, ground.after["plan"] | {"scenario_move": []}):
        with pytest.raises(AssertionError, match="lost"):
            kills._solved(lost, ground)


def test_a_save_without_its_line_in_the_book_would_be_noticed(ground):
    before, whole = ground.before, ground.after["save"]
    assert kills._saved(before, ground) == "save_none"
    assert kills._saved(whole, ground) == "save_all"
    for name in ("audit", "setting"):
        with pytest.raises(AssertionError, match="agree"):
            kills._saved(whole | {name: before[name]}, ground)
    with pytest.raises(AssertionError, match="torn"):
        kills._saved(whole | {"person": [*before["person"][:1], *whole["person"][1:]]}, ground)
