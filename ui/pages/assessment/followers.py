"""The card of one seat: who could follow so that the team keeps its state, ranked and explained."""

from PySide6.QtWidgets import QWidget

from leadership_model.assessment.finding import STATE_WORDS
from leadership_model.matching.standins import Bench
from ui import names
from ui.context import Context
from ui.navigation import MatchPost, Request
from ui.pages.assessment.future_sheets import stand_ins_sheet, tried_text
from ui.pages.assessment.work import View, holder_name
from ui.widgets.dialog import Dialog
from ui.widgets.grid import Grid
from ui.widgets.labels import label

NOTE = (
    "范围为在职、不在本班子、确定符合禁止性规则和岗位资格、职务层次不高于岗位的人，按岗位匹配度排序，"
    "联职岗位一并任职；名次相同者先列不使要求变差的。供研判参考，不代替民主推荐、考察和集体讨论决定。"
)


def show_followers(context: Context, seen: View, bench: Bench, parent: QWidget) -> None:
    """Open the card of a seat, then go where a click in it led."""
    chosen: list[Request] = []
    context.ask.show(FollowersDialog(seen, bench, chosen, parent))
    if chosen:
        context.navigator.go(chosen[0])


class FollowersDialog(Dialog):
    """Lists the stand-ins; a name closes it and is put into `chosen`."""

    def __init__(
        self,
        seen: View,
        bench: Bench,
        chosen: list[Request],
        parent: QWidget | None = None,
    ) -> None:
        post = names.post_name(seen.world.snapshot, bench.post)
        super().__init__(f"可接替人选 · {post}", parent, width=860)
        self._seen, self._bench, self._chosen = seen, bench, chosen
        state = STATE_WORDS[seen.assessment.state_low]
        said = (
            f"现任 {holder_name(seen.world, bench.post)} · 符合规则和资格 {bench.asked:,} 人"
            f" · 按名次试了{tried_text(bench)}"
            f" · 任职后班子状态不低于“{state}”的列出 {len(bench.found)} 人"
        )
        self.body.addWidget(label(said, "body", wrap=True))
        self.grid = Grid("可接替人选")
        self.grid.show_sheet(stand_ins_sheet(seen, bench))
        self.grid.opened.connect(self._on_opened)
        if bench.found:
            self.body.addWidget(self.scrolled(self.grid, 330))
        else:
            who = "试过的人中" if bench.tried < bench.asked else ""
            self.body.addWidget(label(f"{who}没有人能使班子保持现有状态", "note"))
        self.body.addWidget(label(NOTE, "faint", wrap=True))
        self.add_button("以岗找人", self._on_match)
        self.add_button("关闭", self.reject, default=True)

    def _on_match(self) -> None:
        self._on_opened(MatchPost(self._seen.world.post_ids[self._bench.post]))

    def _on_opened(self, request: Request) -> None:
        self._chosen.append(request)
        self.accept()
