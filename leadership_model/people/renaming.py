"""Another name for an area or for an own entry of a code list, and all that is written by it.

The former name stays as a spelling of the entry, so that résumés and imports that still use it are
understood, and so that versions published with it, which are never rewritten, are read by the
present name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode, fault_in, spellings
from leadership_model.people.snapshot import Snapshot

AREAS = "areas"  # a list that holds former names of areas alone
TAG = "tag "  # before the name of a hand-entered element: its own list of values 标签
# Fields of records that hold an entry: list -> (table, field).
FIELDS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        AREAS: (
            ("unit", "area"), ("team", "area"), ("person", "hometown"), ("person", "origin"),
            ("person", "birthplace"), ("career_entry", "area"),
        ),
        "functions": (("post", "functions"), ("career_entry", "functions")),
        "unit_kinds": (("unit", "kind"), ("career_entry", "unit_kind")),
        "post_kinds": (("post", "post_kind"), ("career_entry", "post_kind")),
        "education": (("education", "schooling"),),
        "grades": (("person", "grade"), ("grade_quota", "grades")),
        "health": (("person", "health"),),
        "sanctions": (("sanction", "kind"),),
    }
)  # fmt: skip
MANY = frozenset({"functions", "grades"})  # fields that hold several, joined by 、
WORDS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("unit", "area"): "单位的所在地区", ("team", "area"): "班子的所在地区",
        ("person", "hometown"): "干部的成长地", ("person", "origin"): "干部的籍贯",
        ("person", "birthplace"): "干部的出生地", ("career_entry", "area"): "履历的地区",
        ("post", "functions"): "岗位的职责板块", ("career_entry", "functions"): "履历的职责板块",
        ("unit", "kind"): "单位的类别", ("career_entry", "unit_kind"): "履历的单位类别",
        ("post", "post_kind"): "岗位的类别", ("career_entry", "post_kind"): "履历的岗位类别",
        ("education", "schooling"): "学历", ("person", "grade"): "干部的职级",
        ("grade_quota", "grades"): "职级职数", ("person", "health"): "干部的健康状况",
        ("sanction", "kind"): "处分与组织处理",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Renaming:
    """An entry of a list (or an area) that is to be called otherwise."""

    list: str
    old: str
    new: str


def tag_fault(name: str, known: Iterable[str]) -> str:
    """Say why a value of a hand-entered element cannot be called so; empty when it can."""
    if not name.strip():
        return "请填写名称。"
    if any(each in name for each in "、，,；;"):
        return "名称里不能有顿号、逗号或分号。"
    return f"已有标签“{name}”，请换一个名称。" if name.strip() in known else ""


def fault_of(found: Renaming, snapshot: Snapshot, known: Iterable[str] = ()) -> str:
    """Say why an entry cannot be called so; empty when it can. `known`: values of a tag list."""
    new = found.new.strip()
    if new == found.old:
        return "名称没有变。"
    if found.list.startswith(TAG):
        return tag_fault(new, known)
    if found.list == AREAS:
        if not new:
            return "请填写名称。"
        taken = new in snapshot["unit"].raw("name")
        return f"已有名为“{new}”的单位或地区，请换一个名称。" if taken else ""
    mine = entry_of(found.list, found.old)
    if mine is None:
        return f"“{found.old}”随程序提供，不能改名；可停用后另增一项。"
    others = fault_in(
        replace(mine, name=new, also=None), codes.shipped(found.list), codes.own(found.list)
    )
    return others.get("name", "")


def entry_of(code_list: str, name: str) -> OwnCode | None:
    """Give the own entry of a list by its present name."""
    return next((each for each in codes.own(code_list) if each.name == name), None)


def entry_after(found: Renaming, before: OwnCode | None, id: str) -> OwnCode:
    """Give the entry under its new name; the former one is a spelling of it from now on."""
    made = before or OwnCode(id=id, list=found.list, name=found.old)
    kept = [text for text in (*spellings(made), found.old) if text != found.new]
    return replace(made, name=found.new, also="、".join(dict.fromkeys(kept)) or None)


def present_names(own: Iterable[OwnCode]) -> Mapping[tuple[str, str], str]:
    """Give the present name by list and spelling, of every entry that has other spellings."""
    return {
        (each.list, text): each.name
        for each in own
        for text in spellings(each)
        if text != each.name and (each.list in FIELDS or each.list.startswith(TAG))
    }


def renamed_text(text: str, found: Renaming, field: str) -> str:
    """Put the new name into a field that holds one entry, or several joined by 、."""
    if field not in MANY and not found.list.startswith(TAG):
        return found.new if text == found.old else text
    return "、".join(found.new if each == found.old else each for each in text.split("、"))
