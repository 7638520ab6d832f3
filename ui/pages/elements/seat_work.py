"""What the panels of units, teams and posts show and check beside the fields. No Qt here."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from leadership_model import ids
from leadership_model.people import area_tree, seat_order, seat_uses
from leadership_model.people.post import Post
from leadership_model.people.seat_names import SeatNames
from leadership_model.people.table import kinds_of
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.structure import sheet
from ui import names
from ui.widgets.lists import ListItem
from ui.widgets.picker import Option

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot
    from ui.workspace import Workspace

WORDS = {Team: "班子", Post: "岗位", Unit: "单位"}
PREFIX = {"unit": "u", "team": "t", "post": "s"}


def facts_of_post(workspace: "Workspace", position: int) -> tuple[ListItem, ...]:
    """List what belongs to a post beside its fields: team, holder, linked posts, portrait."""
    from leadership_model.matching.portraits import portrait_of

    snapshot, seating = workspace.snapshot, workspace.world.seating
    posts = snapshot.posts
    team = int(posts.owners()[position])
    holder = int(seating.holder[position])
    since = int(seating.since[position])
    made = [
        ListItem(id="team", title=names.team_name(snapshot, team), note="所在班子",
                 icon="sitemap-outline"),
        ListItem(
            id=snapshot.people.ids[holder] if holder >= 0 else "holder",
            title=names.person_name(snapshot, holder),
            note="现任" if holder != -1 else "占职数的岗位，等待配备",
            right=names.month(since) if holder >= 0 else "",
            right_note="起" if holder >= 0 else "",
            mark="yellow" if holder == -1 else "",
            icon="account-outline" if holder != -1 else "",
        ),
    ]  # fmt: skip
    group = posts.raw("linked")[position]
    if group:
        others = [p for p, name in enumerate(posts.raw("linked")) if name == group]
        made += [
            ListItem(id=f"linked:{other}", title=names.full_post(snapshot, other),
                     note="联职：由同一人担任", icon="link-variant")
            for other in others if other != position
        ]  # fmt: skip
    portraits = workspace.world.portraits_of(team)
    portrait = portrait_of(posts.record(position), snapshot.teams.record(team), portraits)
    if portrait is not None:
        note = f"资格 {len(portrait.qualifications)} 条，权重 {len(portrait.weights)} 条"
        made.append(ListItem(id="portrait", title=portrait.label, note=note, icon="bullseye-arrow"))
    return tuple(made)


def seats_of(workspace: "Workspace", team: int) -> tuple[ListItem, ...]:
    """List the seats of a team in their order, with their holders; ids are those of the posts."""
    snapshot, seating = workspace.snapshot, workspace.world.seating
    made = []
    for seat in seating.seats(team):
        holder = int(seating.holder[seat])
        made.append(
            ListItem(
                id=snapshot.posts.ids[seat],
                title=names.post_name(snapshot, seat),
                note=names.person_name(snapshot, holder),
                right=names.month(int(seating.since[seat])) if holder >= 0 else "",
                right_note="起" if holder >= 0 else "",
                mark="" if holder != -1 else "yellow",
                icon="account-outline" if holder != -1 else "",
            )
        )
    return tuple(made)


def retired(snapshot: "Snapshot", kind: str) -> dict[str, Any]:
    """Give the retired records of a table by their ids."""
    table = snapshot[kind]
    fields = tuple(kinds_of(table.record_type))
    made = (table.record_type(**dict(zip(fields, row, strict=True))) for row in table.retired)
    return {each.id: each for each in made}


def faults(workspace: "Workspace", before: Any, draft: Any) -> Mapping[str, str]:  # noqa: ANN401
    """Name the fields of a draft that cannot stand as they are: field -> one sentence."""
    snapshot, found = workspace.snapshot, {}
    match draft:
        case Unit():
            ring = area_tree.fault_in_parent(snapshot, draft)
            if ring:
                found["parent"] = ring
            used = _renamed_area(snapshot, before, draft)
            if used:
                found["name"] = used
        case Post():
            sentence = sheet.fault_in(draft.requires, draft.basis, workspace.catalogue)
            if sentence:
                found["basis" if "法律依据" in sentence else "requires"] = sentence
        case _:
            pass
    return found


def ready(workspace: "Workspace", draft: Any) -> Any:  # noqa: ANN401
    """Give a draft as it is stored: a requirement sheet in its one form."""
    if isinstance(draft, Post) and draft.requires:
        return replace(draft, requires=sheet.canonical(draft.requires, workspace.catalogue))
    return draft


def uses(workspace: "Workspace", record: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Say what uses a record now."""
    return seat_uses.uses(workspace.world.seating, record)


def new_unit(snapshot: "Snapshot", beside: Unit | None) -> Unit:
    """Begin a unit: below the same one as the unit chosen, or below a chosen area."""
    units = snapshot["unit"]
    order = max((each or 0 for each in units.raw("order")), default=-1) + 1
    if beside is None:
        return Unit(id=ids.new("u"), name=None, order=0)
    parent = beside.id if beside.kind == area_tree.AREA_KIND else beside.parent
    return Unit(id=ids.new("u"), name=None, parent=parent, area=beside.area, order=order)


def new_team(snapshot: "Snapshot", unit: Unit | None) -> Team:
    """Begin a team of a unit."""
    order = max((each or 0 for each in snapshot.teams.raw("order")), default=-1) + 1
    if unit is None:
        return Team(id=ids.new("t"), unit=None, name=None, order=order)
    name = f"{unit.short_name or unit.name or ''}领导班子"
    return Team(id=ids.new("t"), unit=unit.id, name=name, area=unit.area, order=order)


def new_post(snapshot: "Snapshot", team: str | None, like: Post | None) -> Post:
    """Begin a post at the end of a team, of the level of another one."""
    at = snapshot.teams.positions.get(team or "")
    posts = [] if at is None else [snapshot.posts.record(each) for each in snapshot.posts.of(at)]
    return Post(
        id=ids.new("s"),
        team=team,
        name=None,
        order=seat_order.next_order(posts),
        level=like.level if like is not None else None,
        role="副职" if posts else "正职",
        party_post=like.party_post if like is not None else False,
        elected=like.elected if like is not None else False,
    )


def options_of(snapshot: "Snapshot", known: SeatNames, kind: str) -> list[Option]:
    """List units, teams or areas to be picked, with the codes units bear."""
    units = snapshot["unit"]
    named = kind == "area"
    codes = dict(zip(units.raw("name") if named else units.ids, units.raw("code"), strict=True))
    rows = ((text, codes.get(id) or "") for text, id in known.ids(kind).items())
    return [Option(text, text, code, code) for text, code in rows]


def _renamed_area(snapshot: "Snapshot", before: Any, draft: Unit) -> str:  # noqa: ANN401
    """Say why an area cannot be called otherwise: others name it as theirs."""
    if not isinstance(before, Unit) or before.kind != area_tree.AREA_KIND or not before.name:
        return ""
    if draft.name == before.name and draft.kind == before.kind:
        return ""
    found = seat_uses.area_uses(snapshot, before.name)
    if not found:
        return ""
    used = f"“{before.name}”正作为地区使用（{'、'.join(found)}），不能在这里改名或改类别"
    return f"{used}；请在“代码表”的“地区”里用“改名…”，它们随之改写。"
