"""What is kept, what ages, and what two of them share."""

import pytest

from leadership_model.people.kept import Kept, note

NAME, BIRTH = (str, "name"), (str, "birth")


def reading(value, *reads):
    def make():
        for each in reads:
            note(each)
        return value

    return make


def refused():
    raise AssertionError("this is known already")


def stands_on(*same):
    return lambda _key, _value, reads: reads <= set(same)


def all_of_them(_key, _value, _reads):
    return True


def test_a_value_stands_while_what_it_read_is_the_same():
    kept = Kept()
    kept.get("a", reading(1, NAME))
    kept.get("b", reading(2, NAME, BIRTH))
    later = kept.those(stands_on(NAME))
    assert later.get("a", refused) == 1
    assert later.get("b", reading(3)) == 3


def test_what_a_value_is_made_of_counts_as_read():
    kept = Kept()
    kept.get("sum", lambda: kept.get("part", reading(1, BIRTH)) + 1)
    assert "sum" not in kept.those(stands_on(NAME))


def test_an_aged_value_is_mended_for_the_people_touched():
    kept = Kept()
    kept.get("ages", reading([40, 50, 60], BIRTH))
    later = kept.those(stands_on(NAME), all_of_them, frozenset({1}))
    later = later.those(stands_on(NAME), all_of_them, frozenset({2}))
    asked = []

    def mend(value, people):
        asked.append(sorted(people))
        return [0 if at in people else each for at, each in enumerate(value)]

    assert later.get("ages", refused, mend) == [40, 0, 0]
    assert later.get("ages", refused, mend) == [40, 0, 0]
    assert asked == [[1, 2]]


def test_an_aged_value_stays_as_old_as_it_was_while_its_columns_are_the_same():
    kept = Kept()
    kept.get("ages", reading([40, 50], BIRTH))
    aged = kept.those(stands_on(NAME), all_of_them, frozenset({1}))
    later = aged.those(stands_on(NAME, BIRTH), all_of_them, frozenset({0}))
    assert later.get("ages", refused, lambda _value, people: sorted(people)) == [1]


def test_what_was_read_before_is_still_noted_of_a_mended_value():
    kept = Kept()
    kept.get("ages", reading([40], BIRTH))
    later = kept.those(stands_on(), all_of_them, frozenset({0}))
    later.get("ages", refused, lambda value, _people: value)
    assert "ages" not in later.those(stands_on(NAME))
    assert "ages" in later.those(stands_on(BIRTH))


@pytest.mark.parametrize("mend", [None, lambda _value, _people: None])
def test_what_cannot_be_mended_is_made_anew(mend):
    kept = Kept()
    kept.get("ages", reading([40], BIRTH))
    later = kept.those(stands_on(), all_of_them, frozenset({0}))
    assert later.get("ages", reading([41], NAME), mend) == [41]
    assert "ages" in later.those(stands_on(NAME))


def test_values_of_what_two_have_in_common_are_shared_both_ways():
    whole = Kept()
    whole.get("posts", reading("p", (int, "level")))
    whole.get("people", reading("all", NAME))
    few = Kept(whole, frozenset({int}))
    assert few.get("posts", refused) == "p"
    assert few.get("people", reading("few", NAME)) == "few"
    assert few.get("teams", reading("t", (int, "area"))) == "t"
    assert whole.get("teams", refused) == "t"
    assert whole.get("people", refused) == "all"
    assert few.get("nothing read", reading("n")) == "n"
    assert "nothing read" not in whole
