"""The lists to choose from at the left: posts (vacant first), or people. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import NumberColumn
from leadership_model.people.codes import ranks
from leadership_model.people.held import available
from leadership_model.people.seating import VACANT
from leadership_model.query.posts import vacant_since
from ui import names
from ui.tables import pinyin
from ui.widgets.lists import ListItem

MOST = 160  # rows of a section; whoever wants others types
SOON = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen, with the words it is found by."""

    item: ListItem
    section: str
    words: str


@dataclass(frozen=True, slots=True)
class Choices:
    """All posts or all people of a world."""

    choices: tuple[Choice, ...]
    sections: tuple[str, ...]

    def items(self, typed: str = "") -> list[ListItem]:
        """Give the rows under their sections, those that hold every word typed."""
        wanted = typed.lower().split()
        found: list[ListItem] = []
        for section in self.sections:
            inside = [
                each.item
                for each in self.choices
                if each.section == section and all(word in each.words for word in wanted)
            ]
            if inside:
                found.append(ListItem(id="", title=section, right=f"{len(inside):,}", section=True))
                found += inside[:MOST]
                if len(inside) > MOST:
                    rest = f"其余 {len(inside) - MOST:,} 个，输入文字查找"
                    found.append(ListItem(id="", title=rest, section=True))
        return found

    def ids(self) -> list[str]:
        """Give the ids in their order."""
        return [each.item.id for each in self.choices]


def posts_of(world: World) -> Choices:
    """List the posts: vacant ones, those soon vacant, the others."""
    snapshot, seating = world.snapshot, world.seating
    since, due = vacant_since(world), _due(world)
    takes = snapshot.posts.ints("takes_quota") == 1
    levels, owners = snapshot.posts.raw("level"), snapshot.posts.owners()
    order = snapshot.teams.ints("order")
    heights = ranks("levels")
    rank = {"正职": 0, "副职": 1}
    roles = snapshot.posts.raw("role")
    found: list[tuple[tuple[int, ...], Choice]] = []
    for post, id in enumerate(world.post_ids):
        holder, team = int(seating.holder[post]), int(owners[post])
        left = int(due[holder]) - world.as_of if holder >= 0 and due[holder] >= 0 else 9999
        vacant = holder == VACANT and bool(takes[post])
        soon = 0 < left <= SOON
        place = (int(order[team]), post)
        key = (0, -heights.get(levels[post] or "", 0), rank.get(roles[post] or "", 2), *place)
        if not vacant:
            key = (1, left, 0, *place)
        right, note, tone = "", "", "text2"
        if vacant:
            right, tone = _length(since.get(post), world.as_of), "red"
        elif soon:
            right, note = months.show_iso(int(due[holder])), "到龄"
        else:
            key = (2, 0, 0, *place)
            right = names.person_name(snapshot, holder)
        item = ListItem(
            id=id,
            title=names.post_name(snapshot, post),
            note=f"{short_team(snapshot.teams.raw('name')[team])} · {levels[post] or '层次待核'}",
            right=right,
            right_note=note,
            right_tone=tone,
            icon="seat-outline" if vacant else "account-outline",
            icon_tone="red" if vacant else "text2",
        )
        section = "空缺" if vacant else f"{SOON} 个月内将空缺" if soon else "其他岗位"
        found.append((key, Choice(item, section, _words(item))))
    found.sort(key=lambda each: each[0])
    sections = ("空缺", f"{SOON} 个月内将空缺", "其他岗位")
    return Choices(tuple(each for _, each in found), sections)


def people_of(world: World) -> Choices:
    """List the people in office by name, those without a seat after those with one."""
    people, seated = world.snapshot.people, world.seating.seated()
    in_pool = available(world.snapshot, world.as_of)
    posts, levels = people.raw("post_text"), people.raw("level")
    found = []
    for person, id in enumerate(people.ids):
        if not in_pool[person]:
            continue
        name = names.person_name(world.snapshot, person)
        age = names.age(world.snapshot, person, world.as_of)
        item = ListItem(
            id=id,
            title=name,
            note=posts[person] or "职务待核",
            right=f"{age} 岁" if age is not None else "",
            icon="account-outline",
        )
        section = "班子成员和在岗人员" if seated[person] else "其他在职干部"
        words = f"{name}\n{posts[person] or ''}\n{levels[person] or ''}".lower()
        found.append(Choice(item, section, f"{words}\n{_spelled(name)}"))
    return Choices(tuple(found), ("班子成员和在岗人员", "其他在职干部"))


def short_team(name: str | None) -> str:
    """Give a team's name without the words every team's name ends in."""
    return (name or "").removesuffix("领导班子") or "（未命名班子）"


def _words(item: ListItem) -> str:
    text = f"{item.title}\n{item.note}\n{item.right}"
    return f"{text.lower()}\n{_spelled(item.title)}"


def _spelled(name: str) -> str:
    plain = "".join(each for each in name if "\u4e00" <= each <= "\u9fff")
    return f"{pinyin.spell(plain)}\n{pinyin.initials(plain)}"


def _length(since: int | None, as_of: int) -> str:
    if since is None:
        return "空缺"
    return f"缺 {as_of - since} 个月" if as_of > since else "本月空缺"


def _due(world: World) -> Sequence[int]:
    """Give everybody's statutory month, -1 where it is not known."""
    column = world.facts.column("到龄时间")
    assert isinstance(column, NumberColumn)
    gone = column.unknown | column.absent
    return np.where(gone, -1, column.low).astype(np.int64).tolist()  # type: ignore[no-any-return]
