from leadership_model.people import batch
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records

AS_OF = 2026 * 12 + 10


def propose(name, state, text, *people):
    records = [Person(id=f"p{at}", **each) for at, each in enumerate(people)]
    return batch.propose(of_records(records), range(len(records)), name, state, text, AS_OF)


def test_old_and_new_and_who_needs_no_change():
    made = propose("health", "value", "健康", {"name": "甲", "health": "一般"}, {"name": "乙"},
                   {"name": "丙", "health": "健康"})  # fmt: skip
    assert [(e.old, e.new, e.writes) for e in made] == [
        ("一般", "健康", True),
        ("待核", "健康", True),
        ("健康", "健康", False),
    ]


def test_nothing_and_unknown_can_be_set_too():
    made = propose("religion", "absent", "", {"name": "甲"}, {"name": "乙", "absent": "religion"})
    assert [(e.new, e.writes) for e in made] == [("无", True), ("无", False)]
    made = propose("religion", "unknown", "", {"name": "乙", "absent": "religion"})
    assert (made[0].old, made[0].new, made[0].after.absent) == ("无", "待核", "")


def test_who_would_contradict_himself_is_refused_by_name_of_the_fault():
    young, old = {"name": "甲", "birth": 2000 * 12}, {"name": "乙", "birth": 1970 * 12}
    made = propose("work_start", "value", "2001-07", young, old)
    assert "不满 14 岁" in made[0].refused
    assert not made[0].writes
    assert made[1].writes


def test_a_fault_that_was_there_before_does_not_stop_another_field():
    bad = {"name": "甲", "birth": 2000 * 12, "work_start": 2001 * 12}
    made = propose("health", "value", "健康", bad)
    assert made[0].refused == ""
    assert made[0].writes


def test_names_and_numbers_are_never_set_for_several():
    assert {"name", "id_number"}.isdisjoint({each.name for each in batch.CHANGEABLE})
