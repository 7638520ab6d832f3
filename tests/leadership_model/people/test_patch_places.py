from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

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


def laid(before, put=(), drop=()):
    rows = {each.id: tuple(row_of(each).values()) for each in put}
    return patched(before, {"career_entry": {**dict.fromkeys(drop), **rows}}, {}, 1)


def test_the_last_row_of_a_table_goes_and_another_comes():
    people = [Person(id="p1", name="干部")]
    before = of_records([*people, line("p1", 0, "a")])
    before["career_entry"].texts("text"), before["career_entry"].ints("line")
    none = laid(before, drop=("a",))
    assert none["career_entry"].rows == ()
    assert none["career_entry"].texts("text").table == ()
    assert none["career_entry"].ints("line").tolist() == []
    again = laid(none, put=[line("p1", 3, "b")])
    assert again["career_entry"].texts("text").at(0) == "p1 3"
    assert dict(again["career_entry"].positions) == {"b": 0}


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 3), st.integers(0, 9)), max_size=12))
def test_rows_that_come_and_go_leave_what_a_full_reading_gives(steps):
    people = [Person(id=f"p{n}", name=f"干部{n}") for n in (1, 2, 3)]
    there = {each.id: each for each in (line("p1", 0, "a"), line("p2", 1, "b"))}
    snapshot = of_records([*people, *there.values()])
    for number, (comes, owner, place) in enumerate(steps):
        table = snapshot["career_entry"]
        table.texts("text"), table.ints("line"), table.owners()
        if comes or not there:
            fresh = line(f"p{owner}", place, f"n{number}")
            there[fresh.id] = fresh
            snapshot = laid(snapshot, put=[fresh])
        else:
            gone = sorted(there)[place % len(there)]
            del there[gone]
            snapshot = laid(snapshot, drop=(gone,))
        mine, full = (
            snapshot["career_entry"],
            of_records([*people, *there.values()])["career_entry"],
        )
        assert mine.rows == full.rows
        assert dict(mine.positions) == dict(full.positions)
        assert mine.positions.get("nobody") is None
        assert mine.texts("text").table == full.texts("text").table
        assert mine.texts("text").codes.tolist() == full.texts("text").codes.tolist()
        assert mine.ints("line").tolist() == full.ints("line").tolist()
        assert mine.owners().tolist() == full.owners().tolist()


@given(st.lists(st.sampled_from("甲乙丙丁"), min_size=1, max_size=6), st.data())
def test_texts_written_anew_count_up_in_order_of_first_appearance(texts, data):
    people = [Person(id=f"p{at}", name=text) for at, text in enumerate(texts)]
    before = of_records(people)
    before.people.texts("name")
    chosen = data.draw(st.sets(st.sampled_from(people), min_size=1), label="written")
    written = {each.id: data.draw(st.sampled_from("甲乙戊己")) for each in chosen}
    now = [replace(each, name=written.get(each.id, each.name)) for each in people]
    rows = {each.id: tuple(row_of(each).values()) for each in now if each.id in written}
    found = patched(before, {"person": rows}, {}, 1).people.texts("name")
    wanted = of_records(now).people.texts("name")
    assert found.table == wanted.table
    assert found.codes.tolist() == wanted.codes.tolist()
