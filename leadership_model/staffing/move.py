"""A move 调整 of a scenario, by ids, and its JSON form."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from leadership_model.errors import UserError

Kind = Literal["appoint", "remove", "keep", "retire"]
KIND_WORDS = {"appoint": "任", "remove": "免", "keep": "固定", "retire": "到龄"}
STAGES = ("分析研判", "动议", "民主推荐", "考察", "讨论决定", "任职")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move.

    appoint: the person (or an `outsider` by name) takes the post with its linked posts, unless
    `alone`, and leaves the others, unless `also` (兼任); whoever sat there goes to the bench.
    order: place among the candidates for the post; only the first is seated. remove: the person
    leaves the post, or all posts when none is named. keep: the post's holder is pinned 📌. retire:
    the person leaves all posts for good. `on` False takes keep or retire back. reply, reply_month:
    the superior's exception; approver, approved_month: who granted a local one and when.
    """

    kind: Kind
    person: str | None = None
    post: str | None = None
    outsider: str = ""
    also: bool = False
    alone: bool = False
    on: bool = True
    order: int = 1
    stage: str = STAGES[0]
    reason: str = ""
    note: str = ""
    reply: str = ""
    reply_month: int | None = None
    approver: str = ""
    approved_month: int | None = None

    def __post_init__(self) -> None:
        if self.kind not in KIND_WORDS:
            raise ValueError(f"调整方式只能是任、免、固定、到龄，不能是“{self.kind}”")
        if self.stage not in STAGES:
            raise ValueError(f"调整所处的环节只能是{'、'.join(STAGES)}，不能是“{self.stage}”")
        if self.kind == "appoint" and self.post is None:
            raise ValueError("任职要写明岗位")
        if self.kind == "appoint" and (self.person is None) == (not self.outsider):
            raise ValueError("任职要么写明库内干部，要么写明库外人员，二者必居其一")
        outside = self.kind == "remove" and bool(self.outsider) and self.post is not None
        if self.kind in ("remove", "retire") and self.person is None and not outside:
            raise ValueError("免职和到龄要写明干部")
        if self.kind == "keep" and self.post is None:
            raise ValueError("固定要写明岗位")
        if self.order < 1:
            raise ValueError("人选次序从 1 开始")


def to_json(move: Move) -> str:
    """Write a move as JSON text; what is as usual is left out."""
    usual = {each.name: each.default for each in fields(Move)}
    body = {key: value for key, value in asdict(move).items() if value != usual[key]}
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Move:
    """Read a move; UserError when the text is none."""
    try:
        body: dict[str, Any] = json.loads(text)
        return Move(**body)
    except (TypeError, ValueError) as error:
        raise UserError("方案里有一步调整无法读取，请删除这一步后重新添加") from error
