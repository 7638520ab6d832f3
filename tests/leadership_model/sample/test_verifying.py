import numpy as np
import pytest

from leadership_model.people.disputes import disputed
from leadership_model.people.person import Person
from leadership_model.people.reading import careers
from leadership_model.people.resume import read
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.unclear import unclear
from leadership_model.people.verified import FACTS, IDENTITY, Verification
from leadership_model.sample.city import draw
from leadership_model.sample.verifying import AUDITED, UNCLEAR


@pytest.fixture(scope="module", params=(1, 2, 3))
def city(request):
    return draw(2400, request.param)


@pytest.fixture(scope="module")
def snapshot(city):
    return of_records(city.records)


def test_what_was_verified_agrees_with_the_record(city, snapshot):
    noted = [each for each in city.records if isinstance(each, Verification)]
    verified = [each for each in noted if each.verified]
    levels = {each.id: each.level for each in city.records if isinstance(each, Person)}
    assert verified
    assert {levels[each.person] for each in verified} <= set(AUDITED)
    assert {each.fact for each in noted} == set(FACTS)
    in_dispute = {(each.person, each.fact) for each in noted if not each.verified}
    ids = snapshot.people.ids
    found = {(ids[at], fact) for fact in FACTS for at in np.flatnonzero(disputed(snapshot, fact))}
    assert found == in_dispute != set()


def test_disputes_and_unclear_lines_touch_no_fault_and_no_seat(city, snapshot):
    seating = seat(snapshot, city.month)
    at_fault = {person for truth in city.truths for person in truth.people}
    rows = unclear(seating).rows
    owners = snapshot["career_entry"].owners()[rows]
    blurred = {snapshot.people.ids[at] for at in owners}
    disputes = {
        snapshot.people.ids[at] for fact in FACTS for at in np.flatnonzero(disputed(snapshot, fact))
    }
    assert blurred
    assert not (blurred | disputes) & at_fault
    assert not seating.seated()[owners].any()
    texts = {snapshot["career_entry"].record(int(row)).text for row in rows}
    assert texts <= set(UNCLEAR)


@pytest.mark.parametrize("text", UNCLEAR)
def test_the_reader_is_not_sure_of_an_unclear_line_either(text):
    resume = "2009.07--         云溪市财政局科员\n" + " " * 18 + f"（其间：2011.09--2012.07{text}）"
    found = [each for each in careers(read(resume)) if each.kind == "其间"]
    assert [(each.unit_kind, each.sure < 80) for each in found] == [(None, True)]


def test_disputed_identity_names_both_values(city):
    noted = [each for each in city.records if isinstance(each, Verification)]
    kinds = {(each.value, each.conflict) for each in noted if each.fact == IDENTITY}
    assert kinds <= {("干部", None), ("干部", "工人")}
