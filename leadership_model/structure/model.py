"""A structure model 结构模型 of a team category, and portraits 岗位画像 of its key posts."""

from dataclasses import dataclass

from leadership_model.conditions.tree import Condition
from leadership_model.structure.requirement import Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A 权重 condition. Either a condition (v = 1 / 0), or a number element graded linearly.

    Graded: v = 0 at `start`, 1 at `full`, linear between (start > full grades downwards).
    """

    label: str
    points: float
    condition: Condition | None = None
    element: str | None = None
    start: float = 0.0
    full: float = 0.0
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What a kind of post asks of its holder: 资格 must hold, 权重 carry points.

    Applies to posts of `category` (and `place`) whose name, role or post kind fit those given;
    None = any. `post` names one post by id and goes before all others.
    """

    id: str
    label: str
    category: str
    place: str | None = None
    role: str | None = None
    post_kind: str | None = None
    post: str | None = None
    key: bool = False
    qualifications: tuple[Condition, ...] = ()
    weights: tuple[Weight, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One published version. State: red below `red`, green from `green` up (`design.md` 7)."""

    id: str
    category: str
    label: str
    version: int = 1
    sub_category: str | None = None
    team: str | None = None
    place: str | None = None
    effective: int = 0
    red: float = 60.0
    green: float = 85.0
    own_lines: bool = False  # a difference: its red and green lines replace those below it
    requirements: tuple[Requirement, ...] = ()
    removed: frozenset[str] = frozenset()  # ids of inherited requirements switched off
    portraits: tuple[Portrait, ...] = ()

    def __post_init__(self) -> None:
        if self.red > self.green:
            raise ValueError(f"模型“{self.label}”的红线 {self.red} 高于绿线 {self.green}")
