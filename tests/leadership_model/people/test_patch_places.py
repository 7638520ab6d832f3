from leadership_model.people.career import CareerEntry
from leadership_model.people.patch import patched
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.store.kinds import row_of


def line(owner, number, id):
    return CareerEntry(id=id, person=owner, line=number, text=f"{owner} {number}")


def test_new_rows_of_neighbours_at_one_place_stay_with_their_owners():
    people = [Person(id=f"p{n}", name=f"干部{n}") for n in (1, 2)]
    old = [line("p1", 0, "a"), line("p2", 1, "b")]
    fresh = [line("p1", 5, "z"), line("p2", 0, "c")]
    before = of_records([*people, *old])
    rows = {each.id: tuple(row_of(each).values()) for each in fresh}
    after = patched(before, {"career_entry": rows}, {}, 1)
    assert after["career_entry"].rows == of_records([*people, *old, *fresh])["career_entry"].rows
