"""Random conditions over the small catalogue, for laws that hold for every tree."""

from typing import Any

from hypothesis import strategies as st

from leadership_model import months
from leadership_model.conditions.tree import (
    OPERATORS,
    All,
    Between,
    Career,
    Compare,
    Contains,
    Exists,
    Grades,
    Is,
    Not,
    Some,
    Within,
)
from tests.leadership_model.conditions.catalogue import FILTERS, MEANINGS, ROWS

ODD_TEXTS = st.sampled_from(
    [
        "会计",
        "会 计",
        "",
        "且",
        "满",
        "24",
        "满24个月",
        "a」b",
        "「",
        "３",
        "近3年年度考核",
        "-1.5",
        "x,y",
    ]
) | st.text(alphabet="会计且或 「」()[],=≠<３3年月满近次\n", max_size=8)
NUMBERS = st.integers(-99, 999) | st.sampled_from([0.5, 1.25, -3.5, 42.0, 0.0000001])


def values_of(meaning, *, ordered=False, near=False):
    match meaning.kind:
        case "number":
            return st.integers(-2, 30) if near else NUMBERS
        case "month":
            return st.integers(22998, 23012 if near else 24400).map(months.show)
        case "text":
            return ODD_TEXTS
        case _ if meaning.open_values and not ordered:
            return ODD_TEXTS
        case _:
            return st.sampled_from(meaning.values)


def place(meaning, value):
    if meaning.kind == "choice":
        return meaning.ranks[value]
    return months.parse(value) if isinstance(value, str) else value


@st.composite
def parts(draw, meanings, *, near=False):
    """Draw a leaf; `near`: with values such as people of the crowd have."""
    name = draw(st.sampled_from(sorted(meanings)))
    meaning = meanings[name]
    ordered = meaning.kind in ("number", "month") or bool(meaning.ranks)
    shapes = ["is"]
    shapes += ["contains"] if meaning.kind in ("set", "text") else []
    shapes += ["compare", "within"] if meaning.kind != "set" else []
    shapes += ["between"] if ordered else []
    match draw(st.sampled_from(shapes)):
        case "is":
            return Is(name, draw(st.sampled_from(["已知", "待核", "无"])))
        case "contains":
            return Contains(name, draw(values_of(meaning, near=near)))
        case "within":
            return Within(
                name, tuple(draw(st.lists(values_of(meaning, near=near), min_size=1, max_size=3)))
            )
        case "between":
            pair = [draw(values_of(meaning, ordered=True, near=near)) for _ in range(2)]
            return Between(name, *sorted(pair, key=lambda value: place(meaning, value)))
        case _:
            op = draw(st.sampled_from(OPERATORS if ordered else OPERATORS[:2]))
            return Compare(name, op, draw(values_of(meaning, ordered=ordered, near=near)))


@st.composite
def careers(draw):
    rows = st.lists(parts(ROWS["履历"]), max_size=2).map(tuple)
    what = draw(st.sampled_from(FILTERS) | rows)
    length = draw(st.none() | st.integers(1, 400))
    measure: Any = "累计" if length is None else draw(st.sampled_from(["累计", "连续"]))
    return Career(draw(st.sampled_from(["曾任", "现任"])), what, measure, length)


@st.composite
def row_questions(draw):
    rows = draw(st.sampled_from(sorted(ROWS)))
    return Exists(rows, tuple(draw(st.lists(parts(ROWS[rows]), max_size=2))))


def grades():
    grade = st.sampled_from(ROWS["考核"]["结果"].values)
    return st.builds(Grades, st.integers(1, 9), grade, st.integers(1, 9))


def joined(leaves):
    return st.recursive(
        leaves,
        lambda part: (
            st.lists(part, min_size=2, max_size=3).map(lambda found: All(tuple(found)))
            | st.lists(part, min_size=2, max_size=3).map(lambda found: Some(tuple(found)))
            | part.map(Not)
        ),
        max_leaves=6,
    )


PLAIN = joined(parts(MEANINGS, near=True))
TREES = joined(parts(MEANINGS) | careers() | row_questions() | grades())
