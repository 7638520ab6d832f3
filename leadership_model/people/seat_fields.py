"""The fields of units, teams and posts as a panel shows and takes them: text to value and back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.areas import PLACES
from leadership_model.people.gaps import names_of, text_of
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit

Kind = Literal["text", "code", "number", "month", "flag", "many", "unit", "team", "area", "open",
               "sentence", "long"]  # fmt: skip
State = Literal["value", "absent", "unknown"]
Seat = Unit | Team | Post
R = TypeVar("R", Unit, Team, Post)
YES_NO = ("是", "否")
MOST = 99  # of one quota; more is a slip of the pen
LAST_PLACE = 99999  # of the order of units
LONGEST_TERM = 120  # months
AREA = "地区"
AREA_KINDS = ("地级市", "县级市", "县", "自治县", "区")
HEAD_OF = ("县", "市", "乡")


@dataclass(frozen=True, slots=True)
class SeatField:
    """One field. `codes`: its code list; `most`: largest number; `needed`: must not be empty.

    A `virtual` field is worked out from others: the end of a term from start and length.
    """

    name: str
    label: str
    kind: Kind = "text"
    group: str = ""
    codes: str = ""
    values: tuple[str, ...] = ()
    most: int = MOST
    needed: bool = False
    virtual: bool = False


UNIT: tuple[SeatField, ...] = (
    SeatField("name", "单位名称", group="单位", needed=True),
    SeatField("short_name", "简称", group="单位"),
    SeatField("kind", "单位类别", "code", "单位", "unit_kinds"),
    SeatField("level", "机构层次", "code", "单位", "levels"),
    SeatField("code", "代码", group="单位"),
    SeatField("parent", "上级单位", "unit", "隶属"),
    SeatField("upper", "领导机关", "unit", "隶属"),
    SeatField("area", "所在地区", "area", "隶属"),
    SeatField("order", "次序", "number", "隶属", most=LAST_PLACE),
    SeatField("personnel", "人事监察财务", "flag", "隶属"),
    SeatField("area_kind", "地区类型", "code", "地区（类别为“地区”时填写）", values=AREA_KINDS),
    SeatField("autonomy", "自治民族", "many", "地区（类别为“地区”时填写）", "ethnicities"),
)
TEAM: tuple[SeatField, ...] = (
    SeatField("name", "班子名称", group="班子", needed=True),
    SeatField("unit", "所属单位", "unit", "班子", needed=True),
    SeatField("category", "班子类别", "code", "班子", "teams"),
    SeatField("sub_category", "子类", "open", "班子"),
    SeatField("area", "所在地区", "area", "班子"),
    SeatField("place", "班子位次", "code", "班子", values=PLACES),
    SeatField("order", "次序", "number", "班子", most=LAST_PLACE),
    SeatField("quota_head", "正职职数", "number", "职数"),
    SeatField("quota_deputy", "副职职数", "number", "职数"),
    SeatField("quota_other", "其他职数", "number", "职数"),
    SeatField("term_number", "届次", "number", "届期"),
    SeatField("term_start", "本届起始", "month", "届期"),
    SeatField("term_end", "本届届满", "month", "届期", virtual=True),
    SeatField("term_months", "每届月数", "number", "届期", most=LONGEST_TERM),
)
POST: tuple[SeatField, ...] = (
    SeatField("name", "岗位名称", group="岗位", needed=True),
    SeatField("team", "所在班子", "team", "岗位", needed=True),
    SeatField("level", "职务层次", "code", "岗位", "levels"),
    SeatField("role", "角色", "code", "岗位", "roles", needed=True),
    SeatField("post_kind", "岗位类别", "code", "岗位", "post_kinds"),
    SeatField("order", "班子内次序", "number", "岗位", most=LAST_PLACE),
    SeatField("functions", "职责板块", "many", "职责", "functions"),
    SeatField("member", "班子成员", "flag", "职责"),
    SeatField("takes_quota", "占职数", "flag", "职责"),
    SeatField("party_post", "党内职务", "flag", "职责"),
    SeatField("elected", "选任职务", "flag", "职责"),
    SeatField("area_head", "地域回避层级", "code", "职责", values=HEAD_OF),
    SeatField("requires", "资格条件", "sentence", "任职要求"),
    SeatField("basis", "法律依据", "long", "任职要求"),
)
FIELDS: Mapping[type, tuple[SeatField, ...]] = MappingProxyType(
    {Team: TEAM, Post: POST, Unit: UNIT}
)
NO_STATES = ("order", "role")  # always a value: what sorts, and what decides the quota


def fields_of(record: Seat) -> tuple[SeatField, ...]:
    """List the fields of a record's panel."""
    return FIELDS[type(record)]


def field_of(record: Seat, name: str) -> SeatField:
    """Give one field by its name."""
    return next(each for each in fields_of(record) if each.name == name)


def options(record: Seat, name: str) -> tuple[str, ...]:
    """List what can be chosen anew for a coded field; retired codes are not offered."""
    field = field_of(record, name)
    if field.kind == "flag":
        return YES_NO
    listed = codes.offered(field.codes) if field.codes else field.values
    return (AREA, *listed) if (type(record), name) == (Unit, "kind") else listed


def has_states(record: Seat, name: str) -> bool:
    """Say whether a field can be 无 or 待核."""
    field = field_of(record, name)
    return not (field.needed or field.virtual or name in NO_STATES)


def state_of(record: Seat, name: str) -> State:
    """Say whether a field is a value, 无 or unknown."""
    if name in names_of(record.absent):
        return "absent"
    return "value" if stored(record, name) not in (None, "") else "unknown"


def stored(record: Seat, name: str) -> Any:  # noqa: ANN401 - of the kind of the field
    """Give the value of a field; the end of a term is its last month."""
    if name == "term_end" and isinstance(record, Team):
        if record.term_start is None or record.term_months is None:
            return None
        return record.term_start + record.term_months - 1
    return getattr(record, name)


def text_in(record: Seat, name: str, known: Mapping[str, str] | None = None) -> str:
    """Write a field as the panel shows it; empty when it is 无 or not known.

    `known` gives the words for the id of a unit or a team.
    """
    value = stored(record, name)
    if value is None or state_of(record, name) != "value":
        return ""
    match field_of(record, name).kind:
        case "month":
            return months.show_iso(value)
        case "flag":
            return YES_NO[0] if value else YES_NO[1]
        case "unit" | "team":
            return (known or {}).get(value, value)
        case _:
            return str(value)


def fault_in(record: Seat, name: str, text: str, known: Mapping[str, str] | None = None) -> str:
    """Say in one sentence what is wrong with a typed text; empty when it can be taken.

    `known` maps the words of units, teams or areas to what is stored.
    """
    field, plain = field_of(record, name), text.strip()
    if not plain:
        return f"请填写{field.label}。" if field.needed or name in NO_STATES else ""
    match field.kind:
        case "number":
            if not plain.isdecimal() or int(plain) > field.most:
                return f"{field.label}应为 0 至 {field.most} 的整数。"
        case "month":
            if months.parse(plain) is None:
                return f"“{plain}”不是有效的年月，请按 2026-11 的样子填写。"
            if name == "term_end":
                return _fault_in_end(record, plain)
        case "code" | "flag":
            if plain not in _readable(record, field):
                return f"{field.label}里没有“{plain}”，请从列表中选择。"
        case "many":
            allowed = _readable(record, field)
            strange = [each for each in plain.split("、") if each not in allowed]
            if strange:
                return f"{field.label}里没有“{strange[0]}”，请从列表中选择，多项用顿号隔开。"
        case "unit" | "team" | "area":
            if known is not None and plain not in known:
                return f"{field.label}里没有“{plain}”，请从列表中选择。"
        case _:
            pass
    return ""


def with_text(record: R, name: str, text: str, known: Mapping[str, str] | None = None) -> R:
    """Take a typed text (without fault) into a field; an empty one makes it unknown."""
    plain = text.strip()
    if name == "term_end":
        return _with_end(record, months.parse(plain) if plain else None)
    value = _value(field_of(record, name).kind, plain, known or {})
    absent = text_of(set(names_of(record.absent)) - {name})
    values: dict[str, Any] = {name: value, "absent": absent}
    return replace(record, **values)


def with_state(record: R, name: str, state: State) -> R:
    """Make a field 无 or unknown; `value` leaves it as it is."""
    if state == "value" or not has_states(record, name):
        return record
    names = set(names_of(record.absent)) - {name} | ({name} if state == "absent" else set())
    values: dict[str, Any] = {name: None, "absent": text_of(names)}
    return replace(record, **values)


def changed(before: Seat, after: Seat) -> tuple[str, ...]:
    """List the fields that differ in value or in state, in the order of the panel."""
    names = [each.name for each in fields_of(before) if not each.virtual]
    was, now = names_of(before.absent), names_of(after.absent)
    return tuple(
        n for n in names if getattr(before, n) != getattr(after, n) or (n in was) != (n in now)
    )


def _readable(record: Seat, field: SeatField) -> tuple[str, ...]:
    """List what a coded field may hold: retired codes too, they stay readable."""
    if not field.codes:
        return options(record, field.name)
    words = field.codes in codes.WORD_LISTS
    listed = codes.career_words(field.codes) if words else codes.names(field.codes)
    return (AREA, *listed) if (type(record), field.name) == (Unit, "kind") else listed


def _fault_in_end(record: Seat, plain: str) -> str:
    start, end = stored(record, "term_start"), months.parse(plain)
    if start is None or end is None:
        return "请先填写本届起始年月。"
    if not start <= end < start + LONGEST_TERM:
        return f"届满应在起始之后 {LONGEST_TERM // 12} 年以内，请核对。"
    return ""


def _with_end(record: R, end: int | None) -> R:
    """Take the last month of a term as its length."""
    start = stored(record, "term_start")
    length = None if end is None or start is None else end - start + 1
    values: dict[str, Any] = {"term_months": length}
    return replace(record, **values)


def _value(kind: Kind, text: str, known: Mapping[str, str]) -> object:
    if not text:
        return None
    match kind:
        case "number":
            return int(text)
        case "month":
            return months.parse(text)
        case "flag":
            return text == YES_NO[0]
        case "unit" | "team" | "area":
            return known.get(text, text)
        case _:
            return text
