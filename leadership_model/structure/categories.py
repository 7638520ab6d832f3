"""Categories 班子类别 and sub-categories 子类 as a department keeps them.

Shipped categories cannot be broken; own ones are added entries of the list `teams`. Sub-categories
are added entries of a list of their own, `like` the category they belong to. A renamed one keeps
its former name as another spelling: what was published under it still applies, and not a letter of
it is altered. Every change is given as records before and after, to be written together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.team import Team

CATEGORIES, SUBS, MARKS = "teams", "sub_categories", "retired_categories"
_SEPARATORS = "、，,；;/ "


@dataclass(frozen=True, slots=True)
class Edit:
    """Records as they were and as they shall be; `title` says what was done."""

    before: tuple[OwnCode | Team, ...]
    after: tuple[OwnCode | Team, ...]
    title: str


def category_of(name: str | None) -> str | None:
    """Give the present name of a category, whichever of its names is used."""
    return None if name is None else codes.spellings(CATEGORIES).get(name, name)


def sub_category_of(category: str | None, name: str | None) -> str | None:
    """Give the present name of a sub-category of a category."""
    if name is None:
        return None
    present = category_of(category)
    for each in codes.own(SUBS):
        if category_of(each.like) == present and name in (each.name, *_also(each)):
            return each.name
    return name


def same(category: str | None, other: str | None) -> bool:
    """Say whether two names mean the same category."""
    return category == other or category_of(category) == category_of(other)


def subs_of(category: str, used: Iterable[str] = ()) -> tuple[str, ...]:
    """List the sub-categories of a category: those added, then those only `used` by teams."""
    added = [each.name for each in codes.own(SUBS) if same(each.like, category)]
    names = (sub_category_of(category, each) for each in used)
    return tuple(dict.fromkeys((*added, *(each for each in names if each))))


def retired(category: str, sub: str | None = None) -> bool:
    """Say whether a category or sub-category is retired: readable, not offered."""
    if sub is not None:
        entry = _sub(category, sub)
        return entry is not None and entry.retired
    entry = _own(CATEGORIES, category)
    return entry.retired if entry is not None else _own(MARKS, category) is not None


def is_own(category: str) -> bool:
    """Say whether the department added a category itself."""
    return _own(CATEGORIES, category) is not None


def fault_in(name: str, category: str | None = None, used: Iterable[str] = ()) -> str:
    """Say what is wrong with a new name; empty when it can be taken. With a category: of a sub."""
    plain = name.strip()
    if not plain:
        return "请填写名称。"
    if any(each in plain for each in _SEPARATORS):
        return "名称里不能有顿号、逗号、分号、斜线或空格。"
    if category is None:
        taken = plain in codes.spellings(CATEGORIES)
        return f"已有名为“{plain}”的班子类别，请换一个名称。" if taken else ""
    known = {sub for each in codes.own(SUBS) if same(each.like, category) for sub in _names(each)}
    if plain in known | set(used):
        return f"“{category}”之下已有子类“{plain}”，请换一个名称。"
    return ""


def added(name: str, like: str, id: str) -> Edit:
    """Add a category; levels and rules treat it like a shipped one."""
    _demand(fault_in(name))
    if like not in {item["name"] for item in codes.shipped(CATEGORIES)}:
        raise UserError("请选择新类别的层级相当于哪一类班子。")
    made = OwnCode(id=id, list=CATEGORIES, name=name.strip(), like=like, order=_order(CATEGORIES))
    return Edit((), (made,), f"新增班子类别 {made.name}")


def sub_added(category: str, names: Sequence[str], ids: Sequence[str]) -> Edit:
    """Add sub-categories to a category."""
    made: list[OwnCode] = []
    for at, (name, id) in enumerate(zip(names, ids, strict=True)):
        _demand(fault_in(name, category, (each.name for each in made)))
        made.append(
            OwnCode(id=id, list=SUBS, name=name.strip(), like=category, order=_order(SUBS) + at)
        )
    return Edit((), tuple(made), f"新增子类 {'、'.join(each.name for each in made)}")


def renamed(category: str, name: str, teams: Iterable[Team]) -> Edit:
    """Rename an own category, and what the teams of it say."""
    entry = _own(CATEGORIES, category)
    if entry is None:
        raise UserError(f"“{category}”是随程序提供的类别，不能改名；可以另建一个类别。")
    _demand(fault_in(name))
    old = tuple(each for each in teams if same(each.category, category))
    new = tuple(replace(each, category=name.strip()) for each in old)
    return Edit((entry, *old), (_named(entry, name), *new), f"类别 {category} 改名为 {name}")


def sub_renamed(category: str, sub: str, name: str, teams: Iterable[Team], id: str) -> Edit:
    """Rename a sub-category, and what the teams of it say."""
    _demand(fault_in(name, category))
    entry = _sub(category, sub)
    kept = entry or OwnCode(id=id, list=SUBS, name=sub, like=category, order=_order(SUBS))
    old = _of_sub(teams, category, sub)
    new = tuple(replace(each, sub_category=name.strip()) for each in old)
    before: tuple[OwnCode | Team, ...] = (*((entry,) if entry else ()), *old)
    return Edit(before, (_named(kept, name), *new), f"子类 {sub} 改名为 {name}")


def set_retired(category: str, gone: bool, teams: Iterable[Team], id: str) -> Edit:
    """Retire a category that has no teams, or bring it back."""
    count = sum(same(each.category, category) for each in teams)
    if gone and count:
        raise UserError(f"“{category}”还有 {count} 个班子，请先把它们改到别的类别，再停用。")
    words = f"{'停用' if gone else '恢复'}班子类别 {category}"
    entry = _own(CATEGORIES, category)
    if entry is not None:
        return Edit((entry,), (replace(entry, retired=gone),), words)
    mark = _own(MARKS, category)
    if gone:
        return Edit((), (OwnCode(id=id, list=MARKS, name=category, retired=True),), words)
    return Edit((mark,) if mark else (), (), words)


def set_sub_retired(category: str, sub: str, gone: bool, teams: Iterable[Team], id: str) -> Edit:
    """Retire a sub-category that has no teams, or bring it back."""
    count = len(_of_sub(teams, category, sub))
    if gone and count:
        raise UserError(f"子类“{sub}”还有 {count} 个班子，请先把它们改到别的子类，再停用。")
    entry = _sub(category, sub)
    kept = entry or OwnCode(id=id, list=SUBS, name=sub, like=category, order=_order(SUBS))
    words = f"{'停用' if gone else '恢复'}子类 {sub}"
    return Edit((entry,) if entry else (), (replace(kept, retired=gone),), words)


def assigned(teams: Sequence[Team], sub: str | None) -> Edit:
    """Put teams into a sub-category of their category; None = into none."""
    moved = tuple(each for each in teams if each.sub_category != sub)
    words = f"{len(moved)} 个班子划入 {sub}" if sub else f"{len(moved)} 个班子不再分子类"
    return Edit(moved, tuple(replace(each, sub_category=sub) for each in moved), words)


def _of_sub(teams: Iterable[Team], category: str, sub: str) -> tuple[Team, ...]:
    return tuple(
        each
        for each in teams
        if same(each.category, category) and sub_category_of(category, each.sub_category) == sub
    )


def _named(entry: OwnCode, name: str) -> OwnCode:
    """Give an entry another name; the former one stays a spelling of it."""
    also = [each for each in _names(entry) if each != name.strip()]
    return replace(entry, name=name.strip(), also="、".join(also))


def _names(entry: OwnCode) -> tuple[str, ...]:
    return (entry.name, *_also(entry))


def _also(entry: OwnCode) -> tuple[str, ...]:
    return tuple(text for text in (entry.also or "").split("、") if text)


def _own(code_list: str, name: str) -> OwnCode | None:
    return next((each for each in codes.own(code_list) if each.name == name), None)


def _sub(category: str, sub: str) -> OwnCode | None:
    listed = (each for each in codes.own(SUBS) if same(each.like, category))
    return next((each for each in listed if each.name == sub), None)


def _order(code_list: str) -> int:
    return len(codes.own(code_list)) + 1


def _demand(fault: str) -> None:
    if fault:
        raise UserError(fault)
