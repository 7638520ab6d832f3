import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.errors import UserError
from leadership_model.people import held
from leadership_model.people.hold import Hold
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records

NOW = 24322


def made(**fields):
    one = Hold(**({"id": "h1", "person": "p1", "start": NOW - 2, "until": NOW + 2} | fields))
    return of_records([Person(id="p1", name="甲"), Person(id="p2", name="乙"), one])


@given(
    start=st.none() | st.integers(NOW - 3, NOW + 3),
    until=st.none() | st.integers(NOW - 3, NOW + 3),
    lifted=st.none() | st.integers(NOW - 3, NOW + 3),
)
def test_the_vector_says_what_the_record_says(start, until, lifted):
    snapshot = made(start=start, until=until, lifted=lifted)
    one = snapshot["hold"].record(0)
    assert held.held(snapshot, NOW).tolist() == [one.holds(NOW), False]
    assert (held.hold_of(snapshot, 0, NOW) is not None) == one.holds(NOW)
    assert held.hold_of(snapshot, 1, NOW) is None


def test_a_hold_lapses_after_its_last_month_and_is_gone_in_the_month_it_is_lifted():
    one = made()["hold"].record(0)
    assert [one.holds(NOW + each) for each in (-3, -2, 2, 3)] == [False, True, True, False]
    two = made(lifted=NOW)["hold"].record(0)
    assert two.holds(NOW - 1)
    assert not two.holds(NOW)


def test_only_whoever_entered_it_and_those_named_see_it():
    snapshot = made(entered_by="王工", seen_by="李工、赵工")
    assert [len(held.seen(snapshot, NOW, name)) for name in ("王工", "赵工", "孙工")] == [1, 1, 0]
    one = snapshot["hold"].record(0)
    assert held.lifted(one, NOW, "赵工").lifted_by == "赵工"
    with pytest.raises(UserError, match="才能解除"):
        held.lifted(one, NOW, "孙工")


@pytest.mark.parametrize(
    ("reason", "until", "words"),
    [(" ", NOW, "写明"), ("核查", NOW - 1, "早于"), ("核查", NOW + 61, "最长")],
)
def test_a_hold_that_says_too_little_is_refused(reason, until, words):
    with pytest.raises(UserError, match=words):
        held.begun("h", "p1", reason, NOW, until, ())


def test_names_are_read_as_people_type_them():
    assert held.names_in("王工、 李工，赵工; 孙工") == ("王工", "李工", "赵工", "孙工")
    one = held.begun("h", "p1", " 核查 ", NOW, NOW, ("李工", " ", "李工"))
    assert (one.reason, one.seen_by, one.start, one.until) == ("核查", "李工", NOW, NOW)
    assert held.begun("h", "p1", "核查", NOW, NOW, ()).seen_by is None


def test_outputs_tell_the_number_alone():
    assert held.told(2) == "另有 2 人暂缓使用"
    assert held.told(0) == ""
