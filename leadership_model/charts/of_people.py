"""Charts of a list of people: the age pyramid by sex, bars of any element; every bar has its ids.

Who is 待核 stands in a bar of their own, never among the others.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.charts.spec import Bar, Bars, Pyramid, Tone
from leadership_model.people.table import Ints
from leadership_model.query.axis import NONE, OPEN, OTHERS, axis
from leadership_model.query.cross_table import CrossTable, cross

USUAL = ("学历", "任现职月数", "籍贯")
TITLES = {"任现职月数": "任现职年限", "任现层次月数": "任现层次年限"}
BARS = 10  # the most frequent values; the others together


def pyramid(world: World, people: Sequence[int], edges: Sequence[int] = ()) -> Pyramid:
    """Lay people (positions) out by age band and sex; men stand at the left."""
    table = cross(world, people, "年龄", "性别", row_edges=edges)
    sides = [each.label for each in table.columns.parts]

    def bar(row: int, sex: str, tone: Tone) -> Bar:
        label = table.rows.parts[row].label
        if sex not in sides:
            return Bar(label=label, value=0.0, tone=tone)
        return _cell(world, table, row, sides.index(sex), label, tone)

    bands = tuple(
        (bar(row, "男", "c1"), bar(row, "女", "c3"))
        for row in range(len(table.rows.parts))
        if table.rows.parts[row].label != NONE
    )
    return Pyramid(title="年龄与性别", left_label="男", right_label="女", bands=bands)


def _cell(world: World, table: CrossTable, row: int, column: int, label: str, tone: Tone) -> Bar:
    found = table.members(row, column)
    ids = tuple(world.person_ids[at] for at in found.tolist())
    return Bar(
        label=label, value=float(len(found)), tone="grey" if label == OPEN else tone, ids=ids
    )


def bars(
    world: World, people: Sequence[int], element: str, edges: Sequence[int] = (), tone: Tone = "c1"
) -> Bars:
    """Count people (positions) by the values or bands of an element."""
    chosen: Ints = np.asarray(people, dtype=np.int32)
    parts = axis(world, element, chosen, edges).parts
    counted = [(each.label, chosen[each.inside[chosen]]) for each in parts]
    aside = [each for each in counted if each[0] in (OTHERS, NONE, OPEN)]
    plain = [each for each in counted if each not in aside]
    if len(plain) > BARS:
        rest = np.unique(np.concatenate([found for _, found in plain[BARS:]])).astype(np.int32)
        others = [found for label, found in aside if label == OTHERS]
        together = np.unique(np.concatenate([rest, *others])).astype(np.int32)
        aside = [(OTHERS, together), *(each for each in aside if each[0] != OTHERS)]
        plain = plain[:BARS]
    made = tuple(
        Bar(
            label=label,
            value=float(len(found)),
            tone="grey" if label in (NONE, OPEN) else tone,
            ids=tuple(world.person_ids[at] for at in found.tolist()),
        )
        for label, found in (*plain, *aside)
    )
    return Bars(title=TITLES.get(element, element), bars=made, unit="人", horizontal=True)


def usual(
    world: World, people: Sequence[int], edges: Mapping[str, Sequence[int]], further: str = ""
) -> tuple[Pyramid | Bars, ...]:
    """Make the usual charts, perhaps one of a further element; `edges` are the bands kept."""
    elements = [each for each in (*USUAL, further) if each]
    tones: tuple[Tone, ...] = ("c2", "c4", "c3", "c5")
    return (
        pyramid(world, people, edges.get("年龄", ())),
        *(
            bars(world, people, element, edges.get(element, ()), tones[at % len(tones)])
            for at, element in enumerate(dict.fromkeys(elements))
        ),
    )
