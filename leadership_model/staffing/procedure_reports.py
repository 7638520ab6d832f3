"""事前报告情形: which situations the facts of a person's move raise, and which only people know."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from leadership_model import seed
from leadership_model.staffing.procedure import REPORTS, Record
from leadership_model.staffing.procedure_facts import FACTS, Asked, Said
from leadership_model.staffing.situation import Situation

Raised = Literal["raised", "clear", "doubt", "ask"]
RAISED_WORDS: dict[Raised, str] = {
    "raised": "须报告",
    "clear": "未见",
    "doubt": "待核",
    "ask": "待人工判断",
}
ANSWERED: dict[str, Raised] = {"是": "raised", "否": "clear"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A situation in which the superior is told beforehand."""

    id: str
    title: str
    fact: str
    source: str


@dataclass(frozen=True, slots=True)
class Found:
    """What facts and people say of a situation. `settled`: the superior's reply is on record."""

    occasion: Occasion
    result: Raised
    evidence: str
    settled: bool


@cache
def occasions() -> tuple[Occasion, ...]:
    """Give the situations in their order."""
    return tuple(Occasion(**row) for row in seed.read(REPORTS)["occasion"])


def raised(situation: Situation, person: int, record: Record) -> tuple[Found, ...]:
    """Say of every situation whether a person's move raises it; people's answers go before."""
    asked = Asked(situation, person, record)
    return tuple(_found(asked, occasion, record) for occasion in occasions())


def _found(asked: Asked, occasion: Occasion, record: Record) -> Found:
    said: Said = FACTS[occasion.fact](asked) if occasion.fact else ("ask", "")
    given = record.report(occasion.id)
    if given.answer:
        word = ANSWERED.get(given.answer, "doubt")
        note = f"：{given.note}" if given.note else ""
        told = f"人工判断：{given.answer}{note}"
        said = (word, f"{said[1]}；{told}" if said[1] else told)
    return Found(occasion, *said, settled=bool(given.reply and given.reply_day))
