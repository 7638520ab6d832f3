"""Entries a department adds to a code list, and what may be added where.

Shipped entries are never changed. An own entry of a list whose entries mean something to the rules
(a rank, a level, an effect) names the shipped entry it is `like` and takes all of that over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

LIKE_NEEDED: Mapping[str, bool] = MappingProxyType(
    {
        "functions": False,
        "teams": False,
        "unit_kinds": True,
        "post_kinds": True,
        "education": True,
        "grades": True,
        "health": True,
        "sanctions": True,
    }
)
_SEPARATORS = "、，,；; "


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCode:
    """One entry. `also`: other spellings joined by 、. A retired one is read and not offered."""

    id: str
    list: str
    name: str
    code: str | None = None
    like: str | None = None
    also: str | None = None
    order: int | None = 0
    retired: bool = False
    version: int = 1
    changed_at: str = ""


def spellings(entry: OwnCode) -> tuple[str, ...]:
    """List the name and the other spellings of an entry."""
    return tuple(text for text in (entry.name, *(entry.also or "").split("、")) if text)


def fault_in(
    entry: OwnCode, shipped: Iterable[Mapping[str, object]], own: Iterable[OwnCode]
) -> Mapping[str, str]:
    """Say what is wrong with an entry: field -> one sentence; empty when it can be taken.

    `shipped` are the entries of its list as the program brings them, `own` those added before.
    """
    listed = tuple(shipped)
    others = tuple(each for each in own if each.id != entry.id and each.list == entry.list)
    found: dict[str, str] = {}
    if not entry.name.strip():
        found["name"] = "请填写名称。"
    elif any(each in entry.name for each in _SEPARATORS):
        found["name"] = "名称里不能有顿号、逗号、分号或空格。"
    elif any(item["name"] == entry.name for item in listed):
        found["name"] = f"随程序提供的代码里已有“{entry.name}”。"
    elif any(each.name == entry.name for each in others):
        found["name"] = f"增补的代码里已有“{entry.name}”。"
    taken = {str(item["code"]) for item in listed if item.get("code")}
    if entry.code and (entry.code in taken or any(e.code == entry.code for e in others)):
        found["code"] = f"代码“{entry.code}”已被使用，请换一个。"
    names = {str(item["name"]) for item in listed}
    if listed and entry.like and entry.like not in names:  # a list of own entries alone: any
        found["like"] = f"随程序提供的代码里没有“{entry.like}”，请从列表中选择。"
    elif not entry.like and LIKE_NEEDED.get(entry.list, False):
        found["like"] = "请选择它相当于哪一项：规则和排序按那一项处理。"
    known = {text for each in others for text in spellings(each)} | names
    known |= {t for item in listed for t in str(item.get("also", "")).split("、") if t}
    clash = next((t for t in (entry.also or "").split("、") if t and t in known), None)
    if clash is not None:
        found["also"] = f"“{clash}”已是另一项的名称或写法。"
    return found
