"""Which posts practice can be asked of, and the lines it proposes. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import write
from leadership_model.matching.practice import Draft, Proposed, propose
from leadership_model.structure import categories
from leadership_model.structure.model import Portrait
from ui import names
from ui.jobs import Control
from ui.tables.cell import Cell
from ui.tables.columns import Column

NAMED = 12  # holders named in words


@dataclass(frozen=True, slots=True)
class Kind:
    """Posts of a category that are alike: role and post kind, in all teams or in one."""

    label: str
    role: str | None
    post_kind: str | None
    posts: tuple[int, ...]


def kinds_of(world: World, category: str, team: int | None = None) -> tuple[Kind, ...]:
    """List the kinds of posts of a category, those with most posts first."""
    snapshot = world.snapshot
    owners, named = snapshot.posts.owners(), snapshot.teams.raw("category")
    roles, kinds = snapshot.posts.raw("role"), snapshot.posts.raw("post_kind")
    found: dict[tuple[str | None, str | None], list[int]] = {}
    for post in range(len(snapshot.posts)):
        at = int(owners[post])
        if at >= 0 and categories.same(named[at], category) and team in (None, at):
            found.setdefault((roles[post], kinds[post]), []).append(post)
    order = sorted(found, key=lambda each: (-len(found[each]), str(each)))
    return tuple(
        Kind(f"{kind or '不分类别'} · {role or '角色待核'}（{len(found[role, kind])} 岗）",
             role, kind, tuple(found[role, kind]))
        for role, kind in order
    )  # fmt: skip


def teams_of(world: World, category: str) -> tuple[tuple[int, str], ...]:
    """List the teams of a category that have posts, by their order."""
    teams = world.snapshot.teams
    order, category_of = teams.ints("order"), teams.raw("category")
    found = [at for at, each in enumerate(category_of) if categories.same(each, category)]
    found.sort(key=lambda at: (int(order[at]), at))
    return tuple((at, names.team_name(world.snapshot, at)) for at in found)


def drafted(world: World, posts: Sequence[int], control: Control) -> Draft:
    """Draft from practice."""
    control.check()
    return propose(world, posts)


def portrait_of(kind: Kind, category: str, lines: Sequence[Proposed]) -> Portrait:
    """Make a portrait of the lines chosen; it waits in the draft of the model."""
    label = f"{kind.post_kind or kind.role or ''}画像（任职实践草稿）"
    return Portrait(
        id="",
        label=label,
        category=category,
        role=kind.role,
        post_kind=kind.post_kind,
        key=True,
        weights=tuple(each.weight for each in lines),
        basis="由任职实践提取的草稿，供研究修改",
    )


def said(world: World, line: Proposed) -> str:
    """Say from which holders a line comes."""
    people = [names.person_name(world.snapshot, each) for each in line.holders[:NAMED]]
    more = f" 等 {len(line.holders)} 人" if len(line.holders) > NAMED else ""
    return f"{line.why}。来自：{'、'.join(people)}{more}" if people else f"{line.why}。"


def columns() -> tuple[Column, ...]:
    """Give the columns of proposed lines."""
    return (
        Column(id="text", title="条件", cell=_text, width=250, stretch=True, fixed=True, tip=_tip),
        Column(id="points", title="分值", cell=_points, width=64, align="right"),
        Column(id="basis", title="依据", cell=_basis, width=250, tip=_basis_tip),
    )


def _text(line: Proposed) -> Cell:
    return Cell(text=line.weight.label)


def _tip(line: Proposed) -> str:
    weight = line.weight
    if weight.condition is not None:
        return write(weight.condition)
    return f"{weight.element} {weight.start:g} 起计分，{weight.full:g} 满分"


def _points(line: Proposed) -> Cell:
    return Cell(text=f"{line.weight.points:g}")


def _basis(line: Proposed) -> Cell:
    return Cell(text=line.weight.basis.removeprefix("任职实践："), tone="text2")


def _basis_tip(line: Proposed) -> str:
    return line.why
