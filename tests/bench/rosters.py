"""The roster of everybody as a file."""

import pandas as pd

from leadership_model.papers import roster, xlsx
from tests.bench.domain import City, same
from tests.bench.table import Row, median_ms


def roster_file(city: City) -> Row:
    """The roster of everybody as a workbook, beside the same cells written by pandas."""
    world, place = city.world, city.path.parent
    everybody = range(world.facts.count)

    def ours() -> None:
        made = roster.roster(world.seating, everybody, roster.RosterNotes())
        xlsx.write(place / "roster.xlsx", [made])

    def frame() -> pd.DataFrame:
        return pd.read_excel(place / "roster.xlsx", engine="calamine", header=None)

    mine = median_ms(ours, 3) / 1000
    read = frame()
    names = [name or "" for name in world.snapshot.people.raw("name")]
    same(read[0].fillna("").tolist()[4:], names)
    other = median_ms(lambda: read.to_excel(place / "pandas.xlsx", index=False), 1) / 1000
    return Row("roster to xlsx", city.size, mine, "s", "pandas, no layout", other, 1.5)


ROWS = (roster_file,)
