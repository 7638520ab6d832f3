"""The few fields of units, teams and posts a panel shows and lets edit: text to value and back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit

Kind = Literal["text", "code", "number", "month", "flag", "many"]
Seat = Unit | Team | Post
R = TypeVar("R", Unit, Team, Post)
YES_NO = ("是", "否")
MOST = 99  # of one quota; more is a slip of the pen
LONGEST_TERM = 120  # months


@dataclass(frozen=True, slots=True)
class SeatField:
    """One field. `most`: largest number; `needed`: must not be empty."""

    name: str
    label: str
    kind: Kind = "text"
    values: tuple[str, ...] = ()
    most: int = MOST
    needed: bool = False


TEAM: tuple[SeatField, ...] = (
    SeatField("name", "班子名称", needed=True),
    SeatField("category", "班子类别", "code", codes.names("teams")),
    SeatField("quota_head", "正职职数", "number"),
    SeatField("quota_deputy", "副职职数", "number"),
    SeatField("quota_other", "其他职数", "number"),
    SeatField("term_number", "届次", "number"),
    SeatField("term_start", "本届起始", "month"),
    SeatField("term_months", "每届月数", "number", most=LONGEST_TERM),
)
POST: tuple[SeatField, ...] = (
    SeatField("name", "岗位名称", needed=True),
    SeatField("level", "职务层次", "code", codes.names("levels")),
    SeatField("role", "角色", "code", codes.career_words("roles"), needed=True),
    SeatField("post_kind", "岗位类别", "code", codes.career_words("post_kinds")),
    SeatField("functions", "职责板块", "many", codes.names("functions")),
    SeatField("member", "班子成员", "flag", YES_NO),
    SeatField("takes_quota", "占职数", "flag", YES_NO),
    SeatField("party_post", "党内职务", "flag", YES_NO),
    SeatField("elected", "选任职务", "flag", YES_NO),
)
UNIT: tuple[SeatField, ...] = (
    SeatField("name", "单位名称", needed=True),
    SeatField("short_name", "简称"),
    SeatField("kind", "单位类别", "code", ("地区", *codes.career_words("unit_kinds"))),
    SeatField("level", "机构层次", "code", codes.names("levels")),
    SeatField("code", "单位代码"),
    SeatField("personnel", "组织人事监察财务类", "flag", YES_NO),
    SeatField("retired", "已撤销", "flag", YES_NO),
)
FIELDS: Mapping[type, tuple[SeatField, ...]] = MappingProxyType(
    {Team: TEAM, Post: POST, Unit: UNIT}
)


def fields_of(record: Seat) -> tuple[SeatField, ...]:
    """List the fields of a record's panel."""
    return FIELDS[type(record)]


def field_of(record: Seat, name: str) -> SeatField:
    """Give one field by its name."""
    return next(each for each in fields_of(record) if each.name == name)


def text_in(record: Seat, name: str) -> str:
    """Write a field as the panel shows it; empty when it is not known."""
    value = getattr(record, name)
    if value is None:
        return ""
    match field_of(record, name).kind:
        case "month":
            return months.show_iso(value)
        case "flag":
            return YES_NO[0] if value else YES_NO[1]
        case _:
            return str(value)


def fault_in(record: Seat, name: str, text: str) -> str:
    """Say in one sentence what is wrong with a typed text; empty when it can be taken."""
    field, plain = field_of(record, name), text.strip()
    if not plain:
        return f"请填写{field.label}。" if field.needed else ""
    match field.kind:
        case "number":
            if not plain.isdecimal() or int(plain) > field.most:
                return f"{field.label}应为 0 至 {field.most} 的整数。"
        case "month":
            if months.parse(plain) is None:
                return f"“{plain}”不是有效的年月，请按 2026-11 的样子填写。"
        case "code" | "flag":
            if plain not in field.values:
                return f"{field.label}里没有“{plain}”，请从列表中选择。"
        case "many":
            strange = [each for each in plain.split("、") if each not in field.values]
            if strange:
                return f"{field.label}里没有“{strange[0]}”，请从列表中选择，多项用顿号隔开。"
        case "text":
            pass
    return ""


def with_text(record: R, name: str, text: str) -> R:
    """Take a typed text (without fault) into a field; an empty one makes it unknown."""
    plain = text.strip()
    values: dict[str, Any] = {name: _value(field_of(record, name).kind, plain)}
    return replace(record, **values)


def changed(before: Seat, after: Seat) -> tuple[str, ...]:
    """List the fields that differ."""
    names = [each.name for each in fields_of(before)]
    return tuple(n for n in names if getattr(before, n) != getattr(after, n))


def _value(kind: Kind, text: str) -> object:
    if not text:
        return None
    match kind:
        case "number":
            return int(text)
        case "month":
            return months.parse(text)
        case "flag":
            return text == YES_NO[0]
        case _:
            return text
