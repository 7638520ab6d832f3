"""A plan as a document: its status, the base under it, its chains. Commands beside the board."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui.pages.staffing import plan_actions as actions

if TYPE_CHECKING:
    from leadership_model.people.seating import Seating
    from leadership_model.staffing.drift import Concern, Drift
    from leadership_model.staffing.scenario import Scenario
    from ui.pages.staffing.page import StaffingPage
    from ui.pages.staffing.people import Row


class Desk(QObject):
    """Shows status and drift in the strip and answers the commands about them."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page, self._plan = page, page.plan
        self._seen: tuple[Scenario, Seating] | None = None
        self._found: tuple[tuple[Drift, ...], tuple[Concern, ...]] = ((), ())
        self._told = ""
        self.archive = page.command(actions.ARCHIVE, page.keeping.archive, button=False)
        self.chain = page.command(actions.CHAIN, self.close_chains, button=False)
        self.drift = page.command(actions.DRIFT, self.ask_rebase, button=False)
        self.alternate = page.command(actions.ALTERNATE, self.add_candidate, button=False)
        page.menus.add("plan", self.alternate, self.drift, self.archive, apart=True)
        page.menus.add("solve", self.chain)
        page.plan.changed.connect(self.follow)
        page.plan.refused.connect(page.context.say)
        page.strip.drift.clicked.connect(self.ask_rebase)
        page.strip.chain.clicked.connect(self.close_chains)
        self.follow()

    def actions(self) -> tuple[QAction, ...]:
        """Give the commands."""
        return self.archive, self.chain, self.drift, self.alternate

    def follow(self) -> None:
        """Show where the plan at hand stands, and enable what can be done now."""
        from leadership_model.staffing.chain import open_posts

        draft, situation = self._plan.draft, self._plan.situation
        ready = draft is not None and situation is not None
        standing = draft.standing if draft is not None else None
        self.archive.setEnabled(draft is not None)
        away = standing is not None and standing.status == "归档"
        self.archive.setText("取消归档" if away else "归档")
        opened = 0 if situation is None else len(open_posts(situation))
        self.chain.setEnabled(ready and opened > 0)
        drifts, concerns = self._drifting()
        self.alternate.setEnabled(self._plan.ready and self._page.offers.by_post)
        self.drift.setEnabled(bool(drifts or concerns) and not self._plan.locked)
        self._page.strip.show_standing(standing, len(drifts), len(concerns), opened)
        if ready and (drifts or concerns) and draft is not None and self._told != draft.scenario.id:
            self._told = draft.scenario.id
            self._page.context.say(
                f"方案编制以来，干部库有 {len(drifts)} 处变化，{len(concerns)} 步调整受影响；"
                "点“底数变化”逐步处理。"
            )
        self._page.menus.follow()

    def _scenario(self) -> "Scenario | None":
        """The plan at hand with the moves that name somebody gone, as long as it was not edited."""
        from leadership_model.staffing.draft import without_gone

        if self._plan.draft is None or self._plan.situation is None:
            return None
        now = self._plan.scenario
        kept = self._page.keeping.draft(now.id)
        if kept is None or kept.scenario.moves == now.moves:
            return now
        here, _ = without_gone(kept, self._plan.situation.base.snapshot)
        same = (here.scenario.moves, here.scenario.cursor) == (now.moves, now.cursor)
        return kept.scenario if same else now

    def _drifting(self) -> "tuple[tuple[Drift, ...], tuple[Concern, ...]]":
        from leadership_model.staffing.drift import concerns, drifts

        scenario, situation = self._scenario(), self._plan.situation
        if scenario is None or situation is None:
            return (), ()
        base = situation.base.seating
        if self._seen is None or self._seen[0] != scenario or self._seen[1] is not base:
            self._seen = (scenario, base)
            self._found = (drifts(scenario.ground, base), concerns(scenario, base))
        return self._found

    # ---- commands

    def ask_rebase(self) -> None:
        """Ask move by move what becomes of the plan over the base as it is now."""
        from leadership_model.staffing.drift import rebased
        from ui.pages.staffing.drift_view import DriftDialog

        scenario, situation = self._scenario(), self._plan.situation
        if scenario is None or situation is None or self._plan.refuses():
            return
        found, asked = self._drifting()
        base = situation.base.seating
        dialog = DriftDialog(scenario, base, found, asked, self._page)
        if self._page.context.ask.show(dialog):
            after = rebased(scenario, base, dialog.choices(), situation.teams)
            self._plan.revise(after, "按现在的底数更新方案")
            self._page.context.say("方案已按现在的底数更新，Ctrl+Z 可撤销。")

    def _candidate(self) -> "Row | None":
        """Who is chosen in the list of candidates for a post; None when nobody is."""
        page = self._page
        if not self._plan.ready or not page.offers.by_post or page.offers.post < 0:
            return None
        return page.panel.list.current()

    def add_candidate(self) -> None:
        """Put whoever is chosen in the list behind the candidates of the post; the first acts."""
        from leadership_model.staffing.candidacy import next_order
        from leadership_model.staffing.move import Move

        row, situation = self._candidate(), self._plan.situation
        if row is None or situation is None:
            self._page.context.say("请先在右侧候选人列表里选中一名干部，再列为备选人选。")
            return
        post = situation.base.post_ids[self._page.offers.post]
        done = situation.scenario.done
        named = {move.person for move in done if move.kind == "appoint" and move.post == post}
        if row.id in named:
            self._page.context.say(f"{row.name} 已是这个岗位的人选。")
            return
        order = next_order(done, post)
        self._plan.make((Move(kind="appoint", person=row.id, post=post, order=order),))
        if not self._plan.locked:
            first = "拟任；再列的人选排在其后" if order == 1 else f"列为第 {order} 人选"
            self._page.context.say(f"{row.name} {first}，可在调整清单里改选。")

    def close_chains(self) -> None:
        """Show the open seats and propose how they are closed."""
        from ui.pages.staffing.chain_view import ChainDialog

        if self._plan.situation is not None:
            dialog = ChainDialog(self._page.context, self._plan, self._page)
            self._page.context.ask.show(dialog)
