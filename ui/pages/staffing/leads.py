"""What leads out of the page: dialogs, papers, people behind the figures, requests coming in."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model import months
from ui.context import Context
from ui.navigation import (
    AddToPlan,
    AssignInPlan,
    OpenPlan,
    Request,
    ShowPeople,
    ShowPosts,
    ShowTeams,
    StaffTeams,
    UsePool,
)
from ui.pages.staffing import work
from ui.pages.staffing.plan import Plan
from ui.pages.staffing.strip_values import Total

if TYPE_CHECKING:
    from leadership_model.staffing.coming import Outcome
    from leadership_model.staffing.situation import Figures, Situation
    from ui.pages.staffing.page import StaffingPage


class Leads(QObject):
    """Ways out of the page and into it."""

    def __init__(self, context: Context, plan: Plan, page: "StaffingPage") -> None:
        super().__init__(page)
        self._context, self._plan, self._page = context, plan, page
        self._figures: tuple[Situation, Figures] | None = None
        self._seen: Situation | None = None  # whose five years were asked for last

    # ---- figures

    def figures(self) -> "Figures | None":
        """Sum the plan up, once for each situation."""
        from leadership_model.staffing.situation import figures

        situation = self._plan.situation
        if situation is None:
            return None
        if self._figures is None or self._figures[0] is not situation:
            self._figures = (situation, figures(situation))
        return self._figures[1]

    def totals(self, situation: "Situation") -> tuple[tuple[Total, ...], bool, bool]:
        """Give the figures of the strip, whether anybody moves, whether there are teams."""
        found = self.figures()
        assert found is not None
        return (
            work.totals(situation, found, self.coming()),
            bool(found.moved),
            bool(situation.teams),
        )

    def coming(self) -> "Outcome | None":
        """Compare the five years to come with and without the plan; None before it is known."""
        situation, ahead = self._plan.situation, self._plan.ahead
        if situation is None or ahead is None or not ahead.fits(situation):
            return None
        found, self._seen = ahead.of_plan(situation, self._seen), situation
        return found

    def open_total(self, id: str) -> None:
        """Open who or what is behind a figure."""
        found, situation = self.figures(), self._plan.situation
        if found is None or situation is None:
            return
        coming = self.coming()
        if id == "years" and coming is not None:
            ids = situation.base.snapshot.teams.ids
            teams = dict.fromkeys(ids[each.team] for each in coming.fresh)
            title = f"{situation.scenario.label}：五年内新增不达标的班子"
            self._context.navigator.go(ShowTeams(tuple(teams), title))
            return
        request = _request(id, situation, found)
        if request is None:
            self._context.say("这一项目前是 0，没有可以列出的人员、岗位或班子。")
        else:
            self._context.navigator.go(request)

    def insist(self, stage: str) -> None:
        """Refuse a stage the plan cannot pass. UserError."""
        from leadership_model.staffing.decision import decided
        from leadership_model.staffing.hindrance import insist

        if self._plan.situation is not None and decided(stage):
            insist(self._plan.situation, self._plan.records, stage)

    # ---- dialogs

    def ask_team(self) -> None:
        """Ask for teams and put them on the board."""
        from leadership_model.staffing.draft import with_teams
        from ui.pages.staffing.teams import TeamDialog

        if self._plan.draft is None:
            return
        workspace = self._context.workspace
        states = {each.team: each.state for each in workspace.survey or ()}
        choices = work.team_choices(workspace.world, dict(states))
        taken = frozenset(self._plan.choices.teams)
        dialog = TeamDialog(self._context.settings, choices, taken, self._page)
        if self._context.ask.show(dialog):
            self._plan.choose(with_teams(self._plan.choices, *dialog.chosen()))

    def ask_month(self) -> None:
        """Ask from which month on the plan is to hold, and work everything out for it."""
        if self._plan.draft is None:
            return
        shown = months.show_iso(self._plan.scenario.month)
        text = "方案的生效月份，年龄、任期和规则都按这个月算。"
        answer = self._context.ask.text("生效月份", text, shown, _check_month)
        month = months.parse(answer) if answer else None
        if month is not None and month != self._plan.scenario.month:
            self._plan.move_to(month)
            self._page.work_out()

    def compare(self) -> None:
        """Show any number of plans beside today and each other."""
        from ui.pages.staffing.compare import CompareDialog

        if self._plan.situation is not None:
            drafts = self._page.keeping.drafts
            dialog = CompareDialog(self._context, self._plan, drafts, self._page)
            self._context.ask.show(dialog)

    def steps(self) -> None:
        """Show the moves with their reasons, stages and exceptions."""
        from ui.pages.staffing.steps import StepsDialog

        if self._plan.situation is not None:
            dialog = StepsDialog(self._context, self._plan.situation, self._page)
            if self._context.ask.show(dialog) and dialog.moves() != self._plan.scenario.done:
                scenario = self._plan.scenario
                after = replace(
                    scenario, moves=(*dialog.moves(), *scenario.moves[scenario.cursor :])
                )
                self._plan.revise(after, "修改调整说明")

    # ---- papers

    def motion(self) -> None:
        """Write the list of motions."""
        from ui.pages.staffing import papers

        situation, found = self._plan.situation, self.figures()
        if situation is None or found is None or not found.moved:
            self._context.say("方案还没有调整任何人，没有可以写出的名单。")
            return
        label = self._plan.scenario.label
        path = self._context.ask.save_file("写出动议名单", f"{label} 动议名单.xlsx", ("sheet",))
        if path is not None:
            function = partial(papers.write_motion, situation, self._plan.choices, path)
            self._context.jobs.read(
                function, "staffing.papers", self._on_written, title="正在写出动议名单"
            )

    def forms(self) -> None:
        """Write the 任免审批表 of the people moved into a folder."""
        from ui.pages.staffing import papers

        situation, found = self._plan.situation, self.figures()
        if situation is None or found is None or not found.moved:
            self._context.say("方案还没有调整任何人，没有可以写出的审批表。")
            return
        folder = self._context.ask.folder("任免审批表写到哪个文件夹")
        if folder is not None:
            engine = self._context.workspace.loaded.engine
            function = partial(papers.write_forms, situation, folder, engine)
            self._context.jobs.read(
                function, "staffing.papers", self._on_written, title="正在写出任免审批表"
            )

    def _on_written(self, sentence: str) -> None:
        self._context.say(sentence)

    # ---- requests

    def answer(self, request: Request) -> bool:
        """Answer a request; False when a plan must be opened first, which has been begun."""
        if isinstance(request, OpenPlan):
            return self._open_plan(request.id)
        if isinstance(request, StaffTeams):
            return self._staff(request.ids)
        if not self._plan.ready:
            self._ensure_plan()
            return False
        if isinstance(request, AddToPlan):
            self._add(request)
        elif isinstance(request, AssignInPlan):
            self._assign(request)
        elif isinstance(request, UsePool):
            self._plan.choose(
                replace(self._plan.choices, pool=request.ids, pool_title=request.title)
            )
            self._page.offers.use_pool()
            self._context.say(f"候选池已换成“{request.title}”，共 {len(request.ids)} 人。")
        return True

    def _open_plan(self, id: str) -> bool:
        draft = self._page.keeping.draft(id)
        if draft is None:
            self._context.say("这个方案已不存在，或没有分享给您。")
        elif self._plan.draft is None or self._plan.scenario.id != id:
            self._page.open_draft(draft)
        return True

    def _staff(self, ids: tuple[str, ...]) -> bool:
        """Open a plan for some teams: the one at hand if it has them or is still empty."""
        from leadership_model.staffing.draft import Choices, with_teams

        keeping = self._page.keeping
        if self._plan.draft is not None:
            here = set(ids) <= set(self._plan.choices.teams)
            if here or not self._plan.scenario.done:
                self._plan.choose(with_teams(self._plan.choices, *ids))
                return True
        keeping.make(keeping.free_label(), Choices(teams=ids))
        return True

    def _ensure_plan(self) -> None:
        keeping = self._page.keeping
        if self._plan.draft is None and not keeping.drafts:
            keeping.make(keeping.free_label())
        elif self._plan.draft is None and not self._page.opening:
            self._page.open_draft(keeping.drafts[0])

    def _add(self, request: AddToPlan) -> None:
        situation = self._plan.situation
        if situation is None:
            return
        person = situation.base.snapshot.people.positions.get(request.person)
        post = situation.base.snapshot.posts.positions.get(request.post)
        if person is None:
            self._context.say("这名干部已不在库中。")
        elif post is not None:
            self._page.hand.put(person, post)
        else:
            self._page.hand.pick(person)
            self._page.offers.choose_person(person)

    def _assign(self, request: AssignInPlan) -> None:
        """Take several people in, each for a post, as one step; their teams come on the board."""
        from leadership_model.staffing.draft import with_teams
        from leadership_model.staffing.move import Move

        situation = self._plan.situation
        if situation is None:
            return
        posts = situation.base.snapshot.posts
        there = [post for _, post in request.pairs if post in posts.positions]
        teams = (posts.owners()[posts.positions[post]] for post in there)
        ids = tuple(situation.base.snapshot.teams.ids[team] for team in teams)
        self._plan.choose(with_teams(self._plan.choices, *dict.fromkeys(ids)))
        moves = tuple(Move(kind="appoint", person=p, post=q) for p, q in request.pairs)
        self._page.hand.put_all(moves, f"按最优分配任用 {len(moves)} 人")


def _check_month(text: str) -> str:
    month = months.parse(text.strip())
    if month is None or not 1990 <= month // 12 <= 2060:
        return "请输入 1990-01 至 2060-12 之间的月份，如 2026-11。"
    return ""


def _request(id: str, situation: "Situation", found: "Figures") -> Request | None:
    people, posts = situation.base.person_ids, situation.base.post_ids
    label = situation.scenario.label
    match id:
        case "moved" if found.moved:
            return ShowPeople(tuple(people[p] for p in found.moved), f"{label}：变化的干部")
        case "chain" if found.chain or found.inside:
            chain = (*found.inside, *found.chain)
            return ShowPosts(tuple(posts[p] for p in chain), f"{label}：连锁空缺的岗位")
        case "gain" if situation.deltas:
            ids = situation.base.snapshot.teams.ids
            return ShowTeams(tuple(ids[t] for t in situation.deltas), f"{label}：涉及的班子")
        case "fresh" | "exceptions":
            kept = found.fresh if id == "fresh" else [e for e in situation.conflicts if e.blocks]
            moves = situation.scenario.moves
            who = dict.fromkeys(moves[each.move].person or "" for each in kept)
            word = "有规则冲突的干部" if id == "fresh" else "需要例外的干部"
            return ShowPeople(tuple(who), f"{label}：{word}") if who else None
        case "vacant" if found.vacant_after:
            return ShowPosts(tuple(posts[p] for p in found.vacant_after), f"{label}：仍空缺的岗位")
    return None
