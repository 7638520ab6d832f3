"""三龄两历一身份 of everybody as rows and as fields of a small form: no Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.people.verified import (
    BIRTH,
    CAREER,
    EDUCATION,
    FACTS,
    IDENTITY,
    PARTY,
    WORK,
    Verification,
)
from ui import names

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.store.signed import SignedEdit
    from ui.jobs import Control

SHORT = {BIRTH: "出生", WORK: "工作", PARTY: "入党", EDUCATION: "学历", CAREER: "经历",
         IDENTITY: "身份"}  # fmt: skip
STATES = {"disputed": ("存疑", "unknown"), "verified": ("已核", "green"), "open": ("未核", "")}
# What counts as the document for a fact, as the rules on file audits name it.
DOCUMENTS = {
    BIRTH: ("最早填写的履历表", "入团志愿书", "入党志愿书", "招工（录用）审批表"),
    WORK: ("转正定级审批表", "招工（录用）审批表", "大学生派遣报到证", "入伍登记表"),
    PARTY: ("入党志愿书", "预备党员转正审批材料"),
    EDUCATION: ("学历学位认证报告", "毕业生登记表", "学籍卡", "毕业证书"),
    CAREER: ("干部任免审批表", "任免文件", "工资审批表", "年度考核登记表"),
    IDENTITY: ("录用公务员审批表", "干部介绍信", "转干审批表", "大学生派遣报到证"),
}


@dataclass(frozen=True, slots=True)
class FactsRow:
    """One person: the state of each of the six facts, in their order."""

    id: str
    name: str
    position: str
    states: tuple[str, ...]
    seated: bool

    @property
    def verified(self) -> int:
        """How many facts are verified."""
        return self.states.count("verified")

    @property
    def disputed(self) -> int:
        """How many facts are in dispute."""
        return self.states.count("disputed")


def rows(world: "World", control: "Control") -> tuple[FactsRow, ...]:
    """List everybody in office, those with facts in dispute first, then leaders; for a job."""
    import numpy as np

    from leadership_model.people.disputes import disputed

    snapshot = world.snapshot
    people, table = snapshot.people, snapshot["verification"]
    state = np.zeros((len(people), len(FACTS)), dtype=np.int8)
    owner, fact = table.owners(), table.texts("fact")
    done = table.ints("verified") == 1
    for at, name in enumerate(FACTS):
        mine = done & fact.mask(name) & (owner >= 0)
        state[owner[mine], at] = 1
        state[disputed(snapshot, name), at] = 2
    control.check()
    seated = world.seating.seated()
    here = people.texts("status").mask("在职")
    doubts = (state == 2).sum(axis=1)
    order = np.lexsort((np.arange(len(people)), ~seated, -doubts))
    words = ("open", "verified", "disputed")
    return tuple(
        FactsRow(
            people.ids[at], names.person_name(snapshot, at), names.position_text(snapshot, at),
            tuple(words[each] for each in state[at]), bool(seated[at]),
        )
        for at in order.tolist()
        if here[at]
    )  # fmt: skip


def stored(snapshot: "Snapshot", person: str) -> dict[str, Verification]:
    """Give what is recorded of the facts of a person, by fact."""
    position = snapshot.people.positions.get(person)
    if position is None:
        return {}
    table = snapshot["verification"]
    found = (table.record(row) for row in table.of(position))
    return {each.fact: each for each in found}


def held(snapshot: "Snapshot", person: str, fact: str) -> str:
    """Write what the record holds of a fact; empty where it is no single field."""
    from leadership_model.people.disputes import FIELDS

    position = snapshot.people.positions.get(person)
    if position is None or fact not in FIELDS:
        return ""
    value = snapshot.people.raw(FIELDS[fact][0])[position]
    return months.show(value) if value is not None else "待核"


def why(snapshot: "Snapshot", person: str, fact: str) -> str:
    """Say why a fact is in dispute; empty where it is not."""
    from leadership_model.people.disputes import reason

    position = snapshot.people.positions.get(person)
    return "" if position is None else reason(snapshot, position, fact)


def recording(
    snapshot: "Snapshot", person: str, facts: Mapping[str, Mapping[str, str | bool]]
) -> "SignedEdit | None":
    """Make the edit that records facts as typed: value, document, conflict, verified; by fact.

    A fact all of which is empty is not recorded. None when nothing would change.
    """
    from leadership_model import ids
    from leadership_model.store.joint import JointEdit
    from leadership_model.store.signed import SignedEdit

    known = stored(snapshot, person)
    before, after = [], []
    for fact, typed in facts.items():
        old = known.get(fact)
        new = Verification(
            id=old.id if old else ids.new("v"),
            person=person,
            fact=fact,
            value=str(typed["value"]).strip() or None,
            verified=bool(typed["verified"]),
            document=str(typed["document"]).strip() or None,
            conflict=str(typed["conflict"]).strip() or None,
        )
        empty = not (new.value or new.verified or new.document or new.conflict)
        if old is not None and replace(old, entered_by=None, entered_at=None) == new:
            continue
        before += [old] if old else []
        after += [] if empty else [new]
    if not before and not after:
        return None
    record = snapshot.people.record(snapshot.people.positions[person])
    edit = JointEdit((record, *before), (record, *after), title="核实三龄两历", subject=person)
    return SignedEdit(edit)


def faults(facts: Mapping[str, Mapping[str, str | bool]]) -> str:
    """Say what cannot be recorded so; empty when all can."""
    for fact, typed in facts.items():
        if typed["verified"] and not str(typed["document"]).strip():
            return f"{fact}记为已核，请写明核实所依据的档案材料。"
    return ""
