"""The fields of a person as a form shows them: label, group, kind, and text to value and back.

A field is a value, 无 (known not to exist) or unknown; `State` says which of the three it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.gaps import names_of, text_of
from leadership_model.people.person import STATUSES, Person

Kind = Literal["text", "long", "code", "open", "month", "birth", "flag", "unit", "area"]
State = Literal["value", "absent", "unknown"]
NONE_WORD, UNKNOWN_WORD = "无", "待核"
YES_NO = ("是", "否")
LONGEST_LIFE = 110  # years; a birth before that is a slip of the pen
YOUNGEST_WORKER, YOUNGEST_MEMBER = 14, 18  # years of age
_LAST_CHECKS = ("party_joined", "work_start", "level_since", "grade_since")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. `codes`: list of data/codes it takes its values from.

    Kinds: code = only values of the list; open = other texts as well; birth = a month, a full date
    or a year alone. `needed`: a record without it makes no sense.
    """

    name: str
    label: str
    group: str
    kind: Kind = "text"
    codes: str = ""
    needed: bool = False


_GROUPS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "基本信息",
        (
            ("name", "姓名", "text", "", "needed"),
            ("sex", "性别", "code", "sexes"),
            ("birth", "出生年月", "birth"),
            ("ethnicity", "民族", "code", "ethnicities"),
            ("origin", "籍贯", "open"),
            ("birthplace", "出生地", "open"),
            ("hometown", "成长地", "area"),
            ("party", "政治面貌", "code", "parties"),
            ("party_joined", "入党时间", "month"),
            ("other_parties", "其他党派", "open", "parties"),
            ("party_text", "入党时间原文", "text"),
            ("work_start", "参加工作时间", "month"),
            ("health", "健康状况", "open", "health"),
            ("marriage", "婚姻状况", "open", "marriage"),
            ("religion", "宗教信仰", "open"),
            ("id_number", "身份证号", "text"),
        ),
    ),
    (
        "现任职务",
        (
            ("unit", "所在单位", "unit"),
            ("post_text", "现任职务", "text"),
            ("level", "职务层次", "code", "levels"),
            ("level_since", "任现层次时间", "month"),
            ("grade", "职级", "code", "grades"),
            ("grade_since", "任现职级时间", "month"),
            ("status", "人员状态", "code", "", "needed"),
            ("status_month", "状态变动时间", "month"),
            ("early_retirement", "弹性提前退休", "month"),
            ("grassroots", "两年以上基层经历", "flag"),
            ("selected_graduate", "选调生", "flag"),
            ("technical_title", "专业技术职务", "open", "technical_titles"),
            ("speciality", "熟悉专业和专长", "text"),
        ),
    ),
    (
        "奖惩与考核",
        (
            ("reward_text", "奖惩情况", "long"),
            ("appraisal_text", "年度考核结果", "long"),
            ("rewards_complete", "奖惩已逐条读明", "flag"),
        ),
    ),
    (
        "任免审批表",
        (
            ("proposed_post", "拟任职务", "text"),
            ("removed_post", "拟免职务", "text"),
            ("reason", "任免理由", "text"),
            ("reporting_unit", "呈报单位", "text"),
            ("age_month", "计算年龄时间", "text"),
            ("filled_in", "填表时间", "text"),
            ("filled_by", "填表人", "text"),
        ),
    ),
)
_WORDS = {"code": "请从列表中选择", "area": "请从列表中选择", "unit": "请从列表中选择"}


def _field(group: str, name: str, label: str, kind: Any, *rest: str) -> Field:  # noqa: ANN401
    return Field(name, label, group, kind, rest[0] if rest else "", "needed" in rest)


FIELDS: tuple[Field, ...] = tuple(_field(g, *spec) for g, specs in _GROUPS for spec in specs)
GROUPS: tuple[str, ...] = tuple(group for group, _ in _GROUPS)
BY_NAME: Mapping[str, Field] = MappingProxyType({each.name: each for each in FIELDS})
LABELS: Mapping[str, str] = MappingProxyType(
    {each.name: each.label for each in FIELDS}
    | {"resume": "简历", "has_photo": "照片", "birth_date": "出生日期", "birth_year": "出生年份"}
)


def state_of(person: Person, name: str) -> State:
    """Say whether a field is a value, 无 or unknown."""
    if person.is_absent(name):
        return "absent"
    if name == "birth":
        return "unknown" if person.birth is None and person.birth_year is None else "value"
    return "unknown" if getattr(person, name) in (None, "") else "value"


def text_in(person: Person, name: str, units: Mapping[str, str] | None = None) -> str:
    """Write the value of a field as the form shows it; empty for 无 and unknown.

    `units` gives the name of a unit by its id.
    """
    if state_of(person, name) != "value":
        return ""
    value = getattr(person, name)
    match BY_NAME[name].kind:
        case "birth":
            return _birth_text(person)
        case "month":
            return months.show_iso(value)
        case "flag":
            return YES_NO[0] if value else YES_NO[1]
        case "unit":
            return (units or {}).get(value, value)
        case _:
            return str(value)


def options(name: str) -> tuple[str, ...]:
    """Give the values of a field's list that can be chosen anew; empty where it has none."""
    field = BY_NAME[name]
    if name == "status":
        return STATUSES
    if field.kind == "flag":
        return YES_NO
    return codes.offered(field.codes) if field.codes else ()


def fault_in(name: str, text: str, known: Mapping[str, str] | None = None) -> str:
    """Say in one sentence what is wrong with a typed text; empty when it can be taken.

    `known` maps the texts a unit or area field takes to what is stored.
    """
    field, plain = BY_NAME[name], text.strip()
    if not plain:
        return f"请填写{field.label}。" if field.needed else ""
    if field.kind == "month" and months.parse(plain) is None:
        return f"“{plain}”不是有效的年月，请按 2026-11 的样子填写。"
    if field.kind == "birth" and _birth(plain) is None:
        return f"“{plain}”不是有效的日期，请填 1975-03、1975-03-12，或只填年份 1975。"
    allowed = (known or {}) if field.kind in ("unit", "area") else (*options(name), *_retired(name))
    strict = field.kind in ("code", "flag", "unit", "area")
    if strict and (allowed or known is not None) and plain not in allowed:
        return f"{field.label}里没有“{plain}”，{_WORDS.get(field.kind, '请填“是”或“否”')}。"
    return _id_fault(plain) if name == "id_number" else ""


def with_text(
    person: Person, name: str, text: str, known: Mapping[str, str] | None = None
) -> Person:
    """Take a typed text (without fault) into a field; an empty one makes it unknown."""
    plain = text.strip()
    if not plain:
        return with_state(person, name, "unknown")
    kept = _without_absent(person, name)
    match BY_NAME[name].kind:
        case "birth":
            birth, date, year = _birth(plain) or (None, None, None)
            return replace(kept, birth=birth, birth_date=date, birth_year=year)
        case "month":
            return _put(kept, name, months.parse(plain))
        case "flag":
            return _put(kept, name, plain == YES_NO[0])
        case "unit" | "area":
            return _put(kept, name, (known or {}).get(plain, plain))
        case _:
            return _put(kept, name, plain)


def with_state(person: Person, name: str, state: State) -> Person:
    """Make a field 无 or unknown; `value` leaves it as it is."""
    if state == "value":
        return person
    empty: dict[str, Any] = {name: None}
    if name == "birth":
        empty |= {"birth_date": None, "birth_year": None}
    if name == "rewards_complete":
        empty[name] = False
    cleared = replace(_without_absent(person, name), **empty)
    if state == "unknown":
        return cleared
    return replace(cleared, absent=text_of(set(names_of(cleared.absent)) | {name}))


def faults(person: Person, as_of: int) -> Mapping[str, str]:
    """Name the fields whose values cannot stand beside each other: field -> one sentence."""
    return dict(_faults(person, as_of))


def changed(before: Person, after: Person) -> tuple[str, ...]:
    """List the fields that differ in value or in state, in the order of the form."""
    return tuple(
        name
        for name in (*BY_NAME, "resume")
        if getattr(before, name) != getattr(after, name)
        or before.is_absent(name) != after.is_absent(name)
        or (name == "birth" and _birth_text(before) != _birth_text(after))
    )


def _faults(person: Person, as_of: int) -> Iterator[tuple[str, str]]:
    birth = person.birth
    if birth is not None and birth > as_of:
        yield "birth", "出生年月晚于基准日期，请核对。"
    elif birth is not None and birth < as_of - LONGEST_LIFE * 12:
        yield "birth", f"出生年月距今超过 {LONGEST_LIFE} 年，请核对。"
    for name, least in (("work_start", YOUNGEST_WORKER), ("party_joined", YOUNGEST_MEMBER)):
        then = getattr(person, name)
        if birth is not None and then is not None and then < birth + least * 12:
            yield name, f"{BY_NAME[name].label}时不满 {least} 岁，请核对它和出生年月。"
    for name in _LAST_CHECKS:
        then = getattr(person, name)
        if then is not None and then > as_of:
            yield name, f"{BY_NAME[name].label}晚于基准日期 {months.show_iso(as_of)}，请核对。"
    start = person.work_start
    for name in ("level_since", "grade_since"):
        then = getattr(person, name)
        if then is not None and start is not None and then < start:
            yield name, f"{BY_NAME[name].label}早于参加工作时间，请核对。"


def _put(person: Person, name: str, value: object) -> Person:
    values: dict[str, Any] = {name: value}
    return replace(person, **values)


def _without_absent(person: Person, name: str) -> Person:
    return replace(person, absent=text_of(set(names_of(person.absent)) - {name}))


def _birth(text: str) -> tuple[int | None, str | None, int | None] | None:
    """Read a birth as (month, full date, year): a month, a date, or a year alone."""
    if text.removesuffix("年").isdecimal() and len(text.removesuffix("年")) == 4:
        year = int(text.removesuffix("年"))
        return (None, None, year) if months.FIRST_YEAR <= year <= months.LAST_YEAR else None
    found = months.parse_date(text)
    if found is None:
        return None
    month, day = found
    date = None if day is None else f"{months.show_digits(month)}{day:02d}"
    return month, date, months.year_of(month)


def _birth_text(person: Person) -> str:
    if person.birth is None:
        return "" if person.birth_year is None else str(person.birth_year)
    date = person.birth_date
    if date and len(date) == 8 and date.startswith(months.show_digits(person.birth)):
        return f"{months.show_iso(person.birth)}-{date[6:]}"
    return months.show_iso(person.birth)


def _retired(name: str) -> tuple[str, ...]:
    """Give the entries of a field's list that stay readable and are not offered any more."""
    listed = BY_NAME[name].codes
    return codes.names(listed) if listed else ()


def _check_digit(number: str) -> str:
    """Work out the last place of an 18-place number (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * pow(2, 17 - at, 11) for at, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11]


def _id_fault(text: str) -> str:
    if len(text) not in (15, 18) or not re.fullmatch(r"\d+[\dXx]", text):
        return "身份证号应为 18 位（末位可为 X）或 15 位数字，请核对。"
    if len(text) == 18 and _check_digit(text) != text[-1].upper():
        return "身份证号的校验位不对，可能录错了一位，请核对。"
    return ""
