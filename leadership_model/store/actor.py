"""Who writes, and the clock that says when. The store itself reads no clock."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who writes. `clock` gives the present moment as text: 2026-11-03T09:30:00."""

    name: str
    clock: Callable[[], str]

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("写入数据库必须写明是谁，经办人姓名不能为空")
