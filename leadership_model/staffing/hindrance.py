"""What keeps a plan, or one person's move, from 讨论决定: rules, 暂缓使用, reports not answered.

Rules: see `decision`. 暂缓使用: whoever is held is proposed for no seat, by hand neither; a seat he
holds may be left. 事前报告: a situation the facts of the move raise waits for the superior's reply,
one they leave in doubt for somebody's answer; one of which facts say nothing hinders nobody.
"""

from collections.abc import Iterator, Mapping, Sequence

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people.held import held, hold_of
from leadership_model.people.snapshot import Snapshot
from leadership_model.staffing import decision
from leadership_model.staffing.move import Move
from leadership_model.staffing.procedure import EMPTY, Record
from leadership_model.staffing.procedure_reports import Found, raised
from leadership_model.staffing.situation import Situation, moved_people, of_person

WITHHELD = "目前不能列为人选"


def withheld(moves: Sequence[Move], snapshot: Snapshot, month: int) -> tuple[int, ...]:
    """List the people (positions) who are held at a month and appointed by one of the moves."""
    marks, places = held(snapshot, month), snapshot.people.positions
    named = [each.person for each in moves if each.kind == "appoint" and each.person in places]
    return tuple(dict.fromkeys(places[id] for id in named if id and marks[places[id]]))


def refuse_withheld(moves: Sequence[Move], snapshot: Snapshot, month: int, user: str) -> None:
    """Raise a UserError when a move proposes somebody held; the reason for those who may see it."""
    for person in withheld(moves, snapshot, month):
        name = snapshot.people.raw("name")[person] or "姓名待核"
        hold = hold_of(snapshot, person, month)
        if hold is None or user not in hold.names():
            raise UserError(f"{name}{WITHHELD}，请另选他人，或向干部管理的同事了解情况。")
        until = "" if hold.until is None else f"至 {months.show_iso(hold.until)}"
        raise UserError(
            f"{name}暂缓使用{until}（{hold.reason or '未写原因'}），不能列为人选；"
            "确需使用的，请先在干部卡片上解除暂缓。"
        )


def bars(situation: Situation, person: int, record: Record) -> tuple[str, ...]:
    """Say what keeps a person's move from being decided; nothing where nothing does."""
    return (*_rules(situation, person), *_withheld(situation, person), *reports(
        raised(situation, person, record)
    ))  # fmt: skip


def reports(found: Sequence[Found]) -> tuple[str, ...]:
    """Write the situations of prior report that are neither settled nor answered."""
    words = {"raised": "须先报告并登记批复", "doubt": "待核，须先核实并登记"}
    return tuple(
        f"事前报告“{each.occasion.title}”{words[each.result]}"
        + (f"（{each.evidence}）" if each.evidence else "")
        for each in found
        if each.result in words and not each.settled
    )


def insist(situation: Situation, records: Mapping[str, Record], stage: str = "") -> None:
    """Refuse a plan, or a move of it, at 讨论决定 or behind while something hinders it. UserError.

    `stage`: that of the whole plan; without one only the moves that stand there are asked.
    `records`: what is recorded of the procedure, by the id of the person.
    """
    lines = tuple(dict.fromkeys(_lines(situation, records, stage)))
    if lines:
        raise UserError("方案中有不能进入讨论决定的调整：\n" + "\n".join(lines))


def _lines(situation: Situation, records: Mapping[str, Record], stage: str) -> Iterator[str]:
    base, moves = situation.base, situation.scenario.moves
    found = decision.barring(situation.conflicts, moves, stage)
    yield from decision.sentences(found, moves, base.snapshot, base.book)
    whole = bool(stage) and decision.decided(stage)
    done = situation.scenario.done
    asked = {each.person for each in done if whole or decision.decided(each.stage)}
    names = base.snapshot.people.raw("name")
    for person in moved_people(situation):
        id = base.person_ids[person]
        if id in asked:
            of_reports = reports(raised(situation, person, records.get(id, EMPTY)))
            for words in (*_withheld(situation, person), *of_reports):
                yield f"{names[person] or '姓名待核'}：{words}。"


def _rules(situation: Situation, person: int) -> tuple[str, ...]:
    book = situation.base.book
    return tuple(
        dict.fromkeys(
            f"{book[each.result.rule].title}（{book[each.result.rule].article}），{each.standing}"
            for each in of_person(situation, person)
            if each.blocks
        )
    )


def _withheld(situation: Situation, person: int) -> tuple[str, ...]:
    base, id = situation.base, situation.base.person_ids[person]
    mine = [each for each in situation.scenario.done if each.person == id]
    return (WITHHELD,) if withheld(mine, base.snapshot, base.as_of) else ()
