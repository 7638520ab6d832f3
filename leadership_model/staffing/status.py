"""How far a plan is as a document: who may see it, whether it may be changed, what comes next.

草案 is its author's alone; 已共享 is seen by those it was shared with by name; 已批准锁定 holds
still until it is carried out or the approval is withdrawn; 已执行 has become tenures; 归档 is put
away.
"""

from typing import Literal

from leadership_model.errors import UserError

Status = Literal["草案", "已共享", "已批准锁定", "已执行", "归档"]
STATUSES: tuple[Status, ...] = ("草案", "已共享", "已批准锁定", "已执行", "归档")
LOCKED: tuple[Status, ...] = ("已批准锁定", "已执行", "归档")
NEXT: dict[Status, tuple[Status, ...]] = {
    "草案": ("已共享", "已批准锁定", "归档"),
    "已共享": ("草案", "已批准锁定", "归档"),
    "已批准锁定": ("草案", "已共享", "已执行", "归档"),
    "已执行": ("已批准锁定", "归档"),
    "归档": ("草案", "已共享", "已批准锁定", "已执行"),
}
ONLY_LOCKED_SAVES = {
    "已批准锁定": "已批准锁定，不能再改；要修改请先撤回批准，或复制一份再改",
    "已执行": "已执行，不能再改；要修改请先撤回执行，或复制一份再改",
    "归档": "已归档，不能再改；要修改请先取消归档，或复制一份再改",
}


def is_locked(status: str) -> bool:
    """Say whether the moves and choices of such a plan hold still."""
    return status in LOCKED


def refuse_locked(label: str, status: str) -> None:
    """Raise a UserError that says what to do when a plan holds still."""
    if status in ONLY_LOCKED_SAVES:
        raise UserError(f"方案“{label}”{ONLY_LOCKED_SAVES[status]}")


def refuse_step(label: str, before: str, after: str) -> None:
    """Raise a UserError when a plan cannot go from one status to another."""
    for status, allowed in NEXT.items():
        if status == before and after in allowed:
            return
    raise UserError(f"方案“{label}”现在是“{before}”，不能直接改为“{after}”")
