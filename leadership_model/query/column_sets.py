"""列方案: which columns a list of people shows, how wide, sorted and grouped by what.

A column is named by its id on screen: of the person's own (`name`, `post_text` ...) or
`element.X` for any element X of the catalogue.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from leadership_model.errors import UserError

LONGEST = 20  # letters of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a list shows. `columns`: (id, width at 100 %; 0 = usual); `sort`: ids, - = descending.

    `group` names the element its rows stand in groups by, `layout` the paper it is written as (one
    of papers.rosters; empty: the columns as they are).
    """

    id: str
    label: str
    columns: tuple[tuple[str, int], ...]
    sort: tuple[str, ...] = ("name",)
    group: str = ""
    layout: str = ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the columns in their order."""
        return tuple(id for id, _ in self.columns)


def _plain(*names: str) -> tuple[tuple[str, int], ...]:
    return tuple((name, 0) for name in names)


USUAL = Look(
    id="usual",
    label="查询默认",
    columns=_plain(
        *("name", "sex", "birth", "ethnicity", "origin", "education", "post_text", "since"),
        *("level", "township", "appraisals", "hint"),
    ),
)
SHIPPED = (
    USUAL,
    Look(
        id="roster",
        label="常规名册",
        columns=_plain(
            *("name", "post_text", "sex", "ethnicity", "origin", "element.全日制学历"),
            *("element.在职学历", "element.毕业院校", "element.专业", "birth"),
            *("element.参加工作时间", "element.入党时间", "element.任现职时间", "since"),
            *("element.职级", "element.人员状态"),
        ),
        layout="roster",
    ),
    Look(
        id="discussion",
        label="讨论任免名单",
        columns=_plain(
            *("name", "post_text", "sex", "birth", "education", "origin"),
            *("element.参加工作时间", "element.入党时间", "since", "element.任现职时间", "hint"),
        ),
        layout="discussion",
    ),
    Look(
        id="motion",
        label="动议一览",
        columns=_plain(
            *("name", "post_text", "sex", "ethnicity", "origin", "birth", "element.入党时间"),
            *("education", "element.毕业院校", "element.专业", "element.任现职时间", "since"),
            *("appraisals", "hint"),
        ),
        layout="motion",
    ),
    Look(
        id="team",
        label="班子花名册",
        columns=_plain(
            *("name", "post_text", "element.岗位角色", "sex", "ethnicity", "birth", "origin"),
            *("education", "element.学位", "element.参加工作时间", "element.入党时间"),
            *("element.任现职时间", "since"),
        ),
        sort=("order",),
        group="单位",
        layout="team",
    ),
)


def checked_name(label: str, others: Iterable[Look], own: str = "") -> str:
    """Give a name as it is kept; UserError where it says nothing or names another one."""
    name = " ".join(label.split())
    if not name:
        raise UserError("请给列方案起一个名字")
    if len(name) > LONGEST:
        raise UserError(f"列方案的名字最长 {LONGEST} 个字")
    if any(each.label == name and each.id != own for each in (*SHIPPED, *others)):
        raise UserError(f"已经有列方案“{name}”，请换一个名字")
    return name


def to_json(look: Look) -> str:
    """Write what a look shows as JSON text, without id and name."""
    body = {"columns": look.columns, "sort": look.sort, "group": look.group, "layout": look.layout}
    return json.dumps(body, ensure_ascii=False)


def from_json(id: str, label: str, text: str) -> Look:
    """Read a look; UserError where the text says none (a newer program wrote it, say)."""
    try:
        body = json.loads(text)
        columns = tuple((str(name), int(width)) for name, width in body["columns"])
        sort = tuple(map(str, body.get("sort", ())))
        group, layout = str(body.get("group", "")), str(body.get("layout", ""))
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(f"列方案“{label}”的内容读不出来，请删除后重新保存") from error
    return Look(id=id, label=label, columns=columns, sort=sort, group=group, layout=layout)
