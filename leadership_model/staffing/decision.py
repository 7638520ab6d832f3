"""What keeps a plan from 讨论决定: moves against a 禁止 rule without the exception it allows.

不得例外: never. 须上级批复: until the reply's number and month are written down. 本级批准: until
the approver and the reason are. Such a move may stay in a plan as a marked draft.
"""

from collections.abc import Iterable, Sequence

from leadership_model.errors import UserError
from leadership_model.people.snapshot import Snapshot
from leadership_model.rules.book import RuleBook
from leadership_model.staffing.conflict import DECISION, Conflict
from leadership_model.staffing.move import STAGES, Move

WAYS = {
    "不得例外": "不得例外，只能改换人选或岗位",
    "待批复": "须有上级批复，请补写批复文号和日期",
    "待本级批准": "须经本级批准，请补写批准人和理由",
}


def decided(stage: str) -> bool:
    """Whether a stage is 讨论决定 or lies behind it."""
    return STAGES.index(stage) >= DECISION


def barring(
    found: Iterable[Conflict], moves: Sequence[Move], stage: str = ""
) -> tuple[Conflict, ...]:
    """List the conflicts that forbid a stage of the whole plan, and the stage a move stands at."""
    whole = bool(stage) and decided(stage)
    return tuple(
        each for each in found if each.blocks and (whole or decided(moves[each.move].stage))
    )


def sentences(
    bars: Iterable[Conflict], moves: Sequence[Move], snapshot: Snapshot, book: RuleBook
) -> tuple[str, ...]:
    """Write for each conflict who, which rule with its article, and the way through; none twice."""
    people = snapshot.people
    found = []
    for each in bars:
        name = people.raw("name")[people.positions[moves[each.move].person or ""]] or "姓名待核"
        rule = book[each.result.rule]
        found.append(f"{name}：{rule.title}（{rule.article}），{WAYS[each.standing]}。")
    return tuple(dict.fromkeys(found))


def insist(
    found: Iterable[Conflict],
    moves: Sequence[Move],
    snapshot: Snapshot,
    book: RuleBook,
    stage: str = "",
) -> None:
    """Refuse a plan, or a move of it, at 讨论决定 or behind that breaks a rule. UserError."""
    lines = sentences(barring(found, moves, stage), moves, snapshot, book)
    if lines:
        raise UserError("方案中有不能进入讨论决定的调整：\n" + "\n".join(lines))
