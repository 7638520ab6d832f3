"""The kinds of rows that hang on a person, as data: table, words, record, fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from leadership_model.people.person import (
    Appraisal,
    Education,
    Kinship,
    Mark,
    Relative,
    Reward,
    Sanction,
)
from leadership_model.people.reserve import LINKS, LISTS, ROLES, Reserve, Training
from leadership_model.people.tenure import KINDS, Tenure

Kind = Literal["text", "code", "open", "month", "birth", "year", "flag", "post", "person"]
Row = Any  # one of the records below


@dataclass(frozen=True, slots=True)
class RowField:
    """One field of a row. Kinds as in `fields.Field`; post and person are picked by name.

    `values` or the list `codes` says what can be picked. `needed`: a row without it is no row.
    `blank`: what an empty field means where it means something (an open end: 至今).
    """

    name: str
    label: str
    kind: Kind = "text"
    codes: str = ""
    values: tuple[str, ...] = ()
    needed: bool = False
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """One kind of row: its table, words, record, prefix of ids, fields."""

    name: str
    label: str
    record: type
    prefix: str
    fields: tuple[RowField, ...]


COLLECTIONS: tuple[Collection, ...] = (
    Collection(
        "tenure",
        "任职",
        Tenure,
        "n",
        (
            RowField("post", "岗位", "post", needed=True),
            RowField("kind", "任职方式", "code", values=KINDS, needed=True),
            RowField("start", "任职时间", "month"),
            RowField("end", "免职时间", "month", blank="至今"),
            RowField("promoted", "提拔任职", "flag"),
            RowField("document", "任职文号"),
            RowField("note", "备注"),
        ),
    ),
    Collection(
        "education",
        "学历学位",
        Education,
        "e",
        (
            RowField("mode", "教育类别", "code", values=("全日制", "在职"), needed=True),
            RowField("schooling", "学历", "code", "education"),
            RowField("degree", "学位", "open"),
            RowField("degree_level", "学位层次", "code", "degrees"),
            RowField("school", "毕业院校及系"),
            RowField("major", "专业"),
            RowField("discipline", "学科门类", "open", "disciplines"),
            RowField("start", "入学时间", "month"),
            RowField("end", "毕业时间", "month"),
        ),
    ),
    Collection(
        "appraisal",
        "年度考核",
        Appraisal,
        "a",
        (
            RowField("year", "年度", "year", needed=True),
            RowField("result", "考核等次", "code", "appraisals", needed=True),
        ),
    ),
    Collection(
        "reward",
        "奖励",
        Reward,
        "r",
        (
            RowField("name", "奖励名称", needed=True),
            RowField("month", "批准时间", "month"),
            RowField("organ", "批准机关"),
        ),
    ),
    Collection(
        "sanction",
        "处分",
        Sanction,
        "x",
        (
            RowField("kind", "处分种类", "code", "sanctions", needed=True),
            RowField("month", "处分时间", "month"),
            RowField("ends", "影响期止", "month", blank="按规定推算"),
            RowField("organ", "批准机关"),
            RowField("document", "文号"),
        ),
    ),
    Collection(
        "relative",
        "家庭成员",
        Relative,
        "f",
        (
            RowField("title", "称谓", "open", "relations", needed=True),
            RowField("name", "姓名"),
            RowField("birth", "出生年月", "birth"),
            RowField("party", "政治面貌", "open", "parties"),
            RowField("post_text", "工作单位及职务"),
            RowField("deceased", "已去世", "flag"),
        ),
    ),
    Collection(
        "kinship",
        "系统内亲属",
        Kinship,
        "k",
        (
            RowField("relative", "亲属", "person", needed=True),
            RowField("title", "称谓", "open", "relations"),
            RowField("state", "认定", "code", values=("待核", "确认", "排除"), needed=True),
            RowField("note", "说明"),
            RowField("entered_by", "核定人"),
            RowField("entered_at", "核定时间"),
        ),
    ),
    Collection(
        "person_mark",
        "标签",
        Mark,
        "m",
        (
            RowField("element", "要素", "open", needed=True),
            RowField("value", "取值", needed=True),
            RowField("entered_by", "录入人"),
            RowField("entered_at", "录入时间"),
        ),
    ),
    Collection(
        "reserve",
        "储备名单",
        Reserve,
        "b",
        (
            RowField("list", "名单", "code", values=LISTS, needed=True),
            RowField("role", "储备方向", "code", values=ROLES, needed=True),
            RowField("level", "职务层次", "code", "levels"),
            RowField("start", "入库时间", "month"),
            RowField("end", "出库时间", "month", blank="在库"),
            RowField("by", "确定机关"),
            RowField("reason", "入库理由"),
            RowField("left", "出库原因"),
        ),
    ),
    Collection(
        "training",
        "递进培养",
        Training,
        "g",
        (
            RowField("link", "环节", "code", values=LINKS, needed=True),
            RowField("title", "内容"),
            RowField("start", "开始时间", "month"),
            RowField("end", "结束时间", "month", blank="进行中"),
            RowField("by", "组织单位"),
            RowField("note", "情况记录"),
        ),
    ),
)
BY_NAME: Mapping[str, Collection] = MappingProxyType({each.name: each for each in COLLECTIONS})
