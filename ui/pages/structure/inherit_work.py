"""Lines of a difference as rows, and the differences below a category. No Qt here."""

from dataclasses import dataclass

from leadership_model.conditions.sentence import write
from leadership_model.structure import phrase
from leadership_model.structure.difference import STANDING, Line
from leadership_model.structure.figures import signed
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import Requirement
from ui.pages.structure.at_hand import ORIGINS, Hand


@dataclass(frozen=True, slots=True)
class InheritRow:
    """One line: what it is, how it differs, what is above, what holds here."""

    id: str
    title: str
    kind: str
    state: str
    mark: str
    above: str
    own: str
    conflict: bool
    seen: str = ""


@dataclass(frozen=True, slots=True)
class BelowRow:
    """A difference below a category: how many lines it changes, how many are in conflict."""

    key: str
    title: str
    kind: str
    own: int
    conflicts: int


def inherit_rows(hand: Hand) -> tuple[InheritRow, ...]:
    """List the lines, those in conflict first, then those that differ, then the inherited."""
    moved = {each.requirement: each.by for each in hand.draft.adjusted}
    seen = {each.id: each.seen for each in hand.conflicts()}
    rows = []
    for line in hand.lines():
        mark = ORIGINS[line.state] or "继承"
        if line.state == "adjusted":
            by = moved[line.id]
            mark = f"{'增量' if by > 0 else '减量'} {signed(by)}"
        was = seen.get(line.id)
        rows.append(
            InheritRow(
                line.id,
                _title(line),
                "画像" if isinstance(line.own or line.above, Portrait) else "要求",
                line.state,
                mark,
                _words(line.above),
                _words(line.own),
                line.conflict,
                _words(was),
            )
        )
    if hand.above is not None:
        rows.append(_standing(hand.above, hand.draft))
    order = {"inherited": 1}
    return tuple(sorted(rows, key=lambda row: (not row.conflict, order.get(row.state, 0))))


def _standing(above: Model, draft: Model) -> InheritRow:
    """Give the row of the red and green lines, own ones or inherited."""
    state = "changed" if draft.own_lines else "inherited"
    own = draft if draft.own_lines else above
    mark = ORIGINS[state] or "继承"
    return InheritRow(STANDING, "红线与绿线", "线", state, mark, _lines(above), _lines(own), False)


def _lines(model: Model) -> str:
    return f"红线 {model.red:g} 分，绿线 {model.green:g} 分"


def below_rows(hands: tuple[Hand, ...]) -> tuple[BelowRow, ...]:
    """List the differences below, those with conflicts first."""
    rows = [
        BelowRow(
            each.row.key,
            each.row.title,
            "班子" if each.row.team else "子类",
            sum(line.state != "inherited" for line in each.lines()) + each.draft.own_lines,
            len(each.conflicts()),
        )
        for each in hands
    ]
    return tuple(sorted(rows, key=lambda row: (-row.conflicts, -row.own, row.title)))


def told(rows: tuple[InheritRow, ...]) -> str:
    """Say in one line how much is a difference."""
    counts = {
        word: sum(row.state == state for row in rows)
        for state, word in ORIGINS.items()
        if state != "inherited"
    }
    own = "、".join(f"{word} {count}" for word, count in counts.items() if count)
    same = sum(row.state == "inherited" for row in rows)
    return f"继承 {same} 条" + (f"，{own}" if own else "，没有自己的差异")


def _title(line: Line) -> str:
    found = line.own or line.above
    return "" if found is None else found.label


def _words(line: Requirement | Portrait | None) -> str:
    if line is None:
        return "没有这一条"
    if isinstance(line, Portrait):
        head = [write(each) for each in line.qualifications]
        weights = [f"{each.label} {each.points:g} 分" for each in line.weights]
        return "；".join((*head, *weights)) or "没有条件"
    veto = "，一票否决" if line.veto else ""
    scope = phrase.scope_words(line.scope)
    return f"{scope}，{phrase.target(line) or '不设目标'}，{line.points:g} 分{veto}"
