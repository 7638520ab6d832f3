from leadership_model.conditions.sentence import parse, write
from leadership_model.elements import catalogue
from leadership_model.query.common import common


def test_every_common_question_can_be_read_and_stands_in_canonical_form():
    known = catalogue.shipped()
    for each in common():
        assert write(parse(each.sentence, known)) == each.sentence, each.label
    assert len({each.label for each in common()}) == len(common())
