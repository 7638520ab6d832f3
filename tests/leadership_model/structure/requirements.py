"""Random requirements that a user could have written, over the shipped catalogue."""

from fractions import Fraction

from hypothesis import strategies as st

from leadership_model.conditions.sentence import parse
from leadership_model.elements import catalogue
from leadership_model.people import codes
from leadership_model.structure.phrase import FIXED, NO_BASIS
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Requirement,
    Rung,
    Scope,
    Share,
)

NAMES = catalogue.shipped()
CONDITIONS = tuple(
    parse(text, NAMES)
    for text in (
        "性别 = 女",
        "年龄 <= 42 且 学历 >= 大学",
        "有乡镇党政正职经历 = 是",
        "非 ( 民族 = 汉族 )",
        "籍贯 = 「云溪市，某县 的人数 不少于 1 人，理想 不另定；达不到时在 」",
        "曾任 乡镇党政正职 满 24 个月",
    )
)
NUMBERS = tuple(e.label for e in NAMES.elements if e.kind == "number")
CHOICES = tuple(e.label for e in NAMES.elements if e.kind in ("choice", "text", "set"))
words = (
    st.text(
        st.characters(categories=("L", "N", "Zs", "P"), exclude_characters="「」"),
        min_size=1,
        max_size=6,
    )
    .map(str.strip)
    .filter(bool)
)
ONE_ID = st.just("r")
fractions = st.fractions(0, 60, max_denominator=12)
floats = st.floats(0, 200, allow_nan=False, allow_subnormal=False).map(lambda x: round(x, 4))
ends = st.none() | st.integers(20, 70).map(float)
rungs = st.builds(Rung, ends, ends, st.integers(0, 9), st.none() | st.integers(0, 9))
functions = st.lists(
    st.sampled_from(codes.names("functions")), min_size=1, max_size=3, unique=True
).map(tuple)
several = st.lists(words, min_size=1, max_size=3).map(tuple)
measures = st.one_of(
    st.builds(Count, st.sampled_from(CONDITIONS)),
    st.builds(Share, st.sampled_from(CONDITIONS)),
    st.builds(Average, st.sampled_from(NUMBERS)),
    st.builds(Extent, st.sampled_from(NUMBERS)),
    st.builds(Ladder, st.sampled_from(NUMBERS), st.lists(rungs, min_size=1, max_size=3).map(tuple)),
    st.builds(Cover, st.sampled_from(CHOICES), several, st.integers(1, 4)),
    st.builds(Distinct, st.sampled_from(CHOICES)),
    st.builds(Concentration, st.sampled_from(CHOICES)),
    st.builds(Every, st.sampled_from(CONDITIONS)),
    st.builds(Apart, st.lists(st.sampled_from(CHOICES), min_size=1, max_size=3).map(tuple)),
    st.just(Filled()),
    st.builds(Carried, functions),
)
scopes = st.builds(
    Scope,
    st.sampled_from(["全部", "正职", "副职", "其他"]),
    st.none() | st.sampled_from(codes.names("functions")),
)


@st.composite
def requirements(draw, ids=ONE_ID):
    """Draw a requirement of any kind."""
    measure = draw(measures)
    made = Requirement(
        id=draw(ids),
        dimension=draw(st.sampled_from(["年龄", "性别", "经历"])),
        label=draw(words),
        measure=measure,
        scope=draw(scopes),
        tolerance=draw(st.none() | floats),
        points=draw(floats),
        veto=draw(st.booleans()),
        effective=draw(st.none() | st.integers(2000 * 12, 2030 * 12)),
        basis=draw(st.text(max_size=12).filter(lambda text: text != NO_BASIS)),
        why=draw(words),
    )
    return made if isinstance(measure, FIXED) else _aimed(draw, made)


def _aimed(draw, made):
    from dataclasses import replace

    wide = st.fractions(0, 1, max_denominator=12) if isinstance(made.measure, Share) else fractions
    lo, hi = draw(st.none() | wide), draw(st.none() | wide)
    if lo is not None and hi is not None:
        lo, hi = sorted((lo, hi))
    counted = not isinstance(made.measure, Share | Average | Extent)
    per = st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 3), Fraction(3, 2)])
    ideal = draw(st.none() | fractions)
    high = draw(st.none() | fractions)
    if ideal is not None and high is not None:
        ideal, high = sorted((ideal, high))
    return replace(
        made,
        lo=lo,
        hi=hi,
        lo_per=draw(per) if counted and lo is not None else Fraction(0),
        hi_per=draw(per) if counted and hi is not None else Fraction(0),
        ideal_lo=ideal,
        ideal_hi=high,
    )
