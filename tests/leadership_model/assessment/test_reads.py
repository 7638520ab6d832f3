"""Which rows of two vectors read otherwise."""

import numpy as np
import pytest

from leadership_model.assessment.reads import differing, reads, vector
from leadership_model.structure.requirement import Apart, Average, Carried, Count, Cover, Filled
from tests.leadership_model.assessment.cast import BLANK, NONE, WOMAN, requirement, world


def rows(element, one, two):
    return differing(
        *(
            vector(
                world(**{element: each}),
                ("numbers" if element in ("年龄", "分数") else "values", element),
            )
            for each in (one, two)
        )
    ).tolist()


@pytest.mark.parametrize(
    ("element", "one", "two", "expected"),
    [
        ("年龄", [40, 41], [40, 42], [False, True, False]),
        ("年龄", [40, (40, 44)], [40, BLANK], [False, True, False]),
        ("分数", [NONE, 3], [0, 3], [True, False, False]),
        ("专业", ["理", "工"], ["理", "工"], [False, False, False]),
        ("专业", ["理", "工"], ["理", BLANK], [False, True, False]),
        ("籍贯", ["甲县", "乙县"], ["甲县", "丙县"], [True, True, True]),  # other values are known
        ("领域", ["经济", "农业"], ["经济", "农业+"], [False, True, False]),
        ("领域", ["经济", "农业"], ["农业", "农业"], [True, False, False]),
    ],
)
def test_rows_that_differ(element, one, two, expected):
    assert rows(element, one, two) == expected


def test_answers_differ_where_sure_or_possible_does():
    one, two = (world(性别=each) for each in (["女", "男", BLANK], ["女", "女", "男"]))
    found = differing(*(vector(each, ("answers", WOMAN)) for each in (one, two)))
    assert found.tolist() == [False, True, True, False]


def test_vectors_of_two_kinds_differ_everywhere():
    seen = world(年龄=[40], 籍贯=["甲县"])
    found = differing(vector(seen, ("numbers", "年龄")), vector(seen, ("values", "籍贯")))
    assert np.all(found)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Count(WOMAN), [("answers", WOMAN)]),
        (Average("年龄"), [("numbers", "年龄")]),
        (Cover("领域", ("经济",)), [("values", "领域")]),
        (Apart(("籍贯", "专业")), [("values", "籍贯"), ("values", "专业")]),
        (Filled(), []),
        (Carried(("经济",)), []),
    ],
)
def test_what_is_read(measure, expected):
    assert list(reads(requirement(measure, 1))) == expected
