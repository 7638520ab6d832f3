"""A post 岗位: a seat in one team. Linked posts 联职 are held by one person together."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, Flag, Id, Number, Ref, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One seat. `order` is its place in the team. `linked` names a group of linked posts.

    `area_head` marks the seven posts of rule A5 (党委, 政府 head; 纪委, 组织部, 法院, 检察院,
    公安 head). `elected` posts have no probation. `requires` is the requirement sheet (资格) as the
    canonical sentence of a condition, `basis` its legal basis where it names a sensitive element.
    """

    id: Id
    team: Ref
    name: Text
    order: Number = 0
    level: Code = None
    role: Code = "副职"  # 正职 / 副职 / 其他
    member: Flag = True  # 班子成员
    takes_quota: Flag = True  # 占职数
    post_kind: Code = None
    functions: Code = None  # 职责板块, names joined by 、
    linked: Code = None
    party_post: Flag = False  # a post of a Party committee (rule Q9)
    elected: Flag = False
    area_head: Code = None  # 县 / 市 / 乡 for rules A5-A7, else None
    requires: Text = None
    basis: Text = None
    retired: Flag = False  # kept to be read, counts nowhere
    absent: str = ""  # names of the fields that are 无
    version: int = 1
    changed_at: str = ""
