"""A sample city as a database, with its truths in a file beside it."""

import json
from pathlib import Path

from leadership_model.sample.city import DEFAULT_PEOPLE, City, draw
from leadership_model.sample.truths import document
from leadership_model.sample.verdicts import conclusions
from leadership_model.store import bulk, engine, setting
from leadership_model.store.actor import Actor


def build(
    path: str | Path, people: int = DEFAULT_PEOPLE, seed: int = 1, *, actor: Actor
) -> dict[str, int | str]:
    """Draw a city and write it to a new database, with `name.truth.json` beside it.

    Returns the counts of people, teams and posts and the name of the file of truths. The settings
    `as_of` and `sample_seed` are put: photos are drawn from the seed when somebody looks at them.
    Raises UserError when the database exists already or the folder does not.
    """
    path = Path(path)
    city = draw(people, seed)
    database = engine.create(path, actor)
    try:
        bulk.write(database, actor, (*city.records, *conclusions(city)), "建立示例市")
        setting.put(database, actor, "as_of", str(city.month))
        setting.put(database, actor, "sample_seed", str(city.seed))
    finally:
        database.dispose()
    return {**counts(city), "truth_file": str(write_truths(path, city))}


def write_truths(path: Path, city: City) -> Path:
    """Write the truths of a city beside its database."""
    target = path.with_name(f"{path.stem}.truth.json")
    content = document(city.truths, city.seed, city.month, city.flags, city.grades, city.held)
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return target


def counts(city: City) -> dict[str, int]:
    """Count people, teams and posts."""
    kinds = [type(record).__name__ for record in city.records]
    return {
        "people": kinds.count("Person"),
        "teams": kinds.count("Team"),
        "posts": kinds.count("Post"),
    }
