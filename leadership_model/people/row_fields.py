"""The rows that hang on a person as a form takes them: text to value and back, what is wrong.

A row being edited is a mapping of its fields; `row_kinds` says which there are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.fields import YES_NO, State
from leadership_model.people.gaps import names_of, text_of
from leadership_model.people.row_kinds import BY_NAME, Row, RowField
from leadership_model.people.tenure import KINDS


def field_of(collection: str, name: str) -> RowField:
    """Give one field of a kind of row."""
    return next(each for each in BY_NAME[collection].fields if each.name == name)


def new_row(collection: str, id: str, person: str, rows: Sequence[Row]) -> dict[str, Any]:
    """Give the values a new row starts with, before its needed fields are filled in."""
    values: dict[str, Any] = {"id": id, "person": person}
    if collection == "relative":
        values["order"] = max((each.order for each in rows), default=-1) + 1
    if collection == "tenure":
        values["kind"] = KINDS[0]
    if collection == "kinship":
        values["state"] = "确认"
    if collection == "education":
        values["mode"] = "全日制"
    return values


def complete(collection: str, values: Mapping[str, Any]) -> bool:
    """Say whether all needed fields of a row are filled in."""
    needed = (each.name for each in BY_NAME[collection].fields if each.needed)
    return all(values.get(name) not in (None, "") for name in needed)


def made(collection: str, values: Mapping[str, Any]) -> Row:
    """Make the row of complete values."""
    return BY_NAME[collection].record(**values)


def options(field: RowField) -> tuple[str, ...]:
    """Give the values of a field's list."""
    if field.kind == "flag":
        return YES_NO
    if field.codes == "relations":
        return tuple(codes.relation_groups())
    return field.values or (codes.offered(field.codes) if field.codes else ())


def can_be_absent(collection: str) -> bool:
    """Say whether rows of a kind can hold 无 in a field."""
    return any(each.name == "absent" for each in fields(BY_NAME[collection].record))


def state_of(values: Mapping[str, Any], name: str) -> State:
    """Say whether a field of a row is a value, 无 or unknown."""
    if name in names_of(values.get("absent", "")):
        return "absent"
    if name == "birth" and values.get("birth_year") is not None:
        return "value"
    return "unknown" if values.get(name) in (None, "") else "value"


def text_in(
    collection: str, values: Mapping[str, Any], name: str, shown: Mapping[str, str] | None = None
) -> str:
    """Write a field as the form shows it; `shown` names posts and people by id."""
    value = values.get(name)
    match field_of(collection, name).kind:
        case "birth" if value is None and values.get("birth_year") is not None:
            return str(values["birth_year"])
        case _ if value in (None, ""):
            return ""
        case "month" | "birth":
            return months.show_iso(int(value or 0))
        case "flag":
            return YES_NO[0] if value else YES_NO[1]
        case "post" | "person":
            return (shown or {}).get(str(value), str(value))
        case _:
            return str(value)


def fault_in(collection: str, name: str, text: str, known: Mapping[str, str] | None = None) -> str:
    """Say in one sentence what is wrong with a typed text; empty when it can be taken.

    `known` maps the texts of posts and people to ids.
    """
    field, plain = field_of(collection, name), text.strip()
    if not plain:
        return f"请填写{field.label}。" if field.needed else ""
    match field.kind:
        case "month":
            if months.parse(plain) is None:
                return f"“{plain}”不是有效的年月，请按 2026-11 的样子填写。"
        case "birth":
            if months.parse(plain) is None and _year(plain) is None:
                return f"“{plain}”不是有效的年月，请填 1975-03，或只填年份 1975。"
        case "year":
            if _year(plain) is None:
                return f"“{plain}”不是有效的年份，请填四位数字，如 2025。"
        case "code" | "flag":
            retired = codes.names(field.codes) if field.codes else ()
            if plain not in (*options(field), *retired):
                return f"{field.label}里没有“{plain}”，请从列表中选择。"
        case "post" | "person":
            if plain not in (known or {}):
                return f"库中没有“{plain}”，请从列表中选择。"
        case "text" | "open":
            pass
    return ""


def with_text(
    collection: str,
    values: Mapping[str, Any],
    name: str,
    text: str,
    known: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Take a typed text (without fault) into a row; an empty one makes the field unknown."""
    plain, kind = text.strip(), field_of(collection, name).kind
    changed = dict(values)
    if "absent" in values:
        changed["absent"] = text_of(set(names_of(values["absent"])) - {name})
    if kind == "birth":
        month = months.parse(plain) if plain else None
        year = months.year_of(month) if month is not None else _year(plain)
        return changed | {name: month, "birth_year": year}
    if not plain:
        return changed | {name: False if name == "deceased" else None}
    match kind:
        case "month":
            return changed | {name: months.parse(plain)}
        case "year":
            return changed | {name: _year(plain)}
        case "flag":
            return changed | {name: plain == YES_NO[0]}
        case "post" | "person":
            return changed | {name: (known or {}).get(plain, plain)}
        case _:
            return changed | {name: plain}


def with_state(
    collection: str, values: Mapping[str, Any], name: str, state: State
) -> dict[str, Any]:
    """Make a field of a row 无 (where its kind of row can say so) or unknown."""
    changed = with_text(collection, values, name, "")
    if state == "absent" and can_be_absent(collection):
        names = set(names_of(changed.get("absent", ""))) | {name}
        changed["absent"] = text_of(names)
    return changed


def faults(
    collection: str, values: Mapping[str, Any], others: Sequence[Row], as_of: int
) -> dict[str, str]:
    """Name the fields of a row that cannot stand beside each other, or beside the other rows."""
    return dict(_faults(collection, values, others, as_of))


def _faults(
    collection: str, values: Mapping[str, Any], others: Sequence[Row], as_of: int
) -> Iterator[tuple[str, str]]:
    start, end = values.get("start"), values.get("end")
    if start is not None and end is not None and end <= start:
        label = field_of(collection, "end").label
        yield "end", f"{label}应晚于{field_of(collection, 'start').label}，请核对。"
    for name in ("start", "month"):
        then = values.get(name)
        if then is not None and then > as_of + 12:
            label = field_of(collection, name).label
            yield name, f"{label}比基准日期晚一年以上，请核对。"
    if collection == "appraisal" and values.get("year") is not None:
        if any(each.year == values["year"] for each in others):
            yield "year", f"{values['year']} 年已有一条年度考核，请直接修改那一条。"
        elif values["year"] > months.year_of(as_of):
            yield "year", "考核年度晚于基准日期，请核对。"
    if collection == "tenure" and values.get("post") is not None:
        spans = [each for each in others if each.post == values["post"]]
        if any(_overlap(values, each) for each in spans):
            yield "start", "与该岗位的另一条任职时间重叠，请核对。"
    if collection == "kinship" and values.get("relative") == values.get("person"):
        yield "relative", "亲属不能是本人，请另选一人。"
    ends, month = values.get("ends"), values.get("month")
    if collection == "sanction" and ends is not None and month is not None and ends <= month:
        yield "ends", "影响期止应晚于处分时间，请核对。"


def _overlap(values: Mapping[str, Any], other: Row) -> bool:
    far = 1 << 20
    start, end = values.get("start"), values.get("end")
    if start is None or other.start is None:
        return False
    return bool(start < (other.end or far) and other.start < (end or far))


def _year(text: str) -> int | None:
    plain = text.removesuffix("年")
    if len(plain) != 4 or not plain.isdecimal():
        return None
    return int(plain) if months.FIRST_YEAR <= int(plain) <= months.LAST_YEAR else None
