"""A tenure 任职: person x post x months. Only seats have tenures."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, End, Flag, Id, Month, Ref, Text

KINDS = ("任职", "代理", "主持工作", "兼任", "挂职", "提名")
FILLING = ("任职", "代理", "主持工作", "兼任")  # these kinds fill a seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One holding of a seat: start <= month < end, end None = still held.

    `person` None with `outsider` = held by somebody outside the base: filled, takes quota, every
    element unknown.
    """

    id: Id
    post: Ref
    person: Ref = None
    outsider: Text = None
    kind: Code = "任职"
    start: Month = None
    end: End = None
    promoted: Flag = None  # the level was above the former one: probation may run
    document: Text = None
    note: Text = None
    version: int = 1
    changed_at: str = ""

    def __post_init__(self) -> None:
        if (self.person is None) == (self.outsider is None):
            raise ValueError("一条任职记录要么是库内干部，要么是库外人员，二者必居其一")
        if self.kind not in KINDS:
            raise ValueError(f"任职方式只能是 {'、'.join(KINDS)}，不能是“{self.kind}”")
