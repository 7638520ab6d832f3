import random

import pytest

from leadership_model.people.person import Person
from leadership_model.sample import identity


def of(city):
    return [record for record in city.records if isinstance(record, Person)]


def test_check_digit_of_worked_numbers():
    # The sum of digit x weight is 7 for the first and 9 for the second: 12 - 7 = 5, 12 - 9 = 3.
    assert identity.check_digit("1" + "0" * 16) == "5"
    assert identity.check_digit("01" + "0" * 15) == "3"


def test_check_digit_x():
    # The weight of the seventh digit is 2; three times the fifth, 8, is 24, and 24 mod 11 = 2.
    assert identity.check_digit("0000001" + "0" * 10) == "X"
    assert identity.check_digit("00003" + "0" * 12) == "X"


@pytest.mark.parametrize(("sex", "odd"), [("男", 1), ("女", 0)])
def test_drawn_numbers_carry_birth_and_sex_and_cannot_be_real(sex, odd):
    source = random.Random(5)
    for _ in range(50):
        number = identity.draw_number(source, "19800229", sex)
        assert len(number) == 18
        assert number.startswith("99")
        assert number[6:14] == "19800229"
        assert int(number[16]) % 2 == odd
        assert number[17] == identity.check_digit(number[:17])


def test_numbers_of_the_city_agree_with_birth(small):
    spoilt = {t.people[0] for t in small.truths if t.planted and t.people}
    people = [p for p in of(small) if p.id_number]
    assert len(people) > 900
    for person in people:
        assert person.id_number.startswith("99")
        assert person.id_number[17] == identity.check_digit(person.id_number[:17])
        if person.id in spoilt:
            continue
        year, month = int(person.id_number[6:10]), int(person.id_number[10:12])
        assert person.birth == year * 12 + month - 1
        assert person.birth_date in (None, person.id_number[6:14])
        assert (int(person.id_number[16]) % 2 == 1) == (person.sex == "男")


def test_no_two_people_share_a_number(default):
    numbers = [p.id_number for p in of(default) if p.id_number]
    assert len(set(numbers)) == len(numbers)
