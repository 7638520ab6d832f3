"""Random conditions are answered as a slow reading of the records does, and as SQL does.

Few here; `make soak` asks 300 and prints the counts.
"""

from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Compare
from tests.leadership_model.query import in_sql
from tests.leadership_model.query.trees_in_full import base, compare

MONTH = 2026 * 12 + 10


def test_a_few_random_trees_are_answered_alike_three_times():
    counted = compare(12, seed=7, people=80)
    assert counted["trees"] == 12
    assert counted["in SQL"] > 0
    assert counted["sure"] > 0
    assert counted["unknown"] > 0


def test_sql_tells_a_wrong_answer_from_a_right_one():
    snapshot = base(80)
    world, stored = World.of(snapshot, MONTH), in_sql.stored(snapshot)
    women = in_sql.ask(stored, Compare("性别", "=", "女"), MONTH)
    for sex in ("女", "男"):
        sure = world.facts.tri(Compare("性别", "=", sex)).sure
        mine = [world.person_ids[at] for at in sure.nonzero()[0]]
        assert (women == mine) is (sex == "女")
