"""What the panel of a post lists: team, holder, linked posts, portrait, requirement sheet."""

from typing import TYPE_CHECKING

from ui import names
from ui.widgets.lists import ListItem

if TYPE_CHECKING:
    from ui.workspace import Workspace


def facts_of_post(workspace: "Workspace", position: int) -> tuple[ListItem, ...]:
    """List what belongs to a post beside its fields."""
    from leadership_model.matching.portraits import portrait_of

    snapshot, seating = workspace.snapshot, workspace.world.seating
    posts = snapshot.posts
    team = int(posts.owners()[position])
    holder = int(seating.holder[position])
    since = int(seating.since[position])
    person = snapshot.people.ids[holder] if holder >= 0 else "holder"
    made = [
        ListItem(id="team", title=names.team_name(snapshot, team), note="所在班子",
                 icon="sitemap-outline"),
        ListItem(
            id=person,
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
    record = posts.record(position)
    portraits = workspace.world.portraits_of(team)
    portrait = portrait_of(record, snapshot.teams.record(team), portraits)
    if portrait is not None:
        note = f"资格 {len(portrait.qualifications)} 条，权重 {len(portrait.weights)} 条"
        made.append(ListItem(id="portrait", title=portrait.label, note=note, icon="bullseye-arrow"))
    title = record.requires or "未另定资格条件"
    made.append(ListItem(id="sheet", title=title, note="资格条件", icon="clipboard-check-outline"))
    return tuple(made)
