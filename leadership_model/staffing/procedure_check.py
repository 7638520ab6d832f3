"""How far the procedure of one person's move has come, and what of it cannot be so.

A stage is complete when every required item is done or does not apply; what is open or in doubt
leaves it 待核. While a rule without exception stands against the move 讨论决定 cannot be passed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from leadership_model import months, seed
from leadership_model.errors import UserError
from leadership_model.staffing.procedure import (
    STAGES,
    STATE_WORDS,
    STEPS,
    Answer,
    Item,
    Record,
    Way,
    items_for,
)

StageState = Literal["done", "doubt", "open", "barred"]
STAGE_WORDS: dict[StageState, str] = {
    "done": "已完成",
    "doubt": "待核",
    "open": "未开始",
    "barred": "受阻",
}
DECISION = "讨论决定"
RECOMMENDED = ("meeting_vote", "talk_vote")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: how it stands, how many of its required items are settled, and why not."""

    name: str
    state: StageState
    settled: int
    required: int
    missing: tuple[str, ...]


def stages(record: Record, way: Way, bars: Sequence[str] = ()) -> tuple[Stage, ...]:
    """Say how each stage of a move stands; `bars`: what keeps it from being decided."""
    return tuple(_stage(record, way, name, bars) for name in STAGES if _asks(way, name))


def _asks(way: Way, stage: str) -> bool:
    return any(item.stage == stage for item in items_for(way))


def _stage(record: Record, way: Way, name: str, bars: Sequence[str]) -> Stage:
    listed = [item for item in items_for(way) if item.stage == name]
    needed = [item for item in listed if item.required]
    settled = [item for item in needed if record.answer(item.id).state in ("done", "none")]
    begun = any(record.answer(item.id).state != "open" for item in listed)
    missing = tuple(
        f"{item.title}：{STATE_WORDS[record.answer(item.id).state]}"
        for item in listed
        if record.answer(item.id).state == "doubt" or (item.required and item not in settled)
    )
    state: StageState = "doubt" if begun else "open"
    if not missing:
        state = "done"
    if bars and STAGES.index(name) >= STAGES.index(DECISION):
        state, missing = "barred", (*bars, *missing)
    return Stage(name, state, len(settled), len(needed), missing)


def check_answer(
    record: Record, way: Way, item: Item, answer: Answer, bars: Sequence[str] = ()
) -> None:
    """Refuse an answer that cannot be so beside the others; UserError in one sentence."""
    for day in (answer.day, answer.until):
        if day and not months.is_day(day):
            raise UserError(f"日期应写成 2026-11-20 的样子，不能是“{day}”")
    if answer.state == "none" and not answer.note.strip():
        raise UserError(f"“{item.title}”不适用的，请在说明里写明理由")
    if answer.state != "done":
        return
    if bars and STAGES.index(item.stage) >= STAGES.index(DECISION):
        raise UserError(f"这项调整不能通过讨论决定：{bars[0]}")
    if item.dated and not answer.day:
        raise UserError(f"“{item.title}”已办的，请写明日期")
    if item.document and not answer.document.strip():
        raise UserError(f"“{item.title}”已办的，请写明文号")
    _check_numbers(item, answer)
    _check_length(item, answer)
    _check_order(record, way, item, answer)


def _check_numbers(item: Item, answer: Answer) -> None:
    """Votes: quorum of those who should be there, majority of them for the decision."""
    if not item.numbers:
        return
    if set(item.numbers) - set(answer.numbers):
        raise UserError(f"“{item.title}”已办的，请写明{'、'.join(item.numbers)}人数")
    should, there, agree = (int(answer.numbers[name]) for name in item.numbers)
    if not 0 <= agree <= there <= should or should == 0:
        raise UserError("人数对不上：同意人数不能多于实到，实到不能多于应到")
    given = seed.read(STEPS)["parameters"]
    if there < Fraction(given["quorum"]) * should:
        raise UserError(f"到会 {there} 人，不足应到 {should} 人的三分之二，不能形成决定")
    if agree <= Fraction(given["majority"]) * should:
        raise UserError(f"同意 {agree} 人，未超过应到会成员 {should} 人的半数，不能形成任用决定")


def _check_length(item: Item, answer: Answer) -> None:
    if not item.until:
        return
    least = int(seed.read(STEPS)["parameters"]["notice_days"])
    if not answer.until:
        raise UserError(f"“{item.title}”已办的，请写明截止日期")
    days = working_days(answer.day, answer.until)
    if days < least:
        raise UserError(
            f"“{item.title}”{answer.day} 至 {answer.until} 只有 {days} 个工作日，不少于 {least} 个"
            "（按周一至周五计，法定节假日请另行核对）"
        )


def working_days(start: str, end: str) -> int:
    """Count the days from Monday to Friday, both ends included; 0 when they are turned round."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    span = (last - first).days + 1
    return sum((first + timedelta(days=at)).weekday() < 5 for at in range(max(span, 0)))


def _check_order(record: Record, way: Way, item: Item, answer: Answer) -> None:
    """Days run in the order of the items; a recommendation is good for a year."""
    listed = items_for(way)
    place = listed.index(item)
    for at, other in enumerate(listed):
        known = record.answer(other.id)
        if other is item or known.state != "done" or not known.day or not answer.day:
            continue
        if at < place and known.day > answer.day:
            raise UserError(f"“{item.title}”（{answer.day}）早于“{other.title}”（{known.day}）")
        if at > place and known.day < (answer.until or answer.day):
            raise UserError(f"“{item.title}”（{answer.day}）晚于“{other.title}”（{known.day}）")
    _check_validity(with_one(record, item, answer), listed)


def with_one(record: Record, item: Item, answer: Answer) -> dict[str, Answer]:
    """Give the answers with one of them put in."""
    return {**record.answers, item.id: answer}


def _check_validity(answers: dict[str, Answer], listed: Iterable[Item]) -> None:
    good = int(seed.read(STEPS)["parameters"]["recommendation_months"])
    ids = {item.id for item in listed}
    voted = [answers[id].day for id in RECOMMENDED if id in ids and id in answers]
    decided = answers.get("decided", Answer()).day
    days = [day for day in voted if day]
    if not days or not decided:
        return
    first = date.fromisoformat(min(days))
    over = date(first.year + good // 12, first.month, min(first.day, 28))
    if date.fromisoformat(decided) > over:
        raise UserError(f"民主推荐（{min(days)}）结果有效期一年，讨论决定（{decided}）时已过期")
