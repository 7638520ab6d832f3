"""What was put right in the reading of a 简历 is still right after the next import."""

from dataclasses import replace

from leadership_model.people import amend
from leadership_model.people.correction import Correction
from leadership_model.people.snapshot import of_records
from tests.leadership_model.exchange.planning import RESUME, rows, with_career


def corrected(at=0, **values):
    """Give the base of the plan's tests with one entry put right."""
    snapshot = with_career()
    (person,) = snapshot.people.records()
    person = replace(person, resume=RESUME)
    entries = tuple(snapshot["career_entry"].records())
    made = amend.amended(amend.standings(entries, RESUME, ())[at], values)
    after = {each.id: each for each in made.after if not isinstance(each, Correction)}
    notes = [each for each in made.after if isinstance(each, Correction)]
    return of_records([person, *(after.get(e.id, e) for e in entries), *notes])


def test_a_correction_survives_an_import_that_changes_other_lines():
    base = corrected(0, post_kind="其他", level=None)
    last = RESUME.rstrip().split("\n")[-1]
    found = rows(base, JianLi=RESUME.replace(last, last + "、党组书记"))["career_entry"]
    mine = [each for each in found.put if each.line == 0]
    assert [(each.post_kind, each.level, each.by_hand) for each in mine] == [("其他", None, True)]


def test_a_correction_of_months_survives_an_import():
    base = corrected(0, start=23900)
    last = RESUME.rstrip().split("\n")[-1]
    found = rows(base, JianLi=RESUME.replace(last, last + "、党组书记"))["career_entry"]
    mine = [each for each in found.put if each.line == 0]
    assert [(each.start, each.by_hand) for each in mine] == [(23900, True)]


def test_a_line_that_is_another_one_is_read_anew():
    base = corrected(0, post_kind="其他")
    first = RESUME.split("\n")[0]
    found = rows(base, JianLi=RESUME.replace(first, first + "、办公室副主任"))["career_entry"]
    assert not any(each.by_hand for each in found.put)
