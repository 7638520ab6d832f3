"""The sentence of a requirement read back: what `phrase.sentence` writes, as a requirement."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.structure import edit
from leadership_model.structure.listing import unlisted
from leadership_model.structure.phrase import KIND_WORDS, NO_BASIS
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
    Measure,
    Requirement,
    Share,
)

_HEAD = re.compile(r"在 (?P<scope>.+?) 中，")
_TARGET = r"(?:(?P<open>不设目标)|(?P<bound>不少于|不多于|等于) (?P<one>[^，；]+)|介于 (?P<low>[^，；]+) 与 (?P<high>[^，；]+))，理想 (?P<ideal>[^；]+)"  # noqa: E501
_SCORED = (
    r"；达不到时在 (?P<slack>[^；，]+) 之内按比例得分，分值 (?P<points>[\d.]+)，"
    r"(?P<veto>一票否决|不作否决)，自 (?P<month>[^，]+) 起，依据 (?P<basis>.*)。"
)
_TAIL = re.compile(f"(?:{_TARGET})?{_SCORED}", re.DOTALL)
Maker = Callable[[re.Match[str], Names], Measure]


def read(text: str, names: Names, like: Requirement) -> Requirement:
    """Read a sentence; id, dimension, label and why, of which it does not speak, are `like`'s.

    UserError when the text is not such a sentence.
    """
    head = _HEAD.match(text)
    if head is None:
        raise UserError("要求的句子应当以“在 … 中，”开头，说明看哪些成员。")
    for body, tail in _splits(text[head.end() :]):
        measure = _measure(body, names)
        if measure is not None:
            return _told(_blank(like, measure), head["scope"], tail, names)
    raise UserError(f"“{text}”不是完整的要求，请参照其他要求的写法。")


def _blank(like: Requirement, measure: Measure) -> Requirement:
    return replace(
        like,
        measure=measure,
        lo=None,
        hi=None,
        lo_per=edit.NOTHING,
        hi_per=edit.NOTHING,
        ideal_lo=None,
        ideal_hi=None,
        tolerance=None,
    )


def _splits(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Try where the target or the score may begin; signs inside 「」 may look like it."""
    for found in re.finditer("不设目标|不少于|不多于|等于|介于|；达不到时在", text):
        tail = _TAIL.fullmatch(text, found.start())
        if tail is not None:
            yield text[: found.start()], tail


def _told(blank: Requirement, scope: str, tail: re.Match[str], names: Names) -> Requirement:
    made = replace(blank, points=float(tail["points"]))
    low, high = tail["low"], tail["high"]
    if tail["bound"] is not None:
        low = None if tail["bound"] == "不多于" else tail["one"]
        high = None if tail["bound"] == "不少于" else tail["one"]
    made = edit.with_bounds(made, low, high)
    for slot, group in (
        ("scope", scope),
        ("ideal", tail["ideal"]),
        ("tolerance", tail["slack"]),
        ("veto", tail["veto"]),
        ("effective", tail["month"]),
    ):
        made = made if group is None else edit.edited(made, slot, group, names)
    basis = tail["basis"]
    return replace(made, basis="" if basis == NO_BASIS else basis)


def _measure(body: str, names: Names) -> Measure | None:
    """Read what is measured; None when no kind fits."""
    for pattern, make in _KINDS:
        found = re.fullmatch(pattern, body, re.DOTALL)
        if found is None:
            continue
        try:
            return make(found, names)
        except UserError:
            continue
    return None


def _element(found: re.Match[str], names: Names) -> str:
    if names.meaning(found[1]) is None:
        raise UserError(f"没有名为“{found[1]}”的要素，请在要素库里核对名称。")
    return found[1]


def _count(found: re.Match[str], names: Names) -> Measure:
    return Count(parse(found[1], names))


def _share(found: re.Match[str], names: Names) -> Measure:
    return Share(parse(found[1], names))


def _every(found: re.Match[str], names: Names) -> Measure:
    return Every(parse(found[1], names))


def _average(found: re.Match[str], names: Names) -> Measure:
    return Average(_element(found, names))


def _extent(found: re.Match[str], names: Names) -> Measure:
    return Extent(_element(found, names))


def _distinct(found: re.Match[str], names: Names) -> Measure:
    return Distinct(_element(found, names))


def _concentration(found: re.Match[str], names: Names) -> Measure:
    return Concentration(_element(found, names))


def _ladder(found: re.Match[str], names: Names) -> Measure:
    return Ladder(_element(found, names), edit.rungs_of(found[2]))


def _cover(found: re.Match[str], names: Names) -> Measure:
    return Cover(_element(found, names), unlisted(found[2]), int(found[3]))


def _apart(found: re.Match[str], _: Names) -> Measure:
    return Apart(unlisted(found[1]))


def _filled(_: re.Match[str], _names: Names) -> Measure:
    return Filled()


def _carried(found: re.Match[str], _: Names) -> Measure:
    return Carried(unlisted(found[1]))


_KINDS: tuple[tuple[str, Maker], ...] = (
    (f"{KIND_WORDS[Filled]} ", _filled),
    (f"{KIND_WORDS[Every]} (.+)", _every),
    (f"职责板块 (.+) {KIND_WORDS[Carried]} ", _carried),
    (f"任意两人的 (.+) {KIND_WORDS[Apart]}", _apart),
    (f"(.+?) {KIND_WORDS[Ladder]} (.+) 配备", _ladder),
    (f"(.+?) 中 (.+) 至少各有 (\\d+) 人 {KIND_WORDS[Cover]} ", _cover),
    (f"(.+) {KIND_WORDS[Average]} ", _average),
    (f"(.+) {KIND_WORDS[Extent]} ", _extent),
    (f"(.+) {KIND_WORDS[Distinct]} ", _distinct),
    (f"(.+) {KIND_WORDS[Concentration]} ", _concentration),
    (f"(.+) {KIND_WORDS[Count]} ", _count),
    (f"(.+) {KIND_WORDS[Share]} ", _share),
)
