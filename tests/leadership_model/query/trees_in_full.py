"""Random conditions answered three times: by columns, record by record, and where possible in SQL."""

import random

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.mask import mask
from leadership_model.conditions.sentence import parse, write
from leadership_model.people.snapshot import of_records
from leadership_model.people.verified import Verification
from leadership_model.query.draft import condition_of, draft_of
from leadership_model.sample.city import draw
from tests.leadership_model.query import in_sql
from tests.leadership_model.query.random_trees import random_tree
from tests.leadership_model.query.slowly import Person

MONTH = months.of(2026, 11)


def base(people, seed=2):
    """A small city without facts in dispute."""
    records = draw(people, seed).records
    return of_records(each for each in records if not isinstance(each, Verification))


def compare(trees, seed, people):
    """Ask `trees` random conditions; AssertionError names the first that is answered otherwise.

    Each also comes back unchanged from its sentence and from the builder's draft.
    """
    snapshot, draws = base(people), random.Random(seed)
    world, stored = World.of(snapshot, MONTH), in_sql.stored(snapshot)
    crowd = [Person(snapshot, at, MONTH) for at in range(len(snapshot.people))]
    counted = dict.fromkeys(("trees", "in SQL", "answers", "sure", "unknown"), 0)
    for _ in range(trees):
        tree = random_tree(draws)
        assert parse(write(tree), world.catalogue) == tree, write(tree)
        assert condition_of(draft_of(tree)) == tree, write(tree)
        found = mask(tree, world.facts.table)
        for at, person in enumerate(crowd):
            told = person.asks(tree)
            assert found.at(at) is told, (world.person_ids[at], found.at(at), told, write(tree))
        counted["trees"] += 1
        counted["answers"] += len(crowd)
        counted["sure"] += int(found.sure.sum())
        counted["unknown"] += int(found.unknown.sum())
        try:
            said = in_sql.ask(stored, tree, MONTH)
        except in_sql.Unsayable:
            continue
        mine = [world.person_ids[at] for at in found.sure.nonzero()[0].tolist()]
        assert said == mine, (write(tree), set(said) ^ set(mine))
        counted["in SQL"] += 1
    return counted
