from dataclasses import replace

import pytest

from leadership_model.errors import UserError
from leadership_model.exchange.answers import NEW, SKIP, answer, open_questions, ticked
from leadership_model.exchange.plan import Base, Plan, plan
from leadership_model.exchange.seats import Piece
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.people.unit import Unit
from tests.leadership_model.exchange.planning import form

TWO = of_records([Person(id=f"p-{at}", name="甲示例", birth=23762) for at in (1, 2)])


def test_somebody_says_which_of_two_it_is():
    made = plan(TWO, [form(JiGuan="云岭易溪")])
    (entry,) = made.entries
    assert (entry.state, entry.candidates) == ("conflicting", ("p-1", "p-2"))
    assert open_questions(made) == (0,)
    told = answer(made, 0, "p-2", Base(TWO))
    assert told.entries[0].before.id == "p-2"
    assert told.counts()["changed"] == 1
    assert open_questions(told) == ()
    assert answer(told, 0, NEW, Base(TWO)).entries[0].person.id not in ("p-1", "p-2")
    skipped = answer(told, 0, SKIP, Base(TWO)).entries[0]
    assert (skipped.state, skipped.sentence) == ("unchanged", "按您的选择，这份文件不导入")


def test_two_files_cannot_be_about_one_person():
    made = plan(TWO, [form("a"), form("b", JiGuan="云岭易溪")])
    one = answer(made, 0, "p-1", Base(TWO))
    assert one.entries[1].state == "unchanged"  # its rival is passed over
    other = plan(TWO, [form("a", ShenFenZheng="1" * 18), form("b", ShenFenZheng="2" * 18)])
    told = answer(other, 0, "p-1", Base(TWO))
    with pytest.raises(UserError, match="“a”已对应这位干部"):
        answer(told, 1, "p-1", Base(TWO))
    assert answer(told, 1, "p-2", Base(TWO)).entries[1].before.id == "p-2"


def test_a_file_without_a_name_has_nothing_to_choose():
    made = plan(TWO, [form(XingMing="")])
    assert open_questions(made) == ()
    with pytest.raises(UserError, match="没有可选择的对象"):
        answer(made, 0, NEW, Base(TWO))
    assert answer(made, 0, SKIP, Base(TWO)).entries[0].state == "unchanged"


def test_one_of_two_numbers_that_differ_is_somebody_to_choose():
    base = of_records([Person(id="p-1", name="甲示例", birth=23762, id_number="1" * 18)])
    made = plan(base, [form(ShenFenZheng="2" * 18)])
    assert made.entries[0].candidates == ("p-1",)
    told = answer(made, 0, "p-1", Base(base)).entries[0]
    assert told.person.id_number == "2" * 18


def test_a_tick_takes_along_what_it_needs():
    keys = ("unit", "team", "post")
    pieces = tuple(
        Piece(
            key=key,
            kind=key,
            record=Unit(id=key, name=key),
            text=key,
            needs=keys[:at][-1:],
            doubt="库中已有不同的值" if at else "",
        )
        for at, key in enumerate(keys)
    )
    made = Plan((), pieces=pieces)
    assert [each.key for each in made.seats()] == ["unit"]
    taken = replace(made, said=ticked(made, ("post",)))
    assert [each.key for each in taken.seats()] == ["unit", "team", "post"]
    left = replace(taken, said=ticked(taken, ("unit", "post")))
    assert [each.key for each in left.seats()] == ["unit"]
