"""储备名单 and 递进培养: who is in reserve for which posts, and the steps of somebody's training.

Three lists (近期使用, 中期培养, 长期储备), for heads and for deputies, as places keep them (Bazhong
plan 2015). The six links of progressive training are those of Sichuan (review of 2014).
"""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, Id, Month, Ref, Text

LISTS = ("近期使用", "中期培养", "长期储备")
ROLES = ("正职", "副职")
LINKS = ("公开遴选", "集中培训", "实践锻炼", "跟踪管理", "择优使用", "动态调整")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """One stay on a list: for which role and level, start <= month < end (None: still on it).

    `by` is who put the person there, `reason` why, `left` why the stay ended.
    """

    id: Id
    person: Ref
    list: Code  # one of LISTS
    role: Code  # one of ROLES
    level: Code = None  # 职务层次 the person is in reserve for
    start: Month = None
    end: Month = None
    by: Text = None
    reason: Text = None
    left: Text = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One step of somebody's progressive training: the link, from when to when, what, what came."""

    id: Id
    person: Ref
    link: Code  # one of LINKS
    title: Text = None
    start: Month = None
    end: Month = None
    by: Text = None
    note: Text = None
