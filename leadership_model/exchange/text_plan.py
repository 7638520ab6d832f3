"""What an imported text would change, before it is written: new, changed or the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from leadership_model.exchange import text_form
from leadership_model.exchange.text_reading import Reading
from leadership_model.exchange.texts import KIND_WORDS, Content, body_of, key_of, label_of
from leadership_model.structure.model import Model

State = Literal["new", "changed", "same"]
STATE_WORDS: dict[State, str] = {"new": "新增", "changed": "变更", "same": "相同"}
KEY_WORDS = {
    "label": "名称",
    "group": "分组",
    "kind": "类型",
    "definition": "定义",
    "branches": "条件",
    "values": "取值",
    "low": "下限",
    "high": "上限",
    "unit": "单位",
    "help": "说明",
    "secondment": "挂职",
    "retired": "停用",
    "requirements": "要求",
    "portraits": "画像",
    "qualifications": "资格",
    "weights": "权重",
    "red": "红线",
    "green": "绿线",
    "basis": "依据",
    "parameters": "参数",
    "severity": "程度",
    "active": "开关",
    "confirmed_by": "确认人",
    "confirmed_on": "确认日期",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of a text: as it is now (None: not there), as it is to be, and what differs."""

    kind: str
    state: State
    before: Any
    after: Any
    text: str

    @property
    def label(self) -> str:
        """The name a user knows it by."""
        return label_of(self.after)

    @property
    def word(self) -> str:
        """The kind in a word."""
        return KIND_WORDS[self.kind]


@dataclass(frozen=True, slots=True)
class Plan:
    """All lines of a text, in its order, and what keeps it from being taken over."""

    lines: tuple[Line, ...]
    faults: tuple[str, ...] = ()

    def written(self) -> tuple[Line, ...]:
        """Give the lines that change something."""
        return tuple(line for line in self.lines if line.state != "same")

    def counts(self) -> dict[str, int]:
        """Count the lines by state."""
        return {state: sum(line.state == state for line in self.lines) for state in STATE_WORDS}


def plan(reading: Reading, now: Content, teams: Iterable[str] = ()) -> Plan:
    """Hold what was read against what there is; `teams` are the ids of the teams of the base."""
    faults = list(reading.faults)
    known = frozenset(teams)
    lines = []
    for kind in text_form.KINDS:
        there = {key_of(each): each for each in now.of(kind)}
        for found in reading.content.of(kind):
            if isinstance(found, Model) and found.team is not None and found.team not in known:
                which = f"模型“{found.label}”只用于编号为 {found.team} 的班子"
                faults.append(f"{which}，本库没有这个班子，请从文件中删去它")
                continue
            lines.append(_line(kind, there.get(key_of(found)), found))
    return Plan(tuple(lines), tuple(faults))


def _line(kind: str, before: Any, after: Any) -> Line:  # noqa: ANN401 (any thing of a text)
    if before is None:
        note = "存为草稿，核对后发布" if isinstance(after, Model) else ""
        return Line(kind, "new", None, after, note)
    if isinstance(after, Model):
        if _bare(before) == _bare(after):
            return Line(kind, "same", before, before, "")
        fresh = replace(
            after,
            version=before.version + 1,
            effective=max(before.effective, after.effective),
        )
        return Line(
            kind, "changed", before, fresh, f"{_differing(before, after)}；存为草稿，核对后发布"
        )
    if before == after:
        return Line(kind, "same", before, after, "")
    if kind == "code":
        after = replace(after, id=before.id)
        if replace(before, version=1, changed_at="") == replace(after, version=1, changed_at=""):
            return Line(kind, "same", before, after, "")
    return Line(kind, "changed", before, after, _differing(before, after))


def _bare(model: Model) -> Model:
    """Give a model without what tells its versions apart."""
    return replace(model, version=1, effective=0)


def _differing(before: Any, after: Any) -> str:  # noqa: ANN401 (any thing of a text)
    """Name the keys that differ."""
    one, other = body_of(before), body_of(after)
    passed = ("id", "version", "effective") if isinstance(after, Model) else ("id",)
    keys = [key for key in {**one, **other} if one.get(key) != other.get(key)]
    named = [KEY_WORDS.get(key, key) for key in keys if key not in passed]
    return f"改动：{'、'.join(named)}"
