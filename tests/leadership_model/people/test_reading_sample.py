"""The career reader beside the drawn truth of the sample city, which is worded independently."""

from collections import defaultdict

import pytest

from leadership_model.people import reading, resume
from leadership_model.people.areas import areas_of
from leadership_model.people.snapshot import of_records
from leadership_model.sample import city


def meaning(entries):
    """Give what a line means; the places of schools do not matter."""
    return {
        (
            entry.unit_kind,
            None if entry.post_kind == "学习" else entry.area,
            entry.post_kind,
            entry.level,
            entry.role,
            bool(entry.secondment),
        )
        for entry in entries
    }


def by_line(entries):
    groups = defaultdict(list)
    for entry in entries:
        groups[entry.line, entry.kind, entry.start, entry.end].append(entry)
    return groups


@pytest.mark.parametrize("seed", [1, 5])
def test_at_least_97_of_100_lines_are_right(seed):
    base = of_records(city.draw(people=500, seed=seed).records)
    areas, entries = areas_of(base), base["career_entry"]
    right = total = 0
    for row in range(len(base.people)):
        truth = by_line(entries.record(each) for each in entries.of(row))
        text = base.people.raw("resume")[row]
        mine = by_line(reading.careers(resume.read(text), areas) if text else ())
        for line in truth.keys() | mine.keys():
            total += 1
            right += meaning(truth[line]) == meaning(mine[line])
    assert total > 2500
    assert right >= 0.97 * total, f"{right} of {total}"
