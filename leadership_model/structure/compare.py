"""Two versions of a model beside each other, requirement by requirement, piece by piece."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from leadership_model import months
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import write
from leadership_model.structure.model import Model, Portrait, Weight
from leadership_model.structure.phrase import (
    FIXED,
    VETO_WORDS,
    band,
    pieces,
    scope_words,
    target,
    unit,
)
from leadership_model.structure.requirement import Requirement

Change = Literal["added", "removed", "changed"]
CHANGE_WORDS = {"added": "新增", "removed": "取消", "changed": "修改"}
MEASURED = ("condition", "element", "elements", "values", "functions", "rungs", "each", "kind")
NOTHING = "–"
T = TypeVar("T", Requirement, Portrait)


@dataclass(frozen=True, slots=True)
class PieceChange:
    """One piece that differs, as texts."""

    word: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """A requirement or portrait that was added, removed or changed; `id` is its own."""

    id: str
    label: str
    change: Change
    pieces: tuple[PieceChange, ...]
    portrait: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different between two versions: the model's own pieces, and its lines."""

    head: tuple[PieceChange, ...]
    lines: tuple[LineChange, ...]

    @property
    def same(self) -> bool:
        """Say whether nothing differs."""
        return not self.head and not self.lines

    def count(self, change: Change) -> int:
        """Count the lines that were added, removed or changed."""
        return sum(each.change == change for each in self.lines)


def compare(before: Model, after: Model, names: Names | None = None) -> Comparison:
    """Lay two versions beside each other; lines stand in the order of `after`, then those gone.

    The versions' numbers and months are not compared: they always differ.
    """
    requirements = _lines(before.requirements, after.requirements, names)
    portraits = _lines(before.portraits, after.portraits, names)
    return Comparison(tuple(_differing(_head(before), _head(after))), (*requirements, *portraits))


def spelled(line: Requirement | Portrait, names: Names | None = None) -> dict[str, str]:
    """Write a line as its pieces in words, by the word for each."""
    if isinstance(line, Portrait):
        return _portrait(line)
    word = unit(line, names)
    shown = target(line) if isinstance(line.measure, FIXED) else f"{target(line)} {word}".strip()
    return {
        "名称": line.label,
        "类别": line.dimension,
        "范围": scope_words(line.scope),
        "考核": _measured(line, names),
        "目标": shown,
        "理想": band(line.ideal_lo, line.ideal_hi) or NOTHING,
        "容差": "按惯例" if line.tolerance is None else f"{line.tolerance:g}",
        "分值": f"{line.points:g}",
        "否决": VETO_WORDS[line.veto],
        "生效": NOTHING if line.effective is None else months.show_iso(line.effective),
        "依据": line.basis or NOTHING,
        "理由": line.why or NOTHING,
    }


def _measured(requirement: Requirement, names: Names | None) -> str:
    """Write what is measured: its sentence without scope, target and points."""
    found = (each.text for each in pieces(requirement, names) if each.slot in MEASURED)
    return " ".join(found)


def _head(model: Model) -> dict[str, str]:
    adjusted = "、".join(f"{each.requirement} {float(each.by):+g}" for each in model.adjusted)
    lines = not model.is_difference() or model.own_lines
    return {
        "名称": model.label,
        "红线": f"{model.red:g}" if lines else NOTHING,
        "绿线": f"{model.green:g}" if lines else NOTHING,
        "取消上级要求": "、".join(sorted(model.removed)) or NOTHING,
        "增减上级目标": adjusted or NOTHING,
    }


def _portrait(portrait: Portrait) -> dict[str, str]:
    qualified = (
        f"{write(condition)}（{'，'.join(filter(None, (term.heading, term.basis)))}）"
        for condition, term in portrait.qualified()
    )
    return {
        "名称": portrait.label,
        "岗位": "、".join(
            filter(None, (portrait.place, portrait.role, portrait.post_kind, portrait.post))
        ),
        "资格": "；".join(qualified) or NOTHING,
        "权重": "；".join(map(_weight, portrait.weights)) or NOTHING,
        "依据": portrait.basis or NOTHING,
    }


def _weight(weight: Weight) -> str:
    asked = f"{weight.element} {weight.start:g}～{weight.full:g}"
    if weight.condition is not None:
        asked = write(weight.condition)
    basis = f"，依据 {weight.basis}" if weight.basis else ""
    return f"{weight.label} {weight.points:g} 分（{asked}，{weight.heading}{basis}）"


def _lines(before: Sequence[T], after: Sequence[T], names: Names | None) -> Iterator[LineChange]:
    was = {each.id: each for each in before}
    now = {each.id: each for each in after}
    for id, line in {**now, **{i: each for i, each in was.items() if i not in now}}.items():
        old, new = was.get(id), now.get(id)
        portrait = isinstance(line, Portrait)
        if old is None:
            texts = spelled(line, names).items()
            added = tuple(PieceChange(word, "", text) for word, text in texts)
            yield LineChange(id, line.label, "added", added, portrait)
        elif new is None:
            texts = spelled(line, names).items()
            gone = tuple(PieceChange(word, text, "") for word, text in texts)
            yield LineChange(id, line.label, "removed", gone, portrait)
        elif old != new:
            found = tuple(_differing(spelled(old, names), spelled(new, names)))
            yield LineChange(id, line.label, "changed", found, portrait)


def _differing(before: dict[str, str], after: dict[str, str]) -> Iterator[PieceChange]:
    for word in _words(before, after):
        if before[word] != after[word]:
            yield PieceChange(word, before[word], after[word])


def _words(before: Iterable[str], after: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys((*before, *after))
