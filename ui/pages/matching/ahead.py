"""接任人选 of a post, 下一步岗位 of a person: lists in a dialog; a row opens what it names."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from leadership_model.assessment.world import World
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.matching.next_posts import AHEAD, NextPost, next_posts
from leadership_model.matching.standins import Bench, StandIn, bench
from ui import names
from ui.jobs import Control
from ui.pages.matching.choices import short_team
from ui.pages.matching.columns import score_text
from ui.pages.matching.work import Ground
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList


def standins_of(ground: Ground, post: int, control: Control) -> Bench:
    """Find who could follow in a post so that the team keeps its state."""
    return bench(ground.scores, post, pause=control.check)


def posts_ahead(ground: Ground, person: int, control: Control) -> tuple[NextPost, ...]:
    """Find what somebody may take soon."""
    control.check()
    return next_posts(ground.scores, person)


def standin_items(world: World, found: Sequence[StandIn]) -> list[ListItem]:
    """Write stand-ins as rows."""
    return [
        ListItem(
            id=world.person_ids[each.person],
            title=f"{each.rank}　{names.person_name(world.snapshot, each.person)}　"
            f"{names.position_text(world.snapshot, each.person)}",
            note=_changes(each),
            right=score_text(each.fit_low, each.fit_high),
            right_note="" if each.score is None else f"结构 {names.signed(each.score)}",
            icon="account-outline",
        )
        for each in found
    ]


def _changes(each: StandIn) -> str:
    parts = [f"▲ {change.label}" for change in each.better]
    parts += [f"▼ {change.label}" for change in each.worse]
    return "、".join(parts) or "各项要求的结论不变"


def post_items(world: World, found: Sequence[NextPost]) -> list[ListItem]:
    """Write next posts as rows."""
    owners, teams = world.snapshot.posts.owners(), world.snapshot.teams.raw("name")
    return [
        ListItem(
            id=world.post_ids[each.post],
            title=f"{short_team(teams[int(owners[each.post])])}　"
            f"{names.post_name(world.snapshot, each.post)}",
            note=_seat(world, each),
            right=score_text(each.low, each.high),
            right_note=_when(world, each),
            icon="seat-outline",
        )
        for each in found
    ]


def _seat(world: World, each: NextPost) -> str:
    if each.holder < 0:
        seat = "现空缺"
    else:
        holder = names.person_name(world.snapshot, each.holder)
        seat = f"{names.month(each.opens)} 起空出（{holder} 到龄）"
    if each.ready is None:
        return f"{seat}；任职资格待核"
    if each.ready > world.as_of:
        return f"{seat}；{names.month(each.ready)} 起符合任职资格"
    return f"{seat}；符合任职资格"


def _when(world: World, each: NextPost) -> str:
    if each.ready is None:
        return "待核"
    return "现在" if each.when <= world.as_of else names.month(each.when)


class AheadDialog(Dialog):
    """A list of people or posts; `wanted` is the one to be opened."""

    def __init__(
        self, title: str, note: str, items: list[ListItem], opens: str, parent: QWidget
    ) -> None:
        super().__init__(title, parent, width=620)
        self.wanted = ""
        self.list = TwoLineList()
        self.list.show_items(items)
        self.list.setMinimumHeight(self.room(320))
        self.body.addWidget(label(note, "note", wrap=True))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(label(DISCLAIMER, "faint"))
        self.add_cancel("关闭")
        if items:
            self.list.choose(items[0].id, announce=False)
            self.list.activated_id.connect(self._on_open)
            self.add_button(opens, self._on_open, kind="primary", default=True)

    def _on_open(self, _id: object = None) -> None:
        self.wanted = self.list.current_id()
        self.accept()


def standin_dialog(world: World, found: Bench, parent: QWidget) -> AheadDialog:
    """Make the dialog of stand-ins."""
    post = names.full_post(world.snapshot, found.post)
    note = (
        f"符合任职资格 {found.asked:,} 人，按匹配名次试算 {found.tried} 人，"
        f"下列人员接任后班子状态不降。"
        if found.found
        else f"符合任职资格 {found.asked:,} 人，试算 {found.tried} 人，没有接任后班子状态不降的。"
    )
    items = standin_items(world, found.found)
    return AheadDialog(f"接任人选：{post}", note, items, "打开干部卡片", parent)


def posts_dialog(
    world: World, person: int, found: tuple[NextPost, ...], parent: QWidget
) -> AheadDialog:
    """Make the dialog of next posts."""
    name = names.person_name(world.snapshot, person)
    note = (
        f"{AHEAD} 个月内空缺或因现任到龄空出、届时符合任职资格的岗位，先到的在前。"
        if found
        else f"{AHEAD} 个月内没有空出且届时符合任职资格的岗位。"
    )
    return AheadDialog(f"下一步岗位：{name}", note, post_items(world, found), "以岗找人", parent)
